//! The facts of a card: short, plain, redacted.

use super::FactLine;
use super::steps::Wording;
use crate::model::{Api, Fact};
use crate::redact::redact;

/// Longer values are shown in part.
const MAX_VALUE: usize = 200;

impl Wording<'_> {
    pub(super) fn facts(&self) -> Vec<FactLine> {
        let denial = self.diagnosis.denial;
        let value = |fact: &Option<Fact>| fact.as_ref().map(|f| f.value.clone());
        let detail = |name: &str| denial.details.get(name).cloned();
        let lines = [
            ("code", value(&denial.code)),
            ("outer_code", value(&denial.outer_code)),
            ("request_id", value(&denial.request_id)),
            ("app_id", value(&denial.app_id)),
            ("api", denial.api.as_ref().map(|api| self.call(api))),
            ("ip", detail("ip")),
            ("until", detail("until")),
        ];
        lines.into_iter().filter_map(|(id, value)| Some(self.line(id, &value?))).collect()
    }

    fn line(&self, id: &str, value: &str) -> FactLine {
        FactLine {
            id: id.to_owned(),
            label: self.words.word(&format!("fact.{id}")),
            value: value.chars().take(MAX_VALUE).collect(),
        }
    }

    /// `GET api.dingtalk.com/v1.0/… (title)`, without what a path may give away.
    fn call(&self, api: &Api) -> String {
        let method = api.method.as_ref().map_or_else(String::new, |m| format!("{m} "));
        let place = redact(&format!("{}{}", api.host.as_deref().unwrap_or_default(), api.path));
        let title = self.diagnosis.api.as_ref().map_or_else(String::new, |a| format!(" ({})", a.title_zh));
        format!("{method}{place}{title}")
    }
}
