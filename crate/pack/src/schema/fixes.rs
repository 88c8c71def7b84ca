//! The form of `fixes.json`: what mends a refusal, ready to paste, and who may do it.

use serde::{Deserialize, Serialize};

use super::{Text, is_false};
use crate::pattern::Pattern;

/// All fixes, and all people who grant.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fixes {
    /// Fixes, those with the least privilege first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fixes: Vec<FixSpec>,
    /// The first that fits a refusal counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grantors: Vec<Grantor>,
}

impl Fixes {
    /// Whether the platform has neither.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fixes.is_empty() && self.grantors.is_empty()
    }
}

/// A document that is filled with the parts of one refusal or of several. Templates ask for values by `{name}`: `scope`, the
/// groups of `scope_parts`, `app_id`, `code`, `identity`, and the details of rules by their ids. What is not known stands as a
/// marked blank, `<NAME>`; its words are under `blank.<name>`, those of the fix under `fix.<id>`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FixSpec {
    /// Unique in its platform.
    pub id: Text,
    /// Topics of the rules that it mends.
    pub topics: Vec<Text>,
    /// Conditions that must all hold (`!signal`: does not hold).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub when: Vec<Text>,
    /// The language of the document, which decides how values are written into it.
    pub language: FixLanguage,
    /// Whether it gives access.
    #[serde(default, skip_serializing_if = "is_false")]
    pub widens: bool,
    /// Lines of the document; a line `{entries}` stands for its entries. Documents that are equal without them are one.
    pub document: Vec<Text>,
    /// Lines of one entry; `{items}` in a line stands for its items. Entries that are equal without them are one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entry: Vec<Text>,
    /// What stands behind each entry but the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry_join: Option<Text>,
    /// One item, one for each missing scope.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<Text>,
    /// What stands between items.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item_join: Option<Text>,
    /// Levels of access, the lowest first: of the items of an entry, which are levels then, the highest alone stays.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub highest: Vec<Text>,
    /// Names of values that no refusal tells.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub blanks: Vec<Text>,
    /// Named groups are parts of a scope. A scope that it does not match is none of this fix's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope_parts: Option<Pattern>,
}

/// The language of a fix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FixLanguage {
    /// Values stand within double quotes.
    Json,
    /// Values stand within double quotes.
    Yaml,
    /// Values stand bare; they are quoted where the shell would read them otherwise. Each line is a command.
    Shell,
    /// One address on a link host.
    Url,
    /// Lines for a person.
    Text,
}

/// Who can grant what a refusal lacks.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grantor {
    /// Topics of the rules.
    pub topics: Vec<Text>,
    /// Conditions that must all hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub when: Vec<Text>,
    /// The words are under `who.<who>`.
    pub who: Text,
    /// Id of the link that this person needs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<Text>,
}
