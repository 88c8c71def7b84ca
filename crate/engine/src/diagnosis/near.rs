//! The text around a refusal.

use scopelens_model::Denial;

/// How far from the refusal what tells of it may stand, in bytes.
const AROUND: usize = 2_000;

/// The text around `denial`, which was read in `text`: what stands farther off in a long log is of another call. All of
/// it where nobody knows where the denial stands.
#[must_use]
pub fn near<'t>(denial: &Denial, text: &'t str) -> &'t str {
    let Some(span) = denial.span else { return text };
    let floor = |place: usize| (0..=place.min(text.len())).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0);
    text.get(floor(span.start.saturating_sub(AROUND))..floor(span.end + AROUND)).unwrap_or(text)
}
