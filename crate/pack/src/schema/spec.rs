//! The form of `platform.json`, with the other files as members.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Causes, Fixes, LinkSpec, Needs, Redaction, Rule, Text, TextPairs, Traffic, is_false, pairs};
use crate::pattern::Pattern;

/// Everything that a platform's JSON says, words left out.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spec {
    /// The folder's name.
    pub id: Text,
    /// The name people know it by, by language tag.
    #[serde(with = "pairs")]
    pub name: TextPairs,
    /// Hosts whose exchanges are this platform's.
    pub hosts: Vec<Text>,
    /// Hosts that links may lead to.
    pub link_hosts: Vec<Text>,
    /// Whether it stands for every server that speaks a common standard. Then no host speaks against it but those that `strangers`
    /// name, strangers count also near a record, and it is silent where another platform finds something near by.
    #[serde(default, skip_serializing_if = "is_false")]
    pub generic: bool,
    /// Text that shows that the platform's international edition answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub international: Option<Pattern>,
    /// Text that names this platform: its names, hosts, headers, links, ids of a form that nobody else has.
    pub anchors: Vec<Pattern>,
    /// Text that goes well with this platform and is not its own: an SDK of its maker, a member's spelling, the form of an id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<Pattern>,
    /// Text of somebody else's reply: in the same record it speaks against this platform.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub strangers: Vec<Pattern>,
    /// Forms of a record that make it one of this platform's replies, whatever its code is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replies: Vec<Reply>,
    /// Names of the members of this platform's replies.
    pub members: MemberNames,
    /// Patterns of a scope code, an app id, …; anything else is not taken for one.
    pub shapes: Shapes,
    /// What parts refusals of the same scopes: records, and parts of one, that differ in group 1 (the namespace) are two refusals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub apart: Option<Pattern>,
    /// Signals by the form of an app id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub app_signals: Vec<Signal>,
    /// Signals by a pattern on `METHOD host/path`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub api_signals: Vec<Signal>,
    /// Ways in which text names a call: group `place` is a URL, a path or an operation, group `method` may be there; or group
    /// `page` is the page that the catalog has for it, of which the part behind `#` is enough where one call alone has it.
    pub calls: Vec<Pattern>,
    /// The way from an operation's dotted name to a path.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operations: Option<Operations>,
    /// Hosts that answer the same calls as another one: the catalog lists each call once, under that other one.
    #[serde(default, skip_serializing_if = "Vec::is_empty", with = "pairs")]
    pub mirrors: TextPairs,
    /// The way from a call's path to the one that the catalog lists.
    #[serde(default, skip_serializing_if = "CatalogPaths::is_plain")]
    pub catalog_paths: CatalogPaths,
    /// Whether one of the scopes that the catalog lists for a call is enough; otherwise it does not say.
    #[serde(default, skip_serializing_if = "is_false")]
    pub catalog_any_of: bool,
    /// The kinds of caller that the platform tells apart, each with the text that names it; the first that fits counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub identities: Vec<Identity>,
    /// Scopes around a refusal count only behind a word for "missing", though the catalog knows them: where replies name none,
    /// people name those that they have.
    #[serde(default, skip_serializing_if = "is_false")]
    pub told_missing: bool,
    /// Scopes that are taken for one another by name: the wrong one, and the one that is needed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub neighbours: TextPairs,
    /// Words that most refusals bear, for what is left of a long body: letters alone, twelve bytes or more. Each one more
    /// slows the search of all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub landmarks: Vec<Text>,
    /// Evidence that traffic gives beside refusals; none where it is absent.
    #[serde(default, skip_serializing_if = "Traffic::is_empty")]
    pub traffic: Traffic,
    /// Forms of secrets and of ids that are the platform's own.
    #[serde(default, skip_serializing_if = "Redaction::is_empty")]
    pub redact: Redaction,
    /// The rules, in the order in which they are tried.
    pub rules: Vec<Rule>,
    /// Link templates.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<LinkSpec>,
    /// Causes and the questions between them.
    pub causes: Causes,
    /// What mends refusals, and who can do it.
    #[serde(default, skip_serializing_if = "Fixes::is_empty")]
    pub fixes: Fixes,
}

