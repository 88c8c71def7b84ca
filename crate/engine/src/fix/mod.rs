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
use scopelens_pack::{FixLanguage, Grantor, Text, has};
use scopelens_redact::Redactor;

use crate::diagnosis::Diagnosis;
use fill::Filler;

/// No refusal names more.
const MAX_SCOPES: usize = 50;

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

/// Who can grant what is missing.
#[must_use]
pub fn grantor<'d>(diagnosis: &Diagnosis<'d>) -> Option<&'d Grantor> {
    let mut grantors = diagnosis.platform.spec.fixes.grantors.iter();
    grantors.find(|grantor| fits(diagnosis, &grantor.topics, &grantor.when))
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
