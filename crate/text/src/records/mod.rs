//! Tolerant reading: the members of any structure a text holds, whatever wrote it.
//!
//! JSON, Python and JavaScript print-outs, Go's `%+v`, Java's `{a=[b]}`, `key=value` logs and `key: value` lines
//! all come down to a key, a separator and a value. The reader finds those and the brackets around them, in one
//! pass, without building a tree: nothing can nest too deep, and a text cut at either end reads as far as it goes.

mod blocks;
mod list;
mod members;
mod object;
mod value;

pub use blocks::{Block, blocks};
pub use list::words_in;
pub use members::{Member, members, members_in};
pub use object::group;
pub use object::{object, scalar};
pub use value::Value;

/// Whether two member names are one: case, `_`, `-` and blanks do not count.
#[must_use]
pub fn same_name(a: &str, b: &str) -> bool {
    plain(a).eq(plain(b))
}

/// What is left of a member's name when [`same_name`] compares it.
#[must_use]
pub fn plain_name(name: &str) -> Vec<u8> {
    plain(name).collect()
}

fn plain(name: &str) -> impl Iterator<Item = u8> + '_ {
    name.bytes().filter(|b| !matches!(b, b'_' | b'-' | b' ')).map(|b| b.to_ascii_lowercase())
}

#[cfg(test)]
mod tests;
