//! What a denial means: its causes with their weights, and the question that decides between them.

mod call;
mod near;
mod order;
mod signals;

pub(crate) use call::listed;
pub use call::{called, in_catalog};
pub use near::near;
pub use order::least_first;
pub use signals::{Signals, neighbour};

use crate::Engine;
use crate::links::LinkValues;
use scopelens_model::{AnyOf, Denial, Evidence, Fact};
use scopelens_pack::CatalogApi;
use scopelens_pack::{Cause, Platform, Question, StepSpec, has};
use serde::Serialize;

/// How strongly the text supports a cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Likelihood {
    /// Weight 4 and more.
    Strong,
    /// Weight 2 or 3.
    Medium,
    /// Weight 1.
    Weak,
}

impl Likelihood {
    /// The word that stands for it in keys and in JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Likelihood::Strong => "strong",
            Likelihood::Medium => "medium",
            Likelihood::Weak => "weak",
        }
    }
}

/// A cause that explains the denial.
#[derive(Debug, Clone)]
pub struct Supported<'p> {
    /// The platform's cause.
    pub cause: &'p Cause,
    /// How strongly.
    pub likelihood: Likelihood,
    /// The signals that speak for it, the strongest first; `base` where the cause needs none.
    pub reasons: Vec<&'p str>,
}

/// The denial with what it means.
#[derive(Debug, Clone)]
pub struct Diagnosis<'d> {
    /// The facts.
    pub denial: &'d Denial,
    /// Whose they are.
    pub platform: &'d Platform,
    /// The call as the catalog knows it.
    pub api: Option<CatalogApi>,
    /// The missing scopes: the reply's, else the catalog's for this call, each saying which. Where not all of them are
    /// needed, the one with the least privilege stands first.
    pub scopes: Vec<Fact>,
    /// How they go together.
    pub any_of: AnyOf,
    /// All that is known about the cause, sorted.
    pub signals: Signals,
    /// The causes, best first.
    pub causes: Vec<Supported<'d>>,
    /// The question, where more than one cause is left and no other exchange decides.
    pub question: Option<&'d Question>,
}

impl Diagnosis<'_> {
    /// Whether a step applies here.
    #[must_use]
    pub fn applies(&self, step: &StepSpec) -> bool {
        self.signals.meet_all(&step.when)
    }

    /// What a link for `scope` is built of.
    #[must_use]
    pub fn link_values<'s>(&'s self, scope: Option<&'s str>) -> LinkValues<'s> {
        LinkValues {
            app_id: self.denial.app_id.as_ref().map(|f| f.value.as_str()),
            scope,
            identity: self.denial.identity.as_ref().map(|f| f.value.as_str()),
            request_id: self.denial.request_id.as_ref().map(|f| f.value.as_str()),
            code: self.denial.code.as_ref().map(|f| f.value.as_str()),
            page: self.api.as_ref().and_then(|a| a.page.as_deref()).filter(|page| !page.contains(':')),
            details: &self.denial.details,
            international: self.denial.international,
        }
    }
}

/// Missing scopes, and how they go together.
#[derive(Debug)]
struct Scopes {
    facts: Vec<Fact>,
    any_of: AnyOf,
}

/// Diagnoses one denial by itself.
#[must_use]
pub fn diagnose<'d>(engine: &'d Engine, denial: &'d Denial) -> Option<Diagnosis<'d>> {
    diagnose_with(engine, denial, &Evidence::default(), "")
}

/// Diagnoses one denial with what other exchanges tell about it, and what the text `near` it tells.
#[must_use]
pub fn diagnose_with<'d>(
    engine: &'d Engine,
    denial: &'d Denial,
    evidence: &Evidence,
    near: &str,
) -> Option<Diagnosis<'d>> {
    let platform = engine.platform(&denial.platform)?;
    let api = denial.api.as_ref().and_then(|api| in_catalog(platform, api));
    let mut signals = signals::of_text(platform, denial, near);
    let scopes = call::scopes(platform, denial, api.as_ref(), &signals);
    signals::add_computed(&mut signals, platform, denial, &scopes);
    evidence.signals().for_each(|signal| signals.add(signal));
    let Scopes { facts: scopes, any_of } = scopes;
    let causes = causes(platform, &denial.topic, &signals);
    let asked = |q: &&Question| q.topics.contains(&denial.topic);
    let open = causes.len() > 1 && !is_decided(&causes, evidence);
    let question = platform.spec.causes.questions.iter().find(asked).filter(|_| open);
    Some(Diagnosis { denial, platform, api, scopes, any_of, signals, causes, question })
}

/// Whether another exchange answers what the person would be asked.
fn is_decided(causes: &[Supported], evidence: &Evidence) -> bool {
    let best = causes.first().filter(|best| best.likelihood == Likelihood::Strong);
    best.is_some_and(|best| evidence.signals().any(|signal| best.reasons.contains(&signal)))
}

fn causes<'p>(platform: &'p Platform, topic: &str, signals: &Signals) -> Vec<Supported<'p>> {
    let fitting = platform.spec.causes.causes.iter().filter(|c| has(&c.topics, topic));
    let mut weighed: Vec<(i32, Supported<'p>)> = fitting.filter_map(|cause| weigh(cause, signals)).collect();
    scopelens_text::order::sort_by_key(&mut weighed, |(weight, _)| -weight);
    weighed.into_iter().map(|(_, supported)| supported).collect()
}

fn weigh<'p>(cause: &'p Cause, signals: &Signals) -> Option<(i32, Supported<'p>)> {
    let weights = cause.weights.iter();
    let mut speaking: Vec<(&'p str, i32)> = weights.map(|(signal, weight)| (&**signal, *weight)).collect();
    speaking.retain(|(signal, _)| signals.contains(signal));
    let weight = cause.base + speaking.iter().map(|(_, w)| w).sum::<i32>();
    let likelihood = match weight {
        ..1 => return None,
        1 => Likelihood::Weak,
        2 | 3 => Likelihood::Medium,
        4.. => Likelihood::Strong,
    };
    speaking.retain(|(_, w)| *w > 0);
    scopelens_text::order::sort_by_key(&mut speaking, |(_, w)| -w);
    let base = (cause.base > 0).then_some("base");
    let reasons = speaking.into_iter().map(|(s, _)| s).chain(base).collect();
    Some((weight, Supported { cause, likelihood, reasons }))
}

#[cfg(test)]
mod tests;
