//! Any bytes are read as a HAR file: alike in any pieces, without harm to the entry before them. Any text that an exchange
//! carries is redacted, and the exchange stays one.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use scopelens_engine::Engine;
use scopelens_har::{Batch, HarReader, NoHar, redact_exchange};
use scopelens_model::Exchange;

/// The engine with the built-in platforms.
static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::of_packs(scopelens_platforms::packs()).unwrap());

const SECRET: &str = "9f86d081884c7d659a2feaa0c55ad015";

const GOOD: &str = r#"{"request":{"url":"https://api.dingtalk.com/a"},"response":{"status":403}}"#;

fuzz_target!(|data: &[u8]| {
    let cut = data.first().map_or(0, |b| usize::from(*b) * data.len() / 256);
    let entries = [br#"{"log":{"entries":["#, GOOD.as_bytes(), b",", data, b"]}}"].concat();
    assert_eq!(read(&[data]), read(&[&data[..cut], &data[cut..]]), "cut at {cut}");
    let whole = read(&[&entries]).expect("there is a list of entries");
    assert_eq!(whole.entries.first().map(|entry| entry.index), Some(0), "the entry before was lost");
    assert_eq!(Ok(whole), read(&entries.chunks(7).collect::<Vec<_>>()), "in pieces of 7");
    redacts(&String::from_utf8_lossy(data));
});

fn read(pieces: &[&[u8]]) -> Result<Batch, NoHar> {
    let mut reader = HarReader::new();
    let mut all = Batch::default();
    for piece in pieces {
        all.append(reader.feed(&ENGINE, piece));
    }
    all.append(reader.end(&ENGINE)?);
    Ok(all)
}

fn redacts(text: &str) {
    // Glued to other letters it would be another word, which nothing names as a secret.
    if text.contains(SECRET) {
        return;
    }
    let mut given = Exchange::default();
    given.head.url = format!("https://api.dingtalk.com/a?access_token={SECRET}");
    given.request_headers = vec![("authorization".into(), format!("Bearer {SECRET}")), ("x-text".into(), text.into())];
    given.request_body = Some(text.into());
    given.body = Some(format!("{text}\naccess_token={SECRET}\n{text}"));
    let redacted = redact_exchange(ENGINE.redactor(), &given);
    assert!(!redacted.head.url.is_empty(), "the exchange was lost");
    assert!(!format!("{redacted:?}").contains(SECRET), "the secret survives: {redacted:?}");
}
