//! One platform of others: from JSON to what the engine takes for a platform.

use super::json::Json;
use super::reader::{Object, Place, Reader};
use super::rule::{Frame, rule};
use super::said::{Rows, Said};
use super::{defaults, links, shapes};
use crate::catalog::Catalog;
use crate::platform::{Cause, Causes, MemberNames, Pattern, Platform, Rule, Shapes, Spec, built_in};

const MEMBERS: &[&str] =
    &["id", "name", "about", "hosts", "link_hosts", "anchors", "members", "shapes", "scopes", "links", "rules"];
const MEMBER_NAMES: &[&str] = &["code", "inner_code", "wrapper_codes", "request_id", "app_id", "scopes"];
const SHAPES: &[&str] = &["scope", "app_id", "app_id_in_text", "request_id", "request_id_in_text"];

/// More rules of one platform are not read.
pub(super) const MOST_RULES: usize = 200;

/// The platform at `place`; nothing where anything is wrong with it.
pub(super) fn platform(reader: &mut Reader, place: &Place) -> Option<&'static Platform> {
    let before = reader.faults.len();
    let object = reader.object(place, MEMBERS)?;
    let mut rows = Rows::default();
    let id = id(reader, &object).unwrap_or_default();
    let name = name(reader, &object, id);
    let hosts = hosts(reader, &object);
    let link_hosts = reader.texts(object.get("link_hosts"), "host", shapes::is_host);
    let link_hosts = if link_hosts.is_empty() { hosts } else { link_hosts };
    let links = links::links(reader, object.get("links"), link_hosts, &mut rows);
    let names = object.get("members").and_then(|place| reader.object(&place, MEMBER_NAMES));
    let mut causes = Vec::new();
    let scopes = members(reader, names.as_ref(), "scopes", defaults::SCOPES);
    let rules = rules(reader, &object, &mut Frame { scopes, links, rows: &mut rows, causes: &mut causes });
    let spec = Spec {
        id,
        name,
        hosts,
        link_hosts,
        international: None,
        anchors: anchors(reader, &object, hosts),
        hints: &[],
        strangers: &[],
        replies: &[],
        members: member_names(reader, names.as_ref()),
        shapes: self::shapes(reader, &object)?,
        app_signals: &[],
        api_signals: &[],
        calls: calls(hosts),
        operations: None,
        mirrors: &[],
        catalog_any_of: false,
        identities: &[],
        neighbours: &[],
        landmarks: &[],
        traffic: None,
        rules,
        links,
        causes: Causes { causes: with_defaults(causes, rules), questions: &[], seen: &[], further: &[] },
    };
    let catalog = catalog(reader, &object);
    (reader.faults.len() == before).then(|| &*Box::leak(Box::new(Platform::own(spec, catalog, rows.tables()))))
}

fn id(reader: &mut Reader, object: &Object) -> Option<&'static str> {
    let Some(place) = object.get("id") else {
        reader.fault(&object.place, "missing", "id");
        return None;
    };
    let id = reader.text(&place)?;
    if !shapes::is_id(id) {
        reader.fault(&place, "id", id);
    } else if built_in().iter().any(|platform| platform.spec.id == id) {
        reader.fault(&place, "id-built-in", id);
    }
    Some(id.to_owned().leak())
}

/// The id where it has no other name.
fn name(reader: &mut Reader, object: &Object, id: &'static str) -> &'static [(&'static str, &'static str)] {
    let Some(Said([en, zh])) = object.get("name").and_then(|place| Said::read(reader, &place)) else {
        return vec![("en", id), ("zh-CN", id)].leak();
    };
    vec![("en", &*en.leak()), ("zh-CN", &*zh.leak())].leak()
}

/// Hosts that are no built-in platform's.
fn hosts(reader: &mut Reader, object: &Object) -> &'static [&'static str] {
    let before = reader.faults.len();
    let hosts = reader.texts(object.get("hosts"), "host", shapes::is_host);
    if hosts.is_empty() && reader.faults.len() == before {
        reader.fault(&object.place, "missing", "hosts");
    }
    for item in reader.items(object.get("hosts"), MOST_RULES) {
        let Json::Text(host) = &item.node.value else { continue };
        if built_in().iter().any(|p| p.spec.hosts.contains(&host.as_str())) {
            reader.fault(&item, "host-built-in", host.as_str());
        }
    }
    hosts
}

