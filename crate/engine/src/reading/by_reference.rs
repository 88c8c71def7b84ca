//! The needles as regular expressions for a page's own strings: a body is tested where it is, and copied here on a hit
//! only, for copying it costs more than the test.

use scopelens_pack::{IndexPlatform, MIN_CODE, Text, member_core, shortest};
use scopelens_text::{fold, order, spellings};
use serde::Serialize;

use super::needles::NAME_BEFORE;
use super::sift::MAX_BODY;

/// A refusal is small: what is longer is a document.
const HEAD: usize = 64 * 1024;

/// What stands between a member's name and its value, escaped by whatever carries it.
const SEPARATORS: &str = "(?:[^0-9A-Za-z]|&quot;|u0022|%22|%3[AaDd]){1,12}";

/// What stands between two parts of a text, as it is and escaped.
const BETWEEN: &str = "(?:[^0-9A-Za-z]|&#?[0-9A-Za-z]{2,6};|u00[0-9A-Fa-f]{2}|%[0-9A-Fa-f]{2}){1,24}";

/// What escapers change, besides quotes and backslashes.
const ESCAPED: [char; 10] = ['<', '>', '&', '\'', '"', '/', '\\', '=', '+', '%'];

/// A word of fewer UTF-16 units is looked for by the pattern: the search for words leaps by the shortest one's length.
const LEAST_WORD: usize = 8;

/// What a page tests a body by. The expressions hold nothing that JavaScript and this engine's own read differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Patterns {
    /// What stands in a text by itself. With `pattern` it finds what the engine sifts by, and more spellings of it.
    pub words: Vec<String>,
    /// Codes behind the name of their member, short words, and words that are escaped.
    pub pattern: String,
    /// So much of a body is searched for `words` and `pattern`, in UTF-16 units.
    pub head: usize,
    /// Finds a landmark of any platform at the speed of memory, in the whole of a body that is longer.
    pub landmarks: String,
    /// Of longer bodies nothing is read, in UTF-16 units.
    pub most: u64,
}

/// The patterns of `platforms`.
#[must_use]
pub fn patterns<'p>(platforms: impl Iterator<Item = &'p IndexPlatform>) -> Patterns {
    let platforms: Vec<&IndexPlatform> = platforms.collect();
    let platforms = platforms.as_slice();
    let landmarks = platforms.iter().flat_map(|p| &p.landmarks).map(|word| word.to_string());
    let landmarks = one_of(landmarks.collect());
    let texts = platforms.iter().flat_map(|platform| &platform.words);
    let (common, telling): (Vec<&Text>, Vec<&Text>) = texts.partition(|text| is_common(text));
    let words = words(&telling);
    let parted = parted(&common, &words);
    let escaped = words.iter().filter(|word| !word.is_ascii()).map(|word| escaped(word)).collect();
    let (words, short): (Vec<_>, Vec<_>) =
        words.into_iter().partition(|word| word.encode_utf16().count() >= LEAST_WORD);
    let mut pattern = short.iter().map(|word| regex_lite::escape(word)).collect::<Vec<_>>();
    pattern.push(format!("\\\\u{}", one_of(escaped)));
    pattern.extend(parted);
    pattern.push(codes(platforms));
    Patterns { words, pattern: pattern.join("|"), head: HEAD, landmarks, most: MAX_BODY }
}

/// A code behind the name of its member, which no comma or bracket parts from it.
fn codes(platforms: &[&IndexPlatform]) -> String {
    let codes = platforms.iter().flat_map(|platform| &platform.codes).map(|code| code.to_string());
    let (long, short): (Vec<String>, Vec<String>) = codes.partition(|code| code.len() >= MIN_CODE);
    let long = shortest(long).iter().map(|code| regex_lite::escape(code)).collect();
    let short = shortest(short).iter().map(|code| regex_lite::escape(code)).collect();
    let (names, short, long) = (one_of(names(platforms)), one_of(short), one_of(long));
    format!("{names}(?:{SEPARATORS}{short}|[^,{{}}]{{0,{NAME_BEFORE}}}{long})")
}

/// What stands in a text by itself, as it is and folded.
fn words(texts: &[&Text]) -> Vec<String> {
    shortest(texts.iter().flat_map(|text| spellings(text).map(|text| kernel(&text).to_owned())).collect())
}

/// Whether a text's longest part alone is too common to be searched for, and its parts together are not: `"status":"403"`.
fn is_common(text: &str) -> bool {
    kernel(text).len() < LEAST_WORD && text.is_ascii() && text.contains(ESCAPED) && parts(text).count() > 1
}

/// The letters and digits of a text, without what stands between them.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty())
}

/// Patterns of the common texts that none of `words` finds, each once.
fn parted(texts: &[&Text], words: &[String]) -> Vec<String> {
    let mut patterns = Vec::new();
    for text in texts.iter().filter(|text| !words.iter().any(|word| text.contains(&**word))) {
        order::insert(&mut patterns, parts(text).collect::<Vec<_>>().join(BETWEEN));
    }
    patterns
}

fn names(platforms: &[&IndexPlatform]) -> Vec<String> {
    let names = platforms.iter().flat_map(|platform| &platform.code_names).map(|name| member_core(name));
    shortest(names.collect()).iter().map(|name| name.chars().map(any_case).collect()).collect()
}

/// The longest part of a text that escapers leave as it is.
fn kernel(text: &str) -> &str {
    let is_changed = |c: char| ESCAPED.contains(&c) || fold(c.encode_utf8(&mut [0; 4])).chars().ne([c]);
    text.split(is_changed).max_by_key(|part| part.len()).unwrap_or_default()
}

/// `5e94\\+u7528`: behind `\u`, with as many backslashes before the others as there may be.
fn escaped(word: &str) -> String {
    let unit = |unit: u16| format!("{unit:04x}").chars().map(any_case).collect::<String>();
    let spelt = |c: char| match c {
        c if c.is_ascii() => regex_lite::escape(c.encode_utf8(&mut [0; 4])),
        c => c.encode_utf16(&mut [0; 2]).iter().map(|u| format!(r"\\+u{}", unit(*u))).collect(),
    };
    let run = word.trim_start_matches(|c: char| c.is_ascii()).chars().map(spelt).collect::<String>();
    run.trim_start_matches(r"\\+u").to_owned()
}

/// `[Ee]` for a letter.
fn any_case(c: char) -> String {
    if c.is_ascii_alphabetic() {
        format!("[{}{}]", c.to_ascii_uppercase(), c.to_ascii_lowercase())
    } else {
        regex_lite::escape(c.encode_utf8(&mut [0; 4]))
    }
}

/// Of no parts there is none in any text.
fn one_of(parts: Vec<String>) -> String {
    if parts.is_empty() { "[^\\s\\S]".to_owned() } else { format!("(?:{})", parts.join("|")) }
}

#[cfg(test)]
mod tests;
