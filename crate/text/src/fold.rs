//! Characters that look or act alike, made one.

use std::borrow::Cow;

use super::compatibility::{ideograph, ligature};

/// What a character becomes before anything is compared.
pub(super) enum Folded {
    Same,
    Gone,
    To(char),
    Letters(&'static str),
}

/// Full-width punctuation to ASCII, radicals and ligatures to what they look like, odd blanks to a blank, invisible
/// characters to nothing.
pub(super) fn fold_char(c: char) -> Folded {
    match c {
        '\r' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => {
            Folded::Gone
        }
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => Folded::To(' '),
        '\u{2028}' | '\u{2029}' => Folded::To('\n'),
        '【' | '［' => Folded::To('['),
        '】' | '］' => Folded::To(']'),
        '“' | '”' | '＂' => Folded::To('"'),
        '‘' | '’' => Folded::To('\''),
        '\u{ff01}'..='\u{ff5e}' => full_width(c),
        '\u{2e80}'..='\u{2fd5}' | '\u{f900}'..='\u{faff}' => ideograph(c).map_or(Folded::Same, Folded::To),
        '\u{fb00}'..='\u{fb06}' => ligature(c).map_or(Folded::Same, Folded::Letters),
        _ => Folded::Same,
    }
}

/// Whether a character that begins with this byte may be changed by [`fold_char`].
pub(super) fn may_fold(first: u8) -> bool {
    matches!(first, b'\r' | 0xc2 | 0xe2 | 0xe3 | 0xef)
}

/// The block U+FF01 to U+FF5E repeats ASCII's `!` to `~`.
fn full_width(c: char) -> Folded {
    char::from_u32(u32::from(c) - 0xfee0).map_or(Folded::Same, Folded::To)
}

/// A needle folded as the text is, so that a rule may be written as the platform prints it.
#[must_use]
pub fn fold(text: &str) -> Cow<'_, str> {
    if !text.bytes().any(may_fold) {
        return Cow::Borrowed(text);
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match fold_char(c) {
            Folded::Same => folded.push(c),
            Folded::Gone => {}
            Folded::To(to) => folded.push(to),
            Folded::Letters(letters) => folded.push_str(letters),
        }
    }
    Cow::Owned(folded)
}

/// A needle as a text may hold it before and after it is folded.
pub fn spellings(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let folded = Some(fold(text)).filter(|folded| folded != text);
    std::iter::once(Cow::Borrowed(text)).chain(folded)
}

#[cfg(test)]
mod tests {
    use super::{Folded, fold_char, may_fold};

    #[test]
    fn what_folds_is_noticed_by_its_first_byte() {
        for c in (0..=0x0010_ffff).filter_map(char::from_u32) {
            let same = matches!(fold_char(c), Folded::Same);
            assert!(same || may_fold(c.encode_utf8(&mut [0; 4]).as_bytes()[0]), "{c:?}");
        }
    }
}
