//! Codes, request id and app id of one refusal: from its record first, then from the text around it.

use super::hits::Hit;
use super::named::{Named, named_in};
use super::page::{Page, is_placeholder};
use crate::links::{read_link, rebuild};
use scopelens_model::{Exchange, Fact, Source};
use scopelens_pack::pattern;
use scopelens_pack::{KnownLiterals, Pattern, Platform, Role, Text, has};
use scopelens_text::records::{Block, same_name};

/// So many bytes beside a record a code still belongs to it, where the record has none.
const BESIDE: usize = 200;

/// So many bytes before a record the status line of its reply stands: a few headers, a client's log between them.
const HEAD_BEFORE: usize = 600;

/// Where the facts of one refusal are looked for.
pub(super) struct Reader<'r, 'p> {
    pub(super) platform: &'r Platform,
    pub(super) page: &'p Page<'p>,
    pub(super) named: &'r [Named<'p>],
    /// The record.
    pub(super) span: Block,
    /// The record with the text that belongs to no other refusal.
    pub(super) around: Block,
}

impl Reader<'_, '_> {
    /// The telling code and the one that wraps it.
    pub(super) fn codes(&self, main: &Hit) -> (Option<Fact>, Option<Fact>) {
        let names = &self.platform.spec.members;
        let words = self.values(|role| role.code, self.span).filter(|(value, _)| !is_prose(value));
        let all: Vec<(&str, usize)> = words.map(|(value, offset)| without_enum(first_word(value), offset)).collect();
        let is_wrapper = |value: &str| has(&names.wrapper_codes, value);
        let fact = |(value, offset): (&str, usize)| self.page.fact(value, offset);
        let inner = main.code.map(|code| self.page.fact(code, main.at));
        let other = all.iter().copied().find(|(value, _)| !is_wrapper(value) && is_code(value));
        let status = || self.status();
        let code = inner.or_else(|| self.own_code(main)).or_else(|| other.map(fact)).or_else(status);
        let outer = all.into_iter().find(|(value, _)| is_wrapper(value)).map(fact);
        match (code, outer) {
            (None, outer) => (outer, None),
            (code, outer) => (code, outer),
        }
    }

    /// A code of the rule itself that stands in the record or close to it, where only the message was recognised.
    fn own_code(&self, main: &Hit) -> Option<Fact> {
        self.own_code_in(main, self.span).or_else(|| self.own_code_in(main, self.beside()))
    }

    fn own_code_in(&self, main: &Hit, span: Block) -> Option<Fact> {
        let text = self.page.text().get(span.start..span.end)?;
        let solid = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_'));
        let alone = |offset: usize, code: &str| {
            let (before, after) = (text.get(..offset), text.get(offset + code.len()..));
            !solid(before.and_then(|t| t.chars().last())) && !after.is_some_and(|t| solid(t.chars().next()))
        };
        let places = main.rule.codes.iter().flat_map(|code| text.match_indices(&**code));
        let (offset, code) = places.filter(|(offset, code)| alone(*offset, code)).min()?;
        Some(self.page.fact(code, span.start + offset))
    }

    /// The record with what stands close to it and belongs to no other refusal.
    fn beside(&self) -> Block {
        let Block { start, end } = self.page.around(self.span, BESIDE);
        Block {
            start: start.max(self.around.start.min(self.span.start)),
            end: end.min(self.around.end.max(self.span.end)),
        }
    }

    /// The HTTP status, or a code that stands as the platform's print-outs put it: in the record, else behind it, else before it.
    fn status(&self) -> Option<Fact> {
        let text = self.page.text().get(self.span.start..self.beside().end)?;
        let printed = self.platform.spec.shapes.code_in_text.as_ref().and_then(|pattern| pattern.find(text));
        let found = printed.or_else(|| status_pattern().find(text)).or_else(|| reason_pattern().find(text));
        let (value, offset) =
            found.map(|(offset, value)| (value, self.span.start + offset)).or_else(|| self.status_before())?;
        Some(self.page.fact(value, offset))
    }

    /// The last HTTP status before the record: its reply's status line, or what a client says of it.
    fn status_before(&self) -> Option<(&str, usize)> {
        let text = self.page.text();
        let from = text.floor_char_boundary(self.span.start.saturating_sub(HEAD_BEFORE)).max(self.around.start);
        let before = text.get(from..self.span.start)?;
        let printed = self.platform.spec.shapes.code_in_text.as_ref();
        let patterns = printed.into_iter().chain([head_pattern(), reason_pattern()]);
        let (offset, value) = patterns.filter_map(|pattern| pattern.find_all(before).last()).max()?;
        Some((value, from + offset))
    }

