//! Bodies that stand in files beside the archive.

use std::fmt::Debug;

/// A body in such a file is read up to this length, in bytes.
pub const MAX_ATTACHMENT: u64 = 16 * 1024 * 1024;

/// The files beside an archive, as Playwright writes bodies (`_file`). Who reads the archive knows where they are.
pub trait Attachments: Debug {
    /// The first [`MAX_ATTACHMENT`] bytes of the file that an entry calls `name`; nothing where there is none that may be read.
    fn read(&self, name: &str) -> Option<Vec<u8>>;
}
