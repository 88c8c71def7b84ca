//! Characters that a PDF's font stands in for others: radicals and compatibility ideographs for the ideographs that they
//! look like, ligatures for their letters.

use std::sync::OnceLock;

/// The block of Kangxi radicals, then that of compatibility ideographs; how it was made stands at its head.
const TABLE: &str = include_str!("compatibility.txt");

/// Where the blocks of the table begin.
const BLOCKS: [char; 2] = ['\u{2f00}', '\u{f900}'];

/// The ideograph that `c` stands for; nothing where it is one itself, or no ideograph.
pub(super) fn ideograph(c: char) -> Option<char> {
    static ROWS: OnceLock<Vec<Vec<char>>> = OnceLock::new();
    let rows = ROWS.get_or_init(|| {
        let rows = TABLE.lines().filter(|line| !line.starts_with('#'));
        rows.map(|row| row.chars().collect()).collect()
    });
    let in_block = |(first, row): (&char, &Vec<char>)| {
        row.get(usize::try_from(u32::from(c).checked_sub(u32::from(*first))?).ok()?).copied()
    };
    let replacement = match c {
        '\u{2e9f}' => Some('母'),
        '\u{2ef3}' => Some('龟'),
        _ => BLOCKS.iter().zip(rows).find_map(in_block),
    };
    replacement.filter(|other| *other != c)
}

/// The letters of a ligature.
pub(super) fn ligature(c: char) -> Option<&'static str> {
    const LETTERS: [&str; 7] = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];
    let place = u32::from(c).checked_sub(u32::from('\u{fb00}'))?;
    LETTERS.get(usize::try_from(place).ok()?).copied()
}

#[cfg(test)]
mod tests {
    use super::{BLOCKS, TABLE, ideograph, ligature};

    #[test]
    fn a_row_is_as_long_as_its_block() {
        let lengths: Vec<usize> =
            TABLE.lines().filter(|line| !line.starts_with('#')).map(|row| row.chars().count()).collect();
        assert_eq!((BLOCKS.len(), lengths), (2, vec![214, 512]));
    }

    #[test]
    fn each_stands_for_what_it_looks_like() {
        let mapped = |text: &str| text.chars().map(|c| ideograph(c).unwrap_or(c)).collect::<String>();
        assert_eq!(mapped("⼀⽤⼝⿕⺟⻳"), "一用口龠母龟");
        assert_eq!(mapped("\u{f900}\u{fa6a}\u{fad9}"), "豈頻龎");
        assert_eq!(mapped("\u{fa0e}一a\u{2e80}\u{fae0}"), "\u{fa0e}一a\u{2e80}\u{fae0}");
        assert_eq!(
            ('\u{fb00}'..='\u{fb07}').filter_map(ligature).collect::<Vec<_>>().join(" "),
            "ff fi fl ffi ffl st st"
        );
        assert_eq!((ligature('a'), ligature('\u{faff}')), (None, None));
    }
}
