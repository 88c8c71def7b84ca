//! `scopelens har`: recorded traffic in; causes, cards and the scope plan out.

mod beside;
mod document;
mod page;
mod redacted;
mod traffic;
mod unread;

use std::hash::{BuildHasher, RandomState};
use std::io::{self, Write};

use scopelens_engine::Engine;
use scopelens_engine::session::Session;
use scopelens_model::View;
use scopelens_render::plan;

use crate::args::{Har, lang_or_environment};
use crate::{Status, complain};
use redacted::Redacted;
use traffic::{Reader, Traffic};

pub fn run(engine: &Engine, options: &Har) -> io::Result<Status> {
    let view = View::new(lang_or_environment(options.lang));
    let out =
        options.redact.as_deref().map(|out| Redacted::create(engine.redactor(), out, &options.files)).transpose()?;
    let mut reader = Reader { engine, session: Session::new(&key()), view, seen: 0, lists: options.json, out };
    let (files, mut status) = read(options, &mut reader);
    if files.iter().any(|file| file.tally.refused() > 0) {
        status = status.max(Status::Found);
    } else if files.iter().any(Traffic::is_incomplete) {
        status = Status::Failed;
    }
    let written = reader.out.take().map(Redacted::finish).transpose()?;
    if written.as_ref().is_some_and(|written| written.name == "-") {
        return Ok(status);
    }
    let plan = options.plan.then(|| plan::of(engine, &reader.session, view));
    let mut out = io::stdout().lock();
    if options.json {
        let document = document::of(&files, plan.as_ref(), &reader);
        serde_json::to_writer_pretty(&mut out, &document)?;
        writeln!(out)?;
    } else {
        page::print(&files, plan.as_ref(), written.as_ref(), &reader, &mut out)?;
    }
    out.flush()?;
    Ok(status)
}

/// All files that can be read; one that cannot is told of and spoils no other.
fn read(options: &Har, reader: &mut Reader) -> (Vec<Traffic>, Status) {
    let mut status = Status::Quiet;
    let mut files = Vec::new();
    for path in &options.files {
        match reader.file(path) {
            Ok(file) => files.push(file),
            Err(error) => {
                complain(&error);
                status = Status::Failed;
            }
        }
    }
    (files, status)
}

/// Of this run alone, so that fingerprints of tokens mean nothing outside it.
fn key() -> String {
    format!("{:016x}{:016x}", RandomState::new().hash_one(0), RandomState::new().hash_one(1))
}
