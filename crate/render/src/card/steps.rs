//! Steps and links in words.

use scopelens_engine::diagnosis::Diagnosis;
use scopelens_engine::links::build;
use scopelens_pack::StepSpec;
use scopelens_redact::Redactor;
use scopelens_text::{Ruler, Span};

use super::{Place, Step};
use crate::link::{Link, named};
use crate::words::{Vars, Words};

/// What is needed to word a step.
#[derive(Clone, Copy)]
pub(super) struct Wording<'a> {
    pub(super) diagnosis: &'a Diagnosis<'a>,
    pub(super) words: &'a Words<'a>,
    pub(super) vars: &'a Vars,
    /// Measures the given text.
    pub(super) ruler: &'a Ruler<'a>,
    pub(super) redactor: &'a Redactor,
}

impl Wording<'_> {
    /// The steps that apply here.
    pub(super) fn steps(&self, specs: &[StepSpec]) -> Vec<Step> {
        let fitting = specs.iter().filter(|step| self.diagnosis.applies(step));
        fitting.filter_map(|step| self.step(step)).collect()
    }

    /// A span of the given text as the reader of the card counts.
    pub(super) fn place(&self, span: Option<Span>) -> Option<Place> {
        span.map(|s| Place { start: self.ruler.utf16(s.start), end: self.ruler.utf16(s.end) })
    }

    fn step(&self, spec: &StepSpec) -> Option<Step> {
        let text = self.words.say_if(&format!("step.{}", spec.text), self.vars)?;
        Some(Step { text, link: spec.link.as_ref().and_then(|id| self.link(id)) })
    }

    /// A link of the platform for the first scope; nothing where a part of it is not known.
    pub(super) fn link(&self, id: &str) -> Option<Link> {
        self.link_for(id, self.diagnosis.scopes.first().map(|s| s.value.as_str()))
    }

    /// A link of the platform for `scope`.
    pub(super) fn link_for(&self, id: &str, scope: Option<&str>) -> Option<Link> {
        let values = self.diagnosis.link_values(scope);
        named(self.words, id, scope, build(self.diagnosis.platform, id, values)?)
    }
}
