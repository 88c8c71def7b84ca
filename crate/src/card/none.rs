//! The answer where nothing was refused: it says so, and what would help.

use super::vars::Vars;
use super::words::{Lang, Words};
use super::{Card, Step, text};
use crate::model::{Kind, Verdict};
use crate::platform::platforms;

/// The card of a text without a refusal.
pub(super) fn card(given: &str, lang: Lang) -> Card {
    let words = Words::new(lang, None);
    let empty = given.trim().is_empty();
    let key = |key: &str| if empty { format!("{key}.empty") } else { key.to_owned() };
    let names: Vec<&str> = platforms().iter().map(|p| p.name(lang.tag())).collect();
    let known = Vars::default().with("platforms", names.join(lang.comma()));
    let step = (!empty).then(|| Step { text: words.word("none.step.whole"), link: None });
    let mut card = Card {
        verdict: Verdict::None,
        kind: Kind::None,
        platform: None,
        title: words.word(&key("none.title")),
        lead: words.word(&key("none.lead")),
        scopes: Vec::new(),
        scope_note: None,
        next: step,
        asks_app: None,
        question: None,
        evidence: Vec::new(),
        causes: Vec::new(),
        facts: Vec::new(),
        links: Vec::new(),
        notes: vec![words.say("none.step.platforms", &known)],
        report: None,
        plain: String::new(),
    };
    card.plain = text::plain(&card, lang);
    card
}
