//! Any text becomes an answer in both languages: links lead to the platforms' hosts only, and a secret that was planted
//! in the text is not in the answer.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use scopelens_engine::Engine;
use scopelens_engine::session::Session;
use scopelens_model::{BodyState, Exchange, Head, Lang, View};
use scopelens_render::card::{Answer, annotate, diagnose, explain};
use scopelens_render::plan;

/// The engine with the built-in platforms.
static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::of_packs(scopelens_platforms::packs()).unwrap());

/// Stands where secrets stand, in a shape that each of them may have.
const SECRET: &str = "9f86d081884c7d659a2feaa0c55ad015";

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    // The fuzzer learns the secret; a part of a longer word is another word.
    if text.contains(SECRET) {
        return;
    }
    // A value behind a name that says secret; the name is of the input's choosing among these.
    let names = ["access_token", "appSecret", "password", "Authorization: Bearer", "x-acs-dingtalk-access-token", "ticket"];
    let name = names[data.first().map_or(0, |b| usize::from(*b)) % names.len()];
    let planted = [
        format!("{text}\n{name}={SECRET}\n{text}"),
        format!("{{\"{name}\":\"{SECRET}\",\"reply\":{text}}}"),
        format!("{text} {name}: {SECRET}"),
    ];
    for text in &planted {
        for lang in Lang::ALL {
            check(&diagnose(&ENGINE, text, lang));
        }
    }
    remember(&text);
});

/// The text as the reply of a token call, of a refused call and of a granted one, made with the secret as a token.
fn remember(text: &str) {
    let mut session = Session::new("key");
    let view = View::new(Lang::En);
    for (id, path) in (1..).zip(["/v1.0/oauth2/accessToken", "/v1.0/contact/users/me", "/v1.0/no/such"]) {
        for body in [text, "{}"] {
            let exchange = exchange(id, path, text, body);
            explain(&ENGINE, &exchange, &session.see(&ENGINE, &exchange), view).iter().for_each(check);
            annotate(&ENGINE, &exchange, &session.observe(&ENGINE, &exchange), view);
        }
    }
    let plan = plan::of(&ENGINE, &session, view);
    assert!(!format!("{session:?} {plan:?}").contains(SECRET), "the secret is kept");
}

fn exchange(id: u64, path: &str, asked: &str, body: &str) -> Exchange {
    let (method, mime) = ("POST".to_owned(), "application/json".to_owned());
    Exchange {
        head: Head { method, url: format!("https://api.dingtalk.com{path}"), status: 200, mime, size: None },
        id: Some(id),
        at: Some(id as f64),
        request_headers: vec![("x-acs-dingtalk-access-token".to_owned(), SECRET.to_owned())],
        response_headers: Vec::new(),
        request_body: Some(asked.to_owned()),
        body: Some(body.to_owned()),
        body_state: BodyState::Whole,
    }
}

fn check(answer: &Answer) {
    assert!(!answer.cards.is_empty());
    let shown = format!("{answer:?}");
    assert!(!shown.contains(SECRET), "the secret is shown: {shown}");
    for url in shown.split("url: \"").skip(1).filter_map(|rest| rest.split('"').next()) {
        let host = url.strip_prefix("https://").and_then(|rest| rest.split(['/', '?', '#', '@', ':', '\\']).next());
        let ours = host.is_some_and(|host| ENGINE.platforms().any(|p| p.spec.link_hosts.iter().any(|h| **h == *host)));
        assert!(ours, "{url} leads elsewhere");
    }
}
