//! The members of a text whose names a platform knows.

use scopelens_pack::{Platform, Role};
use scopelens_text::records::{Block, Member};

/// A member with what its name says it holds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named<'t> {
    pub(super) role: Role,
    /// Its value, and where that starts.
    pub(super) value: &'t str,
    pub(super) at: usize,
    /// Where its key starts.
    start: usize,
}

/// Those of `members` that `platform` knows and that hold text, in their order.
pub(super) fn named<'t>(platform: &Platform, members: &[Member<'t>]) -> Vec<Named<'t>> {
    let known = |member: &Member<'t>| {
        let value = member.value.text()?;
        let role = role(platform, member.key)?;
        Some(Named { role, value, at: member.end - value.len(), start: member.start })
    };
    members.iter().filter_map(known).collect()
}

/// Those whose key starts in `span`.
pub(super) fn named_in<'n, 't>(named: &'n [Named<'t>], span: Block) -> &'n [Named<'t>] {
    let first = named.partition_point(|n| n.start < span.start);
    let behind = named.partition_point(|n| n.start < span.end);
    named.get(first..behind).unwrap_or_default()
}

/// Of the two bare words before a separator, the ones that are a name: `at code` is `code`, `Error code` is itself.
fn role(platform: &Platform, key: &str) -> Option<Role> {
    let last = || platform.lookup().role(key.rsplit(' ').next()?);
    platform.lookup().role(key).or_else(last)
}
