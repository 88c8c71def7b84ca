//! Texts put together at random from what texts are made of: they stay what they are, and a second time changes nothing.

use serde_json::{Map, Value};

use super::redact;
use super::secrets::{HEX, JWT};
use super::structure::same_form;

/// A small generator (xorshift), so that every run sees the same texts.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.roll(from.len())]
    }
}

const PIECES: &[&str] = &[
    "access_token",
    "token",
    "code",
    "name",
    "content",
    "userid",
    "mobile",
    "Cookie",
    "Authorization",
    "text",
    "msgtype",
    "value",
    "password",
    "key",
    "姓名",
    "request_id",
    "http://",
    "/users/",
    "Bearer ",
    "Basic ",
    "-u ",
    "--token ",
    "masked-token-3",
    "99900000002",
    "masked-",
    "eyJ",
    "SEC",
    "cid",
    "%3D",
    "%22",
    "%2522",
    "%26",
    "%",
    "\\u003d",
    "\\u0026",
    "\\u",
    "&quot;",
    "&amp;",
    "&",
    "=",
    ":",
    "：",
    "=>",
    "==",
    ",",
    ";",
    "?",
    "@",
    "+86",
    "\"",
    "'",
    "`",
    "\\\"",
    "\\\\\"",
    "\\\\\\\"",
    "\\",
    "\\n",
    "\n",
    "\r\n",
    "\n\n",
    " ",
    "  ",
    "\t",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "<",
    ">",
    "|",
    "13812345678",
    "a@b.cn",
    "manager42",
    "Qw8ErT2yUi5o",
    "12345678",
    "null",
    "true",
    "张三",
    "。",
    "，",
    "x",
    "_",
    "-",
    ".",
    "/",
    "$:LWCP_v1:$",
    "-----BEGIN PRIVATE KEY-----",
    "-----END ",
    "-----",
    "\u{feff}",
    "🔑",
    "is ",
    "为",
];

fn soup(dice: &mut Dice, pieces: usize) -> String {
    let mut text = String::new();
    for _ in 0..pieces {
        match dice.roll(40) {
            0 => text.push_str(&format!(" {HEX} ")),
            1 => text.push_str(JWT),
            _ => text.push_str(dice.pick(PIECES)),
        }
    }
    text
}

fn document(dice: &mut Dice, depth: usize) -> Value {
    let leaves = if depth == 0 { 5 } else { 7 };
    match dice.roll(leaves) {
        0 => Value::Null,
        1 => Value::Bool(true),
        2 => Value::from(13_000_000_000u64 + dice.roll(999_999_999) as u64),
        3 | 4 => {
            let pieces = dice.roll(7);
            Value::String(soup(dice, pieces))
        }
        5 => Value::Array((0..dice.roll(4)).map(|_| document(dice, depth - 1)).collect()),
        _ => {
            let mut members = Map::new();
            for _ in 0..dice.roll(5) {
                let value = document(dice, depth - 1);
                let value = if dice.roll(5) == 0 { Value::String(value.to_string()) } else { value };
                let key = dice.pick(PIECES);
                // A mobile number is masked as a member's name too, and so is a token that a value gave away.
                if redact(key) == key && !key.starts_with("Qw8") {
                    members.insert(key.to_string(), value);
                }
            }
            Value::Object(members)
        }
    }
}

/// Whether two documents also have the same form where a string holds another document, unless it was masked whole or read as cookies.
fn same_inside(before: &Value, after: &Value) -> bool {
    match (before, after) {
        (Value::Object(a), Value::Object(b)) => {
            a.iter().all(|(key, value)| b.get(key).is_some_and(|other| same_inside(value, other)))
        }
        (Value::Array(a), Value::Array(b)) => a.iter().zip(b).all(|(a, b)| same_inside(a, b)),
        (Value::String(a), Value::String(b))
            if a.starts_with(['{', '[']) && !b.starts_with("masked-") && !b.contains("masked-cookie") =>
        {
            match serde_json::from_str::<Value>(a) {
                Ok(inner) => serde_json::from_str(b).is_ok_and(|other| same_form(&inner, &other)),
                Err(_) => true,
            }
        }
        _ => true,
    }
}

#[test]
fn random_documents_stay_documents() {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    for _ in 0..5_000 {
        let before = document(&mut dice, 4);
        let text = if dice.roll(2) == 0 { before.to_string() } else { serde_json::to_string_pretty(&before).unwrap() };
        let redacted = redact(&text);
        let after: Value = serde_json::from_str(&redacted).unwrap_or_else(|e| panic!("{e}\n{text}\n{redacted}"));
        assert!(same_form(&before, &after), "{text}\n{redacted}");
        assert!(same_inside(&before, &after), "{text}\n{redacted}");
        assert_eq!(redact(&redacted), redacted, "{text}");
    }
}

#[test]
fn random_texts_settle_and_keep_their_lines() {
    let mut dice = Dice(0xD1B5_4A32_D192_ED03);
    for _ in 0..20_000 {
        let pieces = 1 + dice.roll(24);
        let text = soup(&mut dice, pieces);
        let redacted = redact(&text);
        assert_eq!(text.matches('\n').count(), redacted.matches('\n').count(), "{text:?}\n{redacted:?}");
        assert!(!redacted.contains(HEX) || text.contains("request_id"), "{text:?}\n{redacted:?}");
        assert_eq!(redact(&redacted), redacted, "{text:?}");
    }
}
