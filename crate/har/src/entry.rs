//! One entry, from its JSON to an exchange.

use super::body;
use super::leaf::{number, pairs, text};
use super::object::{Object, Raw};
use super::{Why, time};
use scopelens_engine::Engine;
use scopelens_engine::reading::{decide, sift};
use scopelens_model::{BodyState, Exchange, Head};

/// So much of an error's body is handed out where that is too long to be read, in bytes.
const BEGINNING: usize = 64 * 1024;

/// What is read of an entry; the rest is passed over.
pub(super) struct Entry<'j> {
    started: Raw<'j>,
    request: Object<'j>,
    response: Object<'j>,
    content: Object<'j>,
}

impl<'j> Entry<'j> {
    /// The entry that `json` holds.
    pub(super) fn read(json: &'j str) -> Result<Self, Why> {
        let entry = Object::read(Some(json))?;
        let response = Object::read(entry.get("response"))?;
        Ok(Self {
            started: entry.get("startedDateTime"),
            request: Object::read(entry.get("request"))?,
            content: Object::read(response.get("content"))?,
            response,
        })
    }

    /// The exchange, if it is worth a look: its head says so, and its host or its body too. The body is unescaped only
    /// where the head does not rule it out.
    pub(super) fn if_it_matters(self, engine: &Engine) -> Result<Option<Exchange>, Why> {
        let head = self.head()?;
        let decision = decide(engine, &head);
        if !decision.read {
            return Ok(decision.row.then(|| self.beginning(head)));
        }
        let body = body::text_of(&self.content);
        let matters = decision.why == "ours" || body.as_deref().is_some_and(|body| sift(engine, body));
        Ok(matters.then(|| self.exchange(head, body)))
    }

    /// The exchange with the beginning of its body, which is too long to be read.
    fn beginning(&self, head: Head) -> Exchange {
        let mut exchange = self.exchange(head, body::text_of(&self.content));
        if let Some(body) = exchange.body.as_mut().filter(|body| body.len() > BEGINNING) {
            body.truncate(body.floor_char_boundary(BEGINNING));
            exchange.body_state = BodyState::Cut;
        }
        exchange
    }

    /// The exchange, whatever it is.
    pub(super) fn whole(self) -> Result<Exchange, Why> {
        Ok(self.exchange(self.head()?, body::text_of(&self.content)))
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

    fn exchange(&self, head: Head, body: Option<String>) -> Exchange {
        let response_headers = headers(self.response.get("headers"));
        Exchange {
            id: None,
            at: text(self.started).and_then(|text| time::parse(&text)),
            request_headers: headers(self.request.get("headers")),
            request_body: body::sent(self.request.get("postData")),
            body_state: body::state(&head, &response_headers, &self.content, body.as_deref()),
            response_headers,
            body,
            head,
        }
    }
}

/// With names in lower case, without the pseudo headers of HTTP/2.
fn headers(raw: Raw) -> Vec<(String, String)> {
    let is_real = |(name, _): &(String, String)| !name.starts_with(':');
    pairs(raw).into_iter().filter(is_real).map(|(name, value)| (name.to_ascii_lowercase(), value)).collect()
}
