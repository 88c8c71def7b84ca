//! Needles: the words of which every refusal holds at least one, as they stand in raw text. They are what long texts are
//! searched for, and what tells which platforms a text needs.

use std::borrow::Cow;

use scopelens_text::{order, spellings};

use super::IndexPlatform;
use crate::schema::{Spec, Text};

/// Bytes from which on a code is a needle of its own; a shorter one is searched for with its member's name.
pub const MIN_CODE: usize = 5;

/// Bytes of the shortest needle. Shorter texts are in every log, and slow the search for all.
const MIN_NEEDLE: usize = 5;

/// Ways in which a member's value is set off from its name.
const SEPARATORS: [&str; 8] = ["\":", "\": ", "\":\"", "\": \"", "\\\":", "=", ": ", "': "];

/// A text to search for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Needle {
    /// The text, as it stands in raw text.
    pub text: String,
    /// Whether it counts only as the value of a code member.
    pub code: bool,
    /// Places in the list of platforms of those that it speaks for, sorted.
    pub platforms: Vec<usize>,
}

impl Needle {
    fn is_number(&self) -> bool {
        self.text.bytes().all(|b| b.is_ascii_digit())
    }

    /// Whether `other` is found where this one is, asking for no more than it.
    fn stands_in_for(&self, other: &Needle) -> bool {
        let asks_no_more = !self.code || (other.code && !self.is_number());
        self.text != other.text && asks_no_more && other.text.contains(&self.text)
    }
}

/// The needles of all platforms, sorted by text. One that another one is a part of is found with it, so that other one speaks
/// for its platforms as well.
#[must_use]
pub fn needles<'p>(platforms: impl IntoIterator<Item = &'p IndexPlatform>) -> Vec<Needle> {
    let mut needles: Vec<Needle> = Vec::new();
    for (place, platform) in platforms.into_iter().enumerate() {
        let of_platform = of_platform(platform).into_iter().filter(|(text, _)| text.len() >= MIN_NEEDLE);
        needles.extend(of_platform.map(|(text, code)| Needle { text, code, platforms: vec![place] }));
    }
    order::sort_by(&mut needles, Ord::cmp);
    without_parts(merged(needles))
}

/// The same text once, for all of its platforms.
fn merged(needles: Vec<Needle>) -> Vec<Needle> {
    let mut merged: Vec<Needle> = Vec::new();
    for needle in needles {
        match merged.last_mut().filter(|last| last.text == needle.text && last.code == needle.code) {
            Some(last) => needle.platforms.into_iter().for_each(|place| _ = order::insert(&mut last.platforms, place)),
            None => merged.push(needle),
        }
    }
    merged
}

/// Those in which no other one is, which then speaks for their platforms.
fn without_parts(needles: Vec<Needle>) -> Vec<Needle> {
    let shorter = Substrings(&needles);
    let spoken_for: Vec<Vec<usize>> = needles.iter().enumerate().map(|(i, n)| shorter.of(i, n)).collect();
    let is_kept = |index: usize| spoken_for.get(index).is_some_and(Vec::is_empty);
    let mut kept: Vec<Needle> = needles.clone();
    for (index, speakers) in spoken_for.iter().enumerate() {
        let Some(needle) = needles.get(index) else { continue };
        for speaker in speakers.iter().filter(|speaker| is_kept(**speaker)) {
            let Some(speaker) = kept.get_mut(*speaker) else { continue };
            needle.platforms.iter().for_each(|place| _ = order::insert(&mut speaker.platforms, *place));
        }
    }
    let kept = kept.into_iter().enumerate().filter(|(index, _)| is_kept(*index));
    kept.map(|(_, needle)| needle).collect()
}

/// Needles sorted by text, to look up each part of another one: the time is that of the texts' lengths, not of all pairs.
struct Substrings<'n>(&'n [Needle]);

impl Substrings<'_> {
    /// The places of the needles that stand in for `needle`, which is the one at `index`.
    fn of(&self, index: usize, needle: &Needle) -> Vec<usize> {
        let mut places = Vec::new();
        let text = &needle.text;
        for (start, _) in text.char_indices() {
            let rest = text.as_bytes().get(start..).unwrap_or_default();
            // No needle is shorter than its head.
            let Some(head) = rest.get(..MIN_NEEDLE) else { break };
            let first = self.0.partition_point(|known| known.text.as_bytes() < head);
            let alike = self.0.iter().enumerate().skip(first).take_while(|(_, n)| n.text.as_bytes().starts_with(head));
            let parts = alike.filter(|(_, known)| rest.starts_with(known.text.as_bytes()));
            let speakers = parts.filter(|(place, known)| *place != index && known.stands_in_for(needle));
            speakers.for_each(|(place, _)| _ = order::insert(&mut places, place));
        }
        places
    }
}

