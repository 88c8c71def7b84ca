//! The engine on the command line.

mod args;
mod catalog;
mod custom;
mod diagnose;
mod har;
mod input;
mod jsonl;
mod licenses;
mod rows;
mod scan;
mod table;
mod utf16;
mod words;

use std::process::ExitCode;

use clap::Parser;

/// How a command ended.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Status {
    /// Nothing refused; found.
    Quiet = 0,
    /// Something refused; unknown.
    Found = 1,
    /// An input could not be read.
    Failed = 2,
}

fn main() -> ExitCode {
    let done = match args::Args::parse().command {
        args::Command::Diagnose(options) => {
            custom::engine(&options.custom, options.lang).and_then(|engine| diagnose::run(&engine, &options))
        }
        args::Command::Scan(options) => {
            custom::engine(&options.custom, options.lang).and_then(|engine| scan::run(&engine, &options))
        }
        args::Command::Har(options) => {
            custom::engine(&options.custom, options.lang).and_then(|engine| har::run(&engine, &options))
        }
        args::Command::Catalog(options) => custom::built_in().and_then(|engine| catalog::run(&engine, &options)),
        args::Command::Licenses => licenses::run(),
    };
    match done {
        Ok(status) => ExitCode::from(status as u8),
        // A reader that closes the pipe early (`| head`) has what it wanted.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error);
            ExitCode::from(Status::Failed as u8)
        }
    }
}

fn complain(error: &std::io::Error) {
    eprintln!("scopelens: {error}");
}
