//! `scopelens catalog`.

use serde_json::Value;

use crate::run::run;

fn found(query: &str) -> String {
    let ended = run(["catalog", query], "");
    assert_eq!(ended.status, 0, "{query}: {}", ended.out);
    ended.out
}

#[test]
fn a_scope_is_found_by_code_beginning_and_name() {
    for query in ["Contact.User.Read", "contact.user", "通讯录个人信息读权限"] {
        assert!(found(query).contains("Contact.User.Read  通讯录个人信息读权限"), "{query}");
    }
    assert!(found("Contact.User.Read").contains("GET api.dingtalk.com/v1.0/contact/users/{unionId}"));
}

#[test]
fn a_call_is_found_by_path_and_method() {
    for query in [
        "/v1.0/contact/users/me",
        "GET /v1.0/contact/users/{unionId}",
        "get https://api.dingtalk.com/v1.0/contact/users/me",
    ] {
        assert!(found(query).contains("needs Contact.User.Read"), "{query}");
    }
    assert_eq!(run(["catalog", "GET", "/v1.0/contact/users/me"], "").status, 0);
}

#[test]
fn a_call_is_found_by_the_tail_of_its_path() {
    for (query, call) in [
        ("card/streaming", "PUT api.dingtalk.com/v1.0/card/streaming"),
        ("vc/v1/meeting_list", "GET open.feishu.cn/open-apis/vc/v1/meeting_list"),
        ("/robot/groups/robots/query", "POST api.dingtalk.com/v1.0/robot/groups/robots/query"),
    ] {
        let out = found(query);
        assert!(out.contains(call) && out.matches("  needs ").count() == 1, "{query}: {out}");
    }
    assert_eq!(run(["catalog", "PUT", "card/streaming"], "").status, 0);
}

#[test]
fn an_error_code_is_found() {
    assert!(found("60011").contains("没有调用该接口的权限"));
}

#[test]
fn the_date_and_the_size_are_shown() {
    let out = found("Contact.User.Read");
    let first = out.lines().next().unwrap();
    assert!(first.contains("documentation of 20") && first.contains("scopes") && first.contains("calls"), "{first}");
}

#[test]
fn unknown_is_said_as_unknown_and_ends_with_1() {
    for query in ["No.Such.Scope", "GET /v9.9/nothing", "没有这样的权限点", "999999999"] {
        let ended = run(["catalog", query], "");
        assert_eq!(ended.status, 1, "{query}");
        assert!(ended.out.contains("is not in the catalog") && ended.out.contains(query), "{}", ended.out);
    }
}

#[test]
fn json_holds_rows_date_and_coverage() {
    let document: Value = serde_json::from_str(&run(["catalog", "--json", "Contact.User.Read"], "").out).unwrap();
    let dingtalk = &document["platforms"].as_array().unwrap().iter().find(|p| p["platform"] == "dingtalk").unwrap();
    assert_eq!((&document["found"], &dingtalk["scopes"][0]["token"]), (&true.into(), &"user".into()));
    assert!(dingtalk["coverage"]["calls"].as_u64().unwrap() > 1_000);
    assert_eq!(
        dingtalk["calls"][0]["page"].as_str().map(|url| url.starts_with("https://open.dingtalk.com/")),
        Some(true)
    );
    let unknown = run(["catalog", "--json", "No.Such"], "");
    assert_eq!(unknown.status, 1);
    assert_eq!(serde_json::from_str::<Value>(&unknown.out).unwrap()["found"], false);
}

#[test]
fn the_answer_comes_in_chinese_too() {
    let ended = run(["catalog", "--lang", "zh-CN", "Contact.User.Read"], "");
    assert!(ended.out.contains("文档日期") && ended.out.contains("需要它的接口"), "{}", ended.out);
}

#[test]
fn a_long_list_is_cut_and_says_so() {
    let out = found("/v1.0");
    assert!(out.lines().any(|line| line.ends_with("more")), "{out}");
}
