//! Each scope once: wants that say the same, or of which one is met by another, become one.

use super::State;
use super::want::Want;
use scopelens_model::AnyOf;
use scopelens_text::order;

/// An app that needs more is made up.
const MAX_WANTS: usize = 1_000;

/// Puts the wants of one app together; what is refused first. Also says how many were left out.
pub(super) fn merge(wants: Vec<Want>) -> (Vec<Want>, usize) {
    let mut wants = same(wants);
    let omitted = wants.len().saturating_sub(MAX_WANTS);
    wants.truncate(MAX_WANTS);
    let (mut singles, groups): (Vec<Want>, Vec<Want>) = wants.into_iter().partition(|want| want.codes.len() == 1);
    let (any, unknown): (Vec<Want>, Vec<Want>) = groups.into_iter().partition(|want| want.any_of == AnyOf::Any);
    let mut choices: Vec<Want> = Vec::new();
    for group in any {
        place_choice(group, &mut singles, &mut choices);
    }
    for group in unknown {
        choices.extend(place_unknown(group, &mut singles));
    }
    singles.extend(choices);
    singles.iter_mut().for_each(Want::settle);
    order::sort_by(&mut singles, |a, b| (a.state, &a.codes).cmp(&(b.state, &b.codes)));
    (singles, omitted)
}

/// Wants of the same scopes are one; smaller groups stand before larger ones.
fn same(mut wants: Vec<Want>) -> Vec<Want> {
    let rank = |want: &Want| (want.codes.len(), want.any_of == AnyOf::Unknown);
    order::sort_by(&mut wants, |a, b| (rank(a), &a.codes).cmp(&(rank(b), &b.codes)));
    let mut merged: Vec<Want> = Vec::new();
    for want in wants {
        match merged.last_mut().filter(|last| last.codes == want.codes && last.any_of == want.any_of) {
            Some(last) => {
                last.state = joint(last.state, want.state);
                last.take(want);
            }
            None => merged.push(want),
        }
    }
    merged
}

/// Refused is refused, for somebody; otherwise one proof is enough.
fn joint(one: State, other: State) -> State {
    match (one, other) {
        (State::Refused, _) | (_, State::Refused) => State::Refused,
        (State::Granted, _) | (_, State::Granted) => State::Granted,
        _ => State::Needed,
    }
}

/// Any one of `group` is enough: a want that is there anyway meets it.
fn place_choice(group: Want, singles: &mut [Want], choices: &mut Vec<Want>) {
    let meets = |want: &&mut Want| want.codes.iter().all(|code| group.codes.contains(code));
    let met = singles.iter_mut().find(meets);
    match met.or_else(|| choices.iter_mut().find(meets)) {
        Some(target) => absorb(target, group),
        None => choices.push(group),
    }
}

/// Nobody says whether all of `group` are needed: those that are wanted anyway are left out.
fn place_unknown(mut group: Want, singles: &mut [Want]) -> Option<Want> {
    let is_wanted = |code: &String| singles.iter().any(|single| single.codes.contains(code));
    let rest: Vec<String> = group.codes.iter().filter(|code| !is_wanted(code)).cloned().collect();
    if !rest.is_empty() {
        group.codes = rest;
        return Some(group);
    }
    let met = singles.iter_mut().find(|single| single.codes.iter().all(|code| group.codes.contains(code)));
    met.into_iter().for_each(|single| absorb(single, group.clone()));
    None
}

/// That the group is met does not prove which of its scopes is there; that it is refused proves that none is.
fn absorb(target: &mut Want, group: Want) {
    if group.state == State::Refused {
        target.state = State::Refused;
    }
    target.take(group);
}
