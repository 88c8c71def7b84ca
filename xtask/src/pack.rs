//! Packs a folder so that the same content gives the same bytes: files sorted, one fixed date, fixed permissions.
//!
//! Zopfli looks longest for the shortest deflate stream; it does so without threads and without asking the machine what it is.

use std::fs;
use std::io::Write;
use std::path::Path;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// What the zip crate calls level 24 is Zopfli's own default: fifteen rounds. More of them win less than a thousandth.
const LEVEL: i64 = 24;

/// Writes the zip file `out` of all files below `folder`.
pub fn pack(folder: &Path, out: &Path) -> Result<(), String> {
    let zipped = zip_of(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    fs::write(out, zipped).map_err(|error| format!("{}: {error}", out.display()))
}

fn zip_of(folder: &Path) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(LEVEL))
        // Each file goes to Zopfli as a whole, not in components.
        .with_zopfli_buffer(None)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut names = Vec::new();
    collect(folder, "", &mut names)?;
    names.sort();
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for name in names {
        zip.start_file(name.as_str(), options)?;
        zip.write_all(&fs::read(folder.join(&name))?)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// The names of all files below `folder`, from there on, with `/` between the parts.
fn collect(folder: &Path, before: &str, names: &mut Vec<String>) -> Result<(), Box<dyn std::error::Error>> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let plain = entry.file_name().into_string().map_err(|name| format!("{} is no UTF-8", name.display()))?;
        let name = format!("{before}{plain}");
        if entry.file_type()?.is_dir() { collect(&entry.path(), &format!("{name}/"), names)? } else { names.push(name) }
    }
    Ok(())
}
