//! Codes that a print-out shows without a member's name: `[60011] …`, `(Lark error code 99991663: …`, `failed: 50004 …`,
//! `permissions.error code: 403, …`.

/// A number of fewer digits is any number.
const FEWEST_DIGITS: usize = 5;
const MOST_DIGITS: usize = 9;

/// So many bytes before a code its word is looked for.
const WORD_BEFORE: usize = 24;

/// Words that a code stands behind, in lower case.
const CODE_WORDS: [&str; 12] = [
    "code",
    "errcode",
    "error",
    "err",
    "errno",
    "subcode",
    "sub_code",
    "errorcode",
    "错误码",
    "状态码",
    "错误代码",
    "返回码",
];

/// Words in front of a code that is told in a sentence.
const TELLING_WORDS: [&str; 8] = ["报错", "报", "返回", "错误", "提示", "failed", "failure", "exception"];

/// All of them with their offsets, in the order of the text.
pub(super) fn codes(text: &str) -> impl Iterator<Item = (usize, &str)> {
    numbers(text).filter(|(offset, code)| is_code(text, *offset, code.len())).chain(words(text))
}

/// The runs of digits that are no part of a longer word, number, time or path.
fn numbers(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let bytes = text.as_bytes();
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + bytes.get(from..)?.iter().position(u8::is_ascii_digit)?;
            let len = bytes.get(start..)?.iter().take_while(|b| b.is_ascii_digit()).count();
            from = start + len;
            if (FEWEST_DIGITS..=MOST_DIGITS).contains(&len) && stands_alone(bytes, start, from) {
                return text.get(start..from).map(|code| (start, code));
            }
        }
    })
}

fn stands_alone(bytes: &[u8], start: usize, end: usize) -> bool {
    let before = start.checked_sub(1).and_then(|i| bytes.get(i));
    let (after, second) = (bytes.get(end), bytes.get(end + 1));
    // `dingtalk_50004`
    let letter_before = || start.checked_sub(2).and_then(|i| bytes.get(i)).is_some_and(u8::is_ascii_lowercase);
    let is_prefixed = before == Some(&b'_') && letter_before();
    let joins =
        |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'/' | b'+' | b'%' | b'&' | b'@' | b'$');
    let in_number = matches!((after, second), (Some(b'.' | b':' | b',' | b'-'), Some(b'0'..=b'9')));
    (is_prefixed || !before.is_some_and(joins))
        && !after.is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'/' | b'%'))
        && !in_number
}

/// Whether the number stands where a code does.
fn is_code(text: &str, start: usize, len: usize) -> bool {
    let before = text.get(text.floor_char_boundary(start.saturating_sub(WORD_BEFORE))..start).unwrap_or_default();
    let after = text.get(start + len..).unwrap_or_default();
    let is_prefixed = before.ends_with('_') && after.starts_with([':', ' ', ',', ')', '"', '\'', '\n']);
    let in_brackets =
        before.ends_with(['[', '(', '<', '「']) && after.starts_with([']', ')', '>', ':', ',', ' ', '」']);
    is_prefixed || in_brackets || is_behind_word(before) || (is_at_head(before) && is_before_message(after))
}

fn is_behind_word(before: &str) -> bool {
    let head = before.trim_end_matches([' ', ':', '=', '#', '\'', '"', '`', '*', '(', '[', '{', '为', '是', '了']);
    let low = head.to_lowercase();
    let ends_with = |word: &&str| {
        low.strip_suffix(*word)
            .is_some_and(|rest| !word.is_ascii() || !rest.ends_with(|c: char| c.is_ascii_alphanumeric()))
    };
    CODE_WORDS.iter().chain(&TELLING_WORDS).any(ends_with)
}

/// At the start of a line, or of what follows a colon or a bracket.
fn is_at_head(before: &str) -> bool {
    let head = before.trim_end_matches([' ', '`', '"', '\'', '*']);
    head.is_empty() || head.ends_with([':', ']', '\n', '|', '>', ',', '—', '。', '是'])
}

/// A message follows, not a unit, a count or another number.
fn is_before_message(after: &str) -> bool {
    let text = after.trim_start_matches([' ', ':', '-', '–', '—', ',', '`', '"', '\'', '*', '_', '|']);
    let separated = text.len() < after.len();
    separated && text.starts_with(|c: char| c.is_alphabetic()) && !starts_with_unit(text)
}

fn starts_with_unit(text: &str) -> bool {
    const UNITS: [&str; 14] = [
        "ms",
        "s",
        "sec",
        "seconds",
        "bytes",
        "byte",
        "kb",
        "mb",
        "items",
        "rows",
        "lines",
        "requests",
        "times",
        "milliseconds",
    ];
    let word: String = text.chars().take_while(char::is_ascii_alphabetic).collect::<String>().to_ascii_lowercase();
    UNITS.contains(&word.as_str())
}

/// The code before `code: 403, <message> request id: …`, as Alibaba's SDKs join them.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    memchr::memmem::find_iter(text.as_bytes(), b" code: ").filter_map(|offset| {
        let status = text.get(offset + 7..offset + 11)?;
        let is_status = status.starts_with(['4', '5']) && status.ends_with(',');
        let head = text.get(..offset)?.trim_end_matches(':');
        let is_word = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_');
        let len: usize = head.chars().rev().take_while(is_word).map(char::len_utf8).sum();
        let start = head.len() - len;
        (is_status && len > 0).then(|| (start, head.get(start..).unwrap_or_default()))
    })
}

#[cfg(test)]
mod tests {
    use super::codes;

    fn found(text: &str) -> Vec<&str> {
        codes(text).map(|(_, code)| code).collect()
    }

    #[test]
    fn a_code_stands_in_brackets_behind_its_word_or_before_its_message() {
        for (text, code) in [
            ("[60011] 没有权限", "60011"),
            ("(60011) no permission", "60011"),
            ("Lark API error: (Lark error code 99991663: Invalid access token)", "99991663"),
            ("POST /topapi/x failed: 50004 请求的部门id不在授权范围内", "50004"),
            ("[feishu] 91403 Forbidden", "91403"),
            ("request failed: 91403 Forbidden 2026112700", "91403"),
            ("错误码:60011", "60011"),
            ("返回 60011，", "60011"),
            ("每次都报 40078", "40078"),
            ("部门 101 跳过: dingtalk_50004:请求的部门id不在授权范围内", "50004"),
            ("60011: 没有调用该接口的权限", "60011"),
            ("permissions.error code: 403, 没有调用该接口的权限 request id: 1", "permissions.error"),
            ("Error: invalidParameter.robotCode.auth: code: 400, x request id: 1", "invalidParameter.robotCode.auth"),
        ] {
            assert_eq!(found(text), [code], "{text}");
        }
    }

    #[test]
    fn other_numbers_are_no_codes() {
        for text in [
            "took 60011 ms",
            "60011 ms",
            "port 60011",
            "id 60011",
            "2026-11-27 14:08:01,60011",
            "/v1/60011/x",
            "10.60011",
            "1600110111222",
            "line 60011 of the log",
            "x=60011",
            "60011",
            "a60011 [60011b]",
        ] {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }
}
