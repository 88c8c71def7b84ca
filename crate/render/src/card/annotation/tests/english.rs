//! What the catalogs hold in Chinese alone is not shown to English readers.

use crate::plan;
use crate::testing::{engine, platforms, see};
use crate::words::is_wide;
use scopelens_engine::session::Session;
use scopelens_model::{Exchange, Lang, View};
use scopelens_pack::{CatalogApi, Platform, has};
use serde_json::{Value, json};

/// A refused call of `path`, whose reply names `scope`.
fn refused(platform: &Platform, method: &str, place: &str, scope: &str) -> Exchange {
    let denied = "Forbidden.AccessDenied.AccessTokenPermissionDenied";
    let body = match &*platform.spec.id {
        "feishu" => {
            let text = format!("Access denied. One of the following scopes is required: [{scope}]");
            json!({ "code": 99_991_672, "msg": text })
        }
        _ => json!({ "code": denied, "message": "no", "accessdenieddetail": { "requiredScopes": [scope] } }),
    };
    let url = format!("https://{}", place.replace(['{', '}'], ""));
    let exchange =
        json!({ "method": method, "url": url, "status": 403, "mime": "application/json", "body": body.to_string() });
    serde_json::from_value(exchange).unwrap()
}

/// What a row and its card take from the catalog as it stands; the platforms' own words name the console's menus in Chinese.
fn of_catalog(row: &Value) -> Vec<&Value> {
    let cards = row["answer"]["cards"].as_array().into_iter().flatten();
    cards.flat_map(|card| [&card["facts"], &card["scopes"]]).chain([&row["api"], &row["call"], &row["soft"]]).collect()
}

#[test]
fn chinese_words_of_the_catalog_stand_in_chinese_cards_alone() {
    let (mut titles, mut names) = (0, 0);
    for platform in platforms() {
        // Every eleventh row: the rows are alike, and debug builds are slow. A row on a host that is no host of the platform is
        // no call.
        let is_call = |api: &CatalogApi| has(&platform.spec.hosts, &api.host);
        let calls: Vec<_> = platform.catalog.all_apis().filter(is_call).step_by(11).collect();
        let scopes = platform.catalog.all_scopes().map(|scope| scope.code).collect::<Vec<_>>();
        let mut session = Session::new("0123456789abcdef");
        for (call, scope) in calls.iter().zip(scopes.iter().cycle()) {
            let exchange = refused(platform, &call.method, &format!("{}{}", call.host, call.path), scope);
            let row = serde_json::to_value(see(&mut session, &exchange, View::new(Lang::En))).unwrap();
            for part in of_catalog(&row) {
                assert!(!part.to_string().contains(is_wide), "{part}");
            }
            let chinese = serde_json::to_value(see(&mut session, &exchange, View::new(Lang::ZhCn))).unwrap();
            titles += usize::from(chinese["call"]["name"].to_string().contains(is_wide));
            names += usize::from(chinese["answer"]["cards"][0]["scopes"].to_string().contains(is_wide));
        }
        let plan = serde_json::to_string(&plan::of(engine(), &session, View::new(Lang::En))).unwrap();
        assert!(!plan.contains(is_wide), "{}", platform.spec.id);
        let plan = serde_json::to_string(&plan::of(engine(), &session, View::new(Lang::ZhCn))).unwrap();
        assert!(calls.first().is_none_or(|call| plan.contains(&call.title_zh)), "{}", platform.spec.id);
    }
    assert!(titles > 200 && names > 100, "{titles} titles, {names} names");
}

#[test]
fn a_role_with_a_chinese_name_is_an_administrator_in_english() {
    let text = r#"{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied","accessdenieddetail":{"requiredScopes":["qyapi_manage_addresslist"]}}"#;
    let grantor = |lang| crate::testing::diagnose(text, lang).cards.remove(0).scopes.remove(0).grantor.unwrap();
    assert_eq!(grantor(Lang::En), "granted by hand by an administrator");
    assert_eq!(grantor(Lang::ZhCn), "需全组织通讯录管理员手动授权");
}
