//! A catalog's bytes, from tables as their files hold them.

use super::Head;
use super::table::encode;

/// One table: rows of tab-separated cells, sorted, below a head of `# key value` lines.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct TableSource<'t> {
    pub(crate) text: &'t str,
    /// Cells of a row; shorter rows are filled up.
    pub(crate) width: usize,
}

/// The three tables of a platform.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tables<'t> {
    pub(crate) scopes: TableSource<'t>,
    pub(crate) apis: TableSource<'t>,
    pub(crate) codes: TableSource<'t>,
}

/// A table that cannot be packed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TableFault {
    /// `table-order`, `table-rows` or `table-scope`.
    pub(crate) code: &'static str,
    pub(crate) value: String,
    /// Counted from 1.
    pub(crate) line: usize,
}

impl<'t> Tables<'t> {
    pub(crate) fn new(scopes: &'t str, apis: &'t str, codes: &'t str) -> Self {
        let table = |text, width| TableSource { text, width };
        Self { scopes: table(scopes, 8), apis: table(apis, 7), codes: table(codes, 5) }
    }
}

impl<'t> TableSource<'t> {
    /// The value of a head line.
    pub(crate) fn head(&self, key: &str) -> Option<&'t str> {
        let heads = self.text.lines().map_while(|line| line.strip_prefix("# "));
        heads.filter_map(|line| line.split_once(' ')).find(|(name, _)| *name == key).map(|(_, value)| value)
    }

    /// The rows, each with its line, counted from 1.
    fn rows(&self) -> impl Iterator<Item = (usize, &'t str)> {
        let lines = self.text.lines().enumerate().map(|(index, line)| (index + 1, line));
        lines.filter(|(_, line)| !line.starts_with('#'))
    }

    fn filled(&self, row: &str) -> String {
        let cells = row.split('\t').count();
        row.to_owned() + &"\t".repeat(self.width.saturating_sub(cells))
    }

    /// The first row that does not stand behind the one before, and a count in the head that is not the rows'.
    fn fault(&self) -> Option<TableFault> {
        let rows: Vec<_> = self.rows().collect();
        let unsorted = rows.iter().zip(rows.iter().skip(1)).find(|((_, one), (_, other))| one >= other);
        let order =
            unsorted.map(|(_, (line, row))| TableFault { code: "table-order", value: (*row).into(), line: *line });
        let is_counted = self.head("rows").is_none_or(|count| count == rows.len().to_string());
        let count = || TableFault { code: "table-rows", value: rows.len().to_string(), line: 1 };
        order.or_else(|| (!is_counted).then(count))
    }
}

/// The body of a catalog pack: a head line, then the tables. The scopes of calls stand as their places in the table of scopes.
///
/// # Errors
/// The number of the table (scopes, apis, codes) and its first fault.
pub(crate) fn write_catalog(tables: &Tables) -> Result<Vec<u8>, (usize, TableFault)> {
    let sources = [tables.scopes, tables.apis, tables.codes];
    for (index, source) in sources.iter().enumerate() {
        source.fault().map_or(Ok(()), |fault| Err((index, fault)))?;
    }
    let plain = |source: &TableSource| source.rows().map(|(_, row)| source.filled(row)).collect::<Vec<_>>();
    let scopes = plain(&tables.scopes);
    let apis = numbered(&tables.apis, &scopes).map_err(|fault| (1, fault))?;
    Ok(assemble(tables.scopes.head("date").unwrap_or_default(), &[scopes, apis, plain(&tables.codes)]))
}

fn assemble(date: &str, tables: &[Vec<String>]) -> Vec<u8> {
    let encoded: Vec<_> = tables.iter().map(|rows| encode(rows)).collect();
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let sizes = tables.iter().zip(&encoded).map(|(rows, (_, data))| (count(rows.len()), count(data.len())));
    let head = Head { date: date.to_owned(), tables: sizes.collect() };
    let mut bytes = serde_json::to_vec(&head).unwrap_or_default();
    bytes.push(b'\n');
    for (restarts, data) in encoded {
        bytes.extend(restarts);
        bytes.extend(data);
    }
    bytes
}

/// The rows of calls with the place of each scope where its code stood.
fn numbered(apis: &TableSource, scopes: &[String]) -> Result<Vec<String>, TableFault> {
    let codes: Vec<&str> = scopes.iter().map(|row| super::table::first_cell(row)).collect();
    let row = |(line, row): (usize, &str)| {
        let mut cells: Vec<String> = apis.filled(row).split('\t').map(str::to_owned).collect();
        if let Some(cell) = cells.get_mut(3) {
            let unknown = |code: &str| TableFault { code: "table-scope", value: code.to_owned(), line };
            *cell = places(cell, &codes).map_err(|code| unknown(&code))?;
        }
        Ok(cells.join("\t"))
    };
    apis.rows().map(row).collect()
}

fn places(cell: &str, codes: &[&str]) -> Result<String, String> {
    let place = |code: &str| match code.trim_end_matches([',', '+']) {
        "" | "-" => Ok(code.to_owned()),
        plain => {
            let place = codes.binary_search(&plain).map_err(|_| plain.to_owned())?;
            Ok(code.replace(plain, &place.to_string()))
        }
    };
    cell.split_inclusive([',', '+']).map(place).collect()
}
