//! The text around a refusal.

use scopelens_model::Denial;

/// How far from the refusal what tells of it may stand, in bytes.
const AROUND: usize = 2_000;

/// The text around `denial`, which was read in `given`: what stands farther off in a long log is of another call. All of
/// it where nobody knows where the denial stands.
pub(crate) fn near<'t>(denial: &Denial, given: &'t str) -> &'t str {
    let Some(span) = denial.span else { return given };
    let floor = |place: usize| (0..=place.min(given.len())).rev().find(|i| given.is_char_boundary(*i)).unwrap_or(0);
    given.get(floor(span.start.saturating_sub(AROUND))..floor(span.end + AROUND)).unwrap_or(given)
}
