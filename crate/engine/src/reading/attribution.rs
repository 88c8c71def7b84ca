//! Whose refusal it is. A rule's words alone name nobody: what stands beside them does, and somebody else's API host in the
//! same record speaks against it.

use std::cell::OnceCell;

use super::call;
use super::page::Page;
use scopelens_model::split_url;
use scopelens_pack::pattern;
use scopelens_pack::{KnownLiterals, Needs, Platform, Reply, Text, has};
use scopelens_text::records::Block;

/// So many bytes before a record, on its line, a name still belongs to it: a logger's, an exception's.
const NAME_BEFORE: usize = 200;

/// So many bytes before a record an API host still tells whose reply it is: a request line, a few headers.
const HOST_BEFORE: usize = 600;

/// How surely a record is a platform's, the surest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// Somebody else's name or host stands in it, and not the platform's.
    Against,
    /// Nothing is known.
    None,
    /// A hint stands somewhere in the text.
    Hint,
    /// The platform is named somewhere in the text.
    Anchor,
    /// It is named in the record itself, or the API host before it is the platform's.
    Record,
    /// The exchange went to its host.
    Exchange,
}

/// So many bytes around a record an address tells which call it is about.
const HOST_AROUND: usize = 1_500;

/// What one text tells about one platform. Answers are kept for the record that was asked for last.
pub(super) struct Attribution<'p> {
    platform: &'p Platform,
    page: &'p Page<'p>,
    page_strength: OnceCell<Strength>,
    last: Option<(usize, Strength)>,
    last_reply: Option<(usize, bool)>,
}

impl<'p> Attribution<'p> {
    pub(super) fn new(platform: &'p Platform, page: &'p Page<'p>) -> Self {
        Self { platform, page, page_strength: OnceCell::new(), last: None, last_reply: None }
    }

    /// How surely `record` is the platform's.
    pub(super) fn strength(&mut self, record: Block) -> Strength {
        if let Some((_, strength)) = self.last.filter(|(start, _)| *start == record.start) {
            return strength;
        }
        let strength = self.of_record(record);
        self.last = Some((record.start, strength));
        strength
    }

    /// Whether a rule with these needs may speak of a record of this strength. `confirmed`: the record holds a message that the
    /// platform alone prints with this code. `known_scope`: it names a scope of the platform's catalog.
    pub(super) fn allows(needs: Needs, strength: Strength, confirmed: bool, known_scope: bool) -> bool {
        let enough = match needs {
            Needs::Words | Needs::Host => Strength::None,
            Needs::Hint => Strength::Hint,
            Needs::Anchor => Strength::Anchor,
            Needs::Record => Strength::Record,
        };
        let is_told = strength >= enough || (needs <= Needs::Anchor && (confirmed || known_scope));
        is_told && strength != Strength::Against
    }

    fn of_record(&self, record: Block) -> Strength {
        let spec = &self.platform.spec;
        let exchange_host = self.page.url.as_ref().map(|(host, _)| host);
        if exchange_host.is_some_and(|host| has(&spec.hosts, host)) {
            return Strength::Exchange;
        }
        if spec.generic && exchange_host.is_some_and(|host| self.is_strangers(host)) {
            return Strength::Against;
        }
        let start = self.page.line(record.start).start.max(record.start.saturating_sub(NAME_BEFORE));
        let start = self.page.text().floor_char_boundary(start);
        let text = self.page.text().get(start..record.end).unwrap_or_default();
        let is_own_reply = || spec.replies.iter().any(|reply| reply.needs == Needs::Words && fits(reply, text));
        if spec.anchors.iter().any(|anchor| anchor.is_match(text)) || is_own_reply() {
            return Strength::Record;
        }
        let is_of_stranger = || self.is_strangers(if spec.generic { self.near(record) } else { text });
        match self.nearest_host(record) {
            Some(true) => Strength::Record,
            Some(false) => Strength::Against,
            None if is_of_stranger() => Strength::Against,
            None => self.of_page(),
        }
    }

