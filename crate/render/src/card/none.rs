//! The answer where nothing was refused: it says so, and what would help.

use super::{Card, Step, text};
use crate::words::{Vars, Words};
use scopelens_engine::Engine;
use scopelens_model::{Kind, Lang, Verdict};
use scopelens_pack::{KnownLiterals, Pattern, pattern};

/// So much of a text is looked at for what it lacks, in bytes.
const LOOKED_AT: usize = 64 * 1024;

/// The card of a text without a refusal.
pub(super) fn card(engine: &Engine, written: &str, lang: Lang) -> Card {
    let written = written.get(..written.floor_char_boundary(LOOKED_AT)).unwrap_or(written);
    let words = Words::new(lang, None);
    let form = form(written);
    let names: Vec<&str> = engine.facts().map(|facts| &**facts.name(lang.tag())).collect();
    let known = Vars::default().with("platforms", names.join(lang.comma()));
    let mut card = Card {
        verdict: Verdict::None,
        kind: Kind::None,
        platform: None,
        title: words.word(&format!("none.title{form}")),
        lead: words.word(&format!("none.lead{form}")),
        scopes: Vec::new(),
        scope_note: None,
        next: select_more(written, &words),
        fixes: Vec::new(),
        ask: None,
        asks_app: None,
        question: None,
        evidence: Vec::new(),
        causes: Vec::new(),
        facts: Vec::new(),
        links: Vec::new(),
        notes: vec![words.say("none.step.platforms", &known)],
        report: None,
        plain: String::new(),
    };
    card.plain = text::plain(engine.redactor(), &card, lang);
    card
}

/// What the words of the title and the lead end in: nothing is there, something failed, or neither.
fn form(written: &str) -> &'static str {
    match written.trim() {
        "" => ".empty",
        text if failure().is_match(text) => ".failure",
        _ => "",
    }
}

/// Advice to select what the text lacks; none where it lacks nothing.
fn select_more(written: &str, words: &Words) -> Option<Step> {
    let parts = [("code", code()), ("message", message()), ("request-id", request_id())];
    let lacking = parts.iter().filter(|(_, pattern)| !pattern.is_match(written));
    let missing: Vec<String> = lacking.map(|(part, _)| words.word(&format!("none.lacks.{part}"))).collect();
    if missing.is_empty() || written.trim().is_empty() {
        return None;
    }
    let vars = Vars::default().with("missing", missing.join(words.lang.comma()));
    Some(Step { text: words.say("none.step.whole", &vars), link: None })
}

/// Something failed, as programs and people say it.
fn failure() -> &'static Pattern {
    pattern!(
        r#"(?i)❌|\bfail(?:ed|ure|s)?\b|\berrors?\b|error[:=_ ]?(?:code|msg|message)?["'\\]*[:=]|(?:err)?code["'\\]*\s*[:=]\s*["'\\]*(?:[1-9]\d{3,}|[3-9]\d\d)\b|exception\b|\bdenied\b|forbidden|\brefused\b|\bunauthori[sz]ed\b|报错|失败|错误|异常|无权|没有权限|权限不足|拒绝"#,
        KnownLiterals::NOTHING
    )
}

/// A member that holds an error code, but for 0, which is none.
fn code() -> &'static Pattern {
    pattern!(
        r#"(?i)(?:code|errno|错误码|状态码)["'\\]*\s*[:=：]?\s*["'\\]*[A-Za-z_.]*[1-9A-Za-z]"#,
        KnownLiterals::NOTHING
    )
}

/// A member that holds a message.
fn message() -> &'static Pattern {
    pattern!(r"(?i)\b(?:err|sub)?_?(?:msg|message)\b|\bdescription\b|提示|错误信息", KnownLiterals::NOTHING)
}

/// The id of a request or of its log.
fn request_id() -> &'static Pattern {
    pattern!(r"(?i)\b(?:request|log|trace)[ _-]?id\b|\bx-tt-logid\b|\blogid\b", KnownLiterals::NOTHING)
}

#[cfg(test)]
mod tests {
    use super::card;
    use crate::testing::engine;
    use scopelens_model::Lang;

    #[test]
    fn the_advice_names_what_the_text_lacks() {
        for (text, advice) in [
            (
                "hello",
                Some(
                    "Select more, so that the error code, the message, the request id is there too: those tell the most.",
                ),
            ),
            ("code: 7, message: no", Some("Select more, so that the request id is there too: those tell the most.")),
            (r#"{"code":7,"msg":"no","request_id":"a1b2"}"#, None),
            ("", None),
        ] {
            assert_eq!(card(engine(), text, Lang::En).next.map(|step| step.text).as_deref(), advice, "{text}");
        }
    }

    #[test]
    fn a_failure_is_not_called_no_refusal() {
        for text in [
            "❌ sync",
            "request failed: 7",
            "{\"error\":\"x\"}",
            "接口报错 7",
            r#"{"code": 1254037, "msg": "no"}"#,
            r#"{"errorCode":"NO_AUTH"}"#,
        ] {
            assert_eq!(
                card(engine(), text, Lang::En).title,
                "This may be a failure, but none that Scopelens knows",
                "{text}"
            );
        }
        for text in ["all is well", r#"{"code": 200, "msg": "ok"}"#, r#"{"errcode":0}"#] {
            assert_eq!(card(engine(), text, Lang::En).title, "No refusal found here", "{text}");
        }
    }
}
