//! `scopelens diagnose`: a text in, cards out.

use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use scopelens::card::{Lang, diagnose};
use scopelens::model::Verdict;

use crate::args::Diagnose;
use crate::jsonl;

pub fn run(options: &Diagnose) -> io::Result<ExitCode> {
    let input = read(options.file.as_deref())?;
    if options.jsonl {
        jsonl::answer_lines(&input, &mut io::stdout().lock())?;
        return Ok(ExitCode::SUCCESS);
    }
    let answer = diagnose(&input, options.lang.unwrap_or_else(lang_of_environment));
    let mut out = io::stdout().lock();
    if options.json {
        serde_json::to_writer_pretty(&mut out, &answer)?;
        writeln!(out)?;
    } else {
        let cards: Vec<&str> = answer.cards.iter().map(|card| card.plain.as_str()).collect();
        writeln!(out, "{}", cards.join("\n\n---\n\n"))?;
        for note in &answer.notes {
            writeln!(out, "\n{note}")?;
        }
    }
    let refused = answer.cards.iter().any(|card| card.verdict == Verdict::Refused);
    Ok(if refused { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// The text; what is not UTF-8 becomes replacement characters, so that the rest can still be read.
fn read(file: Option<&Path>) -> io::Result<String> {
    let mut bytes = Vec::new();
    match file.filter(|path| *path != Path::new("-")) {
        Some(path) => {
            bytes = fs::read(path).map_err(|e| io::Error::new(e.kind(), format!("{}: {e}", path.display())))?;
        }
        None => {
            io::stdin().lock().read_to_end(&mut bytes)?;
        }
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn lang_of_environment() -> Lang {
    let set =
        ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
    Lang::from_tag(set.as_deref().unwrap_or("en"))
}
