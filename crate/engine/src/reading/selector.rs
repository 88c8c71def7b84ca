//! Which platforms a text needs: one pass over a flat text finds the words, codes and names of all of them. Most texts need none.
//!
//! A platform whose rules hold in a text is always among those that the text needs; one that is needed may have nothing to say.

use scopelens_model::{Exchange, split_url};
use scopelens_pack::{IndexPlatform, MIN_CODE, Pattern, Text, has};
use scopelens_text::{order, spellings};

use super::needles::{CodeNames, is_number, is_part_of_longer};
use super::search::Search;

/// Bytes of the shortest text that can be searched for; a platform that has a shorter one is needed for every text.
const MIN_SEARCHED: usize = 2;

/// Longest word that may be a scope, in bytes.
const MAX_SCOPE: usize = 128;

/// The words, codes and names of all platforms, ready to be searched for in flat texts.
#[derive(Debug)]
pub(crate) struct Selector {
    signs: Vec<Sign>,
    search: Search,
    code_names: CodeNames,
    /// Patterns that name a platform, each with the platform's place.
    names: Vec<(Pattern, usize)>,
    platforms: Vec<Asked>,
}

/// What is asked of one platform by itself.
#[derive(Debug)]
struct Asked {
    hosts: Vec<Text>,
    scope: Pattern,
    /// Whether any text may need it.
    always: bool,
}

/// A text that stands for a platform.
#[derive(Debug)]
struct Sign {
    text: String,
    kind: SignKind,
    /// The place of the platform or, for names, that of the pattern.
    place: usize,
}

#[derive(Debug, Clone, Copy)]
enum SignKind {
    /// A platform's own word.
    Word,
    /// A word that counts where a scope stands in the text.
    WeakWord,
    /// An error code.
    Code,
    /// An error code that counts where a scope stands in the text.
    WeakCode,
    /// A literal of a pattern that names the platform.
    Name,
}

impl Selector {
    /// The selector of `platforms`, which it calls by their places.
    pub(crate) fn new<'p>(platforms: impl Iterator<Item = &'p IndexPlatform>) -> Self {
        let (mut signs, mut names, mut code_names) = (Vec::new(), Vec::new(), Vec::new());
        let mut asked = Vec::new();
        for (place, platform) in platforms.enumerate() {
            let of_platform = signs_of(platform, place);
            let mut always = platform.unbounded || of_platform.iter().any(|sign| sign.text.len() < MIN_SEARCHED);
            for name in &platform.names {
                let literals = name.required_set();
                always |= literals.is_empty() || literals.iter().any(|literal| literal.len() < MIN_SEARCHED);
                let sign = |text: &String| Sign { text: text.clone(), kind: SignKind::Name, place: names.len() };
                signs.extend(literals.iter().map(sign));
                names.push((name.clone(), place));
            }
            signs.extend(of_platform);
            code_names.extend(&platform.code_names);
            asked.push(Asked { hosts: platform.hosts.clone(), scope: platform.scope.clone(), always });
        }
        signs.retain(|sign| sign.text.len() >= MIN_SEARCHED);
        let search = Search::new(signs.iter().map(|sign| sign.text.as_str()));
        Self { search, signs, code_names: CodeNames::new(code_names), names, platforms: asked }
    }

    /// Adds the places of the platforms that a flat text needs to `needed`, a sorted list.
    pub(crate) fn select(&self, text: &str, needed: &mut Vec<usize>) {
        let always = self.platforms.iter().enumerate().filter(|(_, platform)| platform.always);
        always.for_each(|(place, _)| _ = order::insert(needed, place));
        let (mut with_scope, mut named) = (Vec::new(), Vec::new());
        self.search.each(text.as_bytes(), 0..text.len(), |index, offset| {
            let Some(sign) = self.signs.get(index) else { return };
            let is_code = || self.is_code(text, offset, &sign.text);
            match sign.kind {
                SignKind::Code | SignKind::WeakCode if !is_code() => {}
                SignKind::Word | SignKind::Code => _ = order::insert(needed, sign.place),
                SignKind::WeakWord | SignKind::WeakCode => _ = order::insert(&mut with_scope, sign.place),
                SignKind::Name => _ = order::insert(&mut named, sign.place),
            }
        });
        for (name, place) in named.iter().filter_map(|index| self.names.get(*index)) {
            if !needed.contains(place) && name.is_match(text) {
                order::insert(needed, *place);
            }
        }
        with_scope.retain(|place| !needed.contains(place));
        if !with_scope.is_empty() {
            let words = words(text);
            let fitting = with_scope.into_iter().filter(|place| self.has_scope(&words, *place));
            fitting.for_each(|place| _ = order::insert(needed, place));
        }
    }

    /// Adds the place of the platform on whose host the exchange was, if there is one.
    pub(crate) fn select_host(&self, exchange: Option<&Exchange>, needed: &mut Vec<usize>) {
        let Some((host, _)) = exchange.and_then(|exchange| split_url(&exchange.head.url)) else { return };
        let places = self.platforms.iter().enumerate().filter(|(_, platform)| has(&platform.hosts, &host));
        places.for_each(|(place, _)| _ = order::insert(needed, place));
    }

    /// Whether the code at `offset` is no part of a longer one and, unless it tells by itself, behind a code member's name.
    fn is_code(&self, text: &str, offset: usize, code: &str) -> bool {
        let tells = || stands_bare(code, text.get(offset + code.len()..).unwrap_or_default());
        let bytes = text.as_bytes();
        !is_part_of_longer(bytes, offset, code) && (tells() || self.code_names.stand_right_before(bytes, offset))
    }

    /// Whether one of the words has the form of the platform's scopes.
    fn has_scope(&self, words: &[&str], place: usize) -> bool {
        self.platforms.get(place).is_some_and(|platform| words.iter().any(|word| platform.scope.is_match(word)))
    }
}

