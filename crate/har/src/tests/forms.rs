//! Entries that stand in no log, and files that are none.

use super::hostile::{entry, file};
use super::{bad, indices, read, read_in};
use crate::{NoHar, Why};

#[test]
fn entries_are_read_without_an_archive_around_them() {
    let (one, two, three) = (entry(0), entry(1), entry(2));
    let sorted = r#"{"cache":{},"request":{"url":"https://api.dingtalk.com/3"},"response":{"status":403}}"#;
    for (text, count) in [
        (format!("[{one},{two},{three}]"), 3),
        (format!(" [\n {one} ,\n {two}\n]\n"), 2),
        (one.clone(), 1),
        (format!("{one}\n{two}\n{three}\n"), 3),
        (format!("{one}\r\n{sorted}"), 2),
        (format!("[{sorted}]"), 1),
        (serde_json::to_string(&file(&[one.clone(), two.clone()])).unwrap(), 2),
        (format!("\u{feff} {}", serde_json::to_string(&format!("[{one}]")).unwrap()), 1),
    ] {
        let batch = read(text.as_bytes());
        let expected: Vec<usize> = (0..count).collect();
        assert_eq!((indices(&batch), bad(&batch), batch.cut), (expected, vec![], false), "{text}");
    }
}

#[test]
fn what_is_damaged_without_an_archive_loses_itself_alone() {
    let broken = entry(1).replace("\"GET\"", "\"GET");
    for text in [
        format!("[{},{broken},{}]", entry(0), entry(2)),
        format!("{}\n{broken}\n{}", entry(0), entry(2)),
        format!("{}\n{{\"type\":\"meta\"}}\n{}", entry(0), entry(2)),
    ] {
        let batch = read(text.as_bytes());
        assert_eq!((indices(&batch), batch.bad.len(), batch.cut), (vec![0, 2], 1, false), "{text}");
    }
    let nameless = entry(1).replacen("{\"", "{", 1);
    for text in [
        format!("[{broken},{}]", entry(2)),
        format!("{broken}\n{}", entry(2)),
        format!("[{nameless},{}]", entry(2)),
        format!("{nameless}\n{}", entry(2)),
    ] {
        let batch = read(text.as_bytes());
        assert_eq!((indices(&batch), bad(&batch)), (vec![1], vec![(0, Why::Broken)]), "{text}");
    }
    for text in [format!("[{},", entry(0)), format!("[{},{}", entry(0), entry(1).split_at(90).0)] {
        let batch = read(text.as_bytes());
        assert_eq!((indices(&batch), batch.cut), (vec![0], true), "{text}");
    }
    let batch = read(format!("{}\n{}", entry(0), entry(1).split_at(90).0).as_bytes());
    assert_eq!((indices(&batch), bad(&batch), batch.cut), (vec![0], vec![(1, Why::Cut)], true));
}

#[test]
fn what_is_no_har_file_says_what_it_is() {
    let utf_16: Vec<u8> = [0xfeff].into_iter().chain("{\"log\"".encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let without_mark: Vec<u8> = "[{\"log\"".encode_utf16().flat_map(u16::to_be_bytes).collect();
    let files: [(&[u8], NoHar); 23] = [
        (b"", NoHar::Empty),
        (b"\xef\xbb\xbf \n", NoHar::Empty),
        (b"\x1f\x8b\x08\x00\x00", NoHar::Compressed),
        (b"x\x9c\xcbH", NoHar::Compressed),
        (b"PK\x03\x04", NoHar::Compressed),
        (b"\x28\xb5\x2f\xfd\x04", NoHar::Compressed),
        (b"BZh91AY", NoHar::Compressed),
        (b"\xfd7zXZ\0", NoHar::Compressed),
        (&utf_16, NoHar::Utf16),
        (&without_mark, NoHar::Utf16),
        (b"{\0\0\0\"\0\0\0", NoHar::Utf16),
        (b"{\"log\":{\"version\":\"1.2\",\"creator\":{\"na", NoHar::Cut),
        (b"[{\"startedDateTime\":\"2026", NoHar::Cut),
        (b"\"{\\\"log\\\":{", NoHar::Cut),
        (b"{this is no JSON at all}", NoHar::NoJson),
        (b"{\"log\": {entries: []}}", NoHar::NoJson),
        (b"\"a text\"", NoHar::NoJson),
        (b"{\"request\":{\"url\":\"a\"}}", NoHar::OtherJson),
        (b"[{\"response\":{\"status\":403}}]", NoHar::OtherJson),
        (b"{\"log\":{\"entries\":{}}}", NoHar::OtherJson),
        (b"[1,2]", NoHar::OtherJson),
        (b"<?xml version=\"1.0\"?><log/>", NoHar::Markup),
        (b"2026-11-22 INFO started", NoHar::NoJson),
    ];
    for (bytes, what) in files {
        for size in [1, 3, 100] {
            assert_eq!(read_in(bytes, size).unwrap_err(), what);
        }
    }
}
