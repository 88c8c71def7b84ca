//! An engine with the built-in platforms for tests, and the ways in with it.

use std::sync::LazyLock;

use crate::reading::{Decision, Reading};
use crate::{Engine, reading};
use scopelens_model::{Exchange, Head};
use scopelens_pack::Platform;

pub(crate) fn engine() -> &'static Engine {
    static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::of_packs(scopelens_platforms::packs()).unwrap());
    &ENGINE
}

pub(crate) fn platforms() -> impl Iterator<Item = &'static Platform> {
    engine().platforms()
}

pub(crate) fn platform(id: &str) -> Option<&'static Platform> {
    engine().platform(id)
}

pub(crate) fn read_snippet(text: &str) -> Reading {
    reading::read_snippet(engine(), text)
}

pub(crate) fn read_exchange(exchange: &Exchange) -> Reading {
    reading::read_exchange(engine(), exchange)
}

pub(crate) fn decide(head: &Head) -> Decision {
    reading::decide(engine(), head)
}

pub(crate) fn sift(text: &str) -> bool {
    reading::sift(engine(), text)
}
