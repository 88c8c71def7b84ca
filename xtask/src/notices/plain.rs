//! The notices as one text.

use super::{Component, Notices};

/// The width that a terminal has at least.
const RULE: &str = "--------------------------------------------------------------------------------";

/// Ours first, then whose work is in it, then the texts that several share.
pub fn text(notices: &Notices) -> Result<String, String> {
    let mut parts = vec![
        format!(
            "Scopelens {}\nCopyright (c) 2026 The Scopelens authors\nLicensed under MIT or Apache-2.0, at your choice. Both texts stand below.",
            notices.version
        ),
        list("What is compiled in", &notices.crates)?,
        list("Rust's library, and what it is made of on one system or another", &notices.rust)?,
        list("Where the tables come from", &notices.data)?,
    ];
    for (id, text) in notices.shared_terms()? {
        parts.push(format!("{RULE}\n{id}\n\n{text}"));
    }
    Ok(format!("{}\n", parts.join("\n\n")))
}

fn list(title: &str, components: &[Component]) -> Result<String, String> {
    let components = components.iter().map(entry).collect::<Result<Vec<_>, _>>()?;
    Ok(format!("{RULE}\n{title}\n\n{}", components.join("\n\n")))
}

fn entry(component: &Component) -> Result<String, String> {
    let mut lines = vec![component.headline()?];
    lines.extend(component.about.get("en").cloned());
    lines.extend(component.url.clone());
    lines.extend(component.copyright.iter().cloned());
    let indented = lines.join("\n  ");
    Ok([vec![indented], component.full_texts.clone()].concat().join("\n\n"))
}
