//! Needles within base64: JSON in a string hides its words from a search of the raw text.

use std::ops::Range;

use super::needles::Needles;
use scopelens_text::order;
use scopelens_text::packed;

/// What is read around a hit reaches so far: a longer string is told of once for each such stretch, in bytes.
const STRETCH: usize = 4 * 1024;

impl Needles {
    /// The offsets at which base64 strings of at most `max_len` bytes begin that hold a needle and whose quotes open in `range`,
    /// with more of them to where each ends.
    fn packed_hits(&self, text: &[u8], range: Range<usize>, max_len: usize) -> impl Iterator<Item = usize> {
        let strings =
            packed(text, range).filter(move |(place, json)| place.len() <= max_len && self.is_in(json.as_bytes()));
        strings.flat_map(|(place, _)| place.clone().step_by(STRETCH).chain([place.end]))
    }

    /// Whether any needle is in `text`, as it is or within base64.
    pub(super) fn is_in(&self, text: &[u8]) -> bool {
        self.any(text) || packed(text, 0..text.len()).any(|(_, json)| self.is_in(json.as_bytes()))
    }

    /// All needles' offsets in `range`, sorted, with those of base64 strings of at most `max_len` bytes that hold one.
    pub(crate) fn all_hits(&self, text: &[u8], range: Range<usize>, max_len: usize) -> Vec<usize> {
        let mut hits = self.hits(text, range.clone());
        let plain = hits.len();
        hits.extend(self.packed_hits(text, range, max_len));
        if hits.len() > plain {
            order::sort_by_key(&mut hits, |offset| *offset);
        }
        hits
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::engine;

    /// `{"errcode":60011,"errmsg":"no"}` between blanks, three letters of base64 for three of them.
    fn packed(blanks: usize) -> String {
        let blanks = "ICAg".repeat(blanks / 3);
        format!("\"eyAg{blanks}ImVycmNvZGUiOjYwMDExLCJlcnJtc2ciOiJubyIg{blanks}fQ\"")
    }

    #[test]
    fn a_needle_in_base64_is_a_hit() {
        let text = format!("x {}", packed(0));
        let hits = |range, most| engine().needles().all_hits(text.as_bytes(), range, most);
        assert_eq!(hits(0..text.len(), 1_000), [3, text.len() - 1]);
        assert_eq!(hits(0..2, 1_000), Vec::<usize>::new());
        assert_eq!(hits(3..text.len(), 1_000), Vec::<usize>::new());
        assert_eq!(hits(0..text.len(), 30), Vec::<usize>::new());
        assert!(engine().needles().is_in(text.as_bytes()) && !engine().needles().any(text.as_bytes()));
    }

    #[test]
    fn a_long_string_is_hit_to_its_end() {
        let text = packed(6_000);
        let hits = engine().needles().all_hits(text.as_bytes(), 0..text.len(), text.len());
        assert_eq!((hits[0], hits.last()), (1, Some(&(text.len() - 1))));
        assert!(hits.windows(2).all(|pair| pair[1] - pair[0] <= 4_096));
    }
}
