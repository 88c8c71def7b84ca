//! The two ways in: a snippet, and an exchange.

use std::collections::BTreeSet;

use serde::Serialize;

use super::make::Given;
use super::vars::Vars;
use super::words::{Lang, Words};
use super::{Answer, CallName, Card, Headings, View, call, make, none};
use crate::Engine;
use crate::diagnosis::{self, Diagnosis};
use crate::reading::{Left, Reading, read_snippet};
use scopelens_model::{AnyOf, BodyState, Denial, Evidence, Exchange, Fact, Kind, Verdict};
use scopelens_text::Ruler;
use scopelens_text::order;

/// An exchange in a list: its verdict in a few words, and the answer behind it.
#[derive(Debug, Clone, Serialize)]
pub struct Annotation {
    /// How the row is marked.
    pub verdict: Verdict,
    /// Short words for the row; empty where there is nothing to say.
    pub label: String,
    /// Id of the platform.
    pub platform: Option<String>,
    /// The call's name in the catalog.
    pub api: Option<String>,
    /// The call as the catalog knows it, refused or not.
    pub call: CallName,
    /// What a granted answer may lack for want of a field scope, in words.
    pub soft: Option<String>,
    /// The same for all refusals of one cause, in one session and the next; empty where nothing was refused.
    pub cause: String,
    /// Whether an HTML error page quotes it, which a program was given in place of a reply.
    pub quoted: bool,
    /// The missing scopes.
    pub scopes: Vec<String>,
    /// The cards; nothing where nothing was refused.
    pub answer: Option<Answer>,
}

/// Reads a snippet and answers in `lang`. There is always at least one card.
#[must_use]
pub fn diagnose(engine: &Engine, text: &str, lang: Lang) -> Answer {
    let reading = read_snippet(engine, text);
    let mut answer = answer(engine, &reading, &[], (text, ""), View::new(lang));
    if answer.cards.is_empty() {
        answer.cards.push(none::card(engine, text, lang));
    }
    answer
}

/// Marks an exchange that was read, with what other exchanges tell about each of its denials.
#[must_use]
pub fn annotate(
    engine: &Engine,
    exchange: &Exchange,
    reading: &Reading,
    evidence: &[Evidence],
    soft: Option<String>,
    view: View,
) -> Annotation {
    let body = exchange.body.as_deref().unwrap_or_default();
    let answer = answer(engine, reading, evidence, (body, &request(exchange)), view);
    let worst = reading.denials.iter().min_by_key(|d| d.shown_kind().verdict());
    let diagnosis = worst.and_then(|denial| diagnosis::diagnose(engine, denial));
    let words = Words::new(view.lang, None);
    Annotation {
        verdict: worst.map_or(Verdict::None, |d| d.shown_kind().verdict()),
        label: worst.map_or_else(|| body_label(exchange, &words), |d| label(d, diagnosis.as_ref(), &answer, &words)),
        platform: worst.map(|d| d.platform.to_string()),
        call: call::name(engine, exchange),
        soft,
        cause: worst.map_or_else(String::new, |d| cause(d, diagnosis.as_ref())),
        quoted: worst.is_some_and(|d| d.quoted.is_some()),
        api: diagnosis.and_then(|d| d.api).map(|api| api.title_zh.to_owned()).filter(|title| !title.is_empty()),
        scopes: answer.cards.first().map_or_else(Vec::new, |c| c.scopes.iter().map(|s| s.code.clone()).collect()),
        answer: (!answer.cards.is_empty()).then_some(answer),
    }
}

/// The request as far as it tells how it carried its token.
fn request(exchange: &Exchange) -> String {
    let tells = |name: &str| ["token", "authorization"].iter().any(|part| name.to_ascii_lowercase().contains(part));
    let headers = exchange.request_headers.iter().filter(|(name, _)| tells(name));
    let lines = headers.map(|(name, value)| format!("\n{name}: {value}"));
    format!("{} {}{}", exchange.head.method, exchange.head.url, lines.collect::<String>())
}

fn answer(
    engine: &Engine,
    reading: &Reading,
    evidence: &[Evidence],
    (text, request): (&str, &str),
    view: View,
) -> Answer {
    let words = Words::new(view.lang, None);
    let mut seen = BTreeSet::new();
    let context = Given { text, request, ruler: &Ruler::new(text) };
    let nothing = Evidence::default();
    let known = evidence.iter().chain(std::iter::repeat(&nothing));
    let cards = reading.denials.iter().zip(known).filter_map(|(d, known)| make::card(engine, d, known, &context, view));
    // The same refusal twice in one text is one card.
    let cards: Vec<Card> = cards.filter(|card| seen.insert(card.plain.clone())).collect();
    Answer {
        lang: view.lang.tag(),
        words: headings(&words),
        cards,
        notes: reading.left.iter().map(|left| note(*left, &words)).collect(),
    }
}

fn note(left: Left, words: &Words) -> String {
    let (key, count) = match left {
        Left::Bytes(count) => ("left.bytes", count),
        Left::Denials(count) => ("left.denials", count),
    };
    words.say(key, &Vars::default().with("count", count.to_string()))
}

fn label(denial: &Denial, diagnosis: Option<&Diagnosis>, answer: &Answer, words: &Words) -> String {
    let kind = denial.shown_kind();
    if kind != Kind::MissingScope {
        return words.word(&format!("label.{}", kind.word()));
    }
    let codes: Vec<&str> = answer.cards.iter().flat_map(|c| &c.scopes).map(|s| s.code.as_str()).collect();
    let any_of = diagnosis.is_some_and(|d| d.any_of == AnyOf::Any);
    match codes.as_slice() {
        [] => words.word("label.lacks-unnamed"),
        codes if any_of => words.say("label.lacks-any", &Vars::default().with("scopes", codes.join(" / "))),
        codes => words.say("label.lacks", &Vars::default().with("scopes", codes.join(words.lang.comma()))),
    }
}

/// Platform, kind, code, scopes and app: what tells one cause of refusals from another.
fn cause(denial: &Denial, diagnosis: Option<&Diagnosis>) -> String {
    let value = |fact: &Option<Fact>| fact.as_ref().map(|f| f.value.clone()).unwrap_or_default();
    let scopes = diagnosis.map(|d| d.scopes.as_slice()).unwrap_or_default();
    let mut codes: Vec<&str> = scopes.iter().map(|s| s.value.as_str()).collect();
    order::sort_by(&mut codes, Ord::cmp);
    let kind = denial.shown_kind().word();
    [&denial.platform, kind, &value(&denial.code), &codes.join(","), &value(&denial.app_id)].join("|")
}

fn body_label(exchange: &Exchange, words: &Words) -> String {
    match exchange.body_state {
        BodyState::Missing => words.word("label.missing-body"),
        BodyState::Whole | BodyState::Cut => String::new(),
    }
}

fn headings(words: &Words) -> Headings {
    let head = |name: &str| words.word(&format!("head.{name}"));
    Headings {
        next: head("next"),
        question: head("question"),
        causes: head("causes"),
        scopes: head("scopes"),
        facts: head("facts"),
        links: head("links"),
        steps: head("steps"),
        notes: head("notes"),
        more: head("more"),
        copy: head("copy"),
        copied: head("copied"),
        copy_card: head("copy_card"),
        copy_report: head("copy_report"),
        close: head("close"),
        evidence: head("evidence"),
        opens_in_new_tab: head("opens_in_new_tab"),
        app: head("app"),
        forget: head("forget"),
    }
}
