//! The languages that cards are written in.

use serde::Serialize;

/// A language that cards are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub enum Lang {
    /// English.
    #[serde(rename = "en")]
    #[default]
    En,
    /// Simplified Chinese.
    #[serde(rename = "zh-CN")]
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
}
