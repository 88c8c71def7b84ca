//! What a platform's traffic tells beside its refusals: who owns a token, which answers are granted ones, which fields a
//! scope guards.

use super::Pattern;

/// All of it; a platform without it gives no evidence.
#[derive(Debug)]
pub struct Traffic {
    /// Headers that carry the token of a call; a `Bearer` before it does not count.
    pub token_headers: &'static [&'static str],
    /// Query parameters that carry it.
    pub token_queries: &'static [&'static str],
    /// What a token's form tells about its kind.
    pub token_shapes: &'static [TokenShape],
    /// Calls that answer with a token.
    pub token_calls: &'static [TokenCall],
    /// Calls whose answer tells whose token they were made with, each as `METHOD host/path`.
    pub owner_calls: &'static [&'static str],
    /// How requests and replies of those calls name their members.
    pub names: TrafficNames,
    /// Hosts that answer nothing granted with a status of success.
    pub status_hosts: &'static [&'static str],
    /// Members of a reply's outermost object that hold its code.
    pub code: &'static [&'static str],
    /// Codes of a granted reply.
    pub granted: &'static [&'static str],
    /// Fields that are absent, without an error, where a scope is missing.
    pub guarded: &'static [Guarded],
}

/// Member names, each list best first.
#[derive(Debug)]
pub struct TrafficNames {
    /// An app id in a token call's request, beside the names that replies use.
    pub app: &'static [&'static str],
    /// A token, in a token call's reply; in its request: the token that it is made from.
    pub token: &'static [&'static str],
    /// A refresh token, likewise.
    pub refresh: &'static [&'static str],
    /// The token's lifetime in seconds.
    pub lifetime: &'static [&'static str],
    /// An organisation's id.
    pub organisation: &'static [&'static str],
    /// A person's id, in the reply.
    pub person: &'static [&'static str],
    /// The scopes that the token was given, with blanks between them, in the reply.
    pub scopes: &'static [&'static str],
}

/// Whose token it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// The app's own.
    App,
    /// A person's who signed in.
    User,
}

/// A kind of token by its form.
#[derive(Debug)]
pub struct TokenShape {
    /// The kind.
    pub kind: TokenKind,
    /// Matches the token.
    pub pattern: Pattern,
}

/// A call that answers with a token. Its app stands in the request, under one of the platform's names for an app id.
#[derive(Debug)]
pub struct TokenCall {
    /// `METHOD host/path`; a segment `{organisation}` is an organisation's id, any other `{…}` stands for anything.
    pub call: &'static str,
    /// The kind of token.
    pub kind: TokenKind,
}

/// Fields of an answer that one scope opens.
#[derive(Debug)]
pub struct Guarded {
    /// The calls, as in the catalog: `METHOD host/path`.
    pub calls: &'static [&'static str],
    /// The members; the answer is complete where it has one of them.
    pub members: &'static [&'static str],
    /// A member that an answer with content has: without it there is nothing to miss.
    pub beside: &'static str,
    /// The scope.
    pub scope: &'static str,
}
