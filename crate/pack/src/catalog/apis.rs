//! A call as the documentation describes it.

use super::Catalog;
use super::scopes::{Token, filled, token};
use super::table::{Table, first_cell};
use scopelens_model::AnyOf;

/// One call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogApi {
    /// `api.dingtalk.com`
    pub host: String,
    /// With `{placeholders}`.
    pub path: String,
    /// `GET`, `POST` …; empty in a row that stands for several methods of one path, or for any.
    pub method: String,
    /// The scopes that the page names; empty where it names none.
    pub scopes: Vec<String>,
    /// Whether the page says that all of them are needed (`a+b`).
    pub all_of: bool,
    /// Whether the page says that no scope is needed.
    pub needs_none: bool,
    /// The token that it takes, where the page says.
    pub token: Option<Token>,
    /// Its title, Chinese but for rows whose source has an English one alone; empty in a row that stands for several methods.
    pub title_zh: String,
    /// The page: a slug or a whole URL.
    pub page: Option<String>,
}

impl CatalogApi {
    /// The way its scopes go together, where the platform says of its catalog that one is enough (`Spec::catalog_any_of`).
    #[must_use]
    pub fn any_of(&self, catalog_any_of: bool) -> AnyOf {
        match self.scopes.len() {
            0 | 1 => AnyOf::All,
            _ if self.all_of => AnyOf::All,
            _ if catalog_any_of => AnyOf::Any,
            _ => AnyOf::Unknown,
        }
    }
}

/// The call of a row, which holds the places of its scopes in the table of scopes.
pub(super) fn read(row: &str, known: &Table) -> Option<CatalogApi> {
    let mut cells = row.split('\t');
    let mut cell = || cells.next();
    let (host, path, method, scopes) = (cell()?, cell()?, cell()?, cell()?);
    let places = scopes.split([',', '+']).filter_map(|place| place.parse().ok());
    Some(CatalogApi {
        host: host.to_owned(),
        path: path.to_owned(),
        method: method.to_owned(),
        token: token(cell()?),
        needs_none: scopes == "-",
        all_of: scopes.contains('+'),
        scopes: places.filter_map(|place| known.row(place)).map(|row| first_cell(&row).to_owned()).collect(),
        title_zh: cell()?.to_owned(),
        page: cell().and_then(filled),
    })
}

/// The call whose path fits best: the one with the fewest placeholders. Where no method is given and several of the path need the
/// same scopes, that is known and no more: a row without method, title and page. Where they differ: nothing.
pub(super) fn find(catalog: &Catalog, method: Option<&str>, host: &str, path: &str) -> Option<CatalogApi> {
    // Most rows near by are of other calls: only those that fit are taken apart and copied.
    let read_fitting = |row: &str| {
        let mut cells = row.split('\t');
        let (row_host, template, row_method) = (cells.next()?, cells.next()?, cells.next()?);
        let is_method = row_method.is_empty() || method.is_none_or(|m| m.eq_ignore_ascii_case(row_method));
        let is_asked_for = row_host == host && is_method;
        let open = placeholders(template, path).filter(|_| is_asked_for)?;
        Some((open, read(row, &catalog.scopes)?))
    };
    let fitting: Vec<(usize, CatalogApi)> = near(catalog, host, path, read_fitting);
    let least = fitting.iter().map(|(open, _)| *open).min()?;
    let mut best = fitting.into_iter().filter(|(open, _)| *open == least).map(|(_, api)| api);
    let first = best.next()?;
    let mut others = best.peekable();
    if others.peek().is_none() {
        return Some(first);
    }
    let is_same =
        |api: &CatalogApi| api.scopes == first.scopes && api.all_of == first.all_of && api.token == first.token;
    let is_known = others.all(|api| is_same(&api));
    is_known.then_some(CatalogApi { method: String::new(), title_zh: String::new(), page: None, ..first })
}

/// What `read` makes of the rows whose path may be a template of this one: its first two segments are the same, or placeholders.
fn near<T>(catalog: &Catalog, host: &str, path: &str, read: impl Fn(&str) -> Option<T>) -> Vec<T> {
    let mut segments = path.trim_start_matches('/').split('/');
    let one = segments.next().unwrap_or_default();
    let beginnings = match segments.next() {
        _ if one.starts_with('{') => vec![],
        None => vec![one.to_owned()],
        Some(two) if two.starts_with('{') => vec![format!("{one}/{{")],
        Some(two) => vec![format!("{one}/{two}"), format!("{one}/{{")],
    };
    let beginnings = beginnings.into_iter().chain(["{".to_owned()]);
    beginnings.flat_map(|part| catalog.apis.with_prefix(&format!("{host}\t/{part}"), &read)).collect()
}

/// Placeholders of `template` that stand for segments of `path`; nothing where it does not fit.
pub(super) fn placeholders(template: &str, path: &str) -> Option<usize> {
    let mut open = 0;
    fits_template(template, path, |_, _| open += 1).then_some(open)
}

/// Whether `path` is one of `template`, whose `{placeholders}` stand for one segment each. `note` is told each placeholder and its
/// segment, as far as the path fits.
pub fn fits_template<'t, 'p>(template: &'t str, path: &'p str, mut note: impl FnMut(&'t str, &'p str)) -> bool {
    let mut values = path.trim_end_matches('/').split('/');
    for segment in template.trim_end_matches('/').split('/') {
        match values.next() {
            Some(value) if segment.contains('{') => note(segment, value),
            Some(value) if segment == value => {}
            _ => return false,
        }
    }
    values.next().is_none()
}
