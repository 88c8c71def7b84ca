//! Any text is redacted: a planted secret never survives, and redacting again changes nothing.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use scopelens_engine::Engine;

/// The engine with the built-in platforms.
static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::of_packs(scopelens_platforms::packs()).unwrap());

const SECRET: &str = "9f86d081884c7d659a2feaa0c55ad015";

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    // Glued to other letters it would be another word, which nothing names as a secret.
    if text.contains(SECRET) {
        return;
    }
    let carriers = [
        format!("{text}\naccess_token={SECRET}\n{text}"),
        format!("{text}\n{{\"appSecret\":\"{SECRET}\"}}\n{text}"),
        format!("{text}\nAuthorization: Bearer {SECRET}\n{text}"),
        format!("{text}\nCookie: a=1; sid={SECRET}\n{text}"),
    ];
    for carrier in carriers {
        let once = ENGINE.redactor().redact(&carrier);
        assert!(!once.contains(SECRET), "the secret survives: {once}");
        assert_eq!(ENGINE.redactor().redact(&once), once, "redacting again changes what is masked");
    }
});
