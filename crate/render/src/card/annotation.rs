//! An exchange in a list, with the answer behind it.

use scopelens_engine::Engine;
use scopelens_engine::diagnosis::{self, Diagnosis, called, in_catalog};
use scopelens_engine::session::Observed;
use scopelens_model::{AnyOf, BodyState, Denial, Exchange, Fact, Kind, Lang, Verdict, View};
use scopelens_pack::CatalogApi;
use scopelens_text::order;
use serde::Serialize;

use super::answer::answer;
use super::{Answer, evidence};
use crate::words::{Vars, Words, of_catalog};

/// An exchange in a list: its verdict in a few words, and the answer behind it.
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
    /// The missing scopes.
    pub scopes: Vec<String>,
    /// The cards; nothing where nothing was refused.
    pub answer: Option<Answer>,
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

/// Marks `exchange`, of which `observed` is what was read and what other exchanges tell.
#[must_use]
pub fn annotate(engine: &Engine, exchange: &Exchange, observed: &Observed, view: View) -> Annotation {
    let Observed { reading, evidence, lacking } = observed;
    let body = exchange.body.as_deref().unwrap_or_default();
    let answer = answer(engine, reading, evidence, (body, &request(exchange)), view);
    let worst = reading.denials.iter().min_by_key(|d| d.shown_kind().verdict());
    let diagnosis = worst.and_then(|denial| diagnosis::diagnose(engine, denial));
    let words = Words::new(view.lang, None);
    Annotation {
        verdict: worst.map_or(Verdict::None, |d| d.shown_kind().verdict()),
        label: worst.map_or_else(|| body_label(exchange, &words), |d| label(d, diagnosis.as_ref(), &answer, &words)),
        platform: worst.map(|d| d.platform.to_string()),
        call: call_name(engine, exchange, view.lang),
        soft: lacking.as_ref().filter(|_| view.silent).map(|lacking| evidence::lacking(lacking, view.lang)),
        cause: worst.map_or_else(String::new, |d| cause(d, diagnosis.as_ref())),
        quoted: worst.is_some_and(|d| d.quoted.is_some()),
        api: diagnosis.and_then(|d| d.api).and_then(|api| title(&api, view.lang)),
        scopes: answer.cards.first().map_or_else(Vec::new, |c| c.scopes.iter().map(|s| s.code.clone()).collect()),
        answer: (!answer.cards.is_empty()).then_some(answer),
    }
}

/// The request as far as it tells how it carried its token.
fn request(exchange: &Exchange) -> String {
    let tells = |name: &str| ["token", "authorization"].iter().any(|part| name.to_ascii_lowercase().contains(part));
    let headers = exchange.request_headers.iter().filter(|(name, _)| tells(name));
    let lines = headers.map(|(name, value)| format!("\n{name}: {value}"));
    format!("{} {}{}", exchange.head.method, exchange.head.url, lines.collect::<String>())
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

fn label(denial: &Denial, diagnosis: Option<&Diagnosis>, answer: &Answer, words: &Words) -> String {
    let kind = denial.shown_kind();
    if kind != Kind::MissingScope {
        return words.word(&format!("label.{}", kind.word()));
    }
    let codes: Vec<&str> = answer.cards.iter().flat_map(|c| &c.scopes).map(|s| s.code.as_str()).collect();
    let any_of = diagnosis.is_some_and(|d| d.any_of == AnyOf::Any);
    match codes.as_slice() {
        [] => words.word("label.lacks-unnamed"),
        codes if any_of => words.say("label.lacks-any", &Vars::default().with("scopes", codes.join(" / "))),
        codes => words.say("label.lacks", &Vars::default().with("scopes", codes.join(words.lang.comma()))),
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
        BodyState::Whole | BodyState::Cut => String::new(),
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) use tests::exchanges;
