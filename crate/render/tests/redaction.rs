//! What a copy must not carry, with the built-in platforms, and what it must.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::sync::LazyLock;

use scopelens_engine::Engine;
use scopelens_engine::session::Session;
use scopelens_model::{Exchange, Head, Lang, View};
use scopelens_render::card;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::of_packs(scopelens_platforms::packs()).unwrap());

const SECRET: &str = "Zk8wPq3LmX7vR2tYc9NbJ5hG1dFsAe4u";

/// A reply that repeats a secret of its request without its name.
fn reply() -> String {
    format!(
        r#"{{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied","requestid":"0A1B2C3D-4E5F-7788-99AA-BBCCDDEEFF00","message":"no permission, {SECRET}","accessdenieddetail":{{"requiredScopes":["Contact.User.Read"]}}}}"#
    )
}

/// What a card hands out to be copied.
fn copies(card: &card::Card) -> [&str; 3] {
    let report = card.report.as_ref().unwrap();
    [&card.plain, &report.text, &report.markdown]
}

#[test]
fn a_secret_of_the_request_is_in_no_copy_of_a_snippet() {
    let text = format!("POST /v1.0/x appSecret={SECRET}\n{}", reply());
    for lang in Lang::ALL {
        let answer = card::diagnose(&ENGINE, &text, lang);
        for copy in copies(&answer.cards[0]) {
            assert!(copy.contains("Contact.User.Read") && !copy.contains(SECRET), "{copy}");
        }
    }
}

#[test]
fn a_secret_of_the_request_is_in_no_copy_of_an_exchange() {
    let body = format!("{{\"appSecret\":\"{SECRET}\"}}");
    let head =
        Head { method: "POST".into(), url: "https://api.dingtalk.com/v1.0/x".into(), status: 403, ..Head::default() };
    let exchange = Exchange { head, request_body: Some(body), body: Some(reply()), ..Exchange::default() };
    let session = Session::new("key");
    let answer = card::explain(&ENGINE, &exchange, &session.observe(&ENGINE, &exchange), View::new(Lang::En)).unwrap();
    for copy in copies(&answer.cards[0]) {
        assert!(copy.contains("Contact.User.Read") && !copy.contains(SECRET), "{copy}");
    }
}

/// The places where a scope stands in replies, requests and what people write.
const PLACES: [&str; 14] = [
    r#"{"requiredScopes":["@"]}"#,
    r#"{"scope":"@","name":"x","userid":"u"}"#,
    r#"{"Data":"{\"requiredScopes\":[\"@\"]}"}"#,
    "required: [@]",
    "required: [@, @]",
    "submsg=应用尚未开通所需的权限：[@]，点击链接申请",
    "https://open-dev.dingtalk.com/appscope/apply?content=dingabcdefgh12345678%23@",
    "https://open.feishu.cn/app/cli_a1b2c3d4e5f6a7b8/auth?q=@,@&op_from=openapi&token_type=tenant",
    "scope=@&state=1",
    "scope: @",
    "needs @ for it",
    "应用缺少 @ 权限",
    "| scope | @ |",
    "lark-cli auth login --scope \"@\"",
];

#[test]
fn every_scope_of_the_catalogs_stays_wherever_it_stands() {
    let scopes: Vec<String> = ENGINE
        .platforms()
        .flat_map(|platform| platform.catalog.all_scopes())
        .map(|scope| scope.code.to_string())
        .collect();
    assert!(scopes.len() > 1_400, "{}", scopes.len());
    for (scope, place) in scopes.iter().flat_map(|scope| PLACES.iter().map(move |place| (scope, place))) {
        let text = place.replace('@', scope);
        // A mask may hold the word: `masked-user-id-1`.
        assert!(
            ENGINE.redactor().redact(&text).matches(scope).count() >= text.matches(scope).count(),
            "{}",
            ENGINE.redactor().redact(&text)
        );
    }
}
