//! Words by key and language: the platform's own before the engine's.

use std::borrow::Cow;
use std::sync::LazyLock;

use scopelens_engine::diagnosis::Signals;
use scopelens_model::Lang;
use scopelens_pack::{Message, Messages, Platform, Text, Variant};

/// The words of one language, with a platform's where there is one.
#[derive(Debug, Clone, Copy)]
pub struct Words<'p> {
    /// The language.
    pub lang: Lang,
    platform: Option<&'p Platform>,
    /// Words of one program alone.
    program: Option<&'static Messages>,
}

impl<'p> Words<'p> {
    /// The words of `lang`, those of `platform` before the engine's.
    #[must_use]
    pub fn new(lang: Lang, platform: Option<&'p Platform>) -> Self {
        Self { lang, platform, program: None }
    }

    /// The words of `lang`, those of the command line before the engine's. Where nobody asks, as in the browser, their
    /// file is no part of the build.
    #[must_use]
    pub fn of_command_line(lang: Lang) -> Self {
        Self { lang, platform: None, program: Some(of_command_line(lang)) }
    }

    /// Whether there are words of `key`, said or not.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.variants(key).is_some()
    }

    /// The template of `key` that is said whatever was read.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&'p str> {
        self.template(key, &Vars::default())
    }

    /// The words of `key`, filled; empty where there are none, or none that hold (a test finds the former).
    #[must_use]
    pub fn say(&self, key: &str, vars: &Vars) -> String {
        self.say_if(key, vars).unwrap_or_default()
    }

    /// The first words of `key` whose conditions hold, filled.
    #[must_use]
    pub fn say_if(&self, key: &str, vars: &Vars) -> Option<String> {
        let text = fill(self.template(key, vars)?, vars);
        Some(if self.lang == Lang::ZhCn { close_up(&text) } else { text })
    }

    /// The words of `key`, filled with values that keep all their blanks, as names of files must.
    #[must_use]
    pub fn say_as_given(&self, key: &str, vars: &Vars) -> String {
        self.template(key, vars).map_or_else(String::new, |template| fill(template, vars))
    }

    fn variants(&self, key: &str) -> Option<&'p [Variant]> {
        let engine = messages(self.lang);
        let of_platform = self.platform.and_then(|platform| platform.message(self.lang.tag(), key));
        let message = of_platform.or_else(|| self.program.and_then(|program| program.get(key)));
        match message.or_else(|| engine.get(key))? {
            Message::Variants(variants) => Some(variants),
            Message::SameAs(other) => match engine.get(other)? {
                Message::Variants(variants) => Some(variants),
                Message::SameAs(_) => None,
            },
        }
    }

    fn template(&self, key: &str, vars: &Vars) -> Option<&'p str> {
        let variant = self.variants(key)?.iter().find(|variant| vars.meet(&variant.when))?;
        Some(&variant.say)
    }

    /// A word without values.
    #[must_use]
    pub fn word(&self, key: &str) -> String {
        self.get(key).unwrap_or_default().to_owned()
    }
}

/// Messages of the engine's own.
pub(crate) fn messages(lang: Lang) -> &'static Messages {
    static MESSAGES: LazyLock<[Messages; 2]> =
        LazyLock::new(|| read([include_str!("words/en.json"), include_str!("words/zh-CN.json")]));
    of(&MESSAGES, lang)
}

/// Messages of the command line.
pub(crate) fn of_command_line(lang: Lang) -> &'static Messages {
    static MESSAGES: LazyLock<[Messages; 2]> = LazyLock::new(|| {
        read([include_str!("words/command-line.en.json"), include_str!("words/command-line.zh-CN.json")])
    });
    of(&MESSAGES, lang)
}

fn read(texts: [&str; 2]) -> [Messages; 2] {
    texts.map(|text| Messages::from_json(text).unwrap_or_default())
}

fn of([en, zh]: &'static [Messages; 2], lang: Lang) -> &'static Messages {
    if lang == Lang::En { en } else { zh }
}

/// Words of a catalog where a reader of `lang` is shown them: Chinese ones are shown to Chinese readers alone.
pub(crate) fn of_catalog(text: &str, lang: Lang) -> Option<&str> {
    let is_shown = !text.is_empty() && (lang == Lang::ZhCn || !text.contains(is_wide));
    is_shown.then_some(text)
}

/// Whether a character takes part in Chinese text: ideographs, their punctuation, full-width forms.
pub(crate) fn is_wide(c: char) -> bool {
    c >= '\u{2e80}'
}

/// Chinese words stand without blanks between them; one that a value brought is taken out.
fn close_up(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c != ' ' || !out.ends_with(is_wide) || !chars.peek().copied().is_some_and(is_wide) {
            out.push(c);
        }
    }
    out
}

/// Named values, and the signals that words may ask for. What a value holds is text: it is never read as a template again.
#[derive(Debug, Clone, Default)]
pub struct Vars {
    values: Vec<(Cow<'static, str>, String)>,
    signals: Signals,
}

impl Vars {
    /// The signals that words may ask for, without values.
    #[must_use]
    pub(crate) fn of_signals(signals: Signals) -> Self {
        Self { values: Vec::new(), signals }
    }

    /// One value more.
    #[must_use]
    pub fn with(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<String>) -> Self {
        self.values.push((name.into(), value.into()));
        self
    }

    /// Whether all of these conditions hold.
    fn meet(&self, conditions: &[Text]) -> bool {
        self.signals.meet_all(conditions)
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.values.iter().find(|(known, _)| known == name).map(|(_, v)| v.as_str())
    }
}

/// `template` with its placeholders filled; one without a value becomes an ellipsis.
pub(crate) fn fill(template: &str, vars: &Vars) -> String {
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
