//! Files as the tools write them.

use super::{bad, indices, read};
use crate::testing::{engine, read_exchange};
use crate::{Batch, HarReader};
use scopelens_model::BodyState::{self, Cut, Unsaved, Whole};

const CHROME: &[u8] = include_bytes!("../../tests/chrome.har");
const FIREFOX: &[u8] = include_bytes!("../../tests/firefox.har");
const SAFARI: &[u8] = include_bytes!("../../tests/safari.har");
const CHARLES: &[u8] = include_bytes!("../../tests/charles.har");
const FIDDLER: &[u8] = include_bytes!("../../tests/fiddler.har");
const MITMPROXY: &[u8] = include_bytes!("../../tests/mitmproxy.har");
const ODD: &[u8] = include_bytes!("../../tests/odd.har");
pub(super) const ALL: [&[u8]; 7] = [CHROME, FIREFOX, SAFARI, CHARLES, FIDDLER, MITMPROXY, ODD];

const NEW: &[&str] = &["Contact.User.Read"];
const OLD: &[&str] = &["qyapi_get_member"];
const NONE: &[&str] = &[];

/// Milliseconds since 1970 of 2026-11-22T02:00:00Z.
const TWO: f64 = 1_795_312_800_000.0;

/// Index, status, when it was, how much of the body there is, the scopes it lacks.
type Row = (usize, u16, Option<f64>, BodyState, &'static [&'static str]);

fn check(file: &[u8], unread: usize, rows: &[Row]) -> Batch {
    let batch = read(file);
    let found: Vec<_> = batch
        .entries
        .iter()
        .map(|entry| {
            let e = &entry.exchange;
            let denials = read_exchange(e).denials;
            let scopes: Vec<String> = denials.into_iter().flat_map(|d| d.scopes).map(|s| s.value).collect();
            (entry.index, e.head.status, e.at, e.body_state, scopes)
        })
        .collect();
    let wanted: Vec<_> = rows
        .iter()
        .map(|(index, status, at, state, scopes)| {
            (*index, *status, *at, *state, scopes.iter().map(|s| (*s).to_owned()).collect())
        })
        .collect();
    assert_eq!(found, wanted);
    assert_eq!((batch.unread, bad(&batch), batch.cut), (unread, vec![], false));
    batch
}

#[test]
fn chrome_pseudo_headers_initiators_and_lost_bodies() {
    let batch = check(
        CHROME,
        6,
        &[
            (4, 403, Some(TWO + 1_020.0), Whole, NEW),
            (5, 200, Some(TWO + 2_500.0), Whole, NEW),
            (7, 200, Some(TWO + 4_000.0), Unsaved, NONE),
        ],
    );
    let refused = &batch.entries[0].exchange;
    assert_eq!((refused.head.method.as_str(), refused.head.mime.as_str()), ("GET", "application/json"));
    assert_eq!(refused.head.url, "https://api.dingtalk.com/v1.0/contact/users/me");
    assert_eq!(refused.request_headers[0].0, "x-acs-dingtalk-access-token");
    assert_eq!(batch.entries[1].exchange.request_body.as_deref(), Some("{\"dept\":1}"));
}

#[test]
fn firefox_local_times_and_texts_called_base64() {
    let batch = check(
        FIREFOX,
        1,
        &[
            (0, 403, Some(TWO + 1_020.0), Whole, NEW),
            (1, 200, Some(TWO + 2_000.0), Whole, NEW),
            (2, 200, Some(TWO + 3_000.0), Unsaved, NONE),
            (4, 200, Some(TWO + 5_000.0), Cut, OLD),
        ],
    );
    let (name, value) = &batch.entries[0].exchange.request_headers[2];
    assert_eq!((name.as_str(), value.as_str()), ("authorization", "Bearer 0f4a9c31d27e85b6a1c0934fe2d8bfa7"));
    assert_eq!(batch.entries[3].exchange.request_body, None);
}

