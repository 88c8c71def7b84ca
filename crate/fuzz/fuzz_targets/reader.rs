//! Any text is read: spans lie in the text, facts are where they say, and a log gives the same rows in any chunks.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use scopelens_engine::Engine;
use scopelens_engine::reading::read_snippet;
use scopelens_text::records::{blocks, members};
use scopelens_engine::scan::Scanner;
use scopelens_text::flatten;

/// The engine with the built-in platforms.
static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::of_packs(scopelens_platforms::packs()).unwrap());

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    let flat = flatten(&text);
    for block in blocks(&flat.text) {
        assert!(flat.text.get(block.start..block.end).is_some(), "a group is no text");
    }
    for member in members(&flat.text) {
        assert!(member.start < member.end && member.end <= flat.text.len(), "a member lies outside");
    }
    for denial in read_snippet(&ENGINE, &text).denials {
        let facts = [&denial.code, &denial.outer_code, &denial.request_id, &denial.app_id].into_iter().flatten();
        for span in facts.chain(&denial.scopes).filter_map(|fact| fact.span).chain(denial.span) {
            assert!(span.start <= span.end && span.end <= text.len(), "{span:?} lies outside");
        }
        assert!(denial.at <= text.len());
    }
    let cut = data.first().map_or(0, |b| usize::from(*b) * data.len() / 256);
    let whole = scan(&[data]);
    assert_eq!(scan(&[&data[..cut], &data[cut..]]), whole, "cut at {cut}");
});

fn scan(chunks: &[&[u8]]) -> scopelens_engine::scan::Tally {
    let mut scanner = Scanner::new(&ENGINE);
    chunks.iter().for_each(|chunk| scanner.push(chunk));
    scanner.finish()
}
