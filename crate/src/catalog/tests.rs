use super::{CatalogApi, Token};
use crate::table::Table;
use crate::testing::{platform, platforms};

#[test]
fn tables_are_sorted_unique_and_counted() {
    for platform in platforms() {
        let catalog = &platform.catalog;
        for table in [&catalog.scopes, &catalog.apis, &catalog.codes] {
            let rows = table.rows();
            assert!(rows.windows(2).all(|pair| pair[0] < pair[1]), "{}", platform.spec.id);
            assert_eq!(table.head("rows").map(str::parse), Some(Ok(rows.len())));
        }
        let (scopes, apis) = catalog.coverage();
        assert_eq!(catalog.all_scopes().count(), scopes);
        assert_eq!(catalog.all_apis().count(), apis);
        assert_eq!(catalog.date().len(), "2026-08-22".len());
    }
}

/// However they are packed.
#[test]
fn tables_hold_what_their_files_hold() {
    for platform in platforms() {
        let folder = format!("{}/platforms/{}/catalog", env!("CARGO_MANIFEST_DIR"), platform.spec.id);
        let file = |name: &str| std::fs::read_to_string(format!("{folder}/{name}.tsv")).unwrap();
        let lines = |text: &str| -> Vec<String> {
            text.lines()
                .filter(|line| !line.starts_with('#'))
                .map(|line| line.trim_end_matches('\t').to_owned())
                .collect()
        };
        let held = |table: &Table| lines(&table.rows().join("\n"));
        let catalog = &platform.catalog;
        assert_eq!(held(&catalog.scopes), lines(&file("scopes")));
        assert_eq!(held(&catalog.codes), lines(&file("codes")));
        let written = |api: CatalogApi| {
            let token = match api.token {
                Some(Token::App) => "app",
                Some(Token::User) => "user",
                Some(Token::Both) => "both",
                None => "",
            };
            let scopes =
                if api.needs_none { "-".to_owned() } else { api.scopes.join(if api.all_of { "+" } else { "," }) };
            [api.host, api.path, api.method, &scopes, token, api.title_zh, api.page.unwrap_or_default()].join("\t")
        };
        let apis: Vec<String> = catalog.all_apis().map(written).collect();
        assert_eq!(lines(&apis.join("\n")), lines(&file("apis")));
    }
}

#[test]
fn scopes_have_the_platforms_shape_and_calls_name_known_ones() {
    for platform in platforms() {
        for scope in platform.catalog.all_scopes() {
            assert!(platform.spec.shapes.scope.is_match(scope.code), "{}", scope.code);
        }
        let unnamed = platform.catalog.all_scopes().filter(|scope| scope.name_zh.is_empty()).count();
        let said = platform.catalog.scopes.head("unnamed").map_or(0, |count| count.parse().unwrap());
        assert_eq!(unnamed, said, "{}: the head says how many names are missing", platform.spec.id);
        for api in platform.catalog.all_apis() {
            assert!(api.path.split('/').take(3).all(|segment| !segment.contains('{')), "{}", api.path);
            for code in &api.scopes {
                assert!(platform.catalog.scope(code).is_some(), "{} names {code}", api.path);
            }
        }
    }
}

#[test]
fn finds_a_call_by_its_concrete_path() {
    let catalog = &platform("dingtalk").unwrap().catalog;
    let me = catalog.api(Some("GET"), "api.dingtalk.com", "/v1.0/contact/users/me").unwrap();
    assert_eq!(me.scopes, ["Contact.User.Read"]);
    assert_eq!(me.path, "/v1.0/contact/users/{unionId}");
    let by_mobile = catalog.api(None, "oapi.dingtalk.com", "/topapi/v2/user/getbymobile").unwrap();
    assert_eq!(by_mobile.scopes, ["qyapi_get_member_by_mobile"]);
    assert!(catalog.api(Some("GET"), "api.dingtalk.com", "/v1.0/contact/users").is_none());
    let card = |method| catalog.api(method, "api.dingtalk.com", "/v1.0/card/instances").unwrap();
    assert_eq!((card(None).scopes, card(None).method, card(None).title_zh), (card(Some("POST")).scopes, "", ""));
    assert_eq!(card(Some("POST")).title_zh, "创建卡片");
    assert!(catalog.api(Some("GET"), "api.dingtalk.com.evil.example", "/v1.0/contact/users/me").is_none());
}

#[test]
fn knows_who_grants_a_scope() {
    let catalog = &platform("dingtalk").unwrap().catalog;
    let read = catalog.scope("Contact.User.Read").unwrap();
    assert_eq!((read.token, read.name_zh), (Some(Token::User), "通讯录个人信息读权限"));
    let manage = catalog.scope("qyapi_manage_addresslist").unwrap();
    assert!(manage.sensitive && manage.grantor == Some("全组织通讯录管理员"));
    assert!(catalog.scope("Contact.User").is_none());
}
