//! Apply links for an app that the text does not name, but the reader does.

use serde::{Deserialize, Serialize};

use super::scopes::Applicant;
use super::steps::Wording;
use crate::link::Link;
use crate::words::{Vars, Words};
use scopelens_engine::Engine;
use scopelens_model::Lang;

/// What a card asks where it knows the scopes and not the app. Handed back with an app id it gives the links.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct AsksApp {
    /// What is asked for.
    pub wanted: Wanted,
    /// Why it is asked.
    pub lead: String,
    /// What the platform calls an app id.
    pub label: String,
    /// The button's words.
    pub button: String,
}

/// The scopes that links are wanted for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Wanted {
    /// Id of the platform.
    pub platform: String,
    /// One link each.
    pub scopes: Vec<String>,
    /// Whether the platform's international edition answered.
    pub international: bool,
}

/// The apply links of one app.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct AppLinks {
    /// Its id.
    pub app_id: String,
    /// In words: whose links these are.
    pub title: String,
    /// One a scope.
    pub links: Vec<Link>,
}

/// The apply links of `app_id`; in words what is wrong where it has not the form of the platform's app ids.
///
/// # Errors
/// The platform is unknown, or the id is none of its apps'.
pub fn apply_links(engine: &Engine, request: &Wanted, app_id: &str, lang: Lang) -> Result<AppLinks, String> {
    let app_id = app_id.trim();
    let known = engine.platform(&request.platform).filter(|p| p.spec.shapes.app_id.is_match(app_id));
    let words = Words::new(lang, known);
    let vars = Vars::default().with("app_id", app_id);
    let Some(platform) = known else {
        return Err(words.say("app.wrong", &vars));
    };
    let applicant = Applicant { platform, app: Some(app_id), international: request.international };
    let links = request.scopes.iter().filter_map(|scope| applicant.link(&words, scope)).collect();
    Ok(AppLinks { app_id: app_id.to_owned(), title: words.say("app.links", &vars), links })
}

impl Wording<'_> {
    /// Asked where the app is all that an apply link lacks.
    pub(super) fn asks_app(&self) -> Option<AsksApp> {
        let denial = self.diagnosis.denial;
        let platform = self.diagnosis.platform;
        let takes_app = platform.spec.links.iter().any(|l| *l.id == *"apply" && l.url.contains("{app_id}"));
        let scopes: Vec<String> = self.diagnosis.scopes.iter().map(|s| s.value.clone()).collect();
        let request = Wanted { platform: platform.spec.id.to_string(), scopes, international: denial.international };
        let asks = denial.app_id.is_none() && !denial.mention && !request.scopes.is_empty() && takes_app;
        asks.then(|| AsksApp {
            wanted: request,
            lead: self.words.word("app.lead"),
            label: self.words.word("fact.app_id"),
            button: self.words.word("app.button"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Lang, Wanted};
    use crate::testing::{apply_links, diagnose};

    fn wanted(text: &str) -> Option<Wanted> {
        diagnose(text, Lang::En).cards.remove(0).asks_app.map(|asks| asks.wanted)
    }

    #[test]
    fn the_app_is_asked_for_where_nothing_else_is_missing() {
        let asked = wanted("应用尚未开通所需的权限：[qyapi_get_member]").unwrap();
        assert_eq!(
            (asked.platform.as_str(), asked.scopes.as_slice()),
            ("dingtalk", &["qyapi_get_member".to_owned()][..])
        );
        assert_eq!(wanted("dingabcdefghij012345 应用尚未开通所需的权限：[qyapi_get_member]"), None);
        assert_eq!(wanted("dingtalk 没有调用该接口的权限"), None);
        assert_eq!(wanted("all is well"), None);
    }

    #[test]
    fn a_named_app_gives_one_link_a_scope() {
        let asked = Wanted {
            scopes: vec!["qyapi_a".into(), "qyapi_b".into()],
            ..wanted("应用尚未开通所需的权限：[qyapi_a]").unwrap()
        };
        let given = apply_links(&asked, " dingabcdefghij012345\n", Lang::En).unwrap();
        let urls: Vec<&str> = given.links.iter().map(|link| link.url.as_str()).collect();
        let url =
            |scope| format!("https://open-dev.dingtalk.com/appscope/apply?content=dingabcdefghij012345%23{scope}");
        assert_eq!(urls, [url("qyapi_a"), url("qyapi_b")]);
    }

    #[test]
    fn what_is_no_app_id_gives_no_link() {
        let asked = wanted("应用尚未开通所需的权限：[qyapi_a]").unwrap();
        for app in ["", "ding", "dingabcdefghij012345#x", "cli_a1b2c3d4e5f60718", "https://evil.example"] {
            assert!(apply_links(&asked, app, Lang::En).is_err_and(|words| !words.is_empty()), "{app}");
        }
        assert!(apply_links(&Wanted { platform: "none".into(), ..asked }, "dingabcdefghij012345", Lang::En).is_err());
    }
}
