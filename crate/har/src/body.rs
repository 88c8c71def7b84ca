//! The bodies of an entry: as text, as base64, as a list of fields, cut, or left out.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::leaf::{number, pairs, text};
use super::object::{Object, Raw};
use scopelens_model::{BodyState, Head};
use scopelens_text::base64;

/// A byte order mark counts in the size, but is not in the text.
const MARK: u64 = 3;

/// In bytes: what `content` says, or, where that is 0 or -1, how much it holds.
pub(super) fn size_of(content: &Object) -> Option<u64> {
    let stated_size = number(content.get("size")).and_then(|size| u64::try_from(size).ok()).filter(|size| *size > 0);
    stated_size.or_else(|| Some(content.get("text")?.len() as u64))
}

/// The body that `content` holds. What is not UTF-8 becomes replacement characters. Some tools call a plain text base64: it
/// stays as it is.
pub(super) fn text_of(content: &Object) -> Option<String> {
    let body = text(content.get("text"))?;
    if !text(content.get("encoding")).is_some_and(|encoding| encoding.eq_ignore_ascii_case("base64")) {
        return Some(body);
    }
    let decoded = base64::decode(&body).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    Some(decoded.unwrap_or(body))
}

/// How much of the body there is: one with fewer bytes than were told was cut. Of the encodings in use only UTF-16 takes
/// more bytes than UTF-8.
pub(super) fn state(head: &Head, headers: &[(String, String)], content: &Object, body: Option<&str>) -> BodyState {
    if head.method.eq_ignore_ascii_case("HEAD") || matches!(head.status, 0 | 204 | 304) {
        return BodyState::Whole;
    }
    let size = number(content.get("size")).unwrap_or(0);
    let length =
        headers.iter().find(|(name, _)| name == "content-length").and_then(|(_, value)| value.trim().parse().ok());
    match body.filter(|body| !body.is_empty()) {
        // -1: there was one, and nobody counted.
        None if size != 0 || length.is_some_and(|length: u64| length > 0) => BodyState::Missing,
        Some(body)
            if u64::try_from(size).is_ok_and(|size| size > body.len() as u64 + MARK) && !is_utf_16(&head.mime) =>
        {
            BodyState::Cut
        }
        _ => BodyState::Whole,
    }
}

fn is_utf_16(mime: &str) -> bool {
    mime.to_ascii_lowercase().contains("utf-16")
}

/// What would end a field of a form. A percent sign may be an escape already.
const FIELD: &AsciiSet = &CONTROLS.add(b'&').add(b'+').add(b' ');

/// The request's body: its text; where there is none, its fields as a form.
pub(super) fn sent(raw: Raw) -> Option<String> {
    let Some(data) = Object::read(raw).ok().filter(|data| !data.0.is_empty()) else { return text(raw) };
    text(data.get("text")).filter(|text| !text.is_empty()).or_else(|| form(&pairs(data.get("params"))))
}

fn form(fields: &[(String, String)]) -> Option<String> {
    if let [(name, value)] = fields
        && value.is_empty()
    {
        // Charles calls any body a form, and a body without `=` a field without a value.
        return Some(name.clone());
    }
    let field = |part: &str| utf8_percent_encode(part, FIELD).to_string();
    let fields: Vec<String> = fields.iter().map(|(name, value)| format!("{}={}", field(name), field(value))).collect();
    (!fields.is_empty()).then(|| fields.join("&"))
}
