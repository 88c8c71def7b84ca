//! What is wrong with a text of rules, and where.

use serde::Serialize;

use super::json::line_and_column;
use crate::card::{Lang, Vars, Words};

/// A fault in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// What is wrong, in a sentence.
    pub message: String,
    /// The member that it is about, `rules[2].patterns[0]`; empty where it is the whole text.
    pub path: String,
    /// The line, counted from 1, where the fault has a place in the text.
    pub line: Option<usize>,
    /// The column, counted from 1 in UTF-16 units.
    pub column: Option<usize>,
}

/// A fault before it is put in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// The words are under `fault.<key>`.
    pub(super) key: &'static str,
    /// `{value}` in the words.
    pub(super) value: String,
    pub(super) path: String,
    pub(super) at: Option<usize>,
}

impl Found {
    /// A fault of a text as a whole.
    pub(super) fn whole(key: &'static str, value: impl Into<String>) -> Self {
        Self { key, value: value.into(), path: String::new(), at: None }
    }

    pub(super) fn message(&self, lang: Lang) -> String {
        let vars = Vars::default().with("value", self.value.as_str());
        Words::new(lang, None).say(&format!("fault.{}", self.key), &vars)
    }

    /// In words, with its place in `text`.
    pub(super) fn told(&self, text: &str, lang: Lang) -> Fault {
        let (line, column) = self.at.map(|at| line_and_column(text, at)).unzip();
        Fault { message: self.message(lang), path: self.path.clone(), line, column }
    }
}
