//! One HTTP request with its response, as devtools or a HAR file gives it.

use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};

/// How much of a body there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum BodyState {
    /// All of it.
    #[default]
    Whole,
    /// Its first part.
    Cut,
    /// The browser no longer has it.
    Missing,
}

/// What is known before the body is asked for.
#[derive(Debug, Clone, PartialEq, Deserialize, Default)]
pub struct Head {
    /// `GET`, `POST` …
    pub method: String,
    /// Absolute URL.
    pub url: String,
    /// HTTP status, 0 where there was none.
    #[serde(default)]
    pub status: u16,
    /// The response's media type, with or without parameters.
    #[serde(default)]
    pub mime: String,
    /// The body's size in bytes, where it is known.
    #[serde(default)]
    pub size: Option<u64>,
}

/// The whole of it. Names of headers may be in any case.
#[derive(Debug, Clone, PartialEq, Deserialize, Default)]
#[serde(from = "Flat")]
pub struct Exchange {
    /// Method, URL, status, media type.
    pub head: Head,
    /// The caller's number for it, so that evidence can name it.
    pub id: Option<u64>,
    /// When the request started, in milliseconds since 1970 (UTC), where that is known.
    pub at: Option<f64>,
    /// Request headers as name and value.
    pub request_headers: Vec<(String, String)>,
    /// Response headers as name and value.
    pub response_headers: Vec<(String, String)>,
    /// The request's body as text.
    pub request_body: Option<String>,
    /// The response's body as text.
    pub body: Option<String>,
    /// How much of the body there is.
    pub body_state: BodyState,
}

/// An exchange as JSON has it. Serde's own flattening would read every member twice, with much more code.
#[derive(Deserialize)]
struct Flat {
    method: String,
    url: String,
    #[serde(default)]
    status: u16,
    #[serde(default)]
    mime: String,
    #[serde(default)]
    size: Option<u64>,
    #[serde(default)]
    id: Option<u64>,
    #[serde(default)]
    at: Option<f64>,
    #[serde(default)]
    request_headers: Vec<(String, String)>,
    #[serde(default)]
    response_headers: Vec<(String, String)>,
    #[serde(default)]
    request_body: Option<String>,
    #[serde(default)]
    body: Option<String>,
    #[serde(default)]
    body_state: BodyState,
}

impl From<Flat> for Exchange {
    fn from(flat: Flat) -> Self {
        let Flat { method, url, status, mime, size, id, at, .. } = flat;
        let head = Head { method, url, status, mime, size };
        let Flat { request_headers, response_headers, request_body, body, body_state, .. } = flat;
        Self { head, id, at, request_headers, response_headers, request_body, body, body_state }
    }
}

impl Serialize for Exchange {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Exchange", Self::MEMBERS)?;
        self.members(&mut object)?;
        object.end()
    }
}

impl Exchange {
    /// Whether a program asked (`fetch`, `XMLHttpRequest`), and no document or frame: `Sec-Fetch-Dest` says so; browsers send
    /// none to plain-http hosts, where the other headers tell. Nobody is taken for a program who sent no header at all.
    pub fn is_scripted(&self) -> bool {
        let header = |name: &str| self.request_headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
        let value = |name: &str| header(name).map(|(_, value)| value.trim().to_ascii_lowercase());
        match value("sec-fetch-dest") {
            Some(destination) => destination == "empty",
            None => {
                header("x-requested-with").is_some()
                    || value("accept").is_some_and(|accepted| !accepted.starts_with("text/html"))
            }
        }
    }

    /// Number of members that [`Exchange::members`] writes.
    pub const MEMBERS: usize = 12;

    /// Writes the members into an object that may have more.
    pub fn members<S: SerializeStruct>(&self, object: &mut S) -> Result<(), S::Error> {
        object.serialize_field("method", &self.head.method)?;
        object.serialize_field("url", &self.head.url)?;
        object.serialize_field("status", &self.head.status)?;
        object.serialize_field("mime", &self.head.mime)?;
        object.serialize_field("size", &self.head.size)?;
        object.serialize_field("id", &self.id)?;
        object.serialize_field("at", &self.at)?;
        object.serialize_field("request_headers", &self.request_headers)?;
        object.serialize_field("response_headers", &self.response_headers)?;
        object.serialize_field("request_body", &self.request_body)?;
        object.serialize_field("body", &self.body)?;
        object.serialize_field("body_state", &self.body_state)
    }
}

/// Host (lower case, without user and port) and path (without query and fragment) of an absolute URL.
#[must_use]
pub fn split_url(url: &str) -> Option<(String, &str)> {
    let (scheme, rest) = url.split_once("://")?;
    if !matches!(scheme, "http" | "https") {
        return None;
    }
    let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
    let (authority, tail) = rest.split_at_checked(end)?;
    let host = authority.rsplit('@').next()?.split(':').next()?;
    let path = tail.split(['?', '#']).next()?;
    Some((host.to_ascii_lowercase(), if path.is_empty() { "/" } else { path }))
}
