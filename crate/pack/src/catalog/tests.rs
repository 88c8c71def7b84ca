use super::{Catalog, CatalogApi, CatalogScope, Tables, Token, write_catalog};
use crate::testing::{ids, platform, platform_files};

/// The rows of a file, without blank cells at their ends.
fn lines(text: &str) -> Vec<String> {
    let rows = text.lines().filter(|line| !line.starts_with('#'));
    rows.map(|line| line.trim_end_matches('\t').to_owned()).collect()
}

fn token(token: Option<Token>) -> &'static str {
    match token {
        Some(Token::App) => "app",
        Some(Token::User) => "user",
        Some(Token::Both) => "both",
        None => "",
    }
}

fn written(api: CatalogApi) -> String {
    let scopes = if api.needs_none { "-".to_owned() } else { api.scopes.join(if api.all_of { "+" } else { "," }) };
    let page = api.page.unwrap_or_default();
    [&*api.host, &api.path, &api.method, &scopes, token(api.token), &api.title_zh, &page].join("\t")
}

/// The cells that a scope's row and what is read of it have in common.
fn scope(scope: CatalogScope) -> [String; 5] {
    let [name_en, grantor] = [scope.name_en, scope.grantor].map(Option::unwrap_or_default);
    [scope.code, scope.name_zh, name_en, token(scope.token).to_owned(), grantor]
}

#[test]
fn tables_hold_what_their_files_hold() {
    for id in ids() {
        let files = platform_files(id);
        let file = |name: &str| lines(files.text(&format!("catalog/{name}.tsv")).unwrap_or_default());
        let catalog = platform(id).catalog;
        let cells = |line: &String| {
            let mut cells = line.split('\t').map(str::to_owned).chain(std::iter::repeat_with(String::new));
            let mut cell = |skip: usize| cells.nth(skip).unwrap();
            [cell(0), cell(0), cell(0), cell(0), cell(2)]
        };
        let scopes: Vec<_> = catalog.all_scopes().map(scope).collect();
        assert_eq!(scopes, file("scopes").iter().map(cells).collect::<Vec<_>>());
        let apis: Vec<String> = catalog.all_apis().map(written).collect();
        assert_eq!(lines(&apis.join("\n")), file("apis"));
        let codes = catalog.all_codes().map(|c| [c.code, c.family, c.kind, c.message_zh, c.meaning_en].join("\t"));
        assert_eq!(lines(&codes.collect::<Vec<_>>().join("\n")), file("codes"));
        assert_eq!(catalog.coverage(), (file("scopes").len(), file("apis").len()));
        let has_rows = ["scopes", "apis", "codes"].into_iter().any(|name| !file(name).is_empty());
        assert!(!has_rows || catalog.date().len() == "2026-08-22".len(), "{id}");
    }
}

#[test]
fn every_row_is_found_by_its_key() {
    for id in ids() {
        let catalog = platform(id).catalog;
        for scope in catalog.all_scopes() {
            assert_eq!(catalog.scope(&scope.code).as_ref(), Some(&scope));
        }
        for api in catalog.all_apis() {
            let known = catalog.api(Some(&api.method), &api.host, &api.path);
            let known = known.unwrap_or_else(|| panic!("{id}: {} {}{}", api.method, api.host, api.path));
            assert_eq!((known.path, known.method), (api.path, api.method));
        }
        assert!(catalog.all_codes().all(|code| catalog.code(&code.code).is_some()));
    }
}

#[test]
fn scopes_have_the_platforms_shape_and_calls_name_known_ones() {
    for id in ids() {
        let platform = platform(id);
        let catalog = &platform.catalog;
        for scope in catalog.all_scopes() {
            assert!(platform.spec.shapes.scope.is_match(&scope.code), "{}", scope.code);
        }
        let files = platform_files(id);
        let source = super::write::TableSource { text: files.text("catalog/scopes.tsv").unwrap_or_default(), width: 8 };
        let unnamed = catalog.all_scopes().filter(|scope| scope.name_zh.is_empty()).count();
        let stated = source.head("unnamed").map_or(0, |count| count.parse().unwrap());
        assert_eq!(unnamed, stated, "{id}: the head says how many names are missing");
        for api in catalog.all_apis() {
            assert!(api.path.split('/').take(2).all(|segment| !segment.contains('{')), "{}", api.path);
            assert!(api.scopes.iter().all(|code| catalog.scope(code).is_some()), "{}", api.path);
        }
    }
}

