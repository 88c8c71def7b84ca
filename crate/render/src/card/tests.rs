use std::collections::BTreeSet;

use super::Answer;
use crate::testing::{Shown, diagnose, observe, platforms};
use crate::words::{Vars, Words, fill, messages, of_command_line};
use scopelens_engine::session::Session;
use scopelens_model::{Lang, Source, Verdict, View};
use scopelens_pack::{Message, Messages, Platform, StepSpec, has};

const APP: &str = "dingabcdefghijklmnop";
const FEISHU_APP: &str = "cli_a1b2c3d4e5f60718";

fn english(text: &str) -> Answer {
    diagnose(text, Lang::En)
}

/// Every URL of an answer.
fn urls(answer: &Answer) -> Vec<String> {
    let json = serde_json::to_value(answer).unwrap();
    let mut found = Vec::new();
    collect(&json, &mut found);
    found
}

fn collect(value: &serde_json::Value, found: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(map) => {
            found.extend(map.get("url").and_then(|u| u.as_str()).map(str::to_owned));
            map.values().for_each(|v| collect(v, found));
        }
        serde_json::Value::Array(items) => items.iter().for_each(|v| collect(v, found)),
        _ => {}
    }
}

fn steps(platform: &Platform) -> Vec<&StepSpec> {
    let causes = platform.spec.causes.causes.iter().flat_map(|c| &c.steps);
    let choices = platform.spec.causes.questions.iter().flat_map(|q| &q.choices);
    causes.chain(choices.flat_map(|c| &c.steps)).collect()
}

#[test]
fn everything_that_can_be_said_has_words_in_both_languages() {
    for platform in platforms() {
        let of_causes = platform.spec.causes.causes.iter().flat_map(|c| &c.topics);
        let topics: BTreeSet<&str> =
            platform.spec.rules.iter().map(|r| r.topic()).chain(of_causes).map(|topic| &**topic).collect();
        let mut keys: Vec<String> = steps(platform).iter().map(|s| format!("step.{}", s.text)).collect();
        keys.extend(platform.spec.links.iter().map(|l| format!("link.{}", l.id)));
        keys.extend(platform.spec.causes.causes.iter().map(|c| format!("cause.{}", c.id)));
        keys.extend(platform.spec.causes.causes.iter().flat_map(|c| &c.notes).map(|id| format!("note.{id}")));
        for question in &platform.spec.causes.questions {
            keys.push(format!("question.{}", question.id));
            keys.extend(question.choices.iter().map(|c| format!("question.{}.{}", question.id, c.id)));
        }
        for lang in Lang::ALL {
            let words = Words::new(lang, Some(platform));
            for key in &keys {
                assert!(words.has(key), "{} has no {key} in {}", platform.spec.id, lang.tag());
            }
            for topic in &topics {
                let titles = [format!("title.{topic}"), format!("title.{topic}.one")];
                assert!(titles.iter().any(|k| words.has(k)), "no title for {topic} in {}", lang.tag());
                assert!(words.has(&format!("lead.{topic}")), "no lead for {topic} in {}", lang.tag());
            }
        }
    }
}

/// The variants of all messages: each key with its conditions, and the words.
fn variants(messages: &Messages) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for (key, message) in messages.iter() {
        let Message::Variants(variants) = message else { panic!("{key} is no message of its own") };
        all.extend(variants.iter().map(|variant| (format!("{key} {:?}", variant.when), variant.say.to_string())));
    }
    all
}

#[test]
fn both_languages_have_the_same_keys_and_placeholders() {
    let holes = |text: &str| {
        text.match_indices('{')
            .map(|(i, _)| text.split_at(i).1.split('}').next().unwrap().to_owned())
            .collect::<BTreeSet<_>>()
    };
    let of_platforms = platforms().map(|p| Lang::ALL.map(|lang| p.messages(lang.tag()).unwrap()));
    for [en, zh] in of_platforms.chain([Lang::ALL.map(messages), Lang::ALL.map(of_command_line)]) {
        let (en, zh) = (variants(en), variants(zh));
        assert!(!en.is_empty() && en.len() == zh.len());
        for ((key, text), (same, translated)) in en.iter().zip(&zh) {
            assert_eq!((key, holes(text)), (same, holes(translated)));
        }
    }
}

