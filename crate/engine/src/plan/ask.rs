//! Whom to ask for what is refused.

use super::merge::merge;
use super::want::{Want, counted};
use super::{PlanCall, find_or_add};
use crate::fix::Asked;
use scopelens_pack::Text;
use scopelens_text::order;

/// Names and pages in a message; a longer list is not read.
const MAX_VALUES: usize = 20;

/// What one person is asked to grant.
#[derive(Debug, Default)]
pub struct PlanAsk {
    /// The words are under `who.<who>`.
    pub who: Text,
    /// Pages that this person needs, each once, sorted.
    pub urls: Vec<String>,
    /// Who called, as far as the replies name them, each once, sorted.
    pub callers: Vec<String>,
    /// What the calls were about, likewise.
    pub resources: Vec<String>,
    /// Scopes that were refused.
    pub wants: Vec<Want>,
    /// Calls that were refused without a scope being known.
    pub calls: Vec<PlanCall>,
}

/// Adds a refusal of `call` to what the same person is asked for; `wants` are its scopes.
pub(super) fn add(asks: &mut Vec<PlanAsk>, asked: &Asked, wants: Vec<Want>, call: PlanCall) {
    let new = || PlanAsk { who: asked.who.clone(), ..PlanAsk::default() };
    let Some(ask) = find_or_add(asks, |ask| ask.who == asked.who, new) else { return };
    let (urls, callers, resources) = (&mut ask.urls, &mut ask.callers, &mut ask.resources);
    for (known, new) in [(urls, &asked.url), (callers, &asked.caller), (resources, &asked.resource)] {
        new.iter().for_each(|value| _ = order::insert(known, value.clone()));
    }
    if wants.is_empty() {
        ask.calls.push(call);
    }
    ask.wants.extend(wants);
}

impl PlanAsk {
    /// Each scope and each call once.
    pub(super) fn settle(&mut self) {
        self.wants = merge(std::mem::take(&mut self.wants)).0;
        self.calls = counted(std::mem::take(&mut self.calls));
        for values in [&mut self.urls, &mut self.callers, &mut self.resources] {
            values.truncate(MAX_VALUES);
        }
    }
}
