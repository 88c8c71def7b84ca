//! What the command line takes.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use scopelens_engine::custom::MaskSource;
use scopelens_model::Lang;

/// Reads refusals of open platforms ("permission denied") and says what to do about them.
///
/// Nothing leaves this machine. Each command's --help shows examples.
#[derive(Parser)]
#[command(name = "scopelens", version, about, max_term_width = 100)]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    Diagnose(Diagnose),
    Scan(Scan),
    Har(Har),
    Catalog(Catalog),
    /// Print the licence, and those of what is compiled in and where the catalogs come from.
    Licenses,
}

/// Say what a reply, a log line or any other text means, and what to do.
///
/// Takes anything that holds the refusal: the reply as it is, escaped in a log line, printed by a program, quoted in a mail.
///
/// Examples:
///   scopelens diagnose error.txt
///   curl -s https://api.dingtalk.com/… | scopelens diagnose
///   scopelens diagnose --lang zh-CN reply.json other.log
///   scopelens diagnose --json < reply.json | jq -r '.cards[].scopes[].code'
///   scopelens diagnose --report reply.json > ticket.md
///   scopelens diagnose --fix deploy.log > policy.json
///   scopelens diagnose --ask reply.json
///   scopelens diagnose --redact app.log > app-for-support.log
///   scopelens diagnose --rules gateway.json --mask 'staff=E[0-9]{6}' app.log
///
/// Exit status: 0 nothing was refused, 1 a permission was refused, 2 an input could not be read.
/// With --redact and --jsonl: 0, or 2.
#[derive(ClapArgs)]
#[command(verbatim_doc_comment)]
pub struct Diagnose {
    /// The files to read; - or nothing reads standard input.
    pub files: Vec<PathBuf>,

    /// The language of the answer: en or zh-CN. Without it, the environment's LC_ALL, LC_MESSAGES or LANG decide.
    #[arg(long, value_parser = lang)]
    pub lang: Option<Lang>,

    /// Print the cards as one JSON document; of several files as {"files": [{"name", "answer"}]}.
    #[arg(long, conflicts_with_all = ["jsonl", "redact", "report"])]
    pub json: bool,

    /// Read {"id", "text"} line by line and answer each with one JSON line of facts.
    #[arg(long, conflicts_with_all = ["redact", "report"])]
    pub jsonl: bool,

    /// Print the redacted report for the platform's support of each refusal, and nothing else.
    #[arg(long, value_name = "FORM", num_args = 0..=1, require_equals = true, default_missing_value = "markdown")]
    #[arg(value_enum, conflicts_with = "redact")]
    pub report: Option<ReportForm>,

    /// Print what mends the refusals, ready to paste, and nothing else: one document for all of them. What it is, and what
    /// is left to fill in, is told beside it.
    #[arg(long, conflicts_with_all = ["json", "jsonl", "report", "redact"])]
    pub fix: bool,

    /// Print the message to who can grant what is missing, and nothing else.
    #[arg(long, conflicts_with_all = ["json", "jsonl", "report", "redact", "fix"])]
    pub ask: bool,

    /// The app (client id) that calls, for apply links where the text does not name it.
    #[arg(long, value_name = "ID", conflicts_with_all = ["json", "jsonl", "report", "redact", "fix", "ask"])]
    pub app: Option<String>,

    /// Print the input with its secrets and personal data masked, and nothing else.
    #[arg(long)]
    pub redact: bool,

    #[command(flatten)]
    pub custom: Custom,
}

/// What is known beside what is built in, as the extension's settings have it.
#[derive(ClapArgs)]
pub struct Custom {
    /// A file with platforms of your own, as JSON; may be given several times.
    #[arg(long, value_name = "FILE")]
    pub rules: Vec<PathBuf>,

    /// Mask what REGEX matches (its group 1, if it has one) as masked-NAME-1; may be given several times.
    #[arg(long = "mask", value_name = "NAME=REGEX", value_parser = mask)]
    pub masks: Vec<MaskSource>,

    /// A platform that is not to be recognised, by its id; may be given several times.
    #[arg(long = "off", value_name = "PLATFORM")]
    pub platforms_off: Vec<String>,
}

/// How a report is written.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportForm {
    /// With headings and a code block, for a ticket.
    Markdown,
    /// Without marks, for a chat.
    Text,
}

/// Find the refusals in long logs: one row per distinct cause, with its count and its lines.
///
/// Reads logs of any size in little memory, about as fast as they can be searched for a few words.
/// A cause is the platform, the kind, the code, the scopes and the app together.
///
/// Examples:
///   scopelens scan app.log
///   zcat app.log.*.gz | scopelens scan -
///   journalctl -u gateway --since today | scopelens scan -
///   scopelens scan --json *.log | jq '.files[].rows[] | {count, scopes}'
///   scopelens scan ci.log || echo "a permission is missing"
///
/// Exit status: 0 nothing was refused, 1 a permission was refused, 2 a log could not be read.
/// Other failures (an expired token, a rate limit) are shown too; they alone leave 0.
#[derive(ClapArgs)]
#[command(verbatim_doc_comment)]
pub struct Scan {
    /// The logs to read; - reads standard input.
    #[arg(required_unless_present = "needles")]
    pub files: Vec<PathBuf>,

