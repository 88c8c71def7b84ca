//! The form of a platform's data: each object's members with what they hold, as `src/platform/spec.rs` and `rule.rs` explain
//! them. Reading against it gives Rust source, so the engine starts without reading anything.

/// What a value holds.
pub enum Form {
    /// A string.
    Text,
    /// A regular expression.
    Pattern,
    /// `missing-scope` …
    Kind,
    /// `words`, `hint`, `anchor`, `record`: what a rule needs.
    Needs,
    /// A whole number.
    Number,
    /// `true` or `false`.
    Flag,
    /// A list.
    List(&'static Form),
    /// An object whose members are not known beforehand.
    Pairs(&'static Form),
    /// A list of two.
    Pair(&'static Form),
    /// An object.
    Struct(&'static str, &'static [Member]),
    /// An object of one member, which names its variant.
    Variant(&'static str, &'static [(&'static str, &'static str, Form)]),
}

/// A member of an object.
pub enum Member {
    /// It must be there.
    Must(&'static str, Form),
    /// A list, a number or a flag that may be absent: empty, 0, false.
    May(&'static str, Form),
    /// Something that may be absent.
    Maybe(&'static str, Form),
}

impl Member {
    /// Its name.
    pub fn name(&self) -> &'static str {
        match self {
            Must(name, _) | May(name, _) | Maybe(name, _) => name,
        }
    }
}

use Form::{Flag, Kind, List, Needs, Number, Pair, Pairs, Pattern, Struct, Text, Variant};
use Member::{May, Maybe, Must};

const TEXTS: Form = List(&Text);
const PATTERNS: Form = List(&Pattern);

/// `platform.json` with its `rules`, `links` and `causes`.
pub const SPEC: Form = Struct(
    "Spec",
    &[
        Must("id", Text),
        Must("name", Pairs(&Text)),
        Must("hosts", TEXTS),
        Must("link_hosts", TEXTS),
        Maybe("international", Pattern),
        Must("anchors", PATTERNS),
        May("hints", PATTERNS),
        May("strangers", PATTERNS),
        May("replies", List(&REPLY)),
        Must("members", MEMBER_NAMES),
        Must("shapes", SHAPES),
        May("app_signals", List(&SIGNAL)),
        May("api_signals", List(&SIGNAL)),
        Must("calls", PATTERNS),
        Maybe("operations", OPERATIONS),
        May("mirrors", Pairs(&Text)),
        May("catalog_any_of", Flag),
        May("identities", List(&IDENTITY)),
        May("neighbours", List(&Pair(&Text))),
        May("landmarks", TEXTS),
        Maybe("traffic", TRAFFIC),
        Must("rules", List(&RULE)),
        Must("links", List(&LINK)),
        Must("causes", CAUSES),
    ],
);

const REPLY: Form = Struct("Reply", &[May("words", TEXTS), Maybe("pattern", Pattern), Must("needs", Needs)]);

const MEMBER_NAMES: Form = Struct(
    "MemberNames",
    &[
        Must("code", TEXTS),
        Must("inner_code", TEXTS),
        Must("wrapper_codes", TEXTS),
        Must("request_id", TEXTS),
        Must("app_id", TEXTS),
    ],
);

const SHAPES: Form = Struct(
    "Shapes",
    &[
        Must("scope", Pattern),
        Must("app_id", Pattern),
        Maybe("app_id_in_link", Pattern),
        Maybe("app_id_in_text", Pattern),
        Maybe("organisation_in_text", Pattern),
        Must("request_id", Pattern),
        Maybe("code_in_text", Pattern),
        Maybe("request_id_in_text", Pattern),
    ],
);

const SIGNAL: Form = Struct("Signal", &[Must("pattern", Pattern), Must("signal", Text)]);
const OPERATIONS: Form = Struct("Operations", &[Must("prefix", Text), Must("host", Text), Must("path", Text)]);
const IDENTITY: Form = Struct("Identity", &[Must("id", Text), Must("pattern", Pattern)]);

const TRAFFIC: Form = Struct(
    "Traffic",
    &[
        Must("token_headers", TEXTS),
        May("token_queries", TEXTS),
        May("token_shapes", List(&TOKEN_SHAPE)),
        Must("token_calls", List(&TOKEN_CALL)),
        May("owner_calls", TEXTS),
        Must("names", TRAFFIC_NAMES),
        May("status_hosts", TEXTS),
        May("code", TEXTS),
        May("granted", TEXTS),
        May("guarded", List(&GUARDED)),
    ],
);

const TRAFFIC_NAMES: Form = Struct(
    "TrafficNames",
    &[
        May("app", TEXTS),
        Must("token", TEXTS),
        May("refresh", TEXTS),
        May("lifetime", TEXTS),
        May("organisation", TEXTS),
        May("person", TEXTS),
        May("scopes", TEXTS),
    ],
);

const TOKEN_SHAPE: Form = Struct("TokenShape", &[Must("pattern", Pattern), May("user", Flag)]);
const TOKEN_CALL: Form = Struct("TokenCall", &[Must("call", Text), May("user", Flag)]);
const GUARDED: Form =
    Struct("Guarded", &[Must("calls", TEXTS), Must("members", TEXTS), Must("beside", Text), Must("scope", Text)]);

const RULE: Form = Struct(
    "Rule",
    &[
        Must("id", Text),
        Maybe("topic", Text),
        Must("kind", Kind),
        May("codes", TEXTS),
        May("tokens", TEXTS),
        May("phrases", TEXTS),
        May("patterns", PATTERNS),
        May("needles", TEXTS),
        Must("needs", Needs),
        May("confirms", TEXTS),
        May("any_code", Flag),
        May("fallback", Flag),
        May("must_name_scope", Flag),
        May("with", TEXTS),
        May("without", TEXTS),
        May("scopes", List(&SCOPE_SOURCE)),
        Maybe("any_of", Flag),
        May("signals", TEXTS),
        May("details", List(&DETAIL)),
    ],
);

const SCOPE_SOURCE: Form =
    Variant("ScopeSource", &[("member", "Member", Text), ("pattern", "Pattern", Pattern), ("link", "Link", Text)]);
const DETAIL: Form = Struct("Detail", &[Must("id", Text), Must("pattern", Pattern)]);

const LINK: Form = Struct(
    "LinkSpec",
    &[
        Must("id", Text),
        Must("url", Text),
        Maybe("international", Text),
        May("carried", TEXTS),
        May("shown_for", List(&Kind)),
        May("when", TEXTS),
    ],
);

const CAUSES: Form = Struct(
    "Causes",
    &[
        Must("causes", List(&CAUSE)),
        Must("questions", List(&QUESTION)),
        May("seen", List(&SIGNAL)),
        May("further", List(&FURTHER)),
    ],
);

const FURTHER: Form = Struct("Further", &[Must("calls", TEXTS), May("when", TEXTS), Must("scopes", TEXTS)]);

const CAUSE: Form = Struct(
    "Cause",
    &[
        Must("id", Text),
        Must("topics", TEXTS),
        May("base", Number),
        May("weights", Pairs(&Number)),
        Must("steps", List(&STEP)),
        May("notes", TEXTS),
    ],
);

const STEP: Form = Struct("StepSpec", &[Must("text", Text), Maybe("link", Text), May("when", TEXTS)]);
const QUESTION: Form = Struct("Question", &[Must("id", Text), Must("topics", TEXTS), Must("choices", List(&CHOICE))]);
const CHOICE: Form = Struct("Choice", &[Must("id", Text), Must("causes", TEXTS), Must("steps", List(&STEP))]);
