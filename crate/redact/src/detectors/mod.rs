//! What is secret, as data: which member names announce a secret, which shapes are one by themselves, and what stays readable.
//!
//! A new secret is a new row here; the code beside this folder does not change. What only one platform has stands in that platform's own
//! folder (`redact.json`).

pub(super) mod commands;
mod credentials;
pub(super) mod keep;
pub(super) mod paths;
mod people;
pub(super) mod shapes;
pub(super) mod signs;

/// One kind of secret that is known by the name of the member that holds it.
#[derive(Debug)]
pub(super) struct Detector {
    /// What a mask says: `masked-<what>-1`. Lower case and hyphens only.
    pub(super) label: &'static str,
    /// Member names, folded: lower case, without `_`, `-`, `.` and spaces.
    pub(super) keys: &'static [&'static str],
    /// Endings of folded member names, for the many `dingtalk_app_secret` of this world.
    pub(super) tails: &'static [&'static str],
    /// Last words of member names, folded: `pass` of `MYSQL_PASS` and `dbPass`, which `bypass` has not.
    pub(super) words: &'static [&'static str],
    /// Member names in Chinese, matched at the end of what stands before the separator.
    pub(super) chinese: &'static [&'static str],
    pub(super) class: Class,
    pub(super) when: When,
    pub(super) form: Form,
    /// What this member tells about the object it stands in: a set of [`signs`].
    pub(super) signs: u8,
}

impl Detector {
    /// Whether the name alone tells that whatever stands under it is a secret, as an option or a column has it.
    pub(super) fn is_telling(&self) -> bool {
        self.when == When::Always && self.class != Class::Words
    }
}

/// How far an unquoted value reaches, and how careful to be with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// A token: no spaces, ASCII.
    Secret,
    /// A password: nearly any character.
    Password,
    /// An identifier of a person, a conversation or a message.
    Id,
    /// Words: a name, a message.
    Words,
}

/// On what condition the member's value is secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    Always,
    /// The value looks random: digits and letters, no blank, this long at least.
    Opaque(usize),
    /// The value has so many digits at least: "required" is no phone number.
    Digits(usize),
    /// The value has an `@`, plain or percent-encoded.
    Address,
    /// `code` and its kin: an error code too. Secret in a query or beside a client secret unless it reads like an error code, elsewhere if it looks random.
    AuthCode,
    /// `name` and its kin: only in an object that describes a person.
    InPerson,
    /// `content` and its kin: only in an object that is a message.
    InMessage,
}

/// How a value is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Whole,
    /// `<scheme> <credentials>`: the scheme stays.
    Authorization,
    /// `a=b; c=d; Path=/`: names and attributes stay.
    Cookie,
}

/// The defaults of a row.
pub(super) const SECRET: Detector = Detector {
    label: "",
    keys: &[],
    tails: &[],
    words: &[],
    chinese: &[],
    class: Class::Secret,
    when: When::Always,
    form: Form::Whole,
    signs: 0,
};

/// Every detector, the more telling first: the first that knows an ending wins.
pub(super) fn all() -> impl Iterator<Item = &'static Detector> {
    credentials::CREDENTIALS.iter().chain(people::PEOPLE)
}

/// Last words of member names that tell no more of their value: `tokenStr`, `secret_key_base`.
pub(super) const SUFFIXES: &[&str] = &[
    "base", "str", "string", "value", "val", "text", "plain", "hash", "new", "old", "raw", "prod", "dev", "test",
    "hex", "b64", "base64", "encoded",
];

/// Types that declarations write between a name and its value, as in Go.
pub(super) const TYPES: &[&str] = &["string", "String", "str", "text", "&str", "[]byte"];

/// Whether a mask may say `label` by these tables.
pub(super) fn knows(label: &str) -> bool {
    all().any(|row| row.label == label)
        || shapes::all().any(|row| row.label == label)
        || paths::PATHS.iter().any(|row| row.label == label)
        || shapes::LOOSE.contains(&label)
}
