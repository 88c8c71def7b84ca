//! Checks on a platform's tree that the schema's types cannot make. They are the same for built-in and for custom platforms;
//! what comes from others has bounds beside.

mod conditions;
mod fixes;
mod links;
mod shapes;
#[cfg(test)]
mod tests;

pub(crate) use conditions::Conditions;
pub(crate) use shapes::{is_host, is_id, is_name, is_scope, is_searchable};

use std::collections::BTreeSet;

use crate::fault::Faults;
use crate::json::{Json, Node};

/// Author of a platform's data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The project.
    BuiltIn,
    /// A user or a company.
    Custom,
}

/// Most items of a list that is not ours.
const MAX_ITEMS: usize = 200;

/// Notes members that stand twice in an object.
pub(crate) fn no_member_twice(node: &Node, faults: &mut Faults) {
    let mut known: BTreeSet<&str> = BTreeSet::new();
    for (name, member) in node.members() {
        if !known.insert(name) {
            faults.add("twice", name.as_ref(), member.place);
        }
        no_member_twice(member, faults);
    }
    if let Json::List(items) = &node.value {
        items.iter().for_each(|item| no_member_twice(item, faults));
    }
}

/// Notes lists that are longer than anybody's rules are.
pub(crate) fn no_long_list(node: &Node, faults: &mut Faults) {
    if let Json::List(items) = &node.value {
        if items.len() > MAX_ITEMS {
            faults.add("too-many", MAX_ITEMS.to_string(), node.place);
        }
        items.iter().for_each(|item| no_long_list(item, faults));
    }
    node.members().iter().for_each(|(_, member)| no_long_list(member, faults));
}

/// Notes what is wrong with a whole platform.
pub(crate) fn check_platform(tree: &Node, origin: Origin, faults: &mut Faults) {
    let text = |name| tree.member(name).filter(|node| node.as_text().is_some());
    check_texts(text("id"), "id", is_id, faults);
    check_texts(tree.member("hosts"), "host", is_host, faults);
    check_texts(tree.member("link_hosts"), "host", is_host, faults);
    if !is_set(tree.member("generic")) {
        not_empty(tree, "hosts", faults);
    }
    not_empty(tree, "rules", faults);
    let names = tree.member("members");
    for name in ["code", "inner_code", "request_id", "app_id"] {
        check_texts(names.and_then(|names| names.member(name)), "name", is_name, faults);
    }
    check_texts(names.and_then(|names| names.member("wrapper_codes")), "code", shapes::is_code, faults);
    links::check(tree, origin, faults);
    fixes::check(tree, faults);
    once_each(tree.member("rules"), "id-twice", faults);
    for rule in items(tree.member("rules")) {
        check_rule(rule, tree, origin, faults);
    }
    let redact = tree.member("redact");
    for shape in ["shapes", "kept"].into_iter().flat_map(|name| items(redact.and_then(|redact| redact.member(name)))) {
        check_shape(shape, faults);
    }
    for step in steps(tree) {
        links::is_known(tree, step.member("link"), faults);
    }
}

fn is_set(flag: Option<&Node>) -> bool {
    flag.is_some_and(|flag| matches!(flag.value, Json::Flag(true)))
}

fn check_rule(rule: &Node, tree: &Node, origin: Origin, faults: &mut Faults) {
    let before = faults.len();
    check_texts(rule.member("id"), "id", is_id, faults);
    check_texts(rule.member("codes"), "code", shapes::is_code, faults);
    for name in ["tokens", "phrases"] {
        check_texts(rule.member(name), "word", shapes::is_word, faults);
    }
    // Ours may be shorter where it was measured what that costs.
    let needles = rule.member("needles").filter(|_| origin == Origin::Custom);
    check_texts(needles, "word", shapes::is_word, faults);
    for name in ["with", "without", "confirms"] {
        check_texts(rule.member(name), "text-long", shapes::is_short_text, faults);
    }
    let signs = ["codes", "tokens", "phrases", "patterns"];
    let has_sign = signs.iter().any(|name| items(rule.member(name)).next().is_some());
    let takes_any = is_set(rule.member("any_code"));
    if rule.is_object() && !has_sign && !takes_any && faults.len() == before {
        faults.add("rule-empty", "", rule.place);
    }
    for source in ["scopes", "held"].into_iter().flat_map(|name| items(rule.member(name))) {
        links::is_known(tree, source.member("link"), faults);
        check_texts(source.member("member"), "name", is_name, faults);
        check_made(source.member("made"), faults);
    }
}

