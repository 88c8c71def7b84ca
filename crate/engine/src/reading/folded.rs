//! Whether the list of scopes was folded where the text was copied: viewers of JSON show `[1]`, `Array(1)` or `{…}` then. A
//! plain `[]` may be a folded list (API consoles) or an empty one.

use super::page::Page;
use scopelens_pack::{Rule, ScopeSource};
use scopelens_text::records::{Block, same_name};

/// What a viewer puts for what it does not show.
const ELLIPSES: [&str; 6] = ["[…", "{…", "[ …", "{ …", "[...]", "{...}"];

/// The signal for the list of scopes in `record`, of which none was read: `list-folded`, `list-empty`.
pub(super) fn signal(page: &Page, rules: &[&Rule], record: Block) -> Option<&'static str> {
    let Block { start, end } = page.lines_below(record);
    let text = page.text().get(start..end)?;
    let lists = behind_names(text, rules);
    if text.contains(": {…}") || text.contains(": […]") || lists.clone().any(is_folded) {
        return Some("list-folded");
    }
    lists.into_iter().any(|list| list.starts_with("[]") || list.starts_with("[ ]")).then_some("list-empty")
}

/// What stands behind each name of a member that holds scopes, by one of the rules.
fn behind_names<'t>(text: &'t str, rules: &[&Rule]) -> impl Iterator<Item = &'t str> + Clone {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let members = rules.iter().flat_map(|rule| &rule.scopes).filter_map(|source| match source {
        ScopeSource::Member(name) => Some(&**name),
        _ => None,
    });
    let names: Vec<&str> = members.collect();
    let words = text.split(move |c| !is_name(c)).filter(move |word| names.iter().any(|name| same_name(name, word)));
    words.filter_map(move |word| {
        let end = word.as_ptr() as usize - text.as_ptr() as usize + word.len();
        Some(text.get(end..)?.trim_start_matches(['"', '\'', '`', ':', '=', ' ', '\t', '\n']))
    })
}

/// `[1]`, `{2}`, `Array(1)`, `(2) […]`, `[1 item]`, `1 item`, `[…]`
fn is_folded(list: &str) -> bool {
    let open = list.strip_prefix("Array").unwrap_or(list).trim_start_matches(['[', '{', '(', ' ']);
    let behind = open.trim_start_matches(|c: char| c.is_ascii_digit());
    let counts = behind.len() < open.len() && !open.starts_with('0');
    let is_bracketed = open.len() < list.len() && behind.starts_with([']', '}', ')']);
    ELLIPSES.iter().any(|ellipsis| list.starts_with(ellipsis))
        || counts && (is_bracketed || behind.trim_start().starts_with("item"))
}

#[cfg(test)]
mod tests {
    use super::is_folded;
    use crate::testing::read_snippet;

    #[test]
    fn a_count_or_an_ellipsis_stands_for_a_list() {
        for list in ["[1]", "{2}", "Array(1)", "(2) […]", "[ 1 item ]", "1 items", "[…]", "{…}", "[ … ]", "[...]"]
        {
            assert!(is_folded(list), "{list}");
        }
        for list in ["[]", "Array(0)", "[0]", "[\"a\"]", "12", "x", "", "(", "[1, 2]"] {
            assert!(!is_folded(list), "{list}");
        }
    }

    #[test]
    fn a_reply_with_a_folded_list_says_so() {
        let head = "code: \"Forbidden.AccessDenied.AccessTokenPermissionDenied\"\nmessage: \"没有调用该接口的权限\"\n";
        for (list, signal) in [
            ("requiredScopes [1]", Some("list-folded")),
            ("▸ requiredScopes: Array(1)\n[[Prototype]]: Object", Some("list-folded")),
            ("requiredScopes\n[1]", Some("list-folded")),
            ("accessdenieddetail: {…}", Some("list-folded")),
            ("\"requiredScopes\": []", Some("list-empty")),
            ("requiredScopes: Array(0)", None),
            ("requestid: \"A\"", None),
            ("requiredScopes [1]\n0 : Card.Streaming.Write", None),
            ("▾ requiredScopes: Array(1)\n0: \"Card.Streaming.Write\"\nlength: 1\n[[Prototype]]: Array(0)", None),
            ("requiredScopes: ['Card.Streaming.Write']", None),
        ] {
            let denials = read_snippet(&format!("{head}{list}")).denials;
            let [denial] = denials.as_slice() else { panic!("{list}: {denials:#?}") };
            let list_signal = denial.signals.iter().find(|signal| signal.starts_with("list-")).map(|signal| &**signal);
            assert_eq!((list_signal, denial.scopes.len()), (signal, usize::from(list.contains("Card."))), "{list}");
        }
    }
}
