//! Options of command lines: `-b 'a=1; b=2'`, `-u name:password`, `--app-secret=…`, `mysql -p…`, in the quotes of all shells.

use super::bytes::{before, byte_at, is_blank, is_space, is_word, looking_at, skip, skip_back, slice};
use super::detectors::commands::{COMMANDS, OPTIONS, Takes};
use super::platforms::Platforms;
use super::span::Span;
use super::{forms, judge, meaning};

/// Longest command line that is read for the command's name, in bytes.
const LINE: usize = 240;

/// The secrets in the argument of the option that stands in `start..end`.
pub(super) fn arguments(platforms: &Platforms, text: &str, start: usize, end: usize) -> Vec<Span<'static>> {
    let bytes = text.as_bytes();
    if is_word(before(bytes, start)) || before(bytes, start) == b'.' {
        return Vec::new();
    }
    let option = slice(text, start, end);
    let found = match next_element(bytes, start, end) {
        Some(next) => listed(platforms, option).map(|takes| (takes, next)),
        None => known(text, start, option)
            .or_else(|| named(platforms, text, option, end))
            .filter(|(_, from)| !ends_text(bytes, start, *from)),
    };
    let Some((takes, from)) = found else { return Vec::new() };
    let argument = argument(bytes, from);
    match takes {
        Takes::Cookies => cookies(text, argument),
        Takes::Login => login(text, argument).into_iter().collect(),
        Takes::Secret(label) => whole(text, argument, label).into_iter().collect(),
    }
}

/// Where the quote of the next element stands, if the option is one of a list of quoted words: `["-u", "name:password"]`.
fn next_element(bytes: &[u8], start: usize, end: usize) -> Option<usize> {
    let mark = before(bytes, start);
    let close = skip(bytes, end, |c| c == b'\\');
    let comma = skip(bytes, close + 1, is_blank);
    let next = skip(bytes, comma + 1, is_space);
    let is_list = matches!(mark, b'"' | b'\'')
        && byte_at(bytes, close) == mark
        && byte_at(bytes, comma) == b','
        && byte_at(bytes, skip(bytes, next, |c| c == b'\\')) == mark;
    is_list.then_some(next)
}

/// What an option of a list takes.
fn listed(platforms: &Platforms, option: &str) -> Option<Takes> {
    let known = OPTIONS.iter().find(|known| known.name == option).map(|known| known.takes);
    known.or_else(|| telling(platforms, option.strip_prefix("--")?))
}

/// Whether the quote at `from` is that of a text which ends with the option at `start`.
fn ends_text(bytes: &[u8], start: usize, from: usize) -> bool {
    let quote = skip(bytes, from, |c| c == b'\\');
    let after = byte_at(bytes, skip(bytes, quote + 1, is_blank));
    let is_structure = matches!(after, b':' | b',' | b'}' | b']' | b')' | b'\n' | b'\r' | 0);
    matches!(byte_at(bytes, quote), b'"' | b'\'') && (byte_at(bytes, quote) == before(bytes, start) || is_structure)
}

/// What a well-known option takes, and where its argument begins: after a blank, `=`, or at once (`-uroot:x`).
fn known(text: &str, start: usize, option: &str) -> Option<(Takes, usize)> {
    let bytes = text.as_bytes();
    let begins = |name: &str, is_glued: bool| {
        let rest = option.strip_prefix(name)?;
        let end = start + name.len();
        let is_long = name.starts_with("--");
        match byte_at(bytes, end) {
            _ if !rest.is_empty() => (is_glued && !is_long).then_some(end),
            b'=' => Some(end + 1),
            b' ' | b'\t' => Some(skip(bytes, end, is_blank)),
            b'"' | b'\'' if is_glued => Some(end),
            _ => None,
        }
    };
    let general = OPTIONS.iter().find_map(|option| Some((option.takes, begins(option.name, true)?)));
    let of_command = COMMANDS.iter().find_map(|option| {
        let from =
            begins(option.name, option.is_glued).filter(|from| *from > start + option.name.len() || option.is_glued)?;
        option.commands.iter().any(|command| is_called(text, start, command)).then_some((option.takes, from))
    });
    of_command.or(general)
}

