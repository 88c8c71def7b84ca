//! What one or more calls need.

use super::{PlanCall, State};
use scopelens_model::AnyOf;
use scopelens_text::order;

/// A jump to more exchanges than this is of no use.
const MAX_EXCHANGES: usize = 100;

/// A longer list of calls is not read.
const MAX_CALLS: usize = 100;

/// One scope, or several of which one is enough, with who needs it.
#[derive(Debug, Clone)]
pub struct Want {
    /// Codes of the scopes, sorted.
    pub codes: Vec<String>,
    /// How the scopes go together.
    pub any_of: AnyOf,
    /// How far it is met.
    pub state: State,
    /// A reply named it; otherwise it is the catalog's.
    pub named: bool,
    /// Calls that need it.
    pub calls: Vec<PlanCall>,
    /// Exchanges that tell it.
    pub exchanges: Vec<u64>,
}

impl Want {
    /// The calls and exchanges of `other` too; the state is not touched.
    pub(super) fn take(&mut self, other: Want) {
        self.named |= other.named;
        self.calls.extend(other.calls);
        self.exchanges.extend(other.exchanges);
    }

    /// Each call and each exchange once.
    pub(super) fn settle(&mut self) {
        self.calls = counted(std::mem::take(&mut self.calls));
        self.calls.truncate(MAX_CALLS);
        order::sort_by_key(&mut self.exchanges, |id| *id);
        self.exchanges.dedup();
        self.exchanges.truncate(MAX_EXCHANGES);
    }
}

/// Each call once, with its count, sorted.
pub(super) fn counted(mut calls: Vec<PlanCall>) -> Vec<PlanCall> {
    fn place(call: &PlanCall) -> (&str, &str, &str) {
        (&call.host, &call.path, &call.method)
    }
    order::sort_by(&mut calls, |a, b| place(a).cmp(&place(b)));
    let mut counted: Vec<PlanCall> = Vec::new();
    for call in calls {
        match counted.last_mut().filter(|last| place(last) == place(&call)) {
            Some(last) => last.count += call.count,
            None => counted.push(call),
        }
    }
    counted
}
