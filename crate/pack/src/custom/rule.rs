//! One custom rule, completed to the form that the built-in ones have, with words and steps beside it.

use super::message::{Localized, Rows};
use super::{defaults, only_known};
use crate::check::{is_searchable, items};
use crate::fault::Faults;
use crate::json::{Json, Node};
use crate::pattern::Pattern;
use scopelens_model::Kind;

pub(super) const MEMBERS: &[&str] = &[
    "id", "about", "kind", "codes", "tokens", "phrases", "patterns", "needles", "anchored", "with", "without",
    "scopes", "any_of", "title", "lead", "steps",
];

/// Most sources of scopes, and most steps, of one rule.
const MAX_PARTS: usize = 20;

/// Parts of a platform that its rules share and add to.
pub(super) struct Shared<'s, 't> {
    /// Members that hold scopes, where a rule names none.
    pub(super) scopes: &'s [String],
    pub(super) rows: &'s mut Rows,
    /// The causes of rules that have steps of their own.
    pub(super) causes: &'s mut Vec<Node<'t>>,
    /// Kinds with the topics of the rules that have none.
    pub(super) topics: &'s mut Vec<(Kind, String)>,
}

/// Completes `rule`, which is the one at `index` of its platform.
pub(super) fn complete<'t>(rule: &mut Node<'t>, index: usize, shared: &mut Shared<'_, 't>, faults: &mut Faults) {
    only_known(rule, MEMBERS, faults);
    rule.take_unknown(MEMBERS);
    rule.take("about");
    let place = rule.place;
    let id =
        rule.member("id").map_or_else(|| format!("rule-{}", index + 1), |id| id.as_text().unwrap_or_default().into());
    if rule.member("id").is_none() {
        rule.put("id", Node::text(place, id.clone()));
    }
    let (kind, generic) = kind(rule, faults);
    needs(rule, faults);
    needles(rule);
    scopes(rule, shared.scopes, faults);
    let topic = topic(rule, &id, generic, shared.rows, faults);
    let has_steps = steps(rule, (&topic, generic), shared, faults);
    if !has_steps && shared.topics.iter().all(|known| *known != (kind, topic.clone())) {
        shared.topics.push((kind, topic.clone()));
    }
    rule.put("topic", Node::text(place, topic));
}

/// Notes a kind that no rule may have.
pub(super) fn check_kind(kind: &Node, faults: &mut Faults) {
    if kind.as_text().is_some_and(|word| defaults::kind(word).is_none() && !word.trim().is_empty()) {
        let words: Vec<&str> = defaults::KINDS.iter().map(|(kind, _)| kind.word()).collect();
        faults.add("kind", words.join(", "), kind.place);
    }
}

/// The kind, which is put in where it is absent or not known, with its topic.
fn kind(rule: &mut Node, faults: &mut Faults) -> (Kind, &'static str) {
    if let Some(kind) = rule.member("kind") {
        check_kind(kind, faults);
        match kind.as_text().map(defaults::kind) {
            Some(Some(known)) => return known,
            // What is no text at all is noted by the schema.
            None => return (Kind::MissingScope, "own-missing-scope"),
            Some(None) => rule.take("kind"),
        };
    }
    rule.put("kind", Node::text(rule.place, "missing-scope"));
    (Kind::MissingScope, "own-missing-scope")
}

/// `anchored`, or what the codes' form tells.
fn needs(rule: &mut Node, faults: &mut Faults) {
    let flag = rule.take("anchored");
    let is_anchored = match flag.as_ref().map(|flag| (&flag.value, flag.place)) {
        Some((Json::Flag(flag), _)) => *flag,
        Some((_, place)) => {
            faults.add("flag", "", place);
            true
        }
        None => items(rule.member("codes")).filter_map(Node::as_text).any(is_common),
    };
    rule.put("needs", Node::text(rule.place, if is_anchored { "anchor" } else { "words" }));
}

/// Whether a code is a short number, which means something else to others.
fn is_common(code: &str) -> bool {
    code.len() < defaults::MIN_TELLING_DIGITS && code.bytes().all(|b| b.is_ascii_digit())
}

