//! From a diagnosis to its card.

use super::steps::Wording;
use super::values::{self, from_catalog};
use super::{Card, Cause, Choice, PlatformName, Question, Step, clock, evidence, text};
use crate::fix::in_words;
use crate::link::Link;
use crate::report::{Context, report};
use crate::words::{Vars, Words};
use scopelens_engine::Engine;
use scopelens_engine::diagnosis::{Diagnosis, Likelihood, Supported, diagnose_with, near};
use scopelens_engine::fix::fixes;
use scopelens_model::{Denial, Evidence, Kind, Lang, View};
use scopelens_pack::{LinkSpec, Text};
use scopelens_redact::Redactor;
use scopelens_text::Ruler;
use scopelens_text::order;

/// What a denial was read in.
pub(super) struct Carrier<'c> {
    /// The snippet, or the response's body.
    pub(super) text: &'c str,
    /// The request's line and the headers that carry its token; empty for a snippet.
    pub(super) request: &'c str,
    /// Measures the text.
    pub(super) ruler: &'c Ruler<'c>,
    /// Knows the secrets of the whole text, and of the request beside it.
    pub(super) redactor: &'c Redactor,
}

/// The diagnosis of one denial, with what other exchanges and the text near it tell.
pub(crate) fn diagnosis<'d>(
    engine: &'d Engine,
    denial: &'d Denial,
    known: &Evidence,
    (text, request): (&str, &str),
) -> Option<Diagnosis<'d>> {
    diagnose_with(engine, denial, known, &format!("{}\n{request}", near(denial, text)))
}

/// The card of one denial, with what other exchanges tell about it.
pub(super) fn card(engine: &Engine, denial: &Denial, known: &Evidence, carrier: &Carrier, view: View) -> Option<Card> {
    let lang = view.lang;
    let diagnosis = diagnosis(engine, denial, known, (carrier.text, carrier.request))?;
    let words = Words::new(lang, Some(diagnosis.platform));
    let vars = values::of(&diagnosis, &words, carrier.redactor);
    let wording =
        Wording { diagnosis: &diagnosis, words: &words, vars: &vars, ruler: carrier.ruler, redactor: carrier.redactor };
    let causes: Vec<Cause> = diagnosis.causes.iter().map(|c| wording.cause(c)).collect();
    let kind = denial.shown_kind();
    let (title, lead) = wording.heads();
    let fixes = fixes(&diagnosis, carrier.redactor);
    let mut card = Card {
        verdict: kind.verdict(),
        kind,
        platform: Some(wording.platform()),
        ask: wording.ask(&title),
        title,
        lead,
        scopes: wording.scopes(),
        scope_note: wording.scope_note(),
        next: next(&diagnosis, &causes).filter(|_| !denial.mention),
        fixes: in_words(&fixes, diagnosis.platform, &words),
        asks_app: wording.asks_app(),
        evidence: evidence::lines(known, &wording, view),
        question: wording.question().filter(|_| !denial.mention),
        links: wording.links(),
        facts: wording.facts(),
        causes,
        notes: if denial.mention { Vec::new() } else { wording.notes() },
        report: None,
        plain: String::new(),
    };
    card.plain = text::plain(carrier.redactor, &card, lang);
    card.report = (kind != Kind::Mention)
        .then(|| report(carrier.redactor, &diagnosis, &context(known, view), carrier.text, &card.title, &words));
    Some(card)
}

/// What the exchange itself and the memory tell the report.
fn context(known: &Evidence, view: View) -> Context {
    Context { organisation: known.organisation.clone(), time: known.at.map(|time| clock::whole(time, view.offset)) }
}

/// The best cause's first step. Where no cause is likely and there is a question, that comes first.
fn next(diagnosis: &Diagnosis, causes: &[Cause]) -> Option<Step> {
    let sure = diagnosis.causes.first()?.likelihood == Likelihood::Strong;
    let step = causes.first()?.steps.first();
    step.filter(|_| sure || diagnosis.question.is_none()).cloned()
}

