//! What a program printed, or a person told in a chat.

use super::place::Place;
use scopelens_pack::KnownLiterals;
use scopelens_pack::pattern;

/// What may stand before a line's own text: quotation marks, a place in a file, a line number, the name of a container.
macro_rules! prefixed {
    ($own:expr) => {
        concat!(
            r#"^[\s>│┃║]*(?:[\w./\\-]*\w\.\w+[:-]\d+[:-]\s*)?(?:\d{1,7}\s*[:│→ \t-]\s*|\d{1,7}\s*\|\s+)?"#,
            r#"(?:(?:\d+\|)?[\w./-]+\s*\|\s*)?(?:\[[\w./-]+\]\s+){0,2}(?:<\d+>\d?\s*)?[\[("'{]{0,2}"#,
            "(?:",
            $own,
            ")"
        )
    };
}

/// A day with a time of day.
macro_rules! moment {
    () => {
        concat!(
            r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:T|[ ,]+)\d{1,2}:\d{2}",
            r"|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.? +\d{1,2}(?:, ?\d{4})?,? +(?:at )?\d{1,2}:\d{2}",
            r"|\d{1,2}[-/ ](?:[A-Z][a-z]{2}|\d{1,2})[-/ ]\d{2,4}[ :T]\d{1,2}:\d{2}",
            r"|[IWEF]\d{4} \d{2}:\d{2}:\d{2}",
        )
    };
}

/// Whether the line is a program's output: it bears the time, a level, an exception's name, or stands below a prompt
/// or above a stack.
pub(super) fn is_output(place: &Place) -> bool {
    bears_moment(place) || begins_as_output(place.start()) || is_in_stack(place) || is_below_prompt(place)
}

/// A day and a time before the sign, or a time with seconds at the line's start.
fn bears_moment(place: &Place) -> bool {
    let before = place.before();
    if !before.bytes().any(|b| b.is_ascii_digit()) {
        return false;
    }
    pattern!(moment!(), KnownLiterals::NOTHING).is_match(before)
        || pattern!(
            prefixed!(r"\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,9})?(?:[\s\])Z|]|$)|\d{10}(?:\d{3}|\.\d+)[\s\]]"),
            KnownLiterals::NOTHING
        )
        .is_match(before)
}

fn begins_as_output(start: &str) -> bool {
    let level = pattern!(
        prefixed!(
            r"(?:ERROR|ERR|FATAL|CRITICAL|SEVERE|WARN|WARNING|INFO|DEBUG|TRACE|NOTICE)(?:[\])|/]|:?\s)|(?:error|fatal|warn|warning|info|debug|panic|stderr)\]|(?i:fatal error|error|panic|err!?|stderr|##\[error\]):?\s*:|##\[error\]|level=|time=|ts=|(?:Client Error: )?[45]\d\d (?:Client|Server) Error: "
        ),
        KnownLiterals::NOTHING
    );
    let exception = pattern!(
        prefixed!(
            r#"(?:E {2,}|Caused by: |Uncaught |\(node:\d+\) |Exception in thread "[^"]*" |panic: |Unhandled \w+ )?[\w.$\\/]*(?:Error|Exception|Throwable|Fault)\b(?:\[[^\]\n]{0,60}\]|\([^)\n]{0,60}\))?\s*[:({]|E {3,}\S|\S+:\d+:in [`']"#
        ),
        KnownLiterals::NOTHING
    );
    level.is_match(start) || exception.is_match(start)
}

/// A frame of a call stack in the next lines.
fn is_in_stack(place: &Place) -> bool {
    let frame = pattern!(
        r#"^[\s>│┃]*(?:at [\w.$<>/\[\] ]+[ (:]\S|File "[^"]+", line \d|from \S+:\d+:in |#\d+ \S+\(|goroutine \d+ )"#,
        KnownLiterals::NOTHING
    );
    place.below(2).any(|line| frame.is_match(line))
}

/// A command stands above, without an empty line between.
fn is_below_prompt(place: &Place) -> bool {
    if place.start().trim_start().starts_with(['#', '|', '-', '*', '/']) {
        return false;
    }
    let prompt = pattern!(
        r"^[\s>]*(?:\$|%|❯|➜|PS [A-Z]:\\[^>]*>|[A-Z]:\\[^>]*>|[\w.-]+@[\w.-]+[:\s][^$#]{0,40}[$#]) *\S",
        KnownLiterals::NOTHING
    );
    let mut lines = place.above(4).take_while(|line| !line.trim().is_empty());
    lines.any(|line| prompt.is_match(line))
}

/// Somebody's name with a time of day, and what was said.
pub(super) fn is_chat(place: &Place) -> bool {
    let speaker = pattern!(
        r"^[\s>]*(?:\[?\d{1,2}:\d{2}\]?\s+\S{1,24}\s*:|\S{1,24}(?: \S{1,16})?\s+\(?(?:上午|下午|昨天|今天|AM |PM )?\s*\d{1,2}:\d{2}\b)",
        KnownLiterals::NOTHING
    );
    speaker.is_match(place.before())
}
