//! Fixes in words: a document to paste, what it does, and what is left to fill in.

use scopelens_engine::Engine;
use scopelens_engine::fix::{self, Fix};
use scopelens_engine::links::host;
use scopelens_engine::reading::read_snippet;
use scopelens_model::{Evidence, Lang, Verdict};
use scopelens_pack::{FixLanguage, FixSpec, Platform};
use serde::Serialize;

use crate::card::diagnosis;
use crate::link::Link;
use crate::words::{Vars, Words};

/// One fix, ready to paste.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct FixText {
    /// Stable in its platform.
    pub id: String,
    /// In words: what it is.
    pub title: String,
    /// `json`, `yaml`, `shell`, `url` or `text`.
    pub language: &'static str,
    /// The document. What is not known stands as `<NAME>`.
    pub text: String,
    /// Where it leads, where it is one address.
    pub link: Option<Link>,
    /// In words: it gives access; nothing where it does not.
    pub widens: Option<String>,
    /// What is left to fill in.
    pub blanks: Vec<Blank>,
}

/// A value that nobody told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Blank {
    /// As it stands in the document, `<ROLE>`.
    pub mark: String,
    /// In words.
    pub meaning: String,
}

/// The fixes of several texts, put together.
///
/// ```
/// use scopelens_engine::Engine;
/// use scopelens_model::Lang;
/// use scopelens_render::Fixes;
///
/// let engine = Engine::of_packs(scopelens_platforms::packs())?;
/// let mut fixes = Fixes::default();
/// for scope in ["im:chat:read", "im:message"] {
///     fixes.take(&engine, &format!("应用尚未开通所需的应用身份权限：[{scope}] (99991672)"));
/// }
/// let documents = fixes.in_words(&engine, Lang::En);
/// assert_eq!(documents.len(), 1);
/// assert!(documents[0].text.contains("\"im:chat:read\",\n      \"im:message\""));
/// # Ok::<(), scopelens_pack::PackError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Fixes(Vec<Fix>);

impl Fixes {
    /// Adds what mends the refusals of `text`; says whether it holds any.
    pub fn take(&mut self, engine: &Engine, text: &str) -> bool {
        let redactor = engine.redactor().knowing([text]);
        let denials = read_snippet(engine, text).denials;
        for denial in &denials {
            let diagnosis = diagnosis(engine, denial, &Evidence::default(), (text, ""));
            let fixes = diagnosis.map(|diagnosis| fix::fixes(&diagnosis, &redactor));
            fixes.into_iter().flatten().for_each(|one| fix::add(&mut self.0, one));
        }
        denials.iter().any(|denial| denial.shown_kind().verdict() == Verdict::Refused)
    }

    /// All of them in words.
    #[must_use]
    pub fn in_words(&self, engine: &Engine, lang: Lang) -> Vec<FixText> {
        let of = |platform: &Platform| {
            let own = self.0.iter().filter(|fix| fix.platform == platform.spec.id);
            in_words(own, platform, &Words::new(lang, Some(platform)))
        };
        engine.platforms().flat_map(of).collect()
    }
}

/// `fixes` of `platform` in words.
pub(crate) fn in_words<'f>(
    fixes: impl IntoIterator<Item = &'f Fix>,
    platform: &Platform,
    words: &Words,
) -> Vec<FixText> {
    let spec = |fix: &Fix| platform.spec.fixes.fixes.iter().find(|spec| spec.id == fix.id);
    fixes.into_iter().filter_map(|fix| Some(fix_text(fix, spec(fix)?, words))).collect()
}

fn fix_text(filled: &Fix, spec: &FixSpec, words: &Words) -> FixText {
    let text = filled.text(spec);
    let title = words.word(&format!("fix.{}", spec.id));
    let is_address = spec.language == FixLanguage::Url && !text.contains('\n');
    let link = host(&text).filter(|_| is_address).map(|host| Link {
        id: format!("fix:{}", spec.id),
        label: title.clone(),
        host,
        url: text.clone(),
    });
    let blanks = filled
        .blanks
        .iter()
        .map(|name| Blank { mark: fix::blank(name), meaning: words.word(&format!("blank.{name}")) });
    FixText {
        id: spec.id.to_string(),
        title,
        language: word(spec.language),
        text,
        link,
        widens: spec.widens.then(|| words.word("fix.widens")),
        blanks: blanks.collect(),
    }
}

fn word(language: FixLanguage) -> &'static str {
    match language {
        FixLanguage::Json => "json",
        FixLanguage::Yaml => "yaml",
        FixLanguage::Shell => "shell",
        FixLanguage::Url => "url",
        FixLanguage::Text => "text",
    }
}

impl FixText {
    /// Its title, and that it gives access where it does.
    #[must_use]
    pub fn heading(&self) -> String {
        let note = self.widens.as_ref().map_or_else(String::new, |widens| format!(" ({widens})"));
        format!("{}{note}", self.title)
    }

    /// What is left to fill in, a line each. `quote` stands on both sides of a mark.
    pub fn blank_lines(&self, lang: Lang, quote: &str) -> impl Iterator<Item = String> {
        let words = Words::new(lang, None);
        self.blanks.iter().map(move |blank| {
            let mark = format!("{quote}{}{quote}", blank.mark);
            words.say("fix.blank", &Vars::default().with("mark", mark).with("meaning", blank.meaning.as_str()))
        })
    }
}

/// The fix as plain lines: its title, the document, what is left to fill in.
pub(crate) fn lines(fix: &FixText, lang: Lang) -> Vec<String> {
    let document = fix.text.lines().map(str::to_owned);
    let inner = document.chain(fix.blank_lines(lang, "")).map(|line| format!("    {line}"));
    std::iter::once(format!("  {}", fix.heading())).chain(inner).collect()
}
