//! A scope as the documentation describes it.

use crate::table::filled;

/// Which token carries a scope.
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
    pub code: &'static str,
    /// Its Chinese name; empty where the tables have none.
    pub name_zh: &'static str,
    /// Its English name, where the platform gives one.
    pub name_en: Option<&'static str>,
    /// Which token carries it, where the pages say.
    pub token: Option<Token>,
    /// An administrator must grant it by hand.
    pub sensitive: bool,
    /// New applications are not taken.
    pub closed: bool,
    /// It opens fields of an answer; without it there is no error, the fields are absent.
    pub field: bool,
    /// The role that grants it, where it is a special one.
    pub grantor: Option<&'static str>,
    /// How little it opens, in tenths of a point: higher is narrower. Only where the platform ranks its scopes.
    pub score: Option<u32>,
}

/// A cell that says which token carries something.
pub(super) fn token(cell: &str) -> Option<Token> {
    match cell {
        "app" => Some(Token::App),
        "user" => Some(Token::User),
        "both" => Some(Token::Both),
        _ => None,
    }
}

pub(super) fn read(row: &'static str) -> Option<CatalogScope> {
    let mut cells = row.split('\t');
    let code = cells.next()?;
    let name_zh = cells.next()?;
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
