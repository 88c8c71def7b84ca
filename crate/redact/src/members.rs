//! The second pass: the values of known members.

use super::bytes::{byte_at, ends_before, is_blank, is_space, looking_at, skip, slice};
use super::detectors::{Class, Detector, Form, SECRET, commands, signs};
use super::forms;
use super::judge::{self, Standing};
use super::outline::{Frame, Member, Outline};
use super::platforms::Platforms;
use super::quote::{self, Quote};
use super::span::Span;
use super::value::{self, Opening};

struct Finder<'a> {
    platforms: &'a Platforms,
    text: &'a str,
    spans: Vec<Span<'static>>,
    /// Up to where a line is known to have no cookies.
    barren: usize,
}

/// Lists in lists that are read.
const DEEPEST_LIST: usize = 4;

/// A member with what decides about its value.
#[derive(Clone, Copy)]
struct Case<'a> {
    member: &'a Member,
    detector: &'static Detector,
    frame: &'a Frame,
    /// The name stands in a `name` member beside the value: the list of a query, of headers, of cookies.
    listed: bool,
}

/// The value of one cookie in a list of cookies.
static COOKIE_VALUE: Detector = Detector { label: "cookie", ..SECRET };

/// The secrets of the members that `outline` lists.
///
/// Beside them come the stretches of values that stay, since the pair that they stand in names the id of a request.
pub(super) fn find(platforms: &Platforms, text: &str, outline: &Outline) -> (Vec<Span<'static>>, Vec<(usize, usize)>) {
    let mut finder = Finder { platforms, text, spans: Vec::new(), barren: 0 };
    let mut kept = Vec::new();
    let mut reached = 0;
    for member in &outline.members {
        if member.key.outer < reached {
            continue;
        }
        let Some(frame) = outline.frames.get(member.frame) else { continue };
        if frame.keeps_value && member.key.meaning.named {
            kept.push(value::extent(text.as_bytes(), member));
        } else if let Some(case) = case(member, frame).filter(|_| !is_option(text, member)) {
            finder.value(case);
            reached = finder.spans.last().map_or(0, |span| span.end);
        }
    }
    (finder.spans, kept)
}

/// Whether the member is an option of a command line that takes a name and a password, or cookies: its argument is none as a whole.
fn is_option(text: &str, member: &Member) -> bool {
    let name = slice(text, member.key.start, member.key.end);
    commands::OPTIONS.iter().any(|option| option.name == name)
}

/// Which detector is to judge the member: its own, or the one that the list around it names.
fn case<'a>(member: &'a Member, frame: &'a Frame) -> Option<Case<'a>> {
    let direct = |detector| Case { member, detector, frame, listed: false };
    let listed = |detector| Case { member, detector, frame, listed: true };
    if !member.key.meaning.named {
        return member.key.meaning.detector.map(direct);
    }
    let cookies = frame.signs & signs::COOKIES != 0;
    frame
        .named
        .map(listed)
        .or(frame.holder.detector.filter(|_| !cookies).map(direct))
        .or_else(|| cookies.then_some(direct(&COOKIE_VALUE)))
}

