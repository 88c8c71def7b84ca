//! Masks: what they say, and that the same secret has the same number.

use super::secrets::{HEX, HEX64};
use super::{redact, redact_spans};
use crate::Masked;

#[test]
fn the_same_secret_has_the_same_mask() {
    let text = format!(
        "{{\"access_token\":\"{HEX}\"}}\n> x-acs-dingtalk-access-token: {HEX}\nGET /robot/send?access_token={HEX64}\nlater: {HEX}"
    );
    let expected = "{\"access_token\":\"masked-access-token-1\"}\n> x-acs-dingtalk-access-token: masked-access-token-1\n\
                    GET /robot/send?access_token=masked-access-token-2\nlater: masked-access-token-1";
    assert_eq!(redact(&text), expected);
}

#[test]
fn the_same_secret_has_the_same_mask_in_a_url_and_in_json() {
    let text = "{\"openConversationId\":\"cidKx8Zq2mVtPw7Rb4LnYc1DfQ==\",\"url\":\"/x?openConversationId=cidKx8Zq2mVtPw7Rb4LnYc1DfQ%3D%3D\"}";
    let expected = "{\"openConversationId\":\"masked-conversation-id-1\",\"url\":\"/x?openConversationId=masked-conversation-id-1\"}";
    assert_eq!(redact(text), expected);
}

#[test]
fn a_secret_known_by_name_is_masked_where_it_stands_alone() {
    let text = "token=Qw8ErT2yUi5o status=403\nretry with Qw8ErT2yUi5o failed";
    assert_eq!(redact(text), "token=masked-token-1 status=403\nretry with masked-token-1 failed");
}

#[test]
fn masks_that_are_there_keep_their_numbers() {
    let text = "token=masked-token-7&access_token=Qw8ErT2yUi5o&mobile=13812345678";
    assert_eq!(redact(text), "token=masked-token-7&access_token=masked-access-token-8&mobile=masked-mobile-9");
}

#[test]
fn a_mask_at_a_ragged_end_is_still_a_mask() {
    for text in ["{\"password\":\"Qw8ErT2yUi5o\r", "{\"password\":\"Qw8ErT2\ryUi5o", "password=Qw8ErT2yUi5o\r\n"] {
        let once = redact(text);
        assert!(once.contains("masked-password-1"), "{once:?}");
        assert_eq!(redact(&once), once);
    }
}

#[test]
fn a_word_that_only_begins_like_a_mask_is_no_mask() {
    assert_eq!(redact("{\"password\":\"masked-ball-1\"}"), "{\"password\":\"masked-password-1\"}");
}

#[test]
fn a_mask_needs_no_escape() {
    for span in redact_spans(&format!("token={HEX} mobile 13812345678 {HEX64}")) {
        assert!(
            span.label.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-'),
            "{}",
            span.label
        );
    }
}

#[test]
fn spans_say_where_and_what() {
    let text = "token=Qw8ErT2yUi5o 手机 13812345678";
    let token = Masked { start: 6, end: 18, label: "token".to_owned() };
    let mobile = Masked { start: 26, end: 37, label: "mobile".to_owned() };
    assert_eq!(redact_spans(text), vec![token, mobile]);
}
