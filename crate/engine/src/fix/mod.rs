//! What mends a refusal, as a document to paste: the platform's templates filled with what was read. Nothing is guessed: a value
//! that is not known stands as a marked blank.

mod document;
mod escape;
mod fill;
#[cfg(test)]
mod tests;

pub use document::{Fix, add};
pub use fill::blank;

use scopelens_model::AnyOf;
use scopelens_pack::{FixLanguage, Text, has};
use scopelens_redact::Redactor;

use crate::diagnosis::Diagnosis;
use crate::links::build;
use fill::Filler;

/// No refusal names more.
const MAX_SCOPES: usize = 50;

/// Details that name who called.
const CALLERS: [&str; 3] = ["principal", "subject", "user"];

/// Longest value that a message repeats, in characters.
const MAX_VALUE: usize = 200;

/// What is done about a refusal.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Remedy {
    /// Documents that mend it, those with the least privilege first.
    pub fixes: Vec<Fix>,
    /// Who can grant what is missing.
    pub asked: Option<Asked>,
}

impl Remedy {
    /// Whether nothing can be done.
    pub(crate) fn is_empty(&self) -> bool {
        self.fixes.is_empty() && self.asked.is_none()
    }
}

/// Who can grant what a refusal lacks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Asked {
    /// The words are under `who.<who>`.
    pub who: Text,
    /// The page that this person needs, where all of its parts are known.
    pub url: Option<String>,
    /// Whose call it was: who the refusal names, else the app. Redacted, as are the others that a text gave.
    pub caller: Option<String>,
    /// What the call was about.
    pub resource: Option<String>,
}

/// What is done about a refusal.
#[must_use]
pub fn remedy(diagnosis: &Diagnosis, redactor: &Redactor) -> Remedy {
    Remedy { fixes: fixes(diagnosis, redactor), asked: asked(diagnosis, redactor) }
}

/// The fixes of a refusal, those with the least privilege first. None where the text only speaks of it.
#[must_use]
pub fn fixes(diagnosis: &Diagnosis, redactor: &Redactor) -> Vec<Fix> {
    let mut fixes = Vec::new();
    for spec in diagnosis.platform.spec.fixes.fixes.iter().filter(|spec| fits(diagnosis, &spec.topics, &spec.when)) {
        let fillers = wanted(diagnosis).filter_map(|scope| Filler::new(spec, diagnosis, redactor, scope));
        fillers.for_each(|filler| add(&mut fixes, filler.fix()));
        if spec.language == FixLanguage::Url {
            // An address with a blank leads nowhere.
            fixes.retain(|fix| fix.id != spec.id || fix.blanks.is_empty());
        }
    }
    fixes
}

/// Who can grant what is missing, where the platform says so.
#[must_use]
pub fn asked(diagnosis: &Diagnosis, redactor: &Redactor) -> Option<Asked> {
    let mut grantors = diagnosis.platform.spec.fixes.grantors.iter();
    let grantor = grantors.find(|grantor| fits(diagnosis, &grantor.topics, &grantor.when))?;
    let scope = diagnosis.scopes.first().map(|scope| scope.value.as_str());
    let url = |id: &Text| build(diagnosis.platform, id, diagnosis.link_values(scope));
    let denial = diagnosis.denial;
    let named = CALLERS.iter().find_map(|id| denial.detail(id));
    let caller = named.or_else(|| denial.app_id.as_ref().map(|app| app.value.as_str()));
    let shown = |value: &str| redactor.redact(value).chars().take(MAX_VALUE).collect();
    Some(Asked {
        who: grantor.who.clone(),
        url: grantor.link.as_ref().and_then(url),
        caller: caller.map(shown),
        resource: denial.detail("resource").map(shown),
    })
}

fn fits(diagnosis: &Diagnosis, topics: &[Text], when: &[Text]) -> bool {
    !diagnosis.denial.mention && has(topics, &diagnosis.denial.topic) && diagnosis.signals.meet_all(when)
}

/// The scopes to ask for, and nothing once where none is known: all that are needed. Where one is enough, or the catalog alone
/// names several, it is the narrowest.
fn wanted<'d>(diagnosis: &'d Diagnosis) -> impl Iterator<Item = Option<&'d str>> {
    let is_choice = diagnosis.any_of == AnyOf::Any || diagnosis.signals.contains("candidates");
    let scopes = diagnosis.scopes.iter().take(if is_choice { 1 } else { MAX_SCOPES });
    let none = diagnosis.scopes.is_empty().then_some(None);
    scopes.map(|scope| Some(scope.value.as_str())).chain(none)
}
