//! Secrets of every known shape: invented, but as long and as mixed as the real ones.

/// A secret, the names that it goes by, and whether it shows without one.
pub(crate) struct Secret {
    pub(crate) names: &'static [&'static str],
    pub(crate) value: &'static str,
}

const fn named(names: &'static [&'static str], value: &'static str) -> Secret {
    Secret { names, value }
}

pub(crate) const HEX: &str = "0f4a9c31d27e85b6a1c0934fe2d8bfa7";
pub(crate) const HEX64: &str = "7c1e0a94bd5f3826e07f19c4a2d85b36410fe9c87d2ab3561f0e94c8d7a25b13";
pub(crate) const SECRET64: &str = "G3Cs0qXn_8tKf2LwYvPzR5aBhEoD-1uMJi6SgT9kVrNcQdWxAyHbZ4lFe7mOjrhT";
pub(crate) const JWT: &str =
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U";

/// Known by their member's name.
pub(crate) const NAMED: &[Secret] = &[
    named(
        &[
            "access_token",
            "accessToken",
            "x-acs-dingtalk-access-token",
            "X-Acs-Dingtalk-Access-Token",
            "tenant_access_token",
        ],
        HEX,
    ),
    named(
        &["user_access_token", "app_access_token", "component_access_token", "corpAccessToken", "suite_access_token"],
        "t-g1044qeGEDXTB6NDJOGV4JQCYDGHRBARFTGT1234",
    ),
    named(&["refresh_token", "refreshToken", "authorizer_refresh_token"], "9d3f5b21c8e74a60b1f2d3c4e5a69788"),
    named(
        &["authCode", "auth_code", "tmp_auth_code", "tmpAuthCode", "permanent_code", "code"],
        "4b7e2c90d15f3a86c4e1b29d07f8a365",
    ),
    named(
        &[
            "appSecret",
            "appsecret",
            "clientSecret",
            "client_secret",
            "suiteSecret",
            "corpsecret",
            "ssosecret",
            "customSecret",
            "DINGTALK_APP_SECRET",
        ],
        SECRET64,
    ),
    named(&["app_secret", "appSecret"], "kU5tRc8JwQ2nYb7LxV4mZs9PdG3hFa6E"),
    named(&["suite_ticket", "suiteTicket"], "QsfJ3kd82LmxPq0zVb7YtNc5Rw1HgUe9aXoD4iT6vKjF"),
    named(&["jsapi_ticket", "ticket", "ticketList"], "IF4pK2bX9vQ7sYnD3mLwZr6TcHg8JfEa1oUi5kNqBt0"),
    named(&["ticket"], "3b1f6c2e-8d47-4a95-b0e3-7f21c9d46a58"),
    named(&["signature", "sign", "msg_signature"], "mWq3VbN8xT2kRz7Ld5YhJc9PfGs1AoEu4iXvQnKtBw6="),
    named(&["nonceStr", "nonce"], "Xk29dLmQ7wZs"),
    named(&["access_token"], HEX64),
    named(&["secret"], "SEC7c1e0a94bd5f3826e07f19c4a2d85b36410fe9c87d2ab3561f0e94c8d7a25b13"),
    named(&["session"], "a84c5ee3d1b7429f6e0d8c7b5a493827"),
    named(&["aes_key", "aesKey", "encodingAesKey"], "kWxPuV2yNfMrKtLbGdJqCzSeHaYiOx4U7Tm9RvQ1B3n"),
    named(&["token"], "Qw8ErT2yUi5o"),
    named(&["flowId"], "c5d1e8f20a9b4736ae5c1d08f7b26394"),
    named(&["userCode", "user_code"], "KXBF-97QD"),
    named(&["Authorization", "authorization", "proxy-authorization"], "Bearer 0f4a9c31d27e85b6a1c0934fe2d8bfa7"),
    named(&["password", "passwd", "db_password"], "hunter2Zq9!x"),
    named(&["api_key", "apiKey", "x-api-key"], "zK3vQ9pL2mX7cR5tW8nB1yD4"),
    named(
        &["X-Amz-Signature", "x-oss-signature", "Signature"],
        "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7",
    ),
    named(&["OSSAccessKeyId", "X-Amz-Credential"], "LTAI5tQk9mXvR3nZ7cB2yW8d"),
    named(&["security-token", "x-amz-security-token"], "CAISmQJ1q6Ft5B2yfSjIr5fDcY3GjZ9X0re2V0aAnQ"),
    named(&["client_assertion"], "Zq8vWmNpR3xK7tLb2YcD5hJf9GsAo1Eu"),
    named(&["mobile", "tel", "phone", "telephone"], "0571-85022088"),
    named(&["mobile"], "13812345678"),
    named(&["email", "org_email", "orgEmail"], "zhangsan@mail.kunlun-corp.cn"),
    named(&["userid", "userId", "user_id", "staffId", "senderStaffId", "operatorId", "userIds"], "manager4220817"),
    named(&["userid"], "0123456789012345"),
    named(&["unionId", "unionid", "union_id"], "PiiiPyQqBNBii0HnCJ3zljcuAiEiE"),
    named(&["openId", "open_id"], "ou_7d8a6e6df7621556ce0d21922b676706"),
    named(&["openConversationId", "open_conversation_id", "conversationId"], "cidKx8Zq2mVtPw7Rb4LnYc1DfQ=="),
    named(&["chatid", "chatId"], "chat5f3c1e9b7d2a40864c1b0f9e8d7a6352"),
    named(&["msgId", "openMsgId", "message_id"], "msgPq5Zt8Kx2Vb7Lw1Nc4RyD=="),
    named(&["senderId", "chatbotUserId"], "$:LWCP_v1:$4mKx7Zq2VtPw9Rb5Ln=="),
    named(&["downloadCode", "mediaId", "media_id"], "mIofN681YE3fR2x8Kq5Vt"),
    named(&["jobnumber", "jobNumber"], "HZ00482917"),
    named(&["private_key"], "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC"),
];

