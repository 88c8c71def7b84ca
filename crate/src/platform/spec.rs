//! The form of `platform.json`, `links.json` and `causes.json`.

use super::{Needs, Pattern, Rule, Traffic};
use scopelens_model::Kind;

/// Everything a platform's JSON says.
#[derive(Debug)]
pub struct Spec {
    /// The folder's name.
    pub id: &'static str,
    /// The name people know it by, by language.
    pub name: &'static [(&'static str, &'static str)],
    /// Hosts whose exchanges are this platform's.
    pub hosts: &'static [&'static str],
    /// Hosts that links may lead to.
    pub link_hosts: &'static [&'static str],
    /// Text that shows that the platform's international edition answered.
    pub international: Option<Pattern>,
    /// Text that names this platform: its names, hosts, headers, links, ids of a form that nobody else has.
    pub anchors: &'static [Pattern],
    /// Text that goes well with this platform and is not its own: an SDK of its maker, a member's spelling, the form of an id.
    pub hints: &'static [Pattern],
    /// Text of somebody else's reply: in the same record it speaks against this platform.
    pub strangers: &'static [Pattern],
    /// What makes a record one of this platform's replies, whatever its code is.
    pub replies: &'static [Reply],
    /// How this platform's replies name their members.
    pub members: MemberNames,
    /// What a scope code, an app id, … looks like; anything else is not taken for one.
    pub shapes: Shapes,
    /// What an app id's form tells: signal by pattern.
    pub app_signals: &'static [Signal],
    /// What an API's path tells: signal by pattern on `METHOD host/path`.
    pub api_signals: &'static [Signal],
    /// How a call is named in text: group `place` is a URL, a path or an operation, group `method` may be there.
    pub calls: &'static [Pattern],
    /// How an operation's dotted name becomes a path.
    pub operations: Option<Operations>,
    /// Hosts that answer the same calls as another one: the catalog lists each call once, under that other one.
    pub mirrors: &'static [(&'static str, &'static str)],
    /// Whether one of the scopes that the catalog lists for a call is enough; otherwise it does not say.
    pub catalog_any_of: bool,
    /// The kinds of caller that the platform tells apart, each with the text that names it; the first that fits counts.
    pub identities: &'static [Identity],
    /// Scopes that are taken for one another by name: the wrong one, and the one that is needed.
    pub neighbours: &'static [(&'static str, &'static str)],
    /// Words that most refusals bear, for what is left of a long body: letters alone, twelve bytes or more. Each one more
    /// slows the search of all.
    pub landmarks: &'static [&'static str],
    /// What traffic tells beside refusals.
    pub traffic: Option<Traffic>,
    /// The rules, in the order in which they are tried.
    pub rules: &'static [Rule],
    /// Link templates.
    pub links: &'static [LinkSpec],
    /// Causes and the question between them.
    pub causes: Causes,
}

impl Spec {
    /// What traffic tells; nothing where the platform does not say.
    #[must_use]
    pub fn traffic(&self) -> &Traffic {
        self.traffic.as_ref().unwrap_or(&Traffic::NONE)
    }
}

/// A form of reply.
#[derive(Debug)]
pub struct Reply {
    /// All of them stand in the record.
    pub words: &'static [&'static str],
    /// It matches in the record.
    pub pattern: Option<Pattern>,
    /// What the text must hold of the platform beside it.
    pub needs: Needs,
}

/// A kind of caller: the app itself, a person who signed in, …
#[derive(Debug)]
pub struct Identity {
    /// The platform's own word, as its links carry it (`{identity}`); the signal is `identity-<id>`, the words are
    /// under `identity.<id>`.
    pub id: &'static str,
    /// Text of a refusal that names it.
    pub pattern: Pattern,
}

/// `dingtalk.oapi.v2.user.get` is `/topapi/v2/user/get` on one host.
#[derive(Debug)]
pub struct Operations {
    /// What such names begin with.
    pub prefix: &'static str,
    /// The host that answers them.
    pub host: &'static str,
    /// What the path begins with instead; dots become slashes.
    pub path: &'static str,
}

/// Member names, each list best first.
#[derive(Debug)]
pub struct MemberNames {
    /// Hold an error code.
    pub code: &'static [&'static str],
    /// Of those, the ones that hold the code inside a wrapping one.
    pub inner_code: &'static [&'static str],
    /// Codes that only wrap another one.
    pub wrapper_codes: &'static [&'static str],
    /// Hold the request id.
    pub request_id: &'static [&'static str],
    /// Hold the app id.
    pub app_id: &'static [&'static str],
}

