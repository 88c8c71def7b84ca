//! An error code as the documentation describes it.

/// One error code. A code may stand in several families, each with a meaning of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogCode {
    /// `60011`, `Forbidden.AccessDenied…`
    pub code: String,
    /// The part of the platform that answers with it.
    pub family: String,
    /// A kind, or `other`.
    pub kind: String,
    /// The message in Chinese; may be empty.
    pub message_zh: String,
    /// The meaning, in English.
    pub meaning_en: String,
}

pub(super) fn read(row: &str) -> Option<CatalogCode> {
    let mut cells = row.split('\t').map(str::to_owned);
    let mut cell = || cells.next();
    Some(CatalogCode { code: cell()?, family: cell()?, kind: cell()?, message_zh: cell()?, meaning_en: cell()? })
}
