//! Values for the words' `{placeholders}`.

use crate::diagnosis::Diagnosis;
use crate::model::{AnyOf, Source};
use crate::redact::redact;

use super::words::Words;

/// Named values. What a value holds is text: it is never read as a template again.
#[derive(Debug, Clone, Default)]
pub struct Vars(Vec<(&'static str, String)>);

impl Vars {
    /// One value more.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.0.push((name, value.into()));
        self
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, _)| *n == name).map(|(_, v)| v.as_str())
    }
}

/// `template` with its placeholders filled; one without a value becomes an ellipsis.
pub(super) fn fill(template: &str, vars: &Vars) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, tail)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, after)) = tail.split_once('}') else {
            out.push('{');
            rest = tail;
            continue;
        };
        out.push_str(vars.get(name).unwrap_or("…"));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The values that a diagnosis gives.
pub(super) fn of(diagnosis: &Diagnosis, words: &Words) -> Vars {
    let codes: Vec<&str> = diagnosis.scopes.iter().map(|s| s.value.as_str()).collect();
    let scope = match codes.as_slice() {
        [] => words.word("value.the-scope"),
        // One is enough: what a step asks for is the narrowest, never all of them.
        [narrowest, ..] if diagnosis.any_of == AnyOf::Any => (*narrowest).to_owned(),
        codes => codes.join(words.lang.comma()),
    };
    let detail = |name: &str| diagnosis.denial.detail(name).map(redact);
    let role = diagnosis.scopes.iter().find_map(|s| diagnosis.platform.catalog.scope(&s.value)?.grantor);
    Vars::default()
        .with("platform", diagnosis.platform.name(words.lang.tag()))
        .with("scope", scope)
        .with("count", codes.len().to_string())
        .with("ip", detail("ip").unwrap_or_else(|| words.word("value.your-address")))
        .with("until", detail("until").unwrap_or_default())
        .with("grantor", role.map_or_else(|| words.word("value.an-administrator"), str::to_owned))
        .with("neighbour", crate::diagnosis::neighbour(diagnosis.platform, diagnosis.denial).unwrap_or_default())
}

/// Whether the scopes are the catalog's, not the reply's.
pub(super) fn from_catalog(diagnosis: &Diagnosis) -> bool {
    diagnosis.scopes.first().is_some_and(|s| s.source == Source::Catalog)
}
