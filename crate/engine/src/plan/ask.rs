//! Whom to ask for what is refused.

use super::PlanCall;
use super::merge::merge;
use super::want::{Want, counted};
use crate::fix::Asked;
use scopelens_pack::Text;
use scopelens_text::order;

/// Pages that a message leads to; a longer list is not read.
const MAX_URLS: usize = 20;

/// What one person is asked to grant.
#[derive(Debug)]
pub struct PlanAsk {
    /// The words are under `who.<who>`.
    pub who: Text,
    /// Pages that this person needs, each once, sorted.
    pub urls: Vec<String>,
    /// Scopes that were refused.
    pub wants: Vec<Want>,
    /// Calls that were refused without a scope being known.
    pub calls: Vec<PlanCall>,
}

/// Adds a refusal of `call` to what the same person is asked for; `wants` are its scopes.
pub(super) fn add(asks: &mut Vec<PlanAsk>, asked: &Asked, wants: Vec<Want>, call: PlanCall) {
    let place = asks.iter().position(|ask| ask.who == asked.who).unwrap_or(asks.len());
    if place == asks.len() {
        asks.push(PlanAsk { who: asked.who.clone(), urls: Vec::new(), wants: Vec::new(), calls: Vec::new() });
    }
    let Some(ask) = asks.get_mut(place) else { return };
    asked.url.iter().for_each(|url| _ = order::insert(&mut ask.urls, url.clone()));
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
        self.urls.truncate(MAX_URLS);
    }
}
