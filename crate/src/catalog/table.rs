//! Lines of tab-separated cells, sorted by their first cell, below a head of `# key value` lines.

use std::sync::OnceLock;

/// One table, split into lines when it is first asked.
#[derive(Debug)]
pub(super) struct Table {
    text: &'static str,
    rows: OnceLock<Vec<&'static str>>,
}

impl Table {
    pub(super) fn new(text: &'static str) -> Self {
        Self { text, rows: OnceLock::new() }
    }

    pub(super) fn rows(&self) -> &[&'static str] {
        self.rows.get_or_init(|| self.text.lines().filter(|line| !line.starts_with('#')).collect())
    }

    /// The value of a head line.
    pub(super) fn head(&self, key: &str) -> Option<&'static str> {
        let heads = self.text.lines().map_while(|line| line.strip_prefix("# "));
        heads.filter_map(|line| line.split_once(' ')).find(|(k, _)| *k == key).map(|(_, v)| v)
    }

    /// The first row whose first cell is `key`.
    pub(super) fn find(&self, key: &str) -> Option<&'static str> {
        let rows = self.rows();
        let at = rows.partition_point(|row| first(row) < key);
        rows.get(at).copied().filter(|row| first(row) == key)
    }

    /// The rows that begin with `start`.
    pub(super) fn rows_from(&self, start: &str) -> impl Iterator<Item = &'static str> {
        let rows = self.rows();
        let at = rows.partition_point(|row| *row < start);
        rows.iter().skip(at).take_while(move |row| row.starts_with(start)).copied()
    }
}

fn first(row: &str) -> &str {
    row.split('\t').next().unwrap_or_default()
}

/// A cell, or nothing where it is empty.
pub(super) fn filled(cell: &str) -> Option<&str> {
    (!cell.is_empty()).then_some(cell)
}
