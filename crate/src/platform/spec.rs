//! The form of `platform.json`, `links.json` and `causes.json`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Pattern, Rule, Traffic};
use crate::model::Kind;

/// Everything a platform's JSON says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spec {
    /// The folder's name.
    pub id: String,
    /// The name people know it by, by language.
    pub name: BTreeMap<String, String>,
    /// Hosts whose exchanges are this platform's.
    pub hosts: Vec<String>,
    /// Hosts that links may lead to.
    pub link_hosts: Vec<String>,
    /// Text that shows that the platform's international edition answered.
    #[serde(default)]
    pub international: Option<Pattern>,
    /// Text that shows that this platform is meant.
    pub anchors: Vec<Pattern>,
    /// How this platform's replies name their members.
    pub members: MemberNames,
    /// What a scope code, an app id, … looks like; anything else is not taken for one.
    pub shapes: Shapes,
    /// What an app id's form tells: signal by pattern.
    #[serde(default)]
    pub app_signals: Vec<Signal>,
    /// What an API's path tells: signal by pattern on `METHOD host/path`.
    #[serde(default)]
    pub api_signals: Vec<Signal>,
    /// How a call is named in text: group `place` is a URL, a path or an operation, group `method` may be there.
    pub calls: Vec<Pattern>,
    /// How an operation's dotted name becomes a path.
    #[serde(default)]
    pub operations: Option<Operations>,
    /// Hosts that answer the same calls as another one: the catalog lists each call once, under that other one.
    #[serde(default)]
    pub mirrors: BTreeMap<String, String>,
    /// Whether one of the scopes that the catalog lists for a call is enough; otherwise it does not say.
    #[serde(default)]
    pub catalog_any_of: bool,
    /// The kinds of caller that the platform tells apart, each with the text that names it; the first that fits counts.
    #[serde(default)]
    pub identities: Vec<Identity>,
    /// Scopes that are taken for one another by name: the wrong one, and the one that is needed.
    #[serde(default)]
    pub neighbours: Vec<(String, String)>,
    /// What traffic tells beside refusals.
    #[serde(default)]
    pub traffic: Traffic,
    /// The rules, in the order in which they are tried.
    pub rules: Vec<Rule>,
    /// Link templates.
    pub links: Vec<LinkSpec>,
    /// Causes and the question between them.
    pub causes: Causes,
}

/// A kind of caller: the app itself, a person who signed in, …
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// The platform's own word, as its links carry it (`{identity}`); the signal is `identity-<id>`, the words are
    /// under `identity.<id>`.
    pub id: String,
    /// Text of a refusal that names it.
    pub pattern: Pattern,
}

/// `dingtalk.oapi.v2.user.get` is `/topapi/v2/user/get` on one host.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Operations {
    /// What such names begin with.
    pub prefix: String,
    /// The host that answers them.
    pub host: String,
    /// What the path begins with instead; dots become slashes.
    pub path: String,
}

/// Member names, each list best first.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemberNames {
    /// Hold an error code.
    pub code: Vec<String>,
    /// Of those, the ones that hold the code inside a wrapping one.
    pub inner_code: Vec<String>,
    /// Codes that only wrap another one.
    pub wrapper_codes: Vec<String>,
    /// Hold the request id.
    pub request_id: Vec<String>,
    /// Hold the app id.
    pub app_id: Vec<String>,
}

/// Patterns for whole values.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shapes {
    /// A scope code.
    pub scope: Pattern,
    /// An app id.
    pub app_id: Pattern,
    /// An app id in one of the platform's own links, where that may be looser; it still holds safe characters only.
    #[serde(default)]
    pub app_id_in_link: Option<Pattern>,
    /// An app id anywhere in text, where no member names it.
    pub app_id_in_text: Option<Pattern>,
    /// An organisation's id anywhere in text, where it has a form of its own.
    #[serde(default)]
    pub organisation_in_text: Option<Pattern>,
    /// A request id.
    pub request_id: Pattern,
    /// An error code in a print-out without a member, group 1.
    #[serde(default)]
    pub code_in_text: Option<Pattern>,
    /// A request id in prose, group 1.
    pub request_id_in_text: Option<Pattern>,
}

impl Shapes {
    /// Whether `value` may stand for an app id in a link.
    #[must_use]
    pub fn is_app_id_of_link(&self, value: &str) -> bool {
        self.app_id.is_match(value) || self.app_id_in_link.as_ref().is_some_and(|shape| shape.is_match(value))
    }
}

/// A fact that a pattern on some value tells.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signal {
    /// Matches the value.
    pub pattern: Pattern,
    /// What follows.
    pub signal: String,
}

/// A link template: `{app_id}`, `{scope}`, `{scopes}` (one or more, with commas), `{identity}`, `{request_id}`, `{code}`
/// and `{page}` are filled with percent-encoded, validated values.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkSpec {
    /// Unique in its platform; `apply` is the link that grants a scope.
    pub id: String,
    /// Template, `https:` on one of the link hosts.
    pub url: String,
    /// Template for the platform's international edition.
    #[serde(default)]
    pub international: Option<String>,
    /// Other forms in which replies carry this link: they are read for their parts, and shown only when rebuilt from them.
    #[serde(default)]
    pub carried: Vec<String>,
    /// Whether the foot of every card offers it, and for which kinds.
    #[serde(default)]
    pub shown_for: Vec<Kind>,
}

/// Causes with the question that decides between them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Causes {
    /// All causes.
    pub causes: Vec<Cause>,
    /// The questions, at most one a kind.
    pub questions: Vec<Question>,
}

/// One cause. Its weight is the base plus that of each signal that holds; at zero or below it is not shown.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cause {
    /// Unique in its platform; the words are under `cause.<id>`.
    pub id: String,
    /// The topics of the rules that it can explain.
    pub topics: Vec<String>,
    /// Weight without any signal.
    #[serde(default)]
    pub base: i32,
    /// Weight by signal; the reason's words are under `reason.<cause>.<signal>` or `reason.<signal>`.
    #[serde(default)]
    pub weights: BTreeMap<String, i32>,
    /// What to do, in order.
    pub steps: Vec<StepSpec>,
    /// Remarks for the card wherever this cause is left; the words are under `note.<id>`.
    #[serde(default)]
    pub notes: Vec<String>,
}

/// One thing to do; its words are under `step.<text>`.
#[derive(Debug, Deserialize, Clone)]
#[serde(deny_unknown_fields)]
pub struct StepSpec {
    /// Key of the words.
    pub text: String,
    /// Id of the link that leads there.
    #[serde(default)]
    pub link: Option<String>,
    /// Only where this signal holds (`!signal`: does not hold).
    #[serde(default)]
    pub when: Option<String>,
}

/// The one question that the text cannot answer but the person can.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The words are under `question.<id>`.
    pub id: String,
    /// Asked for these topics.
    pub topics: Vec<String>,
    /// At least two.
    pub choices: Vec<Choice>,
}

/// An answer to the question.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The words are under `question.<question>.<id>`.
    pub id: String,
    /// The causes that it leaves.
    pub causes: Vec<String>,
    /// What to do then.
    pub steps: Vec<StepSpec>,
}
