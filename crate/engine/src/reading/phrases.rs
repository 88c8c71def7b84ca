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

/// One scope for each match of its sentence, or for each word of the part that may hold several. Where the record has none, a
/// sentence that begins in it may go on in the lines below: a terminal's width parts it.
pub(super) fn made(platform: &Platform, page: &Page, scope: &MadeScope, span: Block) -> Vec<Fact> {
    let within = made_in(platform, page, scope, span, span.end);
    if within.is_empty() { made_in(platform, page, scope, span, page.lines_below(span).end) } else { within }
}

/// Those whose sentence begins in `span` and ends before `end`.
fn made_in(platform: &Platform, page: &Page, scope: &MadeScope, span: Block, end: usize) -> Vec<Fact> {
    let text = page.text().get(span.start..end).unwrap_or_default();
    let mut facts = Vec::new();
    for (offset, captures) in scope.pattern.captures_all(text) {
        let Some(whole) = captures.get(0) else { continue };
        let start = span.start + offset + whole.start();
        if start >= span.end {
            break;
        }
        let fits = |value: &String| platform.spec.shapes.scope.is_match(value) && !is_placeholder(value);
        let values = forms(&scope.form, &captures).into_iter().filter(fits);
        facts.extend(values.map(|value| Fact { value, ..page.fact(whole.as_str(), start) }));
    }
    facts
}

/// The form for each word of its part with a star (`{verb*}`), else once.
fn forms(scope: &str, captures: &Captures) -> Vec<String> {
    let part = |name: &str| captures.name(name).map(|part| part.as_str()).filter(|part| !part.is_empty());
    let several = scope.split('{').skip(1).find_map(|hole| hole.split_once("*}"));
    let Some((name, _)) = several else { return form(scope, &part).into_iter().collect() };
    let words = part(name).unwrap_or_default().split([' ', ',', '"']).filter(|word| !word.is_empty());
    let of_word = |word| form(scope, &|name: &str| if name.ends_with('*') { Some(word) } else { part(name) });
    words.filter_map(of_word).collect()
}

/// The form with its parts; nothing where a part is empty that must be there.
fn form<'t>(form: &str, part: &dyn Fn(&str) -> Option<&'t str>) -> Option<String> {
    let mut made = String::new();
    let mut rest = form;
    while let Some((plain, tail)) = rest.split_once('[') {
        let (optional, tail) = tail.split_once(']')?;
        made.push_str(&filled(plain, part)?);
        made.push_str(&filled(optional, part).unwrap_or_default());
        rest = tail;
    }
    made.push_str(&filled(rest, part)?);
    Some(made)
}

fn filled<'t>(form: &str, part: &dyn Fn(&str) -> Option<&'t str>) -> Option<String> {
    let mut made = String::new();
    let mut rest = form;
    while let Some((plain, tail)) = rest.split_once('{') {
        let (name, tail) = tail.split_once('}')?;
        made.push_str(plain);
        made.push_str(part(name)?);
        rest = tail;
    }
    made.push_str(rest);
    Some(made)
}

#[cfg(test)]
mod tests {
    use super::forms;
    use scopelens_pack::Pattern;

    fn made(text: &str) -> Option<String> {
        let pattern = Pattern::new(r#"cannot (?P<verb>\w+) "(?P<resource>[\w/]*)" in "(?P<group>[\w.]*)""#);
        forms("{verb} {resource}[.{group}]", &pattern.captures(text)?).pop()
    }

    #[test]
    fn a_scope_is_made_of_the_parts_of_a_sentence() {
        assert_eq!(made(r#"cannot list "pods" in """#).as_deref(), Some("list pods"));
        assert_eq!(made(r#"cannot get "deployments/scale" in "apps""#).as_deref(), Some("get deployments/scale.apps"));
        assert_eq!(made(r#"cannot get "" in "apps""#), None);
        assert_eq!(made("cannot get"), None);
    }

    #[test]
    fn a_part_with_a_star_makes_a_scope_of_each_of_its_words() {
        let pattern = Pattern::new(r#"(?P<resource>\w+): (?P<verb>"[^\n]*")"#);
        let made = |text: &str| pattern.captures(text).map(|c| forms("{verb*} {resource}", &c)).unwrap_or_default();
        assert_eq!(made(r#"pods: "get" "list", "watch""#), ["get pods", "list pods", "watch pods"]);
        assert_eq!(made(r#"pods: """#), Vec::<String>::new());
    }
}
