//! What only the report wants from the text.

use scopelens_pack::{KnownLiterals, Platform, pattern};

/// The organisation's id, where the platform's has a form of its own.
pub(super) fn organisation(platform: &Platform, text: &str) -> Option<String> {
    let pattern = platform.spec.shapes.organisation_in_text.as_ref()?;
    pattern.find(text).map(|(_, id)| id.to_owned())
}

/// The first date with a time, as it is written.
pub(super) fn time(text: &str) -> Option<String> {
    let pattern = pattern!(
        r"\b(20\d\d[-/]\d\d[-/]\d\d[T ]\d\d:\d\d(?::\d\d)?(?:[.,]\d{1,9})?(?: ?(?:Z|[+-]\d\d:?\d\d))?)",
        KnownLiterals { start: Some("20"), word: true, ..KnownLiterals::NOTHING }
    );
    pattern.find(text).map(|(_, time)| time.to_owned())
}
