//! A regular expression that is compiled when it is first needed. Matching is linear in the text, and left out where the
//! text lacks what every match holds.

use std::sync::OnceLock;

use serde::{Deserialize, Deserializer};

use super::must::Must;

/// A pattern of a rule; it matches on flat text.
#[derive(Debug)]
pub struct Pattern {
    source: String,
    must: Must,
    compiled: OnceLock<Option<regex_lite::Regex>>,
}

impl Pattern {
    /// Wraps `source`; a faulty one never matches (the tests find those of the platforms).
    #[must_use]
    pub fn new(source: &str) -> Self {
        Self { source: source.to_owned(), must: Must::of(source), compiled: OnceLock::new() }
    }

    /// The compiled expression; nothing where it is faulty, or cannot match in `text`.
    fn regex_for(&self, text: &str) -> Option<&regex_lite::Regex> {
        if self.must.allows(text) { self.regex() } else { None }
    }

    fn regex(&self) -> Option<&regex_lite::Regex> {
        self.compiled
            .get_or_init(|| {
                let built = regex_lite::RegexBuilder::new(&self.source).size_limit(1 << 20).build();
                built.ok()
            })
            .as_ref()
    }

    /// Whether it matches anywhere in `text`.
    #[must_use]
    pub fn is_match(&self, text: &str) -> bool {
        self.regex_for(text).is_some_and(|regex| regex.is_match(text))
    }

    /// The first match with its groups.
    #[must_use]
    pub fn captures<'t>(&self, text: &'t str) -> Option<regex_lite::Captures<'t>> {
        self.regex_for(text)?.captures(text)
    }

    /// The first match's offset and its first group (or the whole match).
    #[must_use]
    pub fn find<'t>(&self, text: &'t str) -> Option<(usize, &'t str)> {
        self.find_all(text).next()
    }

    /// Every match's offset with its first group (or the whole match).
    pub fn find_all<'t>(&self, text: &'t str) -> impl Iterator<Item = (usize, &'t str)> {
        self.regex_for(text).into_iter().flat_map(move |regex| {
            regex.captures_iter(text).filter_map(|found| {
                let group = found.get(1).or_else(|| found.get(0))?;
                Some((group.start(), group.as_str()))
            })
        })
    }
}

impl<'de> Deserialize<'de> for Pattern {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from).map(|source| Self::new(&source))
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use serde_json::Value;

    use super::Pattern;

    /// Every string of a platform's folder: the patterns among them are held against all of them.
    fn strings() -> Vec<String> {
        let mut found = Vec::new();
        for platform in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("platforms")).unwrap() {
            let folder = platform.unwrap().path();
            let rules = fs::read_dir(folder.join("rules")).unwrap().map(|file| file.unwrap().path());
            for file in rules.chain([folder.join("platform.json")]) {
                collect(&serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap(), &mut found);
            }
        }
        found
    }

    fn collect(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::String(text) => found.push(text.clone()),
            Value::Array(list) => list.iter().for_each(|v| collect(v, found)),
            Value::Object(map) => map.values().for_each(|v| collect(v, found)),
            _ => {}
        }
    }

    #[test]
    fn no_match_is_left_out() {
        let strings = strings();
        let patterns: Vec<Pattern> = strings.iter().filter(|s| s.contains('\\')).map(|s| Pattern::new(s)).collect();
        let mut matches = 0;
        for pattern in &patterns {
            for text in strings.iter().filter(|text| pattern.regex().is_some_and(|r| r.is_match(text))) {
                assert!(pattern.must.allows(text), "{} in {text}", pattern.source);
                matches += 1;
            }
        }
        assert!(patterns.len() > 20 && matches > 100, "{} patterns, {matches} matches", patterns.len());
    }
}
