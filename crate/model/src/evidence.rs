//! What other exchanges tell about a denial.

/// All of it for one denial.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Evidence {
    /// When the refused call was made, in milliseconds since 1970 (UTC).
    pub at: Option<i64>,
    /// The app whose token it was made with.
    pub app_id: Option<String>,
    /// The organisation of that token.
    pub organisation: Option<String>,
    /// The lines, the most telling first.
    pub items: Vec<EvidenceItem>,
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceItem {
    /// Its words are under `evidence.<key>`.
    pub key: &'static str,
    /// What it tells the causes, as `causes.json` names it.
    pub signal: Option<&'static str>,
    /// The exchange that tells it.
    pub exchange: Option<u64>,
    /// Times in the words, by name, in milliseconds since 1970 (UTC).
    pub times: Vec<(&'static str, i64)>,
    /// Other values in the words, by name.
    pub values: Vec<(&'static str, String)>,
}

impl Evidence {
    /// What it tells the causes.
    pub fn signals(&self) -> impl Iterator<Item = &'static str> {
        self.items.iter().filter_map(|item| item.signal)
    }
}
