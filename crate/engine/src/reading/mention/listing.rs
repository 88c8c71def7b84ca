//! Tables and lists of codes.

use super::place::Place;
use scopelens_pack::KnownLiterals;
use scopelens_pack::pattern;

/// So many lines around are searched for another item.
const REACH: usize = 4;

/// Headings of a docstring's sections.
const SECTIONS: [&str; 8] = ["Values", "Fields", "Enums", "Messages", "Args", "Raises", "Returns", "Attributes"];

/// So many lines above an item its list may begin.
const LINES_OF_LIST: usize = 8;

/// So many lines above a line of a docstring its section may begin.
const LINES_OF_SECTION: usize = 120;

/// A row of a table: of markdown, of a page (cells between tabs), of HTML.
pub(super) fn is_table_row(place: &Place) -> bool {
    let line = without_container(place.start()).trim();
    let bars = line.matches(" | ").count();
    let begins_with_code = || line.split(" | ").next().is_some_and(is_code);
    line.starts_with("| ")
        || line.starts_with('|') && line.matches('|').count() >= 3
        || bars >= 2
        || bars == 1 && begins_with_code()
        || is_html_cell(place)
        || is_tabbed_row(place)
}

/// A line without the name of the process that docker compose or pm2 print before it.
fn without_container(line: &str) -> &str {
    let name = pattern!(
        r"^\s*(?:\d+\|[\w.-]+|[A-Za-z][\w.-]*[-_]\d+)\s*\|\s",
        KnownLiterals { sets: &[&["|"]], ..KnownLiterals::NOTHING }
    );
    name.captures(line).and_then(|label| line.get(label.get(0)?.end()..)).unwrap_or(line)
}

fn is_html_cell(place: &Place) -> bool {
    let tag = pattern!(
        r"(?i)<(?:md-)?t[dhr][ >]",
        KnownLiterals { sets: &[&["<t", "<md-t"]], any_case: true, ..KnownLiterals::NOTHING }
    );
    tag.is_match(place.before())
}

/// Cells between tabs, as a browser copies them. Line numbers and stacks have a tab, too.
fn is_tabbed_row(place: &Place) -> bool {
    let tabs = |line: &str| line.trim().matches('\t').count();
    let row = place.start();
    let first = row.trim().split('\t').next().unwrap_or_default();
    let is_line_number = first.trim().len() < 5 && first.trim().parse::<u16>().is_ok() && tabs(row) == 1;
    let is_alike = |line: &str| tabs(line) == tabs(row);
    tabs(row) >= 1
        && !is_line_number
        && !is_tree_row(row)
        && !is_status_row(row)
        && (is_code(first.trim()) || tabs(row) >= 2 || place.above(1).chain(place.below(1)).any(is_alike))
}

/// A row of a tool's own listing, with its conditions: `tenants`, `False`, `False`, the message. Pages do not write so.
fn is_status_row(row: &str) -> bool {
    row.split('\t').filter(|cell| matches!(*cell, "True" | "False" | "Unknown")).count() >= 2
}

/// A member's name, a tab and a string in quotes, as a browser's JSON viewer copies them. No page quotes its cells.
fn is_tree_row(row: &str) -> bool {
    let mut cells = row.trim().split('\t').filter(|cell| !cell.is_empty());
    let (name, value) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
    let is_name = |name: &str| name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '$' | '-'));
    is_name(name)
        && !is_code(name)
        && value.len() > 1
        && value.starts_with('"')
        && value.ends_with('"')
        && cells.next().is_none()
}

/// An item that begins with a code, near one that begins with another, or under a heading that announces codes.
pub(super) fn is_in_list_of_codes(place: &Place) -> bool {
    let Some(code) = item(place.start()).or_else(|| place.above(2).find_map(lone_code)) else {
        return false;
    };
    let is_other = |line: &str| item(line).is_some_and(|other| other != code && !are_line_numbers(code, other, line));
    place.above(REACH).chain(place.below(REACH)).any(is_other) || place.above(3).any(announces_codes)
}

