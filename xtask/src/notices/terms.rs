//! The texts of terms that many share, and what of a licence file is such a text.

use std::path::Path;

use crate::files::read;

/// Lines that head a text of MIT's terms and say nothing beyond it.
const TITLES: [&str; 4] = ["MIT License", "The MIT License", "The MIT License (MIT)", "# MIT License"];

/// The texts by the names that SPDX gives them.
pub struct Terms(Vec<(&'static str, String)>);

/// What a licence file holds: lines that name owners, and below them a shared text or one of its own.
pub struct LicenceFile {
    /// `Copyright (c) 2015 Andrew Gallant`
    pub copyright: Vec<String>,
    /// The whole file, where its text is not the shared one to the word.
    pub full_text: Option<String>,
}

impl Terms {
    /// The shared texts: our own two and those in `xtask/notices/`.
    pub fn read(root: &Path) -> Result<Self, String> {
        let file = |name: &str| read(&root.join(name));
        let apache = file("LICENSE-APACHE")?;
        let exception = file("xtask/notices/LLVM-exception.txt")?;
        Ok(Self(vec![
            ("MIT", body(&file("LICENSE-MIT")?)),
            ("Apache-2.0", apache.trim_matches('\n').to_owned()),
            ("Apache-2.0 WITH LLVM-exception", exception.trim().to_owned()),
            ("Unicode-3.0", body(&file("xtask/notices/Unicode-3.0.txt")?)),
        ]))
    }

    /// The text of `id`, if it is one that many share.
    pub fn of(&self, id: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| *name == id).map(|(_, text)| text.as_str())
    }

    /// The texts of `chosen`, each once, and Apache's where only its exception is chosen.
    pub fn needed(&self, chosen: &[String]) -> Vec<(&str, &str)> {
        let is_needed =
            |id: &str| chosen.iter().any(|one| one == id || one.strip_suffix(" WITH LLVM-exception") == Some(id));
        self.0.iter().filter(|(id, _)| is_needed(id)).map(|(id, text)| (*id, text.as_str())).collect()
    }

    /// Whether the licence file `text` holds the terms `id`.
    pub fn are_in(&self, id: &str, text: &str) -> bool {
        let sign = match id {
            "MIT" => "to deal in the Software without restriction",
            "Apache-2.0" | "Apache-2.0 WITH LLVM-exception" => "Apache License Version 2.0, January 2004",
            "Unicode-3.0" => "UNICODE LICENSE V3",
            "Zlib" => "This software is provided 'as-is', without any express or implied warranty",
            _ => return false,
        };
        let has_exception = text.contains("LLVM Exceptions to the Apache 2.0 License");
        one_line(text).contains(sign) && has_exception == id.ends_with("LLVM-exception")
    }

    /// What the licence file `text` says beyond the shared text of `id`.
    pub fn licence_file(&self, id: &str, text: &str) -> LicenceFile {
        let is_shared = self.of(id).is_some_and(|shared| words(&body(text)) == words(shared));
        if !is_shared {
            return LicenceFile { copyright: Vec::new(), full_text: Some(text.trim().to_owned()) };
        }
        let lines = text.lines().map(str::trim).filter(|line| names_an_owner(line));
        LicenceFile { copyright: lines.map(str::to_owned).collect(), full_text: None }
    }
}

/// A licence file without its title and the lines that name owners.
fn body(text: &str) -> String {
    let lines: Vec<&str> =
        text.lines().filter(|line| !names_an_owner(line.trim()) && !TITLES.contains(&line.trim())).collect();
    lines.join("\n").trim().to_owned()
}

/// `Copyright (c) 2015 Andrew Gallant`, but no sentence that speaks of copyright, and no form to be filled in.
fn names_an_owner(line: &str) -> bool {
    let rest = line.strip_prefix("Copyright ");
    rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || "(©".contains(c)))
}

/// A text without the full stop at its end is the same text.
fn words(text: &str) -> String {
    one_line(text).trim_end_matches('.').to_owned()
}

/// A text whose lines are broken elsewhere is the same text.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::path::Path;

    use super::Terms;

    fn terms() -> Terms {
        Terms::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..")).unwrap()
    }

    #[test]
    fn a_shared_text_is_known_however_its_lines_are_broken() {
        let terms = terms();
        let text = terms.of("MIT").unwrap().replace('\n', " ").replace(". ", ".\n\n");
        let file = terms.licence_file(
            "MIT",
            &format!("The MIT License (MIT)\n\nCopyright (c) 2015 A. Body\nCopyright 2016 B\n\n{text}\n"),
        );
        assert_eq!(file.copyright, ["Copyright (c) 2015 A. Body", "Copyright 2016 B"]);
        assert_eq!(file.full_text, None);
    }

    #[test]
    fn a_text_with_one_word_of_its_own_is_kept_whole() {
        let terms = terms();
        let text = format!("Copyright (c) 2015 A. Body\n\n{}\nNot on Sundays.", terms.of("MIT").unwrap());
        assert_eq!(terms.licence_file("MIT", &text).full_text, Some(text));
    }

    #[test]
    fn terms_are_told_apart() {
        let terms = terms();
        let (apache, exception) =
            (terms.of("Apache-2.0").unwrap(), terms.of("Apache-2.0 WITH LLVM-exception").unwrap());
        let texts = [
            ("MIT", terms.of("MIT").unwrap().to_owned()),
            ("Apache-2.0", apache.to_owned()),
            ("Apache-2.0 WITH LLVM-exception", format!("{apache}\n{exception}")),
            ("Unicode-3.0", terms.of("Unicode-3.0").unwrap().to_owned()),
        ];
        for (id, text) in &texts {
            for (other, _) in &texts {
                assert_eq!(terms.are_in(other, text), id == other, "{other} in {id}");
            }
        }
    }

    #[test]
    fn the_form_at_the_end_of_apaches_text_names_nobody() {
        let terms = terms();
        let file = terms.licence_file("Apache-2.0", terms.of("Apache-2.0").unwrap());
        assert!(file.copyright.is_empty() && file.full_text.is_none());
    }
}
