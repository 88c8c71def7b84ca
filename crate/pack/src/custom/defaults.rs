//! Data of a custom platform where its writer gave none: names of members, shapes, causes and steps by kind.

use crate::json::{Json, Node, Place};
use scopelens_model::Kind;

/// Each kind that a rule may have, with the topic that its words and causes are filed under.
pub(super) const KINDS: [(Kind, &str); 13] = [
    (Kind::MissingScope, "own-missing-scope"),
    (Kind::NotAuthorised, "own-not-authorised"),
    (Kind::VisibleRange, "own-visible-range"),
    (Kind::ApiDisabled, "own-api-disabled"),
    (Kind::AdminConsent, "own-admin-consent"),
    (Kind::Token, "own-token"),
    (Kind::Credential, "own-credential"),
    (Kind::IpWhitelist, "own-ip-whitelist"),
    (Kind::RateLimit, "own-rate-limit"),
    (Kind::NotFound, "own-not-found"),
    (Kind::BadParam, "own-bad-param"),
    (Kind::OrgLevel, "own-org-level"),
    (Kind::NotAMember, "own-not-a-member"),
];

/// The kinds that a custom rule may have.
pub fn custom_kinds() -> impl Iterator<Item = Kind> {
    KINDS.into_iter().map(|(kind, _)| kind)
}

/// The kind of this word, with its topic.
pub(super) fn kind(word: &str) -> Option<(Kind, &'static str)> {
    KINDS.into_iter().find(|(kind, _)| kind.word() == word)
}

pub(super) const CODE: &[&str] = &["code", "errcode", "error_code", "errorCode"];
pub(super) const REQUEST_ID: &[&str] = &["request_id", "requestId", "trace_id", "traceId", "x-request-id"];
pub(super) const APP_ID: &[&str] = &["app_id", "appId", "client_id", "clientId", "app_key"];
pub(super) const SCOPES: &[&str] = &["required_scopes", "requiredScopes", "missing_scopes", "scopes", "scope"];

/// Two parts at least: a word by itself may be any word of a message.
pub(super) const SCOPE_SHAPE: &str = "^[A-Za-z][A-Za-z0-9]*(?:[._:/-][A-Za-z0-9]+)+$";
pub(super) const APP_ID_SHAPE: &str = "^[A-Za-z0-9][A-Za-z0-9_.-]{1,63}$";
pub(super) const REQUEST_ID_SHAPE: &str = "^[A-Za-z0-9][A-Za-z0-9_.:-]{2,99}$";

/// A call as logs name it, with any host.
pub(super) const CALL: &str =
    r#"(?i)\b(?P<method>GET|POST|PUT|DELETE|PATCH)\s+(?P<place>https?://[A-Za-z0-9.-]+/[^\s"'`<>()\[\],;]*)"#;

/// Digits from which on a code is told from other numbers; rules of shorter ones hold where the host is named.
pub(super) const MIN_TELLING_DIGITS: usize = 5;

/// The links that every platform has words for in the engine.
pub(super) const NAMED_LINKS: [&str; 3] = ["apply", "apps", "docs"];

/// The causes of refusals for want of a scope, without their topics.
const MISSING_SCOPE: &str = r#"[
{"id": "own-missing-scope", "base": 4,
 "weights": {"newer-token-works": -9, "granted-since": -9, "worked-before": -9},
 "steps": [{"text": "own-apply", "link": "apply", "when": ["!no-apply-link"]},
           {"text": "own-apply", "link": "apps", "when": ["no-apply-link"]},
           {"text": "own-new-token"}]},
{"id": "own-stale-token", "base": 1, "weights": {"newer-token-works": 7, "granted-since": -3},
 "steps": [{"text": "own-new-token"}]},
{"id": "own-granted-since", "base": 0, "weights": {"granted-since": 9}, "steps": [{"text": "own-nothing"}]}
]"#;

/// The causes of refusals of `kind` that are filed under `topics`, with steps that lead to `links`. They stand at `place`.
pub(super) fn causes(
    kind: Kind,
    topic: &'static str,
    topics: &Node<'static>,
    links: &[&str],
    place: Place,
) -> Vec<Node<'static>> {
    let mut causes = if kind == Kind::MissingScope {
        crate::json::parse(MISSING_SCOPE, place.file).map(Node::into_items).unwrap_or_default()
    } else {
        let text = |text: &'static str| Node::text(place, text);
        let step = Node::object(place, vec![("text".into(), text(topic)), ("link".into(), text("apps"))]);
        vec![cause(place, topic, topics.clone(), vec![step])]
    };
    for cause in &mut causes {
        cause.take("topics");
        cause.put("topics", topics.clone());
        if let Some(steps) = cause.take("steps") {
            let steps = steps.into_items().into_iter().map(|step| with_known_link(step, links));
            cause.put("steps", Node::list(place, steps.collect()));
        }
        cause.move_to(place);
    }
    causes
}

fn with_known_link<'t>(mut step: Node<'t>, links: &[&str]) -> Node<'t> {
    if step.member("link").and_then(Node::as_text).is_some_and(|link| !links.contains(&link)) {
        step.take("link");
    }
    step
}

/// A cause that holds whatever was read.
pub(super) fn cause<'t>(place: Place, id: impl Into<String>, topics: Node<'t>, steps: Vec<Node<'t>>) -> Node<'t> {
    let members = vec![
        ("id".into(), Node::text(place, id.into())),
        ("base".into(), Node { place, value: Json::Number("4") }),
        ("topics".into(), topics),
        ("steps".into(), Node::list(place, steps)),
    ];
    Node::object(place, members)
}
