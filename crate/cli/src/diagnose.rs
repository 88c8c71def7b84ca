//! `scopelens diagnose`: texts in, cards out.

use std::io::{self, Write};
use std::path::Path;

use scopelens_engine::Engine;
use scopelens_model::Lang;
use scopelens_model::Verdict;
use scopelens_render::Fixes;
use scopelens_render::card::{Answer, Card, apply_links, diagnose};
use scopelens_render::report::Report;
use serde_json::json;

use crate::args::{Diagnose, ReportForm, lang_or_environment};
use crate::{Status, complain, input, jsonl, packs, words};

pub fn run(engine: Engine, options: &Diagnose) -> io::Result<Status> {
    let files = input::or_stdin(&options.files);
    let mut print = Printer {
        engine,
        options,
        lang: lang_or_environment(options.lang),
        several: files.len() > 1,
        answers: Vec::new(),
        fixes: Fixes::default(),
        out: io::stdout().lock(),
    };
    let mut status = Status::Quiet;
    for file in &files {
        status = status.max(print.file(file)?);
    }
    print.finish()?;
    Ok(status)
}

struct Printer<'o> {
    engine: Engine,
    options: &'o Diagnose,
    lang: Lang,
    several: bool,
    /// For JSON: the answers, each with its file's name.
    answers: Vec<(String, Answer)>,
    /// What mends the refusals of all files.
    fixes: Fixes,
    out: io::StdoutLock<'static>,
}

impl Printer<'_> {
    /// A file that cannot be read is told of and spoils no other.
    fn file(&mut self, path: &Path) -> io::Result<Status> {
        let name = path.display().to_string();
        match input::open(path).and_then(input::text) {
            Ok(text) => self.text(name, &text),
            Err(error) => {
                complain(&error);
                Ok(Status::Failed)
            }
        }
    }

    fn text(&mut self, name: String, text: &str) -> io::Result<Status> {
        if self.options.redact {
            self.out.write_all(self.engine.redactor().redact(text).as_bytes())?;
            return Ok(Status::Quiet);
        }
        if self.options.jsonl {
            jsonl::answer_lines(&self.engine, text, &mut self.out)?;
            return Ok(Status::Quiet);
        }
        packs::load_for(&mut self.engine, text, self.lang)?;
        if self.options.fix {
            let refused = self.fixes.take(&self.engine, text);
            return Ok(if refused { Status::Found } else { Status::Quiet });
        }
        let answer = diagnose(&self.engine, text, self.lang);
        let refused = answer.cards.iter().any(|card| card.verdict == Verdict::Refused);
        if self.options.json {
            self.answers.push((name, answer));
        } else if self.options.ask {
            self.messages(&name, &answer)?;
        } else if let Some(form) = self.options.report {
            self.reports(&name, &answer, form)?;
        } else {
            self.cards(&name, &answer)?;
        }
        Ok(if refused { Status::Found } else { Status::Quiet })
    }

    fn cards(&mut self, name: &str, answer: &Answer) -> io::Result<()> {
        if self.several {
            writeln!(self.out, "==> {name} <==")?;
        }
        let cards: Vec<String> = answer.cards.iter().map(|card| self.card(card)).collect();
        writeln!(self.out, "{}", cards.join("\n\n---\n\n"))?;
        for note in &answer.notes {
            writeln!(self.out, "\n{note}")?;
        }
        if self.several { writeln!(self.out) } else { Ok(()) }
    }

    /// The card, and the apply links of the app that was named beside the text.
    fn card(&self, card: &Card) -> String {
        let request = card.asks_app.as_ref().map(|asks| &asks.wanted);
        let Some((request, app)) = request.zip(self.options.app.as_deref()) else {
            return card.plain.clone();
        };
        match apply_links(&self.engine, request, app, self.lang) {
            Ok(app) => {
                let lines: Vec<String> = app.links.iter().map(|l| format!("  {}: {}", l.label, l.url)).collect();
                format!("{}\n\n{}\n{}", card.plain, app.title, lines.join("\n"))
            }
            Err(wrong) => {
                complain(&io::Error::other(wrong));
                card.plain.clone()
            }
        }
    }

    /// What was only mentioned has no report; where there is none at all, the card's title says why.
    fn reports(&mut self, name: &str, answer: &Answer, form: ReportForm) -> io::Result<()> {
        let reports: Vec<&Report> = answer.cards.iter().filter_map(|card| card.report.as_ref()).collect();
        if let (true, Some(card)) = (reports.is_empty(), answer.cards.first()) {
            complain(&io::Error::other(format!("{name}: {}", card.title)));
        }
        for report in reports {
            self.out.flush()?;
            hand_in(report)?;
            let text = if form == ReportForm::Text { &report.text } else { &report.markdown };
            writeln!(self.out, "{text}")?;
        }
        Ok(())
    }

    /// Who each message is for stands above it, and beside what is piped on.
    fn messages(&mut self, name: &str, answer: &Answer) -> io::Result<()> {
        let messages: Vec<_> = answer.cards.iter().filter_map(|card| card.ask.as_ref()).collect();
        if let (true, Some(card)) = (messages.is_empty(), answer.cards.first()) {
            complain(&io::Error::other(format!("{name}: {}", card.title)));
        }
        for (place, ask) in messages.iter().enumerate() {
            self.out.flush()?;
            writeln!(io::stderr(), "{}\n", ask.who)?;
            writeln!(self.out, "{}{}", if place == 0 { "" } else { "\n" }, ask.text)?;
        }
        Ok(())
    }

    /// The documents; what each is and what it lacks stands beside what is piped on.
    fn documents(&mut self) -> io::Result<()> {
        let fixes = self.fixes.in_words(&self.engine, self.lang);
        if fixes.is_empty() {
            complain(&io::Error::other(words::word(self.lang, "fix.none")));
        }
        for (place, fix) in fixes.iter().enumerate() {
            self.out.flush()?;
            writeln!(io::stderr(), "{}", fix.heading())?;
            for blank in fix.blank_lines(self.lang, "") {
                writeln!(io::stderr(), "  {blank}")?;
            }
            writeln!(self.out, "{}{}", if place == 0 { "" } else { "\n" }, fix.text)?;
        }
        Ok(())
    }

    fn finish(mut self) -> io::Result<()> {
        if self.options.fix {
            self.documents()?;
        }
        if self.options.json {
            match self.answers.as_slice() {
                [(_, answer)] if !self.several => serde_json::to_writer_pretty(&mut self.out, answer)?,
                answers => {
                    let file = |(name, answer): &(String, Answer)| json!({ "name": name, "answer": answer });
                    let files: Vec<_> = answers.iter().map(file).collect();
                    serde_json::to_writer_pretty(&mut self.out, &json!({ "files": files }))?;
                }
            }
            writeln!(self.out)?;
        }
        self.out.flush()
    }
}

/// Where the report goes and what must not be in it: above it, and beside what is piped on.
fn hand_in(report: &Report) -> io::Result<()> {
    let mut err = io::stderr().lock();
    writeln!(err, "{}", report.hand_in)?;
    if let Some(link) = &report.link {
        writeln!(err, "{}: {}", link.label, link.url)?;
    }
    writeln!(err, "{}\n", report.caution)
}
