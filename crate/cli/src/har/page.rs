//! Everything as text: what each file held, a card for each cause, the plan.

use std::io::{self, Write};

use scopelens_engine::scan::Row;
use scopelens_model::{Exchange, Verdict};
use scopelens_redact::Redactor;
use scopelens_render::plan::Plan;

use super::redacted::Written;
use super::traffic::{Reader, Traffic, call};
use super::unread;
use crate::rows::cells;
use crate::table::table;
use crate::words::{say, shown, word};

pub fn print(
    files: &[Traffic],
    plan: Option<&Plan>,
    written: Option<&Written>,
    reader: &Reader,
    out: &mut impl Write,
) -> io::Result<()> {
    let lang = reader.view.lang;
    for traffic in files {
        out.write_all(summary(traffic, reader).as_bytes())?;
    }
    if let Some(Written { name, count }) = written {
        writeln!(out, "{}", say(lang, "har.written", &[("name", name), ("count", &count.to_string())]))?;
    }
    for traffic in files {
        cards(traffic, files.len() > 1, reader, out)?;
    }
    plan.map_or(Ok(()), |plan| writeln!(out, "\n{}", plan.markdown.trim_end()))
}

fn summary(traffic: &Traffic, reader: &Reader) -> String {
    let lang = reader.view.lang;
    let rows = traffic.tally.rows();
    let other: u64 = rows.iter().filter(|row| row.verdict != Verdict::Refused).map(|row| row.count).sum();
    let (refused, other) = (traffic.tally.refused().to_string(), other.to_string());
    let (read, passed) = (traffic.read.to_string(), traffic.unread.to_string());
    let name = shown(&traffic.path, lang);
    let values =
        [("name", name.as_str()), ("refused", &refused), ("other", &other), ("read", &read), ("unread", &passed)];
    let unread = unread::sentences(traffic, reader.engine, lang);
    let key = match (rows.is_empty(), unread.is_empty()) {
        (true, true) => "har.none",
        (true, false) => "har.none-of-part",
        (false, _) => "har.found",
    };
    let mut text = say(lang, key, &values) + "\n";
    if !rows.is_empty() {
        let head = ["count", "entries", "call", "what", "code", "scopes", "app"].map(|key| word(lang, key));
        let cells: Vec<Vec<String>> = rows.iter().map(|row| with_call(row, traffic, reader)).collect();
        text += &table(&head.each_ref().map(String::as_str), &cells);
    }
    if traffic.tally.left > 0 {
        text += &format!("  {}\n", say(lang, "left", &[("count", &traffic.tally.left.to_string())]));
    }
    unread.iter().for_each(|sentence| text += &format!("  {sentence}\n"));
    text
}

fn with_call(row: &Row, traffic: &Traffic, reader: &Reader) -> Vec<String> {
    let mut cells = cells(row, reader.view.lang);
    let call = |exchange| call(reader.engine.redactor(), exchange);
    cells.insert(2, traffic.first(row.first_line).map_or_else(|| "-".to_owned(), call));
    cells
}

/// The cards of each cause's first exchange, with what all files tell about it.
fn cards(traffic: &Traffic, several: bool, reader: &Reader, out: &mut impl Write) -> io::Result<()> {
    let mut printed = Vec::new();
    for row in traffic.tally.rows() {
        let Some(exchange) = traffic.first(row.first_line).filter(|_| !printed.contains(&row.first_line)) else {
            continue;
        };
        printed.push(row.first_line);
        let name = if several { format!("{} ", shown(&traffic.path, reader.view.lang)) } else { String::new() };
        writeln!(out, "\n==> {name}#{} {} <==\n", row.first_line, heading(reader.engine.redactor(), exchange))?;
        let answer = reader.explain(exchange);
        let cards: Vec<&str> = answer.iter().flat_map(|a| &a.cards).map(|card| card.plain.as_str()).collect();
        writeln!(out, "{}", cards.join("\n\n---\n\n"))?;
        for note in answer.iter().flat_map(|answer| &answer.notes) {
            writeln!(out, "\n{note}")?;
        }
    }
    Ok(())
}

fn heading(redactor: &Redactor, exchange: &Exchange) -> String {
    format!("{} {} {}", exchange.head.method, redactor.redact(&exchange.head.url), exchange.head.status)
}
