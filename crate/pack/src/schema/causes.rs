//! The form of `causes.json`.

use serde::{Deserialize, Serialize};

use super::{Signal, Text, is_zero, pairs};

/// Causes with the questions that decide between them.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Causes {
    /// All causes.
    pub causes: Vec<Cause>,
    /// The questions, at most one a kind.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<Question>,
    /// Signals by the text around a refusal, where no rule reads them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seen: Vec<Signal>,
    /// Scopes that a call may want beside those that its page lists.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub further: Vec<Further>,
    /// Conditions that texts may tell though no member above names them; they are for the check alone and not packed.
    #[serde(default, skip_serializing)]
    pub declared: Vec<Text>,
}

/// Scopes that the page of a call does not list, but a refusal of it may want.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Further {
    /// `METHOD host/path`, as the catalog writes them.
    pub calls: Vec<Text>,
    /// Conditions that must all hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub when: Vec<Text>,
    /// The likeliest first.
    pub scopes: Vec<Text>,
}

/// One cause. Its weight is the base plus that of each signal that holds; at zero or below it is not shown.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cause {
    /// Unique in its platform; the words are under `cause.<id>`.
    pub id: Text,
    /// The topics of the rules that it can explain.
    pub topics: Vec<Text>,
    /// Weight without any signal.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub base: i32,
    /// Weight by signal; the reason's words are under `reason.<signal>.<cause>` or `reason.<signal>`.
    #[serde(default, skip_serializing_if = "Vec::is_empty", with = "pairs")]
    pub weights: Vec<(Text, i32)>,
    /// Steps of the way out, in order.
    pub steps: Vec<StepSpec>,
    /// Remarks for the card wherever this cause is left; the words are under `note.<id>`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Text>,
}

/// One thing to do; its words are under `step.<text>`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepSpec {
    /// Key of the words.
    pub text: Text,
    /// Id of the link that leads there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<Text>,
    /// Conditions that must all hold (`!signal`: does not hold).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub when: Vec<Text>,
}

/// The one question that the text cannot answer but the person can.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The words are under `question.<id>`.
    pub id: Text,
    /// Topics that it is asked for.
    pub topics: Vec<Text>,
    /// At least two.
    pub choices: Vec<Choice>,
}

/// An answer to the question.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The words are under `question.<question>.<id>`.
    pub id: Text,
    /// The causes that it leaves.
    pub causes: Vec<Text>,
    /// Steps of the way out then.
    pub steps: Vec<StepSpec>,
}
