//! Escapes that texts carry: `\n`, `\u003d`, `%3D`, `%253D`, `&amp;`.

use super::bytes::{before, byte_at, looking_at};

/// The length of an escape whose lead (`\` or `%`) ends before `start`: letters that belong to the escape, not to the word.
pub(super) fn tail_len(bytes: &[u8], start: usize) -> usize {
    let hex = |from: usize, n: usize| (from..from + n).all(|i| byte_at(bytes, i).is_ascii_hexdigit());
    match before(bytes, start) {
        b'\\' => match byte_at(bytes, start) {
            b'n' | b'r' | b't' | b'b' | b'f' => 1,
            b'u' if hex(start + 1, 4) => 5,
            b'x' if hex(start + 1, 2) => 3,
            _ => 0,
        },
        b'%' => {
            let mut i = start;
            while looking_at(bytes, i, "25") && hex(i + 2, 2) {
                i += 2;
            }
            if hex(i, 2) { i + 2 - start } else { 0 }
        }
        _ => 0,
    }
}

/// A percent escape at `i`: its length, how many times it is encoded (1 for `%3D`, 2 for `%253D`) and the byte it stands for.
pub(super) fn percent(bytes: &[u8], i: usize) -> Option<(usize, u8, u8)> {
    if byte_at(bytes, i) != b'%' {
        return None;
    }
    let (mut at_hex, mut times) = (i + 1, 1u8);
    while times < 6 && looking_at(bytes, at_hex, "25") && byte_at(bytes, at_hex + 2).is_ascii_hexdigit() {
        at_hex += 2;
        times += 1;
    }
    let byte = hex_pair(bytes, at_hex)?;
    Some((at_hex + 2 - i, times, byte))
}

/// A `\u00XX` escape at `i`, behind any number of backslashes: its length and the byte it stands for.
pub(super) fn unicode(bytes: &[u8], i: usize) -> Option<(usize, u8)> {
    let mut j = i;
    while byte_at(bytes, j) == b'\\' && j - i < 16 {
        j += 1;
    }
    if j == i || !looking_at(bytes, j, "u00") {
        return None;
    }
    let byte = hex_pair(bytes, j + 3)?;
    Some((j + 5 - i, byte))
}

fn hex_pair(bytes: &[u8], i: usize) -> Option<u8> {
    let digit = |c: u8| (c as char).to_digit(16).and_then(|d| u8::try_from(d).ok());
    Some(digit(byte_at(bytes, i))? * 16 + digit(byte_at(bytes, i + 1))?)
}
