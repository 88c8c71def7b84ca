//! The text around a refusal.

use scopelens_model::Denial;

/// How far from the refusal what tells of it may stand, in bytes.
const AROUND: usize = 2_000;

/// The text around `denial`, which was read in `text`: what stands farther off in a long log is of another call. All of
/// it where nobody knows where the denial stands.
#[must_use]
pub fn near<'t>(denial: &Denial, text: &'t str) -> &'t str {
    let Some(span) = denial.span else { return text };
    let from = text.floor_char_boundary(span.start.saturating_sub(AROUND));
    text.get(from..text.floor_char_boundary(span.end + AROUND)).unwrap_or(text)
}
