//! The words of a list, whatever brackets, quotes and nested objects it is written with.

/// A list of scopes is short; past this it is not one.
const MAX_LIST: usize = 4_096;

/// The words from `open` (just behind a bracket) to its closing one, each with its offset. Names of nested members
/// are left out: `[{scope: "a", name: "b"}]` gives `a` and `b`. A list that is cut off loses its last, unfinished word.
#[must_use]
pub fn words_in(flat: &str, open: usize) -> Vec<(&str, usize)> {
    let Some(rest) = flat.get(open..) else {
        return Vec::new();
    };
    let (inside, whole) = inside(rest);
    let mut words: Vec<(&str, usize)> = Vec::new();
    let mut offset = 0;
    while let Some((text, start)) = next_word(inside, offset) {
        offset = start + text.len();
        if !text.ends_with(':') && !is_name(inside.get(offset..).unwrap_or_default()) {
            words.push((text, open + start));
        }
    }
    let cut = !whole && words.last().is_some_and(|(w, offset)| offset + w.len() == open + inside.len());
    if cut {
        words.pop();
    }
    words
}

/// Up to the bracket that closes this one, and whether there is one.
fn inside(rest: &str) -> (&str, bool) {
    let mut depth = 0_usize;
    for (offset, b) in rest.bytes().enumerate().take(MAX_LIST) {
        match b {
            b'[' | b'{' | b'(' => depth += 1,
            b']' | b'}' | b')' if depth == 0 => return (rest.get(..offset).unwrap_or_default(), true),
            b']' | b'}' | b')' => depth -= 1,
            _ => {}
        }
    }
    (rest.get(..rest.floor_char_boundary(MAX_LIST)).unwrap_or_default(), false)
}

fn next_word(text: &str, from: usize) -> Option<(&str, usize)> {
    let rest = text.get(from..)?;
    let start = from + rest.find(is_word)?;
    let word = text.get(start..)?;
    let end = word.find(|c| !is_word(c)).unwrap_or(word.len());
    Some((word.get(..end)?, start))
}

/// Scopes of the platforms hold dots, colons, slashes and dashes.
fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '.' | ':' | '/' | '-' | '*')
}

fn is_name(after: &str) -> bool {
    let after = after.trim_start_matches(['"', '\'', '`']).trim_start_matches(' ');
    after.starts_with([':', '='])
}
