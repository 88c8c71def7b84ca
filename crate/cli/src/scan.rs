//! `scopelens scan`: long logs in, rows of causes out.

use std::io::{self, Read, Write};
use std::path::Path;

use scopelens_engine::Engine;
use scopelens_engine::scan::{Scanner, Tally};
use scopelens_model::Lang;
use scopelens_model::Verdict;
use serde_json::json;

use crate::args::{Scan, lang_or_environment};
use crate::input::{self, Input};
use crate::rows::cells;
use crate::table::table;
use crate::words::{say, shown, word};
use crate::{Status, complain};

pub fn run(engine: &Engine, options: &Scan) -> io::Result<Status> {
    let lang = lang_or_environment(options.lang);
    let mut out = io::stdout().lock();
    if options.needles {
        let lines: String = scopelens_engine::scan::needles(engine).map(|needle| format!("{needle}\n")).collect();
        out.write_all(lines.as_bytes())?;
        return Ok(Status::Quiet);
    }
    let mut status = Status::Quiet;
    let mut files = Vec::new();
    for path in &options.files {
        match input::open(path).and_then(|input| tally(engine, input)) {
            Ok(tally) => {
                status = status.max(if tally.refused() > 0 { Status::Found } else { Status::Quiet });
                if options.json {
                    files.push(as_json(path, &tally));
                } else {
                    out.write_all(as_text(path, &tally, lang).as_bytes())?;
                }
            }
            Err(error) => {
                complain(&error);
                status = Status::Failed;
            }
        }
    }
    if options.json {
        serde_json::to_writer_pretty(&mut out, &json!({ "files": files }))?;
        writeln!(out)?;
    }
    out.flush()?;
    Ok(status)
}

fn tally(engine: &Engine, mut input: Input) -> io::Result<Tally> {
    let mut scanner = Scanner::new(engine);
    loop {
        match input.bytes.read(scanner.room(input::CHUNK)) {
            Ok(0) => return Ok(scanner.finish()),
            Ok(size) => scanner.advance(size),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(input::about(&input.name, &error)),
        }
    }
}

fn as_json(path: &Path, tally: &Tally) -> serde_json::Value {
    json!({
        "name": path.display().to_string(),
        "lines": tally.lines,
        "bytes": tally.bytes,
        "refused": tally.refused(),
        "rows": tally.rows(),
        "left": tally.left,
        "mentions": tally.mentions,
    })
}

fn as_text(path: &Path, tally: &Tally, lang: Lang) -> String {
    let name = path.display().to_string();
    let shown = shown(path, lang);
    let rows = tally.rows();
    let other: u64 = rows.iter().filter(|row| row.verdict != Verdict::Refused).map(|row| row.count).sum();
    let (refused, other, lines) = (tally.refused().to_string(), other.to_string(), tally.lines.to_string());
    let values = [("name", shown.as_str()), ("refused", &refused), ("other", &other), ("lines", &lines)];
    let Some(first) = rows.first() else {
        return say(lang, "none", &values) + "\n";
    };
    let head = ["count", "lines", "what", "code", "scopes", "app"].map(|key| word(lang, key));
    let cells: Vec<Vec<String>> = rows.iter().map(|row| cells(row, lang)).collect();
    let mut text = say(lang, "found", &values) + "\n" + &table(&head.each_ref().map(String::as_str), &cells);
    if tally.left > 0 {
        text += &format!("  {}\n", say(lang, "left", &[("count", &tally.left.to_string())]));
    }
    if name != "-" {
        text += &format!("  {} {}\n", word(lang, "explain"), explain(&name, first.first_line));
    }
    text
}

/// The command that shows the card of the refusal on this line, with the lines around it.
fn explain(name: &str, line: u64) -> String {
    let quoted = name.replace('\'', r"'\''");
    format!("sed -n '{},{}p' '{quoted}' | scopelens diagnose", line.saturating_sub(10).max(1), line + 10)
}
