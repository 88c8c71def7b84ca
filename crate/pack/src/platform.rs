//! One platform at run time.

use std::sync::OnceLock;

use crate::catalog::Catalog;
use crate::lookup::Lookup;
use crate::messages::{Message, Messages};
use crate::schema::{Spec, Text};

/// A platform: its rules at once, its messages and its catalog as soon as they are added.
#[derive(Debug)]
pub struct Platform {
    /// Rules, links and causes.
    pub spec: Spec,
    /// Scopes, calls and error codes; empty until it is added.
    pub catalog: Catalog,
    /// Whether its users wrote it, and not we.
    pub custom: bool,
    /// By language tag.
    messages: Vec<(Text, Messages)>,
    lookup: OnceLock<Lookup>,
}

impl Platform {
    /// A platform without messages and catalog.
    #[must_use]
    pub fn new(spec: Spec, custom: bool) -> Self {
        Self { spec, catalog: Catalog::default(), custom, messages: Vec::new(), lookup: OnceLock::new() }
    }

    /// Adds the messages of a language, in place of those that it had.
    pub fn add_words(&mut self, lang: &str, messages: Messages) {
        self.messages.retain(|(tag, _)| **tag != *lang);
        self.messages.push((lang.into(), messages));
    }

    /// Adds the catalog, in place of the one that it had.
    pub fn add_catalog(&mut self, catalog: Catalog) {
        self.catalog = catalog;
    }

    /// The messages of the language of this tag, where they were added.
    #[must_use]
    pub fn messages(&self, lang: &str) -> Option<&Messages> {
        self.messages.iter().find(|(tag, _)| **tag == *lang).map(|(_, messages)| messages)
    }

    /// The platform's own message of `key` in the language of this tag.
    #[must_use]
    pub fn message(&self, lang: &str, key: &str) -> Option<&Message> {
        self.messages(lang)?.get(key)
    }

    /// The rules by what a text holds.
    pub fn lookup(&self) -> &Lookup {
        self.lookup.get_or_init(|| Lookup::new(&self.spec))
    }

    /// Its name in the language of this tag; its id where it has none.
    #[must_use]
    pub fn name(&self, lang: &str) -> &Text {
        self.spec.name.iter().find(|(tag, _)| **tag == *lang).map_or(&self.spec.id, |(_, name)| name)
    }
}

impl Clone for Platform {
    /// The clone makes its lookup anew.
    fn clone(&self) -> Self {
        let (spec, catalog, messages) = (self.spec.clone(), self.catalog.clone(), self.messages.clone());
        Self { spec, catalog, messages, custom: self.custom, lookup: OnceLock::new() }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::platform;

    #[test]
    fn a_platform_is_looked_up_by_what_texts_hold() {
        let dingtalk = platform("dingtalk");
        let lookup = dingtalk.lookup();
        assert!(lookup.role("errcode").unwrap().code && lookup.role("ErrCode").is_some());
        assert!(lookup.role("requestid").unwrap().request_id.is_some());
        assert_eq!(lookup.role("none"), None);
        let rules: Vec<&str> = lookup.rules_of_code("60011").map(|place| &*dingtalk.spec.rules[place].id).collect();
        assert_eq!(rules.len(), dingtalk.spec.rules.iter().filter(|r| r.codes.iter().any(|c| &**c == "60011")).count());
        assert!(!rules.is_empty() && lookup.rules_of_code("6001").next().is_none());
        assert_eq!(lookup.texts().len(), dingtalk.spec.rules.len());
    }

    #[test]
    fn messages_are_its_own_by_language() {
        let mut feishu = platform("feishu");
        assert_eq!((&**feishu.name("zh-CN"), &**feishu.name("fr")), ("飞书", "feishu"));
        assert!(feishu.message("en", "title.scope.one").is_some());
        assert!(feishu.message("fr", "title.scope.one").is_none() && feishu.message("en", "none").is_none());
        feishu.add_words("en", crate::Messages::default());
        assert!(feishu.message("en", "title.scope.one").is_none());
    }
}
