//! A platform is data: rules, links, causes, words and a catalog, from one folder of `platforms/`.

mod lookup;
mod must;
mod pattern;
mod registry;
mod rule;
mod spec;
mod traffic;
mod written;

pub use lookup::{Lookup, Role, RuleTexts};
pub use must::Must;
pub(crate) use pattern::pattern;
pub use pattern::{Compiled, Pattern};
pub use registry::{Platform, built_in};
pub use rule::{Detail, Needs, Rule, ScopeSource};
pub use spec::{
    Cause, Causes, Choice, Further, Identity, LinkSpec, MemberNames, Question, Reply, Shapes, Spec, StepSpec,
};
pub use traffic::{Guarded, TokenCall, TokenKind, Traffic};
