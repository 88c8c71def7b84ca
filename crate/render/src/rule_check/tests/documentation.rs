//! What the documentation shows is what the engine answers.

use serde_json::Value;

use super::{engine_of, english};
use crate::rule_check::check_rules;
use crate::testing;
use scopelens_engine::custom::Config;
use scopelens_model::Lang;

/// The fenced blocks of the documentation.
fn documented() -> Vec<String> {
    let text = include_str!("../../../../../docs/own-rules.md");
    let blocks = text.split("```").skip(1).step_by(2);
    blocks.map(|block| block.split_once('\n').map_or(String::new(), |(_, body)| body.to_owned())).collect()
}

#[test]
fn the_documentations_examples_give_the_card_that_it_shows() {
    let blocks = documented();
    let [smallest, whole, reply, card] = &blocks[..4] else { panic!("the examples are gone") };
    let [_, documented] =
        [smallest, whole].map(|rules| engine_of(&Config { rules: vec![rules.clone()], ..Config::default() }));
    let shown = english(&documented, reply).cards.remove(0).plain;
    let lines = |text: &str| text.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
    assert_eq!(lines(shown.trim_end()), lines(card.trim_end()));
    let policy: Value = serde_json::from_str(blocks.last().unwrap()).unwrap();
    let rules = policy["policies"]["3rdparty"]["Extensions"]["scopelens@scopelens.dev"]["rules"].as_str().unwrap();
    assert_eq!(check_rules(testing::engine(), rules, "", Lang::En).faults, []);
}
