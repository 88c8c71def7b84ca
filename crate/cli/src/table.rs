//! Columns of text.

/// Rows under their headings, as wide as they need to be; a right-aligned first column.
pub fn table(head: &[&str], rows: &[Vec<String>]) -> String {
    let head: Vec<String> = head.iter().map(|cell| (*cell).to_owned()).collect();
    let all: Vec<&Vec<String>> = [&head].into_iter().chain(rows).collect();
    let widest = |column: usize| all.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max();
    let widths: Vec<usize> = (0..head.len()).map(|column| widest(column).unwrap_or_default()).collect();
    all.into_iter().map(|row| line(row, &widths)).collect()
}

fn line(row: &[String], widths: &[usize]) -> String {
    let cells = row.iter().zip(widths).enumerate().map(|(column, (cell, widest))| {
        let blank = " ".repeat(widest - width(cell).min(*widest));
        if column == 0 { format!("{blank}{cell}") } else { format!("{cell}{blank}") }
    });
    format!("  {}\n", cells.collect::<Vec<_>>().join("  ").trim_end())
}

/// In columns of a terminal, where Chinese takes two.
fn width(cell: &str) -> usize {
    cell.chars().map(|c| if matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{ffdc}') { 2 } else { 1 }).sum()
}

#[cfg(test)]
mod tests {
    use super::table;

    #[test]
    fn columns_line_up() {
        let rows =
            vec![vec!["12".to_owned(), "缺".to_owned(), "x".to_owned()], vec!["3".to_owned(), "abcd".to_owned()]];
        assert_eq!(table(&["次", "b", "c"], &rows), "  次  b     c\n  12  缺    x\n   3  abcd\n");
    }
}
