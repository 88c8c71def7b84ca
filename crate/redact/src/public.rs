//! Long words that are public: keys of SSH, pictures in a page.

use super::bytes::{before, byte_at, ends_before, looking_at, skip, skip_back};

/// How public keys of SSH begin, after their kind (RFC 4253, section 6.6, in base64).
const KEYS: &[&str] = &["AAAAB3NzaC1", "AAAAC3NzaC1", "AAAAE2VjZHNhLXNoYTIt"];

/// Media types whose content is drawn or played.
const MEDIA: &[&str] = &["data:image/", "data:font/", "data:audio/", "data:video/"];

/// Longest head of a `data:` URL that is read, in bytes.
const HEAD: usize = 80;

/// Where the public word that begins at `start` ends, if one does.
pub(super) fn end(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    if byte_at(bytes, start) != b'A' && before(bytes, start) != b',' {
        return None;
    }
    let is_key = KEYS.iter().any(|key| looking_at(bytes, start, key));
    let is_medium = ends_before(bytes, start, ";base64,") && {
        let head = skip_back(bytes, start, HEAD, |c| !matches!(c, b'"' | b'\'' | b'(' | b' ' | b'\n'));
        MEDIA.iter().any(|medium| looking_at(bytes, head, medium))
    };
    let is_base64 = |c: u8| c.is_ascii_alphanumeric() || matches!(c, b'+' | b'/' | b'=');
    (is_key || is_medium).then(|| skip(bytes, start, is_base64))
}
