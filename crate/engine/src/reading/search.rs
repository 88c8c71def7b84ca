//! One search for many words: shift-or over pairs of bytes, which tells with one look at a byte whether a word may stand there
//! (after Salmela, Tarhio and Kytöjoki, "Multipattern string matching with q-grams", 2006).

use std::ops::Range;

use scopelens_text::order;

/// Words shorter than this are searched for by themselves, for the shortest word of a group makes its window.
const LONG: usize = 5;

/// The longest window: a byte has a bit for each of its pairs.
const MAX_WINDOW: usize = 9;

/// Many words of two bytes or more; each is called by its place in the list that it was made of.
#[derive(Debug)]
pub(super) struct Search {
    groups: Vec<Group>,
}

/// Some words, of which one may stand where each pair in the window is one that a word has there.
#[derive(Debug)]
struct Group {
    window: usize,
    /// For each pair a byte, in which a bit is 0 where a word has that pair at the bit's place.
    misses: Box<[u8; 1 << u16::BITS]>,
    /// Sorted by their windows' hashes.
    words: Vec<Word>,
    /// For each hash the place in `words` of the first word with that one or a higher one.
    first_of: Vec<u16>,
}

#[derive(Debug)]
struct Word {
    /// The hash of its window.
    hash: u16,
    text: Vec<u8>,
    place: usize,
}

/// Bits of a window's hash: several times as many hashes as there are words.
const HASH_BITS: u32 = 13;

/// A window's hash: most windows that no word begins with have a hash that no word has.
fn hash(window: &[u8]) -> u16 {
    let sum = window.iter().fold(0_u32, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    // The high bits are the well mixed ones.
    u16::try_from(sum.wrapping_mul(0x9E37_79B1) >> (u32::BITS - HASH_BITS)).unwrap_or_default()
}

impl Search {
    pub(super) fn new<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let (long, short): (Vec<_>, Vec<_>) = words.enumerate().partition(|(_, word)| word.len() >= LONG);
        let groups = [long, short].into_iter().filter(|words| !words.is_empty());
        Self { groups: groups.map(|words| Group::new(&words)).collect() }
    }

    /// Calls `on_hit(word, offset)` for each word that begins in `range`.
    pub(super) fn each(&self, text: &[u8], range: Range<usize>, mut on_hit: impl FnMut(usize, usize)) {
        for group in &self.groups {
            group.each(text, range.clone(), &mut on_hit);
        }
    }
}

impl Group {
    fn new(words: &[(usize, &str)]) -> Self {
        let shortest = words.iter().map(|(_, word)| word.len()).min().unwrap_or_default();
        let window = shortest.clamp(2, MAX_WINDOW);
        let misses = Box::new([u8::MAX; 1 << u16::BITS]);
        let mut group = Self { window, misses, words: Vec::new(), first_of: Vec::new() };
        words.iter().for_each(|(place, word)| group.add(word.as_bytes(), *place));
        order::sort_by_key(&mut group.words, |word| word.hash);
        let mut lower = group.words.iter().peekable();
        let mut first = 0;
        group.first_of = Vec::from_iter((0..=1 << HASH_BITS).map(|hash| {
            while lower.next_if(|word| u32::from(word.hash) < hash).is_some() {
                first += 1;
            }
            first
        }));
        group
    }

    fn add(&mut self, word: &[u8], place: usize) {
        for (offset, pair) in word.array_windows().take(self.window - 1).enumerate() {
            let pair = u16::from_le_bytes(*pair);
            if let Some(misses) = self.misses.get_mut(usize::from(pair)) {
                *misses &= !(1 << offset);
            }
        }
        let hash = hash(word.get(..self.window).unwrap_or_default());
        self.words.push(Word { hash, text: word.to_vec(), place });
    }

    fn each(&self, text: &[u8], range: Range<usize>, on_hit: &mut dyn FnMut(usize, usize)) {
        let reach = text.get(..text.len().min(range.end.saturating_add(self.window - 1))).unwrap_or_default();
        let (mut from, mut misses) = (range.start, u8::MAX);
        while let Some(end) = self.next(reach, from, &mut misses) {
            from = end - 1;
            let start = end - self.window;
            let rest = text.get(start..).unwrap_or_default();
            let words = self.beginning_as(text.get(start..end).unwrap_or_default());
            words.iter().filter(|word| rest.starts_with(&word.text)).for_each(|word| on_hit(word.place, start));
        }
    }

    /// The end of the next window in which a word may stand. `misses` has a bit for each beginning of a word, which is 0 where
    /// it ends before the pair at `from`.
    fn next(&self, text: &[u8], from: usize, misses: &mut u8) -> Option<usize> {
        let last = 1 << (self.window - 2);
        for (offset, pair) in text.get(from..)?.array_windows().enumerate() {
            let pair = usize::from(u16::from_le_bytes(*pair));
            *misses = *misses << 1 | self.misses.get(pair).copied().unwrap_or(u8::MAX);
            if *misses & last == 0 {
                return Some(from + offset + 2);
            }
        }
        None
    }

    /// The words whose window has the hash of this one.
    fn beginning_as(&self, window: &[u8]) -> &[Word] {
        let hash = usize::from(hash(window));
        let place = |hash: usize| self.first_of.get(hash).copied().map_or(0, usize::from);
        self.words.get(place(hash)..place(hash + 1)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Search;

    fn found(words: &[&str], text: &str) -> Vec<(usize, usize)> {
        let mut hits = Vec::new();
        let search = Search::new(words.iter().copied());
        search.each(text.as_bytes(), 0..text.len(), |word, offset| hits.push((offset, word)));
        hits.sort_unstable();
        hits
    }

    #[test]
    fn every_word_is_found_wherever_it_stands() {
        let words = ["needle", "need", "eedl", "权限", "aaaa", "code\":88", "needle in a haystack"];
        for before in 0..20 {
            for after in 0..10 {
                let text = format!("{}needle{}", "x权".repeat(before), "e".repeat(after));
                let offset = before * 4;
                assert_eq!(found(&words, &text), [(offset, 0), (offset, 1), (offset + 1, 2)], "{text}");
            }
        }
        assert_eq!(found(&words, "aaaaa 权限 code\":88"), [(0, 4), (1, 4), (6, 3), (13, 5)]);
        assert_eq!(found(&words, "a needle in a haystack"), [(2, 0), (2, 1), (2, 6), (3, 2)]);
        assert!(found(&words, "nee").is_empty() && found(&words, "").is_empty() && found(&[], "needle").is_empty());
    }

    #[test]
    fn only_what_begins_in_the_range_is_told() {
        let search = Search::new(["needle", "le"].into_iter());
        let places = |range| {
            let mut hits = Vec::new();
            search.each(b"needle needle needle", range, |word, offset| hits.push((word, offset)));
            hits
        };
        assert_eq!(places(0..20), [(0, 0), (0, 7), (0, 14), (1, 4), (1, 11), (1, 18)]);
        assert_eq!(places(1..8), [(0, 7), (1, 4)]);
        assert_eq!(places(8..14), [(1, 11)]);
        assert_eq!(places(18..90), [(1, 18)]);
        assert_eq!(places(30..40), []);
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
            let starts = |offset: usize, word: &str| text.as_bytes()[offset..].starts_with(word.as_bytes());
            let all = (0..text.len()).flat_map(|offset| (0..words.len()).map(move |word| (offset, word)));
            let plain: Vec<(usize, usize)> = all.filter(|(offset, word)| starts(*offset, words[*word])).collect();
            assert_eq!(found(&words, &text), plain);
        }
    }
}
