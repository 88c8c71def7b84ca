//! The redacted text for a platform's support: what it asks for, filled where the refusal tells, asked where not.
//!
//! The items are those of DingTalk's own page on what to send (client id, time, call, parameters, reply, request id),
//! with the organisation's id and the expected result; other platforms ask for the same things in words of their own.

mod find;

use serde::Serialize;

use crate::link::{Link, named};
use crate::words::{Vars, Words};
use scopelens_engine::diagnosis::{Diagnosis, near};
use scopelens_engine::links::{LinkValues, build};
use scopelens_model::Fact;
use scopelens_redact::Redactor;
use scopelens_text::unpacked;

/// A reply longer than this is cut in the report; support needs its code and ids.
const MAX_REPLY: usize = 4_000;

/// The report in two forms, and what to know before it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Report {
    /// Where it is handed in.
    pub hand_in: String,
    /// What must not be in it.
    pub caution: String,
    /// The platform's own page of its support, where it has one.
    pub link: Option<Link>,
    /// With headings and a code block, for a ticket.
    pub markdown: String,
    /// Without marks, for a chat.
    pub text: String,
}

/// What is known of the refused call beside the text.
#[derive(Debug, Clone, Default)]
pub struct Context {
    /// The organisation's id.
    pub organisation: Option<String>,
    /// When the call was made, in words.
    pub time: Option<String>,
}

/// One line of the report: its label and its value, or the question for it.
struct Item {
    label: String,
    value: String,
}

/// The report of one denial; `text` is the text that it was read in.
#[must_use]
pub fn report(
    redactor: &Redactor,
    diagnosis: &Diagnosis,
    context: &Context,
    text: &str,
    title: &str,
    words: &Words,
) -> Report {
    let platform = Vars::default().with("platform", &**diagnosis.platform.name(words.lang.tag()));
    let items = items(redactor, diagnosis, context, near(diagnosis.denial, text), words);
    let reply = reply(redactor, diagnosis, text);
    let head = words.word("report.reply");
    let lines =
        |bold: &str| items.iter().map(|i| format!("- {bold}{}{bold}: {}\n", i.label, i.value)).collect::<String>();
    let fence = "`".repeat(longest_run(&reply, '`').max(2) + 1);
    Report {
        hand_in: words.say("report.where", &platform),
        caution: words.word("report.caution"),
        link: support(diagnosis, words),
        markdown: format!("### {title}\n\n{}\n**{head}**\n\n{fence}\n{reply}\n{fence}\n", lines("**")),
        text: format!("{title}\n\n{}\n{head}:\n{reply}\n", lines("")),
    }
}

/// The link `support` of the platform, for its edition.
fn support(diagnosis: &Diagnosis, words: &Words) -> Option<Link> {
    let values = LinkValues { international: diagnosis.denial.international, ..LinkValues::default() };
    named(words, "support", None, build(diagnosis.platform, "support", values)?)
}

fn items(redactor: &Redactor, diagnosis: &Diagnosis, context: &Context, text: &str, words: &Words) -> Vec<Item> {
    let denial = diagnosis.denial;
    let value = |fact: &Option<Fact>| fact.as_ref().map(|f| f.value.clone());
    let call = denial.api.as_ref().map(|api| {
        let method = api.method.as_ref().map_or_else(String::new, |m| format!("{m} "));
        redactor.redact(&format!("{method}{}{}", api.host.as_deref().unwrap_or_default(), api.path))
    });
    let known = [
        ("app_id", value(&denial.app_id)),
        ("organisation", find::organisation(diagnosis.platform, text).or_else(|| context.organisation.clone())),
        ("app_type", app_type(diagnosis, words)),
        ("time", context.time.clone().or_else(|| find::time(text))),
        ("call", call),
        ("parameters", None),
        ("scopes", scopes(diagnosis, words)),
        ("code", value(&denial.code)),
        ("request_id", value(&denial.request_id)),
        ("expected", None),
    ];
    let item = |(id, value): (&str, Option<String>)| Item {
        label: words.word(&format!("report.{id}")),
        value: value.unwrap_or_else(|| words.word(&format!("report.{id}.ask"))),
    };
    known.into_iter().map(item).collect()
}

/// The missing scopes, and whether only the catalog names them, or their list may be folded.
fn scopes(diagnosis: &Diagnosis, words: &Words) -> Option<String> {
    let codes: Vec<&str> = diagnosis.scopes.iter().map(|scope| scope.value.as_str()).collect();
    let list = codes.join(words.lang.comma());
    let is_folded = diagnosis.signals.contains("list-folded");
    if list.is_empty() {
        return is_folded.then(|| words.word("report.scopes.folded"));
    }
    if !diagnosis.signals.contains("scope-of-catalog") {
        return Some(list);
    }
    let key = if is_folded { "report.scopes.catalog-folded" } else { "report.scopes.catalog" };
    Some(words.say(key, &Vars::default().with("scopes", list)))
}

fn app_type(diagnosis: &Diagnosis, words: &Words) -> Option<String> {
    let types = ["internal-app", "third-party-app"];
    let known_type = types.iter().find(|signal| diagnosis.signals.contains(signal))?;
    Some(words.word(&format!("report.{known_type}")))
}

/// The record that holds the refusal, base64 undone, redacted, its structure kept.
fn reply(redactor: &Redactor, diagnosis: &Diagnosis, text: &str) -> String {
    let span = diagnosis.denial.span.map(|span| span.start..span.end);
    let part = unpacked(text, span.unwrap_or(0..text.len()));
    let part = part.trim();
    let short: String = part.chars().filter(|c| !turns_text(*c)).take(MAX_REPLY).collect();
    let mark = if short.len() < part.len() && part.len() > MAX_REPLY { "…" } else { "" };
    format!("{}{mark}", redactor.redact(&short))
}

/// Bidirectional controls: a quotation must read as it is stored.
fn turns_text(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn longest_run(text: &str, wanted_char: char) -> usize {
    text.split(|c| c != wanted_char).map(|run| run.chars().count()).max().unwrap_or(0)
}

#[cfg(test)]
mod tests;
