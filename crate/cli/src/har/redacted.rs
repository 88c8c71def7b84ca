//! The exchanges as a HAR file of our own, redacted, one after the other.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use scopelens_har::{Frame, entry};
use scopelens_model::Exchange;
use scopelens_redact::Redactor;

use crate::input;

/// A file that is being written.
pub struct Redacted<'e> {
    redactor: &'e Redactor,
    out: Box<dyn Write>,
    frame: Frame,
    written: Written,
    failed: io::Result<()>,
}

/// What was written.
pub struct Written {
    /// `-` is standard output.
    pub name: String,
    pub count: usize,
}

impl<'e> Redacted<'e> {
    /// Begins the file, which must be none of `inputs`.
    pub fn create(redactor: &'e Redactor, path: &Path, inputs: &[PathBuf]) -> io::Result<Self> {
        let name = path.display().to_string();
        let mut out: Box<dyn Write> = match name.as_str() {
            "-" => Box::new(io::stdout().lock()),
            _ if inputs.iter().any(|input| is_same(input, path)) => {
                return Err(io::Error::other(format!("{name}: is read, and cannot be written at the same time")));
            }
            _ => Box::new(BufWriter::new(File::create(path).map_err(|e| input::about(&name, &e))?)),
        };
        let frame = Frame::new();
        out.write_all(frame.before.as_bytes())?;
        Ok(Self { redactor, out, frame, written: Written { name, count: 0 }, failed: Ok(()) })
    }

    /// Writes an exchange, unless one could not be written before.
    pub fn add(&mut self, exchange: &Exchange) {
        if self.failed.is_ok() {
            let between = if self.written.count > 0 { self.frame.between } else { "" };
            self.failed = write!(self.out, "{between}{}", entry(self.redactor, exchange));
            self.written.count += 1;
        }
    }

    /// Ends the file, or tells why that is not possible.
    pub fn finish(mut self) -> io::Result<Written> {
        let name = &self.written.name;
        self.failed
            .and_then(|()| self.out.write_all(self.frame.after.as_bytes()))
            .and_then(|()| self.out.flush())
            .map_err(|error| input::about(name, &error))?;
        Ok(self.written)
    }
}

fn is_same(one: &Path, other: &Path) -> bool {
    fs::canonicalize(one).is_ok_and(|one| fs::canonicalize(other).is_ok_and(|other| one == other))
}
