//! Which of the terms that somebody offers are chosen.

use spdx::{Expression, Licensee, ParseMode};

/// What may be handed on within a binary under MIT or Apache-2.0, those that ask for least first.
const ACCEPTED: [&str; 5] = ["MIT", "Zlib", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "Unicode-3.0"];

/// The terms that suffice, such as `["MIT"]` for `Apache-2.0/MIT`.
///
/// Fails where `expression` is none of SPDX, or asks for terms that are not accepted.
pub fn chosen(expression: &str) -> Result<Vec<String>, String> {
    let offered =
        Expression::parse_mode(expression, ParseMode::LAX).map_err(|error| format!("{expression}: {error}"))?;
    let accepted = ACCEPTED.map(Licensee::parse);
    let accepted = accepted.into_iter().collect::<Result<Vec<_>, _>>().map_err(|error| error.to_string())?;
    let chosen = offered
        .minimized_requirements(&accepted)
        .map_err(|_| format!("{expression} is not among the accepted terms ({})", ACCEPTED.join(", ")))?;
    Ok(chosen.iter().map(ToString::to_string).collect())
}

#[cfg(test)]
mod tests {
    use super::chosen;

    #[test]
    fn the_terms_that_ask_for_least_are_taken() {
        for (offered, expected) in [
            ("MIT OR Apache-2.0", vec!["MIT"]),
            ("Apache-2.0/MIT", vec!["MIT"]),
            ("Unlicense OR MIT", vec!["MIT"]),
            ("Apache-2.0", vec!["Apache-2.0"]),
            ("Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR MIT", vec!["MIT"]),
            ("(MIT OR Apache-2.0) AND Unicode-3.0", vec!["MIT", "Unicode-3.0"]),
            ("MIT AND Apache-2.0 WITH LLVM-exception", vec!["MIT", "Apache-2.0 WITH LLVM-exception"]),
        ] {
            assert_eq!(chosen(offered).as_deref(), Ok(&*expected.iter().map(ToString::to_string).collect::<Vec<_>>()));
        }
    }

    #[test]
    fn other_terms_are_refused() {
        for offered in ["GPL-3.0-only", "MIT AND GPL-3.0-only", "AGPL-3.0-or-later OR SSPL-1.0", "whatever", ""] {
            assert!(chosen(offered).is_err(), "{offered}");
        }
    }
}