#[test]
fn every_cause_topic_and_link_is_one_that_exists() {
    for platform in platforms() {
        let spec = &platform.spec;
        let mut topics = spec.causes.questions.iter().flat_map(|q| &q.topics);
        assert!(topics.all(|topic| spec.causes.causes.iter().any(|cause| cause.topics.contains(topic))));
        for rule in &spec.rules {
            let explained = spec.causes.causes.iter().any(|c| c.topics.iter().any(|t| t == rule.topic()));
            assert!(explained, "no cause explains {}", rule.id);
        }
        for step in steps(platform) {
            let known = step.link.as_ref().is_none_or(|id| spec.links.iter().any(|l| &l.id == id));
            assert!(known, "{step:?}");
        }
        for choice in spec.causes.questions.iter().flat_map(|q| &q.choices) {
            assert!(choice.causes.iter().all(|id| spec.causes.causes.iter().any(|c| &c.id == id)), "{choice:?}");
        }
    }
}

#[test]
fn placeholders_are_filled_once() {
    let vars = Vars::default().with("a", "{b}").with("b", "x");
    assert_eq!(fill("{a}-{b}-{c}-{", &vars), "{b}-x-…-{");
}

#[test]
fn a_refusal_becomes_a_card_with_scope_link_question_and_causes() {
    let text = format!(
        "应用尚未开通所需的权限：[Contact.User.Read]，点击链接申请并开通即可：https://open-dev.dingtalk.com/appscope/apply?content={APP}%23Contact.User.Read"
    );
    let answer = english(&text);
    let card = &answer.cards[0];
    assert_eq!(card.verdict, Verdict::Refused);
    assert_eq!(card.title, "DingTalk refused the call: Contact.User.Read is missing");
    let scope = &card.scopes[0];
    assert_eq!(
        (scope.code.as_str(), scope.name.as_deref()),
        ("Contact.User.Read", Some("Read permission for contact profiles"))
    );
    let url = format!("https://open-dev.dingtalk.com/appscope/apply?content={APP}%23Contact.User.Read");
    assert_eq!(card.next.as_ref().unwrap().link.as_ref().unwrap().url, url);
    assert_eq!(card.question.as_ref().unwrap().answers.len(), 2);
    assert!(card.plain.contains("Contact.User.Read") && card.plain.contains(&url));
    let chinese = diagnose(&text, Lang::ZhCn);
    assert_eq!(chinese.cards[0].title, "钉钉拒绝了这次调用：缺少 Contact.User.Read");
    assert_eq!(chinese.cards[0].scopes[0].name.as_deref(), Some("通讯录个人信息读权限"));
}

#[test]
fn a_scope_of_the_catalog_says_so() {
    let answer = english("GET https://api.dingtalk.com/v1.0/contact/users/me dingtalk 没有调用该接口的权限");
    let scope = &answer.cards[0].scopes[0];
    assert_eq!((scope.code.as_str(), scope.source), ("Contact.User.Read", Source::Catalog));
    assert!(scope.source_words.is_some());
    assert!(answer.cards[0].title.contains("by the catalog"));
}

#[test]
fn several_scopes_are_never_shown_as_all_needed() {
    let answer = english(
        "{\"code\":\"Forbidden.AccessDenied.AccessTokenPermissionDenied\",\"accessdenieddetail\":{\"requiredScopes\":[\"Calendar.Event.Read\",\"Calendar.Event.Write\"]}}",
    );
    assert!(answer.cards[0].scope_note.as_ref().unwrap().contains("does not say"));
}

