//! Each scenario of `scenarios.txt`: its exchanges are taken in, in several orders, then its questions are asked.

use super::script::exchanges;
use crate::card::Card;
use crate::testing::{Shown, engine, observe, see};
use scopelens_engine::diagnosis::Likelihood;
use scopelens_engine::session::Session;
use scopelens_model::{Exchange, Lang, View};

struct Scenario<'s> {
    name: &'s str,
    script: &'s str,
}

fn scenarios() -> Vec<Scenario<'static>> {
    let parts = include_str!("scenarios.txt").split("\n# ").skip(1);
    parts.map(|part| part.split_once('\n').unwrap()).map(|(name, script)| Scenario { name, script }).collect()
}

fn seen(exchanges: &[&Exchange]) -> Session {
    let mut session = Session::new("0f1e2d3c");
    for exchange in exchanges {
        session.see(engine(), exchange);
    }
    session
}

/// All `exchanges` as they are shown once all of them are known.
fn all_shown(exchanges: &[Exchange], order: &[&Exchange]) -> Vec<Shown> {
    let session = seen(order);
    exchanges.iter().map(|exchange| observe(&session, exchange, View::new(Lang::En))).collect()
}

fn card(shown: &Shown) -> &Card {
    &shown.answer.as_ref().expect("a refusal").cards[0]
}

/// `? ID WHAT REST`
fn ask(question: &str, shown: &Shown, place: &str) {
    let mut words = question.splitn(3, ' ').skip(1);
    let (what, rest) = (words.next().unwrap(), words.next().unwrap_or_default());
    let lines = || card(shown).evidence.iter().map(|e| format!("{:?} {}", e.exchange, e.text)).collect::<Vec<_>>();
    match what {
        "cause" => {
            let best = &card(shown).causes[0];
            assert_eq!((best.id.as_str(), best.likelihood), (rest, Likelihood::Strong), "{place}: {:?}", lines());
        }
        "asks" => assert!(card(shown).question.is_some(), "{place}"),
        "asks-nothing" => assert!(card(shown).question.is_none(), "{place}"),
        "next" => {
            let next = card(shown).next.as_ref().map(|step| step.text.as_str()).unwrap_or_default();
            assert!(next.contains(rest), "{place}: {next}");
        }
        "not-cause" => assert!(card(shown).causes.iter().all(|cause| cause.id != rest), "{place}"),
        "line" => {
            let (exchange, text) = rest.split_once(' ').unwrap();
            let fits = |line: &String| line.starts_with(&format!("Some({exchange}) ")) && line.contains(text);
            assert!(lines().iter().any(fits), "{place}: {:?}", lines());
        }
        "without" => assert!(lines().iter().all(|line| !line.contains(rest)), "{place}: {:?}", lines()),
        "nothing" => assert_eq!(lines(), Vec::<String>::new(), "{place}"),
        "applies-for" => {
            let link = card(shown).scopes[0].link.as_ref().expect("an apply link");
            assert!(link.url.contains(rest), "{place}: {}", link.url);
        }
        "report" => {
            let text = &card(shown).report.as_ref().unwrap().text;
            assert!(text.contains(rest), "{place}: {text}");
        }
        "soft" => assert_eq!(shown.row.soft.as_deref(), Some(rest), "{place}"),
        "not-soft" => assert_eq!(shown.row.soft, None, "{place}"),
        other => panic!("{other} is no question"),
    }
}

#[test]
fn every_scenario_is_told_as_it_should_be() {
    let scenarios = scenarios();
    assert!(scenarios.len() > 20, "{} scenarios", scenarios.len());
    for Scenario { name, script } in scenarios {
        let exchanges = exchanges(script);
        let order: Vec<&Exchange> = exchanges.iter().collect();
        let told = all_shown(&exchanges, &order);
        let questions = script.lines().filter_map(|line| line.strip_prefix("? ")).collect::<Vec<_>>();
        assert!(!questions.is_empty(), "{name} asks nothing");
        for question in questions {
            let id: u64 = question.split(' ').next().unwrap().parse().unwrap();
            let place = exchanges.iter().position(|e| e.id == Some(id)).unwrap();
            ask(question, &told[place], &format!("{name}: {question}"));
        }
    }
}

