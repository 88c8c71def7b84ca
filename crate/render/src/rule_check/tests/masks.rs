//! Own masks in texts and exchanges.

use serde_json::Value;

use super::engine_of;
use crate::rule_check::check_masks;
use crate::testing;
use scopelens_engine::custom::{Config, MaskSource};
use scopelens_model::{Exchange, Head, Lang};
use scopelens_redact::Redactor;

fn mask(name: &str, pattern: &str) -> MaskSource {
    MaskSource { name: name.into(), pattern: pattern.into() }
}

fn masks(all: &[(&str, &str)]) -> Redactor {
    let masks = all.iter().map(|(name, pattern)| mask(name, pattern)).collect();
    engine_of(&Config { masks, ..Config::default() }).redactor().clone()
}

#[test]
fn own_masks_are_masked_everywhere_and_once() {
    let redactor = masks(&[("Staff ID", r"\bE\d{6}\b"), ("case", r"case=(\S+)"), ("scope", "orders:[a-z]+")]);
    let text = "E123456 and E654321, again E123456; case=A-1/x; orders:read needed, request_id 0af1";
    let masked = redactor.redact(text);
    assert_eq!(
        masked,
        "masked-staff-id-1 and masked-staff-id-2, again masked-staff-id-1; case=masked-case-3 masked-scope-4 needed, request_id 0af1"
    );
    assert_eq!(redactor.redact(&masked), masked);
}

#[test]
fn masking_again_changes_nothing() {
    let texts = [
        r#"{"token":"AB123xyzSECRET99","user":"AB777","n":123456789,"s":"a\nb\u5e94AB1c","p":"x\"AB5\\"}"#,
        "mail AB12@corp.example AB13@corp.example, tel 13800138000 masked-token-7 masked-AB-1 99900000012",
        "Authorization: Bearer AB123456789012345678901234567890\nCookie: a=AB1; b=AB2\n-----BEGIN KEY-----\nAB9",
    ];
    for pattern in [
        r"AB\d+",
        r"[A-Z]{2}\d",
        r"\d+",
        "[a-z]+",
        ".{20}",
        r"(?:^|\s)(\S+)@",
        r"masked",
        r#""user":"[^"]*""#,
        r"\w+-\d",
    ] {
        let redactor = masks(&[("x", pattern)]);
        for text in texts {
            let once = redactor.redact(text);
            assert_eq!(redactor.redact(&once), once, "{pattern} in {text}");
        }
    }
    let redactor = masks(&[("x", r"[a-z]+"), ("y", r"\d+"), ("z", r"AB\d*")]);
    let once = redactor.redact(texts[0]);
    assert!(serde_json::from_str::<Value>(&once).is_ok(), "{once}");
    assert_eq!(redactor.redact(&once), once);
}

#[test]
fn an_own_mask_takes_nothing_from_the_built_in_ones() {
    let secret = r#"{"access_token":"f3a9c1d27b684e05a8d9e0f1b2c3d4e5"}"#;
    let redactor = masks(&[("x", "c1d2"), ("y", "f3a9")]);
    let masked = redactor.redact(secret);
    assert!(!masked.contains("7b68") && !masked.contains("f3a9") && masked.contains("masked-"), "{masked}");
}

#[test]
fn a_number_stays_one_where_json_has_to_stay_json() {
    let redactor = masks(&[("x", "456")]);
    let masked = redactor.redact(r#"{"n":123456789,"m":[-4.56,4561e3],"s":"id 7456"}"#);
    assert_eq!(masked, r#"{"n":99900000001,"m":[-4.56,99900000002],"s":"id 7masked-x-3"}"#);
    assert_eq!(redactor.redact(&masked), masked);
}

#[test]
fn masks_take_time_in_proportion_to_the_text() {
    let redactor = masks(&[("x", "17"), ("y", r"(?:a+)+b"), ("z", "masked")]);
    for piece in ["17", "1", "a", "masked-x-1", "\\u0041", "[17,", "key=17 "] {
        assert!(redactor.redact(&piece.repeat(200_000 / piece.len())).len() > 1);
    }
}

#[test]
fn a_long_secret_is_masked_to_its_end() {
    let redactor = masks(&[("key", "key=(.+)")]);
    assert_eq!(redactor.redact(&format!("key={}\nend", "word ".repeat(5_000))), "key=masked-key-1\nend");
}

#[test]
fn an_exchange_stays_one_whatever_is_masked() {
    let redactor = masks(&[("line", "password=.*"), ("staff", r"X-Staff: (\d+)"), ("room", r"room/(\w+)")]);
    let headers = vec![("X-Staff".to_owned(), "778899".to_owned())];
    let exchange = Exchange {
        head: Head {
            method: "GET".into(),
            url: "https://a.example/room/blue?x=1".into(),
            status: 200,
            ..Head::default()
        },
        request_headers: headers,
        body: Some("password=open sesame, \"quoted\"\nnext line room/blue 778899".into()),
        ..Exchange::default()
    };
    let masked = scopelens_har::redact_exchange(&redactor, &exchange);
    assert_eq!(masked.head.url, "https://a.example/room/masked-room-1?x=1");
    assert_eq!(masked.request_headers[0].1, "masked-staff-2");
    assert_eq!(masked.body.as_deref(), Some("masked-line-3\nnext line room/masked-room-1 778899"));
    assert!(scopelens_har::entry(&redactor, &exchange).contains("masked-line-3"));
}

#[test]
fn faulty_masks_are_named_and_left_out() {
    let given = [mask("a", "("), mask("", "x"), mask("工号", "x"), mask("empty", "x*"), mask("good", "E[0-9]+")];
    let checked = check_masks(testing::engine(), &given, "E77 13800138000", Lang::ZhCn);
    assert_eq!(checked.faults.iter().map(|fault| fault.index).collect::<Vec<_>>(), [0, 1, 2, 3]);
    assert!(checked.text.starts_with("masked-good-1 masked-"), "{}", checked.text);
    let many: Vec<MaskSource> = (0..60).map(|i| mask("m", &format!("needle{i}x"))).collect();
    assert_eq!(check_masks(testing::engine(), &many, "needle49x needle50x", Lang::En).text, "masked-m-1 needle50x");
}
