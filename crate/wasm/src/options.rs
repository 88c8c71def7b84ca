//! How an answer is wanted.

use scopelens_model::{Lang, View};
use serde::Deserialize;

use crate::reply::{Fault, parse};

/// How an answer is wanted: each member has its default.
#[derive(Deserialize, Default)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Options {
    /// The language: any tag of Chinese is `zh-CN`, anything else English.
    #[serde(default)]
    #[cfg_attr(test, ts(optional, as = "Option<_>"))]
    lang: String,
    /// Minutes that the reader's clock is ahead of UTC.
    #[serde(default)]
    #[cfg_attr(test, ts(optional, as = "Option<_>"))]
    offset: i32,
    /// Whether granted answers that lack a guarded field are marked: yes, where it is not said.
    #[cfg_attr(test, ts(optional = nullable))]
    silent: Option<bool>,
}

pub(crate) fn view(options: &str) -> Result<View, Fault> {
    let options = parse::<Options>(options, "options")?;
    Ok(View { lang: Lang::from_tag(&options.lang), offset: options.offset, silent: options.silent.unwrap_or(true) })
}

pub(crate) fn lang(options: &str) -> Result<Lang, Fault> {
    parse::<Options>(options, "options").map(|options| Lang::from_tag(&options.lang))
}

#[cfg(test)]
mod tests {
    use super::{lang, view};
    use scopelens_model::{Lang, View};

    #[test]
    fn what_is_not_said_has_its_default() {
        assert_eq!(view("{}").ok(), Some(View { lang: Lang::En, offset: 0, silent: true }));
        assert_eq!(view(r#"{"silent":null}"#).ok(), Some(View { lang: Lang::En, offset: 0, silent: true }));
    }

    #[test]
    fn what_is_said_counts() {
        let said = r#"{"lang":"zh-TW","offset":480,"silent":false}"#;
        assert_eq!(view(said).ok(), Some(View { lang: Lang::ZhCn, offset: 480, silent: false }));
        assert_eq!(lang(said).ok(), Some(Lang::ZhCn));
    }
}
