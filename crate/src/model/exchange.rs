//! One HTTP request with its response, as devtools or a HAR file gives it.

use serde::{Deserialize, Serialize};

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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
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
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
pub struct Exchange {
    /// Method, URL, status, media type.
    #[serde(flatten)]
    pub head: Head,
    /// The caller's number for it, so that evidence can name it.
    #[serde(default)]
    pub id: Option<u64>,
    /// When the request started, in milliseconds since 1970 (UTC), where that is known.
    #[serde(default)]
    pub at: Option<f64>,
    /// Request headers as name and value.
    #[serde(default)]
    pub request_headers: Vec<(String, String)>,
    /// Response headers as name and value.
    #[serde(default)]
    pub response_headers: Vec<(String, String)>,
    /// The request's body as text.
    #[serde(default)]
    pub request_body: Option<String>,
    /// The response's body as text.
    #[serde(default)]
    pub body: Option<String>,
    /// How much of the body there is.
    #[serde(default)]
    pub body_state: BodyState,
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
