//! What stands in place of a secret: `masked-<what>-<n>`, or `999000<nnnnn>` where a number stood.
//!
//! Letters, digits and hyphens only, so that a mask is safe in JSON, in a URL and in a shell. The number counts the distinct secrets of one text:
//! the same secret has the same number wherever it stands, and nothing of the secret can be worked out from it.

use memchr::memchr;

use super::custom::CustomMask;
use super::detectors;
use super::platforms::Platforms;

pub(super) const LEAD: &str = "masked-";
const NUMBER_LEAD: &str = "999000";

/// The mask of the `n`th secret.
pub(super) fn word(label: &str, n: u64) -> String {
    format!("{LEAD}{label}-{n}")
}

/// The mask of the `n`th secret where a number has to stay a number.
pub(super) fn number(n: u64) -> String {
    format!("{NUMBER_LEAD}{n:05}")
}

/// Whether `value` is a mask that the redactor writes by itself.
pub(super) fn is_mask(platforms: &Platforms, value: &str) -> bool {
    counted(platforms, &[], value).is_some()
}

/// The number of a mask, be it built in or one of `masks`.
fn counted(platforms: &Platforms, masks: &[CustomMask], value: &str) -> Option<u64> {
    let digits = |text: &str| text.bytes().all(|c| c.is_ascii_digit()).then(|| text.parse().ok()).flatten();
    if let Some(n) = value.strip_prefix(NUMBER_LEAD).filter(|n| (5..10).contains(&n.len())) {
        return digits(n);
    }
    let (label, n) = value.strip_prefix(LEAD)?.rsplit_once('-')?;
    let is_known = detectors::knows(label) || platforms.knows(label) || masks.iter().any(|mask| mask.name == label);
    (n.len() < 10 && is_known).then(|| digits(n)).flatten()
}

/// The highest number of the masks that `text` has already.
pub(super) fn highest(platforms: &Platforms, masks: &[CustomMask], text: &str) -> u64 {
    let number = |(start, end): &(usize, usize)| counted(platforms, masks, text.get(*start..*end)?);
    places(platforms, masks, text).iter().filter_map(number).max().unwrap_or(0)
}

/// Whether a mask stands somewhere in `value`, which then has been judged before.
pub(super) fn holds_mask(platforms: &Platforms, value: &str) -> bool {
    if memchr(b'm', value.as_bytes()).is_none() && !value.starts_with(NUMBER_LEAD) {
        return false;
    }
    words(value, LEAD).any(|(_, word)| is_mask(platforms, word)) || is_mask(platforms, value)
}

/// Where the masks in `text` stand, in order. Letters may stand right behind one: masks of others end within a word.
pub(super) fn places(platforms: &Platforms, masks: &[CustomMask], text: &str) -> Vec<(usize, usize)> {
    let mask = |(offset, word): (usize, &str)| {
        let ends = (1..=word.len()).rev().filter(|end| word.as_bytes().get(end - 1).is_some_and(u8::is_ascii_digit));
        let mask = ends.filter_map(|end| word.get(..end)).find(|mask| counted(platforms, masks, mask).is_some())?;
        Some((offset, offset + mask.len()))
    };
    let mut places: Vec<_> = [LEAD, NUMBER_LEAD].iter().flat_map(|lead| words(text, lead)).filter_map(mask).collect();
    scopelens_text::order::sort_by_key(&mut places, |place| *place);
    places
}

/// What may be masks in `text`: what begins with `lead`, to the end of the word.
fn words<'a>(text: &'a str, lead: &'a str) -> impl Iterator<Item = (usize, &'a str)> + 'a {
    text.match_indices(lead).filter_map(|(offset, _)| {
        let rest = text.get(offset..).unwrap_or("");
        let end = rest.bytes().take(64).take_while(|&c| super::bytes::is_word(c)).count();
        rest.get(..end).map(|word| (offset, word))
    })
}
