//! A scope as the documentation describes it.

/// Token that carries a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token {
    /// The app's own: the organisation grants.
    App,
    /// A user's: each user grants.
    User,
    /// Either.
    Both,
}

/// One scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogScope {
    /// The code, `Contact.User.Read`.
    pub code: String,
    /// Its Chinese name; empty where the tables have none.
    pub name_zh: String,
    /// Its English name, where the platform gives one.
    pub name_en: Option<String>,
    /// The token that carries it, where the pages say.
    pub token: Option<Token>,
    /// Whether an administrator must grant it by hand.
    pub sensitive: bool,
    /// Whether new applications are not taken.
    pub closed: bool,
    /// Whether it opens fields of an answer; without it there is no error, the fields are absent.
    pub field: bool,
    /// The role that grants it, where it is a special one.
    pub grantor: Option<String>,
    /// Narrowness, in tenths of a point: higher is narrower. Only where the platform ranks its scopes.
    pub score: Option<u32>,
}

/// The token that a cell names.
pub(super) fn token(cell: &str) -> Option<Token> {
    match cell {
        "app" => Some(Token::App),
        "user" => Some(Token::User),
        "both" => Some(Token::Both),
        _ => None,
    }
}

/// A cell, or nothing where it is empty.
pub(super) fn filled(cell: &str) -> Option<String> {
    (!cell.is_empty()).then(|| cell.to_owned())
}

pub(super) fn read(row: &str) -> Option<CatalogScope> {
    let mut cells = row.split('\t');
    let code = cells.next()?.to_owned();
    let name_zh = cells.next()?.to_owned();
    let name_en = filled(cells.next()?);
    let token = token(cells.next()?);
    let flags = cells.next()?;
    let _app_types = cells.next()?;
    Some(CatalogScope {
        code,
        name_zh,
        name_en,
        token,
        sensitive: flags.contains('s'),
        closed: flags.contains('c'),
        field: flags.contains('f'),
        grantor: filled(cells.next()?),
        score: cells.next().and_then(|score| score.parse().ok()),
    })
}
