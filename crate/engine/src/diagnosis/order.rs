//! The least privilege first.

use std::cmp::Reverse;

use scopelens_model::{AnyOf, Fact};
use scopelens_pack::Platform;
use scopelens_text::order;

/// `scopes` with the narrowest first, as the catalog ranks them; those that it does not rank keep their order behind.
/// Where all are needed there is nothing to choose.
#[must_use]
pub fn least_first(platform: &Platform, mut scopes: Vec<Fact>, any_of: AnyOf) -> Vec<Fact> {
    if any_of != AnyOf::All {
        order::sort_by_key(&mut scopes, |scope| {
            Reverse(platform.catalog.scope(&scope.value).and_then(|known| known.score))
        });
    }
    scopes
}
