//! The tables themselves.

use std::collections::BTreeSet;

use super::{redact, redactions};
use crate::detectors::shapes::{Body, Shape};
use crate::detectors::{self, keep, paths, shapes, signs};
use crate::marker;
use crate::platforms::Platforms;

#[test]
fn what_a_mask_says_is_safe_and_known() {
    let redactions = redactions();
    let platforms = Platforms::new(&redactions);
    let of_platforms = redactions.iter().flat_map(|redaction| &redaction.shapes).map(|shape| &*shape.kind);
    let rows = detectors::all().map(|row| row.label).chain(of_platforms);
    let whats = rows.chain(shapes::all().map(|row| row.label)).chain(paths::PATHS.iter().map(|row| row.label));
    for label in whats.chain(shapes::LOOSE.iter().copied()) {
        assert!(
            !label.is_empty() && label.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-'),
            "{label}"
        );
        assert!(marker::is_mask(&platforms, &marker::word(label, 12)), "{label}");
    }
    assert!(marker::is_mask(&platforms, &marker::number(3)) && !marker::is_mask(&platforms, "13812345678"));
}

#[test]
fn names_are_folded_and_stand_in_one_row() {
    let mut seen = BTreeSet::new();
    for key in detectors::all().flat_map(|row| row.keys) {
        assert!(key.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()), "{key}");
        assert!(seen.insert(*key), "{key} stands twice");
    }
    for key in keep::KEPT_KEYS.iter().chain(keep::CURSORS) {
        assert!(!seen.contains(key), "{key} is both kept and masked");
    }
}

#[test]
fn every_row_can_be_reached() {
    for row in detectors::all() {
        assert!(
            !(row.keys.is_empty() && row.tails.is_empty() && row.words.is_empty() && row.chinese.is_empty()),
            "{}",
            row.label
        );
    }
    for shape in shapes::all() {
        assert!(!shape.start.is_empty() && shape.min <= shape.max, "{}", shape.start);
    }
    let lines = include_str!("../detectors/prefixes.tsv").lines().filter(|line| !line.starts_with('#'));
    assert_eq!(lines.count(), shapes::all().count(), "a line of the table is not read");
}

#[test]
fn what_platforms_say_of_names_is_understood() {
    let is_folded = |name: &str| name.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    for redaction in redactions() {
        for name in redaction.token_names.iter().chain(redaction.signs.iter().map(|sign| &sign.name)) {
            assert!(is_folded(name), "{name}");
        }
        for sign in &redaction.signs {
            assert_ne!(signs::named(&sign.sign), 0, "{} says {}", sign.name, sign.sign);
        }
    }
}

/// A body of this kind, `len` bytes long, with digits and letters of all that it may have.
fn body(shape: &Shape, len: usize) -> String {
    let alphabet: &[u8] = match shape.body {
        Body::Digit => b"4719",
        Body::Hex => b"3fa5c90e7b1d",
        Body::Small => b"k3x9q2w7t",
        Body::Upper => b"K3X9Q2W7T",
        Body::Alnum | Body::Base64 | Body::Sender => b"aB3xY9kQ2",
        Body::Word => b"aB3xY9-kQ2_w",
        Body::Dotted => b"aB3xY9-kQ2_w.z",
        Body::Bang => b"aB3xY9.kQ2_w!z",
    };
    alphabet.iter().cycle().take(len).map(|c| char::from(*c)).collect()
}

#[test]
fn every_prefix_is_masked_under_a_name_that_says_nothing() {
    let carriers: [fn(&str) -> String; 5] = [
        |v| format!("{{\"extra\":\"{v}\"}}"),
        |v| format!("see {v} please"),
        |v| format!("https://example.cn/x?extra={v}&n=1"),
        |v| format!("X-Extra: {v}\r\nAccept: */*"),
        |v| format!("{{\"log\":\"{{\\\"extra\\\":\\\"{v}\\\"}}\"}}"),
    ];
    let mut seen = 0;
    for shape in shapes::all() {
        let secret = format!("{}{}", shape.start, body(&shape, shape.min));
        for text in carriers.map(|write| write(&secret)) {
            seen += 1;
            let redacted = redact(&text);
            assert!(
                !redacted.contains(&secret[shape.start.len()..]) && redacted.contains("masked-"),
                "{text}\n{redacted}"
            );
        }
    }
    assert!(seen > 500, "{seen}");
}
