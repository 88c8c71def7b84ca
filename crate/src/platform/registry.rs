//! The platforms that are built in.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::{Lookup, Spec};
use crate::catalog::Catalog;

/// What `build.rs` collected of one folder.
struct Embedded {
    data: &'static str,
    words: [&'static str; 2],
    scopes: &'static str,
    apis: &'static str,
    codes: &'static str,
}

const EMBEDDED: &[Embedded] = include!(concat!(env!("OUT_DIR"), "/platforms.rs"));

/// One platform, read.
#[derive(Debug)]
pub struct Platform {
    /// Rules, links and causes.
    pub spec: Spec,
    /// The same, turned round for the reader.
    pub lookup: Lookup,
    /// Scopes and calls.
    pub catalog: Catalog,
    words: [&'static str; 2],
    tables: [OnceLock<BTreeMap<String, String>>; 2],
}

impl Platform {
    /// The words by key: 0 is English, anything else Chinese.
    pub(crate) fn word_table(&self, lang: usize) -> &BTreeMap<String, String> {
        let ([en, zh], [en_text, zh_text]) = (&self.tables, &self.words);
        let (table, text) = if lang == 0 { (en, en_text) } else { (zh, zh_text) };
        table.get_or_init(|| serde_json::from_str(text).unwrap_or_default())
    }
}

/// All platforms, sorted by id. A folder whose data cannot be read is left out (a test reads each).
pub fn platforms() -> &'static [Platform] {
    static ALL: OnceLock<Vec<Platform>> = OnceLock::new();
    ALL.get_or_init(|| EMBEDDED.iter().filter_map(|e| read(e).ok()).collect())
}

/// The platform of this id.
#[must_use]
pub fn platform(id: &str) -> Option<&'static Platform> {
    platforms().iter().find(|p| p.spec.id == id)
}

fn read(embedded: &Embedded) -> Result<Platform, serde_json::Error> {
    let spec: Spec = serde_json::from_str(embedded.data)?;
    Ok(Platform {
        lookup: Lookup::new(&spec),
        spec,
        catalog: Catalog::new(embedded.scopes, embedded.apis, embedded.codes),
        words: embedded.words,
        tables: [const { OnceLock::new() }, const { OnceLock::new() }],
    })
}

#[cfg(test)]
mod tests {
    use super::{EMBEDDED, read};

    #[test]
    fn every_folder_can_be_read() {
        assert!(!EMBEDDED.is_empty());
        for embedded in EMBEDDED {
            let read = read(embedded);
            assert!(read.is_ok(), "{:?}", read.err());
        }
    }
}