    /// The language of the headings: en or zh-CN. Without it, the environment's LC_ALL, LC_MESSAGES or LANG decide.
    #[arg(long, value_parser = lang)]
    pub lang: Option<Lang>,

    /// Print the rows as one JSON document.
    #[arg(long)]
    pub json: bool,

    /// Print the words that logs are searched for, one a line, for `rg -F -f`; a log without any of them holds no refusal.
    #[arg(long, conflicts_with = "files")]
    pub needles: bool,

    #[command(flatten)]
    pub custom: Custom,
}

/// Find the refusals in recorded traffic (HAR files): one row per distinct cause, then a card for each; with --plan every scope to apply for.
///
/// Reads the files of Chrome, Firefox, Safari, Charles, Fiddler, mitmproxy, Playwright and others, of any size in little memory,
/// also as gzip; entries without an archive around them, in a list or line by line.
/// Images, scripts and the like are passed over; so is what holds no word of a refusal, unless it went to a known platform.
/// A cause is the platform, the kind, the code, the scopes and the app together. What all files show together counts:
/// which token belongs to which app, what worked before. Times are UTC.
///
/// Examples:
///   scopelens har traffic.har
///   scopelens har --lang zh-CN monday.har tuesday.har
///   scopelens har --json traffic.har | jq '.files[].causes[] | {count, call, scopes}'
///   scopelens har --plan *.har > plan.md
///   scopelens har traffic.har --redact for-support.har
///   unzip -p traffic.zip | scopelens har -
///
/// Exit status: 0 all was read and nothing was refused, 1 a permission was refused, 2 a file could not be read, or nothing was
/// refused in what could be read of it: an entry is broken, the file is cut off, a reply was saved without its body.
/// Other failures (an expired token, a rate limit) are shown too; they alone leave 0.
#[derive(ClapArgs)]
#[command(verbatim_doc_comment)]
pub struct Har {
    /// The HAR files to read; - reads standard input.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,

    /// The language of the answer: en or zh-CN. Without it, the environment's LC_ALL, LC_MESSAGES or LANG decide.
    #[arg(long, value_parser = lang)]
    pub lang: Option<Lang>,

    /// Print causes, cards and the exchanges that were read as one JSON document.
    #[arg(long)]
    pub json: bool,

    /// Print the scope plan too: every scope that the calls of all files need, each once, per app.
    #[arg(long)]
    pub plan: bool,

    /// Write the exchanges that were read to this HAR file, with secrets and personal data masked; - prints it, and nothing else.
    #[arg(long, value_name = "OUT")]
    pub redact: Option<PathBuf>,

    #[command(flatten)]
    pub custom: Custom,
}

/// Look up a scope, a call or an error code in the built-in catalog.
///
/// QUERY is a scope's code or its beginning, any part of a Chinese or English name, a path (with or without a method,
/// concrete or with {placeholders}) or URL, or an error code.
///
/// Examples:
///   scopelens catalog Contact.User.Read
///   scopelens catalog qyapi_get
///   scopelens catalog 通讯录
///   scopelens catalog 'GET /v1.0/contact/users/me'
///   scopelens catalog card/streaming
///   scopelens catalog --json 60011
///
/// Exit status: 0 found, 1 unknown. The catalog is what the documentation said on its date; what it does not hold may exist.
#[derive(ClapArgs)]
#[command(verbatim_doc_comment)]
pub struct Catalog {
    /// What to look up.
    #[arg(required = true)]
    pub query: Vec<String>,

    /// The language of the answer: en or zh-CN. Without it, the environment's LC_ALL, LC_MESSAGES or LANG decide.
    #[arg(long, value_parser = lang)]
    pub lang: Option<Lang>,

    /// Print the rows as one JSON document.
    #[arg(long)]
    pub json: bool,
}

fn mask(argument: &str) -> Result<MaskSource, String> {
    let (name, pattern) = argument.split_once('=').ok_or("NAME=REGEX was expected")?;
    Ok(MaskSource { name: name.to_owned(), pattern: pattern.to_owned() })
}

fn lang(tag: &str) -> Result<Lang, String> {
    match tag {
        "en" | "zh-CN" | "zh" => Ok(Lang::from_tag(tag)),
        _ => Err("en and zh-CN are known".to_owned()),
    }
}

/// The language asked for, else the environment's.
pub fn lang_or_environment(lang: Option<Lang>) -> Lang {
    let set = || {
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"].iter();
        names.filter_map(|name| std::env::var(name).ok()).find(|value| !value.is_empty())
    };
    lang.unwrap_or_else(|| Lang::from_tag(set().as_deref().unwrap_or("en")))
}
