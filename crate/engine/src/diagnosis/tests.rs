use std::collections::BTreeMap;

use serde_json::Value;

use super::{Likelihood, diagnose, diagnose_with};
use crate::testing::{engine, platform, read_snippet};
use scopelens_model::{AnyOf, Source};

/// The lists of `conditions.json`, which data may ask for.
fn conditions() -> BTreeMap<String, Vec<String>> {
    let mut lists: BTreeMap<String, Value> =
        serde_json::from_str(include_str!("../../../pack/src/conditions.json")).unwrap();
    lists.remove("about");
    lists.into_iter().map(|(list, names)| (list, serde_json::from_value(names).unwrap())).collect()
}

/// The causes of the only denial in `text`, best first, each with its strength.
fn causes(text: &str) -> Vec<(String, Likelihood)> {
    let reading = read_snippet(text);
    let diagnosis = diagnose(engine(), &reading.denials[0]).unwrap();
    diagnosis.causes.iter().map(|c| (c.cause.id.to_string(), c.likelihood)).collect()
}

fn place(causes: &[(String, Likelihood)], id: &str) -> Option<usize> {
    causes.iter().position(|(cause, _)| cause == id)
}

#[test]
fn the_text_that_names_the_scope_says_never_applied() {
    let found = causes("应用尚未开通所需的权限：[qyapi_get_member]");
    assert_eq!(found[0], ("never-applied".to_owned(), Likelihood::Strong));
    assert!(place(&found, "stale-token").is_some());
}

#[test]
fn the_old_text_leaves_both_causes_and_asks() {
    let text = "dingtalk 没有调用该接口的权限";
    let found = causes(text);
    assert!(found.iter().all(|(_, likelihood)| *likelihood != Likelihood::Strong));
    assert!(place(&found, "organisation-not-granted").is_some());
    let reading = read_snippet(text);
    assert!(diagnose(engine(), &reading.denials[0]).unwrap().question.is_some());
}

#[test]
fn a_users_scope_may_not_be_granted_by_the_user() {
    let found = causes(
        r#"GET https://api.dingtalk.com/v1.0/contact/users/me {"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied","message":"没有调用该接口的权限","accessdenieddetail":{"requiredScopes":["Contact.User.Read"]}}"#,
    );
    assert!(place(&found, "user-not-granted") < place(&found, "stale-token"));
    assert!(place(&found, "wrong-token").is_some());
    assert_eq!(found[place(&found, "organisation-not-granted").unwrap()].1, Likelihood::Weak);
}

#[test]
fn a_sensitive_scope_is_granted_by_hand() {
    let found = causes("dingtalk 没有调用该接口的权限 {requiredScopes=[qyapi_manage_addresslist]}");
    assert_eq!(found[0].0, "organisation-not-granted");
}

#[test]
fn each_organisation_grants_a_third_party_app_on_its_own() {
    let found = causes("dingtalk suiteabcdefghij012345 没有调用该接口的权限");
    assert_eq!(found[0].0, "organisation-not-granted");
    let internal = causes("dingtalk dingabcdefghij012345 没有调用该接口的权限");
    assert_eq!(internal[0].0, "never-applied");
    assert_eq!(place(&internal, "organisation-not-granted"), None);
}

#[test]
fn a_neighbours_name_is_noticed() {
    let found = causes("AIInteraction.Card.Write 已开通，仍然报错：应用尚未开通所需的权限：[Card.Instance.Write]");
    assert_eq!(found[0].0, "neighbour-scope");
}

#[test]
fn the_catalogs_scope_is_offered_and_says_so() {
    let text = r#"POST https://oapi.dingtalk.com/topapi/v2/user/getbymobile {"errcode":88,"sub_code":"60011","sub_msg":"没有调用该接口的权限","errmsg":"ding talk error[subcode=60011,submsg=没有调用该接口的权限]"}"#;
    let reading = read_snippet(text);
    let diagnosis = diagnose(engine(), &reading.denials[0]).unwrap();
    let scopes: Vec<(&str, Source)> = diagnosis.scopes.iter().map(|s| (s.value.as_str(), s.source)).collect();
    assert_eq!(scopes, [("qyapi_get_member_by_mobile", Source::Catalog)]);
    assert!(reading.denials[0].scopes.is_empty());
}

#[test]
fn the_catalog_is_not_asked_where_the_rule_says_that_only_the_reply_counts() {
    let reply = |head: &str, message: &str| {
        format!(
            "{head}{{\"message\":\"{message}\",\"documentation_url\":\"https://docs.github.com/rest/actions/secrets#list-repository-secrets\"}}"
        )
    };
    assert_eq!(scopes(&reply("", "Resource not accessible by integration")).0, ["secrets=read"]);
    assert!(scopes(&reply("x-accepted-oauth-scopes: repo\n\n", "Not Found")).0.is_empty());
}

