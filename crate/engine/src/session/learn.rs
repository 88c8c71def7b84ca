//! What an exchange tells about tokens.

use std::borrow::Cow;

use super::print::{Key, Print};
use super::request::{named, parameters, token};
use super::tokens::{Seen, Tokens};
use crate::diagnosis::listed;
use scopelens_model::{Api, Exchange};
use scopelens_pack::{Platform, Text, TokenCall, TokenKind, fits_template};
use scopelens_text::records::{object, same_name, scalar};

/// A token call's reply is small.
const MAX_REPLY: usize = 64 * 1024;

/// What is sought stands in the reply's object, or in one of its members' members.
const MAX_DEPTH: usize = 3;

/// More scopes than a platform has are made up.
const MAX_SCOPES: usize = 2_000;

/// Takes in what `exchange` tells; gives the token it was made with.
pub(super) fn learn(
    tokens: &mut Tokens,
    key: &Key,
    platform: &Platform,
    api: &Api,
    exchange: &Exchange,
) -> Option<Print> {
    let traffic = platform.spec.traffic();
    let lesson = Lesson { key, platform, exchange, at: super::time(exchange) };
    let sent = token(traffic, exchange);
    let print = sent.as_ref().map(|token| lesson.print(token));
    if let Some(entry) = print.and_then(|print| tokens.entry(print)) {
        let shape = traffic.token_shapes.iter().find(|s| sent.as_ref().is_some_and(|t| s.pattern.is_match(t)));
        entry.kind = entry.kind.or(shape.map(|s| TokenKind::of(s.user)));
        lesson.at.into_iter().for_each(|at| entry.used_at(at));
    }
    let token_call = traffic.token_calls.iter().find_map(|call| Some((call, follow(platform, &call.call, api)?)));
    if let Some((call, organisation)) = token_call {
        lesson.given(tokens, call, organisation, print);
    }
    if traffic.owner_calls.iter().any(|call| follow(platform, call, api).is_some()) {
        lesson.owned(tokens, print);
    }
    print
}

/// Whether `api` is a token call: its tokens are of no interest to a plan.
pub(super) fn is_token_call(platform: &Platform, api: &Api) -> bool {
    platform.spec.traffic().token_calls.iter().any(|call| follow(platform, &call.call, api).is_some())
}

/// Where `api` is the call of this template: the organisation that its path names, or an empty text.
fn follow<'a>(platform: &Platform, template: &str, api: &'a Api) -> Option<&'a str> {
    let (method, place) = template.split_once(' ')?;
    let (host, path) = place.split_at_checked(place.find('/')?)?;
    if listed(platform, api.host.as_deref()?) != host || api.method.as_deref() != Some(method) {
        return None;
    }
    let mut organisation = "";
    let fits = fits_template(path, &api.path, |name, value| {
        if name == "{organisation}" {
            organisation = value;
        }
    });
    fits.then_some(organisation)
}

/// One exchange that is being learned from.
struct Lesson<'l> {
    key: &'l Key,
    platform: &'l Platform,
    exchange: &'l Exchange,
    at: Option<i64>,
}

impl Lesson<'_> {
    fn print(&self, token: &str) -> Print {
        self.key.print(&self.platform.spec.id, &[token])
    }

    /// The value of the first of `names` in the reply.
    fn replied(&self, names: &[Text]) -> Option<Cow<'_, str>> {
        let body = self.exchange.body.as_deref().filter(|b| b.len() <= MAX_REPLY)?;
        names.iter().find_map(|name| find(body, name, MAX_DEPTH)).filter(|value| !value.is_empty())
    }

    /// A call that gives tokens: whose they are stands in its request, else in its reply.
    fn given(&self, tokens: &mut Tokens, call: &TokenCall, in_path: &str, sent: Option<Print>) {
        let names = &self.platform.spec.traffic().names;
        let asked = parameters(self.exchange);
        let app = named(&asked, &self.platform.spec.members.app_id).or_else(|| named(&asked, &names.app));
        let app = app.filter(|app| self.platform.spec.shapes.app_id.is_match(app));
        let in_path = Some(in_path).filter(|o| !o.is_empty()).map(Cow::Borrowed);
        let organisation = in_path
            .or_else(|| named(&asked, &names.organisation).map(Cow::Borrowed))
            .or_else(|| self.replied(&names.organisation));
        let organisation = organisation.filter(|id| is_organisation(self.platform, id));
        let made_with = sent.or_else(|| named(&asked, &names.token).map(|token| self.print(token)));
        let refresh = self.replied(&names.refresh).map(|token| self.print(&token));
        let grant = named(&asked, &names.refresh).map(|token| self.print(token)).or(refresh);
        let token_call = names.token.iter().filter_map(|name| self.replied(std::slice::from_ref(name)));
        for print in token_call.map(|token| self.print(&token)).chain(refresh) {
            let Some(token) = tokens.entry(print) else { continue };
            token.kind = Some(TokenKind::of(call.user));
            token.app = token.app.take().or_else(|| app.map(str::to_owned));
            token.organisation = token.organisation.take().or_else(|| organisation.as_deref().map(str::to_owned));
            token.made_with = token.made_with.or(made_with);
            token.grant = token.grant.or(grant).filter(|_| call.user);
            token.scopes = self.scopes();
            if let Some(at) = self.at {
                token.given(Seen { at, exchange: self.exchange.id }, self.lifetime());
            }
        }
    }

    fn lifetime(&self) -> Option<i64> {
        self.replied(&self.platform.spec.traffic().names.lifetime)?.parse().ok()
    }

    fn scopes(&self) -> Vec<String> {
        let list = self.replied(&self.platform.spec.traffic().names.scopes).unwrap_or_default();
        let shape = &self.platform.spec.shapes.scope;
        list.split_whitespace().filter(|s| shape.is_match(s)).take(MAX_SCOPES).map(str::to_owned).collect()
    }

    /// A call whose reply tells whose token it was made with.
    fn owned(&self, tokens: &mut Tokens, sent: Option<Print>) {
        let names = &self.platform.spec.traffic().names;
        let Some(token) = sent.and_then(|print| tokens.entry(print)) else { return };
        let organisation = self.replied(&names.organisation).filter(|id| is_organisation(self.platform, id));
        token.organisation = token.organisation.take().or_else(|| organisation.map(Cow::into_owned));
        token.person = token.person.or_else(|| self.replied(&names.person).map(|id| self.print(&id)));
    }
}

/// What is shown as an organisation has the platform's form for one, or at least a plain word's.
fn is_organisation(platform: &Platform, id: &str) -> bool {
    let plain = id.len() <= 64 && id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'));
    plain && platform.spec.shapes.organisation_in_text.as_ref().is_none_or(|shape| shape.is_match(id))
}

/// The member of this name, in the object or in those that it holds.
fn find<'t>(text: &'t str, name: &str, depth: usize) -> Option<Cow<'t, str>> {
    let direct = object(text).find(|(key, _)| same_name(key, name)).and_then(|(_, raw)| scalar(raw));
    let inner = || object(text).filter(|(_, raw)| depth > 1 && raw.starts_with('{'));
    direct.or_else(|| inner().find_map(|(_, raw)| find(raw, name, depth - 1)))
}
