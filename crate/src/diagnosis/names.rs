//! The conditions that the engine itself finds to hold; the build script reads them here as well, so that data that
//! speaks of another one ends the build.

/// What the facts of a denial tell, beside the signals of rules and of `platform.json`, `identity-<id>`, `topic-<topic>`,
/// `has-<detail>`, `<detail>-<value>` and `code-<code>`.
pub const COMPUTED: &[&str] = &[
    "any-of",
    "app-read",
    "app-scope",
    "both-scope",
    "call-known",
    "call-read",
    "call-scopes",
    "candidates",
    "carries-link",
    "closed-scope",
    "code-read",
    "identity-read",
    "mention",
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

/// What the reading tells of a list of scopes in which there is none to read (`reading/folded.rs`).
pub const READ: &[&str] = &["list-empty", "list-folded"];

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

/// What rules of several platforms tell of a reply that they do not know, or of which the status alone is left: signals,
/// the platform's own message, and the client that printed it.
pub const SHARED: &[&str] = &[
    "client-axios",
    "client-csharp",
    "client-curl",
    "client-fetch",
    "client-go",
    "client-java-url",
    "client-okhttp",
    "client-php",
    "client-powershell",
    "client-python-urllib",
    "client-requests",
    "client-sdk",
    "client-spring",
    "client-wget",
    "has-client",
    "has-message",
    "speaks-of-limit",
    "speaks-of-permission",
];
