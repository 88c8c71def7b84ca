//! Where a string in quotes begins as base64 of JSON does: `{` or `[` first, then a sign, a blank or a letter that JSON has there.

use std::ops::Range;

/// Quotes with the first letters of it.
const OPENINGS: [&[u8]; 10] = [b"\"ey", b"\"ew", b"\"Ww", b"\"Wy", b"\"W3", b"'ey", b"'ew", b"'Ww", b"'Wy", b"'W3"];

/// The offsets of those quotes in `range` of `text`, in order.
pub(super) fn openings(text: &[u8], range: Range<usize>) -> impl Iterator<Item = usize> {
    let reach = text.get(range.start..text.len().min(range.end + 2)).unwrap_or_default();
    search(reach).map(move |offset| range.start + offset)
}

/// In one pass; quote by quote where the processor has no vector code for it.
#[cfg(not(target_arch = "wasm32"))]
fn search(text: &[u8]) -> Box<dyn Iterator<Item = usize> + '_> {
    use aho_corasick::packed::Searcher;
    static SEARCHER: std::sync::OnceLock<Option<Searcher>> = std::sync::OnceLock::new();
    match SEARCHER.get_or_init(|| Searcher::new(OPENINGS)) {
        Some(searcher) => Box::new(searcher.find_iter(text).map(|found| found.start())),
        None => Box::new(by_quotes(text)),
    }
}

#[cfg(target_arch = "wasm32")]
fn search(text: &[u8]) -> impl Iterator<Item = usize> {
    by_quotes(text)
}

fn by_quotes(text: &[u8]) -> impl Iterator<Item = usize> {
    let opens = |offset: &usize| text.get(*offset..*offset + 3).is_some_and(|opening| OPENINGS.contains(&opening));
    memchr::memchr2_iter(b'"', b'\'', text).filter(opens)
}

#[cfg(test)]
mod tests {
    use super::{OPENINGS, by_quotes, openings};

    #[test]
    fn both_searches_find_the_same() {
        let text = OPENINGS.map(|opening| String::from_utf8(opening.to_vec()).unwrap()).join("x\"'y\"e\"ez'W''");
        let places: Vec<usize> = by_quotes(text.as_bytes()).collect();
        assert_eq!(places.len(), OPENINGS.len());
        assert_eq!(openings(text.as_bytes(), 0..text.len()).collect::<Vec<_>>(), places);
        for cut in 0..text.len() {
            let (before, behind) = (openings(text.as_bytes(), 0..cut), openings(text.as_bytes(), cut..text.len()));
            assert_eq!(before.chain(behind).collect::<Vec<_>>(), places, "{cut}");
        }
    }
}
