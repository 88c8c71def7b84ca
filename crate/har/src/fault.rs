//! What a file is that is no HAR file.

/// So many first bytes are looked at.
pub(super) const FIRST: usize = 64;

/// There is no list of entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoHar {
    /// What it is in place of that, and what would help: a sentence in English.
    pub message: &'static str,
}

pub(super) fn of(first: &[u8]) -> NoHar {
    let text = first.strip_prefix(b"\xef\xbb\xbf").unwrap_or(first).trim_ascii_start();
    let message = match (first, text) {
        ([0x1f, 0x8b, ..] | [b'P', b'K', 3, 4, ..] | [0x78, 0x01 | 0x5e | 0x9c | 0xda, ..], _) => {
            "It is compressed: unpack it first."
        }
        ([0xff, 0xfe, ..] | [0xfe, 0xff, ..], _) => "It is UTF-16: save it as UTF-8.",
        (_, []) => "It is empty.",
        (_, [b'{' | b'[', ..]) => "It is JSON without a list of exchanges (log.entries).",
        (_, [b'<', ..]) => "It is XML or HTML: export the traffic as HAR.",
        _ => "It is no JSON.",
    };
    NoHar { message }
}
