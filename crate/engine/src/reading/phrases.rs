//! Scopes that are no words: items of a list that hold blanks, and scopes that are made of parts of a sentence.

use regex_lite::Captures;

use super::page::{Page, is_placeholder};
use scopelens_model::Fact;
use scopelens_pack::{MadeScope, Platform};
use scopelens_text::records::Block;

/// Items of lists, each list with its offset, that look like a scope as a whole.
pub(super) fn items(platform: &Platform, page: &Page, lists: &[(&str, usize)]) -> Vec<Fact> {
    let parted = |c: char| matches!(c, ',' | ';' | '"' | '\'' | '`' | '[' | ']' | '\n');
    let mut facts = Vec::new();
    for (list, offset) in lists {
        let parts = list.split(parted).flat_map(|part| part.split(" and ")).flat_map(|part| part.split(" or "));
        for item in parts.map(str::trim) {
            let start = offset + (item.as_ptr() as usize - list.as_ptr() as usize);
            if platform.spec.shapes.scope.is_match(item) && !is_placeholder(item) {
                facts.push(page.fact(item, start));
            }
        }
    }
    facts
}

/// One scope for each match of its sentence.
pub(super) fn made(platform: &Platform, page: &Page, scope: &MadeScope, span: Block) -> Vec<Fact> {
    let text = page.text().get(span.start..span.end).unwrap_or_default();
    let matches = scope.pattern.captures_all(text).filter_map(|(offset, captures)| {
        let value = form(&scope.form, &captures)?;
        let whole = captures.get(0)?;
        let start = span.start + offset + whole.start();
        let fits = platform.spec.shapes.scope.is_match(&value) && !is_placeholder(&value);
        fits.then(|| Fact { value, ..page.fact(whole.as_str(), start) })
    });
    matches.collect()
}

/// The form with its parts; nothing where a part is empty that must be there.
fn form(form: &str, captures: &Captures) -> Option<String> {
    let mut made = String::new();
    let mut rest = form;
    while let Some((plain, tail)) = rest.split_once('[') {
        let (optional, tail) = tail.split_once(']')?;
        made.push_str(&filled(plain, captures)?);
        made.push_str(&filled(optional, captures).unwrap_or_default());
        rest = tail;
    }
    made.push_str(&filled(rest, captures)?);
    Some(made)
}

fn filled(form: &str, captures: &Captures) -> Option<String> {
    let mut made = String::new();
    let mut rest = form;
    while let Some((plain, tail)) = rest.split_once('{') {
        let (name, tail) = tail.split_once('}')?;
        let part = captures.name(name).map(|part| part.as_str()).filter(|part| !part.is_empty())?;
        made.push_str(plain);
        made.push_str(part);
        rest = tail;
    }
    made.push_str(rest);
    Some(made)
}

#[cfg(test)]
mod tests {
    use super::form;
    use scopelens_pack::Pattern;

    fn made(text: &str) -> Option<String> {
        let pattern = Pattern::new(r#"cannot (?P<verb>\w+) "(?P<resource>[\w/]*)" in "(?P<group>[\w.]*)""#);
        form("{verb} {resource}[.{group}]", &pattern.captures(text)?)
    }

    #[test]
    fn a_scope_is_made_of_the_parts_of_a_sentence() {
        assert_eq!(made(r#"cannot list "pods" in """#).as_deref(), Some("list pods"));
        assert_eq!(made(r#"cannot get "deployments/scale" in "apps""#).as_deref(), Some("get deployments/scale.apps"));
        assert_eq!(made(r#"cannot get "" in "apps""#), None);
        assert_eq!(made("cannot get"), None);
    }
}
