//! One HTTP request with its response, as devtools or a HAR file gives it.

use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// How much of a body there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum BodyState {
    /// All of it.
    #[default]
    Whole,
    /// Its first part.
    Cut,
    /// The browser no longer has it.
    Missing,
    /// The file that told of the exchange holds none.
    Unsaved,
    /// Compressed in a way that is not read.
    Compressed,
}

/// What is known before the body is asked for.
#[derive(Debug, Clone, PartialEq, Deserialize, Default)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
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

/// One HTTP request with its response. Names of headers may be in any case.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Exchange {
    /// Method, URL, status, media type.
    #[cfg_attr(feature = "types", ts(flatten))]
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

/// An exchange as a caller gives it in JSON.
// Serde's own flattening would read every member twice, with much more code.
#[derive(Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct GivenExchange {
    /// `GET`, `POST` …
    method: String,
    /// Absolute URL.
    url: String,
    /// HTTP status, 0 where there was none.
    #[serde(default)]
    #[cfg_attr(feature = "types", ts(optional, as = "Option<_>"))]
    status: u16,
    /// The response's media type, with or without parameters.
    #[serde(default)]
    #[cfg_attr(feature = "types", ts(optional, as = "Option<_>"))]
    mime: String,
    /// The body's size in bytes, where it is known.
    #[serde(default)]
    #[cfg_attr(feature = "types", ts(optional = nullable))]
    size: Option<u64>,
    /// The caller's number for it, so that evidence can name it.
    #[serde(default)]
    #[cfg_attr(feature = "types", ts(optional = nullable))]
    id: Option<u64>,
    /// When the request started, in milliseconds since 1970 (UTC), where that is known.
    #[serde(default)]
    #[cfg_attr(feature = "types", ts(optional = nullable))]
    at: Option<f64>,
    /// Request headers as name and value.
    #[serde(default)]
    #[cfg_attr(feature = "types", ts(optional, as = "Option<_>"))]
    request_headers: Vec<(String, String)>,
    /// Response headers as name and value.
    #[serde(default)]
    #[cfg_attr(feature = "types", ts(optional, as = "Option<_>"))]
    response_headers: Vec<(String, String)>,
    /// The request's body as text.
    #[serde(default)]
    #[cfg_attr(feature = "types", ts(optional = nullable))]
    request_body: Option<String>,
    /// The response's body as text.
    #[serde(default)]
    #[cfg_attr(feature = "types", ts(optional = nullable))]
    body: Option<String>,
    /// How much of the body there is: all of it, where that is not said.
    #[serde(default)]
    #[cfg_attr(feature = "types", ts(optional, as = "Option<_>"))]
    body_state: BodyState,
}

impl From<GivenExchange> for Exchange {
    fn from(flat: GivenExchange) -> Self {
        let GivenExchange { method, url, status, mime, size, id, at, .. } = flat;
        let head = Head { method, url, status, mime, size };
        let GivenExchange { request_headers, response_headers, request_body, body, body_state, .. } = flat;
        Self { head, id, at, request_headers, response_headers, request_body, body, body_state }
    }
}

impl<'de> Deserialize<'de> for Exchange {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        GivenExchange::deserialize(deserializer).map(Self::from)
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
