//! Faults of data: a code, a value and a place. Their words belong to whoever shows them.

use crate::json::{Node, Place, line_and_column};

/// Faults of one text that are told; with more of them somebody pasted something else.
pub(crate) const MAX_FAULTS: usize = 50;

/// Something that is wrong with a platform's data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The code, `missing` or `json.comma`; words are filed under `fault.<code>`.
    pub code: &'static str,
    /// The value that the words speak of (`{value}`); may be empty.
    pub value: String,
    /// The file, `rules/10-scope.json`; empty for a text that stands in no folder.
    pub file: String,
    /// The member that it is about, `rules[2].patterns[0]`; empty where it is the whole text.
    pub path: String,
    /// Line and column, counted from 1 (columns in UTF-16 units), where the fault has a place in the text.
    pub position: Option<(usize, usize)>,
}

impl Fault {
    /// A fault of a text as a whole.
    #[must_use]
    pub fn whole(code: &'static str, value: impl Into<String>) -> Self {
        Self { code, value: value.into(), file: String::new(), path: String::new(), position: None }
    }
}

/// A text that faults may stand in: its name, itself, and what was read of it before anything was completed.
pub(crate) struct SourceText<'t> {
    pub(crate) name: &'t str,
    pub(crate) text: &'t str,
    pub(crate) root: Option<Node<'t>>,
}

/// Faults while they are collected.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    list: Vec<(&'static str, String, Place)>,
}

impl Faults {
    /// Notes a fault, unless there are too many or the same one is known.
    pub(crate) fn add(&mut self, code: &'static str, value: impl Into<String>, place: Place) {
        let value = value.into();
        let is_same = |known: &(&'static str, String, Place)| {
            known.0 == code && known.2 == place && (known.1 == value || code == "kind")
        };
        if !self.is_full() && !self.list.iter().any(is_same) {
            self.list.push((code, value, place));
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    pub(crate) fn is_full(&self) -> bool {
        self.list.len() >= MAX_FAULTS
    }

    /// Every fault with its path, line and column in `sources`, which the places count.
    pub(crate) fn located(self, sources: &[SourceText]) -> Vec<Fault> {
        self.list.into_iter().map(|(code, value, place)| located(code, value, place, sources)).collect()
    }
}

fn located(code: &'static str, value: String, place: Place, sources: &[SourceText]) -> Fault {
    let mut fault = Fault::whole(code, value);
    if let Some(source) = sources.get(place.file) {
        source.name.clone_into(&mut fault.file);
        fault.path = source.root.as_ref().and_then(|root| root.path(place)).unwrap_or_default();
        fault.position = Some(line_and_column(source.text, place.offset));
    }
    fault
}
