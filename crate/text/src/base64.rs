//! Base64 into bytes, and bytes into base64.

/// The bytes of a base64 text of either alphabet, wrapped or not, padded or not; `None` where it is none.
#[must_use]
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 3);
    let (mut bits, mut count) = (0_u32, 0);
    let mut letters = text.bytes().filter(|byte| !byte.is_ascii_whitespace());
    for letter in letters.by_ref().take_while(|letter| *letter != b'=') {
        bits = bits << 6 | u32::from(value(letter)?);
        count += 1;
        if count == 4 {
            let [_, a, b, c] = bits.to_be_bytes();
            bytes.extend([a, b, c]);
            (bits, count) = (0, 0);
        }
    }
    let [a, b, ..] = (bits << (32 - 6 * count.max(1))).to_be_bytes();
    match count {
        0 => {}
        2 => bytes.push(a),
        3 => bytes.extend([a, b]),
        _ => return None,
    }
    letters.all(|letter| letter == b'=').then_some(bytes)
}

/// Base64 of bytes, in the standard alphabet and padded.
///
/// ```
/// assert_eq!(scopelens_text::base64::encode("fo"), "Zm8=");
/// ```
#[must_use]
pub fn encode(bytes: impl AsRef<[u8]>) -> String {
    let bytes = bytes.as_ref();
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let bits = group.iter().chain([&0, &0]).take(3).fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte));
        let letters = (0..=group.len()).map(|index| letter(bits >> (18 - 6 * index) & 63));
        text.extend(letters);
        text.extend(std::iter::repeat_n('=', 3 - group.len()));
    }
    text
}

/// The letter of a value from 0 to 63.
fn letter(value: u32) -> char {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let index = usize::try_from(value).unwrap_or_default();
    ALPHABET.get(index).map_or('=', |byte| char::from(*byte))
}

/// The value of a letter of either alphabet.
fn value(letter: u8) -> Option<u8> {
    Some(match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'+' | b'-' => 62,
        b'/' | b'_' => 63,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn every_length_and_form_is_decoded() {
        for (text, bytes) in [
            ("", ""),
            ("Zg==", "f"),
            ("Zg", "f"),
            ("Zm8=", "fo"),
            ("Zm9v", "foo"),
            ("Zm9v\r\nYmE=\n", "fooba"),
            ("5rKh5pyJ", "没有"),
        ] {
            assert_eq!(decode(text).as_deref(), Some(bytes.as_bytes()), "{text}");
        }
        assert_eq!(decode("+/+/"), decode("-_-_"));
        let all: String = (0..64)
            .map(|i| char::from(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"[i]))
            .collect();
        assert_eq!(decode(&all).unwrap()[..6], [0, 16, 131, 16, 81, 135]);
        assert_eq!(decode(&all).unwrap().len(), 48);
    }

    #[test]
    fn what_is_none_is_told() {
        for text in ["Z", "Zm9vY", "{\"errcode\":0}", "Zg=x", "没有"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
