//! HAR files as we write them: redacted, HTTP Archive 1.2.
//!
//! A file can be written one exchange at a time: what stands before, then entries with what stands between, then the end.

use serde::Serialize;

use super::entry::Entry;
use super::time;
use crate::model::{BodyState, Exchange, Head};
use crate::redact::redact;

/// What stands around the entries of a file.
#[derive(Debug, Clone, Serialize)]
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
pub fn entry(exchange: &Exchange) -> String {
    json(&redact_exchange(exchange))
}

/// An exchange with its secrets and personal data masked: in the URL, the headers and both bodies. The same secret has the
/// same mask all over the exchange. Names of headers become lower case.
#[must_use]
pub fn redact_exchange(exchange: &Exchange) -> Exchange {
    // The archive's form shows the redactor which value belongs to which name. JSON stays JSON there; if it should not,
    // nothing is shown.
    let read = Entry::read(&redact(&json(exchange))).and_then(Entry::whole).unwrap_or_default();
    let head = Head { size: exchange.head.size, ..read.head };
    // Some print-outs show what they are only without the archive's escapes.
    let again = |body: Option<String>| body.map(|body| redact(&body));
    let (request_body, body) = (again(read.request_body), again(read.body));
    let Exchange { id, at, body_state, .. } = *exchange;
    Exchange { head, id, at, body_state, request_body, body, ..read }
}

/// Plain strings and numbers always serialise.
fn json(exchange: &Exchange) -> String {
    serde_json::to_string(&plain(exchange)).unwrap_or_default()
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Plain<'e> {
    started_date_time: String,
    time: u8,
    request: Request<'e>,
    response: Response<'e>,
    cache: Nothing,
    timings: Timings,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Request<'e> {
    method: &'e str,
    url: &'e str,
    http_version: &'static str,
    cookies: [Nothing; 0],
    headers: Vec<Pair<'e>>,
    query_string: [Nothing; 0],
    #[serde(skip_serializing_if = "Option::is_none")]
    post_data: Option<Text<'e>>,
    headers_size: i8,
    body_size: i8,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Response<'e> {
    status: u16,
    status_text: &'static str,
    http_version: &'static str,
    cookies: [Nothing; 0],
    headers: Vec<Pair<'e>>,
    content: Text<'e>,
    #[serde(rename = "redirectURL")]
    redirect_url: &'e str,
    headers_size: i8,
    body_size: i8,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Text<'e> {
    #[serde(skip_serializing_if = "Option::is_none")]
    size: Option<i64>,
    mime_type: &'e str,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'e str>,
}

#[derive(Serialize)]
struct Pair<'e> {
    name: &'e str,
    value: &'e str,
}

/// What the archive asks for and an exchange does not hold. Cookies and query stand in the headers and the URL.
#[derive(Serialize)]
struct Nothing {}

#[derive(Serialize)]
struct Timings {
    send: u8,
    wait: u8,
    receive: u8,
}

fn plain(exchange: &Exchange) -> Plain<'_> {
    let Exchange { head, .. } = exchange;
    Plain {
        started_date_time: time::write(exchange.at.unwrap_or_default()),
        time: 0,
        request: Request {
            method: &head.method,
            url: &head.url,
            http_version: "",
            cookies: [],
            headers: pairs(&exchange.request_headers),
            query_string: [],
            post_data: exchange.request_body.as_deref().map(|text| Text {
                size: None,
                mime_type: value(&exchange.request_headers, "content-type"),
                text: Some(text),
            }),
            headers_size: -1,
            body_size: -1,
        },
        response: response(exchange),
        cache: Nothing {},
        timings: Timings { send: 0, wait: 0, receive: 0 },
    }
}

fn response(exchange: &Exchange) -> Response<'_> {
    let Exchange { head, .. } = exchange;
    Response {
        status: head.status,
        status_text: "",
        http_version: "",
        cookies: [],
        headers: pairs(&exchange.response_headers),
        content: Text { size: Some(size(exchange)), mime_type: &head.mime, text: exchange.body.as_deref() },
        redirect_url: value(&exchange.response_headers, "location"),
        headers_size: -1,
        body_size: -1,
    }
}

/// Of the masked body, so that it is not taken for cut; of one that is not all there, what is known of the whole; or -1.
fn size(exchange: &Exchange) -> i64 {
    let held = exchange.body.as_ref().map_or(0, |body| body.len() as u64);
    let size = match exchange.body_state {
        BodyState::Whole => Some(held),
        BodyState::Cut => exchange.head.size.max(Some(held)),
        BodyState::Missing => exchange.head.size,
    };
    size.and_then(|size| i64::try_from(size).ok()).unwrap_or(-1)
}

fn pairs(headers: &[(String, String)]) -> Vec<Pair<'_>> {
    headers.iter().map(|(name, value)| Pair { name, value }).collect()
}

fn value<'e>(headers: &'e [(String, String)], name: &str) -> &'e str {
    headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map_or("", |(_, value)| value)
}