/// Notes a made scope that asks for a part which its pattern does not give.
fn check_made(made: Option<&Node>, faults: &mut Faults) {
    let Some(made) = made else { return };
    let text = |name| made.member(name).and_then(Node::as_text).unwrap_or_default();
    let parts = holes(text("form")).map(|name| name.strip_suffix('*').unwrap_or(name));
    for name in parts.filter(|name| !text("pattern").contains(&format!("(?P<{name}>"))) {
        faults.add("part-unknown", name, made.place);
    }
}

/// The names in a template's curly brackets.
pub(crate) fn holes(template: &str) -> impl Iterator<Item = &str> {
    template.split('{').skip(1).filter_map(|hole| hole.split_once('}').map(|(name, _)| name))
}

/// Notes a form of values that begins with nothing, or that no value has.
fn check_shape(shape: &Node, faults: &mut Faults) {
    let number = |name| shape.member(name)?.as_text()?.parse::<u32>().ok();
    let is_open = shape.member("start").and_then(Node::as_text).is_some_and(|start| start.trim().is_empty());
    if is_open || number("min").zip(number("max")).is_some_and(|(min, max)| min > max || max == 0) {
        faults.add("shape", "", shape.place);
    }
}

/// The steps of all causes and answers.
fn steps<'n, 't>(tree: &'n Node<'t>) -> impl Iterator<Item = &'n Node<'t>> {
    let of = |name| items(tree.member("causes").and_then(|causes| causes.member(name)));
    let choices = of("questions").flat_map(|question| items(question.member("choices")));
    of("causes").chain(choices).flat_map(|holder| items(holder.member("steps")))
}

/// Notes texts of a list that do not fit; what is no text is noted by the schema.
pub(crate) fn check_texts(list: Option<&Node>, code: &'static str, is_fit: impl Fn(&str) -> bool, faults: &mut Faults) {
    for node in items(list) {
        if let Some(text) = node.as_text().filter(|text| !text.trim().is_empty() && !is_fit(text)) {
            faults.add(code, text, node.place);
        }
    }
}

/// Notes a list that must have items; where it is absent, the schema notes it.
fn not_empty(tree: &Node, name: &'static str, faults: &mut Faults) {
    if tree.member(name).is_some_and(|list| list.items().is_empty()) {
        faults.add("missing", name, tree.place);
    }
}

/// Notes objects of a list whose id another one before them has.
fn once_each(list: Option<&Node>, code: &'static str, faults: &mut Faults) {
    let mut known: BTreeSet<&str> = BTreeSet::new();
    for item in items(list) {
        if let Some(id) = item.member("id").and_then(Node::as_text).filter(|id| !known.insert(id)) {
            faults.add(code, id, item.place);
        }
    }
}

/// The items of a list that may be absent.
pub(crate) fn items<'n, 't>(list: Option<&'n Node<'t>>) -> impl Iterator<Item = &'n Node<'t>> {
    list.map(Node::items).unwrap_or_default().iter()
}

/// Notes messages that are no line, and keys that another language has and this one lacks.
pub(crate) fn check_messages<'n, 't: 'n>(root: &Node, others: impl Iterator<Item = &'n Node<'t>>, faults: &mut Faults) {
    for (key, message) in root.members() {
        let variants = message.items().iter();
        for line in variants.map(|variant| variant.member("say").unwrap_or(variant)) {
            if line.as_text().is_some_and(|text| text.contains(['\t', '\n'])) {
                faults.add("message-line", key.as_ref(), line.place);
            }
        }
    }
    for (key, _) in others.flat_map(Node::members) {
        if root.member(key).is_none() {
            faults.add("message-missing", key.as_ref(), root.place);
        }
    }
}