/// The code that a line begins with, behind bullets.
fn item(line: &str) -> Option<&str> {
    let matches = pattern!(
        r"^[\s*#>|(\[‒•·–—-]{0,8}`?(?:错误码 ?|code[ =:]{0,2})?(-?\d{3,9}|[A-Za-z][A-Za-z_]*(?:\.[A-Za-z_]+)+)`?(?:[)\]]?\s*[:|,=>\t –—-]|$)",
        KnownLiterals::NOTHING
    );
    let (_, code) = matches.find(line)?;
    is_code(code).then_some(code)
}

/// A line that holds a code alone: the first cell of a row whose cells stand below each other.
fn lone_code(line: &str) -> Option<&str> {
    let code = line.trim();
    is_code(code).then_some(code)
}

/// Five digits or more, an HTTP status of a refusal, or a dotted word.
fn is_code(word: &str) -> bool {
    let digits = word.strip_prefix('-').unwrap_or(word);
    if digits.bytes().all(|b| b.is_ascii_digit()) {
        return (5..=9).contains(&digits.len()) || digits.len() == 3 && digits.starts_with(['4', '5']);
    }
    let parts = word.split('.').collect::<Vec<_>>();
    parts.len() > 1
        && parts.iter().all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphabetic() || c == '_'))
}

/// Neighbouring small numbers with nothing between the colon and the text, as `grep -n` prints them.
fn are_line_numbers(one: &str, other: &str, line: &str) -> bool {
    let tight = line.trim_start().strip_prefix(other).is_some_and(|rest| {
        rest.strip_prefix([':', '-']).is_some_and(|text| !text.starts_with(' ')) && rest.is_ascii()
    });
    let numbers = one.parse::<i64>().ok().zip(other.parse::<i64>().ok());
    tight && numbers.is_some_and(|(one, other)| one.abs() < 1_000 && (one - other).abs() < 10)
}

/// An item of a list of what may go wrong: `This command can fail for the following reasons:`, and the items or their lines above.
pub(super) fn is_in_list_of_reasons(place: &Place) -> bool {
    let heading = pattern!(
        r"(?i)\b(?:can|may|will|might|could) fail\b.*:$|\bfollowing (?:reasons|errors|cases)\b.*:$|\b(?:possible|common) (?:errors|causes|reasons):$",
        KnownLiterals {
            sets: &[&["fail", "following", "possible", "common"]],
            any_case: true,
            ..KnownLiterals::NOTHING
        }
    );
    let is_heading = |line: &str| line.trim_end().ends_with(':') && heading.is_match(line.trim_end());
    let is_item = |line: &str| line.starts_with([' ', '\t', '*', '-', '•']) && !line.trim().is_empty();
    is_item(place.start())
        && place.above(LINES_OF_LIST).take_while(|line| is_item(line) || is_heading(line)).any(is_heading)
}

/// A line of a section of a program's own documentation, as Python's docstrings have them: `Values:`, `Raises:`.
pub(super) fn is_in_docstring(place: &Place) -> bool {
    let is_indented = |line: &str| line.starts_with([' ', '\t']) && !line.trim().is_empty();
    let is_heading = |line: &str| line.trim().strip_suffix(':').is_some_and(|name| SECTIONS.contains(&name));
    is_indented(place.start()) && place.above(LINES_OF_SECTION).take_while(|line| is_indented(line)).any(is_heading)
}

fn announces_codes(line: &str) -> bool {
    let heading = pattern!(
        r"(?i)(?:错误码|返回码|状态码|响应码)(?:说明|列表|对照|一览|表|大全|[\s|]+(?:描述|说明|含义|原因))|(?:常见|全局|公共)(?:错误|返回)码|\b(?:error|return|status) codes?\s*(?:$|:|list|table|reference)",
        KnownLiterals { sets: &[&["码", "code"]], any_case: true, ..KnownLiterals::NOTHING }
    );
    heading.is_match(line)
}
