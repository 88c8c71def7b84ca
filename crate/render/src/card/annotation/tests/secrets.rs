//! No secret is kept, and none comes out.

use super::script::{exchanges, token};
use crate::testing::{engine, see};
use scopelens_engine::session::Session;
use scopelens_model::{Lang, View};

const SCRIPT: &str = "
1 10:00 token T1 GET https://oapi.dingtalk.com/gettoken?appkey=dingabcdefghijklmnop&appsecret=hush-0123456789abcdef
2 10:01 token U1 POST https://api.dingtalk.com/v1.0/oauth2/userAccessToken app=dingabcdefghijklmnop refresh=R1
3 10:02 granted U1 GET https://api.dingtalk.com/v1.0/contact/users/me {\"nick\":\"a\",\"unionId\":\"unionSecretPerson\"}
4 10:03 granted T1 GET https://api.dingtalk.com/v1.0/unknown/5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a
5 10:04 refused T1 POST https://oapi.dingtalk.com/topapi/v2/user/get qyapi_get_member
6 10:05 refused U1 POST https://api.dingtalk.com/v1.0/card/instances Card.Instance.Write
7 10:06 refused t-feishu GET https://open.feishu.cn/open-apis/wiki/v2/spaces wiki:wiki
8 10:06 token T1 POST https://api.dingtalk.com/v1.0/oauth2/accessToken app=5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a corp=5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a
";

#[test]
fn no_token_is_kept_or_shown() {
    let exchanges = exchanges(SCRIPT);
    let mut session = Session::new("the-key-of-this-session");
    let mut out = String::new();
    for exchange in &exchanges {
        for lang in Lang::ALL {
            out += &serde_json::to_string(&see(&mut session, exchange, View::new(lang))).unwrap();
            out += &serde_json::to_string(&crate::plan::of(engine(), &session, View::new(lang))).unwrap();
        }
    }
    out += &format!("{session:?}");
    let secrets = ["T1", "U1", "R1", "t-feishu"].map(token);
    let more = ["hush-0123", "unionSecretPerson", "the-key-of-this-session", "5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a"];
    for secret in secrets.iter().map(String::as_str).chain(more) {
        assert!(!out.contains(secret), "{secret} is in what came out");
    }
    assert!(out.contains("dingabcdefghijklmnop"), "the client id stays");
}
