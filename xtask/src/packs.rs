//! From the platforms' folders to the packs that the engine loads.

use std::fs;
use std::path::Path;

use scopelens_pack::write_folders;

/// Compiles every platform of the project in `root`, in sorted order, and writes its packs and their index into `out_dir`,
/// which holds nothing else then.
///
/// # Errors
/// Every fault of every platform, a line each: file, line, column, path, code and value.
pub fn packs(root: &Path, out_dir: &Path) -> Result<(), String> {
    if out_dir.exists() {
        fs::remove_dir_all(out_dir).map_err(|error| format!("{}: {error}", out_dir.display()))?;
    }
    write_folders(&root.join("crate/platforms"), out_dir).map(|_| ())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::packs;

    fn root() -> &'static Path {
        Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
    }

    fn folder(name: &str) -> PathBuf {
        root().join("target/test-packs").join(name)
    }

    fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
        let paths = crate::files::sorted(folder).unwrap();
        paths.into_iter().map(|path| (path.file_name().unwrap().into(), fs::read(&path).unwrap())).collect()
    }

    #[test]
    fn the_same_folders_give_the_same_bytes() {
        let (one, other) = (folder("one"), folder("other"));
        packs(root(), &one).unwrap();
        packs(root(), &other).unwrap();
        assert_eq!(files(&one), files(&other));
        assert!(files(&one).len() > 4 && one.join("index.pack").is_file());
    }

    #[test]
    fn a_fault_is_told_with_file_line_and_column() {
        let project = folder("faulty");
        let platform = project.join("crate/platforms/acme");
        fs::create_dir_all(&platform).unwrap();
        fs::write(platform.join("platform.json"), "{\n  \"id\": \"acme\",\n  \"hosts\": [\"A b\"]\n}").unwrap();
        let told = packs(&project, &folder("none")).unwrap_err();
        assert!(told.contains("acme/platform.json:3:13: hosts[0]: host “A b”"), "{told}");
        assert!(!folder("none").exists());
    }
}
