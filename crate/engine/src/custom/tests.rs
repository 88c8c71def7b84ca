use super::{Config, configured};
use crate::reading::proofs;
use crate::testing::engine;

/// A gateway as its team may write it: as little as possible.
const ACME: &str = r#"{
    "id": "acme", "name": { "en": "Acme Gateway", "zh-CN": "Acme 网关" },
    "hosts": ["api.acme.example"], "link_hosts": ["console.acme.example"],
    "members": { "code": "err", "scopes": "need", "request_id": "trace" },
    "links": { "apply": "https://console.acme.example/apply?app={app_id}&scope={scope}" },
    "rules": [{ "codes": ["ACL_DENIED", 40301], "any_of": true }]
}"#;

#[test]
fn built_in_rules_hold_beside_own_ones() {
    let config = Config { rules: vec![ACME.to_owned()], ..Config::default() };
    let (with_acme, left_out) = configured(engine(), &config);
    assert_eq!(left_out, []);
    proofs::hold(&with_acme);
}
