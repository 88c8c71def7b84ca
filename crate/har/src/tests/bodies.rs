//! Bodies in all the forms in which a reply may hold a refusal, and what is told of those that cannot be read.

use serde_json::{Value, json};

use super::{read, read_in};
use crate::testing::{engine, gzip, read_exchange, zlib};
use crate::{Attachments, Batch, Frame, HarReader, Lack, Lacking};
use scopelens_model::BodyState;
use scopelens_text::base64;

const OURS: &str = "https://api.dingtalk.com/v1.0/contact/users/me";
const GATEWAY: &str = "https://gateway.example/directory";
const REFUSED: &str = r#"{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied","message":"应用尚未开通所需的权限：[Contact.User.Read]","accessdenieddetail":{"requiredScopes":["Contact.User.Read"]}}"#;

fn entry(url: &str, status: u16, content: Value) -> Value {
    json!({
        "startedDateTime": "2026-11-22T02:00:00Z",
        "request": { "method": "GET", "url": url, "headers": [] },
        "response": { "status": status, "headers": [], "content": content },
    })
}

/// With a `content-encoding`.
fn coded(coding: &str, content: Value) -> Value {
    let mut entry = entry(OURS, 403, content);
    entry["response"]["headers"] = json!([{ "name": "Content-Encoding", "value": coding }]);
    entry
}

fn file(entries: &[Value]) -> Vec<u8> {
    json!({ "log": { "entries": entries } }).to_string().into_bytes()
}

/// The scopes that the replies lack.
fn scopes(batch: &Batch) -> Vec<String> {
    let denials = batch.entries.iter().flat_map(|entry| read_exchange(&entry.exchange).denials);
    denials.flat_map(|denial| denial.scopes).map(|scope| scope.value).collect()
}

fn lacking(why: Lack, platform: Option<&str>, count: usize, errors: usize) -> Lacking {
    Lacking { why, platform: platform.map(str::to_owned), count, errors }
}

#[test]
fn replies_without_a_body_are_counted_by_platform_and_error() {
    let json = |size: i64| json!({ "mimeType": "application/json", "size": size });
    let batch = read(&file(&[
        entry(OURS, 403, json(374)),
        entry(OURS, 200, json(-1)),
        entry(OURS, 403, json!({ "mimeType": "application/json" })),
        entry("https://open.feishu.cn/open-apis/x", 400, json(9_000_000)),
        entry(GATEWAY, 200, json!({ "mimeType": "text/html", "size": 9, "text": "" })),
        // None of these is to hold one.
        entry(GATEWAY, 200, json!({ "mimeType": "image/png", "size": 374 })),
        entry(OURS, 204, json(0)),
        entry(OURS, 0, json(-1)),
        entry(OURS, 403, json(0)),
        entry(GATEWAY, 302, json(374)),
    ]));
    assert_eq!(
        batch.lacking,
        [
            lacking(Lack::Unsaved, Some("dingtalk"), 3, 2),
            lacking(Lack::Unsaved, Some("feishu"), 1, 1),
            lacking(Lack::Unsaved, None, 1, 0),
        ]
    );
    let states = batch.entries.iter().filter(|entry| entry.exchange.body_state == BodyState::Unsaved);
    assert_eq!((states.count(), batch.entries.len(), batch.unread), (4, 6, 4));
}

#[test]
fn a_length_of_the_response_tells_of_a_body_too() {
    let mut of_size = entry(OURS, 403, json!({ "size": 0 }));
    of_size["response"]["bodySize"] = 374.into();
    let mut of_header = entry(OURS, 403, json!({}));
    of_header["response"]["headers"] = json!([{ "name": "Content-Length", "value": "374" }]);
    let mut empty = entry(OURS, 403, json!({}));
    empty["response"]["headers"] = json!([{ "name": "Content-Length", "value": "0" }]);
    assert_eq!(read(&file(&[of_size, of_header, empty])).lacking, [lacking(Lack::Unsaved, Some("dingtalk"), 2, 2)]);
}

#[test]
fn compressed_bodies_are_read() {
    let packed = gzip(REFUSED.as_bytes());
    let as_chars: String = packed.iter().copied().map(char::from).collect();
    let (head, tail) = packed.split_at(packed.len() / 2);
    let chunks = |pieces: &[&[u8]]| Value::from(pieces.iter().map(base64::encode).collect::<Vec<_>>()).to_string();
    for (coding, text, encoding) in [
        ("gzip", base64::encode(&packed), "base64"),
        ("", base64::encode(&packed), "BASE64"),
        ("deflate", base64::encode(zlib(REFUSED.as_bytes())), "base64"),
        ("gzip", chunks(&[&packed]), "base64"),
        ("", chunks(&[head, tail]), "base64"),
        ("br", chunks(&[REFUSED.as_bytes()]), "base64"),
        ("gzip", as_chars, ""),
        ("br", REFUSED.to_owned(), ""),
        ("gzip", base64::encode(REFUSED), "base64"),
    ] {
        let content =
            json!({ "mimeType": "application/json", "size": REFUSED.len(), "text": text, "encoding": encoding });
        let batch = read(&file(&[coded(coding, content)]));
        assert_eq!(
            (scopes(&batch), batch.lacking.len()),
            (vec!["Contact.User.Read".to_owned()], 0),
            "{coding} {encoding}"
        );
    }
}

