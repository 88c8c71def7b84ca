//! What a request names: its token, and the parameters of its query and its body.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use scopelens_model::Exchange;
use scopelens_pack::{Text, Traffic};
use scopelens_text::records::{object, same_name, scalar};

/// A token call's request is small: what is longer is another call's.
const MAX_BODY: usize = 64 * 1024;

/// A token call has a handful of parameters.
const MAX_PARAMETERS: usize = 200;

/// Shorter words are no tokens.
const MIN_TOKEN: usize = 8;

/// The token that the request carries.
pub(super) fn token<'e>(traffic: &Traffic, exchange: &'e Exchange) -> Option<Cow<'e, str>> {
    let is = |names: &[Text], name: &str| names.iter().any(|n| n.eq_ignore_ascii_case(name));
    let header = exchange.request_headers.iter().find(|(name, _)| is(&traffic.token_headers, name));
    let carried = header.map(|(_, value)| Cow::Borrowed(bare(value)));
    let carried =
        carried.or_else(|| query(exchange).find(|(name, _)| is(&traffic.token_queries, name)).map(|(_, v)| v));
    carried.filter(|token| token.len() >= MIN_TOKEN)
}

/// A header's value without the scheme before it.
fn bare(value: &str) -> &str {
    let value = value.trim();
    match value.split_once(' ') {
        Some((scheme, token)) if scheme.eq_ignore_ascii_case("bearer") => token.trim(),
        _ => value,
    }
}

/// The parameters of the query and of a JSON or form body.
pub(super) fn parameters(exchange: &Exchange) -> Vec<(Cow<'_, str>, Cow<'_, str>)> {
    let body = exchange.request_body.as_deref().filter(|b| b.len() <= MAX_BODY).unwrap_or_default().trim();
    let members = object(body).filter_map(|(name, raw)| Some((Cow::Borrowed(name), scalar(raw)?)));
    let form = if body.starts_with(['{', '[']) { "" } else { body };
    query(exchange).chain(members).chain(pairs(form)).take(MAX_PARAMETERS).collect()
}

/// The value of the first of `names` that is among `parameters`.
pub(super) fn named<'p>(parameters: &'p [(Cow<str>, Cow<str>)], names: &[Text]) -> Option<&'p str> {
    names.iter().find_map(|name| {
        let (_, value) = parameters.iter().find(|(key, value)| same_name(key, name) && !value.is_empty())?;
        Some(value.as_ref())
    })
}

fn query(exchange: &Exchange) -> impl Iterator<Item = (Cow<'_, str>, Cow<'_, str>)> {
    let behind = exchange.head.url.split_once('?').map_or("", |(_, query)| query);
    pairs(behind.split('#').next().unwrap_or_default())
}

fn pairs(text: &str) -> impl Iterator<Item = (Cow<'_, str>, Cow<'_, str>)> {
    let decode = |part: &'_ str| percent_decode_str(part).decode_utf8_lossy().into_owned();
    text.split('&').filter_map(|pair| pair.split_once('=')).map(move |(name, value)| {
        let plain = !value.contains('%');
        let value = if plain { Cow::Borrowed(value) } else { Cow::Owned(decode(value)) };
        (Cow::Borrowed(name), value)
    })
}
