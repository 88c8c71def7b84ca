//! Masks what a text must not carry outside: tokens, secrets, codes, cookies, and what points at a person.
//!
//! Any text goes in: JSON (escaped any number of times), headers, URLs, forms, print-outs of programs, logs, prose. Its structure comes out unchanged:
//! JSON stays JSON with the same members and types, and every line stays a line. What a reader or a support desk needs stays readable: app ids,
//! organisation ids, scopes, error codes and messages, request ids, API paths, times, links, hosts.
//!
//! What only one platform has (its token names and shapes, its ids that stay) is that platform's data: a redactor is made of it.
//!
//! A secret is known in one of these ways, tried in this order:
//! 1. as a private key ([`pem`]), as the password of a Chinese sentence ([`prose`]), as the cell of a column that is called so ([`table`]);
//! 2. by the member that holds it ([`detectors`], found by [`outline`], judged by [`members`]);
//! 3. by its shape, by its place in a URL, by the option or the words before it ([`words`]);
//! 4. as the rest of a secret that the line before breaks off ([`broken`]);
//! 5. because the same value was found so elsewhere in the text, or in a text beside it ([`echo`]).
//!
//! Colours of terminals are taken out before all that and stay where they are ([`ansi`]).
//!
//! A word of 32 or 64 lower-case hex digits without a known name is masked, for that is what a DingTalk token looks like. Under the name of a
//! request id or a checksum it stays, and then wherever it stands again; so does a commit's 40 digits, and so does a UUID unless its member says
//! that it is a ticket or a token.
//!
//! Nothing here can fail, and each pass takes time linear in the text.

mod ansi;
mod broken;
mod bytes;
mod command;
mod custom;
mod detectors;
mod echo;
mod emit;
mod escapes;
mod forms;
mod judge;
mod key;
mod loose;
mod marker;
mod meaning;
mod members;
mod outline;
mod pem;
mod person;
mod platforms;
mod prose;
mod public;
mod quote;
mod runs;
mod shape;
mod siblings;
mod span;
mod table;
mod url;
mod value;
mod words;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use ansi::Plain;
pub use custom::CustomMask;
use platforms::Platforms;
use scopelens_pack::Redaction;
use span::Span;
use words::Found;

/// A stretch of a text that a [`Redactor`] masks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Masked {
    /// Offset of its first byte.
    pub start: usize,
    /// Offset behind its last byte.
    pub end: usize,
    /// What it is, such as `access-token` or `mobile`; the name of a custom mask.
    pub label: String,
}

/// What masks secrets: the built-in detectors, what the platforms say of their own, and the masks that a person or a company added.
#[derive(Debug, Clone)]
pub struct Redactor {
    masks: Vec<CustomMask>,
    platforms: Arc<Platforms>,
    /// Secrets of texts beside the one that is masked.
    known: echo::Known,
}

/// How often a text is read: a mask beside other text can make a new reading of it, hardly ever more than once, in hostile texts
/// a dozen times.
const MAX_ROUNDS: usize = 32;

