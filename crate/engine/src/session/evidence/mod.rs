//! What the memory tells about one refusal.

mod others;
mod token;

use super::Session;
use super::calls::Place;
use super::outcome::Refusal;
use super::print::Print;
use super::tokens::Owner;
use crate::Engine;
use crate::diagnosis::in_catalog;
use scopelens_model::{Denial, Evidence, EvidenceItem, Kind};
use scopelens_pack::Platform;

/// The refused call, as others are compared with it.
struct Subject<'s> {
    session: &'s Session,
    platform: &'s Platform,
    denial: &'s Denial,
    refusal: Option<Refusal>,
    id: Option<u64>,
    at: Option<i64>,
    place: &'s Place,
    token: Option<Print>,
    owner: Option<Owner<'s>>,
    /// The client id that the reply names, else that of the token.
    app: Option<&'s str>,
}

/// What is known of the exchange that holds the denial.
#[derive(Debug, Clone, Copy)]
pub(super) struct Where<'s> {
    pub(super) id: Option<u64>,
    pub(super) at: Option<i64>,
    pub(super) place: &'s Place,
    pub(super) token: Option<Print>,
}

/// What `session` tells about `denial`.
pub(super) fn evidence(
    engine: &Engine,
    session: &Session,
    found: Where,
    platform: &Platform,
    denial: &Denial,
) -> Evidence {
    let owner = found.token.map(|print| session.tokens.owner(print));
    let named = denial.app_id.as_ref().map(|fact| fact.value.as_str());
    let app = named.or(owner.and_then(|owner| owner.app));
    let subject = Subject {
        session,
        platform,
        denial,
        refusal: Refusal::of(engine, denial),
        id: found.id,
        at: found.at,
        place: found.place,
        token: found.token,
        owner,
        app,
    };
    let of_token = |owner: &Owner| named.is_none() || named == owner.app;
    Evidence {
        at: found.at,
        app_id: app.map(str::to_owned),
        organisation: owner.filter(of_token).and_then(|owner| owner.organisation).map(str::to_owned),
        items: if denial.mention || denial.kind == Kind::Mention { Vec::new() } else { subject.items() },
    }
}

impl Subject<'_> {
    fn items(&self) -> Vec<EvidenceItem> {
        let mut items = self.of_others();
        items.extend(self.of_token());
        // What no cause of this refusal makes anything of would only puzzle.
        items.retain(|item| item.signal.is_none_or(|signal| self.is_weighed(signal)));
        items
    }

    fn is_weighed(&self, signal: &str) -> bool {
        let causes = self.platform.spec.causes.causes.iter();
        let mut fitting = causes.filter(|cause| cause.topics.contains(&self.denial.topic));
        fitting.any(|cause| cause.weights.iter().any(|(name, _)| **name == *signal))
    }

    /// The catalog's row for the refused call.
    fn catalog(&self) -> Option<scopelens_pack::CatalogApi> {
        in_catalog(self.platform, self.denial.api.as_ref()?)
    }
}
