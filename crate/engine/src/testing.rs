//! An engine with the built-in platforms for tests, and the ways in with it.

use std::sync::{Arc, LazyLock};

use crate::reading::{Decision, Reading};
use crate::{Engine, reading};
use scopelens_model::{Exchange, Head};
use scopelens_pack::Platform;

/// The platforms that this build carries.
pub(crate) fn built_in() -> Vec<Arc<Platform>> {
    scopelens_platforms::built_in().unwrap()
}

pub(crate) fn engine() -> &'static Engine {
    static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::new(built_in()));
    &ENGINE
}

pub(crate) fn platforms() -> &'static [Arc<Platform>] {
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
