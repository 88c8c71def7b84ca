//! An exchange with the masks that a person added.

use std::borrow::Cow;

use scopelens_model::{Exchange, Head};
use scopelens_redact::Redactor;

/// Each text of the exchange by itself, with one mask for a secret in all of them. A header is read as `name: value`, as a
/// person sees it.
pub(super) fn with_custom_masks<'e>(redactor: &Redactor, exchange: &'e Exchange) -> Cow<'e, Exchange> {
    if !redactor.has_custom() {
        return Cow::Borrowed(exchange);
    }
    let Exchange { head, request_headers, response_headers, request_body, body, .. } = exchange;
    let mut texts = vec![(head.url.clone(), 0)];
    texts.extend(request_headers.iter().chain(response_headers).map(line));
    texts.extend([request_body, body].into_iter().flatten().map(|body| (body.clone(), 0)));
    let texts: Vec<(&str, usize)> = texts.iter().map(|(text, shown)| (text.as_str(), *shown)).collect();
    let mut masked = redactor.redact_custom(&texts).into_iter();
    let url = masked.next().unwrap_or_default();
    let [request_headers, response_headers] = [request_headers, response_headers].map(|h| values(h, &mut masked));
    let [request_body, body] = [request_body, body].map(|body| body.as_ref().and_then(|_| masked.next()));
    let head = Head { url, ..head.clone() };
    Cow::Owned(Exchange { head, request_headers, response_headers, request_body, body, ..exchange.clone() })
}

/// A header as a line, and how much of it only shows what the rest is.
fn line((name, value): &(String, String)) -> (String, usize) {
    (format!("{name}: {value}"), name.len() + 2)
}

/// The headers with the values of the next masked lines.
fn values(headers: &[(String, String)], lines: &mut impl Iterator<Item = String>) -> Vec<(String, String)> {
    let value = |name: &str, line: String| line.get(name.len() + 2..).unwrap_or_default().to_owned();
    headers.iter().zip(lines).map(|((name, _), line)| (name.clone(), value(name, line))).collect()
}
