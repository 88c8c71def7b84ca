//! What members tell about the object they stand in, so that `name`, `content`, `code` and `value` can be read in context.

/// The object describes a person.
pub(crate) const PERSON: u8 = 1;
/// The object is a message or carries one.
pub(crate) const MESSAGE: u8 = 2;
/// The object asks for a token.
pub(crate) const GRANT: u8 = 4;
/// The object or array holds cookies, one object each.
pub(crate) const COOKIES: u8 = 8;
/// The object or array holds what an HTTP archive calls content: a body, not a message.
pub(crate) const BODY: u8 = 16;

/// The sign that a platform calls `name`; none that nobody knows.
pub(crate) fn named(name: &str) -> u8 {
    match name {
        "person" => PERSON,
        "message" => MESSAGE,
        "grant" => GRANT,
        "cookies" => COOKIES,
        "body" => BODY,
        _ => 0,
    }
}

/// A member that is no secret but tells something.
pub(crate) struct Sign {
    pub(crate) key: &'static str,
    /// Told about the object that the member stands in.
    pub(crate) beside: u8,
    /// Told about the object that is the member's value.
    pub(crate) inside: u8,
}

const fn beside(key: &'static str, signs: u8) -> Sign {
    Sign { key, beside: signs, inside: 0 }
}

const fn inside(key: &'static str, signs: u8) -> Sign {
    Sign { key, beside: 0, inside: signs }
}

pub(crate) const SIGNS: &[Sign] = &[
    beside("msgtype", MESSAGE),
    beside("msgkey", MESSAGE),
    beside("sessionwebhook", MESSAGE),
    beside("sendernick", MESSAGE),
    beside("mimetype", BODY),
    beside("granttype", GRANT),
    inside("msgparam", MESSAGE),
    inside("text", MESSAGE),
    inside("markdown", MESSAGE),
    inside("link", MESSAGE),
    inside("actioncard", MESSAGE),
    inside("richtext", MESSAGE),
    inside("oa", MESSAGE),
    inside("sampletext", MESSAGE),
    inside("samplemarkdown", MESSAGE),
    inside("message", MESSAGE),
    inside("cookies", COOKIES),
    inside("content", BODY),
    inside("postdata", BODY),
];
