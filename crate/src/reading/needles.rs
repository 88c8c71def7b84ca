//! The words of which every refusal holds at least one, as they stand in raw text: what long texts are searched for first.

use std::ops::Range;

use super::search::Search;
use crate::platform::{Platform, Rule};
use scopelens_text::fold;
use scopelens_text::order;

/// A code is a needle of its own from this length on; a shorter one is searched for with its member's name.
pub(super) const MIN_CODE: usize = 5;

/// Shorter texts are in every log, and slow the search for all.
const LEAST_NEEDLE: usize = 5;

/// How a member's value is set off from its name.
const SEPARATORS: [&str; 8] = ["\":", "\": ", "\":\"", "\": \"", "\\\":", "=", ": ", "': "];

/// Within so many bytes before a code stands the name of its member.
pub(super) const NAME_BEFORE: usize = 64;

/// A word to search for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Needle {
    text: String,
    /// It counts only as the value of a code member.
    code: bool,
}

/// All needles, ready to be searched for.
#[derive(Debug)]
pub(crate) struct Needles {
    search: Search,
    needles: Vec<Needle>,
    /// What the names of code members have in common, in lower case.
    names: Vec<String>,
}

impl Needles {
    /// The needles of `platforms`.
    pub(crate) fn new(platforms: &[&Platform]) -> Self {
        let needles = needles(platforms);
        let names = platforms.iter().flat_map(|p| p.spec.members.code).map(|name| core(name)).collect();
        Self { search: Search::new(needles.iter().map(|n| n.text.as_str())), needles, names: shortest(names) }
    }

    /// The needles as they are searched for.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        self.needles.iter().map(|n| n.text.as_str())
    }

    /// The length of the longest one, in bytes.
    pub(crate) fn longest(&self) -> usize {
        self.texts().map(str::len).max().unwrap_or_default()
    }

    /// The offsets in `range` at which one begins, sorted. A needle that begins in `range` may end behind it.
    pub(crate) fn hits(&self, text: &[u8], range: Range<usize>) -> Vec<usize> {
        let mut hits = Vec::new();
        self.search.each(text, range, |needle, at| {
            if self.needles.get(needle).is_some_and(|n| self.counts(n, text, at)) {
                hits.push(at);
            }
        });
        order::sort_by_key(&mut hits, |at| *at);
        hits
    }

    /// Whether any of them is in `text`.
    pub(super) fn any(&self, text: &[u8]) -> bool {
        !self.hits(text, 0..text.len()).is_empty()
    }

    /// Whether the needle at `at` is no part of a longer number or id and, if it is a code, behind a code member's name.
    fn counts(&self, needle: &Needle, text: &[u8], at: usize) -> bool {
        let digits = needle.text.bytes().all(|b| b.is_ascii_digit());
        let behind = text.get(at + needle.text.len());
        if digits && goes_on_before(text, at) {
            return false;
        }
        if !needle.code {
            return true;
        }
        let before = text.get(at.saturating_sub(NAME_BEFORE)..at).unwrap_or_default();
        let named = |name: &String| before.windows(name.len()).any(|w| w.eq_ignore_ascii_case(name.as_bytes()));
        !(digits && behind.is_some_and(u8::is_ascii_alphanumeric)) && self.names.iter().any(named)
    }
}

/// Whether what stands before `at` is part of the same number or id, not of an escape (`%22`, `\u0022`, `\n`).
fn goes_on_before(text: &[u8], at: usize) -> bool {
    let back = |n: usize| at.checked_sub(n).and_then(|i| text.get(i));
    let escape = back(3) == Some(&b'%') || back(5) == Some(&b'u') || back(2) == Some(&b'\\');
    back(1).is_some_and(u8::is_ascii_alphanumeric) && !escape
}

/// Every rule's needles as printed, and as JSON escapes them.
fn needles(platforms: &[&Platform]) -> Vec<Needle> {
    let mut needles: Vec<Needle> = platforms.iter().flat_map(|platform| of_platform(platform)).collect();
    needles.retain(|needle| needle.text.len() >= LEAST_NEEDLE);
    order::sort_by_key(&mut needles, Needle::clone);
    needles.dedup();
    let all = needles.clone();
    // What another needle is a part of is found with it; one that asks for less stands in for one that asks for more.
    let stands_in =
        |o: &Needle, n: &Needle| o.text != n.text && n.text.contains(&o.text) && (!o.code || is_wordy(o, n));
    needles.retain(|n| !all.iter().any(|other| stands_in(other, n)));
    needles
}

