//! The tables themselves.

use std::collections::BTreeSet;

use super::redactions;
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
