//! Values for the words' `{placeholders}`.

use scopelens_engine::diagnosis::{Diagnosis, neighbour};
use scopelens_model::AnyOf;
use scopelens_pack::{CatalogScope, Token};
use scopelens_redact::Redactor;

use super::scopes::of_role;
use crate::words::{Vars, Words};

/// The values that a diagnosis gives, and its signals.
pub(super) fn of(diagnosis: &Diagnosis, words: &Words, redactor: &Redactor) -> Vars {
    let Diagnosis { denial, platform, .. } = diagnosis;
    let groups = Groups { diagnosis, words };
    let role = diagnosis.scopes.iter().find_map(|s| platform.catalog.scope(&s.value)?.grantor);
    let call_scopes = diagnosis.api.as_ref().map(|api| api.scopes.join(" / ")).unwrap_or_default();
    let vars = Vars::of_signals(diagnosis.signals.clone())
        .with("platform", &**platform.name(words.lang.tag()))
        .with("scope", groups.all().unwrap_or_else(|| words.word("value.the-scope")))
        .with("user_scope", groups.of(|scope| scope.token == Some(Token::User)).unwrap_or_default())
        .with("app_scope", groups.of(|scope| scope.token == Some(Token::App)).unwrap_or_default())
        .with("sensitive_scope", groups.of(|scope| scope.sensitive).unwrap_or_default())
        .with("login_scopes", groups.all().unwrap_or_default().replace(words.lang.comma(), " "))
        .with("first_scope", diagnosis.scopes.first().map(|s| s.value.clone()).unwrap_or_default())
        .with("call_scopes", call_scopes)
        .with("count", diagnosis.scopes.len().to_string())
        .with("code", denial.code.as_ref().map(|code| code.value.clone()).unwrap_or_default())
        .with("grantor", of_role(&role.unwrap_or_default(), words))
        .with("neighbour", neighbour(platform, denial).unwrap_or_default());
    let details = denial.details.iter();
    let vars = details.fold(vars, |vars, (id, value)| vars.with(id.to_string(), redactor.redact(value)));
    vars.with("ip", words.word("value.your-address")).with("message", "").with("until", "")
}

/// The missing scopes by what the catalog says of them.
struct Groups<'d> {
    diagnosis: &'d Diagnosis<'d>,
    words: &'d Words<'d>,
}

impl Groups<'_> {
    fn all(&self) -> Option<String> {
        self.list(|_| true)
    }

    fn of(&self, belongs: impl Fn(&CatalogScope) -> bool) -> Option<String> {
        let catalog = &self.diagnosis.platform.catalog;
        self.list(|code| catalog.scope(code).is_some_and(|scope| belongs(&scope)))
    }

    /// Those whose code `fits`, as a list; where one is enough, only the first.
    fn list(&self, fits: impl Fn(&str) -> bool) -> Option<String> {
        let codes: Vec<&str> =
            self.diagnosis.scopes.iter().map(|s| s.value.as_str()).filter(|code| fits(code)).collect();
        match codes.as_slice() {
            [] => None,
            [first, ..] if self.diagnosis.any_of == AnyOf::Any => Some((*first).to_owned()),
            codes => Some(codes.join(self.words.lang.comma())),
        }
    }
}

/// Whether the scopes are the catalog's, not the reply's.
pub(super) fn from_catalog(diagnosis: &Diagnosis) -> bool {
    diagnosis.signals.contains("scope-of-catalog")
}
