//! Forms of the short texts of a rule.

use scopelens_text::{fold, spellings};

/// Characters that escapers change, besides quotes and backslashes.
const ESCAPED: [char; 10] = ['<', '>', '&', '\'', '"', '/', '\\', '=', '+', '%'];

/// Six letters, or two Chinese characters.
const MIN_LITERAL: usize = 6;

/// Whether a text may be a rule's word: what all escapers leave of it is long enough to be told from other text.
pub(crate) fn is_searchable(text: &str) -> bool {
    let telling = |literal: &str| literal.chars().filter(|c| c.is_alphanumeric()).map(char::len_utf8).sum::<usize>();
    spellings(text).all(|text| telling(longest_literal(&text)) >= MIN_LITERAL)
}

/// The longest part of a text that escapers leave as it is.
pub(crate) fn longest_literal(text: &str) -> &str {
    let is_changed = |c: char| ESCAPED.contains(&c) || fold(c.encode_utf8(&mut [0; 4])).chars().ne([c]);
    text.split(is_changed).max_by_key(|part| part.len()).unwrap_or_default()
}

/// A name in our own writing: `order-gateway`.
pub(crate) fn is_id(text: &str) -> bool {
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (1..=40).contains(&text.len()) && text.bytes().all(fits) && !text.starts_with('-')
}

/// A host as URLs have it: without scheme, port and path, in lower case.
pub(crate) fn is_host(text: &str) -> bool {
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    let label = |label: &str| !label.is_empty() && label.bytes().all(fits) && !label.starts_with('-');
    text.len() <= 253 && text.split('.').all(label)
}

/// A code as members hold it. `0` is the code of success nearly everywhere.
pub(crate) fn is_code(text: &str) -> bool {
    let fits = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-');
    (1..=80).contains(&text.len()) && text.bytes().all(fits) && text != "0"
}

/// A member's name: a word, or several with blanks, points and hyphens.
pub(crate) fn is_name(text: &str) -> bool {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | ' ');
    (2..=60).contains(&text.len()) && text.chars().all(fits) && text.contains(char::is_alphanumeric)
}

/// A piece of text that refusals are searched for.
pub(crate) fn is_word(text: &str) -> bool {
    text.len() <= 300 && is_searchable(text)
}

/// A piece of text that is looked for in a record that was found otherwise.
pub(crate) fn is_short_text(text: &str) -> bool {
    text.len() <= 300
}

/// A scope's code.
pub(crate) fn is_scope(text: &str) -> bool {
    let fits = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b':' | b'/');
    (1..=100).contains(&text.len()) && text.bytes().all(fits)
}

#[cfg(test)]
mod tests {
    use super::{is_host, is_name, is_word};

    #[test]
    fn hosts_are_bare() {
        for host in ["api.acme.example", "localhost", "10.0.0.7", "xn--fiq228c.example"] {
            assert!(is_host(host), "{host}");
        }
        for no in
            ["", "https://a.example", "a.example:80", "a.example/x", "A.example", "*.a.example", "a..b", "a b", "u@h"]
        {
            assert!(!is_host(no), "{no}");
        }
    }

    #[test]
    fn words_are_long_enough_to_tell_something() {
        assert!(is_word("denied") && is_word("权限") && is_word("no right to call"));
        for no in ["", "no", "deny", "权", "{\"a\":1}", "<a>/<b>", "a b\"c\"d=e", "。。。。"] {
            assert!(!is_word(no), "{no}");
        }
        assert!(is_name("errCode") && is_name("错误码") && is_name("x-trace-id"));
        assert!(!is_name("c") && !is_name("a(b") && !is_name("---"));
    }
}
