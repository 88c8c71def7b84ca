//! The facts of a card: short, plain, redacted.

use super::FactLine;
use super::steps::Wording;
use crate::words::of_catalog;
use scopelens_model::{Api, Denial, Fact};
use scopelens_text::Span;

/// Longer values are shown in part.
const MAX_VALUE: usize = 200;

/// Whether the outer code is another one than the code.
fn is_wrapped(denial: &Denial) -> bool {
    let value = |fact: &Option<Fact>| fact.as_ref().map(|fact| fact.value.clone());
    value(&denial.code) != value(&denial.outer_code)
}

impl Wording<'_> {
    pub(super) fn facts(&self) -> Vec<FactLine> {
        let denial = self.diagnosis.denial;
        let read = |id, fact: &Option<Fact>| fact.as_ref().map(|f| self.line(id, &f.value, f.span));
        let lines = [
            read("code", &denial.code),
            read("outer_code", &denial.outer_code).filter(|_| is_wrapped(denial)),
            read("request_id", &denial.request_id),
            read("app_id", &denial.app_id),
            denial.identity.as_ref().map(|f| self.line("identity", &self.identity(&f.value), f.span)),
            denial.api.as_ref().map(|api| self.line("api", &self.call(api), None)),
        ];
        let named = denial.details.iter().filter(|(id, _)| self.words.has(&format!("fact.{id}")));
        let details = named.map(|(id, value)| self.line(id, value, None));
        lines.into_iter().flatten().chain(details).collect()
    }

    fn line(&self, id: &str, value: &str, span: Option<Span>) -> FactLine {
        FactLine {
            id: id.to_owned(),
            label: self.words.word(&format!("fact.{id}")),
            value: value.chars().take(MAX_VALUE).collect(),
            place: self.place(span),
        }
    }

    fn identity(&self, id: &str) -> String {
        self.words.word(&format!("identity.{id}"))
    }

    /// `GET api.dingtalk.com/v1.0/… (title)`, without what a path may give away.
    pub(super) fn call(&self, api: &Api) -> String {
        let method = api.method.as_ref().map_or_else(String::new, |m| format!("{m} "));
        let place = self.redactor.redact(&format!("{}{}", api.host.as_deref().unwrap_or_default(), api.path));
        let known = self.diagnosis.api.as_ref().and_then(|known| of_catalog(&known.title_zh, self.words.lang));
        let title = known.map_or_else(String::new, |title| format!(" ({title})"));
        format!("{method}{place}{title}")
    }
}
