//! Files that are broken, huge, or none.

use super::super::{HarReader, Why};
use super::{bad, indices, read, read_in};
use crate::Batch;
use crate::testing::engine;
use scopelens_model::BodyState;

/// An entry on a known host.
pub(super) fn entry(n: usize) -> String {
    format!(
        r#"{{"startedDateTime":"2026-11-22T02:00:00Z","request":{{"method":"GET","url":"https://api.dingtalk.com/{n}","headers":[{{"name":"a","value":"b"}}]}},"response":{{"status":403,"content":{{"text":"{{\"code\":\"x\"}}","mimeType":"application/json"}}}}}}"#
    )
}

pub(super) fn file(entries: &[String]) -> String {
    format!(r#"{{"log":{{"version":"1.2","entries":[{}],"comment":"end"}}}}"#, entries.join(","))
}

/// Five entries, the third of which went through `change`.
fn with_third(change: impl Fn(String) -> String) -> Batch {
    let mut entries: Vec<String> = (0..5).map(entry).collect();
    entries[2] = change(entries[2].clone());
    let minified = read(file(&entries).as_bytes());
    let pretty = file(&entries).replace(",{\"started", ",\n    {\n      \"started");
    assert_eq!(bad(&read(pretty.as_bytes())), bad(&minified));
    minified
}

#[test]
fn one_bad_entry_is_one_bad_entry() {
    let changes: [(&str, &str, Why); 13] = [
        ("403", "", Why::Broken),
        ("403,", "403,,", Why::Broken),
        (r#"{\"code\""#, r#"{"code""#, Why::Broken),
        ("\"GET\",", "\"GET,", Why::Broken),
        ("\"GET\",", "GET\",", Why::Broken),
        ("\\\"x\\\"}\",", "\\\"x\\\"},", Why::Broken),
        ("\"application/json\"", "\"application/json", Why::Broken),
        ("}}}", "}}", Why::Broken),
        ("}}}", "}", Why::Broken),
        ("}]}", "}}", Why::Broken),
        ("}]}", "}]", Why::Broken),
        ("\"request\"", "\"asked\"", Why::Shape),
        ("https://api.dingtalk.com/2", "", Why::Shape),
    ];
    for (from, to, why) in changes {
        let batch = with_third(|entry| {
            assert!(entry.contains(from), "{from}");
            entry.replace(from, to)
        });
        assert_eq!((indices(&batch), bad(&batch)), (vec![0, 1, 3, 4], vec![(2, why)]), "{from} → {to}");
    }
}

#[test]
fn of_an_error_too_long_to_be_read_the_beginning_is_handed_out() {
    let long = |n: usize| entry(n).replace(r#"\"x\""#, &format!(r#"\"x{}\""#, "没".repeat(800_000)));
    let granted = long(1).replace("403", "200");
    let batch = read_in(file(&[long(0), granted]).as_bytes(), 1_000_000).unwrap();
    assert_eq!((indices(&batch), batch.unread), (vec![0], 1));
    let exchange = &batch.entries[0].exchange;
    assert_eq!((exchange.head.status, exchange.body_state), (403, BodyState::Cut));
    let body = exchange.body.as_ref().unwrap();
    assert!(body.starts_with(r#"{"code":"x没"#) && body.len() <= 64 * 1024, "{}", body.len());
}

#[test]
fn what_is_no_entry_is_one_bad_entry() {
    for junk in ["null", "12", "true", "\"text } ] , {\"", "[1,[2]]", "{}", "[]", "NaN", "/gone", "{\"request\":5}"] {
        let batch = with_third(|_| junk.to_owned());
        assert_eq!((indices(&batch), bad(&batch)), (vec![0, 1, 3, 4], vec![(2, Why::Shape)]), "{junk}");
    }
}

#[test]
fn a_broken_first_entry_is_learnt_from() {
    let entries = [entry(0).replace("}]}", "}"), entry(1), entry(2).replace("\"GET\"", "\"GET"), entry(3)];
    let batch = read(file(&entries).as_bytes());
    assert_eq!((indices(&batch), bad(&batch)), (vec![1, 3], vec![(0, Why::Broken), (2, Why::Broken)]));
}

#[test]
fn bytes_that_are_no_text_spoil_only_themselves() {
    let mut bytes = file(&[entry(0), entry(1)]).into_bytes();
    let at = bytes.windows(3).position(|three| three == b"403").unwrap() - 30;
    bytes.splice(at..at, [0xff, 0xc3, 0x28]);
    assert_eq!(indices(&read(&bytes)), [0, 1]);
}

#[test]
fn entries_are_found_only_where_a_log_has_them() {
    let list = format!("[{}]", entry(0));
    for (file, found) in [
        (format!(r#"{{"entries":{list}}}"#), true),
        (format!(r#"{{"log":{{"entries":{list}}}}}"#), true),
        (format!(r#"[{{"log":{{"a":[[]],"entries":{list}}}}}]"#), true),
        (format!(r#"{{"har":{{"log":{{"entries":{list}}}}}}}"#), true),
        (format!(r#"{{"log":{{"entries":[]}}}}{{"log":{{"entries":{list}}}}}"#), true),
        (format!(r#"{{"log":{{"pages":[{{"entries":{list}}}],"entries":[]}}}}"#), false),
        (format!(r#"{{"log":{{"comment":"\"entries\"","x\"entries":{list},"entries":[]}}}}"#), false),
        (format!(r#"{{"x\"log":{{"entries":{list}}},"log":{{"entries":[]}}}}"#), false),
    ] {
        assert_eq!(read(file.as_bytes()).entries.len(), usize::from(found), "{file}");
    }
}

#[test]
fn an_entry_beyond_the_limit_is_passed_over_and_not_kept() {
    let large = entry(1).replace("\\\"x\\\"", &"x".repeat(20_000));
    let text = file(&[entry(0), large, entry(2)]);
    for size in [1, 64, 1_000, 100_000] {
        let mut reader = HarReader::new();
        reader.splitter.limit = 10_000;
        let mut all = Batch::default();
        for piece in text.as_bytes().chunks(size) {
            all.append(reader.feed(engine(), piece));
            assert!(reader.splitter.buffer.len() <= 11_000 + size);
        }
        all.append(reader.end(engine()).unwrap());
        assert_eq!((indices(&all), bad(&all)), (vec![0, 2], vec![(1, Why::TooLarge)]), "in pieces of {size}");
    }
}

#[test]
fn memory_stays_with_the_largest_entry() {
    let entries: Vec<String> = (0..3_000).map(entry).collect();
    let largest = entries.iter().map(String::len).max().unwrap();
    let mut reader = HarReader::new();
    for piece in file(&entries).as_bytes().chunks(1_000) {
        reader.feed(engine(), piece);
        assert!(reader.splitter.buffer.len() <= largest + crate::splitter::BACK);
    }
}

#[test]
fn hostile_files_are_read_to_their_end() {
    let head = r#"{"log":{"entries":["#;
    let unquoted = entry(0).replace("\"GET\"", "\"GET") + ",";
    let files = [
        format!("{head}{}", "[".repeat(750_000)),
        format!("{head}{}", "{\"a\":".repeat(40_000)),
        format!("{head}{}", "{\"a\"".repeat(175_000)),
        format!("{head}{}", "{\"a\" {\"a".repeat(75_000)),
        format!("{head}{}", "}".repeat(750_000)),
        format!("{head}\"{}", "\\".repeat(750_000)),
        format!("{head}{}", "\"".repeat(750_000)),
        format!("{head}{}", "1 ".repeat(100_000)),
        format!("{head}{}", entry(0).replace('}', "").repeat(3_000)),
        format!("{head}{},{},{}", entry(0).replacen('{', "{\"x\":1,", 1), entry(0), unquoted.repeat(3_000)),
        "[".repeat(750_000),
        "{\"log\":".repeat(100_000),
        "{\"log\":{\"entries\":[".repeat(40_000),
        "{\"entries\":[]}".repeat(50_000),
    ];
    for text in files {
        for size in [1_000, text.len()] {
            drop(read_in(text.as_bytes(), size));
        }
    }
}
