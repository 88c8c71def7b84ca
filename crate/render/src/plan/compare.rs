//! What changed from one plan to a later one, in words.

use scopelens_engine::Engine;
use scopelens_engine::plan::{self, Placed};
use scopelens_model::View;
use serde::Serialize;

use super::Need;
use super::make::Maker;
use super::text::line;
use crate::words::{Vars, Words};

/// A need whose state changed.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Changed {
    /// Then.
    pub before: Need,
    /// Now.
    pub after: Need,
}

/// Two plans against each other.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Comparison {
    /// Needs that only the later one has.
    pub added: Vec<Need>,
    /// Needs that only the earlier one has.
    pub gone: Vec<Need>,
    /// Needs whose state changed.
    pub changed: Vec<Changed>,
    /// In plain lines.
    pub text: String,
    /// For a ticket.
    pub markdown: String,
}

/// Compares two plans, as [`super::of`] wrote them in JSON. Words and links are made anew.
///
/// # Errors
/// Where one of them is no plan.
pub fn compare(engine: &Engine, before: &str, after: &str, view: View) -> Result<Comparison, serde_json::Error> {
    let changes = plan::compare(engine, before, after)?;
    let need = |placed: Placed| need(placed, view);
    let needs = |all: Vec<Placed>| all.into_iter().map(need).collect();
    let changed =
        changes.changed.into_iter().map(|(before, after)| Changed { before: need(before), after: need(after) });
    let mut comparison = Comparison {
        added: needs(changes.added),
        gone: needs(changes.gone),
        changed: changed.collect(),
        text: String::new(),
        markdown: String::new(),
    };
    let lines = lines(&comparison, &Words::new(view.lang, None));
    comparison.text = lines.join("\n") + "\n";
    comparison.markdown = lines.iter().map(|line| format!("- {line}\n")).collect();
    Ok(comparison)
}

fn need(Placed { platform, app, want }: Placed, view: View) -> Need {
    Maker { platform, app: app.as_deref(), view }.need(want)
}

fn lines(comparison: &Comparison, words: &Words) -> Vec<String> {
    let vars = |of: &Need| {
        let app = of.app_id.as_deref().map_or_else(String::new, |id| format!("{id} · "));
        Vars::default().with("scopes", format!("{app}{}", line(of, words)))
    };
    let added = comparison
        .added
        .iter()
        .map(|need| words.say("compare.added", &vars(need).with("state", need.state_words.as_str())));
    let gone = comparison.gone.iter().map(|need| words.say("compare.gone", &vars(need)));
    let changed = comparison.changed.iter().map(|Changed { before, after }| {
        let states = vars(after).with("before", before.state_words.as_str());
        words.say("compare.changed", &states.with("after", after.state_words.as_str()))
    });
    let mut lines: Vec<String> = added.chain(changed).chain(gone).collect();
    if lines.is_empty() {
        lines.push(words.word("compare.same"));
    }
    lines
}
