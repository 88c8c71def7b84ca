//! The first pass: every known member of the text, and what the object around it is about.

use super::bytes::{before, byte_at, is_blank, is_space, skip};
use super::detectors::{Detector, When};
use super::escapes::{percent, unicode};
use super::key::{self, Key};
use super::meaning::{self, Meaning};
use super::platforms::Platforms;
use super::quote;

/// A known member: its name, and where its value begins.
#[derive(Debug, Clone, Copy)]
pub(super) struct Member {
    pub(super) key: Key,
    pub(super) value: usize,
    /// The separator is a comma between two quoted texts: a pair of a list, or just two texts.
    pub(super) tuple: bool,
    /// The name is that of an element, whose value ends at the next tag.
    pub(super) tag: bool,
    /// How often the separator is percent-encoded.
    pub(super) encoded: u8,
    /// In which levels of `"` strings the member stands, one bit a level.
    pub(super) strings: u8,
    pub(super) frame: usize,
}

/// What is known of an object, or of a paragraph outside objects.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Frame {
    pub(super) signs: u8,
    /// The meaning of the member that holds the object.
    pub(super) holder: Meaning,
    /// What the object's own `name` says that its `value` is.
    pub(super) named: Option<&'static Detector>,
    /// The object's own `name` says that its `value` is an id of a request or the like.
    pub(super) keeps_value: bool,
    /// In which levels of strings the object stands.
    strings: u8,
}

#[derive(Debug, Default)]
pub(super) struct Outline {
    pub(super) members: Vec<Member>,
    pub(super) frames: Vec<Frame>,
}

/// Brackets deeper than that share one object.
const DEEPEST: usize = 64;

#[derive(Debug, Clone, Copy, Default)]
struct Open {
    bracket: u8,
    holder: Meaning,
    frame: Option<usize>,
    strings: u8,
}

struct Reader<'a> {
    platforms: &'a Platforms,
    text: &'a str,
    outline: Outline,
    stack: Vec<Open>,
    /// Brackets opened past `DEEPEST`.
    beyond: usize,
    /// Where the value of the last member begins, and what the member means.
    pending: (usize, Meaning),
    strings: u8,
    slashes: usize,
}

/// Reads the members of `text`.
pub(super) fn read(platforms: &Platforms, text: &str) -> Outline {
    let mut reader = Reader {
        platforms,
        text,
        outline: Outline::default(),
        stack: vec![Open::default()],
        beyond: 0,
        pending: (usize::MAX, Meaning::default()),
        strings: 0,
        slashes: 0,
    };
    for i in 0..text.len() {
        reader.step(i);
    }
    reader.outline
}

