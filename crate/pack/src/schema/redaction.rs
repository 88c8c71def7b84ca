//! The form of `redact.json`: which values of a platform are secrets or people, and which are ids that stay.

use serde::{Deserialize, Serialize};

use super::Text;

/// Values of a platform as the redactor knows them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Redaction {
    /// Values that are masked wherever they stand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shapes: Vec<SecretShape>,
    /// Public ids of apps and organisations: they stay, whatever they look like.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kept: Vec<SecretShape>,
    /// Names of members and headers that hold an access token, lower case, letters and digits alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub token_names: Vec<Text>,
    /// Members that tell what the members beside or inside them hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signs: Vec<MemberSign>,
}

impl Redaction {
    /// Whether the platform knows nothing of its own.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.shapes.is_empty() && self.kept.is_empty() && self.token_names.is_empty() && self.signs.is_empty()
    }
}

/// A value by its beginning and its form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecretShape {
    /// The kind of value, as masks name it (`open-id`).
    pub kind: Text,
    /// The beginning, to the letter.
    pub start: Text,
    /// The characters that follow.
    pub body: ShapeBody,
    /// Fewest characters behind the beginning.
    pub min: u32,
    /// Most characters behind the beginning.
    pub max: u32,
    /// Digits that must be among them, at least.
    #[serde(default, skip_serializing_if = "is_none")]
    pub digits: u32,
}

fn is_none(count: &u32) -> bool {
    *count == 0
}

/// Characters of a value behind its beginning, as the redactor's detectors have them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ShapeBody {
    /// Digits.
    Digit,
    /// Lower-case hexadecimal digits.
    Hex,
    /// Lower-case letters and digits.
    Small,
    /// Upper-case letters and digits.
    Upper,
    /// Letters and digits.
    Alnum,
    /// Letters, digits, `_` and `-`.
    Word,
    /// Letters, digits, `_`, `-` and `.`.
    Dotted,
    /// Base64 with `+`, `/` and `=`, plain, percent-encoded or escaped.
    Base64,
    /// The same with `:` and `$`.
    Sender,
}

/// A member that tells what other members hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemberSign {
    /// The member's name, lower case, letters and digits alone.
    pub name: Text,
    /// The members that it tells of.
    pub place: SignPlace,
    /// What they belong to, as the redactor names it (`message`).
    pub sign: Text,
}

/// The members that a sign tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignPlace {
    /// Those of the same object.
    Beside,
    /// Those of its own value.
    Inside,
}
