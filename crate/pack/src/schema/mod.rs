//! The schema of a platform's data: what `platform.json`, `rules/`, `links.json`, `causes.json`, `fixes.json` and `redact.json` of a folder
//! hold together, what a rules pack holds, and what a text of custom rules is completed to.
//!
//! A member without `default` must be there. Empty and absent members are not written.

mod causes;
mod fixes;
mod link;
pub(crate) mod pairs;
mod redaction;
mod rule;
mod spec;
mod traffic;

use std::sync::Arc;

pub use causes::{Cause, Causes, Choice, Further, Question, StepSpec};
pub use fixes::{FixLanguage, FixSpec, Fixes, Grantor};
pub use link::LinkSpec;
pub use redaction::{MemberSign, Redaction, SecretShape, ShapeBody, SignPlace};
pub use rule::{Detail, MadeScope, Needs, Rule, ScopeSource};
pub use spec::{Identity, MemberNames, Operations, Reply, Shapes, Signal, Spec};
pub use traffic::{Guarded, TokenCall, TokenKind, TokenShape, Traffic, TrafficNames};

/// A text that is shared, not copied, by whoever keeps it.
pub type Text = Arc<str>;

/// Whether a list holds a text.
#[must_use]
pub fn has(list: &[Text], text: &str) -> bool {
    list.iter().any(|item| **item == *text)
}

/// Texts by name, in the order of the file.
pub type TextPairs = Vec<(Text, Text)>;

pub(crate) fn is_false(flag: &bool) -> bool {
    !flag
}

pub(crate) fn is_zero(number: &i32) -> bool {
    *number == 0
}
