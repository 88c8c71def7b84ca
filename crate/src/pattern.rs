//! Patterns of the engine's own.

/// A pattern that is compiled when it is first needed, with what is known of every match.
macro_rules! pattern {
    ($source:expr, $known:expr) => {{
        static PATTERN: scopelens_pack::Pattern = scopelens_pack::Pattern::fixed_with($source, $known);
        &PATTERN
    }};
}
pub(crate) use pattern;
