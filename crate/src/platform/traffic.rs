//! What a platform's traffic tells beside its refusals: who owns a token, which answers are granted ones, which fields a
//! scope guards.

use serde::Deserialize;

use super::Pattern;

/// All of it; a platform without it gives no evidence.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Traffic {
    /// Headers that carry the token of a call; a `Bearer` before it does not count.
    pub token_headers: Vec<String>,
    /// Query parameters that carry it.
    pub token_queries: Vec<String>,
    /// What a token's form tells about its kind.
    pub token_shapes: Vec<TokenShape>,
    /// Calls that answer with a token.
    pub token_calls: Vec<TokenCall>,
    /// Calls whose answer tells whose token they were made with, each as `METHOD host/path`.
    pub owner_calls: Vec<String>,
    /// How requests and replies of those calls name their members.
    pub names: TrafficNames,
    /// Hosts that answer nothing granted with a status of success.
    pub status_hosts: Vec<String>,
    /// Members of a reply's outermost object that hold its code.
    pub code: Vec<String>,
    /// Codes of a granted reply.
    pub granted: Vec<String>,
    /// Fields that are absent, without an error, where a scope is missing.
    pub guarded: Vec<Guarded>,
}

/// Member names, each list best first.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TrafficNames {
    /// An app id in a token call's request, beside the names that replies use.
    pub app: Vec<String>,
    /// A token, in a token call's reply; in its request: the token that it is made from.
    pub token: Vec<String>,
    /// A refresh token, likewise.
    pub refresh: Vec<String>,
    /// The token's lifetime in seconds.
    pub lifetime: Vec<String>,
    /// An organisation's id.
    pub organisation: Vec<String>,
    /// A person's id, in the reply.
    pub person: Vec<String>,
    /// The scopes that the token was given, with blanks between them, in the reply.
    pub scopes: Vec<String>,
}

/// Whose token it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TokenKind {
    /// The app's own.
    App,
    /// A person's who signed in.
    User,
}

/// A kind of token by its form.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TokenShape {
    /// The kind.
    pub kind: TokenKind,
    /// Matches the token.
    pub pattern: Pattern,
}

/// A call that answers with a token. Its app stands in the request, under one of the platform's names for an app id.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TokenCall {
    /// `METHOD host/path`; a segment `{organisation}` is an organisation's id, any other `{…}` stands for anything.
    pub call: String,
    /// The kind of token.
    pub kind: TokenKind,
}

/// Fields of an answer that one scope opens.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guarded {
    /// The calls, as in the catalog: `METHOD host/path`.
    pub calls: Vec<String>,
    /// The members; the answer is complete where it has one of them.
    pub members: Vec<String>,
    /// A member that an answer with content has: without it there is nothing to miss.
    pub beside: String,
    /// The scope.
    pub scope: String,
}
