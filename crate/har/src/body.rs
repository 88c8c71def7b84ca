//! The bodies of an entry: as text, as base64, compressed, in a file beside the archive, as a list of fields, cut, or left out.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::attachments::Attachments;
use super::coding::{self, Plain};
use super::leaf::{number, pairs, text};
use super::messages;
use super::object::{Object, Raw, elements};
use scopelens_model::{BodyState, Head};
use scopelens_text::base64;

/// A byte order mark counts in the size, but is not in the text.
const MARK: u64 = 3;

/// So much of an error's body is handed out where that is too long to be read, in bytes.
const BEGINNING: usize = 64 * 1024;

/// The body of a reply, as far as it can be read.
pub(super) struct Body {
    pub(super) text: Option<String>,
    pub(super) state: BodyState,
}

impl Body {
    /// Leaves the beginning of a body that is too long to be read.
    pub(super) fn shorten(&mut self) {
        if let Some(text) = self.text.as_mut().filter(|text| text.len() > BEGINNING) {
            text.truncate(text.floor_char_boundary(BEGINNING));
            self.state = BodyState::Cut;
        }
    }

    /// Its length in bytes; 0 where there is none.
    pub(super) fn len(&self) -> u64 {
        self.text.as_ref().map_or(0, |text| text.len() as u64)
    }
}

/// What an entry says of its reply.
pub(super) struct Reply<'e> {
    pub(super) head: &'e Head,
    pub(super) entry: &'e Object<'e>,
    pub(super) response: &'e Object<'e>,
    pub(super) content: &'e Object<'e>,
    pub(super) attachments: Option<&'e dyn Attachments>,
}

/// What the archive holds of a body.
enum Saved {
    Text(String),
    Bytes(Vec<u8>),
    Compressed,
}

impl Reply<'_> {
    /// The reply's body.
    pub(super) fn body(&self) -> Body {
        let attached = self.attached();
        let is_attached = attached.is_some();
        let (saved, is_part) = match attached.or_else(|| self.saved()) {
            None => (None, false),
            Some(Saved::Text(text)) => (Some(text), false),
            Some(Saved::Compressed) => return Body { text: None, state: BodyState::Compressed },
            Some(Saved::Bytes(bytes)) => match coding::undo(bytes, &self.coding()) {
                Plain::Whole(bytes) => (Some(lossy(&bytes)), false),
                Plain::Part(bytes) => (Some(lossy(&bytes)), true),
                Plain::Compressed => return Body { text: None, state: BodyState::Compressed },
            },
        };
        let state = match saved.as_deref().filter(|text| !text.is_empty()) {
            Some(_) if is_part => BodyState::Cut,
            Some(text) if self.is_cut(text) => BodyState::Cut,
            None if !is_attached && self.should_have_one() => BodyState::Unsaved,
            _ => BodyState::Whole,
        };
        let text = saved.or_else(|| text(self.content.get("text"))).filter(|_| state != BodyState::Unsaved);
        Body { text, state }
    }

    /// A header's value, asked for of few replies: most need none.
    fn header(&self, name: &str) -> String {
        let header =
            pairs(self.response.get("headers")).into_iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        header.map_or_else(String::new, |(_, value)| value.trim().to_owned())
    }

    /// How a text was compressed on its way; empty where it was not, and for what is no text.
    fn coding(&self) -> String {
        let mime = self.head.mime.to_ascii_lowercase();
        let is_text = ["text", "json", "script", "xml", "form", "unknown"].into_iter().any(|kind| mime.contains(kind));
        if is_text || mime.is_empty() { self.header("content-encoding") } else { String::new() }
    }

    /// What Playwright wrote into a file of its own.
    fn attached(&self) -> Option<Saved> {
        self.attachments?.read(&text(self.content.get("_file"))?).map(Saved::Bytes)
    }

    /// What stands in the archive itself. Some tools call a plain text base64: it stays as it is.
    fn saved(&self) -> Option<Saved> {
        let Some(body) = text(self.content.get("text")).filter(|body| !body.is_empty()) else {
            return messages::of_stream(self.entry).map(Saved::Text);
        };
        if text(self.content.get("encoding")).is_some_and(|encoding| encoding.eq_ignore_ascii_case("base64")) {
            return Some(base64::decode(&body).or_else(|| chunks(&body)).map_or(Saved::Text(body), Saved::Bytes));
        }
        Some(if body.starts_with('\u{1f}') { latin_1(&body) } else { Saved::Text(body) })
    }

    /// Whether a body has fewer bytes than were told. Of the encodings in use only UTF-16 takes more bytes than UTF-8.
    fn is_cut(&self, body: &str) -> bool {
        let stated = number(self.content.get("size")).and_then(|size| u64::try_from(size).ok()).unwrap_or(0);
        let is_expected = !matches!(self.head.status, 0 | 204 | 304) && !self.head.method.eq_ignore_ascii_case("HEAD");
        is_expected && stated > body.len() as u64 + MARK && !self.head.mime.to_ascii_lowercase().contains("utf-16")
    }

    /// Whether there was a body, as far as is known: a reply that does not say that it has none may have one.
    fn should_have_one(&self) -> bool {
        if self.head.method.eq_ignore_ascii_case("HEAD") || matches!(self.head.status, 0 | 204 | 304) {
            return false;
        }
        // -1: there was one, and nobody counted.
        let size = number(self.content.get("size"));
        let sent = number(self.response.get("bodySize")).filter(|size| *size > 0);
        let length = self.header("content-length").parse::<u64>().ok();
        let told = [size.map(|size| size != 0), sent.map(|_| true), length.map(|length| length > 0)];
        told.into_iter().flatten().reduce(|one, other| one || other).unwrap_or(true)
    }
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The bytes of a body that was saved piece by piece, each as base64: Polly writes `["H4sI…","…"]`.
fn chunks(body: &str) -> Option<Vec<u8>> {
    let pieces: Vec<Vec<u8>> = elements(body)
        .map(|piece| text(Some(piece)).and_then(|piece| base64::decode(&piece)))
        .collect::<Option<_>>()?;
    (!pieces.is_empty()).then(|| pieces.concat())
}

/// Compressed bytes of which each was taken for a character; nothing undoes that where one was no character.
fn latin_1(body: &str) -> Saved {
    let bytes: Option<Vec<u8>> = body.chars().map(|char| u8::try_from(u32::from(char)).ok()).collect();
    match bytes.filter(|bytes| bytes.starts_with(&[0x1f, 0x8b])) {
        Some(bytes) => Saved::Bytes(bytes),
        None if body.starts_with("\u{1f}\u{fffd}") => Saved::Compressed,
        None => Saved::Text(body.to_owned()),
    }
}

/// In bytes: what `content` says, or, where that is 0 or -1, how much it holds.
pub(super) fn size_of(content: &Object) -> Option<u64> {
    let stated_size = number(content.get("size")).and_then(|size| u64::try_from(size).ok()).filter(|size| *size > 0);
    stated_size.or_else(|| Some(content.get("text")?.len() as u64))
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
