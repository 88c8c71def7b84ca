//! Platforms as data: the schema of their folders, the checks on it, the packs that they are shipped in, and what the engine
//! reads of them at run time.
//!
//! A built-in platform is compiled from its folder ([`compile`]), packed and read again from its packs; a custom one is
//! completed from a text of its owner. Both end as a [`Platform`]. Nothing here knows words of a language: faults are codes
//! and values, and a platform's own messages are handed on as they are.

mod catalog;
mod check;
mod compile;
mod container;
mod custom;
mod decode;
mod fault;
#[cfg(not(target_arch = "wasm32"))]
mod folders;
mod index;
mod json;
mod lookup;
mod messages;
mod pattern;
mod platform;
mod schema;
mod shared;
#[cfg(test)]
mod testing;
mod write;

/// A pattern that is compiled when it is first needed, with what is known of every match.
#[macro_export]
macro_rules! pattern {
    ($source:expr, $known:expr) => {{
        static PATTERN: $crate::Pattern = $crate::Pattern::fixed_with($source, $known);
        &PATTERN
    }};
}

pub use catalog::{Catalog, CatalogApi, CatalogCode, CatalogScope, Found, Token, fits_template};
pub use compile::{CompiledPlatform, FolderFiles, compile};
pub use container::{PACK_VERSION, PackError, PackKind};
pub use custom::{CustomPlatforms, Reserved, custom_kinds, read_custom};
pub use fault::Fault;
#[cfg(not(target_arch = "wasm32"))]
pub use folders::write_folders;
pub use index::{
    CatalogFacts, Index, IndexPack, IndexPlatform, MIN_CODE, Needle, Pack, member_core, needles, open_pack, shortest,
};
pub use lookup::{Lookup, Role, RuleTexts};
pub use messages::{Message, Messages, Variant};
pub use pattern::{KnownLiterals, Pattern};
pub use platform::Platform;
pub use schema::{
    Cause, Causes, Choice, Detail, FixLanguage, FixSpec, Fixes, Further, Grantor, Guarded, Identity, LinkSpec,
    MadeScope, MemberNames, MemberSign, Needs, Operations, Question, Redaction, Reply, Rule, ScopeSource, SecretShape,
    ShapeBody, Shapes, SignPlace, Signal, Spec, StepSpec, Text, TextPairs, TokenCall, TokenKind, TokenShape, Traffic,
    TrafficNames, has,
};
pub use write::{PackFile, write_packs};
