//! A message to the person who can grant what is missing: what, for whom, why, and where. Short, and redacted.

use serde::Serialize;

use super::steps::Wording;
use crate::words::Vars;
use scopelens_engine::fix::asked;
use scopelens_model::{AnyOf, Fact};

/// The message, and who it is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Ask {
    /// In words: who can grant it.
    pub who: String,
    /// The message.
    pub text: String,
}

impl Wording<'_> {
    /// The message for a refusal whose platform says who can grant what it lacks.
    pub(super) fn ask(&self, title: &str) -> Option<Ask> {
        let asked = asked(self.diagnosis, self.redactor)?;
        let denial = self.diagnosis.denial;
        let vars = Vars::default().with("platform", self.platform().name).with("title", title);
        let line = |key: &str, value: Option<String>| {
            Some(self.words.say(&format!("ask.{key}"), &Vars::default().with("value", value?)))
        };
        let redacted = |line: Option<String>| line.map(|line| self.redactor.redact(&line));
        let fact = |fact: &Option<Fact>| fact.as_ref().map(|fact| fact.value.clone());
        let lines = [
            Some(self.words.say("ask.greeting", &vars)),
            line("what", self.asked_for()),
            line("for", asked.caller),
            line("on", asked.resource),
            line("call", denial.api.as_ref().map(|api| self.call(api))),
            line("code", redacted(fact(&denial.code))),
            redacted(line("request", fact(&denial.request_id))),
            line("where", asked.url),
        ];
        let text = lines.into_iter().flatten().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
        Some(Ask { who: self.words.word(&format!("who.{}", asked.who)), text })
    }

    /// The scopes; where one is enough, the narrowest first.
    fn asked_for(&self) -> Option<String> {
        let codes: Vec<&str> = self.diagnosis.scopes.iter().map(|scope| scope.value.as_str()).collect();
        let list = codes.join(self.words.lang.comma());
        match (codes.len(), self.diagnosis.any_of) {
            (0, _) => None,
            (1, _) | (_, AnyOf::All) => Some(list),
            (_, AnyOf::Any) => Some(self.words.say("ask.any", &Vars::default().with("scopes", list))),
            (_, AnyOf::Unknown) => Some(self.words.say("ask.unknown-rule", &Vars::default().with("scopes", list))),
        }
    }
}
