//! What other calls tell: the same one with another token, for another organisation, earlier or later.

use super::Subject;
use crate::session::calls::Call;
use crate::session::outcome::{Outcome, Refusal};
use crate::session::tokens::Owner;
use scopelens_model::EvidenceItem;

/// What a call tells, the most telling first, with its signal for the causes.
const TELLING: [(&str, Option<&str>); 8] = [
    ("newer-token-works", Some("newer-token-works")),
    ("works-elsewhere", Some("works-elsewhere")),
    ("works-for-other-person", Some("works-for-other-person")),
    ("worked-before", Some("worked-before")),
    ("worked-with-earlier-token", Some("worked-before")),
    ("granted-since", Some("granted-since")),
    ("lacked-before", None),
    ("lacked-after", None),
];

impl Subject<'_> {
    /// One line for each thing that other calls tell: of several that tell the same, the nearest in time.
    pub(super) fn of_others(&self) -> Vec<EvidenceItem> {
        let Some(time) = self.at else { return Vec::new() };
        let mut nearest: [Option<&Call>; TELLING.len()] = [None; TELLING.len()];
        for call in self.session.calls.iter().filter(|call| *call.platform == *self.denial.platform) {
            let Some(telling) = self.telling(call, time) else { continue };
            let telling_call = nearest.iter_mut().zip(TELLING).find(|(_, (key, _))| *key == telling);
            if let Some((best, _)) =
                telling_call.filter(|(best, _)| best.is_none_or(|b| rank(call, time) < rank(b, time)))
            {
                *best = Some(call);
            }
        }
        let telling_call = nearest.into_iter().zip(TELLING).filter_map(|(call, telling)| Some((call?, telling)));
        telling_call.map(|(call, (key, signal))| self.item(call, key, signal)).collect()
    }

    /// The key of what `call` tells.
    fn telling(&self, call: &Call, time: i64) -> Option<&'static str> {
        let is_self = call.id.is_some() && call.id == self.id;
        let before = call.at.filter(|_| !is_self)? < time;
        match &call.outcome {
            Outcome::Granted => self.granted(call, before),
            Outcome::Refused(refusals) => self.refused(call, refusals, before),
            Outcome::Other => None,
        }
    }

    fn granted(&self, call: &Call, before: bool) -> Option<&'static str> {
        let same_call = call.place == *self.place;
        if !same_call && !self.proves(call) {
            return None;
        }
        let (missing, other) = (self.token?, call.token?);
        if missing == other {
            return if before { same_call.then_some("worked-before") } else { Some("granted-since") };
        }
        let (owner, others) = (self.owner?, self.session.tokens.owner(other));
        if self.app.is_none() || self.app != others.app {
            return None;
        }
        if owner.organisation != others.organisation {
            let known = owner.organisation.is_some() && others.organisation.is_some();
            return (same_call && known && owner.kind == others.kind).then_some("works-elsewhere");
        }
        self.of_same_place(call, (owner, others), same_call, before)
    }

    /// What a granted call with another token of the same app and organisation tells.
    fn of_same_place(
        &self,
        call: &Call,
        (missing, other): (Owner, Owner),
        same: bool,
        before: bool,
    ) -> Option<&'static str> {
        let is_newer = |one, other| self.session.tokens.is_newer(one, other);
        let (token, others) = (self.token?, call.token?);
        if is_newer(others, token) && missing.may_be_same_caller(&other) {
            return Some("newer-token-works");
        }
        if !missing.is_same_caller(&other) {
            let differ = missing.person.is_some() && other.person.is_some() && missing.person != other.person;
            return (same && differ).then_some("works-for-other-person");
        }
        match before {
            true => same.then_some("worked-with-earlier-token"),
            false => (!is_newer(token, others)).then_some("granted-since"),
        }
    }

    /// The same call, refused for other scopes at another time.
    fn refused(&self, call: &Call, refusals: &[Refusal], before: bool) -> Option<&'static str> {
        let missing = &self.refusal.as_ref()?.scopes;
        let differ = |r: &Refusal| !r.scopes.is_empty() && r.scopes.iter().all(|scope| !missing.contains(scope));
        let by_same = self.token.is_some() && self.token == call.token || self.is_by_same_caller(call);
        let tells = call.place == *self.place && !missing.is_empty() && refusals.iter().all(differ) && by_same;
        tells.then_some(if before { "lacked-before" } else { "lacked-after" })
    }

    fn is_by_same_caller(&self, call: &Call) -> bool {
        let owners = self.owner.zip(call.token.map(|token| self.session.tokens.owner(token)));
        let same = |(missing, other): (Owner, Owner)| {
            missing.app.is_some()
                && missing.app == other.app
                && missing.organisation == other.organisation
                && missing.is_same_caller(&other)
        };
        owners.is_some_and(same)
    }

    /// Whether the granted `call` could not be granted without what is missing here.
    fn proves(&self, call: &Call) -> bool {
        let Some((refusal, api)) = self.refusal.as_ref().zip(call.catalog.as_ref()) else { return false };
        let sure = api.scopes.len() == 1 || api.all_of;
        sure && refusal.is_met_by(|scope| api.scopes.iter().any(|listed| listed == scope))
    }

    fn item(&self, call: &Call, key: &'static str, signal: Option<&'static str>) -> EvidenceItem {
        let owner = call.token.map(|token| self.session.tokens.owner(token));
        let id = |owner: Option<Owner>| owner.and_then(|o| o.organisation).unwrap_or_default().to_owned();
        let fetched = call.token.and_then(|token| self.session.tokens.get(token)?.fetched);
        let scope = match &call.outcome {
            Outcome::Refused(refusals) => refusals.first().map(|r| r.scopes.join(" / ")).unwrap_or_default(),
            _ => String::new(),
        };
        EvidenceItem {
            key,
            signal,
            exchange: call.id,
            times: [("time", call.at), ("fetched", fetched.map(|f| f.at))]
                .into_iter()
                .filter_map(|(name, time)| Some((name, time?)))
                .collect(),
            values: vec![("organisation", id(owner)), ("here", id(self.owner)), ("others", scope)],
        }
    }
}

/// The nearest in time; of two as near, the earlier.
fn rank(call: &Call, time: i64) -> (u64, Option<i64>, Option<u64>) {
    (call.at.map_or(u64::MAX, |then| then.abs_diff(time)), call.at, call.id)
}
