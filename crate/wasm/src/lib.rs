//! The border to JavaScript: strings in, strings of JSON out, one shape for answers and one for errors.
//!
//! `{"ok": …}`, `{"missing": ["feishu.rules.pack", …]}` or `{"error": {"kind": "bad-input", "message": "…"}}`. Where packs are
//! missing, nothing has happened: the caller adds them, in the order of the list, and calls again. Nothing throws but the
//! constructor of `Engine`; a trap is a bug, and the caller then drops the instance. On any other
//! machine this crate holds nothing but its tests, which write the TypeScript types of what crosses (`tests/types.rs`).

#[cfg(target_arch = "wasm32")]
mod border;
#[cfg(any(target_arch = "wasm32", test))]
mod options;
#[cfg(any(target_arch = "wasm32", test))]
mod reply;
#[cfg(test)]
mod tests;