    pub(super) fn request_id(&self) -> Option<Fact> {
        let in_text = || {
            let pattern = self.platform.spec.shapes.request_id_in_text.as_ref()?;
            let text = self.page.text().get(self.around.start..self.around.end)?;
            let (offset, value) = pattern.find(text)?;
            Some(self.page.fact(value, self.around.start + offset))
        };
        let named = |span| {
            let (value, offset) = request_id(self.platform, self.named, span)?;
            Some(self.page.fact(value, offset))
        };
        named(self.span).or_else(|| named(self.around)).or_else(in_text).or_else(|| self.answered())
    }

    /// The request id that the response head carries.
    fn answered(&self) -> Option<Fact> {
        let spec = &self.platform.spec;
        let headers = &self.page.exchange?.response_headers;
        let value = |name: &Text| headers.iter().find(|(key, _)| same_name(name, key)).map(|(_, value)| value.trim());
        let mut values = spec.members.request_id.iter().filter_map(value);
        let value = values.find(|v| spec.shapes.request_id.is_match(v) && !is_placeholder(v))?;
        Some(Fact { value: value.to_owned(), source: Source::Exchange, span: None })
    }

    /// The kind of caller that the record names.
    pub(super) fn identity(&self) -> Option<Fact> {
        let text = self.page.text().get(self.span.start..self.span.end)?;
        let mut named = self.platform.spec.identities.iter().filter_map(|i| Some((i, i.pattern.find(text)?)));
        let (identity, (offset, words)) = named.next()?;
        let offset = self.span.start + offset;
        let span = self.page.span(offset, offset + words.len());
        Some(Fact { value: identity.id.to_string(), source: Source::Text, span: Some(span) })
    }

    pub(super) fn app_id(&self) -> Option<Fact> {
        let shape = &self.platform.spec.shapes.app_id;
        let member = |span| {
            let candidates = self.values(|role| role.app_id, span);
            candidates.map(|(v, offset)| (first_word(v), offset)).find(|(v, _)| shape.is_match(v) && !is_placeholder(v))
        };
        let candidates = self.linked(self.span).or_else(|| member(self.span)).or_else(|| self.linked(self.around));
        let candidates = candidates.or_else(|| member(self.around)).or_else(|| self.shaped());
        candidates.map(|(value, offset)| self.page.fact(value, offset)).or_else(|| self.requested())
    }

    /// Whether the reply carries a link to apply with.
    pub(super) fn carries_link(&self) -> bool {
        let parts = read_link(self.platform, "apply", self.page.text(), self.around.start..self.around.end);
        parts.iter().any(|p| p.scope.is_some())
    }

    /// That link, made anew of its parts.
    pub(super) fn carried_url(&self) -> Option<String> {
        let rebuilt = |span: Block| {
            let (app_id, _) = self.linked(span)?;
            rebuild(self.platform, "apply", app_id, self.page.text(), span.start..span.end)
        };
        rebuilt(self.span).or_else(|| rebuilt(self.around))
    }

    pub(super) fn is_international(&self) -> bool {
        let Some(pattern) = &self.platform.spec.international else {
            return false;
        };
        let host = self.page.url.as_ref().map_or("", |(host, _)| host);
        let text = self.page.text().get(self.around.start..self.around.end).unwrap_or_default();
        pattern.is_match(host) || pattern.is_match(text)
    }

    /// The app id of an apply link.
    fn linked(&self, span: Block) -> Option<(&str, usize)> {
        let parts = read_link(self.platform, "apply", self.page.text(), span.start..span.end);
        let shapes = &self.platform.spec.shapes;
        // Without a scope behind it the id may be cut off: it must have the whole form.
        let is_whole = |id: &str, has_scope: bool| {
            if has_scope { shapes.is_app_id_of_link(id) } else { shapes.app_id.is_match(id) }
        };
        let mut ids = parts.into_iter().filter_map(|p| p.app_id.filter(|(id, _)| is_whole(id, p.scope.is_some())));
        ids.find(|(id, _)| !is_placeholder(id))
    }

    /// An app id that stands anywhere: its form alone tells it.
    fn shaped(&self) -> Option<(&str, usize)> {
        let pattern = self.platform.spec.shapes.app_id_in_text.as_ref()?;
        let text = self.page.text().get(self.around.start..self.around.end)?;
        let candidates = pattern.find_all(text).find(|(_, value)| !is_placeholder(value));
        candidates.map(|(offset, value)| (value, self.around.start + offset))
    }

