//! What a platform of others says where its writer did not: names of members, shapes, causes and steps by kind.

use crate::platform::{Cause, StepSpec};
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

/// A code of fewer digits stands for something else elsewhere: its rules hold where the host is named.
pub(super) const TELLING_DIGITS: usize = 5;

const APPLY: &[StepSpec] = &[
    StepSpec { text: "own-apply", link: Some("apply"), when: &["!no-apply-link"] },
    StepSpec { text: "own-apply", link: Some("apps"), when: &["no-apply-link"] },
    StepSpec { text: "own-new-token", link: None, when: &[] },
];
const NEW_TOKEN: &[StepSpec] = &[StepSpec { text: "own-new-token", link: None, when: &[] }];
const NOTHING: &[StepSpec] = &[StepSpec { text: "own-nothing", link: None, when: &[] }];

/// The causes of refusals of `kind`, filed under `topics`.
pub(super) fn causes(kind: Kind, topic: &'static str, topics: &'static [&'static str]) -> Vec<Cause> {
    if kind != Kind::MissingScope {
        let steps = vec![StepSpec { text: topic, link: Some("apps"), when: &[] }].leak();
        return vec![Cause { id: topic, topics, base: 4, weights: &[], steps, notes: &[] }];
    }
    let cause = |id, base, weights, steps| Cause { id, topics, base, weights, steps, notes: &[] };
    vec![
        cause(topic, 4, &[("newer-token-works", -9), ("granted-since", -9), ("worked-before", -9)], APPLY),
        cause("own-stale-token", 1, &[("newer-token-works", 7), ("granted-since", -3)], NEW_TOKEN),
        cause("own-granted-since", 0, &[("granted-since", 9)], NOTHING),
    ]
}
