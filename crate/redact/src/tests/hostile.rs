//! Input that wants to hurt: deep, huge, cut off, wrongly escaped. Time stays in step with size.

use std::time::Instant;

use super::redact;
use super::secrets::{HEX, JWT};

/// How long it takes to redact `piece` written `times` over, the best of two.
fn millis(piece: &str, times: usize) -> f64 {
    let text = piece.repeat(times);
    let once = || {
        let start = Instant::now();
        assert!(!redact(&text).is_empty());
        start.elapsed().as_secs_f64() * 1000.0
    };
    (0..2).map(|_| once()).fold(f64::MAX, f64::min)
}

const PIECES: &[&str] = &[
    "{",
    "[",
    "}",
    "{\"a\":[",
    "\"",
    "\\",
    "\\\"",
    "'",
    "token=",
    "token:\"",
    "token:\\\"",
    "token:'",
    "token=`",
    "name:'",
    "code=",
    "code:\"a ",
    "content:\"",
    "\"token\":",
    "\"userIds\":[",
    "Cookie: a;",
    "Cookie: ",
    "Authorization: ",
    "authorization: aws ",
    "password=a,",
    "password=",
    "nick=张 ",
    "nick: ",
    "a.",
    "a@",
    "%",
    "%25",
    "%3D",
    "%22",
    "&quot;",
    "token&quot;:&quot;",
    "token%22%3A%22",
    "access token ",
    "access token is ",
    "is ",
    "a ",
    "\u{ff1a}",
    "：",
    "-----BEGIN PRIVATE KEY-----",
    "-----BEGIN ",
    "eyJ",
    "eyJaaaaaaaaaaaaaaaaaaaa.",
    "://a:",
    "http://a",
    "/users/",
    "Bearer ",
    "--token ",
    "1",
    "13",
    "138-",
    "13812345678",
    "+86",
    "cid",
    "masked-",
    "masked-token-1",
    "<",
    "<a>",
    ">",
    ",",
    "\"\",",
    "\"token\",",
    "\n",
    "\r\n",
    "\t",
    " ",
    "手机号",
    "手机号：",
    "\u{0}",
    "{\"name\":\"x\",\"userid\":\"y\"},",
    "name=",
    "msg",
    "=",
    "abcdef0123456789",
    "x='a' +\n",
    "token='a' +\n",
    "'a' +\n",
    "t-a.",
    "u-a1.",
    "IQoJ/",
    "hooks.slack.com/services/",
    "userIds=[",
    "key=",
    "Cookie: \\\\",
];

#[test]
fn time_is_linear_in_the_size() {
    for piece in PIECES {
        let size = 4_000 / piece.len();
        // A busy machine may be slow once, but not each time.
        let linear = || millis(piece, size * 8) < millis(piece, size) * 8.0 * 3.0 + 40.0;
        assert!((0..5).any(|_| linear()), "{piece:?}: eight times as much takes more than 24 times as long");
    }
}

#[test]
fn five_megabytes() {
    let piece = format!(
        "{{\"access_token\":\"{HEX}\",\"list\":[{{\"name\":\"张三\",\"userid\":\"u1\"}}],\"log\":\"token={JWT}\\nmobile 13812345678\"}}\n"
    );
    let text = piece.repeat(5_000_000 / piece.len());
    let redacted = redact(&text);
    assert!(!redacted.contains(HEX) && !redacted.contains("张三") && !redacted.contains("138123"));
    assert_eq!(redacted.lines().count(), text.lines().count());
}

#[test]
fn ten_thousand_levels() {
    let deep = format!("{}\"token\":\"{HEX}\"{}", "{\"a\":[".repeat(10_000), "]}".repeat(10_000));
    let redacted = redact(&deep);
    assert!(redacted.contains("\"token\":\"masked-token-1\"") && redacted.len() < deep.len());
}

#[test]
fn every_cut_of_a_text_is_read_without_a_panic() {
    let text = format!(
        "{{\"Data\":\"{{\\\"access_token\\\":\\\"{HEX}\\\",\\\"姓名\\\":\\\"张三\\\"}}\",\"u\":\"/x?token%3D{HEX}%26n\",\"m\":[13812345678]}}\r\nCookie: a=b; c\r\n手机：138 🔑 \\u00"
    );
    for (cut, _) in text.char_indices() {
        let (head, tail) = text.split_at(cut);
        for part in [head, tail] {
            let redacted = redact(part);
            assert_eq!(redact(&redacted), redacted, "{part:?}");
        }
    }
}

#[test]
fn a_token_that_is_cut_off_is_masked() {
    for text in [
        "{\"access_token\":\"0f4a9c31d27e",
        "access_token=0f4a9c31d27e",
        "> authorization: Bearer 0f4a9c31d27e",
        "{\\\"accessToken\\\":\\\"0f4a9c31d27e\\",
    ] {
        assert!(!redact(text).contains("0f4a9c31"), "{}", redact(text));
    }
}