#[test]
fn links_lead_to_the_platforms_own_hosts_whatever_the_text_says() {
    let hostile = [
        "应用尚未开通所需的权限：[qyapi_base]：https://open-dev.dingtalk.com.evil.example/appscope/apply?content=dingabcdefghijklmnop%23qyapi_base",
        "应用尚未开通所需的权限：[qyapi_base]：javascript:alert(1)//https://open-dev.dingtalk.com/appscope/apply?content=dingabcdefghijklmnop%23qyapi_base",
        "应用尚未开通所需的权限：[qyapi_base]：https://open-dev.dingtalk.com@evil.example/appscope/apply?content=dingabcdefghijklmnop%23qyapi_base",
        "应用尚未开通所需的权限：[<img src=x onerror=alert(1)>] dingtalk.io",
        "{\"code\":\"Forbidden.AccessDenied.AccessTokenPermissionDenied\",\"requestid\":\"\\u202e<b>x\",\"accessdenieddetail\":{\"requiredScopes\":[\"a b\",\"../../x\",\"Contact.User.Read\\u202e\"]}}",
    ];
    for text in hostile {
        for lang in Lang::ALL {
            let mut answer = diagnose(text, lang);
            for url in urls(&answer) {
                let host = scopelens_engine::links::host(&url).unwrap();
                let own = platforms().any(|p| has(&p.spec.link_hosts, &host));
                assert!(own && url.starts_with("https://"), "{url} from {text}");
            }
            // The report quotes the reply as it is, but for what would turn the text around.
            let quoted = answer.cards.iter_mut().filter_map(|c| c.report.take());
            assert!(quoted.into_iter().all(|r| !r.markdown.contains('\u{202e}')));
            let json = serde_json::to_string(&answer).unwrap();
            for mark in ["evil", "javascript:", "<img", "<b>", "\u{202e}", "../.."] {
                assert!(!json.contains(mark), "{mark} from {text} in {json}");
            }
        }
    }
}

#[test]
fn secrets_of_the_text_are_in_no_answer() {
    let token = "0f4a1c2d3e4f5a6b7c8d9e0f1a2bbfa7";
    let text = format!(
        "curl -H 'x-acs-dingtalk-access-token: {token}' https://api.dingtalk.com/v1.0/contact/users/me?access_token={token}\n{{\"code\":\"Forbidden.AccessDenied.AccessTokenPermissionDenied\",\"access_token\":\"{token}\",\"requestid\":\"8197EF01-AB\"}}"
    );
    for lang in Lang::ALL {
        let json = serde_json::to_string(&diagnose(&text, lang)).unwrap();
        assert!(json.contains("8197EF01-AB") && !json.contains(token), "{json}");
    }
}

#[test]
fn nothing_refused_is_said_kindly() {
    for (text, title) in [
        ("", "There is no text here"),
        (" \n", "There is no text here"),
        ("hello", "No refusal found here"),
        ("{\"errcode\":0}", "No refusal found here"),
    ] {
        let answer = english(text);
        assert_eq!((answer.cards.len(), answer.cards[0].title.as_str()), (1, title));
        assert_eq!(answer.cards[0].verdict, Verdict::None);
    }
}

#[test]
fn the_international_edition_has_its_own_links() {
    let answer = english(
        "https://api.dingtalk.io/v1.0/contact/users/me dingabcdefghij012345 应用尚未开通所需的权限：[Contact.User.Read] ",
    );
    let url = &answer.cards[0].scopes[0].link.as_ref().unwrap().url;
    assert!(url.starts_with("https://open-dev.dingtalk.io/appscope/apply?content="), "{url}");
}

#[test]
fn any_of_is_said_and_one_scope_is_asked_for() {
    let text = format!(
        "{{\"code\":99991672,\"msg\":\"Access denied. One of the following scopes is required: [drive:drive, wiki:node:read].应用尚未开通所需的应用身份权限：[drive:drive, wiki:node:read]，点击链接申请并开通任一权限即可：https://open.feishu.cn/app/{FEISHU_APP}/auth?q=drive:drive,wiki:node:read&op_from=openapi&token_type=tenant\"}}"
    );
    let card = &english(&text).cards[0];
    assert_eq!(card.title, "Feishu refused the call: it takes one of 2 scopes, and none was there");
    assert_eq!(card.scopes.iter().map(|s| s.code.as_str()).collect::<Vec<_>>(), ["wiki:node:read", "drive:drive"]);
    assert!(card.scope_note.as_ref().unwrap().contains("least privilege stands first"));
    let next = card.next.as_ref().unwrap();
    assert_eq!(next.text, "Apply for wiki:node:read in the developer console.");
    let url = format!("https://open.feishu.cn/page/scope-apply?clientID={FEISHU_APP}&scopes=wiki:node:read");
    assert_eq!(next.link.as_ref().unwrap().url, url);
    let identity = card.facts.iter().find(|f| f.id == "identity").unwrap();
    assert!(identity.value.contains("tenant_access_token"), "{identity:?}");
}

