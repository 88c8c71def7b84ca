//! The index: of every platform as much as it takes to know whether a text or an exchange needs it.

mod needles;
mod signs;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use needles::{MIN_CODE, Needle, member_core, needles, shortest};

use crate::catalog::Catalog;
use crate::container::{Container, PackError, PackKind};
use crate::messages::Messages;
use crate::pattern::Pattern;
use crate::platform::Platform;
use crate::schema::{Redaction, Spec, Text, TextPairs, pairs};

/// All platforms that were packed together.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Index {
    /// Sorted by id.
    pub platforms: Vec<IndexPlatform>,
}

/// One platform as the index knows it.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndexPlatform {
    /// Its id.
    pub id: Text,
    /// Its name by language tag.
    #[serde(with = "pairs")]
    pub name: TextPairs,
    /// Hosts whose exchanges are the platform's.
    pub hosts: Vec<Text>,
    /// Names of the members that hold an error code.
    pub code_names: Vec<Text>,
    /// Texts of which one is in every refusal that the platform's rules know, unless one of `codes` is.
    pub words: Vec<Text>,
    /// Codes that its rules know.
    pub codes: Vec<Text>,
    /// Those of `words` and `codes` that count only where a word of the form of a scope stands in the text, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with_scope: Vec<Text>,
    /// Those of `words` and `codes` that count only where the platform is named, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with_name: Vec<Text>,
    /// Patterns that name it, beside its hosts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<Pattern>,
    /// The form of its scopes.
    pub scope: Pattern,
    /// Whether it has rules that neither `words` nor `codes` find: it may be needed by any text.
    #[serde(default, skip_serializing_if = "crate::schema::is_false")]
    pub unbounded: bool,
    /// Long-document keywords (`Spec::landmarks`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub landmarks: Vec<Text>,
    /// Forms of secrets and of ids that are the platform's own: the redactor needs those of all platforms.
    #[serde(default, skip_serializing_if = "Redaction::is_empty")]
    pub redact: Redaction,
    /// Day and numbers of its catalog.
    pub catalog: CatalogFacts,
    /// Its packs.
    pub packs: Vec<IndexPack>,
}

/// A catalog's day, and how much it knows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CatalogFacts {
    /// `2026-08-22`; empty where there is no catalog.
    pub date: Text,
    /// Number of scopes.
    pub scopes: u32,
    /// Number of calls.
    pub apis: u32,
}

/// A pack of a platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndexPack {
    /// The file's name, `feishu.rules.pack`.
    pub file: Text,
    /// The hash in its head line.
    pub hash: Text,
}

/// Content of a pack of a platform.
#[derive(Debug)]
pub enum Pack {
    /// A platform without messages and catalog.
    Rules(Box<Platform>),
    /// Messages of a platform in one language.
    Words {
        /// The language's tag.
        lang: Text,
        /// The messages.
        messages: Messages,
    },
    /// A platform's catalog.
    Catalog(Catalog),
}

impl Index {
    /// The index of a pack's bytes.
    ///
    /// # Errors
    /// The bytes are no index pack of this version, or damaged.
    pub fn read(bytes: &[u8]) -> Result<Self, PackError> {
        let container = Container::read(bytes)?;
        if container.kind != PackKind::Index {
            return Err(PackError::Unknown);
        }
        json(container.body).ok_or(PackError::Unreadable)
    }

    /// The platform of this id.
    #[must_use]
    pub fn platform(&self, id: &str) -> Option<&IndexPlatform> {
        self.platforms.iter().find(|platform| *platform.id == *id)
    }
}

/// The name of the file and the content of a pack of one of `platforms`.
///
/// # Errors
/// The bytes are no pack of this version, damaged, of no platform here, or of another build than this index.
pub fn open_pack<'p>(
    platforms: impl IntoIterator<Item = &'p IndexPlatform>,
    bytes: &[u8],
) -> Result<(Text, Pack), PackError> {
    let container = Container::read(bytes)?;
    let file: Text = file_name(container.kind, container.id).into();
    let find = |platform: &'p IndexPlatform| Some((platform, platform.packs.iter().find(|pack| pack.file == file)?));
    let (platform, entry) = platforms.into_iter().find_map(find).ok_or(PackError::Unknown)?;
    if *entry.hash != *container.hash {
        return Err(PackError::OtherVersion);
    }
    let pack = open(&platform.id, &container).ok_or(PackError::Unreadable)?;
    Ok((file, pack))
}

impl IndexPlatform {
    /// The name of the file of a kind of pack of this platform; words are one for each language.
    #[must_use]
    pub fn file(&self, kind: PackKind, lang: &str) -> String {
        match kind {
            PackKind::Words => file_name(kind, &format!("{}.{lang}", self.id)),
            _ => file_name(kind, &self.id),
        }
    }

    /// Its name in the language of this tag; its id where it has none.
    #[must_use]
    pub fn name(&self, lang: &str) -> &Text {
        self.name.iter().find(|(tag, _)| **tag == *lang).map_or(&self.id, |(_, name)| name)
    }

    /// What the index knows of a platform whose rules are at hand; `packs` are its packs, none for custom rules.
    #[must_use]
    pub fn of(spec: &Spec, catalog: &Catalog, packs: Vec<IndexPack>) -> Self {
        let (words, codes) = needles::texts_of(spec);
        let weak = signs::weak(spec);
        let (scopes, apis) = catalog.coverage();
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Self {
            id: spec.id.clone(),
            name: spec.name.clone(),
            hosts: spec.hosts.clone(),
            code_names: spec.members.code.clone(),
            words,
            codes,
            with_scope: weak.with_scope,
            with_name: weak.with_name,
            names: signs::names(spec),
            scope: spec.shapes.scope.clone(),
            unbounded: signs::is_unbounded(spec),
            landmarks: spec.landmarks.clone(),
            redact: spec.redact.clone(),
            catalog: CatalogFacts { date: catalog.date().into(), scopes: count(scopes), apis: count(apis) },
            packs,
        }
    }
}

/// `feishu.rules.pack`, `feishu.zh-CN.pack`, `index.pack`
pub(crate) fn file_name(kind: PackKind, id: &str) -> String {
    match kind {
        PackKind::Index | PackKind::Words => format!("{id}.pack"),
        PackKind::Rules | PackKind::Catalog => format!("{id}.{}.pack", kind.word()),
    }
}

fn open(platform: &Text, container: &Container) -> Option<Pack> {
    match container.kind {
        PackKind::Index => None,
        PackKind::Rules => {
            let spec: Spec = json(container.body)?;
            (spec.id == *platform).then(|| Pack::Rules(Box::new(Platform::new(spec, false))))
        }
        PackKind::Words => {
            let lang = container.id.strip_prefix(&**platform)?.strip_prefix('.')?;
            Some(Pack::Words { lang: lang.into(), messages: json(container.body)? })
        }
        PackKind::Catalog => Some(Pack::Catalog(Catalog::of_bytes(container.body)?)),
    }
}

fn json<T: serde::de::DeserializeOwned>(body: &[u8]) -> Option<T> {
    let text = std::str::from_utf8(body).ok()?;
    crate::decode::decode_strict(&crate::json::parse(text, 0).ok()?)
}
