//! One custom platform: completed to the tree that a built-in platform's folder gives, and read as that is.

use scopelens_text::order;

use super::message::{LANGS, Localized, Rows};
use super::rule::{self, Shared};
use super::{Reserved, defaults, link, only_known};
use crate::catalog::{Catalog, Tables, write_catalog};
use crate::check::{Origin, check_platform, is_scope, items, no_long_list};
use crate::decode::decode;
use crate::fault::Faults;
use crate::json::{Node, Place};
use crate::platform::Platform;
use crate::schema::Spec;
use scopelens_model::Kind;

pub(super) const MEMBERS: &[&str] =
    &["id", "name", "about", "hosts", "link_hosts", "anchors", "members", "shapes", "scopes", "links", "rules"];
pub(super) const MEMBER_NAMES: &[&str] = &["code", "inner_code", "wrapper_codes", "request_id", "app_id", "scopes"];
pub(super) const SHAPES: &[&str] = &["scope", "app_id", "app_id_in_text", "request_id", "request_id_in_text"];

/// The platform of `item`; nothing where anything is wrong with it.
pub(super) fn platform(item: &Node, reserved: &Reserved, faults: &mut Faults) -> Option<Platform> {
    let before = faults.len();
    if !item.is_object() {
        faults.add("object", "", item.place);
        return None;
    }
    no_long_list(item, faults);
    if faults.len() > before {
        return None;
    }
    check_reserved(item, reserved, faults);
    let mut tree = item.clone();
    let mut rows = Rows::default();
    only_known(&tree, MEMBERS, faults);
    tree.take_unknown(MEMBERS);
    tree.take("about");
    let scopes = tree.take("scopes");
    complete(&mut tree, &mut rows, faults);
    check_platform(&tree, Origin::Custom, faults);
    let catalog = scopes.and_then(|scopes| catalog(&scopes, faults));
    let spec: Spec = decode(&mut tree, Origin::Custom, faults)?;
    if faults.len() > before || faults.is_full() {
        return None;
    }
    let mut platform = Platform::new(spec, true);
    rows.add_to(&mut platform);
    catalog.into_iter().for_each(|catalog| platform.add_catalog(catalog));
    Some(platform)
}

/// Notes what belongs to built-in platforms.
fn check_reserved(item: &Node, reserved: &Reserved, faults: &mut Faults) {
    let is_taken = |list: &[String], node: &Node| node.as_text().is_some_and(|text| list.iter().any(|own| own == text));
    if let Some(id) = item.member("id").filter(|id| is_taken(&reserved.ids, id)) {
        faults.add("id-built-in", id.as_text().unwrap_or_default(), id.place);
    }
    for host in items(item.member("hosts")).filter(|host| is_taken(&reserved.hosts, host)) {
        faults.add("host-built-in", host.as_text().unwrap_or_default(), host.place);
    }
}

fn complete<'t>(tree: &mut Node<'t>, rows: &mut Rows, faults: &mut Faults) {
    let place = tree.place;
    name(tree, faults);
    let hosts: Vec<String> = items(tree.member("hosts")).filter_map(Node::as_text).map(str::to_owned).collect();
    if tree.member("link_hosts").is_none_or(|hosts| hosts.items().is_empty()) {
        tree.take("link_hosts");
        tree.put("link_hosts", texts(place, &hosts));
    }
    anchors(tree, &hosts);
    tree.put("calls", texts(place, &[defaults::CALL.to_owned(), bare_call(&hosts)]));
    let scope_members = members(tree, faults);
    shapes(tree, faults);
    let links = tree.take("links").map(|links| link::links(links, rows, faults));
    links.into_iter().for_each(|links| tree.put("links", links));
    rules(tree, &scope_members, rows, faults);
}

/// A name in both languages; the id where there is none.
fn name(tree: &mut Node, faults: &mut Faults) {
    // Without an id the platform is left out, whatever it is called.
    let id = tree.member("id").and_then(Node::as_text).unwrap_or("?").to_owned();
    let name = tree.take("name");
    let place = name.as_ref().map_or(tree.place, |name| name.place);
    let Localized(texts) = name.and_then(|name| Localized::read(&name, faults)).unwrap_or_else(|| Localized::same(&id));
    let texts = LANGS.into_iter().zip(texts).map(|(tag, text)| (tag.into(), Node::text(place, text)));
    tree.put("name", Node::object(place, texts.collect()));
}

/// The writer's anchors, and the names of the hosts.
fn anchors(tree: &mut Node, hosts: &[String]) {
    let place = tree.place;
    let mut anchors = tree.take("anchors").map(Node::into_items).unwrap_or_default();
    anchors.extend(hosts.iter().map(|host| Node::text(place, regex_lite::escape(host))));
    tree.put("anchors", Node::list(place, anchors));
}

