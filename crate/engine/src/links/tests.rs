use super::{LinkValues, build, host, read_link, rebuild};
use crate::testing::{platform, platforms};
use scopelens_pack::{Platform, has};
use scopelens_text::flatten;

fn dingtalk() -> &'static Platform {
    platform("dingtalk").unwrap()
}

const APP: &str = "dingabcdefghijklmnop";

#[test]
fn an_apply_link_is_built_from_valid_parts_only() {
    let values = |app_id, scope| LinkValues { app_id: Some(app_id), scope: Some(scope), ..Default::default() };
    let url = |app_id, scope| build(dingtalk(), "apply", values(app_id, scope));
    assert_eq!(
        url(APP, "Contact.User.Read").as_deref(),
        Some("https://open-dev.dingtalk.com/appscope/apply?content=dingabcdefghijklmnop%23Contact.User.Read")
    );
    for (app, scope) in [
        ("d", "Contact.User.Read"),
        ("ding%23x", "Contact.User.Read"),
        (APP, "a b"),
        (APP, "javascript:alert(1)"),
        (APP, "x&y=1"),
        ("../..", "qyapi_base"),
    ] {
        assert_eq!(url(app, scope), None, "{app} {scope}");
    }
    assert_eq!(build(dingtalk(), "apply", LinkValues { scope: Some("qyapi_base"), ..Default::default() }), None);
    assert_eq!(build(dingtalk(), "no-such-link", LinkValues::default()), None);
}

#[test]
fn only_links_of_the_template_are_read() {
    let read = |text: &str| {
        let flat = flatten(text).text;
        let parts = read_link(dingtalk(), "apply", &flat, 0..flat.len());
        parts
            .iter()
            .map(|p| (p.app_id.map_or("", |a| a.0).to_owned(), p.scope.map_or("", |s| s.0).to_owned()))
            .collect::<Vec<_>>()
    };
    let one = vec![(APP.to_owned(), "qyapi_base".to_owned())];
    assert_eq!(
        read("即可：https://open-dev.dingtalk.com/appscope/apply?content=dingabcdefghijklmnop%23qyapi_base, {x}"),
        one
    );
    assert_eq!(read("https://open-dev.dingtalk.com/appscope/apply?content=dingabcdefghijklmnop#qyapi_base，好"), one);
    assert_eq!(
        read("https%3A%2F%2Fopen-dev.dingtalk.com%2Fappscope%2Fapply%3Fcontent%3Ddingabcdefghijklmnop%2523qyapi_base"),
        one
    );
    assert!(
        read("https://open-dev.dingtalk.com.evil.example/appscope/apply?content=dingabcdefghijklmnop%23qyapi_base")
            .is_empty()
    );
    assert!(read("http://open-dev.dingtalk.com/appscope/apply?content=dingabcdefghijklmnop%23qyapi_base").is_empty());
}

#[test]
fn every_template_leads_to_a_host_of_its_platform() {
    for platform in platforms() {
        for link in &platform.spec.links {
            for url in super::follow::forms(link) {
                let host = host(url).unwrap();
                assert!(url.starts_with("https://") && has(&platform.spec.link_hosts, &host), "{url}");
            }
        }
    }
}

/// What `rebuild` makes of the apply link in `text`.
fn rebuilt(text: &str) -> Option<String> {
    let flat = flatten(text).text;
    rebuild(platform("feishu").unwrap(), "apply", "cli_a1b2c3d4e5f60718", &flat, 0..flat.len())
}

#[test]
fn a_carried_link_is_rebuilt_as_far_as_it_goes() {
    let head = "https://open.feishu.cn/app/cli_a1b2c3d4e5f60718/auth?q=";
    for (tail, want) in [
        (
            "im:chat,im:message&op_from=openapi&token_type=tenant",
            "im:chat,im:message&op_from=openapi&token_type=tenant",
        ),
        ("im:chat&op_from=openapi，好", "im:chat&op_from=openapi"),
        ("im:chat,im:message，好", "im:chat,im:message"),
        ("im:chat&token_type=user）", "im:chat&token_type=user"),
        ("im:chat&op_from=openapi&token_type=<script>", "im:chat&op_from=openapi"),
        ("im:chat,IM-Chat,http://x&op_from=openapi ", "im:chat"),
        ("im%3Achat%2Cim%3Amessage&op_from=openapi ", "im:chat,im:message&op_from=openapi"),
    ] {
        assert_eq!(rebuilt(&format!("链接：{head}{tail}")), Some(format!("{head}{want}")), "{tail}");
    }
}

#[test]
fn a_link_that_is_foreign_or_cut_off_is_not_rebuilt() {
    for text in [
        "https://open.feishu.cn.evil.example/app/cli_a1b2c3d4e5f60718/auth?q=im:chat ",
        "http://open.feishu.cn/app/cli_a1b2c3d4e5f60718/auth?q=im:chat ",
        "https://open.feishu.cn/app/cli_a1b2c3d4e5f60718/auth?q= ",
        "https://open.feishu.cn/app/cli_a1b2c3d4e5f60718/auth?q=im:cha",
        "https://open.feishu.cn/app/cli_a1b2c3d4e5f60718",
        "https://open.feishu.cn/app/another/auth?q=im:chat ",
    ] {
        assert_eq!(rebuilt(text), None, "{text}");
    }
}

#[test]
fn a_list_of_scopes_needs_every_one_to_be_valid() {
    let feishu = platform("feishu").unwrap();
    let url = |scope| {
        let values = LinkValues { app_id: Some("cli_a1b2c3d4e5f60718"), scope: Some(scope), ..LinkValues::default() };
        build(feishu, "apply", values)
    };
    let want = "https://open.feishu.cn/page/scope-apply?clientID=cli_a1b2c3d4e5f60718&scopes=im:chat,im:message";
    assert_eq!(url("im:chat,im:message").as_deref(), Some(want));
    assert_eq!(url("im:chat,a&b=c"), None);
    assert_eq!(url("im:chat,"), None);
}

#[test]
fn a_page_may_be_a_part_of_one() {
    let url =
        |page| build(platform("github").unwrap(), "doc-api", LinkValues { page: Some(page), ..LinkValues::default() });
    let want = "https://docs.github.com/rest/issues/issues#create-an-issue";
    assert_eq!(url("issues/issues#create-an-issue").as_deref(), Some(want));
    assert_eq!(url("a b?c").as_deref(), Some("https://docs.github.com/rest/a%20b%3Fc"));
}
