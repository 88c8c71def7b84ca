//! The fourth pass: a secret that was found by its name is masked wherever it stands again.

use std::collections::BTreeMap;

use super::bytes::{is_word, slice};
use super::platforms::Platforms;
use super::runs::runs;
use super::span::{Span, gaps};

/// Shorter values are too common to be looked for.
const SHORTEST: usize = 10;

/// Secrets by their values, with what they are.
pub(super) type Known = BTreeMap<String, String>;

/// The secrets of `spans` that are looked for elsewhere, with what they are.
fn telling<'t, 'm>(
    platforms: &Platforms,
    text: &'t str,
    spans: &[Span<'m>],
) -> impl Iterator<Item = (&'t str, &'m str)> {
    let secrets = spans.iter().map(|span| (slice(text, span.start, span.end), span.label));
    secrets.filter(|(value, _)| is_telling(platforms, value))
}

/// The same, to be looked for in other texts.
pub(super) fn known(platforms: &Platforms, text: &str, spans: &[Span]) -> Known {
    telling(platforms, text, spans).map(|(value, label)| (value.to_owned(), label.to_owned())).collect()
}

/// Adds the places where the secrets of `spans` stand again, and those of `beside`.
pub(super) fn find<'m>(platforms: &Platforms, text: &str, beside: &'m Known, spans: &mut Vec<Span<'m>>) {
    let mut known: BTreeMap<&str, &'m str> =
        beside.iter().map(|(value, label)| (value.as_str(), label.as_str())).collect();
    for (value, label) in telling(platforms, text, spans) {
        known.entry(value).or_insert(label);
    }
    if known.is_empty() {
        return;
    }
    let longest = known.keys().map(|value| value.len()).max().unwrap_or(0);
    let mut again = Vec::new();
    for (from, to) in gaps(spans, text.len()) {
        for (start, end) in runs(text.as_bytes(), from, to) {
            // Most words are shorter than any secret.
            let fits = (SHORTEST..=longest).contains(&(end - start));
            if let Some(label) = fits.then(|| known.get(slice(text, start, end))).flatten() {
                again.push(Span { start, end, label });
            }
        }
    }
    spans.append(&mut again);
}

fn is_telling(platforms: &Platforms, value: &str) -> bool {
    let count = |fit: fn(&u8) -> bool| value.as_bytes().iter().filter(|c| fit(c)).count();
    value.len() >= SHORTEST
        && value.bytes().all(is_word)
        && count(u8::is_ascii_digit) > 0
        && count(u8::is_ascii_alphabetic) > 0
        && !platforms.keeps(value)
}
