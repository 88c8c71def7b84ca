//! Tokens, codes, secrets, tickets, signatures, passwords and cookies by the names of their members.

use super::{Class, Detector, Form, SECRET, When, signs};

pub(super) const CREDENTIALS: &[Detector] = &[
    Detector {
        what: "authorization",
        keys: &["authorization", "proxyauthorization", "xauthorization"],
        form: Form::Authorization,
        ..SECRET
    },
    Detector {
        what: "cookie",
        keys: &["cookie", "setcookie", "cookies", "setcookie2"],
        tails: &["cookie"],
        form: Form::Cookie,
        ..SECRET
    },
    Detector {
        what: "refresh-token",
        keys: &["refreshtoken"],
        tails: &["refreshtoken"],
        signs: signs::GRANT,
        ..SECRET
    },
    Detector {
        what: "access-token",
        keys: &["accesstoken", "xacsdingtalkaccesstoken", "bearertoken"],
        tails: &["accesstoken"],
        chinese: &["访问令牌", "访问凭证"],
        ..SECRET
    },
    Detector {
        what: "auth-code",
        keys: &[
            "authcode",
            "tmpauthcode",
            "oauthcode",
            "logintmpcode",
            "permanentcode",
            "preauthcode",
            "authorizationcode",
            "authorizercode",
            "snscode",
            "devicecode",
            "codeverifier",
            "ssocode",
            "jscode",
        ],
        tails: &["authcode", "permanentcode"],
        chinese: &["授权码"],
        signs: signs::GRANT,
        ..SECRET
    },
    Detector { what: "auth-code", keys: &["code"], when: When::AuthCode, ..SECRET },
    Detector { what: "assertion", keys: &["clientassertion", "assertion", "samlresponse", "samlrequest"], ..SECRET },
    Detector {
        what: "secret",
        keys: &["secret", "secretid", "secretkey", "accesskeysecret", "aksecret"],
        tails: &["secret", "secretkey"],
        chinese: &["密钥", "应用凭证"],
        signs: signs::GRANT,
        ..SECRET
    },
    Detector {
        what: "ticket",
        keys: &["suiteticket", "jsapiticket", "ticketlist", "verifyticket", "logintoken"],
        tails: &["suiteticket", "jsapiticket", "verifyticket"],
        ..SECRET
    },
    Detector { what: "ticket", keys: &["ticket"], when: When::Opaque(12), ..SECRET },
    Detector {
        what: "signature",
        keys: &["signature", "msgsignature", "xamzsignature", "xosssignature", "xgoogsignature", "newsignature"],
        tails: &["signature"],
        ..SECRET
    },
    Detector {
        what: "signature",
        keys: &["sign", "sig", "qsign", "qsignature", "authkey"],
        when: When::Opaque(16),
        ..SECRET
    },
    Detector { what: "nonce", keys: &["nonce", "noncestr"], ..SECRET },
    Detector {
        what: "access-key",
        keys: &[
            "accesskey",
            "accesskeyid",
            "ossaccesskeyid",
            "awsaccesskeyid",
            "xamzcredential",
            "xosscredential",
            "xgoogcredential",
            "googleaccessid",
            "credential",
        ],
        tails: &["accesskey", "accesskeyid"],
        ..SECRET
    },
    Detector {
        what: "private-key",
        keys: &["privatekey", "clientkeydata", "clientcertificatedata", "pem"],
        tails: &["privatekey"],
        ..SECRET
    },
    Detector {
        what: "aes-key",
        keys: &["aeskey", "encodingaeskey", "encryptkey", "encryptionkey", "dataencryptkey"],
        tails: &["aeskey"],
        ..SECRET
    },
    Detector { what: "encrypted", keys: &["encrypt", "encrypteddata", "echostr"], when: When::Opaque(16), ..SECRET },
    Detector {
        what: "api-key",
        keys: &["apikey", "xapikey", "subscriptionkey", "accountkey", "sharedaccesskey"],
        tails: &["apikey", "accountkey"],
        ..SECRET
    },
    Detector { what: "api-key", keys: &["key"], when: When::Opaque(20), ..SECRET },
    Detector {
        what: "session",
        keys: &["sessionid", "sessionkey", "sid", "phpsessid", "jsessionid"],
        when: When::Opaque(8),
        ..SECRET
    },
    Detector { what: "session", keys: &["session"], when: When::Opaque(12), ..SECRET },
    Detector { what: "grant", keys: &["flowid", "usercode", "authorizationrequest"], ..SECRET },
    Detector {
        what: "password",
        keys: &["password", "passwd", "pwd", "passphrase", "passcode", "userpassword"],
        tails: &["password", "passwd", "passphrase"],
        chinese: &["密码", "口令"],
        class: Class::Password,
        ..SECRET
    },
    Detector {
        what: "otp",
        keys: &["otp", "totp", "smscode", "verifycode", "captcha"],
        chinese: &["验证码"],
        ..SECRET
    },
    Detector {
        what: "token",
        keys: &["token", "credentials", "jwt", "bearer", "auth"],
        tails: &["token", "credentials"],
        chinese: &["令牌"],
        ..SECRET
    },
];
