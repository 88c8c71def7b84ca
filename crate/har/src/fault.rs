//! Error for input that is no HAR file, with what it seems to be.

/// Bytes at the beginning that are inspected to tell what a file is.
pub(super) const FIRST: usize = 64;

/// The input has no list of entries (`log.entries`); this is what it is instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoHar {
    /// Compressed: gzip, zip, zlib, zstd, bzip2 or xz.
    Compressed,
    /// UTF-16 or UTF-32.
    Utf16,
    /// Empty.
    Empty,
    /// JSON of another form.
    OtherJson,
    /// JSON that stops in the middle.
    Cut,
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
            NoHar::Cut => "cut",
            NoHar::Markup => "markup",
            NoHar::NoJson => "no-json",
        }
    }
}

/// Tells it by the first bytes, by whether all of it `is_alien` to JSON somewhere, and by whether its brackets are open at its end.
pub(super) fn of(first: &[u8], is_alien: bool, is_open: bool) -> NoHar {
    if is_compressed(first) {
        return NoHar::Compressed;
    }
    if let [0xff, 0xfe, ..]
    | [0xfe, 0xff, ..]
    | [b'{' | b'[' | b'"', 0, ..]
    | [0, b'{' | b'[' | b'"', ..]
    | [0, 0, ..] = first
    {
        return NoHar::Utf16;
    }
    match first.strip_prefix(b"\xef\xbb\xbf").unwrap_or(first).trim_ascii_start() {
        [] => NoHar::Empty,
        [b'<', ..] => NoHar::Markup,
        [b'{' | b'[' | b'"', ..] if !is_alien && is_open => NoHar::Cut,
        [b'{' | b'[' | b'"', ..] if !is_alien => NoHar::OtherJson,
        _ => NoHar::NoJson,
    }
}

fn is_compressed(first: &[u8]) -> bool {
    let magic: [&[u8]; 5] = [b"\x1f\x8b", b"PK\x03\x04", b"\x28\xb5\x2f\xfd", b"BZh", b"\xfd7zXZ\0"];
    magic.iter().any(|magic| first.starts_with(magic)) || matches!(first, [0x78, 0x01 | 0x5e | 0x9c | 0xda, ..])
}
