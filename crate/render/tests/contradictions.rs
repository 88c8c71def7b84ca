//! Sentences of cards that cannot stand beside what was read: pairs as data, over the proofs of all rules, the golden
//! texts, and the texts of `SCOPELENS_TEXTS` (files or folders of JSON lines with a `text`, with `:` between them).

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod texts;

use std::sync::LazyLock;

use regex_lite::Regex;
use scopelens_engine::Engine;
use scopelens_model::{Lang, Source};
use scopelens_pack::Platform;
use scopelens_render::card::{Answer, Card, diagnose};
use serde::Deserialize;

/// The engine with the built-in platforms.
static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::of_packs(scopelens_platforms::packs()).unwrap());

/// What a card says, and what must (`needs`) or must not (`not`) stand in the text or among the facts then.
#[derive(Deserialize)]
struct Pair {
    id: String,
    says: String,
    r#where: String,
    not: Option<String>,
    needs: Option<String>,
}

struct Rule {
    pair: Pair,
    says: Regex,
    other: Regex,
}

impl Rule {
    fn new(pair: Pair) -> Self {
        let other = pair.not.as_ref().or(pair.needs.as_ref()).unwrap();
        Self { says: Regex::new(&pair.says).unwrap(), other: Regex::new(other).unwrap(), pair }
    }

    fn is_broken(&self, said: &str, text: &str, facts: &str) -> bool {
        let place = if self.pair.r#where == "text" { text } else { facts };
        self.says.is_match(said) && self.other.is_match(place) == self.pair.not.is_some()
    }
}

fn rules() -> Vec<Rule> {
    let pairs: Vec<Pair> = serde_json::from_str(include_str!("contradictions/pairs.json")).unwrap();
    pairs.into_iter().map(Rule::new).collect()
}

/// What was read for a card, a line each.
fn facts(card: &Card, answer: &Answer, text: &str) -> String {
    let mut lines = vec![format!("kind={}", card.kind.word())];
    let value = |id: &str| card.facts.iter().find(|fact| fact.id == id).map(|fact| fact.value.as_str());
    lines.extend(value("code").map(|code| format!("code={code}")));
    lines.extend((value("code").is_some() && value("code") == value("outer_code")).then(|| "outer=same".to_owned()));
    // Feishu's two identities; other platforms have kinds of callers of their own.
    let is_feishu = card.platform.as_ref().is_some_and(|platform| platform.id == "feishu");
    lines.extend(
        value("identity")
            .filter(|_| is_feishu)
            .map(|who| format!("identity={}", if who.contains("user_access") { "user" } else { "tenant" })),
    );
    let read = card.scopes.iter().filter(|scope| scope.source != Source::Catalog).count();
    lines.push(format!("read-scopes={read}"));
    if let Some(platform) = card.platform.as_ref().and_then(|p| ENGINE.platform(&p.id)) {
        lines.push(format!("platform={}", platform.spec.id));
        lines.push(format!("strict={}", if is_strict(card, platform) { "yes" } else { "no" }));
        if answer.cards.len() == 1 && read == 0 {
            lines.extend(named_scopes(platform, text).iter().map(|scope| format!("text-scope={scope}")));
        }
    }
    lines.extend(card.scopes.first().map(|_| if read == 0 { "source=catalog" } else { "source=text" }.to_owned()));
    lines.join("\n")
}

/// Whether the first scope opens less than every other one.
fn is_strict(card: &Card, platform: &Platform) -> bool {
    let scores: Vec<Option<u32>> =
        card.scopes.iter().map(|s| platform.catalog.scope(&s.code).and_then(|known| known.score)).collect();
    let Some((first, rest)) = scores.split_first() else { return false };
    !rest.is_empty() && scores.iter().all(Option::is_some) && rest.iter().all(|score| score < first)
}

