//! The cards of what was read, and the way in for a snippet.

use std::borrow::Cow;
use std::collections::BTreeSet;

use scopelens_engine::Engine;
use scopelens_engine::reading::{Left, Reading, read_snippet};
use scopelens_model::{Denial, Evidence, Lang, View};
use scopelens_redact::Redactor;
use scopelens_text::Ruler;

use super::make::Carrier;
use super::{Answer, Card, Headings, make, none};
use crate::words::{Vars, Words};

/// Reads a snippet and answers in `lang`. There is always at least one card.
///
/// ```
/// use scopelens_engine::Engine;
/// use scopelens_model::Lang;
/// use scopelens_render::card::diagnose;
///
/// let engine = Engine::of_packs(scopelens_platforms::packs())?;
/// let text = r#"{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied","accessdenieddetail":{"requiredScopes":["Contact.User.Read"]}}"#;
/// let answer = diagnose(&engine, text, Lang::En);
/// assert_eq!(answer.cards[0].title, "DingTalk refused the call: Contact.User.Read is missing");
/// # Ok::<(), scopelens_pack::PackError>(())
/// ```
#[must_use]
pub fn diagnose(engine: &Engine, text: &str, lang: Lang) -> Answer {
    let reading = read_snippet(engine, text);
    let mut answer = answer(engine, &reading, &[], (text, "", ""), View::new(lang));
    if answer.cards.is_empty() {
        answer.cards.push(none::card(engine, text, lang));
    }
    answer
}

/// The cards of a reading, each with what other exchanges tell about its denial. `beside` is the request as it was sent, whose
/// secrets the reply may repeat.
pub(super) fn answer(
    engine: &Engine,
    reading: &Reading,
    evidence: &[Evidence],
    (text, request, beside): (&str, &str, &str),
    view: View,
) -> Answer {
    let words = Words::new(view.lang, None);
    let mut seen = BTreeSet::new();
    let redactor = knowing(engine, reading, text, beside);
    let carrier = Carrier { text, request, ruler: &Ruler::new(text), redactor: &redactor };
    let nothing = Evidence::default();
    let known = evidence.iter().chain(std::iter::repeat(&nothing));
    let cards = reading.denials.iter().zip(known).filter_map(|(d, known)| make::card(engine, d, known, &carrier, view));
    // The same refusal twice in one text is one card.
    let cards: Vec<Card> = cards.filter(|card| seen.insert(card.plain.clone())).collect();
    Answer {
        lang: view.lang,
        words: headings(&words),
        cards,
        notes: reading.left.iter().map(|left| note(*left, &words)).collect(),
    }
}

/// The engine's redactor with the secrets that stand beside the refusals: in the rest of the text, and in `beside`, the request.
fn knowing<'e>(engine: &'e Engine, reading: &Reading, text: &str, beside: &str) -> Cow<'e, Redactor> {
    let rest = |denial: &Denial| denial.span.is_some_and(|span| span.start > 0 || span.end < text.trim_end().len());
    if reading.denials.iter().any(|denial| rest(denial) || !beside.is_empty()) {
        Cow::Owned(engine.redactor().knowing([text, beside]))
    } else {
        Cow::Borrowed(engine.redactor())
    }
}

fn note(left: Left, words: &Words) -> String {
    let (key, count) = match left {
        Left::Bytes(count) => ("left.bytes", count),
        Left::Denials(count) => ("left.denials", count),
    };
    words.say(key, &Vars::default().with("count", count.to_string()))
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
        copy_ask: head("copy_ask"),
        fixes: head("fixes"),
        blanks: head("blanks"),
        ask: head("ask"),
        close: head("close"),
        evidence: head("evidence"),
        opens_in_new_tab: head("opens_in_new_tab"),
        app: head("app"),
        forget: head("forget"),
    }
}
