//! The scope plan: every scope that the seen calls need, each once, per app.

mod collect;
mod compare;
mod make;
mod merge;
mod proofs;
mod text;
mod want;

pub use compare::{Changed, Comparison, compare};

use serde::{Deserialize, Serialize};

use crate::Engine;
use crate::card::{PlatformName, Scope, Vars, View, Words};
use crate::session::Session;
use collect::AppWants;
use make::Maker;
use merge::merge;
use scopelens_model::{AnyOf, Source};

/// More unknown calls than this are counted, not listed.
const MAX_UNKNOWN: usize = 1_000;

/// The plan of a session.
#[derive(Debug, Clone, Serialize)]
pub struct Plan {
    /// `en` or `zh-CN`.
    pub lang: &'static str,
    /// Each app with what it needs; the calls whose app is not known stand last.
    pub apps: Vec<PlanApp>,
    /// Calls on a platform's hosts of which the catalog names no scope, and the traffic neither.
    pub unknown: Vec<PlanCall>,
    /// Remarks.
    pub notes: Vec<String>,
    /// The scopes still to apply for, as plain lines.
    pub list: String,
    /// The whole plan for a ticket.
    pub markdown: String,
}

/// One app.
#[derive(Debug, Clone, Serialize)]
pub struct PlanApp {
    /// Its client id, where the traffic tells it.
    pub app_id: Option<String>,
    /// Whose app it is.
    pub platform: PlatformName,
    /// What is refused first, then what is needed, then what is granted.
    pub needs: Vec<Need>,
}

/// How far a need is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// A reply refused it, and none has granted it since.
    Refused,
    /// A call that was made needs it by the catalog; no reply proves that it is there.
    Needed,
    /// A granted reply proves that it is there.
    Granted,
}

/// One scope, or several of which one is enough.
#[derive(Debug, Clone, Serialize)]
pub struct Need {
    /// The app that has it, as a need may stand alone.
    pub app_id: Option<String>,
    /// How the scopes go together.
    pub any_of: AnyOf,
    /// How far it is met.
    pub state: State,
    /// In words.
    pub state_words: String,
    /// The one with the least privilege first.
    pub scopes: Vec<Scope>,
    /// The calls that need it.
    pub calls: Vec<PlanCall>,
    /// The exchanges that tell it.
    pub exchanges: Vec<u64>,
}

/// One call of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanCall {
    /// `GET`, `POST` …
    pub method: String,
    /// Lower case.
    pub host: String,
    /// The catalog's template, else the redacted path.
    pub path: String,
    /// The catalog's name.
    pub name: Option<String>,
    /// How often it was seen.
    pub count: usize,
}

impl State {
    fn word(self) -> &'static str {
        match self {
            State::Refused => "refused",
            State::Needed => "needed",
            State::Granted => "granted",
        }
    }
}

/// The plan of what `session` has seen.
#[must_use]
pub fn of(engine: &Engine, session: &Session, view: View) -> Plan {
    let words = Words::new(view.lang, None);
    let (found, mut unknown) = collect::collect(engine, session);
    let mut omitted = unknown.len().saturating_sub(MAX_UNKNOWN);
    unknown.truncate(MAX_UNKNOWN);
    let mut apps = Vec::new();
    for AppWants { platform, app, wants } in found {
        let (wants, more) = merge(wants);
        omitted += more;
        apps.push(Maker { platform, app: app.as_deref(), view }.app(wants));
    }
    let notes = notes(session, &apps, omitted, &words);
    let list = text::list(&apps, &words);
    let mut plan = Plan { lang: view.lang.tag(), apps, unknown, notes, list, markdown: String::new() };
    plan.markdown = text::markdown(&plan, &words);
    plan
}

fn notes(session: &Session, apps: &[PlanApp], omitted: usize, words: &Words) -> Vec<String> {
    let counted = |key: &str, count: usize| words.say(key, &Vars::default().with("count", count.to_string()));
    let of_catalog = apps.iter().flat_map(|app| &app.needs).flat_map(|need| &need.scopes);
    let notes = [
        apps.iter().any(|app| app.app_id.is_none()).then(|| words.word("plan.note.no-app")),
        of_catalog.map(|scope| scope.source).any(|s| s == Source::Catalog).then(|| words.word("plan.note.catalog")),
        (session.dropped() > 0).then(|| counted("plan.note.dropped", session.dropped())),
        (omitted > 0).then(|| counted("plan.note.left", omitted)),
    ];
    notes.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests;
