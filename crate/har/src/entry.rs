//! One entry, from its JSON to an exchange.

use super::attachments::Attachments;
use super::body::{self, Body, Reply};
use super::lack::{Lack, Lacking};
use super::leaf::{number, pairs, text};
use super::messages::{self, Sides};
use super::object::{Object, Raw};
use super::{Why, time};
use scopelens_engine::Engine;
use scopelens_engine::reading::{decide, platform_at, sift};
use scopelens_model::{BodyState, Exchange, Head};

/// Whether JSON that stands in no archive is an entry: a request to an address, with its response.
pub(super) fn is_one(json: &[u8]) -> bool {
    let text = String::from_utf8_lossy(json);
    Entry::read(&text).is_ok_and(|entry| entry.head().is_ok() && !entry.response.0.is_empty())
}

/// What is read of an entry; the rest is passed over.
pub(super) struct Entry<'j> {
    entry: Object<'j>,
    request: Object<'j>,
    response: Object<'j>,
    content: Object<'j>,
}

/// What became of an entry.
#[derive(Default)]
pub(super) struct Found {
    /// The exchange, if it is worth a look.
    pub(super) exchange: Option<Exchange>,
    /// What could not be read of its reply.
    pub(super) lacking: Option<Lacking>,
}

impl<'j> Entry<'j> {
    /// The entry that `json` holds.
    pub(super) fn read(json: &'j str) -> Result<Self, Why> {
        let entry = Object::read(Some(json))?;
        let response = Object::read(entry.get("response"))?;
        Ok(Self {
            request: Object::read(entry.get("request"))?,
            content: Object::read(response.get("content"))?,
            response,
            entry,
        })
    }

    /// The exchange, if it is worth a look: its head says so, and its host or its body too. The body is unescaped only
    /// where the head does not rule it out. Of an error that is too long to be read, the beginning is.
    pub(super) fn if_it_matters(&self, engine: &Engine, files: Option<&dyn Attachments>) -> Result<Found, Why> {
        let head = self.head()?;
        if let Some(sides) = messages::of_socket(&self.entry).or_else(|| self.written_socket(&head)) {
            return Ok(self.socket(engine, head, sides));
        }
        let is_error = head.status >= 400;
        let decision = decide(engine, &head);
        let is_asked_for = decision.read || is_error && decision.why == "size";
        if !is_asked_for {
            return Ok(Found::default());
        }
        let mut body = self.body(&head, files);
        let is_long = !decision.read || body.len() > head.size.unwrap_or(0) && is_too_long(engine, &head, &body);
        if is_long && !is_error {
            return Ok(Found::default());
        }
        if is_long {
            body.shorten();
        }
        let platform = platform_at(engine, &head.url);
        // Sizes are told in many ways: a whole body of a stranger may seem to be cut.
        let lack = Lack::of(body.state).filter(|lack| *lack != Lack::Cut || is_error || platform.is_some());
        let lack = if is_long && body.text.is_some() { Some(Lack::Large) } else { lack };
        let lacking = lack.map(|lack| Lacking::of(lack, platform, head.status));
        let matters = platform.is_some() || body.text.as_deref().is_some_and(|body| sift(engine, body));
        Ok(Found { exchange: matters.then(|| self.exchange(head, body)), lacking })
    }

    /// The messages of a socket as we write them: as bodies.
    fn written_socket(&self, head: &Head) -> Option<Sides> {
        let received = self.content.get("text").filter(|_| head.status == 101);
        let received = text(received).filter(|text| !text.is_empty())?;
        Some(Sides { sent: body::sent(self.request.get("postData")).unwrap_or_default(), received })
    }

    /// The messages that were received are the body, those that were sent the request's.
    fn socket(&self, engine: &Engine, head: Head, sides: Sides) -> Found {
        let matters = sift(engine, &sides.received);
        let body = Body { text: Some(sides.received), state: BodyState::Whole };
        let exchange = matters.then(|| Exchange {
            request_body: Some(sides.sent).filter(|sent| !sent.is_empty()),
            ..self.exchange(head, body)
        });
        Found { exchange, lacking: None }
    }

    /// The exchange, whatever it is, with the body as it stands.
    pub(super) fn whole(self) -> Result<Exchange, Why> {
        let body = Body { text: text(self.content.get("text")), state: BodyState::Whole };
        Ok(self.exchange(self.head()?, body))
    }

    fn head(&self) -> Result<Head, Why> {
        Ok(Head {
            method: text(self.request.get("method")).unwrap_or_default(),
            url: text(self.request.get("url")).filter(|url| !url.is_empty()).ok_or(Why::Shape)?,
            status: number(self.response.get("status")).and_then(|n| n.try_into().ok()).unwrap_or(0),
            mime: text(self.content.get("mimeType")).unwrap_or_default(),
            size: body::size_of(&self.content),
        })
    }

    fn body(&self, head: &Head, attachments: Option<&dyn Attachments>) -> Body {
        let Self { entry, response, content, .. } = self;
        Reply { head, entry, response, content, attachments }.body()
    }

    fn exchange(&self, head: Head, body: Body) -> Exchange {
        Exchange {
            id: None,
            at: text(self.entry.get("startedDateTime")).and_then(|text| time::parse(&text)),
            request_headers: headers(self.request.get("headers")),
            request_body: body::sent(self.request.get("postData")),
            response_headers: headers(self.response.get("headers")),
            body: body.text,
            body_state: body.state,
            head,
        }
    }
}

/// Whether a body is longer than its head says, so that it would not have been asked for.
fn is_too_long(engine: &Engine, head: &Head, body: &Body) -> bool {
    !decide(engine, &Head { size: Some(body.len()), ..head.clone() }).read
}

/// With names in lower case, without the pseudo headers of HTTP/2.
fn headers(raw: Raw) -> Vec<(String, String)> {
    let is_real = |(name, _): &(String, String)| !name.starts_with(':');
    pairs(raw).into_iter().filter(is_real).map(|(name, value)| (name.to_ascii_lowercase(), value)).collect()
}
