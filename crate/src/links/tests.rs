use super::{LinkValues, build, host, read_link};
use crate::platform::{Platform, platform, platforms};
use crate::text::flatten;

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
        ("ding", "Contact.User.Read"),
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
            for url in [Some(&link.url), link.international.as_ref()].into_iter().flatten() {
                let host = host(url).unwrap();
                assert!(url.starts_with("https://") && platform.spec.link_hosts.contains(&host), "{url}");
            }
        }
    }
}
