//! Secrets that show by themselves, whatever stands around them: a beginning that only they have, then a body. Those of the
//! platforms are read beside them (`platforms`).

use scopelens_pack::{SecretShape, ShapeBody};

/// What the body of a shape is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Body {
    /// Digits.
    Digit,
    /// Lower-case hex digits.
    Hex,
    /// Lower-case letters and digits.
    Small,
    /// Upper-case letters and digits.
    Upper,
    /// Letters and digits.
    Alnum,
    /// Letters, digits, `_` and `-`.
    Word,
    /// Letters, digits, `_`, `-` and `.`.
    Dotted,
    /// Letters, digits, `_`, `.` and `!`.
    Bang,
    /// Base64 with `+`, `/` and `=`, plain, percent-encoded or escaped.
    Base64,
    /// The same with `:` and `$`.
    Sender,
}

/// A shape: `<start><body of min..=max>`, not followed by more of the same.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shape<'a> {
    pub(crate) label: &'a str,
    pub(crate) start: &'a str,
    pub(crate) body: Body,
    pub(crate) min: usize,
    pub(crate) max: usize,
    /// At least that many digits, where the start alone says little.
    pub(crate) digits: usize,
}

impl<'a> From<&'a SecretShape> for Shape<'a> {
    fn from(shape: &'a SecretShape) -> Self {
        let count = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        Self {
            label: &shape.kind,
            start: &shape.start,
            body: shape.body.into(),
            min: count(shape.min),
            max: count(shape.max),
            digits: count(shape.digits),
        }
    }
}

impl From<ShapeBody> for Body {
    fn from(body: ShapeBody) -> Self {
        match body {
            ShapeBody::Digit => Self::Digit,
            ShapeBody::Hex => Self::Hex,
            ShapeBody::Small => Self::Small,
            ShapeBody::Upper => Self::Upper,
            ShapeBody::Alnum => Self::Alnum,
            ShapeBody::Word => Self::Word,
            ShapeBody::Dotted => Self::Dotted,
            ShapeBody::Base64 => Self::Base64,
            ShapeBody::Sender => Self::Sender,
        }
    }
}

const ANY: usize = usize::MAX;

const fn shape(label: &'static str, start: &'static str, body: Body, min: usize, max: usize) -> Shape<'static> {
    Shape { label, start, body, min, max, digits: 0 }
}

const fn with_digits(label: &'static str, start: &'static str, body: Body, min: usize, max: usize) -> Shape<'static> {
    Shape { label, start, body, min, max, digits: 4 }
}

/// Kinds that code beside the table recognises: see `loose`, `person` and `url`.
pub(crate) const LOOSE: &[&str] =
    &["hex32", "hex64", "random", "mobile", "email", "union-id", "pem", "password", "token"];

pub(crate) const SHAPES: &[Shape<'static>] = &[
    // Any issuer
    shape("jwt", "eyJ", Body::Dotted, 17, ANY),
    // Slack
    shape("slack-token", "xoxa-", Body::Word, 10, ANY),
    shape("slack-token", "xoxb-", Body::Word, 10, ANY),
    shape("slack-token", "xoxc-", Body::Word, 10, ANY),
    shape("slack-token", "xoxd-", Body::Word, 10, ANY),
    shape("slack-token", "xoxe-", Body::Word, 10, ANY),
    shape("slack-token", "xoxe.", Body::Dotted, 10, ANY),
    shape("slack-token", "xoxo-", Body::Word, 10, ANY),
    shape("slack-token", "xoxp-", Body::Word, 10, ANY),
    shape("slack-token", "xoxr-", Body::Word, 10, ANY),
    shape("slack-token", "xoxs-", Body::Word, 10, ANY),
    shape("slack-token", "xapp-", Body::Word, 10, ANY),
    // GitHub, GitLab
    shape("github-token", "ghp_", Body::Alnum, 30, 255),
    shape("github-token", "gho_", Body::Alnum, 30, 255),
    shape("github-token", "ghu_", Body::Alnum, 30, 255),
    shape("github-token", "ghr_", Body::Alnum, 30, 255),
    shape("github-token", "ghs_", Body::Dotted, 30, ANY),
    shape("github-token", "github_pat_", Body::Word, 22, 255),
    shape("gitlab-token", "glpat-", Body::Dotted, 16, 300),
    // Clouds
    shape("aws-key", "AKIA", Body::Upper, 16, 16),
    shape("aws-key", "ASIA", Body::Upper, 16, 16),
    shape("aws-key", "ABIA", Body::Upper, 16, 16),
    shape("aws-key", "ACCA", Body::Upper, 16, 16),
    with_digits("aws-token", "IQoJ", Body::Base64, 60, ANY),
    with_digits("aws-token", "FwoG", Body::Base64, 60, ANY),
    with_digits("aws-key", "ABSK", Body::Base64, 60, ANY),
    shape("aliyun-key", "LTAI", Body::Alnum, 12, 30),
    with_digits("aliyun-token", "STS.", Body::Alnum, 16, 60),
    with_digits("tencent-key", "AKID", Body::Alnum, 13, 48),
    shape("google-token", "ya29.", Body::Dotted, 16, ANY),
    with_digits("google-token", "1//", Body::Word, 30, ANY),
    shape("google-secret", "GOCSPX-", Body::Word, 20, 40),
    shape("google-key", "AIza", Body::Word, 35, 35),
    // Others
    shape("stripe-key", "sk_live_", Body::Alnum, 10, 300),
    shape("stripe-key", "sk_test_", Body::Alnum, 10, 300),
    shape("stripe-key", "rk_live_", Body::Alnum, 10, 300),
    shape("stripe-key", "rk_test_", Body::Alnum, 10, 300),
    shape("stripe-key", "whsec_", Body::Base64, 20, 100),
    with_digits("api-key", "sk-", Body::Word, 20, 300),
    shape("npm-token", "npm_", Body::Alnum, 36, 36),
    shape("notion-token", "ntn_", Body::Alnum, 40, 60),
    shape("notion-token", "secret_", Body::Alnum, 43, 43),
    shape("hubspot-token", "pat-na", Body::Word, 30, 60),
    shape("hubspot-token", "pat-eu", Body::Word, 30, 60),
    shape("shopify-token", "shpat_", Body::Hex, 32, 32),
    shape("shopify-token", "shpca_", Body::Hex, 32, 32),
    shape("shopify-token", "shppa_", Body::Hex, 32, 32),
    shape("shopify-token", "shpss_", Body::Hex, 32, 32),
    shape("atlassian-token", "ATATT3", Body::Base64, 40, ANY),
    shape("atlassian-token", "ATCTT3", Body::Base64, 40, ANY),
    with_digits("atlassian-token", "BBDC-", Body::Base64, 30, 80),
    with_digits("salesforce-session", "00D", Body::Bang, 60, ANY),
    shape("openshift-token", "sha256~", Body::Word, 43, 43),
];
