//! Platforms' folders on disk: read, compiled, written as packs, and their faults as lines.

use std::fs;
use std::path::{Path, PathBuf};

use crate::compile::{CompiledPlatform, FolderFiles, compile};
use crate::fault::Fault;
use crate::write::write_packs;

/// Lists of names of the conditions that the engine itself finds to hold.
const CONDITIONS: &str = include_str!("conditions.json");

/// Parts of a platform's folder that are compiled.
const PARTS: [&str; 4] = ["", "rules", "words", "catalog"];

/// Paths of the packs that were written into `out_dir`: those of every platform below `root`, in sorted order, the index
/// first.
///
/// # Errors
/// Every fault of every platform, a line each: file, line, column, path, code and value. A file that cannot be read or
/// written.
pub fn write_folders(root: &Path, out_dir: &Path) -> Result<Vec<PathBuf>, String> {
    let packs = write_packs(&compile_folders(root)?);
    fs::create_dir_all(out_dir).map_err(|error| told(out_dir, &error))?;
    let write = |pack: &crate::PackFile| {
        let path = out_dir.join(&pack.name);
        fs::write(&path, &pack.bytes).map_err(|error| told(&path, &error))?;
        Ok(path)
    };
    packs.iter().map(write).collect()
}

/// Compiled platforms of every folder in `root` that holds a `platform.json`, in sorted order.
fn compile_folders(root: &Path) -> Result<Vec<CompiledPlatform>, String> {
    let conditions = conditions();
    let (mut compiled, mut faults): (Vec<CompiledPlatform>, Vec<String>) = (Vec::new(), Vec::new());
    for folder in sorted(root)?.iter().filter(|path| path.join("platform.json").is_file()) {
        match compile(&files(folder)?, &conditions) {
            Ok(platform) => compiled.push(platform),
            Err(found) => faults.extend(found.iter().map(|fault| line(folder, fault))),
        }
    }
    if faults.is_empty() { Ok(compiled) } else { Err(format!("{} faults\n{}", faults.len(), faults.join("\n"))) }
}

/// Names of the conditions that the engine itself finds to hold.
pub(crate) fn conditions() -> Vec<String> {
    let root = crate::json::parse(CONDITIONS, 0).ok();
    let lists = root.iter().flat_map(|root| root.members()).flat_map(|(_, list)| list.items());
    lists.filter_map(|name| name.as_text()).map(str::to_owned).collect()
}

/// `crate/platforms/feishu/links.json:3:12: [0].url: link-https “http://…”`
fn line(folder: &Path, fault: &Fault) -> String {
    let file = folder.join(&fault.file);
    let position = fault.position.map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default();
    let path = if fault.path.is_empty() { String::new() } else { format!(" {}:", fault.path) };
    format!("{}{position}:{path} {} “{}”", file.display(), fault.code, fault.value)
}

/// The files of a platform's folder that are packed, and no others.
fn files(folder: &Path) -> Result<FolderFiles, String> {
    let mut files = FolderFiles::new(folder.file_name().and_then(|name| name.to_str()).unwrap_or_default());
    for part in PARTS.map(|part| folder.join(part)).into_iter().filter(|path| path.is_dir()) {
        for path in sorted(&part)?.iter().filter(|path| is_data(path)) {
            let name = path.strip_prefix(folder).unwrap_or(path).to_string_lossy().replace('\\', "/");
            files.add(name, fs::read_to_string(path).map_err(|error| told(path, &error))?);
        }
    }
    Ok(files)
}

fn is_data(path: &Path) -> bool {
    path.is_file() && path.extension().is_some_and(|extension| extension == "json" || extension == "tsv")
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| told(folder, &error))?;
    let paths: Result<Vec<PathBuf>, _> = entries.map(|entry| entry.map(|entry| entry.path())).collect();
    let mut paths = paths.map_err(|error| told(folder, &error))?;
    paths.sort();
    Ok(paths)
}

fn told(path: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", path.display())
}
