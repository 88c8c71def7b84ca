//! What a redacted text has to keep: JSON, members, types, lines.

use serde_json::{Value, json};

use super::carriers::CARRIERS;
use super::redact;
use super::secrets::{HEX, NAMED, WORDS, leaks};

/// Whether two documents have the same members and the same types.
pub(super) fn same_form(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(key, value)| b.get(key).is_some_and(|other| same_form(value, other)))
        }
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same_form(a, b)),
        _ => std::mem::discriminant(a) == std::mem::discriminant(b),
    }
}

#[test]
fn json_stays_json_with_the_same_members_and_types() {
    let mut checked = 0;
    for (carrier, secret) in
        CARRIERS.iter().flat_map(|carrier| NAMED.iter().chain(WORDS).map(move |secret| (carrier, secret)))
    {
        for name in secret.names {
            let text = (carrier.write)(name, secret.value);
            let Ok(before) = serde_json::from_str::<Value>(&text) else { continue };
            let after: Value =
                serde_json::from_str(&redact(&text)).unwrap_or_else(|e| panic!("{e}: {text}\n{}", redact(&text)));
            assert!(same_form(&before, &after), "{text}");
            checked += 1;
        }
    }
    assert!(checked > 500);
}

#[test]
fn a_number_stays_a_number() {
    let text = r#"{"mobile":13812345678,"userid": 4220817 ,"list":[13912345678,13812345678],"password":-12.5,"errcode":60011}"#;
    let after: Value = serde_json::from_str(&redact(text)).unwrap();
    assert_eq!(
        after,
        json!({"mobile": 99900000001u64, "userid": 99900000002u64, "list": [99900000003u64, 99900000001u64], "password": 99900000004u64, "errcode": 60011})
    );
}

#[test]
fn other_types_stay() {
    let text = r#"{"token":null,"password":true,"secret":{"a":1},"userIds":[],"accessToken":""}"#;
    assert_eq!(redact(text), text);
}

#[test]
fn a_name_at_the_end_of_a_string_does_not_take_what_follows() {
    for text in [
        r#"{"a":"token=","b":"x1"}"#,
        r#"{"a":"password: ","b":["token:"],"c":"token=\"","d":"{\"msg\":\"secret=\",\"n\":\"x2\"}"}"#,
        "{\"a\":\"password:\" ,\n \"b\":\"x3\"}",
        r#"{"a":"my token:'","b":"'x4"}"#,
    ] {
        let before: Value = serde_json::from_str(text).unwrap();
        let after: Value = serde_json::from_str(&redact(text)).unwrap();
        assert!(same_form(&before, &after), "{text} -> {}", redact(text));
        assert!(redact(text).contains('x'), "{}", redact(text));
    }
}

#[test]
fn escapes_are_not_cut() {
    for text in [
        format!(r#"{{"log":"a\nBearer {HEX}\tb\bearer0a\f{HEX}"}}"#),
        format!(r#"{{"log":"token=ab\/{HEX}\u003d\u003d\"x\""}}"#),
        format!(r#"{{"log":"\u0062{HEX}\\{HEX}\\\\n{HEX}"}}"#),
    ] {
        let after = redact(&text);
        assert!(serde_json::from_str::<Value>(&after).is_ok(), "{after}");
        assert!(!leaks(&after, HEX), "{after}");
    }
}

#[test]
fn lines_stay_lines() {
    let text = "a\n-----BEGIN RSA PRIVATE KEY-----\r\nMIIEvQIBADANBgkqhkiG9w0B\r\nAQEFAASCBKcwggSjAgEAAoIBAQ==\r\n-----END RSA PRIVATE KEY-----\nb\n";
    let after = redact(text);
    assert_eq!(after, "a\nmasked-pem-1\r\n\r\n\r\n\nb\n");
    assert_eq!(redact(&after), after);
}
