//! What the facts tell about the cause, as names that `causes.json` weighs.

use std::borrow::Cow;

use crate::catalog::{CatalogScope, Token};
use crate::links::{LinkValues, build};
use crate::model::{Denial, Fact};
use crate::order;
use crate::platform::Platform;

/// Names of signals, sorted.
#[derive(Debug, Clone, Default)]
pub struct Signals(Vec<Cow<'static, str>>);

impl Signals {
    /// Whether this one holds.
    #[must_use]
    pub fn contains(&self, signal: &str) -> bool {
        self.0.binary_search_by(|known| known.as_ref().cmp(signal)).is_ok()
    }

    pub(super) fn add(&mut self, signal: impl Into<Cow<'static, str>>) {
        order::insert(&mut self.0, signal.into());
    }
}

/// All signals of a denial.
pub(super) fn signals(platform: &Platform, denial: &Denial, scopes: &[Fact]) -> Signals {
    let mut found = Signals(denial.signals.iter().copied().map(Cow::Borrowed).collect());
    let mut tell = |holds: bool, signal: &'static str| {
        if holds {
            found.add(signal);
        }
    };
    tell(denial.carried_link, "carries-link");
    tell(denial.detail("until").is_some(), "has-until");
    tell(neighbour(platform, denial).is_some(), "neighbour");
    tell(!can_apply(platform, denial, scopes), "no-apply-link");
    for scope in scopes.iter().filter_map(|s| platform.catalog.scope(&s.value)) {
        for signal in of_scope(&scope) {
            tell(true, signal);
        }
    }
    let app = denial.app_id.as_ref().map(|f| f.value.as_str());
    for signal in platform.spec.app_signals.iter().filter(|s| app.is_some_and(|a| s.pattern.is_match(a))) {
        tell(true, signal.signal);
    }
    let path = denial.api.as_ref().map(|a| a.path.as_str());
    for signal in platform.spec.api_signals.iter().filter(|s| path.is_some_and(|p| s.pattern.is_match(p))) {
        tell(true, signal.signal);
    }
    if let Some(identity) = &denial.identity {
        found.add(format!("identity-{}", identity.value));
    }
    found
}

fn of_scope(scope: &CatalogScope) -> impl Iterator<Item = &'static str> {
    let token = match scope.token {
        Some(Token::User) => Some("user-scope"),
        Some(Token::App) => Some("app-scope"),
        Some(Token::Both) => Some("both-scope"),
        None => None,
    };
    let sensitive = (scope.sensitive && !scope.closed).then_some("sensitive-scope");
    let closed = scope.closed.then_some("closed-scope");
    [token, sensitive, closed].into_iter().flatten()
}

/// The similarly named scope that the text also names, although another one is missing.
pub(crate) fn neighbour<'p>(platform: &'p Platform, denial: &Denial) -> Option<&'p str> {
    let missing = |scope: &str| denial.scopes.iter().any(|s| s.value == scope);
    let pairs = platform.spec.neighbours.iter();
    let mut fitting = pairs.filter(|(wrong, right)| missing(right) && denial.also_named.iter().any(|s| s == wrong));
    fitting.next().map(|(wrong, _)| *wrong)
}

fn can_apply(platform: &Platform, denial: &Denial, scopes: &[Fact]) -> bool {
    let values = LinkValues {
        app_id: denial.app_id.as_ref().map(|f| f.value.as_str()),
        scope: scopes.first().map(|s| s.value.as_str()),
        international: denial.international,
        ..LinkValues::default()
    };
    build(platform, "apply", values).is_some()
}
