use super::{Config, configured};
use crate::reading::proofs;
use crate::testing::engine;

/// A gateway as its team may write it: as little as possible.
const ACME: &str = include_str!("../../../pack/tests/acme.json");

#[test]
fn built_in_rules_hold_beside_own_ones() {
    let config = Config { rules: vec![ACME.to_owned()], ..Config::default() };
    let (with_acme, left_out) = configured(engine(), &config);
    assert_eq!(left_out, []);
    proofs::hold(&with_acme);
}
