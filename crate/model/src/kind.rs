//! What a text shows.

use serde::{Deserialize, Serialize};

/// The kinds of reply, as the corpus labels them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// An API scope or app permission is missing.
    MissingScope,
    /// A grant, role, policy or sharing is missing.
    NotAuthorised,
    /// Members or departments outside what the app may see.
    VisibleRange,
    /// The API is switched off.
    ApiDisabled,
    /// An administrator has to consent.
    AdminConsent,
    /// A token is missing, wrong, expired or of the wrong kind.
    Token,
    /// An app id or secret is wrong.
    Credential,
    /// The caller's address is not allowed.
    IpWhitelist,
    /// Too many calls, or a quota used up.
    RateLimit,
    /// What was asked for does not exist.
    NotFound,
    /// The call itself is wrong.
    BadParam,
    /// The organisation's edition or certification is too low.
    OrgLevel,
    /// The caller is not a member.
    NotAMember,
    /// An error whose code is not known.
    Other,
    /// Text about an error; nothing was refused.
    Mention,
    /// Nothing of the kind.
    None,
}

impl Kind {
    /// Whether something was refused for want of permission.
    #[must_use]
    pub fn is_denied(self) -> bool {
        matches!(
            self,
            Kind::MissingScope | Kind::NotAuthorised | Kind::VisibleRange | Kind::ApiDisabled | Kind::AdminConsent
        )
    }

    /// The word of the corpus, `missing-scope`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Kind::MissingScope => "missing-scope",
            Kind::NotAuthorised => "not-authorised",
            Kind::VisibleRange => "visible-range",
            Kind::ApiDisabled => "api-disabled",
            Kind::AdminConsent => "admin-consent",
            Kind::Token => "token",
            Kind::Credential => "credential",
            Kind::IpWhitelist => "ip-whitelist",
            Kind::RateLimit => "rate-limit",
            Kind::NotFound => "not-found",
            Kind::BadParam => "bad-param",
            Kind::OrgLevel => "org-level",
            Kind::NotAMember => "not-a-member",
            Kind::Other => "other",
            Kind::Mention => "mention",
            Kind::None => "none",
        }
    }

    /// How the card is to be drawn.
    #[must_use]
    pub fn verdict(self) -> Verdict {
        match self {
            Kind::None => Verdict::None,
            Kind::Mention => Verdict::Mention,
            kind if kind.is_denied() => Verdict::Refused,
            _ => Verdict::Lookalike,
        }
    }
}

/// The four answers that a card can give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Refused for want of permission.
    Refused,
    /// Refused for another reason.
    Lookalike,
    /// Text about an error.
    Mention,
    /// Nothing refused.
    None,
}
