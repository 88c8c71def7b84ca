//! One search for many words.

use std::ops::Range;

#[cfg(not(target_arch = "wasm32"))]
use aho_corasick::packed::{Config, MatchKind, Searcher};

use super::leaps::Leaps;

/// Searched piece by piece, so that each group of words finds the piece in the cache.
const PIECE: usize = 64 * 1024;

/// More words than this make the vector search slow.
#[cfg(not(target_arch = "wasm32"))]
const MAX_GROUP: usize = 64;

/// Some words, with the fastest search there is for them here.
#[derive(Debug)]
enum Group {
    /// All in one pass.
    #[cfg(not(target_arch = "wasm32"))]
    Packed(Searcher, Vec<usize>),
    /// The same without vector code.
    Leaps(Leaps),
}

/// Many words; each is called by its place in the list that it was made of.
#[derive(Debug)]
pub(super) struct Search {
    groups: Vec<Group>,
    longest: usize,
}

impl Search {
    pub(super) fn new<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let words: Vec<(usize, &str)> = words.enumerate().collect();
        let longest = words.iter().map(|(_, word)| word.len()).max().unwrap_or_default();
        Self { groups: groups(words), longest }
    }

    /// Calls `on_hit(word, offset)` for each word that begins in `range`. Of words that overlap the first is sure to be told.
    pub(super) fn each(&self, text: &[u8], range: Range<usize>, mut on_hit: impl FnMut(usize, usize)) {
        let range = range.start..range.end.min(text.len());
        for start in range.clone().step_by(PIECE) {
            let end = range.end.min(start + PIECE);
            let piece = text.get(start..text.len().min(end + self.longest)).unwrap_or_default();
            for group in &self.groups {
                group.each(piece, &mut |word, offset| {
                    if start + offset < end {
                        on_hit(word, start + offset);
                    }
                });
            }
        }
    }
}

/// Words of one length and alphabet together: that keeps the first look at them selective.
#[cfg(not(target_arch = "wasm32"))]
fn groups(mut words: Vec<(usize, &str)>) -> Vec<Group> {
    words.sort_by_key(|(_, word)| (word.bytes().next().map(|b| (b.is_ascii(), b.is_ascii_digit())), *word));
    words.chunks(MAX_GROUP).map(|words| packed(words).unwrap_or_else(|| Group::Leaps(Leaps::new(words)))).collect()
}

#[cfg(target_arch = "wasm32")]
fn groups(words: Vec<(usize, &str)>) -> Vec<Group> {
    vec![Group::Leaps(Leaps::new(&words))]
}

/// Nothing where the processor has no vector code for it.
#[cfg(not(target_arch = "wasm32"))]
fn packed(words: &[(usize, &str)]) -> Option<Group> {
    let mut builder = Config::new().match_kind(MatchKind::LeftmostLongest).builder();
    let searcher = builder.extend(words.iter().map(|(_, word)| word)).build()?;
    Some(Group::Packed(searcher, words.iter().map(|(place, _)| *place).collect()))
}

impl Group {
    fn each(&self, text: &[u8], on_hit: &mut dyn FnMut(usize, usize)) {
        match self {
            #[cfg(not(target_arch = "wasm32"))]
            Group::Packed(searcher, places) => {
                let mut from = 0;
                while let Some(hit) = searcher.find_in(text, (from..text.len()).into()) {
                    on_hit(places.get(hit.pattern().as_usize()).copied().unwrap_or_default(), hit.start());
                    from = hit.start() + 1;
                }
            }
            Group::Leaps(words) => words.each(text, on_hit),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{PIECE, Search};

    #[test]
    fn words_are_found_wherever_a_piece_ends() {
        let search = Search::new(["needle", "needles", "针线"].into_iter());
        for before in (PIECE - 8..PIECE + 2).chain([0, 1, 2 * PIECE - 3]) {
            for word in ["needle", "needles", "针线"] {
                let text = format!("{}{word} x", " ".repeat(before));
                let mut hits = Vec::new();
                search.each(text.as_bytes(), 0..text.len(), |_, offset| hits.push(offset));
                assert_eq!(hits.first(), Some(&before), "{word}");
            }
        }
    }

    #[test]
    fn only_what_begins_in_the_range_is_told() {
        let search = Search::new(["needle"].into_iter());
        let places = |range| {
            let mut hits = Vec::new();
            search.each(b"needle needle needle", range, |_, offset| hits.push(offset));
            hits
        };
        assert_eq!(places(0..20), [0, 7, 14]);
        assert_eq!(places(1..8), [7]);
        assert_eq!(places(8..14), Vec::<usize>::new());
    }
}
