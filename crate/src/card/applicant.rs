//! A scope to apply for, without a refusal.

use super::scopes::bare;
use super::steps::named;
use super::{Link, Scope, Words};
use crate::links::{LinkValues, build};
use scopelens_model::Source;
use scopelens_pack::Platform;

/// The app that applies.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Applicant<'a> {
    /// Whose app it is.
    pub(crate) platform: &'a Platform,
    /// Its client id; without it there is no link.
    pub(crate) app: Option<&'a str>,
    /// It calls the platform's international edition.
    pub(crate) international: bool,
}

impl Applicant<'_> {
    /// The scope of this code, with the link to apply for it.
    pub(crate) fn scope(self, words: &Words, code: &str, source: Source) -> Scope {
        Scope { link: self.link(words, code), ..bare(self.platform, words, code, source) }
    }

    /// The link to apply for the scope of this code.
    pub(super) fn link(self, words: &Words, code: &str) -> Option<Link> {
        let international = self.international;
        let values = LinkValues { app_id: self.app, scope: Some(code), international, ..LinkValues::default() };
        named(words, "apply", Some(code), build(self.platform, "apply", values)?)
    }
}
