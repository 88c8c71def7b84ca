//! What of a file's replies could not be read, counted.

use serde::Serialize;

use scopelens_model::BodyState;

/// Replies of one platform that could not be read for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Lacking {
    /// The reason.
    pub why: Lack,
    /// The id of the platform on whose host they were asked for; nothing for all other hosts.
    pub platform: Option<String>,
    /// How many there are.
    pub count: usize,
    /// How many of them have a status of 400 or above.
    pub errors: usize,
}

impl Lacking {
    /// One reply with this status.
    pub(super) fn of(why: Lack, platform: Option<&str>, status: u16) -> Self {
        Self { why, platform: platform.map(str::to_owned), count: 1, errors: usize::from(status >= 400) }
    }

    /// Counts these to those of `all` that have the same reason and platform.
    pub fn add_to(self, all: &mut Vec<Self>) {
        match all.iter_mut().find(|known| known.why == self.why && known.platform == self.platform) {
            Some(known) => {
                known.count += self.count;
                known.errors += self.errors;
            }
            None => all.push(self),
        }
    }
}

/// Why a reply could not be read, or not all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Lack {
    /// The file holds no body of it.
    Unsaved,
    /// The file holds only the beginning of its body.
    Cut,
    /// Its body is compressed in a way that is not read.
    Compressed,
    /// Its body has more than 2 MiB, of which the first 64 KiB were read.
    Large,
}

impl Lack {
    /// What a body that is not whole lacks.
    pub(super) fn of(state: BodyState) -> Option<Self> {
        match state {
            BodyState::Whole => None,
            BodyState::Cut => Some(Self::Cut),
            BodyState::Missing | BodyState::Unsaved => Some(Self::Unsaved),
            BodyState::Compressed => Some(Self::Compressed),
        }
    }

    /// The code that stands for it in the keys of words (`har.lack-unsaved`).
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Unsaved => "unsaved",
            Self::Cut => "cut",
            Self::Compressed => "compressed",
            Self::Large => "large",
        }
    }
}
