//! A platform's rules by what a text holds, so that it is read once for all of them: from a member's name to its role, from a
//! code to the rules that know it, and every phrase folded as the text is.

use memchr::memmem::Finder;
use scopelens_text::fold;
use scopelens_text::records::plain_name;

use crate::schema::{MemberNames, Rule, Spec, Text};

/// Content of the members of one name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Role {
    /// An error code.
    pub code: bool,
    /// The code inside a wrapping one.
    pub inner_code: bool,
    /// A request id: the name's place in the platform's list, the best name first.
    pub request_id: Option<usize>,
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
    /// Texts of which every match of its patterns holds one; none where the rule does not say.
    pub needles: Vec<Finder<'static>>,
    /// `confirms`, folded.
    pub confirms: Vec<Finder<'static>>,
    /// `with`, folded.
    pub with: Vec<Finder<'static>>,
    /// `without`, folded.
    pub without: Vec<Finder<'static>>,
}

/// The index of one platform's rules.
#[derive(Debug)]
pub struct Lookup {
    /// By name, sorted.
    names: Vec<(Vec<u8>, Role)>,
    /// By code and place, sorted.
    codes: Vec<(Text, usize)>,
    rules: Vec<RuleTexts>,
}

impl Lookup {
    pub(crate) fn new(spec: &Spec) -> Self {
        Self { names: names(&spec.members), codes: codes(&spec.rules), rules: spec.rules.iter().map(texts).collect() }
    }

    /// The role of the members of this name, where the platform knows it.
    #[must_use]
    pub fn role(&self, name: &str) -> Option<Role> {
        let name = plain_name(name);
        let index = self.names.binary_search_by(|(known, _)| known.cmp(&name)).ok()?;
        self.names.get(index).map(|(_, role)| *role)
    }

    /// The places in `rules` of those that know this code.
    pub fn rules_of_code<'s>(&'s self, code: &'s str) -> impl Iterator<Item = usize> + 's {
        let first = self.codes.partition_point(|(known, _)| &**known < code);
        let from = self.codes.get(first..).unwrap_or_default();
        from.iter().take_while(move |(known, _)| &**known == code).map(|(_, place)| *place)
    }

    /// The texts of each rule, in the order of `rules`.
    #[must_use]
    pub fn texts(&self) -> &[RuleTexts] {
        &self.rules
    }
}

fn names(members: &MemberNames) -> Vec<(Vec<u8>, Role)> {
    let mut names: Vec<(Vec<u8>, Role)> = Vec::new();
    let mut add = |list: &[Text], set: fn(&mut Role, usize)| {
        for (rank, name) in list.iter().enumerate() {
            let name = plain_name(name);
            let index = names.binary_search_by(|(known, _)| known.cmp(&name)).unwrap_or_else(|index| {
                names.insert(index, (name, Role::default()));
                index
            });
            if let Some((_, role)) = names.get_mut(index) {
                set(role, rank);
            }
        }
    };
    add(&members.code, |role, _| role.code = true);
    add(&members.inner_code, |role, _| role.inner_code = true);
    add(&members.request_id, |role, rank| role.request_id = role.request_id.or(Some(rank)));
    add(&members.app_id, |role, _| role.app_id = true);
    names
}

fn codes(rules: &[Rule]) -> Vec<(Text, usize)> {
    let mut codes: Vec<(Text, usize)> = Vec::new();
    for (place, rule) in rules.iter().enumerate() {
        codes.extend(rule.codes.iter().map(|code| (code.clone(), place)));
    }
    scopelens_text::order::sort_by(&mut codes, |one, other| one.cmp(other));
    codes
}

fn texts(rule: &Rule) -> RuleTexts {
    let finder = |text: &str| Finder::new(text).into_owned();
    let folded = |list: &[Text]| list.iter().map(|text| finder(&fold(text))).collect();
    RuleTexts {
        tokens: rule.tokens.iter().map(|text| finder(text)).collect(),
        phrases: folded(&rule.phrases),
        needles: folded(&rule.needles),
        confirms: folded(&rule.confirms),
        with: folded(&rule.with),
        without: folded(&rule.without),
    }
}
