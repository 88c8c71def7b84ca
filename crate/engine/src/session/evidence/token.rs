//! What is known of the token that the refused call was made with.

use super::Subject;
use crate::session::tokens::{Seen, Token};
use scopelens_model::{EvidenceItem, Kind};
use scopelens_pack::Token as Carrier;
use scopelens_pack::TokenKind;

impl Subject<'_> {
    pub(super) fn of_token(&self) -> Vec<EvidenceItem> {
        let token = self.token.and_then(|print| self.session.tokens.get(print));
        let items =
            [self.wrong_kind(), token.and_then(|t| self.outlived(t)), token.and_then(|t| self.without_scope(t))];
        let belongs =
            token.and_then(|t| t.fetched.map_or_else(|| self.named_before(t), |fetched| self.belongs(fetched)));
        items.into_iter().flatten().chain(belongs).collect()
    }

    /// A token of the app where a person's is needed, or the other way round.
    fn wrong_kind(&self) -> Option<EvidenceItem> {
        let fetched = self.token.and_then(|print| self.session.tokens.get(print)).and_then(|token| token.fetched);
        let signal = match (self.owner?.kind?, self.needed()?) {
            (TokenKind::App, TokenKind::User) => "app-token-on-user-call",
            (TokenKind::User, TokenKind::App) => "user-token-on-app-call",
            _ => return None,
        };
        Some(line(signal, Some(signal), fetched))
    }

    /// The kind of token that the call takes; nothing where it takes both, or nobody says.
    fn needed(&self) -> Option<TokenKind> {
        let kind = |carrier| match carrier {
            Carrier::App => Some(TokenKind::App),
            Carrier::User => Some(TokenKind::User),
            Carrier::Both => None,
        };
        if let Some(carrier) = self.catalog().and_then(|api| api.token) {
            return kind(carrier);
        }
        let carrier = |scope: &String| self.platform.catalog.scope(scope)?.token;
        let carriers: Option<Vec<Carrier>> = self.refusal.as_ref()?.scopes.iter().map(carrier).collect();
        let carriers = carriers?;
        let (first, rest) = carriers.split_first()?;
        kind(*first).filter(|_| rest.iter().all(|other| other == first))
    }

    /// The call was made after the token's lifetime.
    fn outlived(&self, token: &Token) -> Option<EvidenceItem> {
        let (given, lifetime) = token.lives?;
        let over = self.denial.kind == Kind::Token && self.at? > given.saturating_add(lifetime);
        let mut item = line("token-outlived", Some("token-outlived"), token.fetched);
        item.times = vec![("time", given)];
        item.values = vec![("minutes", (lifetime / 60_000).to_string())];
        over.then_some(item)
    }

    /// The reply that gave the token listed its scopes, without any of the missing ones.
    fn without_scope(&self, token: &Token) -> Option<EvidenceItem> {
        let missing = &self.refusal.as_ref()?.scopes;
        let lacks =
            !missing.is_empty() && !token.scopes.is_empty() && missing.iter().all(|s| !token.scopes.contains(s));
        let mut item = line("token-without-scope", Some("token-without-scope"), Some(token.fetched?));
        item.values = vec![("given", token.scopes.len().to_string())];
        lacks.then_some(item)
    }

    /// Another refusal with the same token named its app.
    fn named_before(&self, token: &Token) -> Option<EvidenceItem> {
        let is_new = self.denial.app_id.is_none() && token.app.is_some();
        let mut item = line("app-named", None, Some(token.named?));
        item.values = vec![("app", token.app.clone().unwrap_or_default())];
        is_new.then_some(item)
    }

    /// Whose token it is.
    fn belongs(&self, fetched: Seen) -> Option<EvidenceItem> {
        let owner = self.owner?;
        let key = match (owner.kind?, owner.organisation) {
            (TokenKind::App, None) => "app-token",
            (TokenKind::App, Some(_)) => "app-token-for",
            (TokenKind::User, None) => "user-token",
            (TokenKind::User, Some(_)) => "user-token-for",
        };
        let mut item = line(key, None, Some(fetched));
        item.values =
            vec![("app", owner.app?.to_owned()), ("organisation", owner.organisation.unwrap_or_default().to_owned())];
        Some(item)
    }
}

fn line(key: &'static str, signal: Option<&'static str>, fetched: Option<Seen>) -> EvidenceItem {
    EvidenceItem {
        key,
        signal,
        exchange: fetched.and_then(|f| f.exchange),
        times: fetched.map(|f| ("time", f.at)).into_iter().collect(),
        values: Vec::new(),
    }
}
