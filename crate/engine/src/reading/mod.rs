//! From a text to the denials in it: flatten, find members, match rules, put hits together, read the facts.

mod attribution;
mod by_reference;
mod call;
mod carrier;
mod facts;
mod folded;
mod gather;
mod generic;
mod group;
mod hits;
mod loose;
mod mention;
mod named;
mod nearby;
mod needles;
mod packed;
mod page;
mod phrases;
mod rejoin;
mod scopes;
mod search;
mod selector;
mod sift;
mod windows;

use crate::Engine;
pub use by_reference::{Patterns, patterns};
pub(crate) use needles::Needles;
use page::Page;
use scopelens_model::{Denial, Exchange};
use scopelens_pack::{Platform, Text};
use scopelens_text::{Flat, flatten, order};
pub(crate) use selector::Selector;
pub use sift::{Decision, decide, platform_at, sift};

/// More refusals than this in one text are counted, not read.
const MAX_DENIALS: usize = 50;

/// What a text holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The denials, in the order of the text.
    pub denials: Vec<Denial>,
    /// What was not read, and why.
    pub left: Vec<Left>,
}

/// A reason why a part of a text was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// So many bytes between the places that were read.
    Bytes(usize),
    /// So many refusals beyond the first fifty.
    Denials(usize),
}

/// Reads a snippet: text that a person selected, pasted or piped in.
///
/// ```
/// use scopelens_engine::{Engine, reading::read_snippet};
///
/// let engine = Engine::of_packs(scopelens_platforms::packs())?;
/// let text = r#"{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied","accessdenieddetail":{"requiredScopes":["Contact.User.Read"]}}"#;
/// let reading = read_snippet(&engine, text);
/// assert_eq!(reading.denials[0].scopes[0].value, "Contact.User.Read");
/// assert!(read_snippet(&engine, "All is well.").denials.is_empty());
/// # Ok::<(), scopelens_pack::PackError>(())
/// ```
#[must_use]
pub fn read_snippet(engine: &Engine, text: &str) -> Reading {
    read(engine, text, None, MAX_DENIALS)
}

/// Every denial in a part of a longer text.
pub(crate) fn read_part(engine: &Engine, text: &str) -> Vec<Denial> {
    read(engine, text, None, usize::MAX).denials
}

/// Reads an exchange: its body, with the call it answers.
#[must_use]
pub fn read_exchange(engine: &Engine, exchange: &Exchange) -> Reading {
    read(engine, exchange.body.as_deref().unwrap_or_default(), Some(exchange), MAX_DENIALS)
}

/// Files of the packs that it takes to read a snippet and to speak of it in a language, as far as they are not loaded. `lang` is a
/// language tag.
#[must_use]
pub fn missing_for_snippet(engine: &Engine, text: &str, lang: &str) -> Vec<Text> {
    if engine.is_whole(lang) {
        return Vec::new();
    }
    engine.missing(&needed(engine, text, None), lang)
}

/// The same for an exchange.
#[must_use]
pub fn missing_for_exchange(engine: &Engine, exchange: &Exchange, lang: &str) -> Vec<Text> {
    if engine.is_whole(lang) {
        return Vec::new();
    }
    let body = exchange.body.as_deref().filter(|body| sift(engine, body)).unwrap_or_default();
    engine.missing(&needed(engine, body, Some(exchange)), lang)
}

/// The places of the platforms that a text needs, sorted.
fn needed(engine: &Engine, text: &str, exchange: Option<&Exchange>) -> Vec<usize> {
    let mut needed = Vec::new();
    for part in windows::windows(engine, text).0 {
        let flat = flatten(text.get(part).unwrap_or_default());
        engine.selector().select(&flat.text, &mut needed);
    }
    engine.selector().select_host(exchange, &mut needed);
    needed
}

/// The platforms that a flat text needs, as far as they are loaded.
fn platforms<'e>(engine: &'e Engine, flat: &Flat, exchange: Option<&Exchange>) -> Vec<&'e Platform> {
    let mut needed = Vec::new();
    engine.selector().select(&flat.text, &mut needed);
    engine.selector().select_host(exchange, &mut needed);
    engine.platforms_at(&needed)
}

fn read(engine: &Engine, text: &str, exchange: Option<&Exchange>, max_denials: usize) -> Reading {
    let (parts, unread) = windows::windows(engine, text);
    let mut reading = Reading::default();
    let mut omitted = 0;
    for part in &parts {
        let flat = flatten(text.get(part.clone()).unwrap_or_default());
        let mut platforms = platforms(engine, &flat, exchange);
        if platforms.is_empty() {
            continue;
        }
        let page = Page::new(flat, &platforms, part.start, exchange);
        let members = page.members();
        let mut of_part = Vec::new();
        order::sort_by_key(&mut platforms, |platform| platform.spec.generic);
        for platform in &platforms {
            if platform.spec.generic && generic::is_left_to_others(&of_part, part.clone()) {
                break;
            }
            let (denials, beyond) = group::denials(platform, &page, &members, max_denials);
            of_part.extend(denials);
            omitted += beyond;
        }
        generic::leave_to_others(&platforms, &mut of_part);
        reading.denials.extend(of_part);
    }
    order::sort_by_key(&mut reading.denials, |d| d.span.map(|s| s.start));
    if unread > 0 {
        reading.left.push(Left::Bytes(unread));
    }
    omitted += reading.denials.len().saturating_sub(max_denials);
    reading.denials.truncate(max_denials);
    if omitted > 0 {
        reading.left.push(Left::Denials(omitted));
    }
    reading
}

#[cfg(test)]
mod framed;
#[cfg(test)]
pub(crate) mod proofs;
#[cfg(test)]
mod tests;
