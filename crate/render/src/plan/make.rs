//! Needs in words.

use super::{Need, PlanApp};
use crate::card::{Applicant, PlatformName};
use crate::fix::in_words;
use crate::words::{Words, of_catalog};
use scopelens_engine::diagnosis::least_first;
use scopelens_engine::fix::Fix;
use scopelens_engine::plan::{PlanAsk, PlanCall, State, Want};
use scopelens_model::{AnyOf, Fact, Lang, Source, View};
use scopelens_pack::Platform;

/// What makes the needs of one app.
#[derive(Debug, Clone, Copy)]
pub(super) struct Maker<'a> {
    pub(super) platform: &'a Platform,
    pub(super) app: Option<&'a str>,
    pub(super) view: View,
}

impl Maker<'_> {
    pub(super) fn app(self, wants: Vec<Want>, fixes: &[Fix], asks: Vec<PlanAsk>) -> PlanApp {
        let words = Words::new(self.view.lang, Some(self.platform));
        PlanApp {
            fixes: in_words(fixes, self.platform, &words),
            app_id: self.app.map(str::to_owned),
            platform: self.platform_name(),
            asks: asks.into_iter().map(|ask| self.ask(ask)).collect(),
            needs: wants.into_iter().map(|want| self.need(want)).collect(),
        }
    }

    pub(super) fn platform_name(self) -> PlatformName {
        PlatformName {
            id: self.platform.spec.id.to_string(),
            name: self.platform.name(self.view.lang.tag()).to_string(),
        }
    }

    pub(super) fn need(self, needed: Want) -> Need {
        let words = Words::new(self.view.lang, Some(self.platform));
        let source = if needed.named { Source::Text } else { Source::Catalog };
        let international = self.platform.spec.international.as_ref();
        let international = international.is_some_and(|p| needed.calls.iter().any(|call| p.is_match(&call.host)));
        let applicant = Applicant { platform: self.platform, app: self.app, international };
        let facts = needed.codes.into_iter().map(|value| Fact { value, source, span: None }).collect();
        let facts = least_first(self.platform, facts, needed.any_of);
        Need {
            app_id: self.app.map(str::to_owned),
            any_of: needed.any_of,
            state: needed.state,
            state_words: state_words(&words, needed.state, needed.any_of),
            scopes: facts.iter().map(|fact| applicant.scope(&words, &fact.value, source)).collect(),
            calls: named(needed.calls, self.view.lang),
            exchanges: needed.exchanges,
        }
    }
}

/// The calls, each with its name where the catalog has one that a reader of `lang` is shown.
pub(super) fn named(mut calls: Vec<PlanCall>, lang: Lang) -> Vec<PlanCall> {
    for call in &mut calls {
        call.name = call.name.take().filter(|name| of_catalog(name, lang).is_some());
    }
    calls
}

/// Of several scopes that are each enough, a granted call proves one, not all.
fn state_words(words: &Words, state: State, any_of: AnyOf) -> String {
    let several = any_of != AnyOf::All && state == State::Granted;
    words.word(&format!("plan.{}{}", state.word(), if several { ".one-of" } else { "" }))
}
