//! From the calls of a session to what each of them needs.

use super::proofs::Proofs;
use super::want::{Want, counted};
use super::{AppWants, PlanCall, State, ask, find_or_add};
use crate::Engine;
use crate::fix;
use crate::session::{Call, Outcome, Place, Refusal, Session};
use scopelens_model::AnyOf;
use scopelens_pack::Platform;
use scopelens_text::order;

/// All apps, those with an id first, with a want for each call, and the calls of which nobody says what they need.
pub(super) fn collect<'e>(engine: &'e Engine, session: &Session) -> (Vec<AppWants<'e>>, Vec<PlanCall>) {
    let proofs = Proofs::of(session);
    let taught = taught(session);
    let (mut found, mut unknown, mut open) = (Vec::new(), Vec::new(), Vec::new());
    for call in session.calls() {
        let Some(platform) = engine.platform(&call.platform) else { continue };
        let before = found.len();
        for (app, refusal, state) in refusals(session, &proofs, call) {
            wants(call, refusal, state, &mut |want| found.push((platform, app.clone(), want)));
            if state == State::Refused && !refusal.remedy.is_empty() {
                open.push((platform, app, call, refusal));
            }
        }
        if found.len() == before {
            needed(session, &taught, platform, call, &mut |app, want| found.push((platform, app, want)));
        }
        let needs_none = call.catalog.as_ref().is_some_and(|api| api.needs_none);
        if found.len() == before && !needs_none {
            unknown.push(plan_call(call));
        }
    }
    order::sort_by(&mut found, |(p, a, _), (q, b, _)| (&p.spec.id, a.is_none(), a).cmp(&(&q.spec.id, b.is_none(), b)));
    let mut apps: Vec<AppWants> = Vec::new();
    for (platform, app, want) in found {
        match apps.last_mut().filter(|last| last.platform.spec.id == platform.spec.id && last.app == app) {
            Some(last) => last.wants.push(want),
            None => apps.push(AppWants { wants: vec![want], ..AppWants::new(platform, app) }),
        }
    }
    for (platform, app, call, refusal) in open {
        let is_same = |known: &AppWants| known.platform.spec.id == platform.spec.id && known.app == app;
        let known = find_or_add(&mut apps, is_same, || AppWants::new(platform, app.clone()));
        known.into_iter().for_each(|known| mend(known, call, refusal));
    }
    (apps, counted(unknown))
}

/// What the replies name that refused a call, by call: it needs the same when it is granted.
fn taught(session: &Session) -> Vec<(&Place, &Refusal)> {
    let refusals = session.calls().flat_map(|call| match &call.outcome {
        Outcome::Refused(refusals) => refusals.iter().map(|refusal| (&call.place, refusal)).collect(),
        _ => Vec::new(),
    });
    let mut taught: Vec<(&Place, &Refusal)> = refusals.filter(|(_, refusal)| !refusal.scopes.is_empty()).collect();
    order::sort_by(&mut taught, |(p, a), (q, b)| (p, &a.scopes).cmp(&(q, &b.scopes)));
    taught
}

/// The refusals of the call, each with its app and how far it is met.
fn refusals<'s>(
    session: &'s Session,
    proofs: &'s Proofs,
    call: &'s Call,
) -> impl Iterator<Item = (Option<String>, &'s Refusal, State)> {
    let refusals: &[Refusal] = if let Outcome::Refused(refusals) = &call.outcome { refusals } else { &[] };
    refusals.iter().map(move |refusal| {
        let app = refusal.app.as_deref().or_else(|| session.owner(call)).map(str::to_owned);
        let is_over = proofs.overtake(session, call, refusal);
        (app, refusal, if is_over { State::Granted } else { State::Refused })
    })
}

/// What is done about a refusal, beside what the app's other refusals ask for.
fn mend(app: &mut AppWants, call: &Call, refusal: &Refusal) {
    refusal.remedy.fixes.iter().for_each(|one| fix::add(&mut app.fixes, one.clone()));
    if let Some(asked) = &refusal.remedy.asked {
        let mut asked_for = Vec::new();
        wants(call, refusal, State::Refused, &mut |want| asked_for.push(want));
        ask::add(&mut app.asks, asked, asked_for, plan_call(call));
    }
}

/// What the reply says is missing.
fn wants(call: &Call, refusal: &Refusal, state: State, out: &mut dyn FnMut(Want)) {
    spread(call, &refusal.scopes, (refusal.any_of, state, refusal.named), out);
}

/// What the call needs by the catalog, else by a reply that refused it.
fn needed(
    session: &Session,
    taught: &[(&Place, &Refusal)],
    platform: &Platform,
    call: &Call,
    out: &mut dyn FnMut(Option<String>, Want),
) {
    let state = if call.outcome == Outcome::Granted { State::Granted } else { State::Needed };
    let app = session.owner(call).map(str::to_owned);
    let out = &mut |want| out(app.clone(), want);
    if let Some(api) = call.catalog.as_ref().filter(|api| api.needs_none || !api.scopes.is_empty()) {
        let codes: Vec<String> = api.scopes.iter().map(|code| (*code).to_owned()).collect();
        return spread(call, &codes, (api.any_of(platform.spec.catalog_any_of), state, false), out);
    }
    let place = taught.partition_point(|(place, _)| *place < &call.place);
    if let Some((_, refusal)) = taught.get(place).filter(|(place, _)| *place == &call.place) {
        spread(call, &refusal.scopes, (refusal.any_of, state, true), out);
    }
}

/// One want; where all scopes are needed, one for each.
fn spread(call: &Call, codes: &[String], (any_of, state, named): (AnyOf, State, bool), out: &mut dyn FnMut(Want)) {
    let mut push_want = |mut codes: Vec<String>, any_of| {
        order::sort_by(&mut codes, Ord::cmp);
        let (calls, exchanges) = (vec![plan_call(call)], call.id.into_iter().collect());
        out(Want { codes, any_of, state, named, calls, exchanges });
    };
    match any_of {
        AnyOf::Any | AnyOf::Unknown if codes.len() > 1 => push_want(codes.to_vec(), any_of),
        _ => codes.iter().for_each(|code| push_want(vec![code.clone()], AnyOf::All)),
    }
}

fn plan_call(call: &Call) -> PlanCall {
    let name = call.catalog.as_ref().map(|api| api.title_zh.clone()).filter(|title| !title.is_empty());
    PlanCall {
        method: call.place.method.clone(),
        host: call.place.host.clone(),
        path: call.place.path.clone(),
        name,
        count: 1,
    }
}