/// Texts of which every match of the patterns holds one, where that is known of all of them.
fn needles(rule: &mut Node) {
    if rule.member("needles").is_some_and(|needles| !needles.items().is_empty()) {
        return;
    }
    let patterns = items(rule.member("patterns")).filter_map(Node::as_text);
    let each: Vec<Vec<String>> = patterns.map(|source| Pattern::new(source).needles(is_searchable)).collect();
    if !each.is_empty() && each.iter().all(|needles| !needles.is_empty()) {
        let texts = each.into_iter().flatten().map(|text| Node::text(rule.place, text)).collect();
        rule.take("needles");
        rule.put("needles", Node::list(rule.place, texts));
    }
}

/// A bare text is a member's name; without any source, the platform's members are.
fn scopes(rule: &mut Node, members: &[String], faults: &mut Faults) {
    let place = rule.place;
    let sources = rule.take("scopes").map(Node::into_items).unwrap_or_default();
    too_many(&sources, faults);
    let mut sources: Vec<Node> = sources.into_iter().map(source).collect();
    if sources.is_empty() {
        sources = members.iter().map(|name| source(Node::text(place, name.clone()))).collect();
    }
    rule.put("scopes", Node::list(place, sources));
}

fn source(node: Node) -> Node {
    if node.is_object() { node } else { Node::object(node.place, vec![("member".into(), node)]) }
}

fn too_many(list: &[Node], faults: &mut Faults) {
    if let Some(first) = list.get(MAX_PARTS) {
        faults.add("too-many", MAX_PARTS.to_string(), first.place);
    }
}

/// The name that the rule's words are filed under: the kind's topic, or the rule where it has words of its own. What it does
/// not say is then said as for the kind.
fn topic(rule: &mut Node, id: &str, generic: &'static str, rows: &mut Rows, faults: &mut Faults) -> String {
    let texts = ["title", "lead"].map(|name| rule.take(name).and_then(|node| Localized::read(&node, faults)));
    if texts.iter().all(Option::is_none) && rule.member("steps").is_none() {
        return generic.to_owned();
    }
    for (name, text) in ["title", "lead"].into_iter().zip(texts) {
        match text {
            Some(text) => rows.add(format!("{name}.{id}"), text),
            None => same_as(name, generic, id, rows),
        }
    }
    id.to_owned()
}

/// The engine's own words of one topic for another one, in all of their forms.
fn same_as(name: &str, generic: &str, id: &str, rows: &mut Rows) {
    for form in ["", ".none", ".one", ".many"] {
        rows.add_same(format!("{name}.{id}{form}"), &format!("{name}.{generic}{form}"));
    }
}

/// A cause with the rule's own steps; says whether it has any.
fn steps<'t>(
    rule: &mut Node<'t>,
    (topic, generic): (&str, &'static str),
    shared: &mut Shared<'_, 't>,
    faults: &mut Faults,
) -> bool {
    let nodes = rule.take("steps").map(Node::into_items).unwrap_or_default();
    too_many(&nodes, faults);
    let mut steps = Vec::new();
    for (index, node) in nodes.into_iter().enumerate() {
        steps.extend(step(node, format!("{topic}.{}", index + 1), shared.rows, faults));
    }
    if steps.is_empty() {
        return false;
    }
    same_as("cause", generic, topic, shared.rows);
    let topics = Node::text(rule.place, topic.to_owned());
    shared.causes.push(defaults::cause(rule.place, topic, topics, steps));
    true
}

/// A text, or `{"text": …, "link": …}`.
fn step<'t>(mut node: Node<'t>, key: String, rows: &mut Rows, faults: &mut Faults) -> Option<Node<'t>> {
    let place = node.place;
    let mut step = Node::object(place, vec![("text".into(), Node::text(place, key.clone()))]);
    if let Some(text) = node.take("text") {
        only_known(&node, &["link"], faults);
        node.take("link").into_iter().for_each(|link| step.put("link", link));
        node = text;
    }
    rows.add(format!("step.{key}"), Localized::read(&node, faults)?);
    Some(step)
}
