//! The memory of one tool window: what earlier and later exchanges tell about a refusal.
//!
//! It is bounded (20,000 calls, 1,000 tokens, the first in goes first) and holds no secret: of a token its fingerprint, of
//! a call its template or its redacted path, no body, no header, no query. What a line of evidence says depends on what was
//! seen, not on the order in which it was seen; an exchange is therefore explained anew when it is looked at.

mod calls;
mod evidence;
mod learn;
mod outcome;
mod print;
mod request;
mod soft;
mod tokens;

pub(crate) use calls::{Call, Place};
pub(crate) use outcome::{Outcome, Refusal};
pub use soft::Lacking;
pub(crate) use tokens::Caller;

use crate::Engine;
use crate::diagnosis::{called, in_catalog};
use crate::reading::{Reading, read_exchange, sift};
use calls::Calls;
use evidence::Where;
use print::{Key, Print};
use scopelens_model::{Api, Denial, Evidence, Exchange, Fact, Source};
use scopelens_pack::{CatalogApi, Platform, Text};
use scopelens_redact::Redactor;
use scopelens_text::order;
use tokens::{Seen, Tokens};

/// One exchange as far as it is understood now.
#[derive(Debug)]
pub struct Observed<'e> {
    /// Denials that its body holds. A client id that only the token tells is filled in.
    pub reading: Reading,
    /// Evidence of other exchanges, for each of the denials.
    pub evidence: Vec<Evidence>,
    /// Fields that a granted answer lacks.
    pub lacking: Option<Lacking<'e>>,
}

/// What was seen so far.
#[derive(Debug)]
pub struct Session {
    key: Key,
    tokens: Tokens,
    calls: Calls,
}

impl Session {
    /// An empty memory. `key` is random: tokens are kept as fingerprints under it.
    #[must_use]
    pub fn new(key: &str) -> Self {
        Self { key: Key::new(key), tokens: Tokens::default(), calls: Calls::default() }
    }

