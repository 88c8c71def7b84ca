use super::{Likelihood, diagnose};
use crate::model::Source;
use crate::reading::read_snippet;

/// The causes of the only denial in `text`, best first, each with its strength.
fn causes(text: &str) -> Vec<(String, Likelihood)> {
    let reading = read_snippet(text);
    let diagnosis = diagnose(&reading.denials[0]).unwrap();
    diagnosis.causes.iter().map(|c| (c.cause.id.clone(), c.likelihood)).collect()
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
    assert!(diagnose(&reading.denials[0]).unwrap().question.is_some());
}

#[test]
fn a_users_scope_may_not_be_granted_by_the_user() {
    let found = causes(
        r#"GET https://api.dingtalk.com/v1.0/contact/users/me {"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied","message":"没有调用该接口的权限","accessdenieddetail":{"requiredScopes":["Contact.User.Read"]}}"#,
    );
    assert!(place(&found, "user-not-granted") < place(&found, "stale-token"));
    assert!(place(&found, "wrong-token").is_some());
    assert_eq!(place(&found, "organisation-not-granted"), None);
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
    let diagnosis = diagnose(&reading.denials[0]).unwrap();
    let scopes: Vec<(&str, Source)> = diagnosis.scopes.iter().map(|s| (s.value.as_str(), s.source)).collect();
    assert_eq!(scopes, [("qyapi_get_member_by_mobile", Source::Catalog)]);
    assert!(reading.denials[0].scopes.is_empty());
}

#[test]
fn nothing_is_guessed_where_the_call_is_unknown() {
    let reading = read_snippet("api.dingtalk.com/v9.9/no/such 没有调用该接口的权限");
    assert!(diagnose(&reading.denials[0]).unwrap().scopes.is_empty());
}
