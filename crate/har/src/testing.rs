//! An engine with the built-in platforms for tests.

use std::sync::LazyLock;

use scopelens_engine::Engine;
use scopelens_engine::reading::{self, Reading};
use scopelens_model::Exchange;

pub(crate) fn engine() -> &'static Engine {
    static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::of_packs(scopelens_platforms::packs()).unwrap());
    &ENGINE
}

pub(crate) fn read_exchange(exchange: &Exchange) -> Reading {
    reading::read_exchange(engine(), exchange)
}
