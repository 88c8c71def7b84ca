//! Which platforms a text needs: one pass over a flat text finds the words and codes of all of them. Most texts need none.
//!
//! A platform whose rules hold in a text is always among those that the text needs; one that is needed may have nothing to say.

use scopelens_model::{Exchange, split_url};
use scopelens_pack::{IndexPlatform, MIN_CODE, Text, has};
use scopelens_text::{fold, order};

use super::leaps::Leaps;
use super::needles::{CodeNames, is_part_of_longer};

/// Bytes of the shortest text that can be searched for; a platform that has a shorter one is needed for every text.
const MIN_SEARCHED: usize = 2;

/// The words and codes of all platforms, ready to be searched for in flat texts.
#[derive(Debug)]
pub(crate) struct Selector {
    /// As they stand in a flat text.
    signs: Signs,
    /// As they stand in a flat text in lower case.
    marks: Signs,
    names: CodeNames,
    /// Places of the platforms that any text may need.
    always: Vec<usize>,
    hosts: Vec<Vec<Text>>,
}

impl Selector {
    /// The selector of `platforms`, which it calls by their places.
    pub(crate) fn new<'p>(platforms: impl Iterator<Item = &'p IndexPlatform>) -> Self {
        let (mut signs, mut marks, mut always) = (Vec::new(), Vec::new(), Vec::new());
        let (mut names, mut hosts) = (Vec::new(), Vec::new());
        for (place, platform) in platforms.enumerate() {
            let words = platform.words.iter().flat_map(|word| [word.to_string(), fold(word)]);
            let codes = platform.codes.iter().map(|code| Sign::new(code.to_string(), true, place));
            let of_platform: Vec<Sign> = words.map(|word| Sign::new(word, false, place)).chain(codes).collect();
            if platform.unbounded || of_platform.iter().any(|sign| sign.text.len() < MIN_SEARCHED) {
                always.push(place);
            }
            signs.extend(of_platform);
            marks.extend(platform.marks.iter().map(|mark| Sign::new(mark.to_string(), false, place)));
            names.extend(&platform.code_names);
            hosts.push(platform.hosts.clone());
        }
        Self { signs: Signs::new(signs), marks: Signs::new(marks), names: CodeNames::new(names), always, hosts }
    }

    /// Adds the places of the platforms that a flat text needs to `needed`, a sorted list.
    pub(crate) fn select(&self, text: &str, needed: &mut Vec<usize>) {
        insert_all(needed, &self.always);
        self.signs.each(text, |sign, offset| {
            if !sign.code || self.is_code(text.as_bytes(), offset, &sign.text) {
                insert_all(needed, &sign.places);
            }
        });
        self.marks.each(&text.to_lowercase(), |mark, _| insert_all(needed, &mark.places));
    }

    /// Adds the place of the platform on whose host the exchange was.
    pub(crate) fn select_host(&self, exchange: &Exchange, needed: &mut Vec<usize>) {
        let Some((host, _)) = split_url(&exchange.head.url) else { return };
        let places = self.hosts.iter().enumerate().filter(|(_, hosts)| has(hosts, &host));
        places.for_each(|(place, _)| _ = order::insert(needed, place));
    }

    /// Whether the code at `offset` is no part of a longer one, and stands behind a code member's name if it is short.
    fn is_code(&self, text: &[u8], offset: usize, code: &str) -> bool {
        !is_part_of_longer(text, offset, code) && (code.len() >= MIN_CODE || self.names.stand_before(text, offset))
    }
}

fn insert_all(list: &mut Vec<usize>, places: &[usize]) {
    places.iter().for_each(|place| _ = order::insert(list, *place));
}

/// A text that stands for platforms.
#[derive(Debug, PartialEq, Eq)]
struct Sign {
    text: String,
    /// Whether it is an error code.
    code: bool,
    /// The places of the platforms, sorted.
    places: Vec<usize>,
}

impl Sign {
    fn new(text: String, code: bool, place: usize) -> Self {
        Self { text, code, places: vec![place] }
    }
}

/// Signs with the search for all of them.
#[derive(Debug)]
struct Signs {
    /// Sorted by text, each once.
    signs: Vec<Sign>,
    search: Leaps,
}

impl Signs {
    fn new(mut signs: Vec<Sign>) -> Self {
        signs.retain(|sign| sign.text.len() >= MIN_SEARCHED);
        order::sort_by(&mut signs, |one, other| (&one.text, one.code).cmp(&(&other.text, other.code)));
        signs.dedup_by(|sign, kept| {
            let is_same = sign.text == kept.text && sign.code == kept.code;
            if is_same {
                insert_all(&mut kept.places, &sign.places);
            }
            is_same
        });
        let texts: Vec<(usize, &str)> = signs.iter().map(|sign| sign.text.as_str()).enumerate().collect();
        Self { search: Leaps::new(&texts), signs }
    }

    fn each(&self, text: &str, mut on_hit: impl FnMut(&Sign, usize)) {
        self.search.each(text.as_bytes(), &mut |index, offset| {
            if let Some(sign) = self.signs.get(index) {
                on_hit(sign, offset);
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::engine;

    fn needed(text: &str) -> Vec<&'static str> {
        let mut places = Vec::new();
        engine().selector().select(text, &mut places);
        let ids: Vec<&str> = engine().facts().map(|facts| &*facts.id).collect();
        places.into_iter().map(|place| ids[place]).collect()
    }

    #[test]
    fn a_text_needs_the_platforms_whose_words_and_codes_it_holds() {
        assert_eq!(needed("Forbidden.AccessDenied.AccessTokenPermissionDenied"), ["dingtalk"]);
        assert_eq!(needed(r#"{"code":99991672,"msg":"Access denied"}"#), ["feishu"]);
        assert_eq!(needed("errcode=88, errmsg=no"), ["dingtalk"]);
        assert_eq!(needed("[60011] 没有权限"), ["dingtalk"]);
    }

    #[test]
    fn most_texts_need_none() {
        for text in [
            "",
            "GET /v1/users 200 in 88 ms",
            r#"{"ok":true,"items":[1,2,3],"time":"2026-11-22 10:00:88"}"#,
            r#"{"code":0,"data":{"id":"a60011b7","size":1600112}}"#,
        ] {
            assert_eq!(needed(text), Vec::<&str>::new(), "{text}");
        }
    }
}
