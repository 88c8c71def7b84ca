//! One rule of others, in the form that the built-in ones have, with words and steps beside it.

use super::reader::{Object, Place, Reader};
use super::said::{Rows, Said};
use super::{defaults, shapes};
use crate::card::{Lang, Words};
use crate::platform::{Cause, LinkSpec, Needs, Rule, ScopeSource, StepSpec};
use crate::reading::is_searchable;
use scopelens_model::Kind;

const MEMBERS: &[&str] = &[
    "id", "about", "kind", "codes", "tokens", "phrases", "patterns", "needles", "anchored", "with", "without",
    "scopes", "any_of", "title", "lead", "steps",
];

/// What the rules of one platform share.
pub(super) struct Frame<'f> {
    /// Members that hold scopes, where a rule names none.
    pub(super) scopes: &'f [&'static str],
    pub(super) links: &'f [LinkSpec],
    pub(super) rows: &'f mut Rows,
    /// The causes of rules that have steps of their own.
    pub(super) causes: &'f mut Vec<Cause>,
}

/// The rule at `place`; nothing where it cannot be told what it is.
pub(super) fn rule(reader: &mut Reader, place: &Place, number: usize, frame: &mut Frame) -> Option<Rule> {
    let before = reader.faults.len();
    let object = reader.object(place, MEMBERS)?;
    let id = id(reader, &object, number);
    let (kind, generic) = object.get("kind").map_or(defaults::kind("missing-scope"), |place| kind(reader, &place))?;
    let mut words = |name, key| reader.texts(object.get(name), key, shapes::is_word);
    let (tokens, phrases, needles) = (words("tokens", "word"), words("phrases", "word"), words("needles", "word"));
    let codes = reader.texts(object.get("codes"), "code", shapes::is_code);
    let patterns = reader.patterns(object.get("patterns"));
    if [codes.len(), tokens.len(), phrases.len(), patterns.len()] == [0; 4] && reader.faults.len() == before {
        reader.fault(place, "rule-empty", "");
    }
    let mut texts = |name| reader.texts(object.get(name), "text-long", shapes::is_short_text);
    let (with, without) = (texts("with"), texts("without"));
    let topic = topic(reader, &object, id, generic, frame);
    steps(reader, &object, (topic, kind), frame);
    Some(Rule {
        id,
        topic: Some(topic),
        kind,
        codes,
        tokens,
        phrases,
        needles: if needles.is_empty() { held(patterns) } else { needles },
        patterns,
        needs: needs(reader, &object, codes),
        confirms: &[],
        any_code: false,
        fallback: false,
        must_name_scope: false,
        with,
        without,
        scopes: scopes(reader, &object, frame),
        any_of: reader.flag(object.get("any_of")),
        signals: &[],
        details: &[],
    })
}

fn id(reader: &mut Reader, object: &Object, number: usize) -> &'static str {
    let Some(place) = object.get("id") else { return format!("rule-{}", number + 1).leak() };
    let id = reader.text(&place).unwrap_or_default();
    if !shapes::is_id(id) {
        reader.fault(&place, "id", id);
    }
    id.to_owned().leak()
}

pub(super) fn kind(reader: &mut Reader, place: &Place) -> Option<(Kind, &'static str)> {
    let word = reader.text(place)?;
    let known = defaults::kind(word);
    if known.is_none() {
        let words: Vec<&str> = defaults::KINDS.iter().map(|(kind, _)| kind.word()).collect();
        reader.fault(place, "kind", words.join(", "));
    }
    known
}

/// `anchored`, or what the codes' form tells.
fn needs(reader: &mut Reader, object: &Object, codes: &[&str]) -> Needs {
    let is_anchored = reader.flag(object.get("anchored")).unwrap_or_else(|| codes.iter().any(|code| is_common(code)));
    if is_anchored { Needs::Anchor } else { Needs::Words }
}

/// A short number means something else to others.
fn is_common(code: &str) -> bool {
    code.len() < defaults::TELLING_DIGITS && code.bytes().all(|b| b.is_ascii_digit())
}

/// What every match of the patterns holds, where that is known of all of them.
fn held(patterns: &[crate::platform::Pattern]) -> &'static [&'static str] {
    let each: Vec<_> = patterns.iter().map(|pattern| pattern.needles(is_searchable)).collect();
    if each.iter().any(|needles| needles.is_empty()) { &[] } else { each.concat().leak() }
}

