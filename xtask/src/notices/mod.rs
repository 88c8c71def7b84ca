//! What is owed to others: whose work a binary holds, where it came from, and on what terms it may be handed on.
//!
//! Crates are asked of cargo and of their sources, so no list of them can grow old. What cargo does not know stands in
//! `xtask/notices/` (Rust's own library, tables of Unicode) and in `crate/platforms/<id>/catalog/sources.json`.

mod choice;
mod component;
mod crates;
mod page;
mod plain;
mod recorded;
mod terms;

use std::path::Path;

pub use component::Component;
pub use crates::{Binary, COMMAND_LINE, PACKAGE};
use terms::Terms;

/// All that a binary owes.
pub struct Notices {
    /// The version of Scopelens, `0.1.0`.
    pub version: String,
    /// The crates that are compiled in, and those whose output ships, by name and version.
    pub crates: Vec<Component>,
    /// Rust's library and what it is made of.
    pub rust: Vec<Component>,
    /// Where the tables come from.
    pub data: Vec<Component>,
    terms: Terms,
}

impl Notices {
    /// The notices of `binary`, from the sources below `root`.
    ///
    /// Fails where a crate's sources are not on this machine, a crate has no terms that are accepted here or no file that
    /// holds them, or the toolchain is another one than the notices of Rust's library speak of.
    pub fn of(root: &Path, binary: &Binary) -> Result<Self, String> {
        let terms = Terms::read(root)?;
        let graph = crates::Graph::read(root)?;
        let crates = graph.compiled_into(binary)?.iter().map(|one| one.component(&terms)).collect::<Result<_, _>>()?;
        let (rust, data) = (recorded::rust_library(root)?, recorded::data(root)?);
        Ok(Self { version: graph.version()?, crates, rust, data, terms })
    }

    /// The same in one text, as the command line prints it.
    pub fn plain(&self) -> Result<String, String> {
        plain::text(self)
    }

    /// The page `template` with the lists in the places of its marks.
    pub fn page(&self, template: &str) -> Result<String, String> {
        page::filled(template, self)
    }

    /// The texts that several components share, ours among them.
    fn shared_terms(&self) -> Result<Vec<(&str, &str)>, String> {
        let components = self.crates.iter().chain(&self.rust).chain(&self.data);
        let mut chosen = components.map(Component::chosen).collect::<Result<Vec<_>, _>>()?.concat();
        chosen.extend(["MIT", "Apache-2.0"].map(str::to_owned));
        Ok(self.terms.needed(&chosen))
    }
}
