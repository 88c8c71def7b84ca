//! Files and standard input as bytes of UTF-8, as far as they are text.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use flate2::read::MultiGzDecoder;

use crate::utf16::Utf16;

/// So much of a long input is read at a time.
pub const CHUNK: usize = 1 << 20;

const GZIP: &[u8] = &[0x1f, 0x8b, 8];

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
    open_as(path, decoded)
}

/// The same for a file that may be gzip.
pub fn open_unpacked(path: &Path) -> io::Result<Input> {
    open_as(path, |bytes| {
        let (first, rest) = peek(bytes)?;
        let is_gzip = first.starts_with(GZIP);
        let bytes = io::Cursor::new(first).chain(rest);
        decoded(if is_gzip { Box::new(MultiGzDecoder::new(bytes)) } else { Box::new(bytes) })
    })
}

/// Whether an error means that what was unpacked is cut off, or damaged from here on.
pub fn is_cut(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData)
}

/// Opens a file whose bytes `form` makes plain.
fn open_as(path: &Path, form: impl FnOnce(Box<dyn Read>) -> io::Result<Box<dyn Read>>) -> io::Result<Input> {
    let name = path.display().to_string();
    if name == "-" {
        return Ok(Input { bytes: form(Box::new(io::stdin().lock()))?, name });
    }
    let named = |e: io::Error| about(&name, &e);
    let file = File::open(path).map_err(named)?;
    if file.metadata().map_err(named)?.is_dir() {
        return Err(io::Error::other(format!("{name}: is a directory")));
    }
    Ok(Input { bytes: form(Box::new(file)).map_err(named)?, name })
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

/// Reads UTF-16 as UTF-8. It names itself (as PowerShell writes it), or is JSON whose first bracket tells it.
fn decoded(bytes: Box<dyn Read>) -> io::Result<Box<dyn Read>> {
    let (first, rest) = peek(bytes)?;
    let (mark, behind) = first.split_at(first.len().min(2));
    let unit: Option<fn([u8; 2]) -> u16> = match *first {
        // UTF-32, which begins alike.
        [_, _, 0, 0] => None,
        [0xff, 0xfe, ..] | [b'{' | b'[', 0, ..] => Some(u16::from_le_bytes),
        [0xfe, 0xff, ..] | [0, b'{' | b'[', ..] => Some(u16::from_be_bytes),
        _ => None,
    };
    let is_mark = matches!(mark, [0xff, 0xfe] | [0xfe, 0xff]);
    let begin = if unit.is_some() && is_mark { behind.to_vec() } else { first };
    let bytes = io::Cursor::new(begin).chain(rest);
    Ok(match unit {
        Some(unit) => Box::new(Utf16::new(bytes, unit)),
        None => Box::new(bytes),
    })
}

/// The first four bytes, fewer where the input is cut off before, and those behind them.
fn peek(mut bytes: Box<dyn Read>) -> io::Result<(Vec<u8>, Box<dyn Read>)> {
    let mut first = Vec::new();
    match bytes.by_ref().take(4).read_to_end(&mut first) {
        Err(error) if !is_cut(&error) => Err(error),
        _ => Ok((first, bytes)),
    }
}
