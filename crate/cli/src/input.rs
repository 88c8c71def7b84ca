//! Files and standard input as bytes of UTF-8, as far as they are text.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::utf16::Utf16;

/// So much of a long input is read at a time.
pub const CHUNK: usize = 1 << 20;

/// An input that can be read, with the name to show for it.
pub struct Input {
    pub name: String,
    pub bytes: Box<dyn Read>,
}

/// Standard input alone where no file is named.
pub fn or_stdin(files: &[PathBuf]) -> Vec<PathBuf> {
    if files.is_empty() { vec![PathBuf::from("-")] } else { files.to_vec() }
}

/// Opens a file; `-` is standard input.
pub fn open(path: &Path) -> io::Result<Input> {
    let name = path.display().to_string();
    if name == "-" {
        return Ok(Input { bytes: decoded(Box::new(io::stdin().lock()))?, name });
    }
    let named = |e: io::Error| about(&name, &e);
    let file = File::open(path).map_err(named)?;
    if file.metadata().map_err(named)?.is_dir() {
        return Err(io::Error::other(format!("{name}: is a directory")));
    }
    Ok(Input { bytes: decoded(Box::new(file)).map_err(named)?, name })
}

/// The whole of it as text; what is not UTF-8 becomes replacement characters, so that the rest can still be read.
pub fn text(mut input: Input) -> io::Result<String> {
    let mut bytes = Vec::new();
    input.bytes.read_to_end(&mut bytes).map_err(|e| about(&input.name, &e))?;
    Ok(String::from_utf8(bytes).unwrap_or_else(|e| String::from_utf8_lossy(e.as_bytes()).into_owned()))
}

/// The same error with the name of the input.
pub fn about(name: &str, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{name}: {error}"))
}

/// Reads the first two bytes: UTF-16 (as PowerShell writes) names itself there.
fn decoded(mut bytes: Box<dyn Read>) -> io::Result<Box<dyn Read>> {
    let mut mark = Vec::new();
    bytes.by_ref().take(2).read_to_end(&mut mark)?;
    Ok(match mark.as_slice() {
        [0xff, 0xfe] => Box::new(Utf16::new(bytes, u16::from_le_bytes)),
        [0xfe, 0xff] => Box::new(Utf16::new(bytes, u16::from_be_bytes)),
        _ => Box::new(io::Cursor::new(mark).chain(bytes)),
    })
}