impl Finder<'_> {
    /// The value of a member; of two texts in a list only if the second does not name a member itself.
    fn value(&mut self, case: Case) {
        let bytes = self.text.as_bytes();
        match value::open(bytes, case.member) {
            (Opening::Quoted(quote), start) => {
                let (end, close) = quote::closing(bytes, start, quote, case.member.strings);
                let names =
                    case.member.tuple && matches!(byte_at(bytes, skip(bytes, end + close, is_space)), b':' | b'=');
                if !names {
                    self.quoted(case, quote, start);
                }
            }
            (Opening::List(close), start) => self.list(case, close, start),
            (Opening::Bare, start) => self.bare(case, start),
            (Opening::Nothing, _) => {}
        }
    }

    /// A quoted value, and what `+` appends to it on the next lines. Returns where it ends.
    fn quoted(&mut self, case: Case, quote: Quote, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut start = start;
        loop {
            let (end, close) = quote::closing(bytes, start, quote, case.member.strings);
            self.judge(case, start, end, true);
            let plus = skip(bytes, end + close, is_blank);
            let next = skip(bytes, plus + 1, is_space);
            let next_quote = quote::opening(bytes, next)
                .filter(|next_quote| next_quote.mark == quote.mark && close > 0 && byte_at(bytes, plus) == b'+');
            match next_quote {
                Some(next_quote) => start = next + next_quote.len,
                None => return end + close,
            }
        }
    }

    /// The scalars of a list, up to its end or to the first object in it.
    fn list(&mut self, case: Case, close: u8, start: usize) {
        let bytes = self.text.as_bytes();
        let (mut i, mut depth) = (start, 1usize);
        while (1..=DEEPEST_LIST).contains(&depth) {
            i = skip(bytes, i, |c| is_space(c) || c == b',');
            let c = byte_at(bytes, i);
            if c == b'[' || c == close {
                depth = if c == close { depth - 1 } else { depth + 1 };
                i += 1;
                continue;
            }
            let quote = quote::opening(bytes, i);
            if quote.is_some_and(|quote| value::ends_string(quote, case.member)) {
                return;
            }
            let end = match quote {
                Some(quote) => self.quoted(case, quote, i + quote.len),
                None => self.element(case, i, close),
            };
            // Nothing read, or the name of a member: this is no list of values.
            if end <= i || byte_at(bytes, end) == b':' {
                return;
            }
            i = end;
        }
    }

    /// An unquoted element of a list. Returns where it ends.
    fn element(&mut self, case: Case, start: usize, close: u8) -> usize {
        if let Some(end) = self.scalar(case, start) {
            return end;
        }
        let between = if case.detector.form == Form::Whole { b',' } else { close };
        let stops = |c: u8| {
            c == close || c == between || matches!(c, b'\n' | b'\r' | b'"' | b'\'' | b'\\' | b'{' | b'[' | b'}' | b']')
        };
        let end = skip(self.text.as_bytes(), start, |c| !stops(c));
        self.judge(case, start, end, false);
        end
    }

    /// A number or a literal of JSON. Returns where it ends, if there is one.
    fn scalar(&mut self, case: Case, start: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let end = matches!(case.member.key.quote, b'"' | b'\'').then(|| value::scalar_end(bytes, start)).flatten()?;
        let standing = judge::standing(bytes, case.member, false, end);
        if judge::applies(case.detector, case.frame, standing) {
            self.leaf(case, start, end, standing);
        }
        Some(end)
    }

    /// A bare value: whatever stands up to the next blank, member or line.
    fn bare(&mut self, case: Case, start: usize) {
        // The name of `scheme://name:password@host` is no member's.
        let user = ends_before(self.text.as_bytes(), case.member.key.start, "://");
        if user || self.scalar(case, start).is_some() {
            return;
        }
        let bytes = self.text.as_bytes();
        let Case { member, detector, .. } = case;
        if let Some(end) = self.element_end(case, start) {
            return self.judge(case, start, end, true);
        }
        let end = match detector.form {
            Form::Cookie if member.encoded == 0 && start < self.barren => return,
            Form::Cookie if member.encoded == 0 => value::line_end(bytes, start, member),
            Form::Authorization if member.encoded == 0 => return self.authorization(case, start),
            _ => value::bare_end(bytes, start, detector.class, member.encoded),
        };
        let is_open = member.tag
            && !matches!(byte_at(bytes, skip(bytes, end, |c| is_space(c) || c == b']' || c == b'>')), b'<' | 0 | b'\\');
        if is_open || value::is_code(bytes, start, end) || self.is_sentence(case, start, end) {
            return;
        }
        let count = self.spans.len();
        self.judge(case, start, end, false);
        if detector.form == Form::Cookie && self.spans.len() == count {
            self.barren = end;
        }
    }

    /// Where the text of an element ends that its tag closes on the same line.
    fn element_end(&self, case: Case, start: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        if !case.member.tag || case.detector.form != Form::Whole {
            return None;
        }
        let end = skip(bytes, start, |c| !matches!(c, b'<' | b'\n' | b'\r'));
        let is_section = ends_before(bytes, end, "]]>");
        looking_at(bytes, end, "</").then_some(if is_section { end - "]]>".len() } else { end })
    }

    /// Whether a word of letters after `pass:` is that of a sentence: another word follows it.
    fn is_sentence(&self, case: Case, start: usize, end: usize) -> bool {
        let bytes = self.text.as_bytes();
        let is_colon = byte_at(bytes, case.member.key.end) == b':';
        let is_word = slice(self.text, start, end).bytes().all(|c| c.is_ascii_alphabetic());
        let next = skip(bytes, end, is_blank);
        case.detector.class == Class::Password
            && is_colon
            && is_word
            && next > end
            && byte_at(bytes, next).is_ascii_alphabetic()
    }

    fn authorization(&mut self, case: Case, start: usize) {
        let bytes = self.text.as_bytes();
        let (from, list) = forms::bare_credentials(self.platforms, self.text, start);
        let end = if list {
            value::line_end(bytes, from, case.member)
        } else {
            value::bare_end(bytes, from, Class::Secret, 0)
        };
        let standing = judge::standing(bytes, case.member, false, end);
        self.leaf(case, from, end, Standing { equals: standing.equals || from > start, ..standing });
    }

    fn judge(&mut self, case: Case, start: usize, end: usize, quoted: bool) {
        let Case { member, detector, frame, listed } = case;
        let mut standing = judge::standing(self.text.as_bytes(), member, quoted, end);
        standing.query |= listed;
        if !judge::applies(detector, frame, standing) {
            return;
        }
        match detector.form {
            Form::Whole => self.leaf(case, start, end, standing),
            Form::Authorization => {
                let (start, end) = forms::credentials(self.platforms, self.text, start, end);
                self.leaf(case, start, end, standing);
            }
            Form::Cookie => {
                for (start, end) in forms::cookies(self.text, start, end, quoted && !standing.loose) {
                    self.leaf(case, start, end, Standing { quoted: true, loose: false, ..standing });
                }
            }
        }
    }

    fn leaf(&mut self, case: Case, start: usize, end: usize, standing: Standing) {
        let value = slice(self.text, start, end);
        let echoes_key = standing.quoted
            && case.detector.class != Class::Password
            && is_same_name(value, slice(self.text, case.member.key.start, case.member.key.end));
        if !echoes_key && judge::is_secret(self.platforms, value, case.detector, case.frame, standing) {
            self.spans.push(Span { start, end, label: case.detector.label });
        }
    }
}

/// `authorization: ['Authorization', 'Bearer …']`: the first element is the name once more.
fn is_same_name(value: &str, name: &str) -> bool {
    value.eq_ignore_ascii_case(name)
}
