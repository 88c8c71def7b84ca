//! An engine with the built-in platforms, and bodies as they are compressed, for tests.

use std::io::Write;
use std::sync::LazyLock;

use flate2::Compression;
use flate2::write::{GzEncoder, ZlibEncoder};
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

pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes).unwrap();
    gzip.finish().unwrap()
}

pub(crate) fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut zlib = ZlibEncoder::new(Vec::new(), Compression::best());
    zlib.write_all(bytes).unwrap();
    zlib.finish().unwrap()
}
