//! The facts read from one refusal.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Kind;
use scopelens_text::Span;

/// Where a fact was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// In the text or body itself.
    Text,
    /// In the request or the response head.
    Exchange,
    /// In the platform's catalog, by way of the API.
    Catalog,
}

/// One value with where it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// The value, plain.
    pub value: String,
    /// Where it was found.
    pub source: Source,
    /// Where in the given text, in bytes; nothing where the source is not the text.
    pub span: Option<Span>,
}

/// How several scopes go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum AnyOf {
    /// One of them is enough.
    Any,
    /// All are needed (one scope alone is always this).
    All,
    /// The platform does not say.
    Unknown,
}

/// The call that was refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Api {
    /// `GET`, `POST` …, where it is known.
    pub method: Option<String>,
    /// Host, where it is known.
    pub host: Option<String>,
    /// Path without query, or the operation's dotted name.
    pub path: String,
    /// Where it was found.
    pub source: Source,
}

/// What one refusal says. Nothing in it is guessed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Denial {
    /// Id of the platform.
    pub platform: Arc<str>,
    /// Id of the rule that read it.
    pub rule: Arc<str>,
    /// What its causes and words are filed under.
    pub topic: Arc<str>,
    /// What it is.
    pub kind: Kind,
    /// Whether the text only speaks of the error.
    pub mention: bool,
    /// The HTTP status of the error page that quotes it, where a program was given one in place of a reply.
    pub quoted: Option<u16>,
    /// The most telling code: an inner code before the one that wraps it.
    pub code: Option<Fact>,
    /// The wrapping code.
    pub outer_code: Option<Fact>,
    /// The missing scopes, in the order of the text.
    pub scopes: Vec<Fact>,
    /// How they go together.
    pub any_of: AnyOf,
    /// Scopes that the text names beside the missing ones, as far as they are known neighbours of those.
    pub also_named: Vec<String>,
    /// Request id.
    pub request_id: Option<Fact>,
    /// App id (client id, app key).
    pub app_id: Option<Fact>,
    /// The kind of caller that lacks something, as the platform names it.
    pub identity: Option<Fact>,
    /// The refused call.
    pub api: Option<Api>,
    /// Whether the reply itself carried an apply link.
    pub carried_link: bool,
    /// That link, rebuilt from its parts; nothing where a part of it is missing or has not the platform's shape.
    pub carried_url: Option<String>,
    /// Whether the platform's international edition answered.
    pub international: bool,
    /// Other named values of the message, by the rule's names.
    pub details: Vec<(Arc<str>, String)>,
    /// What the text tells about the cause, sorted.
    pub signals: Vec<Arc<str>>,
    /// Where the refusal stands in the given text.
    pub span: Option<Span>,
    /// Where in it its surest sign stands: the code, the word or the phrase that a rule knows.
    pub at: usize,
}

impl Denial {
    /// A named value of the message.
    #[must_use]
    pub fn detail(&self, name: &str) -> Option<&str> {
        self.details.iter().find(|(id, _)| **id == *name).map(|(_, value)| value.as_str())
    }

    /// The kind, or that the text only speaks of it.
    #[must_use]
    pub fn shown_kind(&self) -> Kind {
        if self.mention { Kind::Mention } else { self.kind }
    }
}
