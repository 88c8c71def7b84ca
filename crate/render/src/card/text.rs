//! A card as plain text: what the command line prints and what "copy as text" copies.

use super::{Ask, Card, Cause, FactLine, Scope, Step};
use crate::words::Words;
use scopelens_model::Lang;
use scopelens_redact::Redactor;

/// The whole card, redacted. Its other lines are our own words, catalog entries, and values that a shape was asked of.
#[must_use]
pub fn plain(redactor: &Redactor, card: &Card, lang: Lang) -> String {
    let words = Words::new(lang, None);
    let mut out = vec![card.title.clone()];
    out.extend(filled(&card.lead));
    section(&mut out, &words, "head.scopes", card.scopes.iter().flat_map(scope));
    out.extend(card.scope_note.clone());
    section(&mut out, &words, "head.next", card.next.iter().flat_map(|s| step(s, "→")));
    if let Some(question) = &card.question {
        section(&mut out, &words, "head.question", [question.text.clone()]);
        for answer in &question.answers {
            out.push(format!("  {}:", answer.label));
            out.extend(answer.next.iter().flat_map(|s| step(s, "    →")));
        }
    }
    section(&mut out, &words, "head.fixes", card.fixes.iter().flat_map(|fix| crate::fix::lines(fix, lang)));
    section(&mut out, &words, "head.ask", card.ask.iter().flat_map(ask));
    section(&mut out, &words, "head.evidence", card.evidence.iter().map(|e| format!("  {}", e.text)));
    section(&mut out, &words, "head.causes", card.causes.iter().flat_map(cause));
    section(&mut out, &words, "head.facts", facts(redactor, card));
    section(&mut out, &words, "head.links", card.links.iter().map(|l| format!("  {}: {}", l.label, l.url)));
    section(&mut out, &words, "head.notes", card.notes.iter().map(|n| format!("  {n}")));
    out.join("\n")
}

/// What was read from the text, with its labels: the redactor reads those too. An error code is none of a login.
fn facts(redactor: &Redactor, card: &Card) -> Vec<String> {
    let line = |fact: &FactLine| match fact.id.as_str() {
        "code" | "outer_code" => format!("  {}: {}", fact.label, redactor.redact(&fact.value)),
        _ => redactor.redact(&format!("  {}: {}", fact.label, fact.value)),
    };
    card.facts.iter().map(line).collect()
}

fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn section(out: &mut Vec<String>, words: &Words, head: &str, lines: impl IntoIterator<Item = String>) {
    let lines: Vec<String> = lines.into_iter().collect();
    if !lines.is_empty() {
        out.push(String::new());
        out.push(words.word(head));
        out.extend(lines);
    }
}

fn scope(scope: &Scope) -> Vec<String> {
    let about = [&scope.name, &scope.grantor].into_iter().flatten().chain(&scope.tags);
    let about: Vec<&str> = about.map(String::as_str).collect();
    let mut lines = vec![format!("  {}  {}", scope.code, about.join(" · ")).trim_end().to_owned()];
    lines.extend(scope.source_words.iter().map(|words| format!("    {words}")));
    lines.extend(scope.link.iter().map(|link| format!("    {}", link.url)));
    lines
}

fn ask(ask: &Ask) -> Vec<String> {
    [&ask.who].into_iter().map(String::as_str).chain(ask.text.lines()).map(|line| format!("  {line}")).collect()
}

fn cause(cause: &Cause) -> Vec<String> {
    let mut lines = vec![format!("  · {} ({})", cause.title, cause.likelihood_words)];
    lines.extend(cause.reasons.iter().map(|reason| format!("      {reason}")));
    lines.extend(cause.steps.iter().flat_map(|s| step(s, "      →")));
    lines
}

fn step(step: &Step, mark: &str) -> Vec<String> {
    let mut lines = vec![format!("{mark} {}", step.text)];
    let indent = " ".repeat(mark.chars().count() + 1);
    lines.extend(step.link.iter().map(|link| format!("{indent}{}", link.url)));
    lines
}
