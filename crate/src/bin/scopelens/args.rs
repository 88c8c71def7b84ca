//! What the command line takes.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand};
use scopelens::card::Lang;

/// Reads refusals of open platforms ("permission denied") and says what to do about them.
///
/// Nothing leaves this machine. Exit status: 0 nothing refused, 1 a refusal was found, 2 the text could not be read.
#[derive(Parser)]
#[command(name = "scopelens", version, about, max_term_width = 100)]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    Diagnose(Diagnose),
}

/// Print what a reply, a log line or any other text says about a refusal.
///
/// Examples:
///   scopelens diagnose error.log
///   curl -s https://… | scopelens diagnose
///   scopelens diagnose --lang zh-CN --json < reply.json
#[derive(ClapArgs)]
#[command(verbatim_doc_comment)]
pub struct Diagnose {
    /// The file to read; - or nothing reads standard input.
    pub file: Option<PathBuf>,

    /// The language of the answer: en or zh-CN. Without it, the environment's LC_ALL, LC_MESSAGES or LANG decide.
    #[arg(long, value_parser = lang)]
    pub lang: Option<Lang>,

    /// Print the cards as one JSON document.
    #[arg(long, conflicts_with = "jsonl")]
    pub json: bool,

    /// Read {"id", "text"} line by line and answer each with one JSON line of facts. Exit status 0.
    #[arg(long)]
    pub jsonl: bool,
}

fn lang(tag: &str) -> Result<Lang, String> {
    match tag {
        "en" | "zh-CN" | "zh" => Ok(Lang::from_tag(tag)),
        _ => Err("en and zh-CN are known".to_owned()),
    }
}
