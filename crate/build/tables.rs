//! Catalog tables as `src/table.rs` reads them, which pack to less than they do row by row.

/// The first character of a column whose cells begin with what they share with the one before.
const SHARED: char = '^';

/// A table turned on its side: below the head column after column, a tab between two.
pub fn columns(table: &str) -> String {
    let (head, rows): (Vec<&str>, Vec<&str>) = table.lines().partition(|line| line.starts_with('#'));
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.split('\t').collect()).collect();
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let cell = |row: &Vec<&str>, at: usize| row.get(at).map_or_else(String::new, |cell| (*cell).to_owned());
    let column = |at| shorter(&rows.iter().map(|row| cell(row, at)).collect::<Vec<_>>());
    let head: String = head.iter().map(|line| format!("{line}\n")).collect();
    head + &(0..width).map(column).collect::<Vec<_>>().join("\t")
}

/// A column, a cell a line; where that halves it, without what each cell shares with the one before.
fn shorter(cells: &[String]) -> String {
    let befores = std::iter::once("").chain(cells.iter().map(String::as_str));
    let lines = |cells: &mut dyn Iterator<Item = String>| cells.map(|cell| cell + "\n").collect::<String>();
    let rests = format!("{SHARED}{}", lines(&mut befores.zip(cells).map(|(before, cell)| rest(before, cell))));
    let whole = lines(&mut cells.iter().cloned());
    if rests.len() * 2 < whole.len() { rests } else { whole }
}

/// How many ASCII characters `cell` shares with `before`, as one character from `!` on, and what follows them.
fn rest(before: &str, cell: &str) -> String {
    let most = usize::from(b'~' - b'!');
    let shared = before.bytes().zip(cell.bytes()).take(most).take_while(|(a, b)| a == b && a.is_ascii()).count();
    let (_, own) = cell.split_at(shared);
    format!("{}{own}", char::from(b'!' + u8::try_from(shared).expect("at most `most`")))
}

/// The table of calls with the place of each scope in `scopes` where its code stood.
pub fn numbered(apis: &str, scopes: &str) -> String {
    let codes: Vec<&str> = scopes.lines().filter(|line| !line.starts_with('#')).map(first).collect();
    let number = |code: &str| match code.trim_end_matches([',', '+']) {
        "" | "-" => code.to_owned(),
        plain => {
            let at = codes.iter().position(|known| *known == plain);
            code.replace(plain, &at.unwrap_or_else(|| panic!("the scopes lack {plain}")).to_string())
        }
    };
    let line = |line: &str| {
        let mut cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
        if let Some(cell) = cells.get_mut(3).filter(|_| !line.starts_with('#')) {
            *cell = cell.split_inclusive([',', '+']).map(number).collect();
        }
        cells.join("\t") + "\n"
    };
    apis.lines().map(line).collect()
}

fn first(row: &str) -> &str {
    row.split('\t').next().unwrap_or_default()
}
