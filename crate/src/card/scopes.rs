//! The scopes of a card.

use super::Scope;
use super::steps::Wording;
use super::vars::Vars;
use crate::catalog::{CatalogScope, Token};
use crate::model::{AnyOf, Fact, Source};
use crate::platform::Platform;

use super::words::{Lang, Words};

impl Wording<'_> {
    pub(super) fn scopes(&self) -> Vec<Scope> {
        self.diagnosis.scopes.iter().map(|fact| self.scope(fact)).collect()
    }

    fn scope(&self, fact: &Fact) -> Scope {
        let words = (fact.source == Source::Catalog).then(|| self.words.word("scope.from-catalog"));
        Scope {
            place: self.place(fact.span),
            source_words: words,
            link: self.link_for("apply", Some(&fact.value)),
            ..bare(self.diagnosis.platform, self.words, &fact.value, fact.source)
        }
    }

    pub(super) fn scope_note(&self) -> Option<String> {
        match (self.diagnosis.scopes.len(), self.diagnosis.any_of) {
            (0 | 1, _) | (_, AnyOf::All) => None,
            (_, AnyOf::Any) if self.ranked() => Some(self.words.word("scope.any-of")),
            (_, AnyOf::Any) => Some(self.words.word("scope.any-of-unranked")),
            (_, AnyOf::Unknown) => Some(self.words.word("scope.unknown-rule")),
        }
    }

    /// Whether the catalog knows of each scope how much it opens.
    fn ranked(&self) -> bool {
        let catalog = &self.diagnosis.platform.catalog;
        self.diagnosis.scopes.iter().all(|s| catalog.scope(&s.value).is_some_and(|known| known.score.is_some()))
    }
}

/// What the catalog says of a scope.
pub(super) fn bare(platform: &Platform, words: &Words, code: &str, source: Source) -> Scope {
    let known = platform.catalog.scope(code);
    // A team's catalog need not be whole, so what it does not hold is nothing to remark upon.
    let unknown = || if platform.own { Vec::new() } else { vec![words.word("scope.unknown")] };
    Scope {
        name: known.as_ref().and_then(|k| name(k, words.lang)),
        grantor: known.as_ref().and_then(|k| grantor(k, words)),
        tags: known.as_ref().map_or_else(unknown, |k| tags(k, words)),
        source,
        place: None,
        source_words: None,
        link: None,
        code: code.to_owned(),
    }
}

pub(super) fn name(scope: &CatalogScope, lang: Lang) -> Option<String> {
    let name = match (lang, scope.name_en) {
        (Lang::En, Some(name)) => name,
        _ => scope.name_zh,
    };
    (!name.is_empty()).then(|| name.to_owned())
}

fn token_word(token: Token) -> &'static str {
    match token {
        Token::App => "app",
        Token::User => "user",
        Token::Both => "both",
    }
}

fn grantor(scope: &CatalogScope, words: &Words) -> Option<String> {
    match scope.grantor {
        Some(role) => Some(words.say("grantor.role", &Vars::default().with("role", role))),
        None => scope.token.map(|token| words.word(&format!("grantor.{}", token_word(token)))),
    }
}

fn tags(scope: &CatalogScope, words: &Words) -> Vec<String> {
    let token = scope.token.map(token_word);
    let sensitive = scope.sensitive.then_some("sensitive");
    let closed = scope.closed.then_some("closed");
    let field = scope.field.then_some("field");
    let unnamed = (scope.name_zh.is_empty() && scope.name_en.is_none()).then_some("unnamed");
    let keys = [token, sensitive, closed, field, unnamed].into_iter().flatten();
    keys.map(|key| words.word(&format!("scope.{key}"))).collect()
}