#[test]
fn nothing_is_guessed_where_the_call_is_unknown() {
    let reading = read_snippet("api.dingtalk.com/v9.9/no/such 没有调用该接口的权限");
    assert!(diagnose(engine(), &reading.denials[0]).unwrap().scopes.is_empty());
}

/// The scopes of the only denial in `text`, in the order of the card, and how they go together.
fn scopes(text: &str) -> (Vec<String>, AnyOf) {
    let reading = read_snippet(text);
    let diagnosis = diagnose(engine(), &reading.denials[0]).unwrap();
    (diagnosis.scopes.iter().map(|s| s.value.clone()).collect(), diagnosis.any_of)
}

#[test]
fn of_scopes_that_are_each_enough_the_narrowest_stands_first() {
    let text = r#"{"code":99991672,"msg":"Access denied. One of the following scopes is required: [contact:contact:access_as_app, drive:drive, wiki:wiki, wiki:node:read]"}"#;
    let want = ["wiki:node:read", "wiki:wiki", "drive:drive", "contact:contact:access_as_app"];
    assert_eq!(scopes(text), (want.map(str::to_owned).to_vec(), AnyOf::Any));
    let read: Vec<String> = read_snippet(text).denials[0].scopes.iter().map(|s| s.value.clone()).collect();
    assert_eq!(read[0], "contact:contact:access_as_app", "the reading keeps the order of the text");
}

#[test]
fn the_catalogs_list_is_any_of_where_the_platform_says_so() {
    let denied = r#"{"code":99991672,"msg":"Access denied."}"#;
    let (found, any_of) = scopes(&format!("GET https://open.feishu.cn/open-apis/im/v1/chats {denied}"));
    assert_eq!((found.len() > 1, any_of), (true, AnyOf::Any));
    let mirrored = scopes(&format!("GET https://open.larksuite.com/open-apis/im/v1/chats {denied}"));
    assert_eq!(mirrored, (found, AnyOf::Any));
}

#[test]
fn the_computed_conditions_are_those_that_data_may_ask_for() {
    let reading = read_snippet("dingtalk 没有调用该接口的权限 {requiredScopes=[qyapi_get_member]}");
    let denial = &reading.denials[0];
    let platform = platform(&denial.platform).unwrap();
    let scopes = super::Scopes { facts: denial.scopes.clone(), any_of: denial.any_of };
    let mut names: Vec<&str> = super::signals::computed(platform, denial, &scopes).map(|(_, name)| name).collect();
    names.sort_unstable();
    assert_eq!(names, conditions()["computed"]);
}

#[test]
fn a_condition_has_one_meaning() {
    let mut names = conditions().into_values().flatten().collect::<Vec<String>>();
    names.sort_unstable();
    assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
}

#[test]
fn the_text_around_a_refusal_tells_of_its_cause() {
    let text = "dingtalk GET /user/get?access_token=undefined {\"errcode\":40014,\"errmsg\":\"不合法的access_token\"}";
    let reading = read_snippet(text);
    let near = super::near(&reading.denials[0], text);
    let with = diagnose_with(engine(), &reading.denials[0], &scopelens_model::Evidence::default(), near).unwrap();
    assert_eq!(with.causes.iter().map(|c| &*c.cause.id).collect::<Vec<_>>(), ["token-empty"]);
    assert_eq!(*diagnose(engine(), &reading.denials[0]).unwrap().causes[0].cause.id, *"token-expired");
}

#[test]
fn a_refusal_of_messages_may_want_more_than_the_page_lists() {
    let call = "GET https://open.feishu.cn/open-apis/im/v1/messages";
    let (found, any_of) = scopes(&format!("{call} {{\"code\":230027,\"msg\":\"Lack of necessary permissions\"}}"));
    assert_eq!((found[0].as_str(), any_of), ("im:message.group_msg", AnyOf::Unknown));
    let (found, _) = scopes(&format!("{call} {{\"code\":99991672,\"msg\":\"Access denied.\"}}"));
    assert!(!found.contains(&"im:message.group_msg".to_owned()));
}

#[test]
fn the_catalogs_list_may_say_that_all_are_needed() {
    let call = "POST https://open.feishu.cn/open-apis/mail/v1/user_mailboxes/me/messages/batch_get";
    let (found, any_of) = scopes(&format!("{call} {{\"code\":99991672,\"msg\":\"Access denied.\"}}"));
    assert_eq!((found.len(), any_of), (4, AnyOf::All));
}

#[test]
fn the_caller_that_the_reply_names_speaks_for_a_cause() {
    let text = "应用尚未开通所需的应用身份权限：[im:chat]，点击链接申请并开通任一权限即可";
    assert!(place(&causes(text), "other-identity").is_some());
    let user = causes("应用未获取所需的用户授权：[im:chat]");
    assert_eq!(user[0], ("user-must-consent".to_owned(), Likelihood::Strong));
}