impl Redactor {
    /// A redactor with `masks` and the secrets and ids of platforms beside the built-in detectors.
    #[must_use]
    pub fn new<'r>(masks: Vec<CustomMask>, redactions: impl IntoIterator<Item = &'r Redaction>) -> Self {
        Self { masks, platforms: Arc::new(Platforms::new(redactions)), known: echo::Known::new() }
    }

    /// The same with other masks.
    #[must_use]
    pub fn with_masks(&self, masks: Vec<CustomMask>) -> Self {
        Self { masks, platforms: Arc::clone(&self.platforms), known: self.known.clone() }
    }

    /// The same, which also masks what shows in `texts` to be a secret: a reply may repeat a secret of its request without its name.
    ///
    /// ```
    /// use scopelens_redact::Redactor;
    ///
    /// let redactor = Redactor::new(Vec::new(), []).knowing(["appSecret=Zk8wPq3LmX7vR2tYc9Nb"]);
    /// assert_eq!(redactor.redact("wrong: Zk8wPq3LmX7vR2tYc9Nb"), "wrong: masked-secret-1");
    /// ```
    #[must_use]
    pub fn knowing<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> Self {
        let secrets = texts.into_iter().flat_map(|text| echo::known(&self.platforms, text, &self.find_built_in(text)));
        Self { known: secrets.collect(), ..self.clone() }
    }

    /// The text with every secret masked: `masked-<what>-<n>`, with the same number for the same secret.
    ///
    /// A number stays a number (`999000<nnnnn>`), masks that the text has already stay as they are, so redacting twice changes
    /// nothing more.
    ///
    /// ```
    /// use scopelens_redact::Redactor;
    ///
    /// let redactor = Redactor::new(Vec::new(), []);
    /// let masked = redactor.redact("client_secret=0f4a9c31d27e85b6a1c0934fe2d8bfa7&grant_type=client_credentials");
    /// assert!(masked.starts_with("client_secret=masked-") && masked.ends_with("&grant_type=client_credentials"));
    /// assert_eq!(redactor.redact(&masked), masked);
    /// ```
    #[must_use]
    pub fn redact(&self, text: &str) -> String {
        self.rounds(text, |text| self.find(text))
    }

    /// The same without the custom masks.
    #[must_use]
    pub fn redact_without_custom(&self, text: &str) -> String {
        self.rounds(text, |text| self.find_beside(text, Vec::new()))
    }

    /// Texts that belong together with the custom masks alone, one mask for a secret in all of them. Each comes with the length
    /// of a head, in bytes, that only shows what the rest is: it stays.
    #[must_use]
    pub fn redact_custom(&self, texts: &[(&str, usize)]) -> Vec<String> {
        custom::redact_all(&self.platforms, &self.masks, texts)
    }

    /// The custom masks.
    #[must_use]
    pub fn masks(&self) -> &[CustomMask] {
        &self.masks
    }

    /// Whether there are custom masks.
    #[must_use]
    pub fn has_custom(&self) -> bool {
        !self.masks.is_empty()
    }

    /// What is masked in `text` at first reading, in order, without overlaps.
    #[must_use]
    pub fn spans(&self, text: &str) -> Vec<Masked> {
        let spans = self.find(text).into_iter();
        spans.map(|span| Masked { start: span.start, end: span.end, label: span.label.to_owned() }).collect()
    }

    fn rounds<'m>(&self, text: &str, find: impl Fn(&str) -> Vec<Span<'m>>) -> String {
        let mut redacted = text.to_owned();
        for _ in 0..MAX_ROUNDS {
            let spans = find(&redacted);
            if spans.is_empty() {
                break;
            }
            redacted = emit::emit(&self.platforms, &self.masks, &redacted, &spans);
        }
        redacted
    }

    fn find(&self, text: &str) -> Vec<Span<'_>> {
        self.find_beside(text, custom::find(&self.platforms, &self.masks, text))
    }

    /// What is masked where no span of `custom` stands.
    fn find_beside<'m>(&'m self, text: &str, custom: Vec<Span<'m>>) -> Vec<Span<'m>> {
        let mut spans = self.find_built_in(text);
        span::override_with(&mut spans, custom);
        self.leave_masks(text, &mut spans);
        spans
    }

    /// What the built-in detectors and the platforms' find.
    fn find_built_in(&self, text: &str) -> Vec<Span<'_>> {
        let plain = Plain::new(text);
        let mut spans = self.find_plain(&plain.text);
        plain.restore(&mut spans);
        spans
    }

    fn find_plain<'m>(&'m self, text: &str) -> Vec<Span<'m>> {
        let mut spans: Vec<Span<'m>> = pem::find(text);
        span::settle(&mut spans);
        spans.extend(prose::find(&self.platforms, text));
        spans.extend(table::find(&self.platforms, text));
        let (of_members, kept) = members::find(&self.platforms, text, &outline::read(&self.platforms, text));
        spans.extend(of_members);
        spans.extend(person::wide(text));
        span::settle(&mut spans);
        let mut found = Found::keeping(text, &kept);
        for (from, to) in span::gaps(&spans, text.len()) {
            words::find(&self.platforms, text, from..to, &mut found);
        }
        // What is an id of a request in one place is none but that in another.
        spans.extend(
            found
                .spans
                .into_iter()
                .filter(|span| !found.kept.contains(text.get(span.start..span.end).unwrap_or_default())),
        );
        span::settle(&mut spans);
        broken::find(&self.platforms, text, &mut spans);
        echo::find(&self.platforms, text, &self.known, &mut spans);
        span::settle(&mut spans);
        spans
    }

    /// Takes out the spans that are a custom mask already; the detectors know the built-in ones by themselves.
    fn leave_masks(&self, text: &str, spans: &mut Vec<Span>) {
        if self.has_custom() {
            let masks = marker::places(&self.platforms, &self.masks, text);
            spans.retain(|span| masks.binary_search(&(span.start, span.end)).is_err());
        }
    }
}
