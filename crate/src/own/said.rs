//! Words of others: a text for all languages, or one for each.

use super::json::Json;
use super::reader::{Place, Reader};
use crate::card::Lang;
use crate::table::Table;

/// A longer text is no line of a card.
const LONGEST: usize = 500;

/// A text in the order of [`Lang::ALL`].
#[derive(Debug, Clone)]
pub(super) struct Said(pub(super) [String; 2]);

impl Said {
    /// `"text"` or `{"en": "text", "zh-CN": "文字"}`, of which one may be absent.
    pub(super) fn read(reader: &mut Reader, place: &Place) -> Option<Self> {
        if !matches!(place.node.value, Json::Object(_)) {
            let text = line(reader, place)?;
            return Some(Self([text.clone(), text]));
        }
        let tags = Lang::ALL.map(Lang::tag);
        let object = reader.object(place, &tags)?;
        let [en, zh] = tags.map(|tag| object.get(tag).and_then(|place| line(reader, &place)));
        match (en, zh) {
            (None, None) => {
                reader.fault(place, "said", "");
                None
            }
            (en, zh) => Some(Self([en.clone().or(zh.clone())?, zh.or(en)?])),
        }
    }
}

/// One line: tables of words hold no other.
fn line(reader: &mut Reader, place: &Place) -> Option<String> {
    let text = reader.text(place)?;
    if text.chars().count() > LONGEST {
        reader.fault(place, "said-long", LONGEST.to_string());
        return None;
    }
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The words of one platform while they are collected: key by key, in both languages.
#[derive(Debug, Default)]
pub(super) struct Rows(Vec<(String, Said)>);

impl Rows {
    pub(super) fn add(&mut self, key: String, said: Said) {
        self.0.push((key, said));
    }

    pub(super) fn tables(mut self) -> [Table; 2] {
        scopelens_text::order::sort_by_key(&mut self.0, |(key, _)| key.clone());
        let rows = |pick: fn(&Said) -> &String| {
            let lines = self.0.iter().map(|(key, said)| format!("{key}\t\t{}\n", pick(said)));
            Table::new(lines.collect::<String>().leak())
        };
        [rows(|Said([en, _])| en), rows(|Said([_, zh])| zh)]
    }
}
