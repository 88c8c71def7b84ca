//! Words looked for in a piece of a line.

/// Whether `text` holds one of `words`, which are in lower case. An ASCII word is one by itself, not a part of another.
pub(super) fn has_any(text: &str, words: &[&str]) -> bool {
    let text = text.to_ascii_lowercase();
    words.iter().any(|word| text.match_indices(word).any(|(start, _)| is_whole(&text, start, word)))
}

fn is_whole(text: &str, start: usize, word: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let joins = |inner: Option<char>, outer: Option<char>| inner.is_some_and(is_letter) && outer.is_some_and(is_letter);
    let before = text.get(..start).and_then(|t| t.chars().next_back());
    let after = text.get(start + word.len()..).and_then(|t| t.chars().next());
    !joins(word.chars().next(), before) && !joins(word.chars().next_back(), after)
}
