//! A platform's scopes, calls and error codes: tables of sorted lines, searched as they are; a row is read when it is asked for.

mod apis;
mod codes;
mod scopes;
mod search;

use crate::table::Table;
pub use apis::CatalogApi;
pub use codes::CatalogCode;
pub use scopes::{CatalogScope, Token};
pub use search::Found;

/// The tables of one platform. An unknown key gives nothing, never a guess.
#[derive(Debug)]
pub struct Catalog {
    scopes: Table,
    apis: Table,
    codes: Table,
}

impl Catalog {
    /// Wraps `scopes.tsv`, `apis.tsv` and `codes.tsv`, each turned into columns, scopes of calls by their places.
    pub(crate) const fn new(scopes: &'static str, apis: &'static str, codes: &'static str) -> Self {
        Self { scopes: Table::of_columns(scopes), apis: Table::of_columns(apis), codes: Table::of_columns(codes) }
    }

    /// A catalog of scopes alone, each a row.
    pub(crate) const fn of_scopes(rows: &'static str) -> Self {
        Self { scopes: Table::new(rows), apis: Table::new(""), codes: Table::new("") }
    }

    /// The day the tables stand for, `2026-08-22`; empty where there is no table.
    #[must_use]
    pub fn date(&self) -> &'static str {
        self.scopes.head("date").unwrap_or_default()
    }

    /// How many scopes and how many calls are known.
    #[must_use]
    pub fn coverage(&self) -> (usize, usize) {
        (self.scopes.rows().len(), self.apis.rows().len())
    }

    /// The scope of this code.
    #[must_use]
    pub fn scope(&self, code: &str) -> Option<CatalogScope> {
        scopes::read(self.scopes.find(code)?)
    }

    /// Whether the catalog has scopes that begin as this word does, up to its first `.`, `:` or `_`.
    #[must_use]
    pub fn has_family(&self, word: &str) -> bool {
        let head = word.find(['.', ':', '_']).and_then(|end| word.get(..=end));
        head.is_some_and(|head| !self.scopes.beginning_with(head).is_empty())
    }

    /// Whether a scope begins with `stem`, or is it.
    #[must_use]
    pub fn begins_scope(&self, stem: &str) -> bool {
        !self.scopes.beginning_with(stem).is_empty()
    }

    /// All scopes, sorted by code.
    pub fn all_scopes(&self) -> impl Iterator<Item = CatalogScope> + '_ {
        self.scopes.rows().iter().filter_map(|row| scopes::read(row))
    }

    /// The call that `method host/path` is; an unknown method (`None`) fits where the path has one call only.
    #[must_use]
    pub fn api(&self, method: Option<&str>, host: &str, path: &str) -> Option<CatalogApi> {
        apis::find(self, method, host, path)
    }

    /// All calls, sorted by host and path.
    pub fn all_apis(&self) -> impl Iterator<Item = CatalogApi> + '_ {
        self.apis.rows().iter().filter_map(|row| apis::read(row, &self.scopes))
    }

    /// What the documentation says of an error code: Chinese text (may be empty) and English meaning.
    #[must_use]
    pub fn code(&self, code: &str) -> Option<(&'static str, &'static str)> {
        let code = codes::read(self.codes.find(code)?)?;
        Some((code.message_zh, code.meaning_en))
    }

    /// All error codes, sorted.
    pub fn all_codes(&self) -> impl Iterator<Item = CatalogCode> + '_ {
        self.codes.rows().iter().filter_map(|row| codes::read(row))
    }

    /// What a person asks for: a call, a scope's or error's code, the beginning of a scope, any part of a name.
    #[must_use]
    pub fn search(&self, query: &str) -> Found {
        search::search(self, query)
    }
}

#[cfg(test)]
mod tests;
