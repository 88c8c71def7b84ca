//! Lines of tab-separated cells, sorted, below a head of `# key value` lines. Its rows are laid out on first use.

use std::sync::OnceLock;

/// How the text of a table holds its rows.
#[derive(Debug, Clone, Copy)]
enum Layout {
    Rows,
    /// Column after column, a tab between two, a cell a line: like stands beside like, which packs a tenth smaller. The cells of
    /// a column after `^` begin with one character for what they share with the cell before: `!` nothing, `"` one byte, ….
    Columns,
}

/// One table.
#[derive(Debug)]
pub struct Table {
    text: &'static str,
    layout: Layout,
    rows: OnceLock<Vec<&'static str>>,
}

impl Table {
    pub(crate) const fn new(text: &'static str) -> Self {
        Self { text, layout: Layout::Rows, rows: OnceLock::new() }
    }

    /// A table that the build script turned into columns.
    pub(crate) const fn of_columns(text: &'static str) -> Self {
        Self { text, layout: Layout::Columns, rows: OnceLock::new() }
    }

    /// The rows in their order.
    pub(crate) fn rows(&self) -> &[&'static str] {
        self.rows.get_or_init(|| match self.layout {
            Layout::Rows => self.body().lines().collect(),
            Layout::Columns => across(self.body()).leak().lines().collect(),
        })
    }

    /// The value of a head line.
    pub(crate) fn head(&self, key: &str) -> Option<&'static str> {
        let heads = self.text.lines().map_while(|line| line.strip_prefix("# "));
        heads.filter_map(|line| line.split_once(' ')).find(|(k, _)| *k == key).map(|(_, v)| v)
    }

    /// The first row whose first cell is `key`.
    pub(crate) fn find(&self, key: &str) -> Option<&'static str> {
        let row = *self.from(key).first()?;
        (first(row) == key).then_some(row)
    }

    /// The rows that begin with `prefix`, which may hold whole cells.
    pub(crate) fn beginning_with(&self, prefix: &str) -> &[&'static str] {
        let from = self.from(prefix);
        from.get(..from.partition_point(|row| row.starts_with(prefix))).unwrap_or_default()
    }

    fn body(&self) -> &'static str {
        let head: usize = self.text.split_inclusive('\n').take_while(|line| line.starts_with('#')).map(str::len).sum();
        self.text.get(head..).unwrap_or_default()
    }

    /// The rows from the first on that does not stand before `key`.
    fn from(&self, key: &str) -> &[&'static str] {
        let rows = self.rows();
        rows.get(rows.partition_point(|row| *row < key)..).unwrap_or_default()
    }
}

/// The rows of a text that holds columns. They live as long as the table, which is for good.
fn across(columns: &str) -> String {
    let mut rows = String::with_capacity(columns.len());
    let mut columns: Vec<_> = columns.split('\t').map(Column::new).collect();
    while let Some((first, others)) = columns.split_first_mut().filter(|(first, _)| first.is_left()) {
        first.put(&mut rows);
        for column in others {
            rows.push('\t');
            column.put(&mut rows);
        }
        rows.push('\n');
    }
    rows
}

/// A column, cell by cell.
struct Column<'t> {
    rest: &'t str,
    /// The cell before, where the next one shares something with it.
    before: Option<String>,
}

impl<'t> Column<'t> {
    fn new(text: &'t str) -> Self {
        let shared = text.strip_prefix('^');
        Self { rest: shared.unwrap_or(text), before: shared.map(|_| String::new()) }
    }

    fn is_left(&self) -> bool {
        !self.rest.is_empty()
    }

    /// Writes the next cell.
    fn put(&mut self, rows: &mut String) {
        let (cell, rest) = self.rest.split_once('\n').unwrap_or((self.rest, ""));
        self.rest = rest;
        let Some(before) = &mut self.before else { return rows.push_str(cell) };
        let (count, own) = cell.split_at_checked(1).unwrap_or_default();
        let shared = count.bytes().map(|byte| usize::from(byte.saturating_sub(b'!'))).sum();
        before.truncate(before.floor_char_boundary(shared));
        before.push_str(own);
        rows.push_str(before);
    }
}

/// The first cell of a row.
pub(crate) fn first(row: &str) -> &str {
    row.split('\t').next().unwrap_or_default()
}

/// A cell, or nothing where it is empty.
pub(crate) fn filled(cell: &str) -> Option<&str> {
    (!cell.is_empty()).then_some(cell)
}

#[cfg(test)]
mod tests {
    use super::Table;

    static TABLE: Table = Table::new("# date today\n# rows 4\na\t1\na\t2\nab\t3\nb:c\t4\n");

    #[test]
    fn a_row_is_found_by_its_first_cell() {
        assert_eq!(TABLE.find("a"), Some("a\t1"));
        assert_eq!(TABLE.find("ab"), Some("ab\t3"));
        assert_eq!(TABLE.find("b:c"), Some("b:c\t4"));
        for absent in ["", "0", "aa", "b", "b:", "c", "a\t1"] {
            assert_eq!(TABLE.find(absent), None, "{absent}");
        }
        assert_eq!(Table::new("").find("a"), None);
        assert_eq!((TABLE.head("date"), TABLE.head("none"), TABLE.rows().len()), (Some("today"), None, 4));
    }

    #[test]
    fn columns_give_the_same_rows() {
        let table = Table::of_columns("# date today\na\nb\nc\n\t1\n\n\n\tx\ny\n\n");
        assert_eq!(table.rows(), ["a\t1\tx", "b\t\ty", "c\t\t"]);
        assert_eq!((table.find("b"), table.head("date")), (Some("b\t\ty"), Some("today")));
        assert!(Table::of_columns("").rows().is_empty());
    }

    #[test]
    fn cells_share_the_beginning_of_the_one_before() {
        let table = Table::of_columns("^!/a/b\n%c\n$\n!应用\n\t1\n2\n3\n4\n");
        assert_eq!(table.rows(), ["/a/b\t1", "/a/bc\t2", "/a/\t3", "应用\t4"]);
        assert_eq!(Table::of_columns("^!a\n~b\n").rows(), ["a", "ab"], "no more than there is");
    }

    #[test]
    fn rows_are_found_by_their_beginning() {
        assert_eq!(TABLE.beginning_with("a\t"), ["a\t1", "a\t2"]);
        assert_eq!(TABLE.beginning_with("a").len(), 3);
        assert_eq!(TABLE.beginning_with("c").len(), 0);
    }
}