/// A list of missing scopes, or a word for missing, with the first scope behind it.
static LIST: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"(?i)(?:required_?scopes?|missing_?scopes?|scopes? (?:is|are) required|尚未开通所需的\S{0,8}权限|缺权限点|missing required scope\(s\))[^A-Za-z]{1,12}([A-Za-z][\w.:-]+)",
    )
    .unwrap()
});

/// Scopes of the catalog that the text names in a list or behind a word for missing.
fn named_scopes(platform: &Platform, text: &str) -> Vec<String> {
    let words = LIST.captures_iter(text).map(|found| found[1].trim_end_matches(['.', ':']).to_owned());
    words.filter(|word| platform.catalog.scope(word).is_some()).collect()
}

/// The contradictions in the cards of `text`, in both languages.
fn contradictions(rules: &[Rule], text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for lang in Lang::ALL {
        let answer = diagnose(&ENGINE, text, lang);
        for card in &answer.cards {
            let report =
                card.report.as_ref().map_or_else(String::new, |r| own_words(&r.text) + &r.hand_in + &r.caution);
            let said = format!("{}\n{report}", card.plain);
            let facts = facts(card, &answer, text);
            let broken = rules.iter().filter(|rule| rule.is_broken(&said, text, &facts));
            found.extend(broken.map(|rule| format!("{} ({}): {}", rule.pair.id, lang.tag(), card.title)));
        }
    }
    found
}

/// The report without the reply that it quotes.
fn own_words(report: &str) -> String {
    let is_quoted = |line: &&str| !line.starts_with("Reply (redacted)") && !line.starts_with("返回内容（已脱敏）");
    report.lines().take_while(is_quoted).collect::<Vec<_>>().join("\n")
}

#[test]
fn no_card_contradicts_its_text() {
    let rules = rules();
    let mut found = Vec::new();
    let mut count = 0;
    for (name, text) in texts::all() {
        count += 1;
        found.extend(contradictions(&rules, &text).into_iter().map(|what| format!("{name}: {what}")));
    }
    assert!(count > 250, "only {count} texts were read");
    assert!(found.is_empty(), "{} contradictions in {count} texts:\n{}", found.len(), found.join("\n"));
}

#[test]
fn each_pair_asks_one_thing() {
    for rule in rules() {
        let [not, needs] = [&rule.pair.not, &rule.pair.needs];
        assert!(not.is_some() != needs.is_some(), "{}: one of not and needs", rule.pair.id);
        assert!(["text", "facts"].contains(&rule.pair.r#where.as_str()), "{}", rule.pair.id);
    }
}

/// A text, and what its card (with its report) says in both languages, or in none.
#[derive(Deserialize)]
struct Sentence {
    about: String,
    text: String,
    says: Vec<String>,
    never: Vec<String>,
}

/// All that a card of `text` says: itself, its report, and where that goes.
fn all_words(text: &str, lang: Lang) -> String {
    let cards = diagnose(&ENGINE, text, lang).cards;
    let of = |card: &Card| {
        let report = card.report.as_ref();
        let link = report.and_then(|r| r.link.as_ref()).map(|link| link.url.clone()).unwrap_or_default();
        let report =
            report.map(|r| format!("{}\n{}\n{}", own_words(&r.text), r.hand_in, r.caution)).unwrap_or_default();
        format!("{}\n{report}\n{link}\n", card.plain)
    };
    cards.iter().map(of).collect()
}

#[test]
fn sentences_that_were_false_are_not_said_any_more() {
    let sentences: Vec<Sentence> = serde_json::from_str(include_str!("contradictions/sentences.json")).unwrap();
    for Sentence { about, text, says, never } in sentences {
        for lang in Lang::ALL {
            let said = all_words(&text, lang);
            for part in &says {
                assert!(said.contains(part.as_str()), "{about}: “{part}” is not in\n{said}");
            }
            for part in &never {
                assert!(!said.contains(part.as_str()), "{about}: “{part}” is in\n{said}");
            }
        }
    }
}
