//! The cards of an exchange.

use scopelens_engine::Engine;
use scopelens_engine::session::Observed;
use scopelens_model::{Exchange, View};

use super::Answer;
use super::answer::answer;

/// The cards of `exchange`, of which `observed` is what was read and what other exchanges tell; nothing where nothing was refused.
#[must_use]
pub fn explain(engine: &Engine, exchange: &Exchange, observed: &Observed, view: View) -> Option<Answer> {
    let Observed { reading, evidence, .. } = observed;
    let body = exchange.body.as_deref().unwrap_or_default();
    let answer = answer(engine, reading, evidence, (body, &request(exchange), &sent(exchange)), view);
    (!answer.cards.is_empty()).then_some(answer)
}

/// The request as far as it tells how it carried its token.
pub(super) fn request(exchange: &Exchange) -> String {
    let tells = |name: &str| ["token", "authorization"].iter().any(|part| name.to_ascii_lowercase().contains(part));
    let headers = exchange.request_headers.iter().filter(|(name, _)| tells(name));
    let lines = headers.map(|(name, value)| format!("\n{name}: {value}"));
    format!("{} {}{}", exchange.head.method, exchange.head.url, lines.collect::<String>())
}

/// All of the request, as it was sent.
fn sent(exchange: &Exchange) -> String {
    let headers = exchange.request_headers.iter().map(|(name, value)| format!("\n{name}: {value}")).collect::<String>();
    let body = exchange.request_body.as_deref().unwrap_or_default();
    format!("{} {}{headers}\n\n{body}", exchange.head.method, exchange.head.url)
}
