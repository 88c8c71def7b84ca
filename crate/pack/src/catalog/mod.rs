//! A platform's scopes, calls and error codes: tables of sorted rows, searched where they lie; a row is unfolded when it is
//! asked for.

mod apis;
mod codes;
mod scopes;
mod search;
mod table;
#[cfg(test)]
mod tests;
mod write;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use apis::{CatalogApi, fits_template};
pub use codes::CatalogCode;
pub use scopes::{CatalogScope, Token};
pub use search::Found;
use table::Table;
pub(crate) use write::{TableFault, Tables, write_catalog};

/// The tables of one platform. An unknown key gives nothing, never a guess; so does a catalog that is not loaded.
#[derive(Debug, Clone)]
pub struct Catalog {
    head: Head,
    scopes: Table,
    apis: Table,
    codes: Table,
}

/// The first line of a catalog's bytes, as JSON.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    /// The day the tables stand for, `2026-08-22`; absent where it is not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    date: String,
    /// Rows and bytes of data of the three tables.
    tables: Vec<(u32, u32)>,
}

impl Default for Catalog {
    /// A catalog that knows nothing.
    fn default() -> Self {
        let bytes: Arc<[u8]> = Arc::from([]);
        let table = Table::empty(&bytes);
        Self { head: Head::default(), scopes: table.clone(), apis: table.clone(), codes: table }
    }
}

impl Catalog {
    /// The catalog of a pack's body; nothing where the bytes are none.
    #[must_use]
    pub(crate) fn of_bytes(body: &[u8]) -> Option<Self> {
        let end = memchr::memchr(b'\n', body)?;
        let head = std::str::from_utf8(body.get(..end)?).ok()?;
        let head: Head = crate::decode::decode_strict(&crate::json::parse(head, 0).ok()?)?;
        let bytes: Arc<[u8]> = body.get(end + 1..)?.into();
        let mut start = 0;
        let mut tables = Vec::new();
        for (rows, data_bytes) in &head.tables {
            let (table, end) =
                Table::new(&bytes, start, usize::try_from(*rows).ok()?, usize::try_from(*data_bytes).ok()?)?;
            tables.push(table);
            start = end;
        }
        let [scopes, apis, codes] = <[Table; 3]>::try_from(tables).ok()?;
        (start == bytes.len()).then_some(Self { head, scopes, apis, codes })
    }

    /// The day the tables stand for, `2026-08-22`; empty where there is no table.
    #[must_use]
    pub fn date(&self) -> &str {
        &self.head.date
    }

    /// The numbers of scopes and of calls that are known.
    #[must_use]
    pub fn coverage(&self) -> (usize, usize) {
        (self.scopes.len(), self.apis.len())
    }

    /// The scope of this code.
    #[must_use]
    pub fn scope(&self, code: &str) -> Option<CatalogScope> {
        scopes::read(&self.scopes.find(code)?)
    }

    /// Whether the catalog has scopes that begin as this word does, up to its first `.`, `:` or `_`.
    #[must_use]
    pub fn has_family(&self, word: &str) -> bool {
        let head = word.find(['.', ':', '_']).and_then(|end| word.get(..=end));
        head.is_some_and(|head| self.scopes.has_prefix(head))
    }

    /// Whether a scope begins with `stem`, or is it.
    #[must_use]
    pub fn begins_scope(&self, stem: &str) -> bool {
        self.scopes.has_prefix(stem)
    }

    /// All scopes, sorted by code.
    pub fn all_scopes(&self) -> impl Iterator<Item = CatalogScope> + '_ {
        rows(&self.scopes, scopes::read)
    }

    /// The call that `method host/path` is; an unknown method (`None`) fits where the path has one call only.
    #[must_use]
    pub fn api(&self, method: Option<&str>, host: &str, path: &str) -> Option<CatalogApi> {
        apis::find(self, method, host, path)
    }

    /// The call whose page is `page`; else, of a page with a part (`#create-an-issue`), the one whose page ends with it, where
    /// there is one alone.
    #[must_use]
    pub fn api_of_page(&self, page: &str) -> Option<CatalogApi> {
        let part = page.find('#').and_then(|start| page.get(start..)).unwrap_or(page);
        // The page is a row's last cell: only those that fit are taken apart.
        let read = |row: &str| row.ends_with(part).then(|| apis::read(row, &self.scopes)).flatten();
        let mut fitting: Vec<CatalogApi> = rows(&self.apis, read).collect();
        let exact = fitting.iter().position(|api| api.page.as_deref() == Some(page));
        let place = exact.or_else(|| (part.starts_with('#') && fitting.len() == 1).then_some(0))?;
        Some(fitting.swap_remove(place))
    }

    /// All calls, sorted by host and path.
    pub fn all_apis(&self) -> impl Iterator<Item = CatalogApi> + '_ {
        rows(&self.apis, |row| apis::read(row, &self.scopes))
    }

    /// The documentation's Chinese text (may be empty) and English meaning of an error code.
    #[must_use]
    pub fn code(&self, code: &str) -> Option<(String, String)> {
        let code = codes::read(&self.codes.find(code)?)?;
        Some((code.message_zh, code.meaning_en))
    }

    /// All error codes, sorted.
    pub fn all_codes(&self) -> impl Iterator<Item = CatalogCode> + '_ {
        rows(&self.codes, codes::read)
    }

    /// The rows that a person asks for: a call, a scope's or error's code, the beginning of a scope, any part of a name.
    #[must_use]
    pub fn search(&self, query: &str) -> Found {
        search::search(self, query)
    }
}

fn rows<'t, T>(table: &'t Table, read: impl Fn(&str) -> Option<T> + 't) -> impl Iterator<Item = T> + 't {
    let mut cursor = table.cursor();
    std::iter::from_fn(move || cursor.next().map(&read)).flatten()
}
