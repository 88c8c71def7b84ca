//! Fixes: templates whose values are known and stand where their language can hold them.

use super::{check_texts, holes, is_id, items, links, once_each};
use crate::fault::Faults;
use crate::json::Node;

/// Values that every refusal may have.
const VALUES: [&str; 5] = ["scope", "app_id", "code", "identity", "request_id"];

/// Places of the inner levels of a document.
const LEVELS: [&str; 2] = ["entries", "items"];

/// Notes what is wrong with the fixes of a platform.
pub(super) fn check(tree: &Node, faults: &mut Faults) {
    let Some(fixes) = tree.member("fixes") else { return };
    once_each(fixes.member("fixes"), "id-twice", faults);
    let rules = items(tree.member("rules"));
    let topics: Vec<&str> = rules.filter_map(|rule| rule.member("topic").or(rule.member("id"))?.as_text()).collect();
    let details: Vec<&str> = links::details(tree).collect();
    for holder in items(fixes.member("fixes")).chain(items(fixes.member("grantors"))) {
        check_texts(holder.member("topics"), "topic-unknown", |topic| topics.contains(&topic), faults);
        check_texts(holder.member("id"), "id", is_id, faults);
        check_texts(holder.member("who"), "id", is_id, faults);
        links::is_known(tree, holder.member("link"), faults);
    }
    for fix in items(fixes.member("fixes")) {
        check_templates(fix, &details, faults);
        if text(fix, "language") == "url" {
            items(fix.member("document")).for_each(|address| links::check_address(tree, address, faults));
        }
    }
}

fn check_templates(fix: &Node, details: &[&str], faults: &mut Faults) {
    let is_part = |name: &str| text(fix, "scope_parts").contains(&format!("(?P<{name}>"));
    let is_blank = |name: &str| items(fix.member("blanks")).any(|blank| blank.as_text() == Some(name));
    let is_value = |name: &str| VALUES.contains(&name) || details.contains(&name) || is_part(name) || is_blank(name);
    for line in ["document", "entry", "item"].into_iter().flat_map(|name| items(fix.member(name))) {
        let template = line.as_text().unwrap_or_default();
        for name in holes(template).filter(|name| is_name(name) && !LEVELS.contains(name)) {
            if !is_value(name) {
                faults.add("fix-value", name, line.place);
            }
            if !is_held(text(fix, "language"), template, name) {
                faults.add("fix-quotes", name, line.place);
            }
        }
    }
}

/// Whether a value of this name stands where the language can hold any value: within the quotes of JSON, outside those of a
/// shell, which gets its own.
fn is_held(language: &str, template: &str, name: &str) -> bool {
    let before = template.split(&format!("{{{name}}}")).next().unwrap_or_default();
    let quotes = |quote: char| before.matches(quote).count() % 2 == 1;
    match language {
        "json" => quotes('"'),
        "shell" => !quotes('"') && !quotes('\''),
        _ => true,
    }
}

/// A name as templates have it; other brackets are text.
fn is_name(name: &str) -> bool {
    name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'-'))
}

fn text<'n>(node: &'n Node<'_>, name: &str) -> &'n str {
    node.member(name).and_then(Node::as_text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::is_held;

    #[test]
    fn a_value_stands_where_its_language_can_hold_it() {
        assert!(is_held("json", r#""Resource": "{arn}""#, "arn") && !is_held("json", "[{arn}]", "arn"));
        assert!(is_held("shell", "gcloud --member={who}", "who") && !is_held("shell", "gcloud '{who}'", "who"));
        assert!(is_held("shell", r#"a "b" {who}"#, "who") && !is_held("shell", r#"a "{who}""#, "who"));
        assert!(is_held("yaml", "name: {name}", "name") && is_held("text", "'{name}'", "name"));
    }
}
