//! Fingerprints: what is kept of a token.

use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};

/// What a token is known again by. It tells nothing about the token without the key, and is never shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Print(u64);

/// The session's secret. The hash of the standard library (SipHash) takes it in before the value: who has a fingerprint but
/// not the key cannot try values against it. 64 bits suffice: fingerprints are compared with those of one session only, and
/// among the thousand tokens that it keeps two are the same with a chance of one in 10¹³.
#[derive(Clone)]
pub(super) struct Key(String);

impl Key {
    pub(super) fn new(key: &str) -> Self {
        Self(key.to_owned())
    }

    /// The fingerprint of `parts`, in the context of `of` (a platform).
    pub(super) fn print(&self, platform: &str, parts: &[&str]) -> Print {
        let mut hasher = DefaultHasher::new();
        (&self.0, platform, parts).hash(&mut hasher);
        Print(hasher.finish())
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Key(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::Key;

    #[test]
    fn the_key_the_context_and_the_parts_all_count() {
        let key = Key::new("k");
        let print = key.print("dingtalk", &["token"]);
        assert_eq!(print, Key::new("k").print("dingtalk", &["token"]));
        assert_ne!(print, Key::new("other").print("dingtalk", &["token"]));
        assert_ne!(print, key.print("feishu", &["token"]));
        assert_ne!(key.print("a", &["b", "c"]), key.print("a", &["bc"]));
    }

    #[test]
    fn the_key_is_not_printed() {
        assert!(!format!("{:?}", Key::new("hush")).contains("hush"));
    }
}
