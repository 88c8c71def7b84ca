//! The message to each person who can grant what an app was refused. Short: what, for which calls, where.

use scopelens_engine::plan::{PlanAsk, PlanCall};
use scopelens_model::Lang;

use super::Need;
use super::make::Maker;
use super::text;
use crate::card::Ask;
use crate::words::{Vars, Words};

/// Calls that stand behind a scope; who grants it needs an example, not a list.
const MAX_EXAMPLES: usize = 3;

impl Maker<'_> {
    pub(super) fn ask(self, ask: PlanAsk) -> Ask {
        let words = Words::new(self.view.lang, Some(self.platform));
        let say = |key: &str, value: &str| words.say(&format!("ask.{key}"), &Vars::default().with("value", value));
        let head = |key: &str, is_needed: bool| is_needed.then(|| words.word(&format!("ask.{key}")));
        let needs: Vec<Need> = ask.wants.into_iter().map(|want| self.need(want)).collect();
        // Pages of the scopes themselves lead further than the console's.
        let is_led = ask.calls.is_empty() && needs.iter().all(|need| link(need).is_some());
        let urls = ask.urls.iter().filter(|_| !is_led);

        let mut lines = vec![say("plan", &self.platform_name().name)];
        let list = |values: &[String]| (!values.is_empty()).then(|| values.join(words.lang.comma()));
        lines.extend(self.app.map(str::to_owned).or_else(|| list(&ask.callers)).map(|callers| say("for", &callers)));
        lines.extend(list(&ask.resources).map(|resources| say("on", &resources)));
        lines.extend(head("plan-scopes", !needs.is_empty()));
        lines.extend(needs.iter().flat_map(|need| scope_lines(need, &words)));
        lines.extend(head("plan-calls", !ask.calls.is_empty()));
        lines.extend(ask.calls.iter().map(|call| format!("- {}", text::place(call))));
        lines.extend(urls.map(|url| say("where", url)));
        Ask { who: words.word(&format!("who.{}", ask.who)), text: lines.join("\n") }
    }
}

/// The scopes with the calls that need them, and the page that grants them.
fn scope_lines(need: &Need, words: &Words) -> impl Iterator<Item = String> {
    let scopes = format!("- {} ({})", text::line(need, words), examples(&need.calls, words.lang));
    [Some(scopes), link(need).map(|url| format!("  {url}"))].into_iter().flatten()
}

fn link(need: &Need) -> Option<&str> {
    need.scopes.first()?.link.as_ref().map(|link| link.url.as_str())
}

fn examples(calls: &[PlanCall], lang: Lang) -> String {
    let rest = (calls.len() > MAX_EXAMPLES).then(|| "…".to_owned());
    calls.iter().take(MAX_EXAMPLES).map(text::place).chain(rest).collect::<Vec<_>>().join(lang.comma())
}
