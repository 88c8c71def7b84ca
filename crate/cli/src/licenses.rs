//! `scopelens licenses`

use std::io::{self, Write};

use super::Status;

/// Our licence and the notices of others, which `cargo run -p xtask -- notices FILE` writes.
const NOTICES: &str = include_str!("licenses.txt");

/// Prints them.
pub fn run() -> io::Result<Status> {
    io::stdout().lock().write_all(NOTICES.as_bytes())?;
    Ok(Status::Quiet)
}
