//! What changed from one plan to a later one.

use scopelens_model::AnyOf;
use scopelens_pack::Platform;
use scopelens_text::order;
use serde::Deserialize;

use super::{PlanCall, State, Want};
use crate::Engine;

/// A want with the app that has it.
#[derive(Debug, Clone)]
pub struct Placed<'e> {
    /// Platform whose app it is.
    pub platform: &'e Platform,
    /// Client id, where the plan tells it.
    pub app: Option<String>,
    /// What the app needs.
    pub want: Want,
}

/// Two plans against each other.
#[derive(Debug)]
pub struct PlanChanges<'e> {
    /// Wants that only the later one has.
    pub added: Vec<Placed<'e>>,
    /// Wants that only the earlier one has.
    pub gone: Vec<Placed<'e>>,
    /// Wants whose state changed, as they were and as they are.
    pub changed: Vec<(Placed<'e>, Placed<'e>)>,
}

/// A plan's file as far as it is compared: what it says of words and links is not believed.
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

/// Ids of the platforms whose apps stand in plans in JSON, each once. What is no plan has none.
#[must_use]
pub fn platforms_of(plans: [&str; 2]) -> Vec<String> {
    let apps = plans.into_iter().filter_map(|json| serde_json::from_str::<Given>(json).ok()).flat_map(|plan| plan.apps);
    let mut ids = Vec::new();
    apps.for_each(|app| _ = order::insert(&mut ids, app.platform.id));
    ids
}

/// Compares two plans in JSON.
///
/// # Errors
/// Where one of them is no plan.
pub fn compare<'e>(engine: &'e Engine, before: &str, after: &str) -> Result<PlanChanges<'e>, serde_json::Error> {
    let (before, after) = (read(engine, before)?, read(engine, after)?);
    let changed = after.iter().filter_map(|placed| {
        let earlier = same(&before, placed).filter(|earlier| earlier.want.state != placed.want.state)?;
        Some((earlier.clone(), placed.clone()))
    });
    Ok(PlanChanges { added: only(&after, &before), gone: only(&before, &after), changed: changed.collect() })
}

/// The wants of a plan, sorted.
fn read<'e>(engine: &'e Engine, json: &str) -> Result<Vec<Placed<'e>>, serde_json::Error> {
    let plan: Given = serde_json::from_str(json)?;
    let mut wants = Vec::new();
    for given in plan.apps {
        let Some(platform) = engine.platform(&given.platform.id) else { continue };
        let app = given.app_id.filter(|id| platform.spec.shapes.is_app_id_of_link(id));
        for need in given.needs {
            let is_scope = |code: &String| platform.spec.shapes.scope.is_match(code);
            let mut codes: Vec<String> = need.scopes.into_iter().map(|s| s.code).filter(is_scope).collect();
            order::sort_by(&mut codes, Ord::cmp);
            let (any_of, state, calls, exchanges) = (need.any_of, need.state, need.calls, need.exchanges);
            let want = Want { codes, any_of, state, named: false, calls, exchanges };
            wants.push(Placed { platform, app: app.clone(), want });
        }
    }
    wants.retain(|placed| !placed.want.codes.is_empty());
    order::sort_by(&mut wants, |a, b| key(a).cmp(&key(b)));
    Ok(wants)
}

/// What makes two wants the same one.
fn key<'p>(placed: &'p Placed) -> (&'p str, Option<&'p str>, &'p [String], bool) {
    let Placed { platform, app, want } = placed;
    (&platform.spec.id, app.as_deref(), &want.codes, want.any_of == AnyOf::Unknown)
}

/// The one of `those` that is the same want as `this`.
fn same<'p, 'e>(those: &'p [Placed<'e>], this: &Placed) -> Option<&'p Placed<'e>> {
    let place = those.binary_search_by(|that| key(that).cmp(&key(this))).ok()?;
    those.get(place)
}

/// The wants of `these` that are not among `those`.
fn only<'e>(these: &[Placed<'e>], those: &[Placed]) -> Vec<Placed<'e>> {
    these.iter().filter(|want| same(those, want).is_none()).cloned().collect()
}
