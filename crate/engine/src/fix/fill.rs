//! A template filled with the parts of one refusal.

use regex_lite::Captures;
use scopelens_model::Fact;
use scopelens_pack::{FixLanguage, FixSpec, Text};
use scopelens_redact::Redactor;
use scopelens_text::order;

use super::document::{Document, Entry, Fix};
use super::escape::{is_bare, written};
use crate::diagnosis::Diagnosis;

/// No name of a resource or a person is longer, in bytes.
const MAX_VALUE: usize = 300;

/// What redactors mask and a fix needs: the name of an account.
const KEPT: [&str; 1] = ["email"];

/// What fills one fix for one scope.
pub(super) struct Filler<'f, 'd> {
    spec: &'f FixSpec,
    diagnosis: &'f Diagnosis<'d>,
    redactor: &'f Redactor,
    scope: Option<&'f str>,
    /// The parts of the scope, where the fix knows parts.
    parts: Option<Captures<'f>>,
}

impl<'f, 'd> Filler<'f, 'd> {
    /// Nothing where the scope is not of the form that the fix knows the parts of: another one is not its.
    pub(super) fn new(
        spec: &'f FixSpec,
        diagnosis: &'f Diagnosis<'d>,
        redactor: &'f Redactor,
        scope: Option<&'f str>,
    ) -> Option<Self> {
        let parts = match spec.scope_parts.as_ref().zip(scope) {
            Some((pattern, scope)) => Some(pattern.captures(scope)?),
            None => None,
        };
        Some(Self { spec, diagnosis, redactor, scope, parts })
    }

    /// The fix with one document of at most one entry and one item.
    pub(super) fn fix(&self) -> Fix {
        let mut blanks = Vec::new();
        let (head, foot) = self.halves(&self.spec.document, "{entries}", &mut blanks);
        let entry = (!self.spec.entry.is_empty()).then(|| {
            let (head, foot) = self.halves(&self.spec.entry, "{items}", &mut blanks);
            let item = self.spec.item.as_deref().map(|item| self.filled(item, &mut blanks));
            Entry { head, foot, items: item.into_iter().collect() }
        });
        Fix {
            platform: self.diagnosis.platform.spec.id.clone(),
            id: self.spec.id.clone(),
            blanks,
            documents: vec![Document { head, foot, entries: entry.into_iter().collect() }],
        }
    }

    /// What stands before and behind `mark` in the lines of a template, filled.
    fn halves(&self, lines: &[Text], mark: &str, blanks: &mut Vec<Text>) -> (String, String) {
        let lines: Vec<&str> = lines.iter().map(|line| &**line).collect();
        let text = lines.join("\n");
        let (head, foot) = text.split_once(mark).unwrap_or((&text, ""));
        (self.filled(head, blanks), self.filled(foot, blanks))
    }

    /// The template with its values; what is not known is marked, and its name noted.
    fn filled(&self, template: &str, blanks: &mut Vec<Text>) -> String {
        let mut filled = String::new();
        let mut rest = template;
        while let Some((before, name, behind)) = next_hole(rest) {
            filled.push_str(before);
            let value = self.value(name);
            if value.is_none() {
                order::insert(blanks, name.into());
            }
            let value = value.unwrap_or_else(|| blank(name));
            filled.push_str(&written(self.spec.language, &filled, &value));
            rest = behind;
        }
        filled + rest
    }

    fn value(&self, name: &str) -> Option<String> {
        let denial = self.diagnosis.denial;
        let fact = |fact: &Option<Fact>| fact.as_ref().map(|fact| fact.value.clone());
        let part = || self.parts.as_ref()?.name(name).map(|part| part.as_str().to_owned());
        let value = match name {
            "scope" => self.scope.map(str::to_owned),
            "app_id" => fact(&denial.app_id),
            "code" => fact(&denial.code),
            "identity" => fact(&denial.identity),
            "request_id" => fact(&denial.request_id),
            _ => part().or_else(|| denial.detail(name).map(str::to_owned)),
        };
        // A part that the scope has and that holds nothing is no unknown one: the core API group of Kubernetes has no name.
        value.filter(|value| (value.is_empty() && part().is_some()) || self.is_fit(value))
    }

    /// Whether a value may be pasted: one short line that is no secret; and where a command is made of it, no option, and
    /// nothing that ends a quotation.
    fn is_fit(&self, value: &str) -> bool {
        let is_line = !value.trim().is_empty()
            && value.len() <= MAX_VALUE
            && !value.contains(|c: char| c.is_control() || c == '`');
        let is_shell = self.spec.language == FixLanguage::Shell;
        let breaks_out = is_shell && (value.starts_with('-') || (self.has_quotes() && !is_bare(value)));
        let is_secret = || self.redactor.spans(value).iter().any(|masked| !KEPT.contains(&masked.label.as_str()));
        is_line && !breaks_out && !is_secret()
    }

    fn has_quotes(&self) -> bool {
        let lines = self.spec.document.iter().chain(&self.spec.entry);
        lines.chain(&self.spec.item).any(|line| line.contains(['"', '\'']))
    }
}

/// The mark of a value that is not known, `<ROLE>`.
#[must_use]
pub fn blank(name: &str) -> String {
    format!("<{}>", name.replace('-', "_").to_ascii_uppercase())
}

/// The text before the next `{name}`, the name, and the text behind it; other brackets are text.
fn next_hole(text: &str) -> Option<(&str, &str, &str)> {
    let is_name = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'-');
    text.match_indices('{').find_map(|(open, _)| {
        let (name, behind) = text.get(open + 1..)?.split_once('}')?;
        (!name.is_empty() && name.bytes().all(is_name)).then_some((text.get(..open)?, name, behind))
    })
}
