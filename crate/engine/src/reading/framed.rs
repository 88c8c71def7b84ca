//! What stands around a text changes nothing of what is read in it, but for a few rules: each proof is read escaped, indented,
//! quoted and in a container's log.

use std::collections::BTreeMap;

use super::proofs::{rules, texts};
use super::read_snippet;
use crate::testing::engine;
use scopelens_model::Denial;

/// From a text to what a person copies.
type Frame = fn(&str) -> String;

/// Each frame with its name.
const FRAMES: [(&str, Frame); 8] = [
    ("a JSON string", |text| serde_json::to_string(text).unwrap()),
    ("a JSON string in one", |text| serde_json::to_string(&serde_json::to_string(text).unwrap()).unwrap()),
    ("a member of a log line", |text| {
        format!("{{\"level\":\"error\",\"msg\":{}}}", serde_json::to_string(text).unwrap())
    }),
    ("Windows' line ends", |text| text.replace('\n', "\r\n")),
    ("a block of code", |text| format!("\n{}", lines(text, "    "))),
    ("a quotation", |text| format!("> \n{}", lines(text, "> "))),
    ("a container's log", |text| format!("api-1  | \n{}", lines(text, "api-1  | "))),
    ("HTML", |text| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")),
];

fn lines(text: &str, prefix: &str) -> String {
    text.split('\n').map(|line| format!("{prefix}{line}")).collect::<Vec<_>>().join("\n")
}

/// What a frame must not change. The code may be another: what stands nearer to it may be the frame's own.
fn facts(denial: &Denial) -> String {
    let mut scopes: Vec<&str> = denial.scopes.iter().map(|scope| scope.value.as_str()).collect();
    scopes.sort_unstable();
    let request_id = denial.request_id.as_ref().map(|fact| fact.value.as_str());
    format!("{} {:?} {scopes:?} {request_id:?}", denial.platform, denial.kind)
}

/// Rules with a proof that some frame changes: they know a line by how it begins, or what stands alone in it.
const CHANGED: [&str; 14] = [
    "aws/no-reason",
    "aws/other-reason-js",
    "github/gh-hint",
    "github/not-found",
    "github/organisation-role-further",
    "github/rate-limit-named",
    "github/unknown-refusal",
    "gitlab/scope-bare",
    "google/iam-permission",
    "slack/not-in-channel",
    "slack/plan-word",
    "slack/role-word",
    "slack/scope-request",
    "slack/webhook-gone",
];

#[test]
fn a_frame_changes_nothing_of_what_is_read() {
    let mut changed = BTreeMap::new();
    for (platform, rule) in rules() {
        for proof in texts(&rule, "match") {
            let text = proof["text"].as_str().unwrap();
            let read = |text: &str| read_snippet(engine(), text).denials.iter().map(facts).collect::<Vec<_>>();
            let plain = read(text);
            for (name, frame) in FRAMES {
                let framed = read(&frame(text));
                if framed != plain {
                    let rule = format!("{platform}/{}", rule["id"].as_str().unwrap());
                    changed.insert(rule, format!("{name} of {text:?}:\n{plain:?}\n{framed:?}"));
                }
            }
        }
    }
    let names: Vec<&str> = changed.keys().map(String::as_str).collect();
    assert_eq!(names, CHANGED, "{changed:#?}");
}
