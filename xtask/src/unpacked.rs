//! The packages as folders, which browsers load.

use std::fs;
use std::path::Path;

use crate::files::{read, sorted, write};
use crate::manifest::manifest_of;
use crate::notices::{Notices, PACKAGE};
use crate::release::BROWSERS;

/// Not shipped: the manifest's parts, and what holds types alone.
const EXCLUDED: [&str; 4] = ["manifest", "engine/types.d.ts", "core/types.js", "engine/scopelens.d.ts"];

/// Writes a folder for each browser into `dist`: what `extension/` holds, the engine, the platforms' packs, the notices and the
/// browser's manifest.
///
/// What was in the folders before is gone.
pub fn assemble(root: &Path, engine: &Path, dist: &Path) -> Result<(), String> {
    let page = "licenses/licenses.html";
    let notices = Notices::of(root, &PACKAGE)?.page(&read(&root.join("extension").join(page))?)?;
    let packs = engine.join("packs");
    crate::packs::packs(root, &packs)?;
    for browser in BROWSERS {
        let folder = dist.join(browser);
        if folder.exists() {
            fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        }
        copy(&root.join("extension"), "", &folder)?;
        for file in ["scopelens.js", "scopelens_bg.wasm"] {
            copy(&engine.join(file), &format!("engine/{file}"), &folder)?;
        }
        copy(&packs, "packs", &folder)?;
        write(&folder.join(page), &notices)?;
        let manifest = manifest_of(&root.join("extension/manifest"), browser)?;
        write(&folder.join("manifest.json"), format!("{manifest:#}\n"))?;
    }
    Ok(())
}

/// Copies the file or folder `from` into `folder`, where its path is `name`.
fn copy(from: &Path, name: &str, folder: &Path) -> Result<(), String> {
    if EXCLUDED.contains(&name) {
        return Ok(());
    }
    if !from.is_dir() {
        let bytes = fs::read(from).map_err(|error| format!("{}: {error}", from.display()))?;
        return write(&folder.join(name), bytes);
    }
    for path in sorted(from)? {
        let plain = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let inner = if name.is_empty() { plain } else { format!("{name}/{plain}") };
        copy(&path, &inner, folder)?;
    }
    Ok(())
}
