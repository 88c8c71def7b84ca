//! The scope plan in words.

mod ask;
mod compare;
mod make;
mod text;

pub use compare::{Changed, Comparison, compare};

use scopelens_engine::Engine;
use scopelens_engine::plan::{AppWants, PlanCall, ScopePlan, State, plan};
use scopelens_engine::session::Session;
use scopelens_model::{AnyOf, Lang, Source, View};
use serde::Serialize;

use crate::card::{Ask, PlatformName, Scope};
use crate::fix::FixText;
use crate::words::{Vars, Words};
use make::{Maker, named};

/// The plan of a session.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Plan {
    /// The language of its words.
    pub lang: Lang,
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
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct PlanApp {
    /// Its client id, where the traffic tells it.
    pub app_id: Option<String>,
    /// Whose app it is.
    pub platform: PlatformName,
    /// What is refused first, then what is needed, then what is granted.
    pub needs: Vec<Need>,
    /// What mends all that is refused, ready to paste.
    pub fixes: Vec<FixText>,
    /// Messages to those who can grant it.
    pub asks: Vec<Ask>,
}

/// One scope, or several of which one is enough.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
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

/// The plan of what `session` has seen.
///
/// ```
/// use scopelens_engine::{Engine, session::Session};
/// use scopelens_model::{Lang, View};
/// use scopelens_render::plan;
///
/// let engine = Engine::of_packs(scopelens_platforms::packs())?;
/// let nothing = plan::of(&engine, &Session::new("a random key"), View::new(Lang::En));
/// assert!(nothing.apps.is_empty() && nothing.markdown.starts_with("## Scope plan"));
/// # Ok::<(), scopelens_pack::PackError>(())
/// ```
#[must_use]
pub fn of(engine: &Engine, session: &Session, view: View) -> Plan {
    let words = Words::new(view.lang, None);
    let ScopePlan { apps, unknown, dropped, omitted } = plan(engine, session);
    let app = |AppWants { platform, app, wants, fixes, asks }| {
        Maker { platform, app: app.as_deref(), view }.app(wants, &fixes, asks)
    };
    let apps: Vec<PlanApp> = apps.into_iter().map(app).collect();
    let notes = notes(&apps, dropped, omitted, &words);
    let list = text::list(&apps, &words);
    let unknown = named(unknown, view.lang);
    let mut plan = Plan { lang: view.lang, apps, unknown, notes, list, markdown: String::new() };
    plan.markdown = text::markdown(&plan, &words);
    plan
}

fn notes(apps: &[PlanApp], dropped: usize, omitted: usize, words: &Words) -> Vec<String> {
    let counted = |key: &str, count: usize| words.say(key, &Vars::default().with("count", count.to_string()));
    let of_catalog = apps.iter().flat_map(|app| &app.needs).flat_map(|need| &need.scopes);
    let notes = [
        apps.iter().any(|app| app.app_id.is_none()).then(|| words.word("plan.note.no-app")),
        of_catalog.map(|scope| scope.source).any(|s| s == Source::Catalog).then(|| words.word("plan.note.catalog")),
        (dropped > 0).then(|| counted("plan.note.dropped", dropped)),
        (omitted > 0).then(|| counted("plan.note.left", omitted)),
    ];
    notes.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests;
