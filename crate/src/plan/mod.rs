//! The scope plan: every scope that the seen calls need, each once, per app.

mod compare;

pub use compare::{Changed, Comparison, NeedOf, compare};

use serde::Serialize;

use crate::card::{PlatformName, Scope, View};
use crate::model::AnyOf;
use crate::session::Session;

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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, serde::Deserialize)]
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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

/// The plan of what `session` has seen.
#[must_use]
pub fn of(_session: &Session, view: View) -> Plan {
    Plan {
        lang: view.lang.tag(),
        apps: Vec::new(),
        unknown: Vec::new(),
        notes: Vec::new(),
        list: String::new(),
        markdown: String::new(),
    }
}
