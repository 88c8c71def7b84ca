//! The crates that are compiled into a binary, as cargo knows them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

use super::Component;
use super::terms::Terms;
use crate::files::{read, sorted};

/// What is handed out, and how it is built.
pub struct Binary {
    /// What cargo calls the thing that is built: `cdylib`, `bin`.
    kind: &'static str,
    /// Arguments of cargo that name its targets.
    arguments: &'static [&'static str],
    /// Crates that write something into it without being compiled in.
    writers: &'static [&'static str],
}

/// The WebAssembly module with its glue, which wasm-bindgen writes.
pub const PACKAGE: Binary =
    Binary { kind: "cdylib", arguments: &["--target=wasm32-unknown-unknown"], writers: &["wasm-bindgen-cli-support"] };

/// The command line on any of the usual systems.
pub const COMMAND_LINE: Binary = Binary {
    kind: "bin",
    arguments: &[
        "--target=x86_64-unknown-linux-gnu",
        "--target=aarch64-apple-darwin",
        "--target=x86_64-pc-windows-msvc",
    ],
    writers: &[],
};

/// All crates of the lock file.
pub struct Graph {
    root: PathBuf,
    crates: Vec<Crate>,
    checksums: BTreeMap<(String, String), String>,
}

/// One crate as its manifest describes it.
#[derive(Clone, Deserialize)]
pub struct Crate {
    name: String,
    version: String,
    license: Option<String>,
    repository: Option<String>,
    manifest_path: PathBuf,
    targets: Vec<Target>,
    /// The registry; none for the crates of this workspace.
    source: Option<String>,
    #[serde(skip)]
    sha256: Option<String>,
}

#[derive(Clone, Deserialize)]
struct Target {
    name: String,
    kind: Vec<String>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Crate>,
}

#[derive(Deserialize)]
struct Lock {
    package: Vec<Locked>,
}

#[derive(Deserialize)]
struct Locked {
    name: String,
    version: String,
    checksum: Option<String>,
}

impl Graph {
    /// The crates of the lock file as cargo tells them, offline.
    ///
    /// Fails where the sources of one are not on this machine.
    pub fn read(root: &Path) -> Result<Self, String> {
        let metadata = cargo(root, &["metadata", "--format-version=1"])?;
        let Metadata { packages } = serde_json::from_str(&metadata).map_err(|error| error.to_string())?;
        let lock: Lock =
            toml::from_str(&read(&root.join("Cargo.lock"))?).map_err(|error| format!("Cargo.lock: {error}"))?;
        let sum = |one: Locked| one.checksum.map(|checksum| ((one.name, one.version), checksum));
        let checksums = lock.package.into_iter().filter_map(sum).collect();
        Ok(Self { root: root.to_owned(), crates: packages, checksums })
    }

    /// The version of Scopelens.
    pub fn version(&self) -> Result<String, String> {
        Ok(self.builder_of(&COMMAND_LINE)?.version.clone())
    }

    /// The crate of ours that `binary` is built from.
    fn builder_of(&self, binary: &Binary) -> Result<&Crate, String> {
        let builds = |target: &Target| {
            let is_kind = target.kind.iter().any(|kind| kind == binary.kind);
            is_kind && (binary.kind == "cdylib" || target.name == "scopelens")
        };
        let mut ours = self.crates.iter().filter(|one| one.source.is_none());
        ours.find(|one| one.targets.iter().any(builds)).ok_or_else(|| format!("no crate builds a {}", binary.kind))
    }

    /// Everybody else's crates in `binary`, by name and version: no macros, no build scripts' and no tests' needs.
    pub fn compiled_into(&self, binary: &Binary) -> Result<Vec<Crate>, String> {
        let tree =
            ["tree", "--edges=normal,no-proc-macro", "--prefix=none", "--no-dedupe", "--format={p}", "--package"];
        let builder = self.builder_of(binary)?.name.as_str();
        let listed = cargo(&self.root, &[&tree, [builder].as_slice(), binary.arguments].concat())?;
        let listed: BTreeSet<(&str, &str)> = listed.lines().filter_map(name_and_version).collect();
        let is_compiled_in = |one: &&Crate| {
            listed.contains(&(one.name.as_str(), one.version.as_str())) || binary.writers.contains(&one.name.as_str())
        };
        let compiled = self.crates.iter().filter(|one| one.source.is_some()).filter(is_compiled_in);
        let mut crates: Vec<Crate> = compiled.map(|one| self.with_checksum(one)).collect();
        crates.sort_by(|one, other| (&one.name, &one.version).cmp(&(&other.name, &other.version)));
        Ok(crates)
    }

    fn with_checksum(&self, one: &Crate) -> Crate {
        let sha256 = self.checksums.get(&(one.name.clone(), one.version.clone())).cloned();
        Crate { sha256, ..one.clone() }
    }
}

impl Crate {
    /// The crate with its owners and terms, from the licence files beside its manifest.
    ///
    /// Fails where it names no terms that are accepted here, or brings no text of them.
    pub fn component(&self, terms: &Terms) -> Result<Component, String> {
        let mut component = Component {
            name: self.name.clone(),
            version: Some(self.version.clone()),
            revision: None,
            url: self.repository.as_ref().map(|url| url.trim_end_matches(".git").to_owned()),
            licence: self.license.as_ref().map(|offered| offered.replace('/', " OR ")),
            copyright: Vec::new(),
            about: BTreeMap::new(),
            full_texts: Vec::new(),
            sha256: self.sha256.clone(),
        };
        let chosen = component.chosen()?;
        if chosen.is_empty() {
            return Err(format!("{} names no terms", component.title()));
        }
        let files = self.files_called(&["licen", "copying", "unlicense"])?;
        if chosen.iter().any(|id| id.starts_with("Apache")) {
            component.full_texts.extend(self.files_called(&["notice"])?);
        }
        for id in chosen {
            let text = files.iter().find(|text| terms.are_in(&id, text));
            let licence =
                terms.licence_file(&id, text.ok_or_else(|| format!("{} brings no text of {id}", component.title()))?);
            component.copyright.extend(licence.copyright);
            component.full_texts.extend(licence.full_text);
        }
        Ok(component)
    }

    /// The texts beside its manifest whose names begin so, by name.
    fn files_called(&self, starts: &[&str]) -> Result<Vec<String>, String> {
        let folder = self.manifest_path.parent().unwrap_or(Path::new("."));
        sorted(folder)?.iter().filter(|path| is_called(path, starts)).map(|path| read(path)).collect()
    }
}

fn is_called(path: &Path, starts: &[&str]) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    path.is_file() && starts.iter().any(|start| name.starts_with(start))
}

/// `memchr`, `2.8.3` from `memchr v2.8.3`
fn name_and_version(line: &str) -> Option<(&str, &str)> {
    let mut words = line.split_whitespace();
    Some((words.next()?, words.next()?.strip_prefix('v')?))
}

/// What cargo prints, offline and by the lock file.
fn cargo(root: &Path, arguments: &[&str]) -> Result<String, String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let ended = Command::new(cargo).args(arguments).args(["--locked", "--offline"]).current_dir(root).output();
    let ended = ended.map_err(|error| format!("cargo: {error}"))?;
    if !ended.status.success() {
        return Err(format!("cargo {}: {}", arguments.join(" "), String::from_utf8_lossy(&ended.stderr).trim()));
    }
    String::from_utf8(ended.stdout).map_err(|error| format!("cargo: {error}"))
}
