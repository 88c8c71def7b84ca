//! One HAR file, read.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use scopelens_engine::Engine;
use scopelens_engine::scan::Tally;
use scopelens_engine::session::Session;
use scopelens_har::{Attachments, Bad, Batch, HarReader, Lacking, NoHar};
use scopelens_model::View;
use scopelens_model::{Exchange, Verdict, split_url};
use scopelens_redact::Redactor;
use scopelens_render::card::{Annotation, Answer, annotate, explain};

use super::beside::Beside;
use super::redacted::Redacted;
use crate::input::{self, Input};
use crate::words::word;

/// More bad entries of a file are counted, not kept: nothing else bounds them.
const MAX_BAD: usize = 1_000;

/// What one file held.
pub struct Traffic {
    pub path: PathBuf,
    /// The causes; lines are entries, counted from 1.
    pub tally: Tally,
    /// The first exchange of each cause, with its entry.
    pub firsts: Vec<(u64, Exchange)>,
    /// The exchanges that were read, if they are asked for.
    pub seen: Vec<Seen>,
    pub read: usize,
    pub unread: usize,
    /// The first of those that could not be read, and how many there were.
    pub bad: Vec<Bad>,
    pub bad_count: usize,
    /// Replies whose bodies could not be read.
    pub lacking: Vec<Lacking>,
    pub cut: bool,
}

/// An exchange and what became of it.
pub struct Seen {
    /// What evidence and plan call it.
    pub id: Option<u64>,
    pub entry: u64,
    pub at: Option<f64>,
    pub method: String,
    /// Redacted.
    pub url: String,
    pub status: u16,
    pub verdict: Verdict,
    pub label: String,
    pub cause: String,
    pub soft: Option<String>,
}

/// Reads files into one session.
pub struct Reader<'e> {
    pub engine: &'e Engine,
    pub session: Session,
    pub view: View,
    /// Exchanges so far, of all files.
    pub seen: u64,
    /// Whether each exchange is asked for.
    pub lists: bool,
    /// Where they are written too.
    pub out: Option<Redacted<'e>>,
}

impl Reader<'_> {
    /// The cards of an exchange, with what all files tell about it; nothing where nothing was refused.
    pub fn explain(&self, exchange: &Exchange) -> Option<Answer> {
        explain(self.engine, exchange, &self.session.observe(self.engine, exchange), self.view)
    }

    pub fn file(&mut self, path: &Path) -> io::Result<Traffic> {
        let mut input = input::open_unpacked(path)?;
        let mut traffic = Traffic {
            path: path.to_owned(),
            tally: Tally::default(),
            firsts: Vec::new(),
            seen: Vec::new(),
            read: 0,
            unread: 0,
            bad: Vec::new(),
            bad_count: 0,
            lacking: Vec::new(),
            cut: false,
        };
        let beside = Beside::of(path).map(|beside| Box::new(beside) as Box<dyn Attachments>);
        let mut reader = beside.map_or_else(HarReader::new, HarReader::with_attachments);
        let damage =
            self.pieces(&mut input, &mut reader, &mut traffic).map_err(|error| input::about(&input.name, &error))?;
        let what = |none: NoHar| match damage {
            Some(ref error) if none == NoHar::Empty => error.to_string(),
            _ => word(self.view.lang, &format!("no-har.{}", none.code())),
        };
        let rest =
            reader.end(self.engine).map_err(|none| io::Error::other(format!("{}: {}", input.name, what(none))))?;
        traffic.cut |= damage.is_some();
        self.batch(&mut traffic, rest);
        Ok(traffic)
    }

    /// Reads a file to its end, or to where what it was packed in is cut off or damaged, and says how.
    fn pieces(
        &mut self,
        input: &mut Input,
        reader: &mut HarReader,
        traffic: &mut Traffic,
    ) -> io::Result<Option<io::Error>> {
        let mut chunk = vec![0; input::CHUNK];
        loop {
            match input.bytes.read(&mut chunk) {
                Ok(0) => return Ok(None),
                Ok(size) => self.batch(traffic, reader.feed(self.engine, chunk.get(..size).unwrap_or_default())),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) if input::is_cut(&error) => return Ok(Some(error)),
                Err(error) => return Err(error),
            }
        }
    }

    fn batch(&mut self, traffic: &mut Traffic, batch: Batch) {
        traffic.unread += batch.unread;
        traffic.bad_count += batch.bad.len();
        traffic.bad.extend(batch.bad.into_iter().take(MAX_BAD.saturating_sub(traffic.bad.len())));
        traffic.cut |= batch.cut;
        batch.lacking.into_iter().for_each(|lacking| lacking.add_to(&mut traffic.lacking));
        for entry in batch.entries {
            self.exchange(traffic, entry.exchange, entry.index as u64 + 1);
        }
    }

    fn exchange(&mut self, traffic: &mut Traffic, exchange: Exchange, entry: u64) {
        self.seen += 1;
        let exchange = Exchange { id: Some(self.seen), ..exchange };
        traffic.read += 1;
        if let Some(out) = &mut self.out {
            out.add(&exchange);
        }
        let observed = self.session.see(self.engine, &exchange);
        if self.lists {
            let annotation = annotate(self.engine, &exchange, &observed, self.view);
            traffic.seen.push(seen(self.engine.redactor(), &exchange, annotation, entry));
        }
        let mut is_first = false;
        for denial in &observed.reading.denials {
            is_first |= traffic.tally.add(denial, entry);
        }
        if is_first {
            traffic.firsts.push((entry, exchange));
        }
    }
}

impl Traffic {
    /// Whether something of the file could not be read, so that it may hold a refusal that is not told.
    pub fn is_incomplete(&self) -> bool {
        self.bad_count > 0 || self.cut || !self.lacking.is_empty()
    }

    /// The first exchange of a cause.
    pub fn first(&self, entry: u64) -> Option<&Exchange> {
        self.firsts.iter().find(|(first, _)| *first == entry).map(|(_, exchange)| exchange)
    }
}

fn seen(redactor: &Redactor, exchange: &Exchange, annotation: Annotation, entry: u64) -> Seen {
    let Annotation { verdict, label, cause, soft, .. } = annotation;
    let (method, url) = (exchange.head.method.clone(), redactor.redact(&exchange.head.url));
    let Exchange { id, at, ref head, .. } = *exchange;
    Seen { id, entry, at, method, url, status: head.status, verdict, label, cause, soft }
}

/// `GET api.dingtalk.com/v1.0/contact/users/me`: without the query, redacted.
pub fn call(redactor: &Redactor, exchange: &Exchange) -> String {
    let url = &exchange.head.url;
    let place = split_url(url).map_or_else(|| url.clone(), |(host, path)| format!("{host}{path}"));
    format!("{} {}", exchange.head.method, redactor.redact(&place))
}
