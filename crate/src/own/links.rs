//! Link templates of others: `https:`, on hosts that the platform declares, with known values in known places.

use super::reader::{Object, Place, Reader};
use super::said::{Rows, Said};
use super::{defaults, shapes};
use crate::card::{Lang, Words};
use crate::platform::LinkSpec;
use scopelens_model::Kind;

/// What a template may ask for.
const VALUES: [&str; 5] = ["app_id", "scope", "scopes", "request_id", "code"];

const LONGEST: usize = 1_000;

/// The links: `{"apply": "https://…"}`, `{"apply": {"url": …}}` or `[{"id": "apply", "url": …}]`.
pub(super) fn links(reader: &mut Reader, place: Option<Place>, hosts: &[&str], rows: &mut Rows) -> &'static [LinkSpec] {
    let Some(place) = place else { return &[] };
    let mut specs: Vec<LinkSpec> = Vec::new();
    for (id, place) in named(reader, &place) {
        if !shapes::is_id(&id) || specs.iter().any(|spec| spec.id == id) {
            reader.fault(&place, "id", id);
        } else if let Some(spec) = link(reader, id, &place, hosts, rows) {
            specs.push(spec);
        }
    }
    specs.leak()
}

/// Each link with its id.
fn named<'n>(reader: &mut Reader, place: &Place<'n>) -> Vec<(String, Place<'n>)> {
    if matches!(place.node.value, super::json::Json::Object(_)) {
        return reader.pairs(place).into_iter().map(|(id, place)| (id.to_owned(), place)).collect();
    }
    let mut found = Vec::new();
    for item in reader.items(Some(place.clone()), 50) {
        let id = reader.object(&item, MEMBERS).and_then(|link| required(reader, &link, "id").map(str::to_owned));
        found.extend(id.map(|id| (id, item)));
    }
    found
}

const MEMBERS: &[&str] = &["id", "url", "label", "carried", "shown_for"];

fn required<'n>(reader: &mut Reader, object: &Object<'n>, name: &str) -> Option<&'n str> {
    let Some(place) = object.get(name) else {
        reader.fault(&object.place, "missing", name);
        return None;
    };
    reader.text(&place)
}

fn link(reader: &mut Reader, id: String, place: &Place, hosts: &[&str], rows: &mut Rows) -> Option<LinkSpec> {
    let object = match place.node.value {
        super::json::Json::Object(_) => Some(reader.object(place, MEMBERS)?),
        _ => None,
    };
    let at = object.as_ref().map_or_else(|| Some(place.clone()), |object| object.get("url"));
    let Some(at) = at else {
        reader.fault(place, "missing", "url");
        return None;
    };
    let url = template(reader, &at, hosts)?;
    let id: &'static str = id.leak();
    let get = |name| object.as_ref().and_then(|object| object.get(name));
    let label = get("label").and_then(|place| Said::read(reader, &place)).or_else(|| label(id));
    rows.add(format!("link.{id}"), label.unwrap_or_else(|| Said(Lang::ALL.map(|_| id.to_owned()))));
    let carried = reader.items(get("carried"), 20);
    let carried: Vec<&'static str> = carried.iter().filter_map(|place| template(reader, place, hosts)).collect();
    Some(LinkSpec {
        id,
        url,
        international: None,
        carried: carried.leak(),
        shown_for: shown_for(reader, id, get("shown_for")),
        when: &[],
    })
}

/// The engine's own words for the links that every platform has.
fn label(id: &str) -> Option<Said> {
    let key = format!("link.own-{id}");
    let [en, zh] = Lang::ALL.map(|lang| Words::new(lang, None).get(&key));
    Some(Said([en?.to_owned(), zh?.to_owned()]))
}

/// A link that leads to no scope and to no console is help for everything.
fn shown_for(reader: &mut Reader, id: &str, place: Option<Place>) -> &'static [Kind] {
    if place.is_none() && !matches!(id, "apply" | "apps") {
        return defaults::KINDS.map(|(kind, _)| kind).to_vec().leak();
    }
    let items = reader.items(place, defaults::KINDS.len());
    items.iter().filter_map(|item| super::rule::kind(reader, item)).map(|(kind, _)| kind).collect::<Vec<_>>().leak()
}

/// A template that leads nowhere else than to `hosts`, whatever its values are.
fn template(reader: &mut Reader, place: &Place, hosts: &[&str]) -> Option<&'static str> {
    let url = reader.text(place)?;
    match fault(url, hosts) {
        Some((key, value)) => {
            reader.fault(place, key, value);
            None
        }
        None => Some(url.to_owned().leak()),
    }
}

/// The key of what is wrong with a template, and the value for its words.
fn fault(url: &str, hosts: &[&str]) -> Option<(&'static str, String)> {
    let Some(rest) = url.strip_prefix("https://") else {
        return Some(("link-https", url.to_owned()));
    };
    let host = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    if !hosts.contains(&host) {
        return Some(("link-host", host.to_owned()));
    }
    let is_plain = |b: u8| b.is_ascii_graphic() && !matches!(b, b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'|');
    if url.len() > LONGEST || !url.bytes().all(is_plain) {
        return Some(("link-signs", url.to_owned()));
    }
    let mut holes = rest.split('{');
    let before = holes.next().unwrap_or_default();
    let bad =
        |hole: &&str| hole.split_once('}').is_none_or(|(name, tail)| !VALUES.contains(&name) || tail.contains('}'));
    let bad = before.contains('}').then_some(before).or_else(|| holes.find(bad));
    bad.map(|hole| ("link-value", hole.split('}').next().unwrap_or_default().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::fault;

    #[test]
    fn a_template_leads_to_its_own_hosts_alone() {
        let key = |url| fault(url, &["console.acme.example"]).map(|(key, _)| key);
        for good in [
            "https://console.acme.example/apply?app={app_id}&scope={scope}",
            "https://console.acme.example/#/logs/{request_id}/{code}",
            "https://console.acme.example",
        ] {
            assert_eq!(key(good), None, "{good}");
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
            ("https://console.acme.example/{scope", "link-value"),
            ("https://console.acme.example/scope}", "link-value"),
        ] {
            assert_eq!(key(bad), Some(why), "{bad}");
        }
    }
}
