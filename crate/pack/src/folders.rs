//! Platforms' folders on disk: read, compiled, and their faults as lines.

use std::fs;
use std::path::{Path, PathBuf};

use crate::compile::{CompiledPlatform, FolderFiles, compile};
use crate::fault::Fault;

/// Parts of a platform's folder that are compiled.
const PARTS: [&str; 4] = ["", "rules", "words", "catalog"];

/// Compiles every folder in `root`, in sorted order. `conditions` is JSON: lists of names of the conditions that the engine
/// itself finds to hold.
///
/// # Errors
/// Every fault of every platform, a line each: file, line, column, path, code and value.
pub fn compile_folders(root: &Path, conditions: &str) -> Result<Vec<CompiledPlatform>, String> {
    let conditions = names(conditions);
    let (mut compiled, mut faults): (Vec<CompiledPlatform>, Vec<String>) = (Vec::new(), Vec::new());
    for folder in sorted(root)?.iter().filter(|path| path.is_dir()) {
        match compile(&files(folder)?, &conditions) {
            Ok(platform) => compiled.push(platform),
            Err(found) => faults.extend(found.iter().map(|fault| line(folder, fault))),
        }
    }
    if faults.is_empty() { Ok(compiled) } else { Err(format!("{} faults\n{}", faults.len(), faults.join("\n"))) }
}

/// The names in the lists of a JSON object.
pub(crate) fn names(conditions: &str) -> Vec<String> {
    let root = crate::json::parse(conditions, 0).ok();
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