    /// Takes an exchange in and explains it by what is known now. One with an id that is already there replaces that one.
    ///
    /// ```
    /// use scopelens_engine::{Engine, session::Session};
    /// use scopelens_model::{Exchange, Head};
    ///
    /// let engine = Engine::of_packs(scopelens_platforms::packs())?;
    /// let url = "https://api.dingtalk.com/v1.0/contact/users/me".to_owned();
    /// let exchange = Exchange {
    ///     head: Head { method: "GET".to_owned(), url, status: 403, ..Head::default() },
    ///     body: Some(r#"{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied","accessdenieddetail":{"requiredScopes":["Contact.User.Read"]}}"#.to_owned()),
    ///     ..Exchange::default()
    /// };
    /// let mut session = Session::new("a random key");
    /// assert_eq!(session.see(&engine, &exchange).reading.denials.len(), 1);
    /// # Ok::<(), scopelens_pack::PackError>(())
    /// ```
    pub fn see<'e>(&mut self, engine: &'e Engine, exchange: &Exchange) -> Observed<'e> {
        let reading = read(engine, exchange);
        self.take(engine, exchange, &reading);
        self.explain(engine, exchange, reading)
    }

    /// The exchange explained by what is known now; nothing is taken in.
    #[must_use]
    pub fn observe<'e>(&self, engine: &'e Engine, exchange: &Exchange) -> Observed<'e> {
        self.explain(engine, exchange, read(engine, exchange))
    }

    /// Drops these exchanges. What they told of a token stays, but no longer leads to them.
    pub fn forget(&mut self, ids: &[u64]) {
        let mut ids = ids.to_vec();
        order::sort_by_key(&mut ids, |id| *id);
        self.calls.forget(&ids);
        self.tokens.forget(&ids);
    }

    /// Ids of the platforms of all calls that are kept, each once.
    #[must_use]
    pub fn platforms(&self) -> Vec<Text> {
        let mut ids = Vec::new();
        self.calls.iter().for_each(|call| _ = order::insert(&mut ids, call.platform.clone()));
        ids
    }

    /// The calls that are kept, in the order in which they were taken in.
    pub(crate) fn calls(&self) -> impl Iterator<Item = &Call> {
        self.calls.iter()
    }

    /// How many calls had to go for later ones.
    pub(crate) fn dropped(&self) -> usize {
        self.calls.dropped()
    }

    /// Client id of the token that `call` was made with.
    pub(crate) fn owner(&self, call: &Call) -> Option<&str> {
        self.tokens.owner(call.token?).app
    }

    /// Who made `call`, where its token tells.
    pub(crate) fn caller<'s>(&'s self, call: &'s Call) -> Option<Caller<'s>> {
        Some(Caller::of(&call.platform, &self.tokens.owner(call.token?)))
    }

    fn take(&mut self, engine: &Engine, exchange: &Exchange, reading: &Reading) {
        let called = called(engine, exchange);
        let refused = reading.denials.iter().find(|denial| Refusal::is_told_by(engine, denial));
        let refused_by = refused.and_then(|denial| engine.platform(&denial.platform));
        let (id, at) = (exchange.id, time(exchange));
        match called {
            Some((same_platform, api))
                if refused_by.is_none_or(|refused_by| refused_by.spec.id == same_platform.spec.id) =>
            {
                let token = learn::learn(&mut self.tokens, &self.key, same_platform, &api, exchange);
                let outcome = outcome::outcome(engine, same_platform, &api, exchange, &reading.denials);
                self.name(token, &outcome, exchange);
                if !learn::is_token_call(same_platform, &api) {
                    let (place, row) = place(engine.redactor(), same_platform, &api);
                    let catalog = row.map(|row| self.calls.shared(&place, row));
                    self.calls.add(Call {
                        id,
                        at,
                        platform: same_platform.spec.id.clone(),
                        place,
                        catalog,
                        token,
                        outcome,
                    });
                }
            }
            // A gateway of one's own: the refusal counts, whose token it was is not known.
            _ => {
                if let Some((refused_by, api)) = refused_by.zip(refused.and_then(|d| d.api.as_ref())) {
                    let outcome = outcome::outcome(engine, refused_by, api, exchange, &reading.denials);
                    let (place, row) = place(engine.redactor(), refused_by, api);
                    let catalog = row.map(|row| self.calls.shared(&place, row));
                    self.calls.add(Call {
                        id,
                        at,
                        platform: refused_by.spec.id.clone(),
                        place,
                        catalog,
                        token: None,
                        outcome,
                    });
                }
            }
        }
    }

    /// A refusal that names an app tells whose token it was.
    fn name(&mut self, token: Option<Print>, outcome: &Outcome, exchange: &Exchange) {
        let Outcome::Refused(refusals) = outcome else { return };
        let app = refusals.iter().find_map(|refusal| refusal.app.as_deref());
        let entry = token.and_then(|print| self.tokens.entry(print));
        if let Some((entry, app)) = entry.zip(app) {
            entry.named(app, time(exchange).map(|at| Seen { at, exchange: exchange.id }));
        }
    }

    fn explain<'e>(&self, engine: &'e Engine, exchange: &Exchange, mut reading: Reading) -> Observed<'e> {
        let denials = reading.denials.iter_mut();
        let evidence = denials.map(|denial| self.found(engine, exchange, denial)).collect();
        let lacking = soft::lacking(engine, exchange, &reading);
        Observed { reading, evidence, lacking }
    }

    /// What is known of `denial`; the client id that only the token tells is filled in.
    fn found(&self, engine: &Engine, exchange: &Exchange, denial: &mut Denial) -> Evidence {
        let Some((platform, api)) = engine.platform(&denial.platform).zip(denial.api.clone()) else {
            return Evidence::default();
        };
        let same_platform =
            called(engine, exchange).filter(|(same_platform, _)| same_platform.spec.id == platform.spec.id);
        let token = same_platform.and_then(|(same_platform, _)| self.print(same_platform, exchange));
        let (place, _) = place(engine.redactor(), platform, &api);
        let subject = Where { id: exchange.id, at: time(exchange), place: &place, token };
        let evidence = evidence::evidence(engine, self, subject, platform, denial);
        let app = evidence.app_id.clone().filter(|_| denial.app_id.is_none());
        denial.app_id = app.map(|value| Fact { value, source: Source::Exchange, span: None }).or(denial.app_id.take());
        evidence
    }

    /// The fingerprint of the token that the request carries.
    fn print(&self, platform: &Platform, exchange: &Exchange) -> Option<Print> {
        let token = request::token(platform.spec.traffic(), exchange)?;
        Some(self.key.print(&platform.spec.id, &[&token]))
    }
}

/// What the body says; most are ruled out before they are read.
fn read(engine: &Engine, exchange: &Exchange) -> Reading {
    let is_worth_it = exchange.body.as_deref().is_some_and(|body| sift(engine, body));
    if is_worth_it { read_exchange(engine, exchange) } else { Reading::default() }
}

/// When the request started, in milliseconds since 1970.
fn time(exchange: &Exchange) -> Option<i64> {
    exchange.at.filter(|at| at.is_finite()).map(|at| at as i64)
}

/// Which call it is: a call of the catalog is one call, whatever the parameters in its path.
fn place(redactor: &Redactor, platform: &Platform, api: &Api) -> (Place, Option<CatalogApi>) {
    let host = api.host.clone().unwrap_or_default();
    let catalog = in_catalog(platform, api);
    let (method, path) = match &catalog {
        Some(known) => (known.method.to_owned(), known.path.to_owned()),
        None => (api.method.clone().unwrap_or_default(), shown(redactor, &api.path)),
    };
    (Place { method, host, path }, catalog)
}

/// A path that may be shown and kept.
fn shown(redactor: &Redactor, path: &str) -> String {
    /// No call's path is longer.
    const MAX_PATH: usize = 300;
    let short: String = path.chars().take(MAX_PATH).collect();
    redactor.redact(&short)
}

#[cfg(test)]
mod tests;
