//! The scopes of a card, and a scope to apply for without a refusal.

use scopelens_engine::links::{LinkValues, build};
use scopelens_model::{AnyOf, Fact, Lang, Source};
use scopelens_pack::{CatalogScope, Platform, Token};

use super::Scope;
use super::steps::Wording;
use crate::link::{Link, named};
use crate::words::{Vars, Words, of_catalog};

impl Wording<'_> {
    pub(super) fn scopes(&self) -> Vec<Scope> {
        self.diagnosis.scopes.iter().map(|fact| self.scope(fact)).collect()
    }

    fn scope(&self, fact: &Fact) -> Scope {
        let words = (fact.source == Source::Catalog).then(|| self.words.say("scope.from-catalog", self.vars));
        let scope = bare(self.diagnosis.platform, self.words, &fact.value, fact.source);
        Scope {
            place: self.place(fact.span),
            source_words: words,
            link: self.link_for("apply", Some(&fact.value)),
            ..if self.diagnosis.denial.identity.is_some() { without_token(scope, self.words) } else { scope }
        }
    }

    pub(super) fn scope_note(&self) -> Option<String> {
        match (self.diagnosis.scopes.len(), self.diagnosis.any_of) {
            (0 | 1, _) | (_, AnyOf::All) => None,
            (_, AnyOf::Any) => self.words.say_if("scope.any-of", self.vars),
            (_, AnyOf::Unknown) => self.words.say_if("scope.unknown-rule", self.vars),
        }
    }
}

/// The app that applies.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Applicant<'a> {
    /// Whose app it is.
    pub(crate) platform: &'a Platform,
    /// Its client id; without it there is no link.
    pub(crate) app: Option<&'a str>,
    /// It calls the platform's international edition.
    pub(crate) international: bool,
}

impl Applicant<'_> {
    /// The scope of this code, with the link to apply for it.
    pub(crate) fn scope(self, words: &Words, code: &str, source: Source) -> Scope {
        Scope { link: self.link(words, code), ..bare(self.platform, words, code, source) }
    }

    /// The link to apply for the scope of this code.
    pub(super) fn link(self, words: &Words, code: &str) -> Option<Link> {
        let international = self.international;
        let values = LinkValues { app_id: self.app, scope: Some(code), international, ..LinkValues::default() };
        named(words, "apply", Some(code), build(self.platform, "apply", values)?)
    }
}

/// The scope without what the catalog says of tokens: the reply itself says whose the call was, and that counts.
fn without_token(scope: Scope, words: &Words) -> Scope {
    let tokens = ["app", "user", "both"].map(|token| words.word(&format!("scope.{token}")));
    let grantors = ["app", "user", "both"].map(|token| words.word(&format!("grantor.{token}")));
    Scope {
        tags: scope.tags.into_iter().filter(|tag| !tokens.contains(tag)).collect(),
        grantor: scope.grantor.filter(|grantor| !grantors.contains(grantor)),
        ..scope
    }
}

/// What the catalog says of a scope.
fn bare(platform: &Platform, words: &Words, code: &str, source: Source) -> Scope {
    let known = platform.catalog.scope(code);
    // A team's catalog need not be whole, so what it does not hold is nothing to remark upon. Nor is it where the platform has no word for it.
    let remark = Some(words.word("scope.unknown")).filter(|word| !platform.custom && !word.is_empty());
    let unknown = || remark.into_iter().collect();
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
    match (lang, &scope.name_en) {
        (Lang::En, Some(name)) => Some(name.clone()),
        _ => of_catalog(&scope.name_zh, lang).map(str::to_owned),
    }
}

fn token_word(token: Token) -> &'static str {
    match token {
        Token::App => "app",
        Token::User => "user",
        Token::Both => "both",
    }
}

fn grantor(scope: &CatalogScope, words: &Words) -> Option<String> {
    match &scope.grantor {
        Some(role) => Some(words.say("grantor.role", &Vars::default().with("role", of_role(role, words)))),
        None => scope.token.map(|token| words.word(&format!("grantor.{}", token_word(token)))),
    }
}

/// The role that grants a scope; an administrator where the catalog names it in another language.
pub(super) fn of_role(role: &str, words: &Words) -> String {
    of_catalog(role, words.lang).map_or_else(|| words.word("value.an-administrator"), str::to_owned)
}

fn tags(scope: &CatalogScope, words: &Words) -> Vec<String> {
    let token = scope.token.map(token_word);
    let sensitive = scope.sensitive.then_some("sensitive");
    let closed = scope.closed.then_some("closed");
    let field = scope.field.then_some("field");
    let keys = [token, sensitive, closed, field].into_iter().flatten();
    keys.map(|key| words.word(&format!("scope.{key}"))).filter(|tag| !tag.is_empty()).collect()
}
