//! HAR files as we write them: redacted, HTTP Archive 1.2.
//!
//! A file can be written one exchange at a time: what stands before, then entries with what stands between, then the end.

use serde::Serialize;

use super::custom::with_custom_masks;
use super::entry::Entry;
use super::time;
use scopelens_model::{BodyState, Exchange, Head};
use scopelens_redact::Redactor;

/// What stands around the entries of a file.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Frame {
    /// Before the first entry.
    pub before: String,
    /// Between two entries.
    pub between: &'static str,
    /// After the last one.
    pub after: &'static str,
}

impl Frame {
    /// With this build's version.
    #[must_use]
    pub fn new() -> Self {
        let version = env!("CARGO_PKG_VERSION");
        let comment = "Secrets and personal data are masked.";
        let creator = format!(r#"{{"name":"Scopelens","version":"{version}","comment":"{comment}"}}"#);
        let before = format!("{{\"log\":{{\"version\":\"1.2\",\"creator\":{creator},\"entries\":[\n");
        Self { before, between: ",\n", after: "\n]}}\n" }
    }
}

impl Default for Frame {
    fn default() -> Self {
        Self::new()
    }
}

/// An exchange as an entry on one line, masked as by [`redact_exchange`].
#[must_use]
pub fn entry(redactor: &Redactor, exchange: &Exchange) -> String {
    json(&redact_exchange(redactor, exchange))
}

/// An exchange with its secrets and personal data masked: in the URL, the headers and both bodies. The same secret has the
/// same mask all over the exchange. Names of headers become lower case.
#[must_use]
pub fn redact_exchange(redactor: &Redactor, exchange: &Exchange) -> Exchange {
    // What a person masks may begin and end anywhere, so it is looked for in each text by itself.
    let exchange = &*with_custom_masks(redactor, exchange);
    // The archive's form shows the redactor which value belongs to which name. JSON stays JSON there; if it should not,
    // nothing is shown.
    let read = Entry::read(&redactor.redact_without_custom(&json(exchange))).and_then(Entry::whole).unwrap_or_default();
    let head = Head { size: exchange.head.size, ..read.head };
    // Some print-outs show what they are only without the archive's escapes.
    let again = |body: Option<String>| body.map(|body| redactor.redact(&body));
    let (request_body, body) = (again(read.request_body), again(read.body));
    let Exchange { id, at, body_state, .. } = *exchange;
    Exchange { head, id, at, body_state, request_body, body, ..read }
}

/// An entry with all that the archive asks for; without a time where none is known. Cookies and query stand in the headers and
/// the URL.
fn json(exchange: &Exchange) -> String {
    let Exchange { head, .. } = exchange;
    let post_data = exchange.request_body.as_ref().map_or_else(String::new, |body| {
        let mime = value(&exchange.request_headers, "content-type");
        format!(r#","postData":{{"mimeType":{},"text":{}}}"#, text(mime), text(body))
    });
    let request = format!(
        r#"{{"method":{},"url":{},"httpVersion":"","cookies":[],"headers":{},"queryString":[]{post_data},{SIZES}}}"#,
        text(&head.method),
        text(&head.url),
        pairs(&exchange.request_headers)
    );
    let body = exchange.body.as_ref().map_or_else(String::new, |body| format!(r#","text":{}"#, text(body)));
    let response = format!(
        r#"{{"status":{},"statusText":"","httpVersion":"","cookies":[],"headers":{},"content":{{"size":{},"mimeType":{}{body}}},"redirectURL":{},{SIZES}}}"#,
        head.status,
        pairs(&exchange.response_headers),
        size(exchange),
        text(&head.mime),
        text(value(&exchange.response_headers, "location"))
    );
    let started = exchange.at.and_then(time::write);
    let started = started.map_or_else(String::new, |started| format!(r#""startedDateTime":"{started}","time":0,"#));
    format!(
        r#"{{{started}"request":{request},"response":{response},"cache":{{}},"timings":{{"send":0,"wait":0,"receive":0}}}}"#
    )
}

/// Not known.
const SIZES: &str = r#""headersSize":-1,"bodySize":-1"#;

/// A JSON string; plain text always serialises.
fn text(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

/// Of the masked body, so that it is not taken for cut; of one that is not all there, what is known of the whole; or -1.
fn size(exchange: &Exchange) -> i64 {
    let held_bytes = exchange.body.as_ref().map_or(0, |body| body.len() as u64);
    let size = match exchange.body_state {
        BodyState::Whole => Some(held_bytes),
        BodyState::Cut => exchange.head.size.max(Some(held_bytes)),
        BodyState::Missing | BodyState::Unsaved | BodyState::Compressed => exchange.head.size,
    };
    size.and_then(|size| i64::try_from(size).ok()).unwrap_or(-1)
}

fn pairs(headers: &[(String, String)]) -> String {
    let pair = |(name, value): &(String, String)| format!(r#"{{"name":{},"value":{}}}"#, text(name), text(value));
    format!("[{}]", headers.iter().map(pair).collect::<Vec<_>>().join(","))
}

fn value<'e>(headers: &'e [(String, String)], name: &str) -> &'e str {
    headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map_or("", |(_, value)| value)
}
