//! Silent refusals: a granted answer that lacks what a missing field scope would open.

use memchr::memmem;

use super::outcome::is_granted;
use crate::Engine;
use crate::diagnosis::{called, in_catalog};
use crate::reading::Reading;
use scopelens_model::{BodyState, Exchange};
use scopelens_pack::{Guarded, Platform, has};

/// Fields that a granted answer lacks.
#[derive(Debug)]
pub struct Lacking<'e> {
    /// Platform that answered.
    pub platform: &'e Platform,
    /// Fields, each with the scope that opens it.
    pub fields: Vec<&'e Guarded>,
}

/// The fields that a granted `exchange` lacks, each with the scope that opens it. A guess by nature: a field may be empty for
/// another reason, so nothing is refused here.
pub(super) fn lacking<'e>(engine: &'e Engine, exchange: &Exchange, reading: &Reading) -> Option<Lacking<'e>> {
    let (platform, api) = called(engine, exchange).filter(|_| reading.denials.is_empty())?;
    let body = exchange.body.as_deref().filter(|_| exchange.body_state == BodyState::Whole)?;
    let guarded = &platform.spec.traffic().guarded;
    if guarded.is_empty() || !is_granted(platform, &api, exchange) {
        return None;
    }
    let known = in_catalog(platform, &api)?;
    let call = format!("{} {}{}", known.method, known.host, known.path);
    let lacks = |g: &&Guarded| {
        has(&g.calls, &call) && names(body, &g.beside) && !g.members.iter().any(|name| names(body, name))
    };
    let fields: Vec<&Guarded> = guarded.iter().filter(lacks).collect();
    (!fields.is_empty()).then_some(Lacking { platform, fields })
}

/// Whether any object in `body` has a member of this name.
fn names(body: &str, name: &str) -> bool {
    let quoted = format!("\"{name}\"");
    let mut offsets = memmem::find_iter(body.as_bytes(), quoted.as_bytes());
    offsets.any(|at| body.get(at + quoted.len()..).is_some_and(|rest| rest.trim_start().starts_with(':')))
}
