//! A platform's rules turned round, so that a text is read once for all of them: from a member's name to its part, from a
//! code to the rules that know it, and every phrase folded as the text is.

use std::collections::BTreeMap;

use memchr::memmem::Finder;

use super::{MemberNames, Rule, Spec};
use crate::records::plain_name;
use crate::text::fold;

/// What the members of one name hold.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Role {
    /// An error code.
    pub code: bool,
    /// The code inside a wrapping one.
    pub inner_code: bool,
    /// A request id.
    pub request_id: bool,
    /// An app id.
    pub app_id: bool,
}

/// The texts of one rule, ready to be searched for.
#[derive(Debug)]
pub struct RuleTexts {
    /// Its tokens.
    pub tokens: Vec<Finder<'static>>,
    /// Its phrases, folded.
    pub phrases: Vec<Finder<'static>>,
    /// What every match of its patterns holds; nothing where the rule does not say.
    pub needles: Vec<Finder<'static>>,
    /// `with`, folded.
    pub with: Vec<Finder<'static>>,
    /// `without`, folded.
    pub without: Vec<Finder<'static>>,
}

/// All of it for one platform.
#[derive(Debug)]
pub struct Lookup {
    names: BTreeMap<Vec<u8>, Role>,
    codes: BTreeMap<String, Vec<usize>>,
    rules: Vec<RuleTexts>,
}

impl Lookup {
    pub(super) fn new(spec: &Spec) -> Self {
        Self { names: names(&spec.members), codes: codes(&spec.rules), rules: spec.rules.iter().map(texts).collect() }
    }

    /// What members of this name hold, where the platform knows the name.
    #[must_use]
    pub fn role(&self, name: &str) -> Option<Role> {
        self.names.get(plain_name(name).as_slice()).copied()
    }

    /// The places in `rules` of those that know this code.
    #[must_use]
    pub fn rules_of_code(&self, code: &str) -> &[usize] {
        self.codes.get(code).map_or(&[], Vec::as_slice)
    }

    /// The texts of each rule, in the order of `rules`.
    #[must_use]
    pub fn texts(&self) -> &[RuleTexts] {
        &self.rules
    }
}

fn names(members: &MemberNames) -> BTreeMap<Vec<u8>, Role> {
    let mut names: BTreeMap<Vec<u8>, Role> = BTreeMap::new();
    let mut add = |list: &[String], set: fn(&mut Role)| {
        for name in list {
            set(names.entry(plain_name(name)).or_default());
        }
    };
    add(&members.code, |role| role.code = true);
    add(&members.inner_code, |role| role.inner_code = true);
    add(&members.request_id, |role| role.request_id = true);
    add(&members.app_id, |role| role.app_id = true);
    names
}

fn codes(rules: &[Rule]) -> BTreeMap<String, Vec<usize>> {
    let mut codes: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (place, rule) in rules.iter().enumerate() {
        for code in &rule.codes {
            codes.entry(code.clone()).or_default().push(place);
        }
    }
    codes
}

fn texts(rule: &Rule) -> RuleTexts {
    let finder = |text: &str| Finder::new(text).into_owned();
    let plain = |list: &[String]| list.iter().map(|text| finder(text)).collect();
    let folded = |list: &[String]| list.iter().map(|text| finder(&fold(text))).collect();
    RuleTexts {
        tokens: plain(&rule.tokens),
        phrases: folded(&rule.phrases),
        needles: folded(&rule.needles),
        with: folded(&rule.with),
        without: folded(&rule.without),
    }
}
