//! The engine on the command line.

mod args;
mod catalog;
mod custom;
mod diagnose;
mod har;
mod input;
mod jsonl;
mod licenses;
mod packs;
mod rows;
mod scan;
mod table;
mod utf16;
mod words;

use std::io;
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
    match run(args::Args::parse().command) {
        Ok(status) => ExitCode::from(status as u8),
        // A reader that closes the pipe early (`| head`) has what it wanted.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error);
            ExitCode::from(Status::Failed as u8)
        }
    }
}

fn run(command: args::Command) -> io::Result<Status> {
    match command {
        args::Command::Diagnose(options) => {
            let built_in = if options.jsonl { packs::whole() } else { packs::unloaded() }?;
            diagnose::run(custom::engine(&built_in, &options.custom, options.lang)?, &options)
        }
        args::Command::Scan(options) => {
            scan::run(&custom::engine(&packs::whole()?, &options.custom, options.lang)?, &options)
        }
        args::Command::Har(options) => {
            har::run(&custom::engine(&packs::whole()?, &options.custom, options.lang)?, &options)
        }
        args::Command::Catalog(options) => catalog::run(&packs::whole()?, &options),
        args::Command::Licenses => licenses::run(),
    }
}

fn complain(error: &io::Error) {
    eprintln!("scopelens: {error}");
}