fn rules(reader: &mut Reader, object: &Object, frame: &mut Frame) -> &'static [Rule] {
    let before = reader.faults.len();
    let mut rules: Vec<Rule> = Vec::new();
    for (number, place) in reader.items(object.get("rules"), MOST_RULES).iter().enumerate() {
        let Some(rule) = rule(reader, place, number, frame) else { continue };
        if rules.iter().any(|known| known.id == rule.id) {
            reader.fault(place, "id-twice", rule.id);
        }
        rules.push(rule);
    }
    if rules.is_empty() && reader.faults.len() == before {
        reader.fault(&object.place, "missing", "rules");
    }
    rules.leak()
}

/// The names under `name`, or the usual ones.
fn members(
    reader: &mut Reader,
    object: Option<&Object>,
    name: &str,
    usual: &'static [&'static str],
) -> &'static [&'static str] {
    let names = reader.texts(object.and_then(|object| object.get(name)), "name", shapes::is_name);
    if names.is_empty() { usual } else { names }
}

fn member_names(reader: &mut Reader, object: Option<&Object>) -> MemberNames {
    let get = |name| object.and_then(|object| object.get(name));
    MemberNames {
        code: members(reader, object, "code", defaults::CODE),
        inner_code: reader.texts(get("inner_code"), "name", shapes::is_name),
        wrapper_codes: reader.texts(get("wrapper_codes"), "code", shapes::is_code),
        request_id: members(reader, object, "request_id", defaults::REQUEST_ID),
        app_id: members(reader, object, "app_id", defaults::APP_ID),
    }
}

fn shapes(reader: &mut Reader, object: &Object) -> Option<Shapes> {
    let object = object.get("shapes").and_then(|place| reader.object(&place, SHAPES));
    let mut given = |name| object.as_ref()?.get(name).and_then(|place| reader.pattern(&place));
    let usual = |given: Option<Pattern>, usual| given.or_else(|| Pattern::written(usual).ok());
    Some(Shapes {
        scope: usual(given("scope"), defaults::SCOPE_SHAPE)?,
        app_id: usual(given("app_id"), defaults::APP_ID_SHAPE)?,
        app_id_in_link: None,
        app_id_in_text: given("app_id_in_text"),
        organisation_in_text: None,
        request_id: usual(given("request_id"), defaults::REQUEST_ID_SHAPE)?,
        code_in_text: None,
        request_id_in_text: given("request_id_in_text"),
    })
}

/// What the writer says, and the names of the hosts.
fn anchors(reader: &mut Reader, object: &Object, hosts: &[&str]) -> &'static [Pattern] {
    let mut anchors = reader.patterns(object.get("anchors")).to_vec();
    anchors.extend(hosts.iter().filter_map(|host| Pattern::written(&regex_lite::escape(host)).ok()));
    anchors.leak()
}

fn calls(hosts: &[&str]) -> &'static [Pattern] {
    let hosts: Vec<String> = hosts.iter().map(|host| regex_lite::escape(host)).collect();
    let bare = format!(r#"(?P<place>https?://(?:{})/[^\s"'`<>()\[\],;]*)"#, hosts.join("|"));
    [defaults::CALL, &bare].iter().filter_map(|source| Pattern::written(source).ok()).collect::<Vec<_>>().leak()
}

/// The causes of rules with steps, and for the topics of all others those of their kind.
fn with_defaults(mut causes: Vec<Cause>, rules: &'static [Rule]) -> &'static [Cause] {
    for (kind, topic) in defaults::KINDS {
        let mut topics = Vec::new();
        for rule in rules.iter().filter(|rule| rule.kind == kind) {
            if causes.iter().all(|cause| !cause.topics.contains(&rule.topic())) {
                scopelens_text::order::insert(&mut topics, rule.topic());
            }
        }
        if !topics.is_empty() {
            causes.extend(defaults::causes(kind, topic, topics.leak()));
        }
    }
    causes.leak()
}

/// Names of scopes by their codes.
fn catalog(reader: &mut Reader, object: &Object) -> Catalog {
    let mut lines: Vec<String> = Vec::new();
    let pairs = object.get("scopes").map(|place| reader.pairs(&place)).unwrap_or_default();
    for (code, place) in pairs {
        if !shapes::is_scope(code) {
            reader.fault(&place, "scope", code);
        } else if let Some(Said([en, zh])) = Said::read(reader, &place) {
            lines.push(format!("{code}\t{zh}\t{en}\t\t\t\t\n"));
        }
    }
    scopelens_text::order::sort_by_key(&mut lines, String::clone);
    Catalog::of_scopes(lines.concat().leak())
}
