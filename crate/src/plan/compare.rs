//! What changed from one plan to a later one.

use serde::{Deserialize, Serialize};

use super::make::Maker;
use super::text::line;
use super::want::Want;
use super::{Need, PlanCall, State};
use crate::Engine;
use crate::card::{Vars, View, Words};
use scopelens_model::AnyOf;
use scopelens_pack::Text;
use scopelens_text::order;

/// A need whose state changed.
#[derive(Debug, Clone, Serialize)]
pub struct Changed {
    /// Then.
    pub before: Need,
    /// Now.
    pub after: Need,
}

/// Two plans against each other.
#[derive(Debug, Clone, Serialize)]
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

/// A plan as far as it is compared. Words and links are made anew: what a file says of them is not believed.
#[derive(Deserialize)]
struct Given {
    apps: Vec<GivenApp>,
}

#[derive(Deserialize)]
struct GivenApp {
    app_id: Option<String>,
    platform: GivenPlatform,
    needs: Vec<GivenNeed>,
}

#[derive(Deserialize)]
struct GivenPlatform {
    id: String,
}

#[derive(Deserialize)]
struct GivenNeed {
    any_of: AnyOf,
    state: State,
    scopes: Vec<GivenScope>,
    #[serde(default)]
    calls: Vec<PlanCall>,
    #[serde(default)]
    exchanges: Vec<u64>,
}

#[derive(Deserialize)]
struct GivenScope {
    code: String,
}

/// Compares two plans, as [`super::of`] wrote them in JSON.
///
/// # Errors
/// Where one of them is no plan.
pub fn compare(engine: &Engine, before: &str, after: &str, view: View) -> Result<Comparison, serde_json::Error> {
    let (before, after) = (read(engine, before, view)?, read(engine, after, view)?);
    let mut comparison = Comparison {
        added: only(&after, &before),
        gone: only(&before, &after),
        changed: Vec::new(),
        text: String::new(),
        markdown: String::new(),
    };
    for placed in &after {
        let earlier = same(&before, placed).filter(|earlier| earlier.state != placed.1.state);
        comparison.changed.extend(earlier.map(|earlier| Changed { before: earlier.clone(), after: placed.1.clone() }));
    }
    let lines = lines(&comparison, &Words::new(view.lang, None));
    comparison.text = lines.join("\n") + "\n";
    comparison.markdown = lines.iter().map(|line| format!("- {line}\n")).collect();
    Ok(comparison)
}

/// A need with the platform of its app.
type Placed = (Text, Need);

/// The needs of a plan, sorted.
fn read(engine: &Engine, json: &str, view: View) -> Result<Vec<Placed>, serde_json::Error> {
    let plan: Given = serde_json::from_str(json)?;
    let mut needs = Vec::new();
    for app in plan.apps {
        let Some(platform) = engine.platform(&app.platform.id) else { continue };
        let app_id = app.app_id.filter(|id| platform.spec.shapes.is_app_id_of_link(id));
        let maker = Maker { platform, app: app_id.as_deref(), view };
        for need in app.needs {
            let is_scope = |code: &String| platform.spec.shapes.scope.is_match(code);
            let mut codes: Vec<String> = need.scopes.into_iter().map(|s| s.code).filter(is_scope).collect();
            order::sort_by(&mut codes, Ord::cmp);
            let (any_of, state, calls, exchanges) = (need.any_of, need.state, need.calls, need.exchanges);
            let want = Want { codes, any_of, state, named: false, calls, exchanges };
            needs.push((platform.spec.id.clone(), maker.need(want)));
        }
    }
    needs.retain(|(_, need)| !need.scopes.is_empty());
    order::sort_by(&mut needs, |a, b| key(a).cmp(&key(b)));
    Ok(needs)
}

/// What makes two needs the same one.
fn key((platform, need): &Placed) -> (&str, Option<&str>, Vec<&str>, bool) {
    let mut codes: Vec<&str> = need.scopes.iter().map(|scope| scope.code.as_str()).collect();
    order::sort_by(&mut codes, Ord::cmp);
    (platform, need.app_id.as_deref(), codes, need.any_of == AnyOf::Unknown)
}

/// The one of `those` that is the same need as `this`.
fn same<'n>(those: &'n [Placed], this: &Placed) -> Option<&'n Need> {
    let place = those.binary_search_by(|that| key(that).cmp(&key(this))).ok()?;
    those.get(place).map(|(_, need)| need)
}

/// The needs of `these` that are not among `those`.
fn only(these: &[Placed], those: &[Placed]) -> Vec<Need> {
    let new = these.iter().filter(|need| same(those, need).is_none());
    new.map(|(_, need)| need.clone()).collect()
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
