//! Lines of tab-separated cells, sorted, below a head of `# key value` lines. Searched as they are, never loaded.

use memchr::{memchr, memrchr};

/// One table.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    text: &'static str,
}

impl Table {
    pub(crate) const fn new(text: &'static str) -> Self {
        Self { text }
    }

    /// The rows in their order.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.body().lines()
    }

    /// The value of a head line.
    pub(crate) fn head(&self, key: &str) -> Option<&'static str> {
        let heads = self.text.lines().map_while(|line| line.strip_prefix("# "));
        heads.filter_map(|line| line.split_once(' ')).find(|(k, _)| *k == key).map(|(_, v)| v)
    }

    /// The first row whose first cell is `key`.
    pub(crate) fn find(&self, key: &str) -> Option<&'static str> {
        let row = self.from(key).lines().next()?;
        (first(row) == key).then_some(row)
    }

    /// The rows that begin with `prefix`, which may hold whole cells.
    pub(crate) fn beginning_with<'p>(&self, prefix: &'p str) -> impl Iterator<Item = &'static str> + use<'p> {
        self.from(prefix).lines().take_while(move |row| row.starts_with(prefix))
    }

    fn body(&self) -> &'static str {
        let head: usize = self.text.split_inclusive('\n').take_while(|line| line.starts_with('#')).map(str::len).sum();
        self.text.get(head..).unwrap_or_default()
    }

    /// The table from the first row on that does not stand before `key`.
    fn from(&self, key: &str) -> &'static str {
        let body = self.body();
        let (mut low, mut high) = (0, body.len());
        while low < high {
            let (start, end) = line_at(body.as_bytes(), low + (high - low) / 2);
            let row = body.get(start..end).unwrap_or_default();
            if row < key { low = end + 1 } else { high = start }
        }
        body.get(low..).unwrap_or_default()
    }
}

/// Where the line around the byte at `at` starts and ends.
fn line_at(text: &[u8], at: usize) -> (usize, usize) {
    let start = memrchr(b'\n', text.get(..at).unwrap_or_default()).map_or(0, |end| end + 1);
    let end = memchr(b'\n', text.get(at..).unwrap_or_default()).map_or(text.len(), |len| at + len);
    (start, end)
}

fn first(row: &str) -> &str {
    row.split('\t').next().unwrap_or_default()
}

/// A cell, or nothing where it is empty.
pub(crate) fn filled(cell: &str) -> Option<&str> {
    (!cell.is_empty()).then_some(cell)
}

#[cfg(test)]
mod tests {
    use super::Table;

    const TABLE: Table = Table::new("# date today\n# rows 4\na\t1\na\t2\nab\t3\nb:c\t4\n");

    #[test]
    fn a_row_is_found_by_its_first_cell() {
        assert_eq!(TABLE.find("a"), Some("a\t1"));
        assert_eq!(TABLE.find("ab"), Some("ab\t3"));
        assert_eq!(TABLE.find("b:c"), Some("b:c\t4"));
        for absent in ["", "0", "aa", "b", "b:", "c", "a\t1"] {
            assert_eq!(TABLE.find(absent), None, "{absent}");
        }
        assert_eq!(Table::new("").find("a"), None);
        assert_eq!((TABLE.head("date"), TABLE.head("none"), TABLE.rows().count()), (Some("today"), None, 4));
    }

    #[test]
    fn rows_are_found_by_their_beginning() {
        assert_eq!(TABLE.beginning_with("a\t").collect::<Vec<_>>(), ["a\t1", "a\t2"]);
        assert_eq!(TABLE.beginning_with("a").count(), 3);
        assert_eq!(TABLE.beginning_with("c").count(), 0);
    }
}