    /// Whether `record` is a reply of the platform, whatever its code is.
    pub(super) fn is_reply(&mut self, record: Block) -> bool {
        if let Some((_, is_reply)) = self.last_reply.filter(|(start, _)| *start == record.start) {
            return is_reply;
        }
        let is_reply = self.has_form_of_reply(record);
        self.last_reply = Some((record.start, is_reply));
        is_reply
    }

    fn has_form_of_reply(&mut self, record: Block) -> bool {
        let strength = self.strength(record);
        let text = self.page.text().get(record.start..record.end).unwrap_or_default();
        let platform = self.platform;
        let mut replies = platform.spec.replies.iter();
        strength == Strength::Exchange
            || replies.any(|reply| {
                let is_told = Self::allows(reply.needs, strength, false, false) && fits(reply, text);
                is_told && (reply.needs != Needs::Host || self.has_host_near(record))
            })
    }

    /// Whether an address on one of the platform's hosts stands near `record`, or the path of one of its calls where it is named.
    pub(super) fn has_host_near(&mut self, record: Block) -> bool {
        let strength = self.strength(record);
        if strength == Strength::Exchange || strength == Strength::Against {
            return strength == Strength::Exchange;
        }
        let around = self.near(record);
        let mut hosts = self.platform.spec.hosts.iter();
        hosts.any(|host| memchr::memmem::find(around.as_bytes(), host.as_bytes()).is_some())
            || (strength >= Strength::Anchor && call::from_text(self.platform, around).is_some())
    }

    /// The text of `record` with what stands near it.
    fn near(&self, record: Block) -> &'p str {
        let around = self.page.around(record, HOST_AROUND);
        self.page.text().get(around.start..around.end).unwrap_or_default()
    }

    fn of_page(&self) -> Strength {
        let (spec, text) = (&self.platform.spec, self.page.text());
        *self.page_strength.get_or_init(|| {
            if spec.anchors.iter().any(|anchor| anchor.is_match(text)) {
                Strength::Anchor
            } else if spec.hints.iter().any(|hint| hint.is_match(text)) {
                Strength::Hint
            } else {
                Strength::None
            }
        })
    }

    /// Whether the API host that stands in the record's lines or last before them is the platform's; nothing where there is none.
    fn nearest_host(&self, record: Block) -> Option<bool> {
        let text = self.page.text();
        let from = text.floor_char_boundary(self.page.line(record.start).start.saturating_sub(HOST_BEFORE));
        let lines = text.get(from..self.page.line(record.end).end)?;
        let urls = pattern!(
            r"(https?://[A-Za-z0-9.-]+[^\s\x22'`<>]{0,60})",
            KnownLiterals { start: Some("http"), ..KnownLiterals::NOTHING }
        );
        let hosts = urls.find_all(lines).filter_map(|(_, url)| split_url(url));
        hosts.filter_map(|(host, path)| self.is_ours(&host, path)).last()
    }

    /// Whether `text` names somebody else.
    fn is_strangers(&self, text: &str) -> bool {
        self.platform.spec.strangers.iter().any(|stranger| stranger.is_match(text))
    }

    /// Whether an API host is the platform's; nothing where the host is no API's, or may be anybody's.
    fn is_ours(&self, host: &str, path: &str) -> Option<bool> {
        let spec = &self.platform.spec;
        if spec.generic {
            return self.is_strangers(host).then_some(false);
        }
        let names = |known: &Text| *host == **known || host.ends_with(&format!(".{known}"));
        if spec.hosts.iter().chain(&spec.link_hosts).any(names)
            || spec.anchors.iter().any(|anchor| anchor.is_match(host))
        {
            return has(&spec.hosts, host).then_some(true);
        }
        let is_api =
            host.split('.').any(|label| label.contains("api") || matches!(label, "open" | "graph" | "gw" | "gateway"));
        (is_api || path.starts_with("/api/")).then_some(false)
    }
}

fn fits(reply: &Reply, text: &str) -> bool {
    let holds = |word: &Text| memchr::memmem::find(text.as_bytes(), word.as_bytes()).is_some();
    reply.words.iter().all(holds) && reply.pattern.as_ref().is_none_or(|pattern| pattern.is_match(text))
}

#[cfg(test)]
mod tests;
