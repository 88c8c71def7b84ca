//! One work of others that is handed on.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::choice;

/// A crate, a part of Rust's library, or a source of a table.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Component {
    /// `memchr`, `larksuite/cli`
    pub name: String,
    /// `2.8.3`; none where it has none of its own.
    #[serde(default)]
    pub version: Option<String>,
    /// The commit or the day that the facts were chosen from.
    #[serde(default)]
    pub revision: Option<String>,
    /// Where it lives.
    #[serde(default)]
    pub url: Option<String>,
    /// All terms that it is offered on, as SPDX writes them; none where none are known.
    #[serde(default)]
    pub licence: Option<String>,
    /// The lines that name whose it is.
    #[serde(default)]
    pub copyright: Vec<String>,
    /// What was chosen, by language (`en`, `zh-CN`).
    #[serde(default)]
    pub about: BTreeMap<String, String>,
    /// Terms in words of its own, which stand nowhere else.
    #[serde(skip)]
    pub full_texts: Vec<String>,
    /// The SHA-256 of its package, in hexadecimal digits.
    #[serde(skip)]
    pub sha256: Option<String>,
}

impl Component {
    /// `memchr 2.8.3`
    pub fn title(&self) -> String {
        match self.version.as_ref().or(self.revision.as_ref()) {
            Some(version) => format!("{} {version}", self.name),
            None => self.name.clone(),
        }
    }

    /// `memchr 2.8.3: MIT`, or the title alone where no terms are known.
    pub fn headline(&self) -> Result<String, String> {
        let chosen = self.chosen()?;
        Ok(if chosen.is_empty() { self.title() } else { format!("{}: {}", self.title(), chosen.join(" AND ")) })
    }

    /// The terms that are taken of those offered, such as `MIT`; none where none are known.
    ///
    /// Fails where none of them is accepted here.
    pub fn chosen(&self) -> Result<Vec<String>, String> {
        let chosen = self.licence.as_deref().map(choice::chosen).transpose();
        Ok(chosen.map_err(|error| format!("{}: {error}", self.title()))?.unwrap_or_default())
    }
}
