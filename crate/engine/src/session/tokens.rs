//! What is known of each token: whose it is, and since when it is there.

use std::collections::VecDeque;

use super::print::Print;
use scopelens_pack::TokenKind;

/// A page uses a handful of tokens; the one that was learned of first goes when there are more than this.
const MAX_TOKENS: usize = 1_000;

/// A user's token is refreshed every two hours: a chain of this many is five days long.
const MAX_CHAIN: usize = 64;

/// One token. What two exchanges say of it is put together; the order in which they are seen does not matter.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub(super) print: Print,
    pub(super) kind: Option<TokenKind>,
    /// Client id of its app.
    pub(super) app: Option<String>,
    /// Id of its organisation.
    pub(super) organisation: Option<String>,
    /// Fingerprint of its person's id.
    pub(super) person: Option<Print>,
    /// The token of the call that gave it: it is the same app's.
    pub(super) made_with: Option<Print>,
    /// The refresh token that stands for the grant it comes from.
    pub(super) grant: Option<Print>,
    /// The first call that gave it.
    pub(super) fetched: Option<Seen>,
    /// The first refusal that named its app.
    pub(super) named: Option<Seen>,
    /// When it was last given, and for how long, in milliseconds.
    pub(super) lives: Option<(i64, i64)>,
    /// When it was first used.
    pub(super) used: Option<i64>,
    /// The scopes it was given, where the reply says.
    pub(super) scopes: Vec<String>,
}

/// An exchange that tells something of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Seen {
    pub(super) at: i64,
    /// Nothing where that exchange is forgotten.
    pub(super) exchange: Option<u64>,
}

impl Token {
    fn new(print: Print) -> Self {
        Self {
            print,
            kind: None,
            app: None,
            organisation: None,
            person: None,
            made_with: None,
            grant: None,
            fetched: None,
            named: None,
            lives: None,
            used: None,
            scopes: Vec::new(),
        }
    }

    /// It was given by a call, `fetched`, for `lifetime` seconds.
    pub(super) fn given(&mut self, fetched: Seen, lifetime: Option<i64>) {
        self.fetched = Some(self.fetched.map_or(fetched, |known| known.min(fetched)));
        let lives = lifetime.map(|seconds| (fetched.at, seconds.saturating_mul(1_000)));
        self.lives = self.lives.max(lives);
    }

    /// A refusal, `seen`, named its app.
    pub(super) fn named(&mut self, app: &str, seen: Option<Seen>) {
        self.app.get_or_insert_with(|| app.to_owned());
        self.named = self.named.into_iter().chain(seen).min();
    }

    /// It was used at `offset`.
    pub(super) fn used_at(&mut self, time: i64) {
        self.used = Some(self.used.map_or(time, |known| known.min(time)));
    }

    /// The time at which it is known to be there.
    fn there_at(&self) -> Option<i64> {
        let fetched = self.fetched.map(|f| f.at);
        fetched.into_iter().chain(self.used).min()
    }
}

/// All tokens of a session.
#[derive(Debug, Default)]
pub(super) struct Tokens(VecDeque<Token>);

impl Tokens {
    /// What is known of the token, to be added to.
    pub(super) fn entry(&mut self, print: Print) -> Option<&mut Token> {
        if self.get(print).is_none() {
            if self.0.len() == MAX_TOKENS {
                self.0.pop_front();
            }
            self.0.push_back(Token::new(print));
        }
        self.0.iter_mut().rev().find(|t| t.print == print)
    }

    /// What is known of the token itself.
    pub(super) fn get(&self, print: Print) -> Option<&Token> {
        self.0.iter().rev().find(|t| t.print == print)
    }

    /// The exchanges no longer lead anywhere; what they told of a token stays.
    pub(super) fn forget(&mut self, ids: &[u64]) {
        for seen in self.0.iter_mut().flat_map(|token| [&mut token.fetched, &mut token.named]).flatten() {
            seen.exchange = seen.exchange.filter(|id| ids.binary_search(id).is_err());
        }
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Whose the token is, with what the tokens that it comes from tell.
    pub(super) fn owner(&self, print: Print) -> Owner<'_> {
        let mut owner = Owner::unknown(print);
        let mut time = self.get(print);
        for _ in 0..MAX_CHAIN {
            let Some(token) = time else { break };
            owner.app = owner.app.or(token.app.as_deref());
            owner.organisation = owner.organisation.or(token.organisation.as_deref());
            owner.person = owner.person.or(token.person);
            owner.kind = owner.kind.or(token.kind);
            owner.grant = token.grant.unwrap_or(owner.grant);
            let next = token.grant.filter(|grant| *grant != token.print);
            time = next.and_then(|grant| self.get(grant));
            if owner.app.is_none() {
                owner.app = token.made_with.and_then(|p| self.get(p)).and_then(|t| t.app.as_deref());
            }
        }
        owner
    }

    /// Whether `one` was made after `other` was already there.
    pub(super) fn is_newer(&self, one: Print, other: Print) -> bool {
        let made = self.get(one).and_then(|t| t.fetched).map(|f| f.at);
        let there = self.get(other).and_then(Token::there_at);
        made.zip(there).is_some_and(|(made, there)| made > there)
    }
}

/// Whose a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Owner<'s> {
    pub(super) kind: Option<TokenKind>,
    pub(super) app: Option<&'s str>,
    pub(super) organisation: Option<&'s str>,
    pub(super) person: Option<Print>,
    /// The first refresh token of its grant, else the token itself.
    pub(super) grant: Print,
}

impl Owner<'_> {
    fn unknown(print: Print) -> Self {
        Self { kind: None, app: None, organisation: None, person: None, grant: print }
    }

    /// Whether both act for one caller: the app itself, or one person.
    pub(super) fn is_same_caller(&self, other: &Self) -> bool {
        let person = || self.grant == other.grant || (self.person.is_some() && self.person == other.person);
        match (self.kind, other.kind) {
            (Some(TokenKind::App), Some(TokenKind::App)) => true,
            (Some(TokenKind::User), Some(TokenKind::User)) => person(),
            _ => false,
        }
    }

    /// The same, where this token's kind may be unknown: it was there before anything was seen of it.
    pub(super) fn may_be_same_caller(&self, other: &Self) -> bool {
        self.is_same_caller(other) || (self.kind.is_none() && other.kind == Some(TokenKind::App))
    }
}

/// For whom a call is made: an app in an organisation, or one person in it. Without the app only the token itself is known
/// again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Caller<'s> {
    platform: &'s str,
    app: Option<&'s str>,
    organisation: Option<&'s str>,
    person: Option<Print>,
}

impl<'s> Caller<'s> {
    pub(super) fn of(platform: &'s str, owner: &Owner<'s>) -> Self {
        let is_app = owner.app.is_some() && owner.kind != Some(TokenKind::User);
        let person = (!is_app).then(|| owner.person.unwrap_or(owner.grant));
        Self { platform, app: owner.app, organisation: owner.organisation, person }
    }
}
