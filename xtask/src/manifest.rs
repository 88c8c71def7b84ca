//! One manifest as data, one list of edits a browser.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use crate::files::read_json;

/// A change of the manifest; why it is made stands beside it in the file.
#[derive(Debug, Deserialize)]
#[serde(tag = "op", rename_all = "lowercase")]
enum Edit {
    /// Puts `value` where `path` leads.
    Set { path: Vec<Step>, value: Value },
    /// Takes away what is there.
    Delete { path: Vec<Step> },
}

/// A member's name, or an index of a list.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Step {
    Name(String),
    Index(usize),
}

/// The manifest of `browser` (`chrome`, `firefox`) from `base.json` and `edits.json` in `folder`.
///
/// Fails where there are no edits for the browser, or they cannot be made.
pub fn manifest_of(folder: &Path, browser: &str) -> Result<Value, String> {
    let mut manifest = read_json(&folder.join("base.json"))?;
    let edits: BTreeMap<String, Vec<Edit>> = read_json(&folder.join("edits.json"))?;
    for edit in edits.get(browser).ok_or_else(|| format!("edits.json has no list for {browser}"))? {
        apply(&mut manifest, edit)?;
    }
    Ok(manifest)
}

fn apply(manifest: &mut Value, edit: &Edit) -> Result<(), String> {
    let (Edit::Set { path, .. } | Edit::Delete { path }) = edit;
    let (last, way) = path.split_last().ok_or_else(|| format!("edit without a path: {edit:?}"))?;
    let holder = way.iter().try_fold(manifest, |place, step| {
        let next = step.of(place).filter(|next| next.is_object() || next.is_array());
        next.ok_or_else(|| format!("no {step:?} on the way to {path:?}"))
    })?;
    let is_done = match edit {
        Edit::Set { value, .. } => last.set(holder, value),
        Edit::Delete { .. } => last.delete(holder),
    };
    if is_done { Ok(()) } else { Err(format!("nothing can be done at {path:?}: {edit:?}")) }
}

impl Step {
    fn of<'a>(&self, place: &'a mut Value) -> Option<&'a mut Value> {
        match self {
            Self::Name(name) => place.get_mut(name),
            Self::Index(index) => place.get_mut(index),
        }
    }

    fn set(&self, holder: &mut Value, value: &Value) -> bool {
        match (self, holder) {
            (Self::Name(name), Value::Object(members)) => {
                members.insert(name.clone(), value.clone());
                true
            }
            (Self::Index(index), Value::Array(items)) => {
                items.get_mut(*index).map(|item| *item = value.clone()).is_some()
            }
            _ => false,
        }
    }

    fn delete(&self, holder: &mut Value) -> bool {
        match (self, holder) {
            (Self::Name(name), Value::Object(members)) => members.remove(name).is_some(),
            (Self::Index(index), Value::Array(items)) if *index < items.len() => {
                items.remove(*index);
                true
            }
            _ => false,
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use serde_json::{Value, json};

    use super::{Edit, apply};

    fn edited(edits: Value) -> Result<Value, String> {
        let mut manifest =
            json!({ "name": "x", "background": { "scripts": ["a.js", "b.js"] }, "permissions": ["storage"] });
        let edits: Vec<Edit> = serde_json::from_value(edits).map_err(|error| error.to_string())?;
        edits.iter().try_for_each(|edit| apply(&mut manifest, edit))?;
        Ok(manifest)
    }

    #[test]
    fn edits_are_made_in_order() {
        let manifest = edited(json!([
            { "op": "set", "path": ["background", "type"], "value": "module", "why": "…" },
            { "op": "delete", "path": ["background", "scripts", 0] },
            { "op": "set", "path": ["permissions", 0], "value": "tabs" },
            { "op": "set", "path": ["version"], "value": "1" },
            { "op": "delete", "path": ["version"] },
        ]));
        let expected =
            json!({ "name": "x", "background": { "scripts": ["b.js"], "type": "module" }, "permissions": ["tabs"] });
        assert_eq!(manifest, Ok(expected));
    }

    #[test]
    fn what_cannot_be_done_is_an_error() {
        for (edit, message) in [
            (json!({ "op": "merge", "path": ["name"], "value": 1 }), "unknown variant `merge`"),
            (json!({ "op": "set", "path": [], "value": 1 }), "without a path"),
            (json!({ "op": "set", "path": ["action", "default_popup"], "value": 1 }), "no Name(\"action\")"),
            (json!({ "op": "set", "path": ["name", "x"], "value": 1 }), "no Name(\"name\")"),
            (json!({ "op": "set", "path": ["permissions", 7], "value": 1 }), "nothing can be done"),
            (json!({ "op": "delete", "path": ["version"] }), "nothing can be done"),
            (json!({ "op": "delete", "path": ["permissions", 7] }), "nothing can be done"),
        ] {
            let error = edited(json!([edit])).unwrap_err();
            assert!(error.contains(message), "{error}");
        }
    }
}
