//! Typed reading of JSON. What does not fit is noted with its place and left out; reading goes on, so that a person sees
//! all faults at once.

use super::fault::Found;
use super::json::{Json, Node};
use crate::platform::Pattern;

/// More faults are not told: somebody pasted something else.
const MOST_FAULTS: usize = 50;

/// A longer pattern is a program.
pub(super) const LONGEST_PATTERN: usize = 500;

/// A value with the path that leads to it.
#[derive(Debug, Clone)]
pub(super) struct Place<'n> {
    pub(super) node: &'n Node,
    pub(super) path: String,
}

/// An object whose members are all known ones.
#[derive(Debug)]
pub(super) struct Object<'n> {
    pub(super) place: Place<'n>,
    members: &'n [(String, Node)],
}

impl<'n> Object<'n> {
    /// A member; `null` is none.
    pub(super) fn get(&self, name: &str) -> Option<Place<'n>> {
        let (_, node) = self.members.iter().find(|(known, _)| known == name)?;
        (!matches!(node.value, Json::Null)).then(|| Place { node, path: joined(&self.place.path, name) })
    }
}

fn joined(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// Collects the faults.
#[derive(Debug, Default)]
pub(super) struct Reader {
    pub(super) faults: Vec<Found>,
}

impl Reader {
    pub(super) fn fault(&mut self, place: &Place, key: &'static str, value: impl Into<String>) {
        if self.faults.len() < MOST_FAULTS {
            let (value, path) = (value.into(), place.path.clone());
            self.faults.push(Found { key, value, path, at: Some(place.node.at) });
        }
    }

    /// An object with no other members than `known`.
    pub(super) fn object<'n>(&mut self, place: &Place<'n>, known: &[&str]) -> Option<Object<'n>> {
        let members = self.members(place)?;
        for (name, node) in members.iter().filter(|(name, _)| !known.contains(&name.as_str())) {
            let at = Place { node, path: joined(&place.path, name) };
            self.fault(&at, "unknown-member", known.join(", "));
        }
        Some(Object { place: place.clone(), members })
    }

    /// An object's members, each name once.
    fn members<'n>(&mut self, place: &Place<'n>) -> Option<&'n [(String, Node)]> {
        let Json::Object(members) = &place.node.value else {
            self.fault(place, "object", "");
            return None;
        };
        for (i, (name, node)) in members.iter().enumerate() {
            if members.iter().take(i).any(|(earlier, _)| earlier == name) {
                let at = Place { node, path: joined(&place.path, name) };
                self.fault(&at, "twice", name.as_str());
            }
        }
        Some(members)
    }

    /// The members of an object whose names are not known beforehand.
    pub(super) fn pairs<'n>(&mut self, place: &Place<'n>) -> Vec<(&'n str, Place<'n>)> {
        let members = self.members(place).unwrap_or_default();
        let pair = |(name, node): &'n (String, Node)| (name.as_str(), Place { node, path: joined(&place.path, name) });
        members.iter().map(pair).collect()
    }

    /// The items of a list; a value by itself is a list of one.
    pub(super) fn items<'n>(&mut self, place: Option<Place<'n>>, most: usize) -> Vec<Place<'n>> {
        let Some(place) = place else { return Vec::new() };
        let Json::List(items) = &place.node.value else { return vec![place] };
        if items.len() > most {
            self.fault(&place, "too-many", most.to_string());
        }
        let item = |(i, node)| Place { node, path: format!("{}[{i}]", place.path) };
        items.iter().take(most).enumerate().map(item).collect()
    }

    /// A text that is not empty; a number is the text that it is written as.
    pub(super) fn text<'n>(&mut self, place: &Place<'n>) -> Option<&'n str> {
        match &place.node.value {
            Json::Text(text) | Json::Number(text) if !text.trim().is_empty() => Some(text),
            _ => {
                self.fault(place, "text", "");
                None
            }
        }
    }

    pub(super) fn flag(&mut self, place: Option<Place>) -> Option<bool> {
        let place = place?;
        if let Json::Flag(flag) = place.node.value {
            return Some(flag);
        }
        self.fault(&place, "flag", "");
        None
    }

    /// Texts that `is_fit`, kept for good.
    pub(super) fn texts(
        &mut self,
        place: Option<Place>,
        key: &'static str,
        is_fit: impl Fn(&str) -> bool,
    ) -> &'static [&'static str] {
        let mut texts: Vec<&'static str> = Vec::new();
        for item in self.items(place, MOST_ITEMS) {
            let Some(text) = self.text(&item) else { continue };
            if is_fit(text) {
                texts.push(text.to_owned().leak());
            } else {
                self.fault(&item, key, text);
            }
        }
        texts.leak()
    }

    pub(super) fn patterns(&mut self, place: Option<Place>) -> &'static [Pattern] {
        let items = self.items(place, MOST_ITEMS);
        items.iter().filter_map(|item| self.pattern(item)).collect::<Vec<_>>().leak()
    }

    pub(super) fn pattern(&mut self, place: &Place) -> Option<Pattern> {
        let source = self.text(place)?;
        match pattern(source) {
            Ok(pattern) => Some(pattern),
            Err(found) => {
                self.fault(place, found.key, found.value);
                None
            }
        }
    }
}

/// More items of one list are not read.
const MOST_ITEMS: usize = 200;

/// A regular expression of the engine's own kind, short enough and not found everywhere.
pub(super) fn pattern(source: &str) -> Result<Pattern, Found> {
    if source.chars().count() > LONGEST_PATTERN {
        return Err(Found::whole("pattern-long", LONGEST_PATTERN.to_string()));
    }
    let pattern = Pattern::written(source).map_err(|error| Found::whole("pattern", error))?;
    if pattern.is_match("") {
        return Err(Found::whole("pattern-empty", source));
    }
    Ok(pattern)
}
