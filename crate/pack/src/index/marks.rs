//! Texts of which one is in every reply of a platform whose code no rule knows: what rules that hold by any code need.

use scopelens_text::order;

use crate::pattern::Pattern;
use crate::schema::{Needs, Reply, Rule, Spec, Text};

/// Bytes of a reply's word that says something by itself.
const MIN_WORD: usize = 6;

/// The marks of a platform, in lower case, and whether words, codes and marks together find all that its rules hold by.
pub(super) fn marks(spec: &Spec) -> (Vec<Text>, bool) {
    let has_needles = |rule: &Rule| rule.patterns.is_empty() || !rule.needles.is_empty();
    let is_bounded = spec.rules.iter().all(has_needles);
    if !spec.rules.iter().any(|rule| rule.any_code) {
        return (Vec::new(), is_bounded);
    }
    let each: Vec<Option<Vec<Text>>> = spec.replies.iter().map(|reply| of_reply(reply, spec)).collect();
    let is_marked = each.iter().all(Option::is_some);
    (shortest(each.into_iter().flatten().flatten().collect()), is_bounded && is_marked)
}

/// Those of one form of reply: its pattern's, its most telling word, or the hosts that must stand near by.
fn of_reply(reply: &Reply, spec: &Spec) -> Option<Vec<Text>> {
    let lower = |texts: &[Text]| texts.iter().map(|text| text.to_lowercase().into()).collect();
    let word = reply.words.iter().max_by_key(|word| word.len()).filter(|word| word.len() >= MIN_WORD);
    match (reply.pattern.as_ref().and_then(Pattern::required_set), word) {
        (Some(set), _) => Some(set.iter().map(|literal| literal.to_lowercase().into()).collect()),
        (None, Some(word)) => Some(lower(std::slice::from_ref(word))),
        (None, None) => (reply.needs == Needs::Host).then(|| lower(&spec.hosts)),
    }
}

/// Those that hold no other one, sorted.
fn shortest(mut marks: Vec<Text>) -> Vec<Text> {
    order::sort_by_key(&mut marks, Text::clone);
    marks.dedup();
    let all = marks.clone();
    marks.retain(|mark| !all.iter().any(|other| other != mark && mark.contains(&**other)));
    marks
}
