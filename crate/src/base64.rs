//! Base64 into bytes.

/// The bytes of a base64 text of either alphabet, wrapped or not, padded or not; nothing where it is none.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
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
pub(crate) mod tests {
    use super::decode;

    /// Base64 of the standard alphabet with padding, of bytes.
    pub(crate) fn encoded(text: &str) -> String {
        let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let group = |bytes: &[u8]| {
            let bits = bytes.iter().chain([&0, &0]).take(3).fold(0_usize, |bits, byte| bits << 8 | usize::from(*byte));
            let letter = |i: usize| if i <= bytes.len() { char::from(letters[bits >> (18 - 6 * i) & 63]) } else { '=' };
            [letter(0), letter(1), letter(2), letter(3)]
        };
        text.as_bytes().chunks(3).flat_map(group).collect()
    }

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
