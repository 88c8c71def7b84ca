//! Scripted exchanges, and what the cards say of them.

mod english;
mod scenarios;
mod script;
mod secrets;

pub(crate) use script::exchanges;
