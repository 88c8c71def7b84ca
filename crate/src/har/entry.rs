//! One entry, from its JSON to an exchange.

use serde::Deserialize;

use super::Why;
use super::body::{self, Content, PostData};
use super::leaf::{Raw, number, pairs, text};
use super::time;
use crate::model::{Exchange, Head};
use crate::reading::{decide, sift};

/// What is read of an entry; the rest is passed over.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Entry<'a> {
    #[serde(borrow, default)]
    started_date_time: Raw<'a>,
    #[serde(borrow)]
    request: Request<'a>,
    #[serde(borrow, default)]
    response: Option<Response<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Request<'a> {
    #[serde(borrow, default)]
    method: Raw<'a>,
    #[serde(borrow, default)]
    url: Raw<'a>,
    #[serde(borrow, default)]
    headers: Raw<'a>,
    #[serde(borrow, default)]
    post_data: Raw<'a>,
}

#[derive(Deserialize, Default)]
struct Response<'a> {
    #[serde(borrow, default)]
    status: Raw<'a>,
    #[serde(borrow, default)]
    headers: Raw<'a>,
    #[serde(borrow, default)]
    content: Option<Content<'a>>,
}

impl<'a> Entry<'a> {
    /// The entry that `json` holds.
    pub(super) fn read(json: &'a str) -> Result<Self, Why> {
        serde_json::from_str(json).map_err(|error| if error.is_data() { Why::Shape } else { Why::Broken })
    }

    /// The exchange, if it is worth a look: its head says so, and its host or its body too. The body is unescaped only
    /// where the head does not rule it out.
    pub(super) fn if_it_matters(self) -> Result<Option<Exchange>, Why> {
        let head = self.head()?;
        let decision = decide(&head);
        if !decision.read {
            return Ok(None);
        }
        let body = self.body();
        let matters = decision.why == "ours" || body.as_deref().is_some_and(sift);
        Ok(matters.then(|| self.exchange(head, body)))
    }

    /// The exchange, whatever it is.
    pub(super) fn whole(self) -> Result<Exchange, Why> {
        Ok(self.exchange(self.head()?, self.body()))
    }

    fn head(&self) -> Result<Head, Why> {
        let content = self.content();
        Ok(Head {
            method: text(self.request.method).unwrap_or_default(),
            url: text(self.request.url).filter(|url| !url.is_empty()).ok_or(Why::Shape)?,
            status: number(self.response().and_then(|r| r.status)).and_then(|n| n.try_into().ok()).unwrap_or(0),
            mime: text(content.and_then(|c| c.mime_type)).unwrap_or_default(),
            size: content.and_then(Content::size),
        })
    }

    fn exchange(&self, head: Head, body: Option<String>) -> Exchange {
        let response_headers = headers(self.response().and_then(|r| r.headers));
        Exchange {
            id: None,
            at: text(self.started_date_time).and_then(|text| time::parse(&text)),
            request_headers: headers(self.request.headers),
            request_body: PostData::text(self.request.post_data),
            body_state: body::state(&head, &response_headers, self.content(), body.as_deref()),
            response_headers,
            body,
            head,
        }
    }

    fn body(&self) -> Option<String> {
        self.content().and_then(Content::body)
    }

    fn response(&self) -> Option<&Response<'a>> {
        self.response.as_ref()
    }

    fn content(&self) -> Option<&Content<'a>> {
        self.response()?.content.as_ref()
    }
}

/// With names in lower case, without the pseudo headers of HTTP/2.
fn headers(raw: Raw) -> Vec<(String, String)> {
    let own = |(name, _): &(String, String)| !name.starts_with(':');
    pairs(raw).into_iter().filter(own).map(|(name, value)| (name.to_ascii_lowercase(), value)).collect()
}
