//! An engine with the built-in platforms for tests, and the ways in with it.

use std::sync::LazyLock;

use crate::card::{self, Annotation, Answer, AppLinks, Wanted};
use scopelens_engine::Engine;
use scopelens_engine::reading::{self, Reading};
use scopelens_engine::session::{Observed, Session};
use scopelens_model::{Exchange, Lang, View};
use scopelens_pack::Platform;
use serde::Serialize;

pub(crate) fn engine() -> &'static Engine {
    static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::of_packs(scopelens_platforms::packs()).unwrap());
    &ENGINE
}

pub(crate) fn platforms() -> impl Iterator<Item = &'static Platform> {
    engine().platforms()
}

pub(crate) fn read_snippet(text: &str) -> Reading {
    reading::read_snippet(engine(), text)
}

pub(crate) fn diagnose(text: &str, lang: Lang) -> Answer {
    card::diagnose(engine(), text, lang)
}

pub(crate) fn apply_links(scopes: &Wanted, app_id: &str, lang: Lang) -> Result<AppLinks, String> {
    card::apply_links(engine(), scopes, app_id, lang)
}

/// An exchange as the panel shows it: its row, and the cards below.
#[derive(Debug, Serialize)]
pub(crate) struct Shown {
    #[serde(flatten)]
    pub(crate) row: Annotation,
    pub(crate) answer: Option<Answer>,
}

/// The exchange taken into `session`, and shown.
pub(crate) fn see(session: &mut Session, exchange: &Exchange, view: View) -> Shown {
    shown(exchange, &session.see(engine(), exchange), view)
}

/// The exchange shown with what `session` knows now.
pub(crate) fn observe(session: &Session, exchange: &Exchange, view: View) -> Shown {
    shown(exchange, &session.observe(engine(), exchange), view)
}

fn shown(exchange: &Exchange, observed: &Observed, view: View) -> Shown {
    let row = card::annotate(engine(), exchange, observed, view);
    Shown { row, answer: card::explain(engine(), exchange, observed, view) }
}
