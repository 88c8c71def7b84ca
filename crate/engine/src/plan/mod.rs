//! The scope plan as data: every scope that the seen calls need, each once, per app.

mod ask;
mod collect;
mod compare;
mod merge;
mod proofs;
mod want;

pub use ask::PlanAsk;
pub use compare::{Placed, PlanChanges, compare, platforms_of};
pub use want::Want;

use scopelens_pack::Platform;
use scopelens_text::order;
use serde::{Deserialize, Serialize};

use crate::Engine;
use crate::fix::Fix;
use crate::session::Session;
use merge::merge;

/// More unknown calls than this are counted, not listed.
const MAX_UNKNOWN: usize = 1_000;

/// The plan of a session.
#[derive(Debug)]
pub struct ScopePlan<'e> {
    /// Each app with what it needs; the calls whose app is not known stand last.
    pub apps: Vec<AppWants<'e>>,
    /// Calls on a platform's hosts of which the catalog names no scope, and the traffic neither.
    pub unknown: Vec<PlanCall>,
    /// Calls that had to go from the memory for later ones.
    pub dropped: usize,
    /// Wants and calls that are left out of a plan that is too long.
    pub omitted: usize,
}

/// One app with what it needs.
#[derive(Debug)]
pub struct AppWants<'e> {
    /// Platform whose app it is.
    pub platform: &'e Platform,
    /// Client id, where the traffic tells it.
    pub app: Option<String>,
    /// Wants: what is refused first, then what is needed, then what is granted.
    pub wants: Vec<Want>,
    /// What mends all that is refused.
    pub fixes: Vec<Fix>,
    /// Whom to ask for what is refused, a message each.
    pub asks: Vec<PlanAsk>,
}

impl<'e> AppWants<'e> {
    fn new(platform: &'e Platform, app: Option<String>) -> Self {
        Self { platform, app, wants: Vec::new(), fixes: Vec::new(), asks: Vec::new() }
    }
}

/// How far a need is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// A reply refused it, and none has granted it since.
    Refused,
    /// A call that was made needs it by the catalog; no reply proves that it is there.
    Needed,
    /// A granted reply proves that it is there.
    Granted,
}

/// One call of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct PlanCall {
    /// `GET`, `POST` …
    pub method: String,
    /// Lower case.
    pub host: String,
    /// The catalog's template, else the redacted path.
    pub path: String,
    /// The catalog's name, in whatever language it has one.
    pub name: Option<String>,
    /// How often it was seen.
    pub count: usize,
}

impl State {
    /// The word that stands for it in keys and in JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            State::Refused => "refused",
            State::Needed => "needed",
            State::Granted => "granted",
        }
    }
}

/// The plan of what `session` has seen.
#[must_use]
pub fn plan<'e>(engine: &'e Engine, session: &Session) -> ScopePlan<'e> {
    let (mut apps, mut unknown) = collect::collect(engine, session);
    let mut omitted = unknown.len().saturating_sub(MAX_UNKNOWN);
    unknown.truncate(MAX_UNKNOWN);
    for app in &mut apps {
        let (wants, more) = merge(std::mem::take(&mut app.wants));
        app.wants = wants;
        app.asks.iter_mut().for_each(PlanAsk::settle);
        order::sort_by(&mut app.asks, |a, b| a.who.cmp(&b.who));
        omitted += more;
    }
    ScopePlan { apps, unknown, dropped: session.dropped(), omitted }
}

/// The item of a list that is the same, added where there is none yet.
fn find_or_add<T>(list: &mut Vec<T>, is_same: impl Fn(&T) -> bool, new: impl FnOnce() -> T) -> Option<&mut T> {
    let place = list.iter().position(is_same).unwrap_or(list.len());
    if place == list.len() {
        list.push(new());
    }
    list.get_mut(place)
}
