//! One cause in the cells of a table.

use scopelens_engine::scan::Row;
use scopelens_model::Lang;
use scopelens_model::{AnyOf, Kind};

use crate::words::word;

/// Count, lines (or entries), what it is, code, scopes, app.
pub fn cells(row: &Row, lang: Lang) -> Vec<String> {
    let lines = if row.first_line == row.last_line {
        row.first_line.to_string()
    } else {
        format!("{}–{}", row.first_line, row.last_line)
    };
    let scopes = row.scopes.join(&word(lang, "and"));
    let any = if row.any_of == AnyOf::Any { word(lang, "any") } else { String::new() };
    let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".to_owned());
    let scopes = if scopes.is_empty() { "-".to_owned() } else { any + &scopes };
    vec![row.count.to_string(), lines, what(row.kind, lang), value(&row.code), scopes, value(&row.app_id)]
}

fn what(kind: Kind, lang: Lang) -> String {
    match kind {
        Kind::MissingScope => word(lang, "missing-scope"),
        kind => word(lang, &format!("label.{}", kind.word())),
    }
}
