//! An error code as the documentation describes it.

/// One error code. A code may stand in several families, each with a meaning of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CatalogCode {
    /// `60011`, `Forbidden.AccessDenied…`
    pub code: &'static str,
    /// Which part of the platform answers with it.
    pub family: &'static str,
    /// What it is: a kind, or `other`.
    pub kind: &'static str,
    /// The message in Chinese; may be empty.
    pub message_zh: &'static str,
    /// What it means, in English.
    pub meaning_en: &'static str,
}

pub(super) fn read(row: &'static str) -> Option<CatalogCode> {
    let mut cells = row.split('\t');
    let mut cell = || cells.next();
    Some(CatalogCode { code: cell()?, family: cell()?, kind: cell()?, message_zh: cell()?, meaning_en: cell()? })
}
