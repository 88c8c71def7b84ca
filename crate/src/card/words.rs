//! Words by key and language: the platform's own before the engine's.

use std::sync::LazyLock;

use super::vars::{Vars, fill};
use scopelens_pack::{Message, Messages, Platform, Variant};

/// A language that cards are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    ZhCn,
}

impl Lang {
    /// Both.
    pub const ALL: [Lang; 2] = [Lang::En, Lang::ZhCn];

    /// From a language tag: any Chinese is `zh-CN`, anything else English.
    #[must_use]
    pub fn from_tag(tag: &str) -> Self {
        let zh = tag.get(..2).is_some_and(|head| head.eq_ignore_ascii_case("zh"));
        if zh { Lang::ZhCn } else { Lang::En }
    }

    /// `en` or `zh-CN`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::ZhCn => "zh-CN",
        }
    }

    /// What stands between two sentences.
    #[must_use]
    pub fn space(self) -> &'static str {
        match self {
            Lang::En => " ",
            Lang::ZhCn => "",
        }
    }

    /// What stands between the items of a list.
    #[must_use]
    pub fn comma(self) -> &'static str {
        match self {
            Lang::En => ", ",
            Lang::ZhCn => "、",
        }
    }

    /// The engine's own messages.
    pub(super) fn engine(self) -> &'static Messages {
        static ENGINE: LazyLock<[Messages; 2]> = LazyLock::new(|| {
            [include_str!("words/en.json"), include_str!("words/zh-CN.json")]
                .map(|text| Messages::from_json(text).unwrap_or_default())
        });
        let [en, zh] = &*ENGINE;
        if self == Lang::En { en } else { zh }
    }
}

/// The words of one language, with a platform's where there is one.
#[derive(Debug, Clone, Copy)]
pub struct Words<'p> {
    /// The language.
    pub lang: Lang,
    platform: Option<&'p Platform>,
}

impl<'p> Words<'p> {
    /// The words of `lang`, those of `platform` before the engine's.
    #[must_use]
    pub fn new(lang: Lang, platform: Option<&'p Platform>) -> Self {
        Self { lang, platform }
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

    fn variants(&self, key: &str) -> Option<&'p [Variant]> {
        let engine = self.lang.engine();
        match self.platform.and_then(|platform| platform.message(self.lang.tag(), key)).or_else(|| engine.get(key))? {
            Message::Variants(variants) => Some(variants),
            Message::SameAs(other) => match engine.get(other)? {
                Message::Variants(variants) => Some(variants),
                Message::SameAs(_) => None,
            },
        }
    }

    fn template(&self, key: &str, vars: &Vars) -> Option<&'p str> {
        let said = self.variants(key)?.iter().find(|variant| vars.meet(&variant.when))?;
        Some(&said.say)
    }

    /// A word without values.
    #[must_use]
    pub fn word(&self, key: &str) -> String {
        self.get(key).unwrap_or_default().to_owned()
    }
}

/// Chinese words stand without blanks between them; one that a value brought is taken out.
fn close_up(text: &str) -> String {
    let is_wide = |c: Option<char>| c.is_some_and(|c| c >= '\u{2e80}');
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c != ' ' || !is_wide(out.chars().last()) || !is_wide(chars.peek().copied()) {
            out.push(c);
        }
    }
    out
}
