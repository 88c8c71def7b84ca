//! What is given to the stores, from the unpacked packages.

use std::path::Path;
use std::thread;

use serde_json::Value;

use crate::files::{read_json, write};
use crate::notices::{Notices, PACKAGE};
use crate::pack::pack;
use crate::sbom::sbom;

/// The browsers that have a package.
pub const BROWSERS: [&str; 2] = ["chrome", "firefox"];

/// Writes into `dist` a zip file of each browser's folder there, and what they are made of.
pub fn write_all(root: &Path, dist: &Path) -> Result<(), String> {
    let zip = |browser: &'static str| {
        let folder = dist.join(browser);
        let version = version_of(&folder.join("manifest.json"))?;
        pack(&folder, &dist.join(format!("scopelens-{browser}-{version}.zip")))
    };
    // Each is looked at long for its shortest form.
    let packed = thread::scope(|scope| {
        BROWSERS.map(|browser| scope.spawn(move || zip(browser))).map(thread::ScopedJoinHandle::join)
    });
    for result in packed {
        result.map_err(|_| "packing broke off")??;
    }
    let bill = dist.join("scopelens-sbom.cdx.json");
    write(&bill, sbom(&Notices::of(root, &PACKAGE)?)?)
}

fn version_of(manifest: &Path) -> Result<String, String> {
    let manifest: Value = read_json(manifest)?;
    manifest
        .get("version")
        .and_then(Value::as_str)
        .map(str::to_owned)
        .ok_or_else(|| "the manifest names no version".to_owned())
}
