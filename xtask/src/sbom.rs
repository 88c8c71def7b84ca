//! What the packages are made of, for machines: CycloneDX 1.6.

use serde_json::{Map, Value, json};

use crate::notices::{Component, Notices};

/// The bill of materials: the crates with the sums of their packages, Rust's library, and the sources of the tables.
///
/// It has neither a date nor a serial number, so the same sources give the same bytes.
pub fn sbom(notices: &Notices) -> Result<String, String> {
    let crates = notices.crates.iter().map(|component| entry(component, "library", "cargo"));
    // The parts of Rust's library have no versions of their own here.
    let rust = notices.rust.iter().take(1).map(|component| entry(component, "library", "generic"));
    let data = notices.data.iter().map(|component| entry(component, "data", data_type(component)));
    let components: Vec<Map<String, Value>> = crates.chain(rust).chain(data).collect();
    let references: Vec<Option<&Value>> = components.iter().map(|component| component.get("bom-ref")).collect();
    let ours = format!("pkg:generic/scopelens@{}", notices.version);
    let document = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": {
            "type": "application",
            "bom-ref": ours,
            "name": "scopelens",
            "version": notices.version,
            "licenses": [{ "expression": "MIT OR Apache-2.0" }],
        } },
        "components": components,
        "dependencies": [{ "ref": ours, "dependsOn": references }],
    });
    let text = serde_json::to_string_pretty(&document).map_err(|error| error.to_string())?;
    Ok(format!("{text}\n"))
}

/// One component; `purl_type` is `cargo`, `github` or `generic`.
fn entry(component: &Component, kind: &str, purl_type: &str) -> Map<String, Value> {
    let version = component.version.as_ref().or(component.revision.as_ref());
    // Of several commits the first.
    let number = version.and_then(|version| version.split([',', ' ']).next()).unwrap_or_default();
    let purl = format!("pkg:{purl_type}/{}@{number}", encoded(&component.name));
    let members = [
        ("type", Some(json!(kind))),
        ("bom-ref", Some(json!(purl))),
        ("name", Some(json!(component.name))),
        ("version", version.map(|version| json!(version))),
        ("hashes", component.sha256.as_ref().map(|sum| json!([{ "alg": "SHA-256", "content": sum }]))),
        ("licenses", component.licence.as_ref().map(|offered| json!([{ "expression": offered }]))),
        ("copyright", (!component.copyright.is_empty()).then(|| json!(component.copyright.join("\n")))),
        ("purl", Some(json!(purl))),
        ("externalReferences", component.url.as_ref().map(|url| json!([{ "type": "website", "url": url }]))),
    ];
    members.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
}

fn data_type(component: &Component) -> &'static str {
    if component.url.as_ref().is_some_and(|url| url.starts_with("https://github.com/")) { "github" } else { "generic" }
}

/// A name as it stands in a package URL, where `/` parts the owner from the repository.
fn encoded(name: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._/".contains(c);
    name.split(|c| !plain(c)).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}
