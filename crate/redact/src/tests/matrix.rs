//! Every secret in every carrier: none survives, nothing else goes, a second time changes nothing.

use percent_encoding::percent_decode_str;

use super::carriers::CARRIERS;
use super::secrets::{NAMED, SHAPED, WORDS, leaks};
use super::{redact, redact_spans};
use crate::Masked;

/// What is wrong with the redaction of `text`, if anything is.
fn complaint(text: &str, secret: &str) -> Option<&'static str> {
    let redacted = redact(text);
    if leaks(&redacted, secret.strip_prefix("Bearer ").unwrap_or(secret)) {
        return Some("leaks");
    }
    if redact(&redacted) != redacted {
        return Some("changes again");
    }
    // "password" is a password too, so it is masked even where it repeats its name.
    let strays = |span: &Masked| !holds(secret, &text[span.start..span.end]) && span.label != "password";
    if redact_spans(text).iter().any(strays) {
        return Some("masks more than the secret");
    }
    (text.lines().count() != redacted.lines().count()).then_some("lost lines")
}

/// Whether `masked` is a piece of `secret`, however it is escaped.
fn holds(secret: &str, masked: &str) -> bool {
    let mut plain = masked.replace('\\', "");
    for _ in 0..3 {
        plain = percent_decode_str(&plain).decode_utf8_lossy().into_owned();
    }
    secret.contains(&plain)
}

fn check(cases: impl Iterator<Item = (String, String, &'static str)>) {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (about, text, secret) in cases {
        seen += 1;
        if let Some(complaint) = complaint(&text, secret) {
            wrong.push(format!("{complaint}: {about}\n  {text}\n  {}", redact(&text)));
        }
    }
    assert!(seen > 0 && wrong.is_empty(), "{} of {seen} wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn named_secrets_are_masked_in_every_carrier() {
    check(NAMED.iter().flat_map(|secret| {
        secret.names.iter().flat_map(move |name| {
            CARRIERS.iter().map(move |carrier| {
                (format!("{name} in {}", carrier.name), (carrier.write)(name, secret.value), secret.value)
            })
        })
    }));
}

#[test]
fn words_are_masked_where_their_end_shows() {
    check(WORDS.iter().flat_map(|secret| {
        secret.names.iter().flat_map(move |name| {
            let carriers = CARRIERS.iter().filter(|carrier| carrier.words);
            carriers.map(move |carrier| {
                (format!("{name} in {}", carrier.name), (carrier.write)(name, secret.value), secret.value)
            })
        })
    }));
}

#[test]
fn shaped_secrets_are_masked_under_a_name_that_says_nothing() {
    check(SHAPED.iter().flat_map(|secret| {
        CARRIERS
            .iter()
            .map(move |carrier| (format!("shape in {}", carrier.name), (carrier.write)("extra", secret), *secret))
    }));
}

#[test]
fn shaped_secrets_are_masked_in_running_text() {
    let frames: [fn(&str) -> String; 7] = [
        |v| v.to_string(),
        |v| format!("see {v} please"),
        |v| format!("用了{v}还是报错"),
        |v| format!("({v})"),
        |v| format!("first\\n{v}\\nlast"),
        |v| format!("[\"{v}\"]"),
        |v| format!("a, {v}; b."),
    ];
    check(
        SHAPED
            .iter()
            .flat_map(|secret| frames.iter().map(move |frame| ("running text".to_string(), frame(secret), *secret))),
    );
}
