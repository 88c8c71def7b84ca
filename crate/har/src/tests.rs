//! Files of every tool, in pieces of every size; hostile files; what is written.

mod bodies;
#[path = "../../redact/src/tests/carriers.rs"]
#[allow(dead_code)]
mod carriers;
mod damaged;
mod files;
mod forms;
mod hostile;
#[path = "../../redact/src/tests/secrets.rs"]
#[allow(dead_code)]
mod secrets;
mod written;

use super::{Bad, Batch, HarReader, NoHar};
use crate::testing::engine;

/// Everything that `bytes` give in pieces of `size`.
fn read_in(bytes: &[u8], size: usize) -> Result<Batch, NoHar> {
    let mut reader = HarReader::new();
    let mut all = Batch::default();
    bytes.chunks(size).for_each(|piece| all.append(reader.feed(engine(), piece)));
    all.append(reader.end(engine())?);
    Ok(all)
}

/// The same, after a look that the size of the pieces makes no difference.
fn read(bytes: &[u8]) -> Batch {
    let whole = read_in(bytes, bytes.len().max(1)).unwrap();
    for size in [1, 2, 3, 7, 64, 1000] {
        assert_eq!(read_in(bytes, size).as_ref(), Ok(&whole), "in pieces of {size}");
    }
    whole
}

fn indices(batch: &Batch) -> Vec<usize> {
    batch.entries.iter().map(|entry| entry.index).collect()
}

fn bad(batch: &Batch) -> Vec<(usize, super::Why)> {
    batch.bad.iter().map(|Bad { index, why }| (*index, *why)).collect()
}