impl Reader<'_> {
    fn step(&mut self, i: usize) {
        let bytes = self.text.as_bytes();
        let c = byte_at(bytes, i);
        match c {
            b'\n' => self.line(i),
            b'"' => self.string(),
            b'{' | b'[' => self.open(i, c),
            b'}' | b']' => self.close(c),
            b':' | b'=' | b',' | b'%' | b'\\' | b'>' | 0xEF => self.member(i),
            _ => {}
        }
        self.slashes = if c == b'\\' { self.slashes + 1 } else { 0 };
    }

    /// A raw line break ends every JSON string, and two end a paragraph.
    fn line(&mut self, i: usize) {
        self.strings = 0;
        let blank = matches!(byte_at(self.text.as_bytes(), i + 1), b'\n' | b'\r');
        if let (true, [bottom]) = (blank, self.stack.as_mut_slice()) {
            bottom.frame = None;
        }
    }

    fn string(&mut self) {
        let level = quote::level(self.slashes).min(7);
        let deeper = 0xFFu8.checked_shl(level + 1).unwrap_or(0);
        self.strings = (self.strings ^ (1 << level)) & !deeper;
    }

    fn open(&mut self, i: usize, bracket: u8) {
        if self.stack.len() >= DEEPEST {
            self.beyond += 1;
            return;
        }
        let around = self.stack.last().copied().unwrap_or_default();
        let holder = if self.pending.0 == i {
            self.pending.1
        } else if around.bracket == b'[' {
            around.holder
        } else {
            Meaning::default()
        };
        self.stack.push(Open { bracket, holder, frame: None, strings: self.strings });
    }

    fn close(&mut self, bracket: u8) {
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        let opening = if bracket == b'}' { b'{' } else { b'[' };
        // The bottom has no bracket, so it is never taken.
        if let Some(depth) = self.stack.iter().rposition(|open| open.bracket == opening) {
            self.stack.truncate(depth);
        }
    }

    fn member(&mut self, i: usize) {
        let Some(separator) = separator(self.text.as_bytes(), i) else { return };
        let key = if separator.tag {
            key::in_tag(self.platforms, self.text, i)
        } else {
            key::before_separator(self.platforms, self.text, i)
        };
        let Some(key) = key else { return };
        let bytes = self.text.as_bytes();
        let whole = key.quote != 0 && key.outer < key.start;
        if separator.tuple && !(whole && key.meaning.detector.is_some()) {
            return;
        }
        let roomy = key.quote != 0 || separator.roomy;
        let value = skip(bytes, i + separator.len, if roomy { is_space } else { is_blank });
        let frame = self.frame();
        if !separator.tuple {
            self.tell(frame, key.meaning, value);
        }
        self.pending = (value + quote::opening(bytes, value).map_or(0, |quote| quote.len), key.meaning);
        if key.meaning.detector.is_some() || key.meaning.named {
            let strings = self.strings;
            let Separator { tuple, tag, encoded, .. } = separator;
            self.outline.members.push(Member { key, value, tuple, tag, encoded, strings, frame });
        }
    }

    /// The frame of the innermost object, made on first use.
    fn frame(&mut self) -> usize {
        let next = self.outline.frames.len();
        let Some(open) = self.stack.last_mut() else { return next };
        if let Some(frame) = open.frame {
            return frame;
        }
        open.frame = Some(next);
        let (holder, strings) = (open.holder, open.strings);
        self.outline.frames.push(Frame { signs: holder.inside, holder, strings, ..Frame::default() });
        next
    }

    fn tell(&mut self, frame: usize, meaning: Meaning, value: usize) {
        let name = meaning.naming.then(|| self.quoted(value)).flatten();
        let named = name.and_then(|name| meaning::meaning(self.platforms, name)).unwrap_or_default();
        let signs = if self.is_empty_of(meaning, value) { 0 } else { meaning.beside };
        let strings = self.strings;
        if let Some(frame) = self.outline.frames.get_mut(frame).filter(|frame| frame.strings == strings) {
            frame.signs |= signs;
            frame.named = frame.named.or(named.detector);
            frame.keeps_value |= named.kept && named.detector.is_none();
        }
    }

    /// Whether the value at `i` lacks what the member's values have: it says nothing about a person then.
    fn is_empty_of(&self, meaning: Meaning, i: usize) -> bool {
        let when = meaning.detector.map(|row| row.when);
        // `uid=1000` and `uid: 4f1c9a7e-…` are of systems, not of people.
        let Some(value) = self.quoted(i) else { return matches!(when, Some(When::Opaque(_))) };
        match when {
            Some(When::Digits(_)) => !value.bytes().any(|c| c.is_ascii_digit()),
            Some(When::Address) => !value.contains(['@', '%']),
            _ => false,
        }
    }

    /// The short quoted text at `i`.
    fn quoted(&self, i: usize) -> Option<&str> {
        let bytes = self.text.as_bytes();
        let quote = quote::opening(bytes, i)?;
        let start = i + quote.len;
        let short = bytes.get(..bytes.len().min(start + 96))?;
        let (end, close) = quote::closing(short, start, quote, 0);
        self.text.get(start..end).filter(|_| close > 0)
    }
}

struct Separator {
    len: usize,
    tuple: bool,
    tag: bool,
    encoded: u8,
    /// The value may stand on the next line.
    roomy: bool,
}

fn separator(bytes: &[u8], i: usize) -> Option<Separator> {
    let plain = |len: usize| Separator { len, tuple: false, tag: false, encoded: 0, roomy: false };
    match byte_at(bytes, i) {
        b':' | b'=' => {
            let len = 1 + bytes.iter().skip(i + 1).take(2).take_while(|c| matches!(c, b'=' | b'>' | b':')).count();
            Some(Separator { roomy: byte_at(bytes, i + 1) == b'>', ..plain(len) })
        }
        b',' => quote::back_over(bytes, i).map(|_| Separator { tuple: true, roomy: true, ..plain(1) }),
        b'>' if before(bytes, i) == b'-' => Some(plain(1)),
        b'>' => Some(Separator { tag: true, roomy: true, ..plain(1) }),
        b'%' => {
            percent(bytes, i).filter(|p| matches!(p.2, b'=' | b':')).map(|p| Separator { encoded: p.1, ..plain(p.0) })
        }
        b'\\' => unicode(bytes, i).filter(|u| matches!(u.1, b'=' | b':')).map(|u| plain(u.0)),
        0xEF => matches!((byte_at(bytes, i + 1), byte_at(bytes, i + 2)), (0xBC, 0x9A | 0x9D)).then(|| plain(3)),
        _ => None,
    }
}
