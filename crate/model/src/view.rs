//! How an exchange is to be shown.

use crate::Lang;

/// What the reader of a card chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct View {
    /// The language.
    pub lang: Lang,
    /// Minutes that the reader's clock is ahead of UTC.
    pub offset: i32,
    /// Whether granted answers that lack a guarded field are marked.
    pub silent: bool,
}

impl View {
    /// In `lang`, at UTC, with everything shown.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Self { lang, offset: 0, silent: true }
    }
}
