//! One search for many words without vector code: most bytes of the text are leapt over (after Wu and Manber, 1994).
//!
//! The last two bytes of a window as long as the shortest word tell how far from there the next word can begin.

/// Two bytes are told apart by so many bits.
const BITS: u32 = 12;

/// The words that may begin where a window does, after its last two bytes.
#[derive(Debug, Default, Clone, Copy)]
struct Cell {
    /// How far the window can move; nothing where one of the words may stand.
    leap: u8,
    first: u16,
    end: u16,
}

/// Some words, each with its place in the list that they were made of.
#[derive(Debug)]
pub(super) struct Leaps {
    /// The length of the shortest word, at most 255.
    window: usize,
    cells: Vec<Cell>,
    /// Those of one cell together.
    words: Vec<(Vec<u8>, usize)>,
}

impl Leaps {
    /// `words` have two bytes or more.
    pub(super) fn new(words: &[(usize, &str)]) -> Self {
        let window = words.iter().map(|(_, word)| word.len()).min().unwrap_or(2).min(255);
        let far = u8::try_from(window - 1).unwrap_or(u8::MAX);
        let mut cells = vec![Cell { leap: far, first: 0, end: 0 }; 1 << BITS];
        let mut buckets: Vec<(usize, &[u8], usize)> = Vec::new();
        for (place, word) in words {
            for (offset, pair) in word.as_bytes().windows(2).take(window - 1).enumerate() {
                let leap = u8::try_from(window - 2 - offset).unwrap_or(u8::MAX);
                if let Some(cell) = cells.get_mut(cell(pair)) {
                    cell.leap = cell.leap.min(leap);
                }
                if leap == 0 {
                    buckets.push((cell(pair), word.as_bytes(), *place));
                }
            }
        }
        scopelens_text::order::sort_by_key(&mut buckets, |(cell, ..)| *cell);
        for (offset, (cell, ..)) in (0..).zip(&buckets) {
            if let Some(cell) = cells.get_mut(*cell) {
                cell.first = if cell.end == 0 { offset } else { cell.first };
                cell.end = offset + 1;
            }
        }
        Self { window, cells, words: buckets.into_iter().map(|(_, word, place)| (word.to_vec(), place)).collect() }
    }

    /// Calls `on_hit(place, offset)` for each word in `text`.
    pub(super) fn each(&self, text: &[u8], on_hit: &mut dyn FnMut(usize, usize)) {
        let mut start = 0;
        while let Some(pair) = text.get(start + self.window - 2..start + self.window) {
            let Some(cell) = self.cells.get(cell(pair)) else { return };
            if cell.leap > 0 {
                start += usize::from(cell.leap);
                continue;
            }
            let rest = text.get(start..).unwrap_or_default();
            let words = self.words.get(usize::from(cell.first)..usize::from(cell.end)).unwrap_or_default();
            words.iter().filter(|(word, _)| rest.starts_with(word)).for_each(|(_, place)| on_hit(*place, start));
            start += 1;
        }
    }
}

fn cell(pair: &[u8]) -> usize {
    let [one, other] = [0, 1].map(|offset| usize::from(pair.get(offset).copied().unwrap_or_default()));
    (one << 5 ^ other) & ((1 << BITS) - 1)
}

#[cfg(test)]
mod tests {
    use super::Leaps;

    fn found(words: &[&str], text: &str) -> Vec<(usize, usize)> {
        let words: Vec<(usize, &str)> = words.iter().copied().enumerate().collect();
        let mut hits = Vec::new();
        Leaps::new(&words).each(text.as_bytes(), &mut |place, offset| hits.push((place, offset)));
        hits
    }

    #[test]
    fn every_word_is_found_wherever_it_stands() {
        let words = ["needle", "need", "eedl", "权限", "aaaa", "code\":88"];
        for before in 0..20 {
            for after in 0..10 {
                let text = format!("{}needle{}", "x权".repeat(before), "e".repeat(after));
                let offset = before * 4;
                assert_eq!(found(&words, &text), [(0, offset), (1, offset), (2, offset + 1)], "{text}");
            }
        }
        assert_eq!(found(&words, "aaaaa 权限 code\":88"), [(4, 0), (4, 1), (3, 6), (5, 13)]);
        assert_eq!(found(&words, "nee"), []);
        assert_eq!(found(&words, ""), []);
    }

    #[test]
    fn finds_what_a_plain_search_finds() {
        let words = ["errcode", "code", "sub_code", "1600", "60011", "\\u6ca1", "没有", "有权", "ab"];
        let mut seed = 7_u64;
        for _ in 0..400 {
            let mut text = String::new();
            for _ in 0..40 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                text += ["a", "b", "err", "code", "sub_", "6", "00", "11", "没", "有", "权", "\\u6", "ca1"]
                    [(seed >> 33) as usize % 13];
            }
            let mut plain: Vec<(usize, usize)> = Vec::new();
            for (place, word) in words.iter().enumerate() {
                plain.extend(
                    (0..text.len())
                        .filter(|offset| text.as_bytes()[*offset..].starts_with(word.as_bytes()))
                        .map(|offset| (place, offset)),
                );
            }
            let mut ours = found(&words, &text);
            ours.sort_unstable();
            assert_eq!(ours, plain);
        }
    }
}
