//! Evidence that a platform's traffic gives beside its refusals: who owns a token, which answers are granted ones, which
//! fields a scope guards.

use serde::{Deserialize, Serialize};

use super::{Text, is_false};
use crate::pattern::Pattern;

/// All of it; a platform without it gives no evidence.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Traffic {
    /// Headers that carry the token of a call; a `Bearer` before it does not count.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub token_headers: Vec<Text>,
    /// Query parameters that carry it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub token_queries: Vec<Text>,
    /// Kinds of token by their form.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub token_shapes: Vec<TokenShape>,
    /// Calls that answer with a token.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub token_calls: Vec<TokenCall>,
    /// Calls whose answer tells whose token they were made with, each as `METHOD host/path`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub owner_calls: Vec<Text>,
    /// Names of the members of those calls' requests and replies.
    pub names: TrafficNames,
    /// Hosts that answer nothing granted with a status of success.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub status_hosts: Vec<Text>,
    /// Members of a reply's outermost object that hold its code.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub code: Vec<Text>,
    /// Codes of a granted reply.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub granted: Vec<Text>,
    /// Fields that are absent, without an error, where a scope is missing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guarded: Vec<Guarded>,
}

impl Traffic {
    /// Whether the platform does not say.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let lists = [&self.token_headers, &self.token_queries, &self.owner_calls, &self.status_hosts, &self.code];
        lists.iter().all(|list| list.is_empty()) && self.token_calls.is_empty() && self.guarded.is_empty()
    }
}

/// Member names, each list best first.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrafficNames {
    /// An app id in a token call's request, beside the names that replies use.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub app: Vec<Text>,
    /// A token, in a token call's reply; in its request: the token that it is made from.
    pub token: Vec<Text>,
    /// A refresh token, likewise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refresh: Vec<Text>,
    /// The token's lifetime in seconds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lifetime: Vec<Text>,
    /// An organisation's id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub organisation: Vec<Text>,
    /// A person's id, in the reply.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub person: Vec<Text>,
    /// The scopes that the token was given, with blanks between them, in the reply.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scopes: Vec<Text>,
}

/// Owner of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// The app's own.
    App,
    /// A person's who signed in.
    User,
}

impl TokenKind {
    /// A person's, or the app's.
    #[must_use]
    pub fn of(user: bool) -> Self {
        if user { TokenKind::User } else { TokenKind::App }
    }
}

/// A kind of token by its form.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TokenShape {
    /// A pattern on the token.
    pub pattern: Pattern,
    /// Whether it is a person's.
    #[serde(default, skip_serializing_if = "is_false")]
    pub user: bool,
}

/// A call that answers with a token. Its app stands in the request, under one of the platform's names for an app id.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TokenCall {
    /// `METHOD host/path`; a segment `{organisation}` is an organisation's id, any other `{…}` stands for anything.
    pub call: Text,
    /// Whether the token is a person's.
    #[serde(default, skip_serializing_if = "is_false")]
    pub user: bool,
}

/// Fields of an answer that one scope opens.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guarded {
    /// The calls, as in the catalog: `METHOD host/path`.
    pub calls: Vec<Text>,
    /// The members; the answer is complete where it has one of them.
    pub members: Vec<Text>,
    /// A member that an answer with content has: without it there is nothing to miss.
    pub beside: Text,
    /// The scope.
    pub scope: Text,
}