/// An option whose name tells that its argument is secret, such as `--access-token` or `-DaccessToken`.
fn named(platforms: &Platforms, text: &str, option: &str, end: usize) -> Option<(Takes, usize)> {
    let bytes = text.as_bytes();
    let from = match byte_at(bytes, end) {
        b'=' => end + 1,
        _ => skip(bytes, end, is_blank),
    };
    let name =
        option.strip_prefix("--").or_else(|| option.strip_prefix("-D").filter(|_| byte_at(bytes, end) == b'='))?;
    (from > end).then(|| telling(platforms, name)).flatten().map(|takes| (takes, from))
}

/// What an option takes whose name is that of a secret.
fn telling(platforms: &Platforms, name: &str) -> Option<Takes> {
    let row = meaning::meaning(platforms, name)?.detector?;
    row.is_telling().then_some(Takes::Secret(row.label))
}

/// Whether `command` begins the command line in which `offset` stands: its words, with options or not between them.
fn is_called(text: &str, offset: usize, command: &str) -> bool {
    let bytes = text.as_bytes();
    let line = skip_back(bytes, offset, LINE, |c| !matches!(c, b'\n' | b';' | b'|' | b'&'));
    let mut from = line;
    command.split(' ').all(|word| {
        let rest = slice(text, from, offset);
        let found = rest.match_indices(word).find(|(index, _)| {
            let (start, end) = (from + index, from + index + word.len());
            !is_word(before(bytes, start)) && !is_word(byte_at(bytes, end))
        });
        found.is_some_and(|(index, _)| {
            from += index + word.len();
            true
        })
    })
}

/// Where the argument that begins at `from` stands without its quotes, and whether it has some.
fn argument(bytes: &[u8], from: usize) -> (usize, usize, bool) {
    let lead = skip(bytes, from, |c| matches!(c, b'^' | b'$' | b'\\'));
    let quote = byte_at(bytes, lead);
    if matches!(quote, b'"' | b'\'') {
        let end = closing(bytes, lead + 1, quote);
        return (lead + 1, end, true);
    }
    (from, skip(bytes, from, |c| (c.is_ascii_graphic() || !c.is_ascii()) && !b"\"'`<>;)\\".contains(&c)), false)
}

/// Where the quoted argument ends: at its quote, the sign of cmd or the backslash before it left out, or at the end of the line.
fn closing(bytes: &[u8], from: usize, quote: u8) -> usize {
    let end = skip(bytes, from, |c| c != quote && c != b'\n');
    end - usize::from(end > from && matches!(before(bytes, end), b'^' | b'\\'))
}

fn cookies(text: &str, (start, end, quoted): (usize, usize, bool)) -> Vec<Span<'static>> {
    if !slice(text, start, end).contains('=') {
        return Vec::new();
    }
    let values = forms::cookies(text, start, end, quoted).into_iter();
    values.filter(|(start, end)| start < end).map(|(start, end)| Span { start, end, label: "cookie" }).collect()
}

/// The password of `name:password`; quotes may stand around it alone.
fn login(text: &str, (start, end, quoted): (usize, usize, bool)) -> Option<Span<'static>> {
    let bytes = text.as_bytes();
    let colon = start + slice(text, start, end).find(':')?;
    let is_link = slice(text, colon, end).starts_with("://");
    let from = colon + 1;
    let (from, end) = match byte_at(bytes, from) {
        quote @ (b'"' | b'\'') if !quoted => (from + 1, closing(bytes, from + 1, quote)),
        _ => (from, end),
    };
    let password = slice(text, from, end);
    // `docker run -u 1000:1000`, `-u $USER:$PASS`
    let is_group = slice(text, start, end).bytes().all(|c| c.is_ascii_digit() || c == b':');
    let is_plain = password.is_empty() || is_link || is_group || judge::is_placeholder(password);
    (!is_plain).then_some(Span { start: from, end, label: "password" })
}

fn whole(text: &str, (start, end, quoted): (usize, usize, bool), label: &'static str) -> Option<Span<'static>> {
    let from = if looking_at(text.as_bytes(), start, "pass:") { start + 5 } else { start };
    let value = slice(text, from, end);
    let is_plain = value.is_empty() || (!quoted && value.starts_with('-')) || judge::is_placeholder(value);
    (!is_plain).then_some(Span { start: from, end, label })
}
