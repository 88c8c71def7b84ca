//! `scopelens diagnose --jsonl`: one line of facts per line, for corpora and pipes.

use std::io::{self, Write};

use scopelens_engine::Engine;
use scopelens_engine::links::{LinkValues, build};
use scopelens_engine::reading::read_snippet;
use scopelens_model::{AnyOf, Denial, Fact, Kind, Source};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    id: Value,
    text: String,
}

/// Answers each line of `input`; a line that is no such object gets an `error` and spoils no other.
pub fn answer_lines(engine: &Engine, input: &str, out: &mut impl Write) -> io::Result<()> {
    for line in input.lines().filter(|line| !line.trim().is_empty()) {
        let answer = match serde_json::from_str::<Line>(line) {
            Ok(line) => facts(engine, &line),
            Err(error) => json!({ "id": null, "error": error.to_string() }),
        };
        writeln!(out, "{answer}")?;
    }
    Ok(())
}

/// The facts of the most telling refusal, with the scopes of all.
fn facts(engine: &Engine, line: &Line) -> Value {
    let reading = read_snippet(engine, &line.text);
    let Some(denial) = reading.denials.iter().min_by_key(|d| d.shown_kind().verdict()) else {
        return json!({ "id": line.id, "denied": false, "kind": "none" });
    };
    let of_same = reading.denials.iter().filter(|d| d.shown_kind().verdict() == denial.shown_kind().verdict());
    let mut scopes: Vec<&str> = of_same.flat_map(|d| &d.scopes).map(|s| s.value.as_str()).collect();
    scopes.sort_unstable();
    scopes.dedup();
    let kind = denial.shown_kind();
    json!({
        "id": line.id,
        "denied": kind.is_denied(),
        "cards": reading.denials.len(),
        "kind": labelled(kind),
        "platform": denial.platform,
        "code": value(denial.code.as_ref()),
        "outer_code": value(denial.outer_code.as_ref()),
        "scopes": scopes,
        "any_of": denial.any_of == AnyOf::Any,
        "request_id": value(denial.request_id.as_ref()),
        "app_id": value(denial.app_id.as_ref()),
        "identity": value(denial.identity.as_ref()),
        "apply_url": apply_url(engine, denial),
        "api": denial.api.as_ref().map(|api| {
            let place = format!("{}{}", api.host.as_deref().unwrap_or_default(), api.path);
            api.method.as_ref().map_or(place.clone(), |method| format!("{method} {place}"))
        }),
    })
}

/// The corpora call an error that is neither a refusal nor one of its lookalikes `none`.
fn labelled(kind: Kind) -> Kind {
    if kind == Kind::Other { Kind::None } else { kind }
}

fn value(fact: Option<&Fact>) -> Option<&str> {
    fact.map(|fact| fact.value.as_str())
}

/// The apply link that the reply carries; else that of the first scope, where the text itself carries what it is built of.
fn apply_url(engine: &Engine, denial: &Denial) -> Option<String> {
    let values = LinkValues {
        app_id: value(denial.app_id.as_ref()),
        scope: denial.scopes.iter().find(|s| s.source == Source::Text).map(|s| s.value.as_str()),
        details: &denial.details,
        international: denial.international,
        ..LinkValues::default()
    };
    denial.carried_url.clone().or_else(|| build(engine.platform(&denial.platform)?, "apply", values))
}
