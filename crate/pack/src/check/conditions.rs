//! The conditions that a platform's data may speak of; another one is a slip.

use std::collections::BTreeSet;

use super::items;
use crate::fault::Faults;
use crate::json::{Json, Node};

/// Names of all conditions that may hold.
#[derive(Debug, Clone, Default)]
pub(crate) struct Conditions(BTreeSet<String>);

impl Conditions {
    /// Conditions that hold without a platform, and those of the codes in a table of error codes.
    pub(crate) fn new(engine: &[String], code_table: &str) -> Self {
        let codes = code_table.lines().filter_map(|line| line.split('\t').next());
        Self(engine.iter().cloned().chain(codes.map(|code| format!("code-{code}"))).collect())
    }

    /// These, and what may hold on the platform of `tree`.
    pub(crate) fn with_platform(&self, tree: &Node) -> Self {
        let mut known = self.clone();
        for rule in items(tree.member("rules")) {
            known.add("", texts(rule.member("signals")));
            known.add("has-", items(rule.member("details")).filter_map(|detail| named(detail, "id")));
            known.add("code-", texts(rule.member("codes")).chain(texts(rule.member("tokens"))));
        }
        known.add("identity-", items(tree.member("identities")).filter_map(|identity| named(identity, "id")));
        for list in ["app_signals", "api_signals"] {
            known.add("", items(tree.member(list)).filter_map(|signal| named(signal, "signal")));
        }
        if let Some(causes) = tree.member("causes") {
            known.add("topic-", items(causes.member("causes")).flat_map(|cause| texts(cause.member("topics"))));
            known.add("", items(causes.member("seen")).filter_map(|signal| named(signal, "signal")));
            known.add("", texts(causes.member("declared")));
        }
        known
    }

    fn add<'n>(&mut self, prefix: &str, names: impl Iterator<Item = &'n str>) {
        self.0.extend(names.map(|name| format!("{prefix}{name}")));
    }

    /// Notes every condition in `node` that nothing tells: members `when`, and the names in `weights`.
    pub(crate) fn check(&self, node: &Node, faults: &mut Faults) {
        if let Json::List(items) = &node.value {
            items.iter().for_each(|item| self.check(item, faults));
        }
        for (name, member) in node.members() {
            match name.as_ref() {
                "when" => items(Some(member)).for_each(|item| self.check_name(item.as_text(), item, faults)),
                "weights" => {
                    member.members().iter().for_each(|(name, weight)| self.check_name(Some(name), weight, faults));
                }
                _ => self.check(member, faults),
            }
        }
    }

    /// `name` or `!name`.
    fn check_name(&self, condition: Option<&str>, node: &Node, faults: &mut Faults) {
        let name = condition.map(|condition| condition.trim_start_matches('!'));
        if let Some(name) = name.filter(|name| !self.0.contains(*name)) {
            faults.add("condition", name, node.place);
        }
    }
}

fn texts<'n>(list: Option<&'n Node<'_>>) -> impl Iterator<Item = &'n str> {
    items(list).filter_map(Node::as_text)
}

fn named<'n>(node: &'n Node, name: &str) -> Option<&'n str> {
    node.member(name)?.as_text()
}
