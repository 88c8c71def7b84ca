//! Error for input that is no HAR file, with what it seems to be.

/// Bytes at the beginning that are inspected to tell what a file is.
pub(super) const FIRST: usize = 64;

/// The input has no list of entries (`log.entries`); this is what it is instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoHar {
    /// Compressed: gzip, zip or zlib.
    Compressed,
    /// UTF-16.
    Utf16,
    /// Empty.
    Empty,
    /// JSON of another form.
    OtherJson,
    /// XML or HTML.
    Markup,
    /// Some other text, or none.
    NoJson,
}

impl NoHar {
    /// The code that stands for it in the keys of words (`no-har.empty`).
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            NoHar::Compressed => "compressed",
            NoHar::Utf16 => "utf-16",
            NoHar::Empty => "empty",
            NoHar::OtherJson => "other-json",
            NoHar::Markup => "markup",
            NoHar::NoJson => "no-json",
        }
    }
}

pub(super) fn of(first: &[u8]) -> NoHar {
    let text = first.strip_prefix(b"\xef\xbb\xbf").unwrap_or(first).trim_ascii_start();
    match (first, text) {
        ([0x1f, 0x8b, ..] | [b'P', b'K', 3, 4, ..] | [0x78, 0x01 | 0x5e | 0x9c | 0xda, ..], _) => NoHar::Compressed,
        ([0xff, 0xfe, ..] | [0xfe, 0xff, ..], _) => NoHar::Utf16,
        (_, []) => NoHar::Empty,
        (_, [b'{' | b'[', ..]) => NoHar::OtherJson,
        (_, [b'<', ..]) => NoHar::Markup,
        _ => NoHar::NoJson,
    }
}
