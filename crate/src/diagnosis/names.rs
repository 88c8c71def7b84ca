//! The conditions that the engine itself finds to hold; the build script reads them here as well, so that data that
//! speaks of another one ends the build.

/// What the facts of a denial tell, beside the signals of rules and of `platform.json`, `identity-<id>`, `has-<detail>`
/// and `code-<code>`.
pub const COMPUTED: &[&str] = &[
    "any-of",
    "app-read",
    "app-scope",
    "both-scope",
    "call-known",
    "call-read",
    "call-scopes",
    "carries-link",
    "closed-scope",
    "code-read",
    "identity-read",
    "mixed-scopes",
    "narrowest-known",
    "neighbour",
    "no-apply-link",
    "only-user-scopes",
    "ranked",
    "request-id-read",
    "scope-known",
    "scope-of-catalog",
    "scope-read",
    "sensitive-scope",
    "several-scopes",
    "user-scope",
];

/// What other exchanges tell (`session/evidence/`).
pub const EVIDENCE: &[&str] = &[
    "app-token-on-user-call",
    "granted-since",
    "newer-token-works",
    "token-outlived",
    "token-without-scope",
    "user-token-on-app-call",
    "worked-before",
    "works-elsewhere",
    "works-for-other-person",
];
