//! The JSON schema of custom rules, for editors: written from the lists of members that the reader itself goes by, so that a
//! member without a description here fails the test, and so does a file that is not the one that is written.

use serde_json::{Map, Value, json};

use super::defaults::KINDS;
use super::message::LANGS;
use super::{Reserved, link, platform, read_custom, rule};

/// A list of items; one item may stand without its brackets.
fn list(item: Value) -> Value {
    json!({ "anyOf": [item, { "type": "array", "items": item }] })
}

/// A form that the schema defines once.
fn defined(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn text() -> Value {
    defined("text")
}

fn pattern() -> Value {
    defined("pattern")
}

fn localized() -> Value {
    defined("localized")
}

fn kinds() -> Value {
    defined("kind")
}

/// A text for all languages, or one for each.
fn localized_form() -> Value {
    let texts: Map<String, Value> = LANGS.iter().map(|tag| ((*tag).to_owned(), json!({ "type": "string" }))).collect();
    json!({ "anyOf": [{ "type": "string" }, { "type": "object", "additionalProperties": false, "properties": texts }] })
}

/// An object of `members`, each with its form and description.
fn object(members: &[&str], required: &[&str], form: fn(&str) -> (Value, &'static str)) -> Value {
    let mut properties = Map::new();
    for name in members {
        let (mut value, description) = form(name);
        value["description"] = description.into();
        properties.insert((*name).to_owned(), value);
    }
    json!({ "type": "object", "additionalProperties": false, "required": required, "properties": properties })
}

fn platform_member(name: &str) -> (Value, &'static str) {
    match name {
        "id" => {
            (json!({ "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,39}$" }), "Unique; no built-in platform's.")
        }
        "name" => (localized(), "The name on cards; the id where it is absent."),
        "about" => (json!({}), "A remark; nobody reads it but you."),
        "hosts" => (list(json!({ "type": "string" })), "Hosts whose replies are this platform's."),
        "link_hosts" => {
            (list(json!({ "type": "string" })), "Hosts that links may lead to; the hosts where it is absent.")
        }
        "anchors" => (list(pattern()), "Patterns that show that this platform is meant."),
        "members" => (object(platform::MEMBER_NAMES, &[], member_name), "Names of the members of replies, best first."),
        "shapes" => (object(platform::SHAPES, &[], shape), "Patterns for whole values, and for text around them."),
        "scopes" => {
            (json!({ "type": "object", "additionalProperties": localized() }), "Names of scopes by their codes.")
        }
        "links" => (links(), "Link templates by id; apply grants a scope, apps is the console."),
        "rules" => (list(defined("rule")), "Kinds of refusal."),
        _ => panic!("{name} has no form"),
    }
}

fn member_name(name: &str) -> (Value, &'static str) {
    let description = match name {
        "code" => "Members that hold an error code.",
        "inner_code" => "Of those, the ones that hold the code inside a wrapping one.",
        "wrapper_codes" => "Codes that only wrap another one.",
        "request_id" => "Members that hold the request id.",
        "app_id" => "Members that hold the app id.",
        "scopes" => "Members that hold the missing scopes.",
        _ => panic!("{name} has no form"),
    };
    (list(text()), description)
}

fn shape(name: &str) -> (Value, &'static str) {
    let description = match name {
        "scope" => "A scope's code.",
        "app_id" => "An app id.",
        "app_id_in_text" => "An app id anywhere in text (group 1).",
        "request_id" => "A request id.",
        "request_id_in_text" => "A request id in prose (group 1).",
        _ => panic!("{name} has no form"),
    };
    (pattern(), description)
}

fn links() -> Value {
    let by_id = object(link::MEMBERS, &["url"], link_member);
    let template = json!({ "type": "string", "pattern": "^https://" });
    json!({ "anyOf": [
        { "type": "object", "additionalProperties": { "anyOf": [template, by_id] } },
        { "type": "array", "items": object(link::MEMBERS, &["id", "url"], link_member) }
    ] })
}

fn link_member(name: &str) -> (Value, &'static str) {
    let template = json!({ "type": "string", "pattern": "^https://" });
    match name {
        "id" => (json!({ "type": "string" }), "Unique in its platform."),
        "url" => (template, "Template; may ask for {app_id}, {scope}, {scopes}, {request_id} and {code}."),
        "label" => (localized(), "The text of the link."),
        "carried" => (list(template), "Other forms in which replies carry this link."),
        "shown_for" => (list(kinds()), "Kinds of refusal whose cards offer it at their foot."),
        _ => panic!("{name} has no form"),
    }
}

fn rule_member(name: &str) -> (Value, &'static str) {
    match name {
        "id" => (json!({ "type": "string" }), "Unique in its platform; rule-1 and so on where it is absent."),
        "about" => (json!({}), "A remark; nobody reads it but you."),
        "kind" => (kinds(), "The meaning of a hit; missing-scope where it is absent."),
        "codes" => (list(text()), "Values of a code member, to the letter."),
        "tokens" => (list(text()), "Distinctive words that count wherever they stand."),
        "phrases" => (list(text()), "Pieces of message text; width and kind of punctuation do not matter."),
        "patterns" => (list(pattern()), "Regular expressions, for what a phrase cannot say."),
        "needles" => (list(text()), "Texts of which every match of the patterns holds one."),
        "anchored" => (json!({ "type": "boolean" }), "Whether the text must name the platform in another way too."),
        "with" => (list(text()), "Phrases of which one must be in the same record."),
        "without" => (list(text()), "Phrases of which none may be in the same record."),
        "scopes" => (list(scope_source()), "Places of the missing scopes, best first."),
        "any_of" => (json!({ "type": "boolean" }), "Whether one of several scopes is enough."),
        "title" => (localized(), "The card's title; {scope}, {count} and {platform} are filled in."),
        "lead" => (localized(), "The sentence below the title."),
        "steps" => (list(step()), "Steps of the way out."),
        _ => panic!("{name} has no form"),
    }
}

fn scope_source() -> Value {
    let one = |name: &str, value: Value| json!({ "type": "object", "additionalProperties": false, "required": [name], "properties": { name: value } });
    json!({ "anyOf": [text(), one("member", text()), one("pattern", pattern()), one("link", json!({ "type": "string" }))] })
}

fn step() -> Value {
    let parts = json!({ "text": localized(), "link": { "type": "string" } });
    let with_link =
        json!({ "type": "object", "additionalProperties": false, "required": ["text"], "properties": parts });
    json!({ "anyOf": [localized(), with_link] })
}

fn schema() -> String {
    let platform = object(platform::MEMBERS, &["id", "hosts", "rules"], platform_member);
    let mut schema = list(json!({ "$ref": "#/$defs/platform" }));
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
    schema["title"] = "Custom rules of Scopelens".into();
    schema["$defs"] = json!({
        "platform": platform,
        "text": { "type": ["string", "number"] },
        "pattern": { "type": "string", "maxLength": 500 },
        "localized": localized_form(),
        "kind": { "enum": KINDS.map(|(kind, _)| kind.word()) },
        "rule": object(rule::MEMBERS, &[], rule_member)
    });
    serde_json::to_string_pretty(&schema).unwrap() + "\n"
}

/// `SCOPELENS_WRITE=1` writes the file anew.
#[test]
fn the_schema_in_the_documentation_is_the_readers() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/rules.schema.json");
    if std::env::var_os("SCOPELENS_WRITE").is_some() {
        std::fs::write(path, schema()).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), schema(), "write it anew with SCOPELENS_WRITE=1");
}

/// Each kind that the schema offers is one that the reader takes.
#[test]
fn every_kind_of_the_schema_is_read() {
    for (kind, _) in KINDS {
        let rules = json!({ "id": "acme", "hosts": "a.example", "rules": { "codes": "E1", "kind": kind } });
        assert_eq!(read_custom(&rules.to_string(), &Reserved::default()).faults, []);
    }
}