#[test]
fn finds_a_call_by_its_concrete_path() {
    let dingtalk = platform("dingtalk");
    let catalog = &dingtalk.catalog;
    let me = catalog.api(Some("GET"), "api.dingtalk.com", "/v1.0/contact/users/me").unwrap();
    assert_eq!(me.scopes, ["Contact.User.Read"]);
    assert_eq!(me.path, "/v1.0/contact/users/{unionId}");
    let by_mobile = catalog.api(None, "oapi.dingtalk.com", "/topapi/v2/user/getbymobile").unwrap();
    assert_eq!(by_mobile.scopes, ["qyapi_get_member_by_mobile"]);
    assert!(catalog.api(Some("GET"), "api.dingtalk.com", "/v1.0/contact/users").is_none());
    let card = |method| catalog.api(method, "api.dingtalk.com", "/v1.0/card/instances").unwrap();
    assert_eq!((card(None).scopes, &*card(None).method, &*card(None).title_zh), (card(Some("POST")).scopes, "", ""));
    assert_eq!(card(Some("POST")).title_zh, "创建卡片");
    assert!(catalog.api(Some("GET"), "api.dingtalk.com.evil.example", "/v1.0/contact/users/me").is_none());
}

#[test]
fn a_row_without_a_method_is_for_any() {
    let bytes = write_catalog(&Tables::new("# rows 1\na\n", "h\t/p\t\ta\tapp\n", "")).unwrap();
    let catalog = Catalog::of_bytes(&bytes).unwrap();
    for method in [None, Some("GET"), Some("POST")] {
        assert_eq!(catalog.api(method, "h", "/p").unwrap().scopes, ["a"]);
    }
}

#[test]
fn knows_who_grants_a_scope() {
    let dingtalk = platform("dingtalk");
    let catalog = &dingtalk.catalog;
    let read = catalog.scope("Contact.User.Read").unwrap();
    assert_eq!((read.token, &*read.name_zh), (Some(Token::User), "通讯录个人信息读权限"));
    let manage = catalog.scope("qyapi_manage_addresslist").unwrap();
    assert!(manage.sensitive && manage.grantor.as_deref() == Some("全组织通讯录管理员"));
    assert!(catalog.scope("Contact.User").is_none());
    assert!(
        catalog.has_family("Contact.Nothing") && !catalog.has_family("Contact") && catalog.begins_scope("Contact.U")
    );
}

#[test]
fn an_absent_catalog_knows_nothing() {
    let none = Catalog::default();
    assert_eq!((none.date(), none.coverage(), none.scope("a")), ("", (0, 0), None));
    assert!(none.api(None, "h", "/p").is_none() && none.code("1").is_none() && none.search("a").is_empty());
    assert!(!none.begins_scope("") && none.all_scopes().next().is_none());
}

#[test]
fn a_table_that_cannot_be_packed_says_where() {
    let fault = |scopes: &str, apis: &str| {
        let (table, fault) = write_catalog(&Tables::new(scopes, apis, "")).unwrap_err();
        (table, fault.code, fault.line)
    };
    assert_eq!(fault("# rows 2\nb\na\n", ""), (0, "table-order", 3));
    assert_eq!(fault("# rows 2\na\n", ""), (0, "table-rows", 1));
    assert_eq!(fault("a\n", "h\t/p\tGET\ta,b\n"), (1, "table-scope", 1));
}

#[test]
fn damaged_bytes_are_no_catalog_or_a_harmless_one() {
    let bytes = write_catalog(&Tables::new(
        "# date 2026-01-01\na\tb\nc\td\n",
        "h\t/p\tGET\ta+c\tapp\tx\n",
        "1\tf\tother\t\tm\n",
    ));
    let bytes = bytes.unwrap();
    assert_eq!(Catalog::of_bytes(&bytes).unwrap().api(None, "h", "/p").unwrap().scopes, ["a", "c"]);
    for cut in 0..bytes.len() {
        assert!(Catalog::of_bytes(&bytes[..cut]).is_none(), "{cut}");
    }
    for index in 0..bytes.len() {
        let mut damaged = bytes.clone();
        damaged[index] ^= 0x81;
        if let Some(catalog) = Catalog::of_bytes(&damaged) {
            let rows = catalog.all_scopes().count() + catalog.all_apis().count() + catalog.all_codes().count();
            assert!(rows <= bytes.len() && catalog.search("/p").apis.len() <= bytes.len());
        }
    }
}