/// A call on one of the hosts, without its method.
fn bare_call(hosts: &[String]) -> String {
    let hosts: Vec<String> = hosts.iter().map(|host| regex_lite::escape(host)).collect();
    format!(r#"(?P<place>https?://(?:{})/[^\s"'`<>()\[\],;]*)"#, hosts.join("|"))
}

/// Completes the names of members; gives those that hold scopes.
fn members(tree: &mut Node, faults: &mut Faults) -> Vec<String> {
    let place = tree.place;
    let mut names = tree.take("members").unwrap_or_else(|| Node::object(place, Vec::new()));
    only_known(&names, MEMBER_NAMES, faults);
    names.take_unknown(MEMBER_NAMES);
    let usual = [("code", defaults::CODE), ("request_id", defaults::REQUEST_ID), ("app_id", defaults::APP_ID)];
    for (name, usual) in usual {
        if names.member(name).is_none_or(|list| list.items().is_empty()) {
            names.take(name);
            names.put(name, Node::list(place, usual.iter().map(|text| Node::text(place, *text)).collect()));
        }
    }
    let scopes = names.take("scopes");
    tree.put("members", names);
    crate::check::check_texts(scopes.as_ref(), "name", crate::check::is_name, faults);
    let scopes: Vec<String> = items(scopes.as_ref()).filter_map(Node::as_text).map(str::to_owned).collect();
    if scopes.is_empty() { defaults::SCOPES.iter().map(|name| (*name).to_owned()).collect() } else { scopes }
}

fn shapes(tree: &mut Node, faults: &mut Faults) {
    let place = tree.place;
    let mut shapes = tree.take("shapes").unwrap_or_else(|| Node::object(place, Vec::new()));
    only_known(&shapes, SHAPES, faults);
    shapes.take_unknown(SHAPES);
    let usual = [
        ("scope", defaults::SCOPE_SHAPE),
        ("app_id", defaults::APP_ID_SHAPE),
        ("request_id", defaults::REQUEST_ID_SHAPE),
    ];
    for (name, usual) in usual {
        if shapes.member(name).is_none() {
            shapes.take(name);
            shapes.put(name, Node::text(place, usual));
        }
    }
    tree.put("shapes", shapes);
}

/// Completes the rules, and gives the platform the causes of all of them.
fn rules<'t>(tree: &mut Node<'t>, scopes: &[String], rows: &mut Rows, faults: &mut Faults) {
    let place = tree.place;
    let (mut causes, mut topics) = (Vec::new(), Vec::new());
    let mut shared = Shared { scopes, rows, causes: &mut causes, topics: &mut topics };
    if let Some(list) = tree.take("rules") {
        let list_place = list.place;
        let mut rules = list.into_items();
        for (index, rule) in rules.iter_mut().enumerate() {
            rule::complete(rule, index, &mut shared, faults);
        }
        tree.put("rules", Node::list(list_place, rules));
    }
    let links: Vec<&str> = items(tree.member("links")).filter_map(|link| link.member("id")?.as_text()).collect();
    add_usual_causes(&mut causes, &topics, &links, place);
    tree.put("causes", Node::object(place, vec![("causes".into(), Node::list(place, causes))]));
}

/// The causes of all topics that have none, by their kinds. Their steps lead to links that there are.
fn add_usual_causes(causes: &mut Vec<Node>, topics: &[(Kind, String)], links: &[&str], place: Place) {
    for (kind, topic) in defaults::KINDS {
        let mut names: Vec<&str> = Vec::new();
        for (_, name) in topics.iter().filter(|(of, _)| *of == kind) {
            order::insert(&mut names, name);
        }
        if !names.is_empty() {
            let names = Node::list(place, names.into_iter().map(|name| Node::text(place, name.to_owned())).collect());
            causes.extend(defaults::causes(kind, topic, &names, links, place));
        }
    }
}

fn texts<'t>(place: Place, texts: &[String]) -> Node<'t> {
    Node::list(place, texts.iter().map(|text| Node::text(place, text.clone())).collect())
}

/// Names of scopes by their codes.
fn catalog(scopes: &Node, faults: &mut Faults) -> Option<Catalog> {
    if !scopes.is_object() {
        faults.add("object", "", scopes.place);
        return None;
    }
    let mut rows: Vec<String> = Vec::new();
    for (code, name) in scopes.members() {
        if !is_scope(code) {
            faults.add("scope", code.as_ref(), name.place);
        } else if let Some(Localized([en, zh])) = Localized::read(name, faults) {
            rows.push(format!("{code}\t{zh}\t{en}\n"));
        }
    }
    order::sort_by_key(&mut rows, String::clone);
    rows.dedup_by(|later, first| later.split('\t').next() == first.split('\t').next());
    Catalog::of_bytes(&write_catalog(&Tables::new(&rows.concat(), "", "")).ok()?)
}