#[test]
fn a_compression_that_is_not_read_is_told() {
    let brotli = base64::encode([0x0b, 0x02, 0x80, 0x01, 0xff, 0xfe, 0x03]);
    let content = |text: &str| json!({ "mimeType": "application/json", "text": text, "encoding": "base64" });
    let garbled = json!({ "mimeType": "application/json", "text": "\u{1f}\u{fffd}\u{8}\u{0}" });
    let batch =
        read(&file(&[coded("br", content(&brotli)), coded("zstd", content("KLUv/QQAgQ==")), coded("gzip", garbled)]));
    assert_eq!(batch.lacking, [lacking(Lack::Compressed, Some("dingtalk"), 3, 3)]);
    assert!(batch.entries.iter().all(|entry| entry.exchange.body.is_none()));
    // A body of other bytes may have been unpacked.
    let other = json!({ "mimeType": "application/x-protobuf", "text": brotli, "encoding": "base64" });
    assert_eq!(read(&file(&[coded("br", other)])).lacking, []);
}

#[test]
fn a_body_that_unpacks_to_a_huge_one_is_told_as_too_large() {
    let huge = gzip(&[REFUSED.as_bytes(), &vec![b' '; 40 << 20]].concat());
    let content =
        |text: &[u8]| json!({ "mimeType": "application/json", "text": base64::encode(text), "encoding": "base64" });
    let batch = read(&file(&[entry(OURS, 403, content(&huge)), entry(OURS, 200, content(&huge))]));
    assert_eq!(batch.lacking, [lacking(Lack::Large, Some("dingtalk"), 1, 1)]);
    let exchange = &batch.entries[0].exchange;
    assert_eq!((exchange.body_state, exchange.body.as_ref().map(String::len)), (BodyState::Cut, Some(64 * 1024)));
    assert_eq!((scopes(&batch), batch.unread), (vec!["Contact.User.Read".to_owned()], 1));
}

#[test]
fn of_an_error_that_is_too_long_the_beginning_is_read_whoever_sent_it() {
    let long = format!("{REFUSED}{}", " ".repeat(3 << 20));
    let content = |text: &str| json!({ "mimeType": "image/png", "text": text });
    let batch = read_in(
        &file(&[
            entry(GATEWAY, 403, content(&long)),
            entry(OURS, 500, content(&long)),
            entry(GATEWAY, 403, content(&" ".repeat(3 << 20))),
            entry(GATEWAY, 200, json!({ "mimeType": "text/plain", "text": long })),
        ]),
        1 << 20,
    )
    .unwrap();
    assert_eq!(batch.lacking, [lacking(Lack::Large, None, 2, 2), lacking(Lack::Large, Some("dingtalk"), 1, 1)]);
    assert_eq!((scopes(&batch).len(), batch.entries.len(), batch.unread), (2, 2, 2));
}

#[test]
fn a_known_hosts_refusal_is_read_whatever_type_it_bears() {
    for mime in
        ["application/javascript", "image/png", "text/css", "font/woff2", "video/mp4", "application/octet-stream"]
    {
        let jsonp = format!("callback({REFUSED})");
        let batch = read(&file(&[entry(OURS, 403, json!({ "mimeType": mime, "text": jsonp }))]));
        assert_eq!(scopes(&batch), ["Contact.User.Read"], "{mime}");
    }
}

#[test]
fn messages_of_sockets_and_streams_are_read() {
    let mut socket = entry("wss://gateway.example/socket", 101, json!({ "size": 0, "mimeType": "x-unknown" }));
    let quiet = socket.clone();
    socket["_webSocketMessages"] = json!([{ "type": "send", "time": 1.5, "opcode": 1, "data": "{\"q\":1}" }, { "type": "receive", "data": REFUSED }]);
    let mut granted = quiet.clone();
    granted["_webSocketMessages"] = json!([{ "type": "receive", "data": "hello" }]);
    let mut stream = entry(GATEWAY, 200, json!({ "size": 0, "mimeType": "text/event-stream" }));
    stream["_eventSourceMessages"] = json!([{ "eventName": "error", "data": REFUSED }]);
    let batch = read(&file(&[socket, quiet, granted, stream]));
    assert_eq!((scopes(&batch).len(), batch.entries.len(), batch.unread), (2, 2, 2));
    let socket = &batch.entries[0].exchange;
    assert_eq!(socket.request_body.as_deref(), Some("{\"q\":1}"));
    let frame = Frame::new();
    let written = [&frame.before, &crate::entry(engine().redactor(), socket), frame.after].concat();
    assert_eq!(scopes(&read(written.as_bytes())).len(), 1);
}

/// Files by their names.
#[derive(Debug)]
struct Beside(&'static [(&'static str, &'static str)]);

impl Attachments for Beside {
    fn read(&self, name: &str) -> Option<Vec<u8>> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, text)| text.as_bytes().to_vec())
    }
}

#[test]
fn bodies_in_files_of_their_own_are_read_where_they_are() {
    let content = |file: &str| json!({ "mimeType": "application/json", "size": -1, "_file": file });
    let bytes = file(&[
        entry(OURS, 403, content("a.json")),
        entry(OURS, 403, content("b.json")),
        entry(GATEWAY, 200, content("empty")),
    ]);
    let mut reader = HarReader::with_attachments(Box::new(Beside(&[("a.json", REFUSED), ("empty", "")])));
    let batch = reader.feed(engine(), &bytes);
    assert_eq!(scopes(&batch), ["Contact.User.Read"]);
    assert_eq!(batch.lacking, [lacking(Lack::Unsaved, Some("dingtalk"), 1, 1)]);
    assert_eq!(
        read(&bytes).lacking,
        [lacking(Lack::Unsaved, Some("dingtalk"), 2, 2), lacking(Lack::Unsaved, None, 1, 0)]
    );
}
