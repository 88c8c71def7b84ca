//! Documents that are made of the parts of several refusals: each entry once, sorted.

use scopelens_pack::{FixLanguage, FixSpec, Text};
use scopelens_text::order;

/// A filled fix: one document for each text that surrounds entries.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fix {
    /// Id of the platform.
    pub platform: Text,
    /// Id of the fix.
    pub id: Text,
    /// Names of the values that are not known, sorted.
    pub blanks: Vec<Text>,
    pub(super) documents: Vec<Document>,
}

/// A document around its entries.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Document {
    pub(super) head: String,
    pub(super) foot: String,
    pub(super) entries: Vec<Entry>,
}

/// An entry around its items.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    pub(super) head: String,
    pub(super) foot: String,
    pub(super) items: Vec<String>,
}

/// Adds a fix to those of other refusals; the documents of one fix are put together.
pub fn add(fixes: &mut Vec<Fix>, fix: Fix) {
    let same = fixes.iter_mut().find(|known| known.platform == fix.platform && known.id == fix.id);
    let Some(known) = same else { return fixes.push(fix) };
    fix.blanks.into_iter().for_each(|name| _ = order::insert(&mut known.blanks, name));
    for document in fix.documents {
        match known.documents.iter_mut().find(|known| known.head == document.head && known.foot == document.foot) {
            Some(known) => document.entries.into_iter().for_each(|entry| known.add(entry)),
            None => known.documents.push(document),
        }
    }
}

impl Fix {
    /// The documents as `spec`, the template of this fix, has them written.
    #[must_use]
    pub fn text(&self, spec: &FixSpec) -> String {
        let mut documents: Vec<String> = self.documents.iter().map(|document| document.text(spec)).collect();
        order::sort_by(&mut documents, Ord::cmp);
        let between = match spec.language {
            FixLanguage::Yaml => "\n---\n",
            FixLanguage::Json => "\n\n",
            FixLanguage::Shell | FixLanguage::Url | FixLanguage::Text => "\n",
        };
        documents.join(between)
    }
}

impl Document {
    fn add(&mut self, entry: Entry) {
        match self.entries.iter_mut().find(|known| known.head == entry.head && known.foot == entry.foot) {
            Some(known) => known.items.extend(entry.items),
            None => self.entries.push(entry),
        }
    }

    fn text(&self, spec: &FixSpec) -> String {
        let mut entries: Vec<String> = self.entries.iter().map(|entry| entry.text(spec)).collect();
        order::sort_by(&mut entries, Ord::cmp);
        let join = format!("{}\n", spec.entry_join.as_deref().unwrap_or_default());
        format!("{}{}{}", self.head, entries.join(&join), self.foot)
    }
}

impl Entry {
    fn text(&self, spec: &FixSpec) -> String {
        let items = items(&self.items, &spec.highest);
        format!("{}{}{}", self.head, items.join(spec.item_join.as_deref().unwrap_or_default()), self.foot)
    }
}

/// Each item once, sorted; of levels the highest alone.
fn items<'i>(items: &'i [String], levels: &[Text]) -> Vec<&'i str> {
    let rank = |item: &str| levels.iter().position(|level| **level == *item);
    let mut sorted: Vec<&str> = Vec::new();
    items.iter().for_each(|item| _ = order::insert(&mut sorted, item.as_str()));
    match sorted.iter().copied().max_by_key(|item| rank(item)) {
        Some(highest) if !levels.is_empty() => vec![highest],
        _ => sorted,
    }
}
