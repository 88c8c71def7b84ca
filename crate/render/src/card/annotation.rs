//! An exchange in a list.

use scopelens_engine::Engine;
use scopelens_engine::diagnosis::{Diagnosis, called, in_catalog};
use scopelens_engine::session::Observed;
use scopelens_model::{AnyOf, BodyState, Denial, Exchange, Fact, Kind, Lang, Verdict, View};
use scopelens_pack::CatalogApi;
use scopelens_text::order;
use serde::Serialize;

use super::evidence;
use super::exchange::request;
use super::make::diagnosis;
use crate::words::{Vars, Words, of_catalog};

/// An exchange in a list: its verdict in a few words.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Annotation {
    /// How the row is marked.
    pub verdict: Verdict,
    /// Short words for the row; empty where there is nothing to say.
    pub label: String,
    /// Id of the platform.
    pub platform: Option<String>,
    /// The call's name in the catalog, where it has one in this language.
    pub api: Option<String>,
    /// The call as the catalog knows it, refused or not.
    pub call: CallName,
    /// What a granted answer may lack for want of a field scope, in words.
    pub soft: Option<String>,
    /// The same for all refusals of one cause, in one session and the next; empty where nothing was refused.
    pub cause: String,
    /// Whether an HTML error page quotes it, which a program was given in place of a reply.
    pub quoted: bool,
    /// The missing scopes of all its refusals.
    pub scopes: Vec<String>,
}

/// The call as the catalog knows it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct CallName {
    /// Its name, where the catalog has one in this language.
    pub name: Option<String>,
    /// Whether the catalog knows the call.
    pub known: bool,
    /// Id of the platform whose host answered.
    pub platform: Option<String>,
}

/// Marks `exchange`, of which `observed` is what was read and what other exchanges tell. No card is made: [`super::explain`] does.
#[must_use]
pub fn annotate(engine: &Engine, exchange: &Exchange, observed: &Observed, view: View) -> Annotation {
    let denials = &observed.reading.denials;
    let diagnoses = diagnoses(engine, exchange, observed);
    let worst = denials.iter().enumerate().min_by_key(|(_, denial)| denial.shown_kind().verdict());
    let diagnosis = worst.and_then(|(index, _)| diagnoses.get(index)?.as_ref());
    let worst = worst.map(|(_, denial)| denial);
    let scopes = codes(&diagnoses);
    let words = Words::new(view.lang, None);
    let lacking = observed.lacking.as_ref().filter(|_| view.silent);
    Annotation {
        verdict: worst.map_or(Verdict::None, |denial| denial.shown_kind().verdict()),
        label: worst.map_or_else(|| body_label(exchange, &words), |denial| label(denial, diagnosis, &scopes, &words)),
        platform: worst.map(|denial| denial.platform.to_string()),
        call: call_name(engine, exchange, view.lang),
        soft: lacking.map(|lacking| evidence::lacking(lacking, view.lang)),
        cause: worst.map_or_else(String::new, |denial| cause(denial, diagnosis)),
        quoted: worst.is_some_and(|denial| denial.quoted.is_some()),
        api: diagnosis.and_then(|diagnosis| title(diagnosis.api.as_ref()?, view.lang)),
        scopes,
    }
}

/// The diagnosis of each denial.
fn diagnoses<'o>(engine: &'o Engine, exchange: &Exchange, observed: &'o Observed) -> Vec<Option<Diagnosis<'o>>> {
    // Of the thousands of exchanges in a list few are refusals.
    if observed.reading.denials.is_empty() {
        return Vec::new();
    }
    let request = request(exchange);
    let texts = (exchange.body.as_deref().unwrap_or_default(), &*request);
    let known = observed.reading.denials.iter().zip(&observed.evidence);
    known.map(|(denial, evidence)| diagnosis(engine, denial, evidence, texts)).collect()
}

/// The codes of all missing scopes, each once.
fn codes(diagnoses: &[Option<Diagnosis>]) -> Vec<String> {
    let mut seen = Vec::new();
    let codes = diagnoses.iter().flatten().flat_map(|diagnosis| &diagnosis.scopes).map(|scope| &scope.value);
    codes.filter(|code| order::insert(&mut seen, *code)).cloned().collect()
}

/// What the list shows of it.
fn call_name(engine: &Engine, exchange: &Exchange, lang: Lang) -> CallName {
    let Some((platform, api)) = called(engine, exchange) else { return CallName::default() };
    let known = in_catalog(platform, &api);
    let name = known.as_ref().and_then(|api| title(api, lang));
    CallName { name, known: known.is_some(), platform: Some(platform.spec.id.to_string()) }
}

/// The call's name in the catalog, where it has one that a reader of `lang` is shown.
fn title(api: &CatalogApi, lang: Lang) -> Option<String> {
    of_catalog(&api.title_zh, lang).map(str::to_owned)
}

fn label(denial: &Denial, diagnosis: Option<&Diagnosis>, scopes: &[String], words: &Words) -> String {
    let kind = denial.shown_kind();
    if kind != Kind::MissingScope {
        return words.word(&format!("label.{}", kind.word()));
    }
    let any_of = diagnosis.is_some_and(|d| d.any_of == AnyOf::Any);
    match scopes {
        [] => words.word("label.lacks-unnamed"),
        scopes if any_of => words.say("label.lacks-any", &Vars::default().with("scopes", scopes.join(" / "))),
        scopes => words.say("label.lacks", &Vars::default().with("scopes", scopes.join(words.lang.comma()))),
    }
}

/// Platform, kind, code, scopes and app: what tells one cause of refusals from another.
fn cause(denial: &Denial, diagnosis: Option<&Diagnosis>) -> String {
    let value = |fact: &Option<Fact>| fact.as_ref().map(|f| f.value.clone()).unwrap_or_default();
    let scopes = diagnosis.map(|d| d.scopes.as_slice()).unwrap_or_default();
    let mut codes: Vec<&str> = scopes.iter().map(|s| s.value.as_str()).collect();
    order::sort_by(&mut codes, Ord::cmp);
    let kind = denial.shown_kind().word();
    [&denial.platform, kind, &value(&denial.code), &codes.join(","), &value(&denial.app_id)].join("|")
}

fn body_label(exchange: &Exchange, words: &Words) -> String {
    match exchange.body_state {
        BodyState::Missing => words.word("label.missing-body"),
        BodyState::Unsaved => words.word("label.unsaved-body"),
        BodyState::Compressed => words.word("label.compressed-body"),
        BodyState::Whole | BodyState::Cut => String::new(),
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) use tests::exchanges;
