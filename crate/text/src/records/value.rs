//! What stands behind a separator.

/// A longer value is a body or prose: its members are read on their own.
const MAX_VALUE: usize = 4_096;

/// How many quotes inside a string are taken for its own before the first one counts as its end.
const MAX_INNER_QUOTES: usize = 8;

/// A member's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value<'t> {
    /// A string, a number or bare words, without quotes.
    Text(&'t str),
    /// An opened bracket; its content starts at this offset.
    Open(usize),
}

impl<'t> Value<'t> {
    /// The text, where it is one.
    #[must_use]
    pub fn text(self) -> Option<&'t str> {
        match self {
            Value::Text(text) => Some(text),
            Value::Open(_) => None,
        }
    }
}

/// The value that starts at or after `from`, and where it ends. `over_lines`: it may stand on a later line.
pub(super) fn value_at(flat: &str, from: usize, over_lines: bool) -> Option<(Value<'_>, usize)> {
    let rest = flat.get(from..)?;
    let blank = |c: char| c == ' ' || c == '\t' || (over_lines && c == '\n');
    let body = rest.trim_start_matches(blank);
    if let Some(lines) = dashed(body) {
        let end = from + rest.len() - body.len() + 1 + lines.len();
        return Some((Value::Text(lines), end));
    }
    let body = untyped(body);
    let offset = from + rest.len() - body.len();
    match body.chars().next()? {
        '{' | '[' | '(' => Some((Value::Open(offset + 1), offset + 1)),
        quote @ ('"' | '\'' | '`') => {
            let text = quoted(body.get(1..)?, quote);
            Some((Value::Text(text), offset + 1 + text.len()))
        }
        _ => {
            let text = bare(body);
            (!text.is_empty()).then_some((Value::Text(text), offset + text.len()))
        }
    }
}

/// The value behind what a language prints of its type: PHP's `string(4) "x"`, `array(1) {` and `array (`, Go's
/// `[]interface {}{"x"}`, Rust's `Some("x")`, Java's `Optional[x]`, Python's `b'x'`.
fn untyped(body: &str) -> &str {
    php(body).or_else(|| go(body)).or_else(|| wrapped(body)).unwrap_or(body)
}

fn php(body: &str) -> Option<&str> {
    let rest = ["string", "array", "Array"].iter().find_map(|name| body.strip_prefix(name))?;
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '(' | ')'));
    // The bracket of `array (` is the list's own.
    let open = body.get(..body.len() - rest.len())?.ends_with('(');
    let rest = if open { body.get(body.len() - rest.len() - 1..)? } else { rest }.trim_start();
    rest.starts_with(['"', '{', '(']).then_some(rest)
}

/// A slice or map literal of `%#v`.
fn go(body: &str) -> Option<&str> {
    let rest = body.trim_start_matches('&');
    let rest = rest.strip_prefix("[]").or_else(|| rest.strip_prefix("map[string]"))?;
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '*' | '.' | '_'));
    let rest = rest.strip_prefix(" {}").unwrap_or(rest);
    rest.starts_with('{').then_some(rest)
}

fn wrapped(body: &str) -> Option<&str> {
    const WRAPPERS: [&str; 7] = ["Some(", "Ok(", "Optional(", "Optional[", "Just ", "b", "u"];
    let rest = WRAPPERS.iter().find_map(|name| body.strip_prefix(name))?;
    let is_bare = body.starts_with("Optional[") && rest.starts_with(|c: char| c.is_ascii_alphanumeric());
    (is_bare || rest.starts_with(['"', '\'']) || (body.starts_with("Some(") && rest.starts_with('['))).then_some(rest)
}

/// YAML's list on the lines below its name, from the first dash to the last line that has one.
fn dashed(body: &str) -> Option<&str> {
    let below = body.strip_prefix('\n')?;
    let is_item = |line: &&str| line.trim_start().starts_with("- ");
    let len: usize = limit(below).split_inclusive('\n').take_while(is_item).map(str::len).sum();
    (len > 0).then(|| below.get(..len)).flatten()
}

/// A string up to its closing quote: the first that something which may follow a string follows, or that closes as a word's
/// does where none has opened within. Escapes are gone by now, so a quote inside the string looks like its end.
fn quoted(body: &str, quote: char) -> &str {
    let window = limit(body);
    let (mut first, mut inner) = (None, 0_usize);
    for (offset, _) in window.match_indices(quote).take(MAX_INNER_QUOTES) {
        first = first.or(Some(offset));
        let (before, after) = (window.get(..offset).unwrap_or_default(), window.get(offset + 1..).unwrap_or_default());
        let closes_word = !before.ends_with([' ', '(', '[', ':', '=']) && after.starts_with(' ');
        if ends_string(after) || (closes_word && inner == 0 && quote == '"') {
            return before;
        }
        inner = if closes_word { inner.saturating_sub(1) } else { inner + 1 };
    }
    let end = first.unwrap_or_else(|| window.find('\n').unwrap_or(window.len()));
    window.get(..end).unwrap_or_default()
}

fn ends_string(after: &str) -> bool {
    let next = after.trim_start_matches([' ', '\t']).chars().next();
    next.is_none_or(|c| matches!(c, ',' | '}' | ']' | ')' | ':' | ';' | '\n' | '>' | '<' | '/' | '#' | '&'))
}

/// Bare words up to what separates members; an apostrophe within a word does not.
fn bare(body: &str) -> &str {
    const ENDS: [char; 12] = [',', ';', '}', ']', ')', '\n', '"', '\'', '`', '|', '{', '['];
    let window = limit(body);
    let within_word = |offset: usize| {
        let (before, after) = (window.get(..offset), window.get(offset + 1..));
        let is_letter = |c: char| c.is_ascii_alphabetic();
        before.is_some_and(|text| text.ends_with(is_letter)) && after.is_some_and(|text| text.starts_with(is_letter))
    };
    let mut ends = window.match_indices(ENDS).filter(|(offset, end)| *end != "'" || !within_word(*offset));
    let end = ends.next().map_or(window.len(), |(offset, _)| offset);
    window.get(..end).unwrap_or_default().trim_end()
}

fn limit(body: &str) -> &str {
    body.get(..body.floor_char_boundary(MAX_VALUE)).unwrap_or_default()
}
