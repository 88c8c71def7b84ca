//! Rows of equal refusals.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use scopelens_model::{AnyOf, Denial, Fact, Kind, Verdict};

/// More distinct causes than this are counted together.
const MAX_ROWS: usize = 10_000;

/// One cause: all refusals of a log that are alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// `refused` or `lookalike`.
    pub verdict: Verdict,
    /// Whose it is.
    pub platform: Arc<str>,
    /// What it is.
    pub kind: Kind,
    /// The most telling code.
    pub code: Option<String>,
    /// The missing scopes, sorted.
    pub scopes: Vec<String>,
    /// How they go together.
    pub any_of: AnyOf,
    /// The app that was refused.
    pub app_id: Option<String>,
    /// How often.
    pub count: u64,
    /// The line its code or words first stand on, from 1; of a HAR file, the entry.
    pub first_line: u64,
    /// The line or entry they last stand on.
    pub last_line: u64,
}

/// What one log held.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    rows: BTreeMap<Key, Row>,
    /// Lines of the log.
    pub lines: u64,
    /// Bytes of the log.
    pub bytes: u64,
    /// Refusals beyond the first ten thousand distinct ones.
    pub left: u64,
    /// How often the log only speaks of an error.
    pub mentions: u64,
}

type Key = (Arc<str>, Kind, Option<String>, Vec<String>, Option<String>);

impl Tally {
    /// The rows: refusals first, the most frequent first, then by line.
    #[must_use]
    pub fn rows(&self) -> Vec<&Row> {
        let mut rows: Vec<&Row> = self.rows.values().collect();
        rows.sort_by_key(|row| (row.verdict, u64::MAX - row.count, row.first_line));
        rows
    }

    /// How many refusals for want of permission there are.
    #[must_use]
    pub fn refused(&self) -> u64 {
        self.rows.values().filter(|row| row.verdict == Verdict::Refused).map(|row| row.count).sum()
    }

    /// Counts a refusal on this line, or in this entry of a HAR file. True where it is the first of its cause.
    pub fn add(&mut self, denial: &Denial, line: u64) -> bool {
        let verdict = denial.shown_kind().verdict();
        if matches!(verdict, Verdict::Mention | Verdict::None) {
            self.mentions += 1;
            return false;
        }
        let key = key(denial);
        if self.rows.len() >= MAX_ROWS && !self.rows.contains_key(&key) {
            self.left += 1;
            return false;
        }
        let row = self.rows.entry(key.clone()).or_insert_with(|| row(denial, key, verdict, line));
        row.count += 1;
        row.last_line = row.last_line.max(line);
        row.count == 1
    }
}

fn key(denial: &Denial) -> Key {
    let value = |fact: &Option<Fact>| fact.as_ref().map(|f| f.value.clone());
    let mut scopes: Vec<String> = denial.scopes.iter().map(|s| s.value.clone()).collect();
    scopes.sort();
    (Arc::clone(&denial.platform), denial.kind, value(&denial.code), scopes, value(&denial.app_id))
}

fn row(denial: &Denial, key: Key, verdict: Verdict, line: u64) -> Row {
    let (platform, kind, code, scopes, app_id) = key;
    let any_of = denial.any_of;
    Row { verdict, platform, kind, code, scopes, any_of, app_id, count: 0, first_line: line, last_line: line }
}
