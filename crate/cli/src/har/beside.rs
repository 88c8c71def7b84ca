//! Bodies that stand in files beside a HAR file, as Playwright writes them.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Component, Path, PathBuf};

use scopelens_har::{Attachments, MAX_ATTACHMENT};

/// The folder that holds a HAR file; nothing outside it is read.
#[derive(Debug)]
pub struct Beside(PathBuf);

impl Beside {
    /// The folder of the HAR file at `path`; nothing where it cannot be told, as for standard input.
    pub fn of(path: &Path) -> Option<Self> {
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        fs::canonicalize(parent).ok().filter(|_| path != Path::new("-")).map(Self)
    }
}

impl Attachments for Beside {
    /// A HAR file may come from anybody, so a name that leads out of its folder is not followed, nor a link that does.
    fn read(&self, name: &str) -> Option<Vec<u8>> {
        let is_plain = Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
        let path = fs::canonicalize(self.0.join(name)).ok().filter(|path| is_plain && path.starts_with(&self.0))?;
        let file = path.is_file().then(|| File::open(&path).ok()).flatten()?;
        let mut bytes = Vec::new();
        file.take(MAX_ATTACHMENT).read_to_end(&mut bytes).ok()?;
        Some(bytes)
    }
}
