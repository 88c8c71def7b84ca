//! The words of which every refusal holds at least one, as they stand in raw text: what long texts are searched for first.

use std::ops::Range;

use super::search::Search;
use scopelens_pack::{IndexPlatform, Needle, Text, member_core, needles, shortest};
use scopelens_text::order;

/// Within so many bytes before a code stands the name of its member.
pub(super) const NAME_BEFORE: usize = 64;

/// The most words of a type and a length that are printed between a name and its value.
const WORDS_OF_TYPE: usize = 2;

/// All needles, ready to be searched for.
#[derive(Debug)]
pub(crate) struct Needles {
    search: Search,
    needles: Vec<Needle>,
    names: CodeNames,
}

impl Needles {
    /// The needles of `platforms`.
    pub(crate) fn new<'p>(platforms: impl Iterator<Item = &'p IndexPlatform>) -> Self {
        let platforms: Vec<&IndexPlatform> = platforms.collect();
        let needles = needles(platforms.iter().copied());
        let names = CodeNames::new(platforms.iter().flat_map(|platform| &platform.code_names).collect());
        Self { search: Search::new(needles.iter().map(|n| n.text.as_str())), needles, names }
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
        self.search.each(text, range, |needle, offset| {
            if self.needles.get(needle).is_some_and(|n| self.counts(n, text, offset)) {
                hits.push(offset);
            }
        });
        order::sort_by_key(&mut hits, |offset| *offset);
        hits
    }

    /// Whether any of them is in `text`.
    pub(super) fn any(&self, text: &[u8]) -> bool {
        !self.hits(text, 0..text.len()).is_empty()
    }

    /// Whether the needle at `offset` is no part of a longer number or id and, if it is a code, behind a code member's name.
    fn counts(&self, needle: &Needle, text: &[u8], offset: usize) -> bool {
        if needle.code {
            return !is_part_of_longer(text, offset, &needle.text) && self.names.stand_before(text, offset);
        }
        !(is_number(&needle.text) && goes_on_before(text, offset))
    }
}

/// What the names of code members have in common, in lower case.
#[derive(Debug)]
pub(super) struct CodeNames(Vec<String>);

impl CodeNames {
    pub(super) fn new(names: Vec<&Text>) -> Self {
        Self(shortest(names.into_iter().map(|name| member_core(name)).collect()))
    }

    /// Whether one of them stands shortly before `offset`.
    pub(super) fn stand_before(&self, text: &[u8], offset: usize) -> bool {
        self.are_in(before(text, offset))
    }

    /// Whether one of them stands before `offset` with nothing but a type between: `["code"]=> string(9) "forbidden"`.
    pub(super) fn stand_right_before(&self, text: &[u8], offset: usize) -> bool {
        let words = before(text, offset).rsplit(|byte| !byte.is_ascii_alphanumeric() && *byte != b'_');
        words.filter(|word| !word.is_empty()).take(WORDS_OF_TYPE + 1).any(|word| self.are_in(word))
    }

    fn are_in(&self, text: &[u8]) -> bool {
        let is_in = |name: &String| text.windows(name.len()).any(|w| w.eq_ignore_ascii_case(name.as_bytes()));
        self.0.iter().any(is_in)
    }
}

fn before(text: &[u8], offset: usize) -> &[u8] {
    text.get(offset.saturating_sub(NAME_BEFORE)..offset).unwrap_or_default()
}

/// Whether the code at `offset` is a part of a longer number, id or word. A number may stand behind `dingtalk_`.
pub(super) fn is_part_of_longer(text: &[u8], offset: usize, code: &str) -> bool {
    let joins = |b: &u8| b.is_ascii_alphanumeric() || !is_number(code) && *b == b'_';
    let follows_bar = || !is_number(code) && text.get(..offset).is_some_and(|before| before.ends_with(b"_"));
    goes_on_before(text, offset) || follows_bar() || text.get(offset + code.len()).is_some_and(joins)
}

pub(super) fn is_number(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

/// Whether what stands before `offset` is part of the same number or id, not of an escape (`%22`, `\u0022`, `\n`).
fn goes_on_before(text: &[u8], offset: usize) -> bool {
    let back = |n: usize| offset.checked_sub(n).and_then(|i| text.get(i));
    let escape = back(3) == Some(&b'%') || back(5) == Some(&b'u') || back(2) == Some(&b'\\');
    back(1).is_some_and(u8::is_ascii_alphanumeric) && !escape
}

#[cfg(test)]
mod tests {
    use super::CodeNames;
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
    fn nothing_but_a_type_stands_between_a_name_and_its_code() {
        let names = CodeNames::new(vec![&"errcode".into()]);
        let stands = |text: &str| names.stand_right_before(text.as_bytes(), text.find("88").unwrap());
        for text in ["errcode=88", "\"ErrCode\" : 88", "[\"errcode\"]=> string(2) \"88\"", "errcode_value:\t'88'"] {
            assert!(stands(text), "{text}");
        }
        for text in ["88", "errcode=0, the order has 88", "err=88"] {
            assert!(!stands(text), "{text}");
        }
    }

    #[test]
    fn no_needle_is_in_every_log() {
        let short =
            |n: &&scopelens_pack::Needle| n.text.len() < if n.text.bytes().all(|b| b.is_ascii_digit()) { 5 } else { 6 };
        assert_eq!(engine().needles().needles.iter().find(short), None);
    }

    #[test]
    fn words_count_wherever_they_stand() {
        assert!(!hits("x Forbidden.AccessDenied.AccessTokenPermissionDenied").is_empty());
        assert_eq!(hits(r"\u6CA1\u6709\u8C03\u7528\u8BE5\u63A5\u53E3\u7684\u6743\u9650").len(), 1);
        // `未开通` stands in for the longer phrase.
        assert_eq!(hits("没有调用该接口的权限 应用尚未开通所需的权限"), [0, 40]);
    }
}