#[test]
fn safari_empty_bodies_and_empty_times() {
    let batch = check(
        SAFARI,
        0,
        &[
            (0, 403, Some(TWO + 1_020.0), Whole, NEW),
            (1, 200, None, Whole, NONE),
            (2, 200, Some(TWO + 3_000.0), Whole, NEW),
        ],
    );
    assert!(batch.entries[1].exchange.request_body.as_ref().unwrap().starts_with("appkey="));
}

#[test]
fn charles_nulls_and_any_body_as_a_form() {
    let batch = check(
        CHARLES,
        1,
        &[
            (0, 200, Some(TWO + 1_020.0), Whole, OLD),
            (1, 403, Some(TWO + 2_020.0), Whole, NEW),
            (2, 0, Some(TWO + 3_020.0), Whole, NONE),
        ],
    );
    assert_eq!(batch.entries[0].exchange.request_body.as_deref(), Some(r#"{"userid":"manager4220817"}"#));
    assert!(batch.entries[0].exchange.request_headers.iter().all(|(name, _)| !name.starts_with(':')));
}

#[test]
fn fiddler_byte_order_mark_fields_and_bodies_left_out() {
    let batch = check(
        FIDDLER,
        0,
        &[
            (0, 200, Some(TWO + 500.0), Whole, NONE),
            (1, 200, Some(TWO + 1_123.0), Whole, OLD),
            (2, 403, Some(TWO + 2_000.0), Unsaved, NONE),
        ],
    );
    let sent = batch.entries[1].exchange.request_body.as_deref();
    assert_eq!(sent, Some("userid=manager4220817&lang=a%26b%20c"));
}

#[test]
fn mitmproxy_escapes_sizes_on_the_wire_and_calls_without_an_answer() {
    let batch = check(
        MITMPROXY,
        1,
        &[
            (0, 403, Some(TWO + 1_020.0), Whole, NEW),
            (1, 0, Some(TWO + 2_000.0), Whole, NONE),
            (2, 200, Some(TWO + 3_000.0), Whole, NEW),
        ],
    );
    assert!(batch.entries[0].exchange.body.as_ref().unwrap().contains("应用尚未开通所需的权限"));
}

#[test]
fn numbers_in_quotes_headers_as_an_object_and_missing_parts() {
    let batch = check(
        ODD,
        0,
        &[
            (0, 403, Some(TWO + 1_020.0), Whole, NEW),
            (1, 0, None, Whole, NONE),
            (2, 0, None, Whole, NONE),
            (3, 0, Some(TWO + 2_000.0), Whole, NONE),
        ],
    );
    assert_eq!(batch.entries[0].exchange.request_headers[1], ("n".to_owned(), "1".to_owned()));
    assert_eq!(batch.entries[1].exchange.request_body.as_deref(), Some("a=1"));
}

#[test]
fn a_cut_file_gives_what_is_whole_and_says_so() {
    for file in ALL {
        let whole = read(file);
        let last = file.iter().rposition(|byte| !byte.is_ascii_whitespace()).unwrap();
        for end in (0..last).step_by(61) {
            let mut reader = HarReader::new();
            let mut got = Batch::default();
            got.append(reader.feed(engine(), &file[..end]));
            let Ok(rest) = reader.end(engine()) else { continue };
            got.append(rest);
            assert!(got.cut, "cut at {end}");
            assert!(got.bad.len() <= 1);
            assert_eq!(got.entries, whole.entries[..got.entries.len()]);
            assert!(got.entries.len() + got.unread + got.bad.len() <= whole.entries.len() + whole.unread);
        }
    }
}

#[test]
fn a_file_that_was_minified_or_indented_is_the_same() {
    for file in ALL {
        // Half a pair is for our reader alone.
        let text = String::from_utf8_lossy(file).replace("\\ud83d\"", "\"");
        let value: serde_json::Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).unwrap();
        let whole = read(file);
        for other in [serde_json::to_string(&value), serde_json::to_string_pretty(&value)] {
            let other = read(other.unwrap().replace('\n', "\r\n\t").as_bytes());
            assert_eq!((indices(&other), other.unread), (indices(&whole), whole.unread));
        }
    }
}
