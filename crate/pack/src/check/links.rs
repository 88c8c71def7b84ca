//! Link templates: `https:`, on hosts that the platform declares, with known values in known places.

use super::{Origin, is_id, items, once_each};
use crate::fault::Faults;
use crate::json::Node;

/// Values that a template may ask for.
const VALUES: [&str; 5] = ["app_id", "scope", "scopes", "request_id", "code"];

/// Values that a built-in platform's rules give beside them.
const BUILT_IN_VALUES: [&str; 2] = ["identity", "page"];

/// Longest template, in bytes.
const MAX_LENGTH: usize = 1_000;

/// Notes what is wrong with the links of a platform.
pub(super) fn check(tree: &Node, origin: Origin, faults: &mut Faults) {
    let hosts: Vec<&str> = items(tree.member("link_hosts")).filter_map(Node::as_text).collect();
    let details: Vec<&str> = details(tree).collect();
    once_each(tree.member("links"), "id", faults);
    for link in items(tree.member("links")) {
        super::check_texts(link.member("id"), "id", is_id, faults);
        let one = ["url", "international"].into_iter().filter_map(|name| link.member(name));
        for template in one.chain(items(link.member("carried"))) {
            if let Some((code, value)) = template.as_text().and_then(|url| fault(url, &hosts, origin, &details)) {
                faults.add(code, value, template.place);
            }
        }
    }
}

/// Names of the values that the rules of a platform read beside scopes and ids.
pub(super) fn details<'n>(tree: &'n Node<'_>) -> impl Iterator<Item = &'n str> {
    let details = items(tree.member("rules")).flat_map(|rule| items(rule.member("details")));
    details.filter_map(|detail| detail.member("id")?.as_text())
}

/// Notes a link that the platform does not have.
pub(super) fn is_known(tree: &Node, link: Option<&Node>, faults: &mut Faults) {
    let is_link =
        |id: &str| items(tree.member("links")).any(|link| link.member("id").and_then(Node::as_text) == Some(id));
    super::check_texts(link, "link-unknown", is_link, faults);
}

/// Notes an address that may lead elsewhere than to the platform's hosts, whatever its values are.
pub(super) fn check_address(tree: &Node, address: &Node, faults: &mut Faults) {
    let hosts: Vec<&str> = items(tree.member("link_hosts")).filter_map(Node::as_text).collect();
    if let Some((code, value)) = address.as_text().and_then(|url| address_fault(url, &hosts)) {
        faults.add(code, value, address.place);
    }
}

/// The code of the fault of a template, and the value for its words. A good one leads nowhere else than to `hosts`, whatever
/// its values are.
fn fault(url: &str, hosts: &[&str], origin: Origin, details: &[&str]) -> Option<(&'static str, String)> {
    address_fault(url, hosts).or_else(|| value_fault(url, origin, details))
}

fn address_fault(url: &str, hosts: &[&str]) -> Option<(&'static str, String)> {
    let Some(rest) = url.strip_prefix("https://") else {
        return Some(("link-https", url.to_owned()));
    };
    let host = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    if !hosts.contains(&host) {
        return Some(("link-host", host.to_owned()));
    }
    let is_plain = |b: u8| b.is_ascii_graphic() && !matches!(b, b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'|');
    let is_bad = url.len() > MAX_LENGTH || !url.bytes().all(is_plain);
    is_bad.then(|| ("link-signs", url.to_owned()))
}

fn value_fault(url: &str, origin: Origin, details: &[&str]) -> Option<(&'static str, String)> {
    let is_value = |name: &str| {
        VALUES.contains(&name)
            || (origin == Origin::BuiltIn && (BUILT_IN_VALUES.contains(&name) || details.contains(&name)))
    };
    let mut holes = url.split('{');
    let before = holes.next().unwrap_or_default();
    let is_bad = |hole: &&str| hole.split_once('}').is_none_or(|(name, tail)| !is_value(name) || tail.contains('}'));
    let bad = before.contains('}').then_some(before).or_else(|| holes.find(is_bad));
    bad.map(|hole| ("link-value", hole.split('}').next().unwrap_or_default().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{Origin, fault};

    #[test]
    fn a_template_leads_to_its_own_hosts_alone() {
        let code = |url| fault(url, &["console.acme.example"], Origin::Custom, &[]).map(|(code, _)| code);
        for good in [
            "https://console.acme.example/apply?app={app_id}&scope={scope}",
            "https://console.acme.example/#/logs/{request_id}/{code}",
            "https://console.acme.example",
        ] {
            assert_eq!(code(good), None, "{good}");
        }
        for (bad, why) in [
            ("http://console.acme.example/", "link-https"),
            ("javascript:alert(1)", "link-https"),
            ("HTTPS://console.acme.example/", "link-https"),
            ("https://evil.example/", "link-host"),
            ("https://console.acme.example@evil.example/", "link-host"),
            ("https://console.acme.example:8443/", "link-host"),
            ("https://console.acme.example.evil.example/", "link-host"),
            ("https://{scope}.acme.example/", "link-host"),
            ("https://console.acme.example{scope}/", "link-host"),
            ("https://console.acme.example\\@evil.example/", "link-signs"),
            ("https://console.acme.example/a b", "link-signs"),
            ("https://console.acme.example/应用", "link-signs"),
            ("https://console.acme.example/{user}", "link-value"),
            ("https://console.acme.example/{identity}", "link-value"),
            ("https://console.acme.example/{scope", "link-value"),
            ("https://console.acme.example/scope}", "link-value"),
        ] {
            assert_eq!(code(bad), Some(why), "{bad}");
        }
    }

    #[test]
    fn a_built_in_template_may_ask_for_a_detail_of_a_rule() {
        let code = |origin| {
            let url = "https://console.acme.example/projects/{project}";
            fault(url, &["console.acme.example"], origin, &["project"]).map(|(code, _)| code)
        };
        assert_eq!((code(Origin::BuiltIn), code(Origin::Custom)), (None, Some("link-value")));
    }
}