impl Wording<'_> {
    pub(super) fn platform(&self) -> PlatformName {
        let platform = self.diagnosis.platform;
        PlatformName { id: platform.spec.id.to_string(), name: platform.name(self.words.lang.tag()).to_string() }
    }

    /// Title and lead; a mention says that first.
    fn heads(&self) -> (String, String) {
        let denial = self.diagnosis.denial;
        let title = self.words.say(&self.title_key(&denial.topic), self.vars);
        if !denial.mention {
            return (title, self.words.say(&format!("lead.{}", denial.topic), self.vars));
        }
        let was = self.words.say("mention.was", &Vars::default().with("title", title));
        let was = (denial.kind != Kind::Mention).then_some(was);
        let sentences = [Some(self.words.word("mention.lead")), self.meaning(), was];
        let lead: Vec<String> = sentences.into_iter().flatten().collect();
        (self.words.word("mention.title"), lead.join(self.words.lang.space()))
    }

    /// What the documentation says of the code, where the catalog has it in this language.
    fn meaning(&self) -> Option<String> {
        let code = &self.diagnosis.denial.code.as_ref()?.value;
        let (zh, en) = self.diagnosis.platform.catalog.code(code)?;
        let text = if self.words.lang == Lang::ZhCn { zh } else { en };
        let vars = Vars::default().with("code", code.as_str()).with("meaning", text.trim_end_matches(['.', '。']));
        (!text.is_empty()).then(|| self.words.say("mention.code", &vars))
    }

    fn title_key(&self, topic: &str) -> String {
        let plain = format!("title.{topic}");
        if self.words.has(&plain) {
            return plain;
        }
        match self.diagnosis.scopes.len() {
            0 => format!("{plain}.none"),
            _ if from_catalog(self.diagnosis) => format!("{plain}.catalog"),
            1 => format!("{plain}.one"),
            _ => format!("{plain}.many"),
        }
    }

    fn cause(&self, supported: &Supported) -> Cause {
        let id = &supported.cause.id;
        let likelihood = supported.likelihood;
        Cause {
            id: id.to_string(),
            title: self.words.say(&format!("cause.{id}"), self.vars),
            likelihood,
            likelihood_words: self.words.word(&format!("likelihood.{}", likelihood.word())),
            reasons: supported.reasons.iter().filter_map(|signal| self.reason(id, signal)).collect(),
            steps: self.steps(&supported.cause.steps),
        }
    }

    fn reason(&self, cause: &str, signal: &str) -> Option<String> {
        let keys = [format!("reason.{signal}.{cause}"), format!("reason.{signal}")];
        let key = keys.iter().find(|key| self.words.has(key))?;
        self.words.say_if(key, self.vars)
    }

    /// Whose words these are where a page quotes them, whether a list may be folded, then the remarks of all causes that are
    /// left, each once.
    fn notes(&self) -> Vec<String> {
        let mut ids: Vec<&str> = self.diagnosis.causes.iter().flat_map(|c| &c.cause.notes).map(|id| &**id).collect();
        let mut seen = Vec::new();
        ids.retain(|id| order::insert(&mut seen, *id));
        let notes = ids.into_iter().filter_map(|id| self.words.say_if(&format!("note.{id}"), self.vars));
        self.quoted().into_iter().chain(self.words.say_if("list-unread", self.vars)).chain(notes).collect()
    }

    fn quoted(&self) -> Option<String> {
        let status = self.diagnosis.denial.quoted?;
        Some(self.words.say("quoted", &Vars::default().with("status", status.to_string())))
    }

    fn question(&self) -> Option<Question> {
        let question = self.diagnosis.question?;
        let key = format!("question.{}", question.id);
        let is_shown = |id: &&Text| self.diagnosis.causes.iter().any(|c| c.cause.id == **id);
        let choice = |choice: &scopelens_pack::Choice| Choice {
            label: self.words.word(&format!("{key}.{}", choice.id)),
            next: self.steps(&choice.steps),
            causes: choice.causes.iter().filter(is_shown).map(ToString::to_string).collect(),
            id: choice.id.to_string(),
        };
        Some(Question { text: self.words.say(&key, self.vars), answers: question.choices.iter().map(choice).collect() })
    }

    /// The links for this kind, the call's own page first.
    fn links(&self) -> Vec<Link> {
        let kind = self.diagnosis.denial.kind;
        let specs = self.diagnosis.platform.spec.links.iter();
        let shown = |l: &&LinkSpec| l.shown_for.contains(&kind) && self.diagnosis.signals.meet_all(&l.when);
        let fitting = specs.filter(shown).filter_map(|l| self.link(&l.id));
        self.link("doc-api").into_iter().chain(fitting).collect()
    }
}

#[cfg(test)]
mod tests;
