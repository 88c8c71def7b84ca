//! Links of custom rules: `{"apply": "https://…"}`, `{"apply": {"url": …}}` or `[{"id": "apply", "url": …}]`.

use super::message::{Localized, Rows};
use super::{defaults, only_known};
use crate::fault::Faults;
use crate::json::{Json, Node};

pub(super) const MEMBERS: &[&str] = &["id", "url", "label", "carried", "shown_for"];

/// The links as the schema has them: a list of objects. Labels become messages.
pub(super) fn links<'t>(links: Node<'t>, rows: &mut Rows, faults: &mut Faults) -> Node<'t> {
    let place = links.place;
    let links = match links.value {
        Json::Object(members) => members.into_iter().map(|(id, link)| named(id.into_owned(), link)).collect(),
        _ => links.into_items(),
    };
    Node::list(place, links.into_iter().map(|link| link_of(link, rows, faults)).collect())
}

/// A link with its id as a member.
fn named<'t>(id: String, link: Node<'t>) -> Node<'t> {
    let place = link.place;
    let mut link = match link.value {
        Json::Object(_) => link,
        _ => Node::object(place, vec![("url".into(), link)]),
    };
    link.put("id", Node::text(place, id));
    link
}

fn link_of<'t>(mut link: Node<'t>, rows: &mut Rows, faults: &mut Faults) -> Node<'t> {
    only_known(&link, MEMBERS, faults);
    link.take_unknown(MEMBERS);
    let id = link.member("id").and_then(Node::as_text).unwrap_or_default().to_owned();
    let label = link.take("label").and_then(|label| Localized::read(&label, faults));
    match label {
        Some(label) => rows.add(format!("link.{id}"), label),
        None if defaults::NAMED_LINKS.contains(&&*id) => rows.add_same(format!("link.{id}"), &format!("link.own-{id}")),
        None => rows.add(format!("link.{id}"), Localized::same(&id)),
    }
    shown_for(&mut link, &id, faults);
    link
}

/// A link that leads to no scope and to no console is help for everything.
fn shown_for(link: &mut Node, id: &str, faults: &mut Faults) {
    if let Some(kinds) = link.member("shown_for") {
        kinds.items().iter().for_each(|kind| super::rule::check_kind(kind, faults));
    } else if !matches!(id, "apply" | "apps") {
        let kinds = defaults::KINDS.map(|(kind, _)| Node::text(link.place, kind.word()));
        link.put("shown_for", Node::list(link.place, kinds.to_vec()));
    }
}
