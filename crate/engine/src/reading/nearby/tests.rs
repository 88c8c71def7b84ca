use crate::testing::read_snippet;

/// The missing scopes of the first refusal in `text`.
fn scopes(text: &str) -> Vec<String> {
    let denial = read_snippet(text).denials.into_iter().next();
    denial.map(|denial| denial.scopes.into_iter().map(|fact| fact.value).collect()).unwrap_or_default()
}

#[test]
fn words_for_missing_lead_to_scopes_in_any_form_of_list() {
    for text in [
        "Feishu 99991679 required one of these privileges: im:chat:readonly",
        "飞书 code=99991672，应用缺少 im:chat:readonly",
        "飞书报错 99991672\n应用还缺以下权限：\n- im:chat:readonly",
        "lark-cli: missing required scope(s): im:chat:readonly",
        "lark-cli: these requested scopes were not granted: im:chat:readonly",
        "飞书 ❌ 缺权限点：im:chat:readonly",
        "Lark báo lỗi code 99991672, thiếu quyền im:chat:readonly",
        "feishu scopes required: [im:chat:readonly], code 99991672",
    ] {
        assert_eq!(scopes(text), ["im:chat:readonly"], "{text}");
    }
    let unquoted = "Forbidden.AccessDenied.AccessTokenPermissionDenied\nrequiredScopes: [Card.Instance.Write]";
    assert_eq!(scopes(unquoted), ["Card.Instance.Write"]);
}

#[test]
fn what_is_held_requested_an_example_or_an_address_is_not_missing() {
    for text in [
        "飞书 code=99991672，im:chat:readonly 已开通",
        "Feishu 99991672; the app has already been granted im:chat:readonly",
        "飞书 code=99991672，请求的链接 https://open.feishu.cn/x?scope=im:chat:readonly",
        "飞书 code=99991672，权限名例如 im:chat:readonly",
        "飞书 code=99991672，✅ im:chat:readonly",
    ] {
        assert_eq!(scopes(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_word_that_is_cut_or_of_no_known_family_is_no_scope() {
    for text in [
        "飞书 code=99991672，缺少 im:mes…",
        "飞书 code=99991672，缺少 im:message:se...",
        "飞书 code=99991672，缺少 nobody:knows:this",
        "钉钉 60011 应用尚未开通所需的权限：[qyapi_get_mem\n李四 10:22\nber]",
    ] {
        assert_eq!(scopes(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn what_the_token_has_and_what_the_call_takes_is_not_missing() {
    for text in [
        r#"{"ok":false,"error":"missing_scope","provided":"chat:write,users:read"}"#,
        "x-oauth-scopes: chat:write\nx-accepted-oauth-scopes: channels:read\n\n{\"ok\":false,\"error\":\"missing_scope\"}",
        "Error: An API error occurred: missing_scope\nresponse_metadata: { scopes: [ 'chat:write' ], acceptedScopes: [ 'users:read' ] }",
    ] {
        assert_eq!(scopes(text), Vec::<String>::new(), "{text}");
    }
    assert_eq!(scopes("Slack error: missing_scope, provided: chat:write\nthe app lacks users:read"), ["users:read"]);
}

#[test]
fn where_people_name_what_they_have_only_what_is_called_missing_counts() {
    let refusal = r#"{"code":401,"message":"Unauthorized; scope does not match"}"#;
    let held = format!("The token was made with read:jira-work and write:jira-work\n{refusal}");
    assert_eq!(scopes(&held), Vec::<String>::new());
    assert_eq!(scopes(&format!("{refusal}\nThe call needs write:field.option:jira")), ["write:field.option:jira"]);
}