/// Patterns for whole values.
#[derive(Debug)]
pub struct Shapes {
    /// A scope code.
    pub scope: Pattern,
    /// An app id.
    pub app_id: Pattern,
    /// An app id in one of the platform's own links, where that may be looser; it still holds safe characters only.
    pub app_id_in_link: Option<Pattern>,
    /// An app id anywhere in text, where no member names it.
    pub app_id_in_text: Option<Pattern>,
    /// An organisation's id anywhere in text, where it has a form of its own.
    pub organisation_in_text: Option<Pattern>,
    /// A request id.
    pub request_id: Pattern,
    /// An error code in a print-out without a member, group 1.
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
#[derive(Debug)]
pub struct Signal {
    /// Matches the value.
    pub pattern: Pattern,
    /// What follows.
    pub signal: &'static str,
}

/// A link template: `{app_id}`, `{scope}`, `{scopes}` (one or more, with commas), `{identity}`, `{request_id}`, `{code}`
/// and `{page}` are filled with percent-encoded, validated values.
#[derive(Debug)]
pub struct LinkSpec {
    /// Unique in its platform; `apply` is the link that grants a scope.
    pub id: &'static str,
    /// Template, `https:` on one of the link hosts.
    pub url: &'static str,
    /// Template for the platform's international edition.
    pub international: Option<&'static str>,
    /// Other forms in which replies carry this link: they are read for their parts, and shown only when rebuilt from them.
    pub carried: &'static [&'static str],
    /// Whether the foot of every card offers it, and for which kinds.
    pub shown_for: &'static [Kind],
    /// Of those cards, only the ones where all of these signals hold.
    pub when: &'static [&'static str],
}

/// Causes with the question that decides between them.
#[derive(Debug)]
pub struct Causes {
    /// All causes.
    pub causes: &'static [Cause],
    /// The questions, at most one a kind.
    pub questions: &'static [Question],
    /// What the text around a refusal tells about its cause, where no rule reads it.
    pub seen: &'static [Signal],
    /// Scopes that a call may want beside those that its page lists.
    pub further: &'static [Further],
}

/// Scopes that the page of a call does not list, but a refusal of it may want.
#[derive(Debug)]
pub struct Further {
    /// `METHOD host/path`, as the catalog writes them.
    pub calls: &'static [&'static str],
    /// Only where all of these signals hold.
    pub when: &'static [&'static str],
    /// The likeliest first.
    pub scopes: &'static [&'static str],
}

/// One cause. Its weight is the base plus that of each signal that holds; at zero or below it is not shown.
#[derive(Debug)]
pub struct Cause {
    /// Unique in its platform; the words are under `cause.<id>`.
    pub id: &'static str,
    /// The topics of the rules that it can explain.
    pub topics: &'static [&'static str],
    /// Weight without any signal.
    pub base: i32,
    /// Weight by signal; the reason's words are under `reason.<signal>.<cause>` or `reason.<signal>`.
    pub weights: &'static [(&'static str, i32)],
    /// What to do, in order.
    pub steps: &'static [StepSpec],
    /// Remarks for the card wherever this cause is left; the words are under `note.<id>`.
    pub notes: &'static [&'static str],
}

/// One thing to do; its words are under `step.<text>`.
#[derive(Debug)]
pub struct StepSpec {
    /// Key of the words.
    pub text: &'static str,
    /// Id of the link that leads there.
    pub link: Option<&'static str>,
    /// Only where all of these signals hold (`!signal`: does not hold).
    pub when: &'static [&'static str],
}

/// The one question that the text cannot answer but the person can.
#[derive(Debug)]
pub struct Question {
    /// The words are under `question.<id>`.
    pub id: &'static str,
    /// Asked for these topics.
    pub topics: &'static [&'static str],
    /// At least two.
    pub choices: &'static [Choice],
}

/// An answer to the question.
#[derive(Debug)]
pub struct Choice {
    /// The words are under `question.<question>.<id>`.
    pub id: &'static str,
    /// The causes that it leaves.
    pub causes: &'static [&'static str],
    /// What to do then.
    pub steps: &'static [StepSpec],
}
