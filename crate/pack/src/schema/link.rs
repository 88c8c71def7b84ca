//! The form of `links.json`.

use serde::{Deserialize, Serialize};

use super::Text;
use scopelens_model::Kind;

/// A link template: `{app_id}`, `{scope}`, `{scopes}` (one or more, with commas), `{identity}`, `{request_id}`, `{code}`,
/// `{page}` and the details of rules by their ids are filled with percent-encoded, validated values.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkSpec {
    /// Unique in its platform; `apply` is the link that grants a scope.
    pub id: Text,
    /// Template, `https:` on one of the link hosts.
    pub url: Text,
    /// Template for the platform's international edition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub international: Option<Text>,
    /// Other forms in which replies carry this link: they are read for their parts, and shown only when rebuilt from them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub carried: Vec<Text>,
    /// Kinds of refusal whose cards offer it at their foot.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shown_for: Vec<Kind>,
    /// Conditions that must all hold for those cards (`!signal`: does not hold).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub when: Vec<Text>,
}