#[test]
fn what_is_not_ranked_is_said_to_be_so_and_a_name_that_is_missing_is_not() {
    let text = "Access denied. One of the following scopes is required: [contact:contact:access_as_app, wiki:node:read, no:such:scope] ";
    let card = &english(text).cards[0];
    assert!(card.scope_note.as_ref().unwrap().contains("not known for all"));
    let tags = |code: &str| card.scopes.iter().find(|s| s.code == code).unwrap().tags.join(", ");
    assert_eq!(tags("wiki:node:read"), "");
    assert_eq!(tags("no:such:scope"), "not in the catalog");
}

#[test]
fn each_reason_speaks_of_the_scopes_that_it_is_true_of() {
    let text = r#"{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied","message":"没有调用该接口的权限","accessdenieddetail":{"requiredScopes":["Contact.User.Read","qyapi_robot_sendmsg"]}}"#;
    let card = &english(text).cards[0];
    let cause = |id: &str| card.causes.iter().find(|cause| cause.id == id).unwrap();
    let reason = "The catalog lists Contact.User.Read as a scope that each user grants.";
    assert_eq!(cause("user-not-granted").reasons, [reason]);
    let step = &cause("wrong-token").steps[0].text;
    assert!(
        step.starts_with("For Contact.User.Read,") && step.contains("qyapi_robot_sendmsg takes the app's token"),
        "{step}"
    );
    assert!(card.causes.iter().any(|cause| cause.id == "organisation-not-granted"));
}

#[test]
fn a_row_says_any_of_too() {
    let body = "{\"code\":99991672,\"msg\":\"Access denied. One of the following scopes is required: [drive:drive, wiki:node:read]\"}";
    let exchange: scopelens_model::Exchange = serde_json::from_value(serde_json::json!({
        "method": "GET", "url": "https://open.feishu.cn/open-apis/wiki/v2/spaces/get_node", "status": 400, "mime": "application/json", "body": body,
        "response_headers": [["X-Tt-Logid", "202307211618216F3E9EB64DC7E1234"]]
    })).unwrap();
    let shown = observe(&Session::new(""), &exchange, View::new(Lang::En));
    assert_eq!(shown.row.label, "lacks one of wiki:node:read / drive:drive");
    let facts = &shown.answer.unwrap().cards[0].facts;
    assert!(facts.iter().any(|f| f.id == "request_id" && f.value == "202307211618216F3E9EB64DC7E1234"));
}

#[test]
fn a_refusal_that_an_error_page_quotes_says_so_in_both_languages() {
    let body = "<h1>502</h1><pre>{&quot;code&quot;:99991672,&quot;msg&quot;:&quot;Access denied. One of the following scopes is required: [wiki:node:read]&quot;}</pre>";
    let shown = |destination: &str, lang| {
        let exchange: scopelens_model::Exchange = serde_json::from_value(serde_json::json!({
            "method": "GET", "url": "https://gateway.example/wiki", "status": 502, "mime": "text/html", "body": body,
            "request_headers": [["Sec-Fetch-Dest", destination]]
        }))
        .unwrap();
        observe(&Session::new(""), &exchange, View::new(lang))
    };
    for (lang, words) in [
        (Lang::En, "This is quoted in an HTML error page, with status 502"),
        (Lang::ZhCn, "HTML 错误页（HTTP 状态码 502）"),
    ] {
        let Shown { row, answer } = shown("empty", lang);
        assert_eq!((row.verdict, row.quoted, row.scopes), (Verdict::Refused, true, vec!["wiki:node:read".to_owned()]));
        let card = &answer.unwrap().cards[0];
        assert!(card.notes[0].contains(words) && card.plain.contains(words), "{:?}", card.notes);
    }
    let document = shown("document", Lang::En).row;
    assert_eq!((document.verdict, document.quoted), (Verdict::Mention, false));
}