impl Spec {
    /// The evidence that traffic gives; empty where the platform does not say.
    #[must_use]
    pub fn traffic(&self) -> &Traffic {
        &self.traffic
    }
}

/// A form of reply.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reply {
    /// Texts that all stand in the record.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<Text>,
    /// A pattern that matches in the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pattern: Option<Pattern>,
    /// Text of the platform that must stand beside it.
    pub needs: Needs,
}

/// A kind of caller: the app itself, a person who signed in, …
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// The platform's own word, as its links carry it (`{identity}`); the signal is `identity-<id>`, the words are
    /// under `identity.<id>`.
    pub id: Text,
    /// Text of a refusal that names it.
    pub pattern: Pattern,
}

/// `dingtalk.oapi.v2.user.get` is `/topapi/v2/user/get` on one host.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Operations {
    /// The beginning of such names.
    pub prefix: Text,
    /// The host that answers them.
    pub host: Text,
    /// The beginning of the path instead of the prefix; dots become slashes.
    pub path: Text,
}

/// What the catalog leaves out of paths: it lists each call once, whatever its version and letters.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CatalogPaths {
    /// Beginnings of whole segments: `/v1.0`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<Text>,
    /// Capital and small letters are the same to the platform; the catalog lists small ones.
    #[serde(default, skip_serializing_if = "is_false")]
    pub any_case: bool,
}

impl CatalogPaths {
    /// Whether the catalog lists paths as they are.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.without.is_empty() && !self.any_case
    }

    /// The path as the catalog lists it.
    #[must_use]
    pub fn listed<'p>(&self, path: &'p str) -> Cow<'p, str> {
        let rest = |part: &Text| path.strip_prefix(&**part).filter(|rest| rest.starts_with('/'));
        let path = self.without.iter().find_map(rest).unwrap_or(path);
        if self.any_case { Cow::Owned(path.to_ascii_lowercase()) } else { Cow::Borrowed(path) }
    }
}

/// Member names, each list best first.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemberNames {
    /// Members that hold an error code.
    pub code: Vec<Text>,
    /// Of those, the ones that hold the code inside a wrapping one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inner_code: Vec<Text>,
    /// Codes that only wrap another one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wrapper_codes: Vec<Text>,
    /// Members that hold the request id.
    pub request_id: Vec<Text>,
    /// Members that hold the app id.
    pub app_id: Vec<Text>,
    /// Members and headers that list scopes which are not missing: what the token has, what the call would take.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub held: Vec<Text>,
}

/// Patterns for whole values.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shapes {
    /// A scope code.
    pub scope: Pattern,
    /// An app id.
    pub app_id: Pattern,
    /// An app id in one of the platform's own links, where that may be looser; it still holds safe characters only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub app_id_in_link: Option<Pattern>,
    /// An app id anywhere in text, where no member names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub app_id_in_text: Option<Pattern>,
    /// An organisation's id anywhere in text, where it has a form of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation_in_text: Option<Pattern>,
    /// A request id.
    pub request_id: Pattern,
    /// An error code in a print-out without a member, group 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code_in_text: Option<Pattern>,
    /// A request id in prose, group 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
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
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signal {
    /// A pattern on the value.
    pub pattern: Pattern,
    /// The signal that follows.
    pub signal: Text,
}

#[cfg(test)]
mod tests {
    use super::CatalogPaths;

    #[test]
    fn a_path_is_listed_without_its_version_and_in_small_letters() {
        let graph = CatalogPaths { without: vec!["/v1.0".into(), "/beta".into()], any_case: true };
        for (path, listed) in [
            ("/v1.0/me/joinedTeams", "/me/joinedteams"),
            ("/beta/users", "/users"),
            ("/v1.0", "/v1.0"),
            ("/v1.01/users", "/v1.01/users"),
            ("/users", "/users"),
        ] {
            assert_eq!(graph.listed(path), listed);
        }
        let plain = CatalogPaths::default();
        assert!(plain.is_plain() && !graph.is_plain());
        assert_eq!(plain.listed("/v1.0/Users"), "/v1.0/Users");
    }
}
