//! The form of a pack: a head line `scopelens-pack <version> <kind> <id> <hash>`, then its body. The body of an index, of
//! rules and of words is JSON, that of a catalog is its tables.
//!
//! JSON, and not a binary form: the engine reads JSON of others anyway, so one reader serves both, and whoever reviews a
//! package can read what it ships.

use std::fmt;

/// The version of the form. A pack of another version is refused.
pub const PACK_VERSION: u32 = 1;

const MAGIC: &str = "scopelens-pack";

/// Longest head line, in bytes.
const MAX_HEAD: usize = 200;

/// Content of a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PackKind {
    /// All platforms, as far as it takes to know which of them a text needs.
    Index,
    /// A platform's rules, links and causes.
    Rules,
    /// A platform's messages in one language.
    Words,
    /// A platform's scopes, calls and error codes.
    Catalog,
}

impl PackKind {
    const ALL: [PackKind; 4] = [PackKind::Index, PackKind::Rules, PackKind::Words, PackKind::Catalog];

    /// The word of the head line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            PackKind::Index => "index",
            PackKind::Rules => "rules",
            PackKind::Words => "words",
            PackKind::Catalog => "catalog",
        }
    }
}

/// The reason why a pack is refused. Nothing of a refused pack is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PackError {
    /// The bytes are no pack.
    NotAPack,
    /// The pack has another version of the form, or is of another build than the index.
    OtherVersion,
    /// The bytes are not those that were packed.
    Damaged,
    /// The body is not what the head says it is.
    Unreadable,
    /// No platform of the index has this pack.
    Unknown,
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            PackError::NotAPack => "not a pack",
            PackError::OtherVersion => "a pack of another version",
            PackError::Damaged => "a damaged pack",
            PackError::Unreadable => "a pack whose content is not what it says",
            PackError::Unknown => "a pack of no known platform",
        })
    }
}

impl std::error::Error for PackError {}

/// A pack whose bytes are those that were packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Container<'p> {
    pub(crate) kind: PackKind,
    /// `feishu`, for words `feishu.zh-CN`, for the index `index`.
    pub(crate) id: &'p str,
    pub(crate) hash: &'p str,
    pub(crate) body: &'p [u8],
}

impl<'p> Container<'p> {
    pub(crate) fn read(bytes: &'p [u8]) -> Result<Self, PackError> {
        let end = memchr::memchr(b'\n', bytes.get(..MAX_HEAD.min(bytes.len())).unwrap_or_default());
        let (head, rest) = end.and_then(|end| bytes.split_at_checked(end)).ok_or(PackError::NotAPack)?;
        let head = std::str::from_utf8(head).map_err(|_| PackError::NotAPack)?;
        let mut words = head.split(' ');
        let mut word = || words.next();
        if word() != Some(MAGIC) {
            return Err(PackError::NotAPack);
        }
        if word() != Some(&PACK_VERSION.to_string()) {
            return Err(PackError::OtherVersion);
        }
        let (Some(kind), Some(id), Some(hash), None) = (word(), word(), word(), word()) else {
            return Err(PackError::NotAPack);
        };
        let kind = PackKind::ALL.into_iter().find(|known| known.word() == kind).ok_or(PackError::NotAPack)?;
        let body = rest.get(1..).unwrap_or_default();
        if hash != content_hash(kind, id, body) {
            return Err(PackError::Damaged);
        }
        Ok(Self { kind, id, hash, body })
    }
}

/// The bytes of a pack.
pub(crate) fn write(kind: PackKind, id: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("{MAGIC} {PACK_VERSION} {} {id} {}\n", kind.word(), content_hash(kind, id, body));
    [head.as_bytes(), body].concat()
}

/// Sixteen hexadecimal digits over kind, id and body. It finds damage and mixed-up files; it is no signature.
fn content_hash(kind: PackKind, id: &str, body: &[u8]) -> String {
    let names = [kind.word().as_bytes(), b" ", id.as_bytes(), b"\n"].concat();
    let seed = hash(0xcbf2_9ce4_8422_2325, &names);
    format!("{:016x}", hash(seed, body))
}

/// FNV-1a over words of eight bytes, with a turn after each: every step can be undone, so one changed byte changes the whole.
fn hash(seed: u64, bytes: &[u8]) -> u64 {
    let mix = |state: u64, word: u64| (state ^ word).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(23);
    let mut words = bytes.chunks_exact(8);
    let mut state = mix(seed, bytes.len() as u64);
    for word in &mut words {
        state = mix(state, word.try_into().map_or(0, u64::from_le_bytes));
    }
    words.remainder().iter().fold(state, |state, byte| mix(state, u64::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::{Container, PackError, PackKind, write};

    #[test]
    fn a_pack_is_read_as_it_was_written() {
        for body in [&b""[..], b"{}", b"a longer body\nwith a line\xff"] {
            let bytes = write(PackKind::Words, "feishu.zh-CN", body);
            let pack = Container::read(&bytes).unwrap();
            assert_eq!((pack.kind, pack.id, pack.body), (PackKind::Words, "feishu.zh-CN", body));
        }
        assert!(write(PackKind::Rules, "a", b"{}").starts_with(b"scopelens-pack 1 rules a "));
    }

    #[test]
    fn every_damaged_byte_and_every_cut_is_found() {
        let bytes = write(PackKind::Rules, "feishu", b"{\"id\":\"feishu\",\"rules\":[]}");
        for index in 0..bytes.len() {
            for bit in 0..8 {
                let mut damaged = bytes.clone();
                damaged[index] ^= 1 << bit;
                assert!(Container::read(&damaged).is_err(), "byte {index}, bit {bit}");
            }
            assert!(Container::read(&bytes[..index]).is_err(), "cut at {index}");
        }
        assert_eq!(Container::read(&[bytes, vec![0]].concat()), Err(PackError::Damaged));
    }

    #[test]
    fn what_is_no_pack_or_another_version_says_so() {
        let error = |text: &str| Container::read(text.as_bytes()).unwrap_err();
        for text in ["", "\n", "{}", "scopelens-pack", "scopelens-packs 1 rules a 0\n", &"x".repeat(10_000)] {
            assert_eq!(error(text), PackError::NotAPack, "{text:.20}");
        }
        assert_eq!(error("scopelens-pack 2 rules a 0000000000000000\n{}"), PackError::OtherVersion);
        assert_eq!(error("scopelens-pack 1 rules a 0000000000000000\n{}"), PackError::Damaged);
        assert_eq!(error("scopelens-pack 1 rules a b c\n"), PackError::NotAPack);
    }
}
