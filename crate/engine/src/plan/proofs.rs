//! What granted calls prove, and until when.

use crate::session::{Call, Caller, Outcome, Place, Refusal, Session};
use scopelens_text::order;

/// What a granted call proves for its caller: that this call works, or that this scope is there.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Proof<'s> {
    Call(&'s Place),
    Scope(&'s str),
}

/// The proofs of a session, each with the time of the latest, sorted.
#[derive(Debug)]
pub(super) struct Proofs<'s>(Vec<(Caller<'s>, Proof<'s>, i64)>);

impl<'s> Proofs<'s> {
    pub(super) fn of(session: &'s Session) -> Self {
        let mut all = Vec::new();
        for call in session.calls().filter(|call| call.outcome == Outcome::Granted) {
            let (Some(at), Some(caller)) = (call.at, session.caller(call)) else { continue };
            all.push((caller, Proof::Call(&call.place), at));
            let scopes = call.catalog.iter().flat_map(|api| proven(&api.scopes, api.all_of));
            all.extend(scopes.map(|scope| (caller, Proof::Scope(scope), at)));
        }
        order::sort_by(&mut all, Ord::cmp);
        // Of equal proofs only the latest, which stands last, is asked for.
        all.reverse();
        all.dedup_by(|later, kept| (&later.0, &later.1) == (&kept.0, &kept.1));
        all.reverse();
        Self(all)
    }

    /// Whether what `call` was refused for has been granted to its caller since.
    pub(super) fn overtake(&self, session: &Session, call: &Call, refusal: &Refusal) -> bool {
        let Some((at, caller)) = call.at.zip(session.caller(call)) else { return false };
        let since = |proof: Proof| {
            let place = self.0.binary_search_by(|(c, p, _)| (c, p).cmp(&(&caller, &proof))).ok();
            place.and_then(|place| self.0.get(place)).is_some_and(|(_, _, granted)| *granted > at)
        };
        since(Proof::Call(&call.place)) || refusal.is_met_by(|scope| since(Proof::Scope(scope)))
    }
}

/// The scopes that a granted call cannot do without.
fn proven(scopes: &[String], all_of: bool) -> impl Iterator<Item = &str> {
    scopes.iter().map(String::as_str).filter(move |_| all_of || scopes.len() == 1)
}
