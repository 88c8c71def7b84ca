use crate::testing::read_snippet;

/// The platforms that refusals or lookalikes of a text are laid to.
fn platforms(text: &str) -> Vec<String> {
    read_snippet(text).denials.iter().map(|denial| denial.platform.to_string()).collect()
}

#[test]
fn words_that_anybody_uses_name_nobody() {
    for text in [
        r#"GET https://api.meeting.qq.com/v1/meetings {"error_info":{"error_code":500063,"message":"没有调用该接口的权限"}}"#,
        "qq_group.api.PermissionError: 当前应用没有调用该接口的权限（错误码 11253） status=401",
        r#"{"code":405001,"message":"该账号没有调用该接口的权限"}"#,
        r#"{"respCode":"01","respMsg":"没有调用该接口的权限"}"#,
        r#"{"error_response":{"code":11,"sub_code":"isv.permission-denied","sub_msg":"没有调用该接口的权限"}}"#,
        "上游密钥没有调用该接口的权限。",
        "没有调用该接口的权限",
        r#"{"errcode":60011,"errmsg":"no privilege to access/modify contact/party/agent"}"#,
        r#"{"code":"unauthorized","message":"Access token is invalid","status":401} 适配器：lark、dingtalk"#,
        r#"{"code":4101,"msg":"The token does not have permission","detail":{"logid":"20260302140855C0D7B1E4A9F2635A7BCC"}}"#,
    ] {
        assert_eq!(platforms(text), Vec::<&str>::new(), "{text}");
    }
}

#[test]
fn another_companys_host_or_name_in_the_record_speaks_against_a_platform_that_is_named_elsewhere() {
    for text in [
        "钉钉机器人已启动\nPOST https://api.meeting.qq.com/v1/meetings\n{\"message\":\"没有调用该接口的权限\"}",
        "logger=dingtalk\nhttps://qyapi.weixin.qq.com/cgi-bin/user/get\n{\"errcode\":60020,\"errmsg\":\"not allow to access from your ip\"}",
        "dingtalk webhook configured\n企业微信：{\"errcode\":60011,\"errmsg\":\"没有权限\"}",
    ] {
        assert_eq!(platforms(text), Vec::<&str>::new(), "{text}");
    }
    let relayed = "POST https://api.acme.example/sync 500 {\"msg\":\"ding talk error[subcode=60011,submsg=没有调用该接口的权限]\"}";
    assert_eq!(platforms(relayed), ["dingtalk"], "the record itself names DingTalk");
}

#[test]
fn what_stands_beside_the_words_names_the_platform() {
    for (text, platform) in [
        ("钉钉接口返回：没有调用该接口的权限", "dingtalk"),
        ("DingTalk request failed (403): 没有调用该接口的权限", "dingtalk"),
        ("POST https://oapi.dingtalk.com/topapi/v2/user/get\n{\"message\":\"没有调用该接口的权限\"}", "dingtalk"),
        (r#"{"errcode":60011,"errmsg":"没有调用该接口的权限"}"#, "dingtalk"),
        (r#"{"errcode":50004,"errmsg":"请求的部门id不在授权范围内","request_id":"18o7dxqp2v9pw"}"#, "dingtalk"),
        (
            "forbidden.accessDenied code: 403, The operator has no permission. request id: 6CD45A6B-BE4D-49A0-8E50-BDB765C0927A",
            "dingtalk",
        ),
        (r#"{"errcode":40089,"errmsg":"不合法的corpid或corpsecret"}"#, "dingtalk"),
        (r#"{"code":230027,"message":"access denied","log_id":"20261127230317299740D2024813704C1A"}"#, "feishu"),
        ("[feishu] 91403 Forbidden", "feishu"),
        (
            "DingTalkException: 131006:permission denied: wiki space permission denied, tenant needs read permission.",
            "feishu",
        ),
    ] {
        assert_eq!(platforms(text), [platform], "{text}");
    }
}

#[test]
fn an_unknown_code_is_answered_in_a_reply_of_the_platform_alone() {
    let denial = |text: &str| read_snippet(text).denials.into_iter().next();
    let ours = r#"GET https://api.dingtalk.com/v1.0/x {"requestid":"348DD3D9-D759-7555-7274-B6C030CAB020","code":"space.noReader","message":"no permission to access this space"}"#;
    let found = denial(ours).unwrap();
    assert_eq!((&*found.topic, found.code.map(|code| code.value).as_deref()), ("unknown-code", Some("space.noReader")));
    for text in [
        r#"{"code":5001,"msg":"钉钉通知发送失败"}"#,
        r#"2|feishu-b | request fail: code=Unauthorized_Error, message=API token is invalid"#,
        r#"dingtalk: {"code":"ERR_BAD_REQUEST","message":"x"}"#,
        r#"{"code":0,"msg":"success","data":{"log_id":"20261127230317299740D2024813704C1A"}}"#,
    ] {
        assert!(denial(text).is_none(), "{text}");
    }
}

#[test]
fn one_failure_that_is_printed_several_times_is_one_card() {
    let text = "  response = {'code': 'Forbidden.AccessDenied.AccessTokenPermissionDenied', 'accessdenieddetail': {'requiredScopes': ['Wiki.Workspace.Read']}}\n> raise DingTalkError(response)\nE DingTalkError: Forbidden.AccessDenied.AccessTokenPermissionDenied 应用尚未开通所需的权限：[Wiki.Workspace.Read]\n申请：https://open-dev.dingtalk.com/appscope/apply?content=dingabcdefghijklmnop%23Wiki.Workspace.Read";
    let found = read_snippet(text).denials;
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0].app_id.as_ref().map(|id| id.value.as_str()), Some("dingabcdefghijklmnop"));
}