/// `"member"`, `{"member": …}`, `{"pattern": …}` or `{"link": …}`; without any, the platform's members.
fn scopes(reader: &mut Reader, object: &Object, frame: &Frame) -> &'static [ScopeSource] {
    let mut sources: Vec<ScopeSource> = Vec::new();
    for item in reader.items(object.get("scopes"), 20) {
        sources.extend(source(reader, &item, frame));
    }
    if sources.is_empty() {
        sources.extend(frame.scopes.iter().map(|name| ScopeSource::Member(name)));
    }
    sources.leak()
}

fn source(reader: &mut Reader, place: &Place, frame: &Frame) -> Option<ScopeSource> {
    if !matches!(place.node.value, super::json::Json::Object(_)) {
        return member(reader, place);
    }
    let object = reader.object(place, &["member", "pattern", "link"])?;
    match (object.get("member"), object.get("pattern"), object.get("link")) {
        (Some(place), None, None) => member(reader, &place),
        (None, Some(place), None) => reader.pattern(&place).map(ScopeSource::Pattern),
        (None, None, Some(place)) => known_link(reader, &place, frame).map(ScopeSource::Link),
        _ => {
            reader.fault(place, "source", "");
            None
        }
    }
}

fn member(reader: &mut Reader, place: &Place) -> Option<ScopeSource> {
    let name = reader.text(place)?;
    if !shapes::is_name(name) {
        reader.fault(place, "name", name);
        return None;
    }
    Some(ScopeSource::Member(name.to_owned().leak()))
}

fn known_link(reader: &mut Reader, place: &Place, frame: &Frame) -> Option<&'static str> {
    let id = reader.text(place)?;
    let known = frame.links.iter().find(|link| link.id == id).map(|link| link.id);
    if known.is_none() {
        reader.fault(place, "link-unknown", id);
    }
    known
}

/// What the rule's words are filed under: the kind, or the rule where it has words of its own. What it does not say is then
/// said as for the kind.
fn topic(
    reader: &mut Reader,
    object: &Object,
    id: &'static str,
    generic: &'static str,
    frame: &mut Frame,
) -> &'static str {
    let [title, lead] = ["title", "lead"].map(|name| object.get(name).and_then(|place| Said::read(reader, &place)));
    if title.is_none() && lead.is_none() && object.get("steps").is_none() {
        return generic;
    }
    for (name, said) in [("title", title), ("lead", lead)] {
        match said {
            Some(said) => frame.rows.add(format!("{name}.{id}"), said),
            None => copied(name, generic, id, frame.rows),
        }
    }
    id
}

/// The engine's own words of one topic for another one.
fn copied(name: &str, generic: &str, id: &str, rows: &mut Rows) {
    for form in ["", ".none", ".one", ".many"] {
        let key = format!("{name}.{generic}{form}");
        let [en, zh] = Lang::ALL.map(|lang| Words::new(lang, None).get(&key));
        if let (Some(en), Some(zh)) = (en, zh) {
            rows.add(format!("{name}.{id}{form}"), Said([en.to_owned(), zh.to_owned()]));
        }
    }
}

/// A cause with the rule's own steps, where it has any.
fn steps(reader: &mut Reader, object: &Object, (topic, kind): (&'static str, Kind), frame: &mut Frame) {
    let mut steps: Vec<StepSpec> = Vec::new();
    for (i, item) in reader.items(object.get("steps"), 20).iter().enumerate() {
        let text: &'static str = format!("{topic}.{}", i + 1).leak();
        let has_link = matches!(&item.node.value, super::json::Json::Object(members) if members.iter().any(|(name, _)| name == "text"));
        let step = if has_link { reader.object(item, &["text", "link"]) } else { None };
        let said = step.as_ref().map_or_else(|| Some(item.clone()), |step| step.get("text"));
        let Some(said) = said.and_then(|place| Said::read(reader, &place)) else { continue };
        frame.rows.add(format!("step.{text}"), said);
        let link = step.and_then(|step| step.get("link")).and_then(|place| known_link(reader, &place, frame));
        steps.push(StepSpec { text, link, when: &[] });
    }
    if steps.is_empty() {
        return;
    }
    let generic = defaults::KINDS.iter().find(|(known, _)| *known == kind).map_or(topic, |(_, topic)| topic);
    copied("cause", generic, topic, frame.rows);
    let topics = vec![topic].leak();
    frame.causes.push(Cause { id: topic, topics, base: 4, weights: &[], steps: steps.leak(), notes: &[] });
}
