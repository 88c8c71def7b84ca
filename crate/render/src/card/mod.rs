//! A diagnosis in words, in one language, ready to draw.

mod annotation;
mod answer;
mod apply;
mod ask;
mod clock;
mod evidence;
mod exchange;
mod facts;
mod make;
mod none;
mod scopes;
mod steps;
mod text;
mod values;

#[cfg(test)]
pub(crate) use annotation::exchanges;
pub use annotation::{Annotation, CallName, annotate};
pub use answer::diagnose;
pub use apply::{AppLinks, AsksApp, Wanted, apply_links};
pub use ask::Ask;
pub use exchange::explain;
pub(crate) use make::diagnosis;
pub(crate) use scopes::Applicant;
pub use text::plain;

use serde::Serialize;

use crate::fix::FixText;
use crate::link::Link;
use crate::report::Report;
use scopelens_engine::diagnosis::Likelihood;
use scopelens_model::{Kind, Lang, Verdict};

/// What one text or exchange gives: at least one card.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Answer {
    /// The language of its words.
    pub lang: Lang,
    /// Headings that the renderer needs.
    pub words: Headings,
    /// The cards, in the order of the text.
    pub cards: Vec<Card>,
    /// What was left unread, and why.
    pub notes: Vec<String>,
}

/// The words around a card's content.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct Headings {
    pub next: String,
    pub question: String,
    pub causes: String,
    pub scopes: String,
    pub facts: String,
    pub links: String,
    pub steps: String,
    pub notes: String,
    pub more: String,
    pub copy: String,
    pub copied: String,
    pub copy_card: String,
    pub copy_report: String,
    pub copy_ask: String,
    pub fixes: String,
    pub blanks: String,
    pub ask: String,
    pub close: String,
    pub evidence: String,
    pub opens_in_new_tab: String,
    pub app: String,
    pub forget: String,
}

/// One refusal, explained.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Card {
    /// How it is drawn.
    pub verdict: Verdict,
    /// What it is.
    pub kind: Kind,
    /// Whose it is.
    pub platform: Option<PlatformName>,
    /// The verdict in one line.
    pub title: String,
    /// What it means, in a sentence or two; may be empty.
    pub lead: String,
    /// The scopes to apply for, the one with the least privilege first where that is known.
    pub scopes: Vec<Scope>,
    /// How several scopes go together.
    pub scope_note: Option<String>,
    /// The one clear next step.
    pub next: Option<Step>,
    /// What mends it, ready to paste, the one with the least privilege first.
    pub fixes: Vec<FixText>,
    /// A message to who can grant it.
    pub ask: Option<Ask>,
    /// Asked where the app is all that an apply link lacks.
    pub asks_app: Option<AsksApp>,
    /// What the text cannot decide but the person can.
    pub question: Option<Question>,
    /// What other exchanges tell about this one; empty for a snippet.
    pub evidence: Vec<EvidenceLine>,
    /// Best first.
    pub causes: Vec<Cause>,
    /// What was read, to copy.
    pub facts: Vec<FactLine>,
    /// Further reading.
    pub links: Vec<Link>,
    /// Remarks.
    pub notes: Vec<String>,
    /// The redacted text for support; nothing where nothing was refused.
    pub report: Option<Report>,
    /// The whole card as redacted plain text.
    pub plain: String,
}

/// Where in the given text something was read, in UTF-16 code units (as JavaScript and editors count).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Place {
    /// First unit.
    pub start: usize,
    /// The unit after the last one.
    pub end: usize,
}

/// A platform by id and name.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct PlatformName {
    /// `dingtalk`
    pub id: String,
    /// In the answer's language.
    pub name: String,
}

/// One scope.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Scope {
    /// Its code.
    pub code: String,
    /// Its name, where the catalog has it.
    pub name: Option<String>,
    /// Who grants it, where the catalog says.
    pub grantor: Option<String>,
    /// Where it was found.
    pub source: scopelens_model::Source,
    /// Where the text names it.
    pub place: Option<Place>,
    /// Said where it is not from the text.
    pub source_words: Option<String>,
    /// `sensitive`, `user token` …
    pub tags: Vec<String>,
    /// Where to apply, if the app is known.
    pub link: Option<Link>,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Step {
    /// In words.
    pub text: String,
    /// Where it is done.
    pub link: Option<Link>,
}

/// The one question.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Question {
    /// In words.
    pub text: String,
    /// Two or more.
    pub answers: Vec<Choice>,
}

/// One answer to the question.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Choice {
    /// Stable.
    pub id: String,
    /// In words.
    pub label: String,
    /// What to do then.
    pub next: Vec<Step>,
    /// The causes it leaves.
    pub causes: Vec<String>,
}

/// One cause.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Cause {
    /// Stable.
    pub id: String,
    /// In words.
    pub title: String,
    /// How strongly the text supports it.
    pub likelihood: Likelihood,
    /// In words.
    pub likelihood_words: String,
    /// Why we think so.
    pub reasons: Vec<String>,
    /// What to do.
    pub steps: Vec<Step>,
}

/// One thing that another exchange tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct EvidenceLine {
    /// In words.
    pub text: String,
    /// The exchange that tells it; nothing where it is forgotten.
    pub exchange: Option<u64>,
}

/// One fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct FactLine {
    /// Stable.
    pub id: String,
    /// In words.
    pub label: String,
    /// Plain.
    pub value: String,
    /// Where it was read; nothing where it is not from the text, or was put together.
    pub place: Option<Place>,
}

#[cfg(test)]
mod tests;