    /// The app id that the request itself named, in its query.
    fn requested(&self) -> Option<Fact> {
        let exchange: &Exchange = self.page.exchange?;
        let query = exchange.head.url.split_once('?')?.1;
        let names = &self.platform.spec.members.app_id;
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        let mut ours = pairs.filter(|(key, _)| names.iter().any(|name| same_name(name, key)));
        let (_, value) = ours.find(|(_, value)| self.platform.spec.shapes.app_id.is_match(value))?;
        Some(Fact { value: value.to_owned(), source: Source::Exchange, span: None })
    }

    /// The values of the members with this role in `span`, each with its offset.
    fn values(&self, has: fn(Role) -> bool, span: Block) -> impl Iterator<Item = (&str, usize)> {
        named_in(self.named, span).iter().filter(move |n| has(n.role)).map(|n| (n.value, n.at))
    }
}

/// The request id in `span` with its offset, where a member names it: of several the one whose name the platform lists first.
pub(super) fn request_id<'t>(platform: &Platform, named: &[Named<'t>], span: Block) -> Option<(&'t str, usize)> {
    let shape = &platform.spec.shapes.request_id;
    let candidates = named_in(named, span).iter().filter_map(|n| Some((n.role.request_id?, first_word(n.value), n.at)));
    let fitting = candidates.filter(|(_, value, _)| shape.is_match(value) && !is_placeholder(value));
    fitting.min_by_key(|(rank, ..)| *rank).map(|(_, value, offset)| (value, offset))
}

/// The code without the name of gRPC's enum, as Python prints it: StatusCode.PERMISSION_DENIED.
fn without_enum(value: &str, offset: usize) -> (&str, usize) {
    const ENUM: &str = "StatusCode.";
    value.strip_prefix(ENUM).map_or((value, offset), |code| (code, offset + ENUM.len()))
}

fn first_word(value: &str) -> &str {
    value.split([' ', '(', ')']).next().unwrap_or_default()
}

/// Whether a value is a sentence that begins with a plain word: `error: token does not have …` tells no code.
fn is_prose(value: &str) -> bool {
    let mut words = value.split_whitespace();
    let is_plain = |word: &str| word.len() > 1 && word.chars().skip(1).all(|c| c.is_ascii_lowercase());
    words.next().is_some_and(is_plain)
        && words.next().is_some_and(|word| word.starts_with(|c: char| c.is_ascii_lowercase() || c == '='))
}

/// `0` is no error, prose behind `code:` is no code, and neither is the method in `Error: Get "https://…"` or `Error: GET https://…`.
fn is_code(value: &str) -> bool {
    let is_method = |method: &&str| value.eq_ignore_ascii_case(method);
    value != "0"
        && !["get", "head", "post", "put", "patch", "delete"].iter().any(is_method)
        && !value.is_empty()
        && value.len() <= 80
        && value.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'))
}

/// An HTTP status that the text names as one.
fn status_pattern() -> &'static Pattern {
    pattern!(
        r"(?i)(?:\(|\[|status(?: code)?[ :=]+|http(?:/[\d.]+)?[ :]+|error=|状态码[ :]*)([45]\d\d)\b",
        KnownLiterals {
            sets: &[&["(4", "(5", "[4", "[5", "status", "http", "error=", "状态码"]],
            any_case: true,
            ..KnownLiterals::NOTHING
        }
    )
}

/// The same before a record, where brackets hold sizes and places in files as well.
fn head_pattern() -> &'static Pattern {
    pattern!(
        r"(?i)(?:status(?: code)?[ :=]+|http(?:/[\d.]+)?[ :]+|error=|failed \(|状态码[ :]*)([45]\d\d)\b",
        KnownLiterals {
            sets: &[&["status", "http", "error=", "failed (", "状态码"]],
            any_case: true,
            ..KnownLiterals::NOTHING
        }
    )
}

/// An HTTP status before its reason.
fn reason_pattern() -> &'static Pattern {
    pattern!(
        r"\b([45]\d\d) (?:Client Error|Bad Request|Unauthorized|Forbidden|Not Found|Too Many Requests)\b",
        KnownLiterals {
            sets: &[&["Client Error", "Bad Request", "Unauthorized", "Forbidden", "Not Found", "Too Many Requests"]],
            ..KnownLiterals::NOTHING
        }
    )
}
