use crate::testing::diagnose;
use scopelens_model::Lang;
use scopelens_text::base64;

const TEXT: &str = "2026-11-22 10:00:01 +0800 GET https://api.dingtalk.com/v1.0/contact/users/me corpId=ding0123456789abcdef0123456789abcdef x-acs-dingtalk-access-token: 0f4a1c2d3e4f5a6b7c8d9e0f1a2bbfa7\n{\"code\":\"Forbidden.AccessDenied.AccessTokenPermissionDenied\",\"requestid\":\"8197EF01-AB\",\"message\":\"应用尚未开通所需的权限：[Contact.User.Read]\",\"appKey\":\"dingabcdefghij012345\",\"mobile\":\"13812345678\"}";

#[test]
fn the_report_fills_what_it_knows_and_asks_for_the_rest() {
    let answer = diagnose(TEXT, Lang::En);
    let report = answer.cards[0].report.as_ref().unwrap();
    for part in [
        "dingabcdefghij012345",
        "ding0123456789abcdef0123456789abcdef",
        "2026-11-22 10:00:01 +0800",
        "GET api.dingtalk.com/v1.0/contact/users/me",
        "8197EF01-AB",
        "Contact.User.Read",
        "Forbidden.AccessDenied.AccessTokenPermissionDenied",
        "(please fill in",
    ] {
        assert!(report.markdown.contains(part) && report.text.contains(part), "{part} in {}", report.markdown);
    }
}

#[test]
fn no_secret_reaches_the_report_in_either_language() {
    for lang in Lang::ALL {
        let answer = diagnose(TEXT, lang);
        let report = answer.cards[0].report.as_ref().unwrap();
        for secret in ["0f4a1c2d3e4f5a6b7c8d9e0f1a2bbfa7", "13812345678"] {
            assert!(!report.markdown.contains(secret) && !report.text.contains(secret), "{}", report.text);
        }
    }
}

#[test]
fn a_reply_in_base64_is_quoted_plain_and_masked() {
    let token = "0f4a1c2d3e4f5a6b7c8d9e0f1a2bbfa7";
    let refusal = format!(
        "{{\"access_token\": \"{token}\", \"code\": \"Forbidden.AccessDenied.AccessTokenPermissionDenied\", \"requestid\": \"8197EF01-AB\"}}"
    );
    for json in [refusal.clone(), refusal.replace("{\"", "{\n \""), format!("[{refusal}]")] {
        let packed = base64::encode(&json);
        for text in [
            format!(r#"{{"success":false,"data":"{packed}"}}"#),
            format!(r#"WARN {{\"data\":\"{packed}\"}}"#),
            format!("WARN the gateway said '{packed}' to the bot"),
        ] {
            let answer = diagnose(&text, Lang::En);
            assert_eq!(answer.cards[0].verdict, scopelens_model::Verdict::Refused, "{text}");
            let shown = serde_json::to_string(&answer).unwrap();
            assert!(!shown.contains(token) && !shown.contains(packed.get(4..40).unwrap()), "{shown}");
            let report = &answer.cards[0].report.as_ref().unwrap().text;
            assert!(report.contains("AccessTokenPermissionDenied") && report.contains("8197EF01-AB"), "{report}");
        }
    }
}

#[test]
fn a_reply_cannot_leave_its_code_block() {
    let answer = diagnose("{\"errmsg\":\"应用尚未开通所需的权限：[qyapi_base] ```` <img>\"}", Lang::En);
    let markdown = &answer.cards[0].report.as_ref().unwrap().markdown;
    assert!(markdown.contains("\n`````\n"), "{markdown}");
}

#[test]
fn what_is_no_refusal_has_no_report() {
    assert!(diagnose("hello", Lang::En).cards[0].report.is_none());
}
