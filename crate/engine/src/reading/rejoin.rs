//! What a line break cut in two, as a PDF or a narrow window breaks it at a sign: a scope is joined where a catalog knows the
//! whole, an address where it cannot end so. Nothing else is: a sentence may end with a scope.

use std::ops::Range;

use scopelens_pack::Platform;
use scopelens_text::Flat;

/// A longer word is no scope, in bytes.
const MAX_WORD: usize = 128;

/// Signs that no address ends with.
const NEVER_LAST: [char; 7] = ['?', '&', '=', '%', '#', '_', '-'];

/// Takes the line breaks out of `flat` that part a scope of one of `platforms` or an address.
pub(super) fn rejoin(platforms: &[&Platform], flat: &mut Flat) {
    let mut gaps: Vec<Range<usize>> = Vec::new();
    let mut address_from = None;
    for line_break in memchr::memchr_iter(b'\n', flat.text.as_bytes()) {
        let Some(gap) = Gap::new(&flat.text, line_break) else { continue };
        let is_address = gap.parts_address(address_from);
        if is_address || gap.parts_scope(platforms) {
            address_from = is_address.then_some(gap.place.end);
            gaps.push(gap.place);
        }
    }
    flat.remove(&gaps);
}

/// A line break with the blanks around it, and what stands on either side.
struct Gap<'t> {
    place: Range<usize>,
    /// The line above, up to its last sign.
    above: &'t str,
    /// Where that line begins.
    start: usize,
    below: &'t str,
}

impl<'t> Gap<'t> {
    /// Nothing where a line is empty.
    fn new(text: &'t str, line_break: usize) -> Option<Self> {
        let blank = [' ', '\t'];
        let before = text.get(..line_break)?.trim_end_matches(blank);
        let below = text.get(line_break + 1..)?.trim_start_matches(blank);
        let start = before.rfind('\n').map_or(0, |offset| offset + 1);
        let above = before.get(start..)?.trim_start_matches(blank);
        let goes_on = below.starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '%'));
        let start = before.len() - above.len();
        (goes_on && !above.is_empty()).then(|| Self {
            place: before.len()..text.len() - below.len(),
            above,
            start,
            below,
        })
    }

    /// Whether the catalog of a platform knows the words on both sides as one scope, and the first not by itself.
    fn parts_scope(&self, platforms: &[&Platform]) -> bool {
        let (head, rest) = (last_word(self.above), first_word(self.below));
        if !head.contains(['.', ':', '_', '-']) || head.len() + rest.len() > MAX_WORD {
            return false;
        }
        let is_known = |word: &str| platforms.iter().any(|platform| platform.catalog.scope(word).is_some());
        is_known(&format!("{head}{}", rest.trim_end_matches(['.', ':', '-']))) && !is_known(head)
    }

    /// Whether an address that begins above goes on below; `joined`: where text begins that goes on with one from above.
    fn parts_address(&self, joined: Option<usize>) -> bool {
        let run = self.above.rsplit(char::is_whitespace).next().unwrap_or_default();
        let is_address = run.contains("://") || (joined == Some(self.start) && run.len() == self.above.len());
        let below = self.below.split(char::is_whitespace).next().unwrap_or_default();
        let is_part = || run.ends_with(['/', '.', ':']) && below.contains(['/', '?', '=', '&', '%']);
        is_address && (run.ends_with(NEVER_LAST) || is_part())
    }
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | ':' | '-')
}

fn last_word(text: &str) -> &str {
    text.get(text.trim_end_matches(is_word).len()..).unwrap_or_default()
}

fn first_word(text: &str) -> &str {
    text.get(..text.len() - text.trim_start_matches(is_word).len()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
