//! Links on a platform's own hosts, with their words.

use scopelens_engine::links::host;
use serde::Serialize;

use crate::words::{Vars, Words};

/// A link on the platform's own hosts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Link {
    /// Stable; `apply:<scope>` for apply links.
    pub id: String,
    /// In words.
    pub label: String,
    /// `https:`
    pub url: String,
    /// The URL's host, to be shown.
    pub host: String,
}

/// A URL of link `id` with its words.
pub(crate) fn named(words: &Words, id: &str, scope: Option<&str>, url: String) -> Option<Link> {
    let vars = Vars::default().with("scope", scope.unwrap_or_default());
    Some(Link {
        id: if id == "apply" { format!("apply:{}", scope?) } else { id.to_owned() },
        label: words.say(&format!("link.{id}"), &vars),
        host: host(&url)?,
        url,
    })
}
