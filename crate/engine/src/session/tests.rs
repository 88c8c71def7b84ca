//! The memory stays small and calm, whatever is put into it.

use crate::session::Session;
use crate::testing::engine;
use scopelens_model::Exchange;

fn exchange(id: u64, token: &str, url: &str, body: &str) -> Exchange {
    serde_json::from_value(serde_json::json!({
        "id": id, "at": id as f64, "method": "POST", "url": url, "status": 200, "mime": "application/json", "body": body,
        "request_headers": [["x-acs-dingtalk-access-token", token]], "request_body": "{\"appKey\":\"dingabcdefghijklmnop\"}",
    }))
    .unwrap()
}

#[test]
fn the_oldest_calls_and_tokens_go() {
    let mut session = Session::new("k");
    for id in 1..=20_050 {
        let url = format!("https://api.dingtalk.com/v1.0/unknown/{id}");
        session.see(engine(), &exchange(id, &format!("token-number-{id}"), &url, "{}"));
    }
    assert_eq!(session.calls().count(), 20_000);
    assert!(size_of::<crate::session::Call>() <= 300, "{} bytes a call", size_of::<crate::session::Call>());
    assert_eq!(session.dropped(), 50);
    assert_eq!(session.calls().next().unwrap().id, Some(51));
    assert_eq!(session.tokens.len(), 1_000);
}

#[test]
fn hostile_exchanges_are_taken_calmly() {
    let long = "x".repeat(300_000);
    let deep = format!("{{\"data\":{}{}", "{\"data\":".repeat(20_000), "}".repeat(20_001));
    let token_call = "https://api.dingtalk.com/v1.0/oauth2/accessToken";
    let bodies = [
        "{\"accessToken\":123456789,\"expireIn\":\"soon\"}".to_owned(),
        "{\"accessToken\":{\"accessToken\":\"\"},\"expireIn\":9223372036854775807}".to_owned(),
        format!("{{\"accessToken\":\"{long}\",\"expireIn\":-9223372036854775808}}"),
        deep,
        "[".repeat(50_000),
        "{\"accessToken\":\"\\ud800\\udead\"}".to_owned(),
    ];
    let mut session = Session::new("");
    for (id, body) in bodies.iter().enumerate() {
        for url in [token_call, "https://api.dingtalk.com", "https://api.dingtalk.com/?access_token=%ff%fe%", &long] {
            let mut exchange = exchange(id as u64, &long, url, body);
            for at in [f64::MAX, f64::MIN, f64::NAN, 0.0] {
                exchange.at = Some(at);
                exchange.request_body = Some(body.clone());
                session.see(engine(), &exchange);
            }
        }
    }
    session.forget(&[]);
    session.forget(&[u64::MAX, 0, 0]);
}

#[test]
fn a_refusal_is_explained_with_a_full_memory() {
    let mut session = Session::new("k");
    let url = "https://api.dingtalk.com/v1.0/card/instances";
    let body = "{\"code\":\"Forbidden.AccessDenied.AccessTokenPermissionDenied\",\"message\":\"没有调用该接口的权限\",\"accessdenieddetail\":{\"requiredScopes\":[\"Card.Instance.Write\"]}}";
    for id in 1..=20_000 {
        let token = format!("token-number-{}", id % 997);
        session.see(engine(), &exchange(id, &token, url, if id % 100 == 0 { body } else { "{}" }));
    }
    for id in 0..20 {
        let observed = session.observe(engine(), &exchange(id, "token-number-1", url, body));
        assert_eq!((observed.reading.denials.len(), observed.evidence.len()), (1, 1));
    }
}
