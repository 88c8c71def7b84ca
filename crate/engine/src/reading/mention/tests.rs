//! Texts as people paste them, each labelled; `⟦…⟧` marks the signs that a rule would find.

use super::is_spoken_of;
use super::place::Place;
use crate::reading::page::Page;
use scopelens_text::flatten;

const TEXTS: &str = include_str!("texts.txt");

/// The texts with this label.
fn texts(label: &str) -> Vec<&'static str> {
    let heads = TEXTS.split("\n=== ").skip(1).filter_map(|text| text.split_once('\n'));
    heads.filter(|(head, _)| head.split(':').next() == Some(label)).map(|(_, text)| text.trim_end()).collect()
}

/// Whether the text only speaks of a refusal, at each of its marks.
fn speaks_only(text: &str) -> bool {
    let flat = flatten(text).text;
    let mut pieces = flat.split('⟦').map(|piece| piece.replace('⟧', ""));
    let mut plain = pieces.next().unwrap();
    let mut offsets = Vec::new();
    for piece in pieces {
        offsets.push(plain.len());
        plain.push_str(&piece);
    }
    assert!(!offsets.is_empty(), "no mark in {text}");
    let page = Page::new(flatten(&plain), &[], 0, None);
    assert_eq!(page.text(), plain, "a flat text stays as it is");
    offsets.iter().all(|offset| is_spoken_of(&Place::new(&page, *offset), false))
}

/// The texts that are answered wrongly.
fn wrong(label: &str, is_mention: bool) -> String {
    let texts = texts(label);
    assert!(texts.len() >= 60, "only {} texts", texts.len());
    let wrong: Vec<&str> = texts.into_iter().filter(|text| speaks_only(text) != is_mention).collect();
    wrong.join("\n--------\n")
}

#[test]
fn what_only_speaks_of_a_refusal_is_a_mention() {
    let wrong = wrong("mention", true);
    assert!(wrong.is_empty(), "answered as refusals:\n{wrong}");
}

#[test]
fn what_tells_of_a_refusal_is_one() {
    let wrong = wrong("refusal", false);
    assert!(wrong.is_empty(), "answered as mentions:\n{wrong}");
}

#[test]
fn a_reply_with_its_request_id_was_given_once() {
    let text = "如果返回 {\"errcode\":88,\"sub_code\":\"60011\",\"request_id\":\"16l4ew3d47pdp\"} 就去申请";
    let page = Page::new(flatten(text), &[], 0, None);
    let place = Place::new(&page, text.find("60011").unwrap());
    assert_eq!((is_spoken_of(&place, true), is_spoken_of(&place, false)), (false, true));
}

#[test]
fn a_long_line_is_read_around_its_signs() {
    let text = format!("如果{}没有调用该接口的权限", "甲".repeat(100_000));
    let page = Page::new(flatten(&text), &[], 0, None);
    assert!(!is_spoken_of(&Place::new(&page, text.find("没有").unwrap()), false));
}

#[test]
fn the_rows_of_a_json_viewer_are_no_table() {
    let viewer = "code\t\"Forbidden.AccessDenied.AccessTokenPermissionDenied\"\nmessage\t\"没有调用该接口的权限\"\naccessdenieddetail\t\nrequiredScopes\t\n0\t\"Card.Streaming.Write\"";
    let table = "Code\tForbidden.AccessDenied.AccessTokenPermissionDenied\n60011\t\"没有调用该接口的权限\"\n50002\t\"request denied\"";
    for (text, is_mention) in [(viewer, false), (table, true)] {
        let denials = crate::testing::read_snippet(text).denials;
        assert!(
            !denials.is_empty() && denials.iter().all(|denial| denial.mention == is_mention),
            "{text}: {denials:#?}"
        );
    }
}