/// Words, which need their member's name and a carrier that shows where they end.
pub(crate) const WORDS: &[Secret] = &[
    named(&["senderNick", "nick", "nickname", "conversationTitle", "chatName", "姓名"], "欧阳晓明同学"),
    named(&["senderNick", "text.content"], "Xiaoming Ouyang Bartholomew"),
    named(&["recognition"], "明天下午三点开会别忘了"),
];

/// Known by themselves.
pub(crate) const SHAPED: &[&str] = &[
    "13812345678",
    "+86-13812345678",
    "138-1234-5678",
    "+86 138 1234 5678",
    "zhang.san+ding@mail.kunlun-corp.cn",
    JWT,
    HEX,
    HEX64,
    SECRET64,
    "SEC7c1e0a94bd5f3826e07f19c4a2d85b36410fe9c87d2ab3561f0e94c8d7a25b13",
    "cidKx8Zq2mVtPw7Rb4LnYc1DfQ==",
    "msgPq5Zt8Kx2Vb7Lw1Nc4RyD==",
    "$:LWCP_v1:$4mKx7Zq2VtPw9Rb5Ln==",
    "manager4220817",
    "PiiiPyQqBNBii0HnCJ3zljcuAiEiE",
    "ou_7d8a6e6df7621556ce0d21922b676706",
    "t-g1044qeGEDXTB6NDJOGV4JQCYDGHRBARFTGT1234",
    "u-7f1c2eD3b4A5968778695a4b3c2d1e0f",
    "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
    "ghs_16C7e42F292c6912E7710c838347Ae178B4a",
    "github_pat_11ABCDEFG0aBcDeFgHiJkL_mNoPqRsTuVwXyZ0123456789abcdefghijklmnopqrstuvwxyzABCD",
    "xoxb-2345678901-2345678901234-aBcDeFgHiJkLmNoPqRsTuVwX",
    "xapp-1-A0123456789-2345678901234-0f4a9c31d27e85b6a1c0934fe2d8bfa7",
    "AKIAIOSFODNN7EXAMPLE",
    "LTAI5tQk9mXvR3nZ7cB2yW8d",
    "STS.NUyiJ8mQ2xV7tKz4LbRc9Wp",
    "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE",
    "ya29.a0AfH6SMBx7kQ2mVtPw9Rb5LnYc1DfQ",
    "AIzaSyD-9tSrke72PouQMnMX-a7eZSW0jkFMBWY",
    "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",
    "sk_live_4eC39HqLyjWDarjtT1zdp7dc",
    "whsec_4eC39HqLyjWDarjtT1zdp7dcAbCd",
    "sk-proj4eC39HqLyjWDarjtT1zdp7dc",
    "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",
    "glpat-9tSrke72PouQMnMXa7eZ",
];

/// Whether a telling piece of `secret` can still be read in `text`.
pub(crate) fn leaks(text: &str, secret: &str) -> bool {
    let letters: Vec<char> = secret.chars().collect();
    let window = letters.len().min(8);
    letters.windows(window).any(|piece| text.contains(&piece.iter().collect::<String>()))
}
