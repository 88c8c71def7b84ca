//! The calls that were seen, the latest of them.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use super::outcome::Outcome;
use super::print::Print;
use crate::fix::Remedy;
use scopelens_pack::CatalogApi;

/// More than a panel lists; with less than three hundred bytes each beside the texts of its place, about eight megabytes.
const MAX_CALLS: usize = 20_000;

/// Different remedies that are kept; a plan with more is read by nobody.
const MAX_REMEDIES: usize = 1_000;

/// One exchange with a platform.
#[derive(Debug)]
pub(crate) struct Call {
    pub(crate) id: Option<u64>,
    /// In milliseconds since 1970.
    pub(crate) at: Option<i64>,
    pub(crate) platform: Arc<str>,
    pub(crate) place: Place,
    /// The call as the catalog knows it.
    pub(crate) catalog: Option<Arc<CatalogApi>>,
    /// The token it was made with.
    pub(super) token: Option<Print>,
    pub(crate) outcome: Outcome,
}

/// Which call it is, whatever the parameters in its path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) method: String,
    pub(crate) host: String,
    /// The catalog's template, else the redacted path.
    pub(crate) path: String,
}

/// A ring of calls: the one that was taken in first goes first.
#[derive(Debug, Default)]
pub(super) struct Calls {
    ring: VecDeque<Call>,
    highest: u64,
    /// How many went.
    dropped: usize,
    /// Rows of the catalog that calls share: there are no more of them than the catalog has.
    rows: BTreeMap<Place, Arc<CatalogApi>>,
    /// Remedies that calls share.
    remedies: BTreeSet<Arc<Remedy>>,
}

impl Calls {
    /// The row of the catalog for the calls of `place`, one for all of them.
    pub(super) fn shared(&mut self, place: &Place, row: CatalogApi) -> Arc<CatalogApi> {
        Arc::clone(self.rows.entry(place.clone()).or_insert_with(|| Arc::new(row)))
    }

    pub(super) fn add(&mut self, mut call: Call) {
        if let Outcome::Refused(refusals) = &mut call.outcome {
            refusals.iter_mut().for_each(|refusal| self.share(&mut refusal.remedy));
        }
        // Ids grow: only one that is not higher than all others can be there already.
        if let Some(id) = call.id.filter(|id| *id <= self.highest) {
            self.ring.retain(|known| known.id != Some(id));
        }
        self.highest = self.highest.max(call.id.unwrap_or_default());
        if self.ring.len() == MAX_CALLS {
            self.ring.pop_front();
            self.dropped += 1;
        }
        self.ring.push_back(call);
    }

    /// Keeps the same remedies once; a session that needs too many different ones goes without the later ones.
    fn share(&mut self, remedy: &mut Arc<Remedy>) {
        match self.remedies.get(remedy) {
            Some(known) => *remedy = Arc::clone(known),
            None if self.remedies.len() < MAX_REMEDIES => _ = self.remedies.insert(Arc::clone(remedy)),
            None => *remedy = Arc::default(),
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Call> {
        self.ring.iter()
    }

    /// How many had to go.
    pub(super) fn dropped(&self) -> usize {
        self.dropped
    }

    /// Drops the exchanges with these ids, sorted.
    pub(super) fn forget(&mut self, ids: &[u64]) {
        self.ring.retain(|call| call.id.is_none_or(|id| ids.binary_search(&id).is_err()));
    }
}
