//! The engine on the command line.

mod args;
mod diagnose;
mod jsonl;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let done = match args::Args::parse().command {
        args::Command::Diagnose(options) => diagnose::run(&options),
    };
    match done {
        Ok(code) => code,
        // A reader that closes the pipe early (`| head`) has what it wanted.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("scopelens: {error}");
            ExitCode::from(2)
        }
    }
}
