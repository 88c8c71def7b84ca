//! A plan as plain lines, and as Markdown for a ticket.

use super::{Need, Plan, PlanApp};
use crate::card::Scope;
use crate::fix::FixText;
use crate::words::{Vars, Words};
use scopelens_engine::plan::{PlanCall, State};
use scopelens_model::{AnyOf, Lang};

/// The scopes still to apply for, app by app.
pub(super) fn list(apps: &[PlanApp], words: &Words) -> String {
    let parts = apps.iter().filter_map(|app| {
        let open = app.needs.iter().filter(|need| need.state != State::Granted);
        let lines: Vec<String> = open.map(|need| line(need, words)).collect();
        (!lines.is_empty()).then(|| format!("{}\n{}\n", app_name(app, words), lines.join("\n")))
    });
    parts.collect::<Vec<_>>().join("\n")
}

/// `Contact.User.Read  name`, or several with what joins them.
pub(super) fn line(need: &Need, words: &Words) -> String {
    match need.scopes.as_slice() {
        [scope] if need.any_of != AnyOf::Unknown => named(scope, "  "),
        scopes => {
            let codes: Vec<&str> = scopes.iter().map(|scope| scope.code.as_str()).collect();
            let rule = if need.any_of == AnyOf::Any { "plan.any" } else { "plan.unknown-rule" };
            let join = if need.any_of == AnyOf::Any { words.word("plan.or") } else { words.lang.comma().to_owned() };
            words.say(rule, &Vars::default().with("scopes", codes.join(&join)))
        }
    }
}

/// The whole plan.
pub(super) fn markdown(plan: &Plan, words: &Words) -> String {
    let mut out = vec![format!("## {}", words.word("plan.title")), String::new()];
    for app in &plan.apps {
        out.push(format!("### {}", app_name(app, words)));
        out.push(String::new());
        let heads = ["plan.head.state", "plan.head.scopes", "plan.head.calls"].map(|key| words.word(key));
        out.push(row(&heads));
        out.push(row(&["---", "---", "---"].map(str::to_owned)));
        out.extend(app.needs.iter().map(|need| need_row(need, words)));
        out.push(String::new());
        out.extend(app.fixes.iter().flat_map(|fix| fenced(fix, words.lang)));
        out.extend(app.asks.iter().flat_map(|ask| code_block(&ask.who, "text", &ask.text)));
    }
    if !plan.unknown.is_empty() {
        out.push(format!("### {}", words.word("plan.unknown-calls")));
        out.push(String::new());
        out.extend(plan.unknown.iter().map(|call| format!("- {}", called(call))));
        out.push(String::new());
    }
    out.extend(plan.notes.iter().map(|note| format!("> {note}")));
    out.join("\n").trim_end().to_owned() + "\n"
}

/// `DingTalk · dingabc…`
pub(super) fn app_name(app: &PlanApp, words: &Words) -> String {
    let id = app.app_id.clone().unwrap_or_else(|| words.word("plan.no-app"));
    format!("{} · {id}", app.platform.name)
}

fn need_row(need: &Need, words: &Words) -> String {
    let or = if need.any_of == AnyOf::Any { words.word("plan.or") } else { words.lang.comma().to_owned() };
    let scopes: Vec<String> = need.scopes.iter().map(linked).collect();
    let calls: Vec<String> = need.calls.iter().map(called).collect();
    row(&[need.state_words.clone(), scopes.join(&or), calls.join("<br>")])
}

/// The document of a fix, and what is left to fill in.
fn fenced(fix: &FixText, lang: Lang) -> Vec<String> {
    let mut lines = code_block(&fix.title, fix.language, &fix.text);
    lines.extend(fix.blank_lines(lang, "`").map(|line| format!("- {line}")));
    if !fix.blanks.is_empty() {
        lines.push(String::new());
    }
    lines
}

/// A text that keeps its lines, below its title.
fn code_block(title: &str, language: &str, text: &str) -> Vec<String> {
    let fence = "`".repeat(3);
    [&format!("**{title}**"), "", &format!("{fence}{language}"), text, &fence, ""].map(str::to_owned).into()
}

fn row(cells: &[String; 3]) -> String {
    format!("| {} |", cells.join(" | "))
}

fn linked(scope: &Scope) -> String {
    let code = named(&Scope { code: format!("`{}`", scope.code), ..scope.clone() }, " ");
    match &scope.link {
        Some(link) => format!("[{}]({})", cell(&code), link.url),
        None => cell(&code),
    }
}

fn named(scope: &Scope, gap: &str) -> String {
    format!("{}{gap}{}", scope.code, scope.name.as_deref().unwrap_or_default()).trim_end().to_owned()
}

/// `GET api.dingtalk.com/v1.0/…`
pub(super) fn place(call: &PlanCall) -> String {
    format!("{} {}{}", call.method, call.host, call.path)
}

/// `` `GET api.dingtalk.com/v1.0/…` name ×3``
fn called(call: &PlanCall) -> String {
    let place = place(call).replace('`', "'");
    let name = call.name.as_ref().map_or_else(String::new, |name| format!(" {name}"));
    cell(&format!("`{place}`{name} ×{}", call.count))
}

/// What would end a cell of a table, or a line, does not.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace(|c: char| c.is_control(), " ")
}
