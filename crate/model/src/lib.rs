//! The plain structs that the layers hand on.

mod denial;
mod evidence;
mod exchange;
mod kind;
mod lang;
mod view;

pub use denial::{AnyOf, Api, Denial, Fact, Source};
pub use evidence::{Evidence, EvidenceItem};
pub use exchange::{BodyState, Exchange, GivenExchange, Head, split_url};
pub use kind::{Kind, Verdict};
pub use lang::Lang;
pub use view::View;