fn is_wordy(one: &Needle, other: &Needle) -> bool {
    other.code && !one.text.bytes().all(|b| b.is_ascii_digit())
}

fn of_platform(platform: &Platform) -> Vec<Needle> {
    platform.spec.rules.iter().flat_map(|rule| of_rule(platform, rule)).collect()
}

fn of_rule(platform: &Platform, rule: &Rule) -> Vec<Needle> {
    let (long, short): (Vec<&str>, Vec<&str>) = rule.codes.iter().partition(|code| code.len() >= MIN_CODE);
    let names: Vec<String> = shortest(platform.spec.members.code.iter().map(|name| core(name)).collect());
    let with_name = short.iter().flat_map(|code| names.iter().flat_map(move |name| named(name, code)));
    let texts = rule.tokens.iter().chain(rule.phrases).chain(rule.needles).flat_map(|text| spellings(text));
    let plain = texts.chain(with_name).map(|text| Needle { text, code: false });
    let codes = long.into_iter().map(|code| Needle { text: code.to_owned(), code: true });
    plain.chain(codes).collect()
}

/// `errcode":88`, `Code=88` …
fn named(name: &str, code: &str) -> Vec<String> {
    let capital = name.chars().take(1).map(|c| c.to_ascii_uppercase()).chain(name.chars().skip(1)).collect::<String>();
    let spell = |name: &str| SEPARATORS.map(|separator| format!("{name}{separator}{code}"));
    [spell(name), spell(&capital)].concat()
}

/// As it is, folded, and with `\u5e94` for what is not ASCII.
fn spellings(text: &str) -> Vec<String> {
    let own = vec![text.to_owned(), fold(text)];
    if text.is_ascii() { own } else { [own, vec![escaped(text, false), escaped(text, true)]].concat() }
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

/// The longest part of a member's name that is written in one way only.
pub(super) fn core(name: &str) -> String {
    let parts = name.split(['_', '-', ' ']);
    parts.max_by_key(|part| part.len()).unwrap_or_default().to_ascii_lowercase()
}

/// Those that hold no other one.
pub(super) fn shortest(mut names: Vec<String>) -> Vec<String> {
    order::sort_by_key(&mut names, String::clone);
    names.dedup();
    let all = names.clone();
    names.retain(|name| !all.iter().any(|other| other != name && name.contains(other.as_str())));
    names
}

#[cfg(test)]
mod tests {
    use super::spellings;
    use crate::testing::engine;

    fn hits(text: &str) -> Vec<usize> {
        engine().needles().hits(text.as_bytes(), 0..text.len())
    }

    #[test]
    fn a_code_counts_as_the_value_of_a_code_member() {
        for text in [
            r#"{"errcode":60011}"#,
            r#"{\"sub_code\":\"60011\"}"#,
            "subcode=60011,x",
            "%22sub_code%22%3A%2260011%22",
            r"sub_code\u0022:\u002260011",
            "{'Code': 'permissions.error'}",
            r#"{"errcode":88,"errmsg":"x"}"#,
        ] {
            assert_eq!(hits(text).len(), 1, "{text}");
        }
        for text in [
            "code=1600112",
            "code=0,id=a60011b7",
            "at 60011 ms",
            "code 2026-11-22 10:00:88",
            "status=88 code=0",
            "permissions.error",
        ] {
            assert!(hits(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn no_needle_is_in_every_log() {
        let short = |n: &&super::Needle| n.text.len() < if n.text.bytes().all(|b| b.is_ascii_digit()) { 5 } else { 6 };
        assert_eq!(engine().needles().needles.iter().find(short), None);
    }

    #[test]
    fn words_count_wherever_they_stand() {
        assert_eq!(hits("x Forbidden.AccessDenied.AccessTokenPermissionDenied").len(), 1);
        assert_eq!(hits(r"\u6CA1\u6709\u8C03\u7528\u8BE5\u63A5\u53E3\u7684\u6743\u9650").len(), 1);
        // `未开通` stands in for the longer phrase.
        assert_eq!(hits("没有调用该接口的权限 应用尚未开通所需的权限"), [0, 40]);
    }

    #[test]
    fn escapes_are_spelt_in_both_cases() {
        assert_eq!(spellings("a没b"), ["a没b", "a没b", "u6ca1b", "u6CA1b"]);
        assert_eq!(hits(r"\u4e0d\u5408\u6cd5\u7684access_token").len(), 1);
    }
}
