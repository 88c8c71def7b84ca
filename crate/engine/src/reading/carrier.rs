//! What an exchange's body is: a reply, a page, or anything. What its media type claims counts only where the body does not
//! show otherwise: PHP and servlets call JSON `text/html`, old gateways call it a script.

use scopelens_model::Exchange;
use scopelens_text::records::group;

/// Whether a refusal in a text is one, or only quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Carrier {
    /// A program's reply: what it says happened.
    Reply,
    /// A page for people, or a program: it quotes at most.
    WebPage,
    /// A page that a gateway gave to a program in place of a reply: it quotes what failed behind it.
    ErrorPage,
    /// Anything: its form decides.
    Prose,
}

impl Carrier {
    /// What `exchange` has for a body.
    pub(super) fn of(exchange: &Exchange) -> Self {
        let mime = exchange.head.mime.to_ascii_lowercase();
        let is_page = mime.contains("html");
        let is_program = mime.contains("javascript") || mime.contains("ecmascript");
        if mime.contains("json") || is_reply(exchange.body.as_deref().unwrap_or_default(), is_page) {
            Self::Reply
        } else if is_program {
            Self::WebPage
        } else if !is_page {
            Self::Prose
        } else if exchange.head.status >= 400 && exchange.is_scripted() {
            Self::ErrorPage
        } else {
            Self::WebPage
        }
    }
}

/// Whether a body is JSON, or a call with JSON (JSONP). A template for pages begins with braces as well (`{{`, `{%`), so what
/// claims to be a page must begin as JSON does.
fn is_reply(body: &str, claims_page: bool) -> bool {
    let body = body.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let is_json = if claims_page { begins_as_json(body) } else { body.starts_with(['{', '[']) };
    is_json || is_call_with_json(body)
}

/// `{}`, `{"`, `[]`, `["`, `[{`, `[[`, `[1`, with blanks between.
fn begins_as_json(body: &str) -> bool {
    let inside = |open: char| body.strip_prefix(open).map(str::trim_start);
    let is_item = |c: char| matches!(c, '"' | '{' | '[' | ']' | '-') || c.is_ascii_digit();
    inside('{').is_some_and(|members| members.starts_with(['"', '}']))
        || inside('[').is_some_and(|items| items.starts_with(is_item))
}

/// `callback({…})`, `/**/ns.cb_1([…]);`: one JSON text is all that the call is given, and nothing stands behind it.
fn is_call_with_json(body: &str) -> bool {
    let call = body.strip_prefix("/**/").unwrap_or(body).trim_start();
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$' | '.' | '[' | ']');
    let argument = call.trim_start_matches(is_name).strip_prefix('(').map(str::trim_start);
    let Some(json) = argument.filter(|json| call.starts_with(is_name) && begins_as_json(json)) else { return false };
    let behind = group(json).and_then(|len| json.get(len..)).unwrap_or_default().trim_start();
    behind
        .strip_prefix(')')
        .is_some_and(|rest| rest.trim_start_matches(|c: char| c == ';' || c.is_whitespace()).is_empty())
}

#[cfg(test)]
mod tests;
