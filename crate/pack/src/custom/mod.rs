//! Platforms of users and companies: a text of rules, in which little must be said, completed to what a built-in platform's
//! folder says, and then checked and read as that is.

mod defaults;
mod link;
mod message;
mod platform;
mod rule;
#[cfg(test)]
mod schema;
#[cfg(test)]
mod tests;

use crate::check::no_member_twice;
use crate::fault::{Fault, Faults, SourceText};
use crate::index::IndexPlatform;
use crate::json::{Node, Place, parse};
use crate::platform::Platform;
pub use defaults::custom_kinds;

/// Longest text, in bytes.
const MAX_LENGTH: usize = 64 * 1024;

/// Most platforms of one text.
const MAX_PLATFORMS: usize = 20;

/// Ids and hosts that custom rules may not take.
#[derive(Debug, Clone, Default)]
pub struct Reserved {
    /// Ids of the built-in platforms.
    pub ids: Vec<String>,
    /// Hosts of the built-in platforms.
    pub hosts: Vec<String>,
}

impl Reserved {
    /// Ids and hosts of these platforms.
    pub fn of<'p>(built_in: impl Iterator<Item = &'p IndexPlatform>) -> Self {
        let mut reserved = Self::default();
        for platform in built_in {
            reserved.ids.push(platform.id.to_string());
            reserved.hosts.extend(platform.hosts.iter().map(ToString::to_string));
        }
        reserved
    }
}

/// Platforms of a text, and what is wrong with it.
#[derive(Debug, Default)]
pub struct CustomPlatforms {
    /// Those with which nothing is wrong.
    pub platforms: Vec<Platform>,
    /// At most fifty.
    pub faults: Vec<Fault>,
}

/// The platforms of `text`: one JSON object, or a list of them. A blank text holds none. A bad platform spoils no other.
///
/// ```
/// let text = r#"{"id": "acme", "hosts": ["api.acme.example"], "rules": [{"codes": ["ACL_DENIED"]}]}"#;
/// let custom = scopelens_pack::read_custom(text, &scopelens_pack::Reserved::default());
/// assert_eq!((custom.platforms.len(), custom.faults.len()), (1, 0));
/// ```
#[must_use]
pub fn read_custom(text: &str, reserved: &Reserved) -> CustomPlatforms {
    if text.len() > MAX_LENGTH {
        let fault = Fault::whole("rules-long", (MAX_LENGTH / 1024).to_string());
        return CustomPlatforms { faults: vec![fault], ..CustomPlatforms::default() };
    }
    if text.trim().is_empty() {
        return CustomPlatforms::default();
    }
    let mut faults = Faults::default();
    let root = parse(text, 0).map_err(|error| faults.add(error.code, "", Place { file: 0, offset: error.offset })).ok();
    let platforms = root.as_ref().map(|root| platforms(root, reserved, &mut faults)).unwrap_or_default();
    CustomPlatforms { platforms, faults: faults.located(&[SourceText { name: "", text, root }]) }
}

fn platforms(root: &Node, reserved: &Reserved, faults: &mut Faults) -> Vec<Platform> {
    if root.items().len() > MAX_PLATFORMS {
        faults.add("too-many", MAX_PLATFORMS.to_string(), root.place);
    }
    let mut platforms: Vec<Platform> = Vec::new();
    for item in root.items().iter().take(MAX_PLATFORMS) {
        if faults.is_full() {
            break;
        }
        no_member_twice(item, faults);
        let Some(platform) = platform::platform(item, reserved, faults) else { continue };
        if platforms.iter().any(|known| known.spec.id == platform.spec.id) {
            faults.add("id-twice", &*platform.spec.id, item.place);
        } else {
            platforms.push(platform);
        }
    }
    platforms
}

/// Notes members that are none of `known`.
fn only_known(object: &Node, known: &[&str], faults: &mut Faults) {
    for (name, member) in object.members() {
        if !known.contains(&name.as_ref()) {
            faults.add("unknown-member", known.join(", "), member.place);
        }
    }
}
