//! What of a platform's words tells that a text needs it: most rules hold by words that are the platform's own, others only
//! where the platform is named, or where a scope stands beside them.

use scopelens_text::order;

use crate::pattern::Pattern;
use crate::schema::{Needs, Rule, Spec, Text};

/// Words and codes of rules that hold by less than themselves.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Weak {
    /// They count beside a word of a scope's form: what tools print in words of their own, and what others print too.
    pub(super) with_scope: Vec<Text>,
    /// They count where the platform is named.
    pub(super) with_name: Vec<Text>,
}

/// The weak ones among the words and codes of a platform, sorted.
pub(super) fn weak(spec: &Spec) -> Weak {
    let texts = |belongs: &dyn Fn(&Rule) -> bool| {
        let mut texts: Vec<Text> = Vec::new();
        for rule in spec.rules.iter().filter(|rule| belongs(rule)) {
            let all = rule.codes.iter().chain(&rule.tokens).chain(&rule.phrases).chain(&rule.needles);
            all.for_each(|text| _ = order::insert(&mut texts, text.clone()));
        }
        texts
    };
    let strong = texts(&is_strong);
    let mut with_scope = texts(&|rule| !is_named(rule) && !is_strong(rule));
    let mut with_name = texts(&is_named);
    with_scope.retain(|text| !strong.contains(text));
    with_name.retain(|text| !strong.contains(text) && !with_scope.contains(text));
    Weak { with_scope, with_name }
}

/// Whether there are rules that no word or code finds: the platform may be needed by any text.
pub(super) fn is_unbounded(spec: &Spec) -> bool {
    spec.rules.iter().any(|rule| !is_named(rule) && !rule.patterns.is_empty() && rule.needles.is_empty())
}

/// Patterns of which one matches in every text that names the platform, but for its hosts: what attributes a record to it, or has
/// the form of its replies. What they lack is a hint, which goes with words that are strong by themselves.
pub(super) fn names(spec: &Spec) -> Vec<Pattern> {
    let own_replies = spec.replies.iter().filter(|reply| matches!(reply.needs, Needs::Words | Needs::Hint));
    let of_replies = own_replies.filter_map(|reply| {
        let word = reply.words.iter().max_by_key(|word| word.len()).map(|word| Pattern::new(regex_lite::escape(word)));
        reply.pattern.clone().or(word)
    });
    spec.anchors.iter().cloned().chain(of_replies).collect()
}

/// Whether a rule speaks only of records that are attributed to the platform by something else than its own words.
fn is_named(rule: &Rule) -> bool {
    matches!(rule.needs, Needs::Record | Needs::Host)
}

/// Whether a rule's words tell by themselves, or beside a hint, that the platform is meant. One that wants an anchor speaks where
/// the platform is named or one of its scopes stands; with words that confirm its codes a hint is enough.
fn is_strong(rule: &Rule) -> bool {
    !is_named(rule) && !rule.must_name_scope && (rule.needs != Needs::Anchor || !rule.confirms.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{is_unbounded, names, weak};
    use crate::testing::platform;

    #[test]
    fn words_of_tools_and_bare_statuses_are_weak() {
        for id in crate::testing::ids() {
            let spec = platform(id).spec;
            let weak = weak(&spec);
            let has = |list: &[crate::Text], text: &str| list.iter().any(|known| &**known == text);
            assert!(has(&weak.with_scope, "not granted") && !has(&weak.with_name, "not granted"), "{id}");
            assert!(has(&weak.with_name, "403 Forbidden"), "{id}");
            assert!(!has(&weak.with_name, "60011") && !has(&weak.with_name, "99991672"), "{id}");
            assert!(!is_unbounded(&spec), "{id}");
        }
    }

    #[test]
    fn a_platform_is_named_by_its_anchors_and_its_own_replies() {
        let names = names(&platform("dingtalk").spec);
        for text in ["钉钉", "ding talk error[88]", "requestid: 019F419C-7A1B", "DingTalk"] {
            assert!(names.iter().any(|name| name.is_match(text)), "{text}");
        }
        for text in ["including the ending", "request id 7", "Feishu"] {
            assert!(!names.iter().any(|name| name.is_match(text)), "{text}");
        }
    }
}