#[test]
fn the_order_of_arrival_does_not_matter() {
    for Scenario { name, script } in scenarios() {
        let exchanges = exchanges(script);
        let json = |order: &[&Exchange]| serde_json::to_string(&all_shown(&exchanges, order)).unwrap();
        let forward: Vec<&Exchange> = exchanges.iter().collect();
        let want = json(&forward);
        let backward: Vec<&Exchange> = exchanges.iter().rev().collect();
        assert_eq!(json(&backward), want, "{name}, backwards");
        for turn in 1..exchanges.len() {
            let turned: Vec<&Exchange> = exchanges.iter().cycle().skip(turn).take(exchanges.len()).collect();
            assert_eq!(json(&turned), want, "{name}, from {turn} on");
        }
    }
}

#[test]
fn seeing_twice_is_seeing_once() {
    for Scenario { name, script } in scenarios() {
        let exchanges = exchanges(script);
        let once: Vec<&Exchange> = exchanges.iter().collect();
        let twice: Vec<&Exchange> = exchanges.iter().chain(&exchanges).collect();
        let json = |order: &[&Exchange]| serde_json::to_string(&all_shown(&exchanges, order)).unwrap();
        assert_eq!(json(&twice), json(&once), "{name}");
    }
}

#[test]
fn a_card_is_made_anew_with_what_came_later() {
    let script = scenarios().into_iter().find(|s| s.name.contains("older than the grant")).unwrap().script;
    let exchanges = exchanges(script);
    let refused = exchanges.iter().find(|e| e.head.status == 403).unwrap();
    let mut session = Session::new("k");
    let seen: Vec<Shown> = exchanges.iter().map(|e| see(&mut session, e, View::new(Lang::En))).collect();
    let first = &seen[exchanges.iter().position(|e| e.id == refused.id).unwrap()];
    let now = observe(&session, refused, View::new(Lang::En));
    assert_ne!(card(first).causes[0].id, "stale-token");
    assert_eq!(card(&now).causes[0].id, "stale-token");
}

#[test]
fn every_line_has_words_in_both_languages() {
    for Scenario { name, script } in scenarios() {
        let exchanges = exchanges(script);
        let session = seen(&exchanges.iter().collect::<Vec<_>>());
        for exchange in &exchanges {
            let shown = observe(&session, exchange, View { offset: 480, ..View::new(Lang::ZhCn) });
            let cards = shown.answer.iter().flat_map(|answer| &answer.cards);
            for line in cards.flat_map(|card| &card.evidence) {
                assert!(
                    line.text.contains(|c: char| c > '\u{2e80}') && !line.text.contains(['…', '{']),
                    "{name}: {line:?}"
                );
                assert!(!line.text.contains("10:0"), "{name}: the reader's clock is eight hours ahead: {line:?}");
            }
        }
    }
}

#[test]
fn what_is_forgotten_tells_nothing_but_tokens_stay_known() {
    let script = scenarios().into_iter().find(|s| s.name.contains("withdrawn")).unwrap().script;
    let exchanges = exchanges(script);
    let mut session = seen(&exchanges.iter().collect::<Vec<_>>());
    let refused = exchanges.iter().find(|e| e.head.status == 403).unwrap();
    let earlier: Vec<u64> = exchanges.iter().filter_map(|e| e.id).filter(|id| Some(*id) != refused.id).collect();
    session.forget(&earlier);
    let lines = |session: &Session| card(&observe(session, refused, View::new(Lang::En))).evidence.clone();
    let left = lines(&session);
    assert_eq!(left.len(), 1, "{left:?}");
    assert_eq!((left[0].exchange, left[0].text.contains("dingabcdefghijklmnop")), (None, true), "{left:?}");
}
