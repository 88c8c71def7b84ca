//! Tokens, codes, secrets, tickets, signatures, passwords and cookies by the names of their members.

use super::{Class, Detector, Form, SECRET, When, signs};

pub(super) const CREDENTIALS: &[Detector] = &[
    Detector {
        label: "authorization",
        keys: &["authorization", "proxyauthorization", "xauthorization"],
        form: Form::Authorization,
        ..SECRET
    },
    Detector {
        label: "cookie",
        keys: &["cookie", "cookie2", "setcookie", "cookies", "setcookie2"],
        tails: &["cookie"],
        form: Form::Cookie,
        ..SECRET
    },
    Detector {
        label: "refresh-token",
        keys: &["refreshtoken"],
        tails: &["refreshtoken"],
        signs: signs::GRANT,
        ..SECRET
    },
    Detector {
        label: "access-token",
        keys: &["accesstoken", "bearertoken"],
        tails: &["accesstoken"],
        chinese: &["访问令牌", "访问凭证"],
        ..SECRET
    },
    Detector {
        label: "auth-code",
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
    Detector { label: "auth-code", keys: &["code"], when: When::AuthCode, ..SECRET },
    Detector { label: "assertion", keys: &["clientassertion", "assertion", "samlresponse", "samlrequest"], ..SECRET },
    Detector {
        label: "secret",
        keys: &["secret", "secretid", "secretkey", "accesskeysecret", "aksecret", "sk"],
        tails: &["secret", "secretkey"],
        chinese: &["密钥", "应用凭证"],
        signs: signs::GRANT,
        ..SECRET
    },
    Detector {
        label: "ticket",
        keys: &["suiteticket", "jsapiticket", "appticket", "ticketlist", "verifyticket", "logintoken"],
        tails: &["suiteticket", "jsapiticket", "appticket", "verifyticket"],
        ..SECRET
    },
    Detector { label: "ticket", keys: &["ticket"], when: When::Opaque(12), ..SECRET },
    Detector {
        label: "signature",
        keys: &["signature", "msgsignature", "xamzsignature", "xosssignature", "xgoogsignature", "newsignature"],
        tails: &["signature"],
        ..SECRET
    },
    Detector {
        label: "signature",
        keys: &["sign", "sig", "qsign", "qsignature", "authkey"],
        when: When::Opaque(16),
        ..SECRET
    },
    Detector { label: "nonce", keys: &["nonce", "noncestr"], ..SECRET },
    Detector {
        label: "access-key",
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
            "ak",
        ],
        tails: &["accesskey", "accesskeyid"],
        ..SECRET
    },
    Detector {
        label: "private-key",
        keys: &["privatekey", "clientkeydata", "clientcertificatedata", "pem", "privatemac"],
        tails: &["privatekey"],
        chinese: &["私钥"],
        ..SECRET
    },
    Detector {
        label: "aes-key",
        keys: &["aeskey", "encodingaeskey", "encryptkey", "encryptionkey", "dataencryptkey"],
        tails: &["aeskey"],
        ..SECRET
    },
    Detector { label: "encrypted", keys: &["encrypt", "encrypteddata", "echostr"], when: When::Opaque(16), ..SECRET },
    Detector {
        label: "api-key",
        keys: &["apikey", "xapikey", "subscriptionkey", "accountkey", "sharedaccesskey"],
        tails: &["apikey", "accountkey"],
        ..SECRET
    },
    Detector { label: "api-key", keys: &["key"], when: When::Opaque(20), ..SECRET },
    Detector { label: "api-key", words: &["key"], when: When::Opaque(16), ..SECRET },
    Detector {
        label: "session",
        keys: &["sessionid", "sessionkey", "sid", "sesid", "phpsessid", "jsessionid"],
        when: When::Opaque(8),
        ..SECRET
    },
    Detector { label: "session", keys: &["session"], when: When::Opaque(12), ..SECRET },
    Detector { label: "grant", keys: &["flowid", "usercode", "authorizationrequest"], ..SECRET },
    Detector {
        label: "password",
        keys: &["password", "passwd", "passphrase", "passcode", "userpassword", "pin"],
        tails: &["password", "passwd", "passphrase", "pwd"],
        words: &["pass", "pw", "psw", "pswd"],
        chinese: &["密码", "口令"],
        class: Class::Password,
        ..SECRET
    },
    Detector {
        label: "otp",
        keys: &["otp", "totp", "smscode", "verifycode", "captcha"],
        chinese: &["验证码"],
        ..SECRET
    },
    Detector {
        label: "token",
        keys: &["token", "jwt", "bearer", "clientprincipal", "amznoidcdata"],
        tails: &["token", "credentials"],
        words: &["auth", "creds", "pat"],
        chinese: &["令牌"],
        ..SECRET
    },
    Detector {
        label: "token",
        keys: &["csrf", "xsrf", "sxsrf", "canary"],
        tails: &["csrf", "xsrf"],
        when: When::Opaque(8),
        ..SECRET
    },
    Detector { label: "token", keys: &["sonarlogin"], ..SECRET },
];