/// The words and the codes of a platform's rules, each once.
pub(super) fn texts_of(spec: &Spec) -> (Vec<Text>, Vec<Text>) {
    let (mut words, mut codes): (Vec<Text>, Vec<Text>) = (Vec::new(), Vec::new());
    for rule in &spec.rules {
        codes.extend(rule.codes.iter().cloned());
        words.extend(rule.tokens.iter().chain(&rule.phrases).chain(&rule.needles).cloned());
    }
    for list in [&mut words, &mut codes] {
        order::sort_by_key(list, Text::clone);
        list.dedup();
    }
    (words, codes)
}

/// Each needle of a platform, and whether it counts only as a code member's value.
fn of_platform(platform: &IndexPlatform) -> Vec<(String, bool)> {
    let (long, short): (Vec<&Text>, Vec<&Text>) = platform.codes.iter().partition(|code| code.len() >= MIN_CODE);
    let names = shortest(platform.code_names.iter().map(|name| member_core(name)).collect());
    let with_name = short.iter().flat_map(|code| names.iter().flat_map(move |name| named(name, code)));
    let plain = platform.words.iter().flat_map(|text| in_raw_text(text)).chain(with_name).map(|text| (text, false));
    plain.chain(long.into_iter().map(|code| (code.to_string(), true))).collect()
}

/// `errcode":88`, `Code=88` …
fn named(name: &str, code: &str) -> Vec<String> {
    let capital = name.chars().take(1).map(|c| c.to_ascii_uppercase()).chain(name.chars().skip(1)).collect::<String>();
    let spell = |name: &str| SEPARATORS.map(|separator| format!("{name}{separator}{code}"));
    [spell(name), spell(&capital)].concat()
}

/// As it is, folded, and with `\u5e94` for what is not ASCII.
fn in_raw_text(text: &str) -> Vec<String> {
    let mut texts: Vec<String> = spellings(text).map(Cow::into_owned).collect();
    if !text.is_ascii() {
        texts.extend([escaped(text, false), escaped(text, true)]);
    }
    texts
}

/// `u5e94\u7528`: without its first backslash, of which there may be several.
fn escaped(text: &str, upper: bool) -> String {
    let unit = |unit: u16| if upper { format!("\\u{unit:04X}") } else { format!("\\u{unit:04x}") };
    let spelt = |c: char| match c {
        c if c.is_ascii() => c.to_string(),
        c => c.encode_utf16(&mut [0; 2]).iter().map(|u| unit(*u)).collect(),
    };
    let run: String = text.trim_start_matches(|c: char| c.is_ascii()).chars().map(spelt).collect();
    run.trim_start_matches('\\').to_owned()
}

/// The longest part of a member's name that is written in one way only, in lower case.
#[must_use]
pub fn member_core(name: &str) -> String {
    let parts = name.split(['_', '-', ' ']);
    parts.max_by_key(|part| part.len()).unwrap_or_default().to_ascii_lowercase()
}

/// Those that hold no other one, sorted.
#[must_use]
pub fn shortest(mut names: Vec<String>) -> Vec<String> {
    order::sort_by(&mut names, Ord::cmp);
    let mut heads: Vec<String> = Vec::new();
    for name in names {
        if !heads.last().is_some_and(|head| name.starts_with(head)) {
            heads.push(name);
        }
    }
    let holds_none = |name: &&String| {
        let mut starts = name.char_indices().skip(1).map(|(start, _)| start);
        !starts.any(|start| begins_with_one(&heads, name.get(start..).unwrap_or_default()))
    };
    heads.iter().filter(holds_none).cloned().collect()
}

/// Whether `text` begins with one of `heads`, which are sorted and of which none begins with another: then only the last one that
/// is not behind it in the order can be its beginning.
fn begins_with_one(heads: &[String], text: &str) -> bool {
    let behind = heads.partition_point(|head| head.as_str() <= text);
    behind.checked_sub(1).and_then(|place| heads.get(place)).is_some_and(|head| text.starts_with(head))
}
