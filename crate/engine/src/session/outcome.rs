//! How an exchange came out.

use std::sync::Arc;

use crate::Engine;
use crate::diagnosis::diagnose;
use crate::fix::{Remedy, remedy};
use scopelens_model::{AnyOf, Api, Denial, Exchange, Source};
use scopelens_pack::{Platform, has};
use scopelens_text::records::{object, scalar};

/// One body holds hardly ever more than one refusal.
const MAX_REFUSALS: usize = 4;

/// No refusal names more.
const MAX_SCOPES: usize = 50;

/// What the platform answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It did what was asked.
    Granted,
    /// It refused for want of a permission.
    Refused(Vec<Refusal>),
    /// Anything else: another error, or a body that was not kept.
    Other,
}

/// One refusal, as far as later ones are compared with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refusal {
    /// The missing scopes: the reply's, else the catalog's.
    pub(crate) scopes: Vec<String>,
    /// The reply named them.
    pub(crate) named: bool,
    /// How they go together.
    pub(crate) any_of: AnyOf,
    /// The client id that the reply names.
    pub(crate) app: Option<String>,
    /// What is done about it.
    pub(crate) remedy: Arc<Remedy>,
}

impl Refusal {
    /// Whether a denial is one: it refused something, by a platform that is known.
    pub(super) fn is_told_by(engine: &Engine, denial: &Denial) -> bool {
        !denial.mention && denial.kind.is_denied() && engine.platform(&denial.platform).is_some()
    }

    pub(super) fn of(engine: &Engine, denial: &Denial) -> Option<Self> {
        let diagnosis = diagnose(engine, denial).filter(|_| Self::is_told_by(engine, denial))?;
        Some(Self {
            scopes: diagnosis.scopes.iter().take(MAX_SCOPES).map(|s| s.value.clone()).collect(),
            named: diagnosis.scopes.iter().all(|s| s.source != Source::Catalog),
            any_of: diagnosis.any_of,
            app: denial.app_id.as_ref().map(|f| f.value.clone()),
            remedy: Arc::new(remedy(&diagnosis, engine.redactor())),
        })
    }

    /// Whether nothing is missing any more where it is known of some scopes that they are there.
    pub(crate) fn is_met_by(&self, is_there: impl Fn(&str) -> bool) -> bool {
        let mut scopes = self.scopes.iter();
        match self.any_of {
            AnyOf::Any => scopes.any(|scope| is_there(scope)),
            AnyOf::All | AnyOf::Unknown => !self.scopes.is_empty() && scopes.all(|scope| is_there(scope)),
        }
    }
}

/// How `exchange` came out, of which `denials` are those of `platform`.
pub(super) fn outcome(
    engine: &Engine,
    platform: &Platform,
    api: &Api,
    exchange: &Exchange,
    denials: &[Denial],
) -> Outcome {
    let refusals = denials.iter().filter_map(|denial| Refusal::of(engine, denial));
    let refusals: Vec<Refusal> = refusals.take(MAX_REFUSALS).collect();
    match refusals.is_empty() {
        false => Outcome::Refused(refusals),
        true if denials.is_empty() && is_granted(platform, api, exchange) => Outcome::Granted,
        true => Outcome::Other,
    }
}

/// Whether the reply says that all went well.
pub(super) fn is_granted(platform: &Platform, api: &Api, exchange: &Exchange) -> bool {
    let traffic = platform.spec.traffic();
    let status_tells = api.host.as_ref().is_some_and(|host| has(&traffic.status_hosts, host));
    let body = exchange.body.as_deref().unwrap_or_default();
    let code = || object(body).find(|(name, _)| traffic.code.iter().any(|code| **code == **name));
    let code = || scalar(code()?.1).filter(|code| traffic.granted.iter().any(|granted| **granted == **code));
    (200..300).contains(&exchange.head.status) && (status_tells || code().is_some())
}
