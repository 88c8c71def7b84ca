//! From compiled platforms to the files of their packs.

use crate::compile::CompiledPlatform;
use crate::container::{Container, PackKind, write};
use crate::index::{Index, IndexPack, IndexPlatform, file_name};
use crate::schema::Spec;

/// A pack's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackFile {
    /// The file's name, `feishu.rules.pack`.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The packs of all platforms, which must be sorted by id, and their index, which comes first. The same platforms give the
/// same bytes.
#[must_use]
pub fn write_packs(platforms: &[CompiledPlatform]) -> Vec<PackFile> {
    let mut files = Vec::new();
    let mut index = Index::default();
    for compiled in platforms {
        let packs = packs_of(compiled);
        let entries = packs.iter().filter_map(entry).collect();
        index.platforms.push(IndexPlatform::of(&compiled.platform.spec, &compiled.platform.catalog, entries));
        files.extend(packs);
    }
    files.insert(0, pack(PackKind::Index, "index", &json(&index)));
    files
}

fn packs_of(compiled: &CompiledPlatform) -> Vec<PackFile> {
    let platform = &compiled.platform;
    let id = &*platform.spec.id;
    // Forms of secrets are needed for texts of every platform: they stand in the index alone.
    let rules = Spec { redact: crate::schema::Redaction::default(), ..platform.spec.clone() };
    let mut packs = vec![pack(PackKind::Rules, id, &json(&rules))];
    for lang in &compiled.langs {
        let messages = platform.messages(lang).map(json).unwrap_or_default();
        packs.push(pack(PackKind::Words, &format!("{id}.{lang}"), &messages));
    }
    packs.push(pack(PackKind::Catalog, id, &compiled.catalog));
    packs
}

fn pack(kind: PackKind, id: &str, body: &[u8]) -> PackFile {
    PackFile { name: file_name(kind, id), bytes: write(kind, id, body) }
}

fn entry(file: &PackFile) -> Option<IndexPack> {
    let hash = Container::read(&file.bytes).ok()?.hash;
    Some(IndexPack { file: file.name.as_str().into(), hash: hash.into() })
}

fn json<T: serde::Serialize>(value: &T) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_default()
}
