//! Does the text report a refusal, or speak about one?
//!
//! A table of codes, a guide ("if you see …") or a code in backticks within a sentence refuses nothing.

use super::page::{Carrier, Page};
use crate::model::Denial;
use crate::platform::{Must, pattern};

/// Whether the hit at `at` is only spoken of.
pub(super) fn is_mention(page: &Page, at: usize, denial: &Denial) -> bool {
    match page.carrier() {
        Carrier::Reply => return false,
        Carrier::WebPage => return true,
        Carrier::Prose => {}
    }
    if denial.request_id.is_some() || in_object(page, at) {
        return false;
    }
    let line = page.line(at);
    let text = page.text().get(line.start..line.end).unwrap_or_default();
    let before = page.text().get(line.start..at).unwrap_or_default();
    is_heading(text)
        || is_table_row(text)
        || is_quoted_in_prose(text, before)
        || is_condition(before)
        || is_in_list_of_codes(page, at)
}

/// A bracket group that starts like an object holds a reply, not a remark.
fn in_object(page: &Page, at: usize) -> bool {
    let record = page.record(at);
    let text = page.text().get(record.start..record.end).unwrap_or_default();
    let object = text.starts_with('{') && text.contains([':', '=']) && text.contains(['"', '\'', '\n']);
    object && !is_table_row(page.text().get(page.line(record.start).start..at).unwrap_or_default())
}

/// A heading names what the section is about. One `#` may be a shell's remark around a real print-out.
fn is_heading(line: &str) -> bool {
    let text = line.trim_start_matches('#');
    (2..=6).contains(&(line.len() - text.len())) && text.starts_with(' ')
}

fn is_table_row(line: &str) -> bool {
    let line = line.trim();
    line.starts_with('|') && line.matches('|').count() >= 3
        || line.matches(" | ").count() >= 2
        || line.starts_with("| ")
}

/// Inside a pair of backticks, with a sentence around them.
fn is_quoted_in_prose(line: &str, before: &str) -> bool {
    let inside = before.matches('`').count() % 2 == 1 && !before.trim_start().starts_with("```");
    let outside: String = line.split('`').step_by(2).collect();
    inside && outside.chars().filter(|c| c.is_alphanumeric()).count() >= 4
}

/// Words that make what follows a possibility.
fn is_condition(before: &str) -> bool {
    const WORDS: &[&str] = &[
        "若",
        "如果",
        "如出现",
        "假如",
        "倘若",
        "遇到",
        "可能",
        "比如",
        "例如",
        "识别",
        "if",
        "when",
        "may",
        "might",
        "e.g.",
        "such as",
    ];
    pattern!(
        r"(?i)(?:若|如果|如出现|假如|倘若|遇到|可能|比如|例如|识别|\bif\b|\bwhen\b|\bmay\b|\bmight\b|\be\.g\.|\bsuch as\b)[^\n]*$",
        Must { sets: &[WORDS], any_case: true, ..Must::NOTHING }
    )
    .is_match(before)
}

/// A line that begins with a code, beside a line that begins with another one.
fn is_in_list_of_codes(page: &Page, at: usize) -> bool {
    let pattern = pattern!(r"^[\s*#>|(‒•–—-]{0,6}`?\d{2,6}`?\s*[:|\t –—-].*\D", Must::NOTHING);
    let line = page.line(at);
    let text = page.text();
    let own = text.get(line.start..line.end).unwrap_or_default();
    let before = text.get(..line.start.saturating_sub(1)).and_then(|t| t.rsplit('\n').next()).unwrap_or_default();
    let after = text.get(line.end + 1..).and_then(|t| t.split('\n').next()).unwrap_or_default();
    pattern.is_match(own) && (pattern.is_match(before) || pattern.is_match(after))
}