/// The words of a text that may be scopes, each once.
fn words(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | ':' | '/' | '-')));
    let words = words.map(|word| word.trim_end_matches(['.', ':', '-']));
    let mut words: Vec<&str> = words.filter(|word| (1..=MAX_SCOPE).contains(&word.len())).collect();
    order::sort_by_key(&mut words, |word| *word);
    words.dedup();
    words
}

/// Whether a code may be one without a member's name before it (see `loose`): a long number, or a word before `code: 403`.
fn stands_bare(code: &str, after: &str) -> bool {
    if is_number(code) { code.len() >= MIN_CODE } else { after.trim_start_matches(':').starts_with(" code: ") }
}

/// The words, codes and hosts that stand for a platform. What counts only where it is named is left out: its names are signs.
fn signs_of(platform: &IndexPlatform, place: usize) -> Vec<Sign> {
    let is_own = |text: &&Text| platform.with_name.binary_search(text).is_err();
    let kind = |text: &Text, strong, weak| if platform.with_scope.binary_search(text).is_ok() { weak } else { strong };
    let of_word = |word| {
        let kind = kind(word, SignKind::Word, SignKind::WeakWord);
        spellings(word).map(move |text| Sign { text: text.into_owned(), kind, place })
    };
    let words = platform.words.iter().filter(is_own).flat_map(of_word);
    let of_code = |code: &Text| {
        let kind = kind(code, SignKind::Code, SignKind::WeakCode);
        Sign { text: code.to_string(), kind, place }
    };
    let codes = platform.codes.iter().filter(is_own).map(of_code);
    let hosts = platform.hosts.iter().map(|host| Sign { text: host.to_string(), kind: SignKind::Word, place });
    words.chain(codes).chain(hosts).collect()
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
        assert_eq!(needed("GET https://api.dingtalk.com/v1.0/todo: 403 Forbidden"), ["dingtalk"]);
        assert_eq!(needed("lark_oapi: 403 Forbidden"), ["feishu"]);
        assert_eq!(needed("insufficient scope: contact:user.base:readonly"), ["feishu"]);
        assert_eq!(needed(r#"pods is forbidden: User "a" cannot list resource "pods""#), ["kubernetes"]);
    }

    #[test]
    fn most_texts_need_none() {
        for text in [
            "",
            "GET /v1/users 200 in 88 ms",
            r#"{"ok":true,"items":[1,2,3],"time":"2026-11-22 10:00:88"}"#,
            r#"{"code":0,"data":{"id":"a60011b7","size":1600112}}"#,
            "HTTP 403 Forbidden, including the ending of the suite",
            "the key was not granted",
            "error: the ingress says this is forbidden",
        ] {
            assert_eq!(needed(text), Vec::<&str>::new(), "{text}");
        }
    }
}
