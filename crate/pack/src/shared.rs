//! Lists that several rules of a platform share. They stand in `shared.json` by their names, and the item `"@name"` of a rule's
//! list stands for all items of one. What checks and reads the rules afterwards sees the items alone.

use std::mem;

use crate::check::items;
use crate::fault::Faults;
use crate::json::{Json, Member, Node};

/// Lists of a rule in which a shared one may be named.
const LISTS: [&str; 10] =
    ["tokens", "phrases", "patterns", "needles", "confirms", "with", "without", "scopes", "held", "details"];

/// Fewest rules that share a list: what one rule alone uses stands in that rule.
const MIN_RULES: usize = 2;

/// Puts the items of the lists of `shared` where `rules` name them.
pub(crate) fn resolve<'t>(rules: &mut [Node<'t>], shared: Option<&Node<'t>>, faults: &mut Faults) {
    if let Some(root) = shared.filter(|root| !root.is_object()) {
        faults.add("object", "", root.place);
    }
    let lists = shared.map(Node::members).unwrap_or_default();
    for (name, list) in lists {
        check_list(name, list, faults);
        if rules.iter().filter(|rule| names_in(rule).any(|named| named == name)).count() < MIN_RULES {
            faults.add("shared-unused", name.as_ref(), list.place);
        }
    }
    rules.iter_mut().for_each(|rule| resolve_rule(rule, lists, faults));
}

/// Notes what is no list with items, and items that are the name of another list.
fn check_list(name: &str, list: &Node, faults: &mut Faults) {
    if items_of(list).is_empty() {
        faults.add("shared-list", name, list.place);
    }
    for item in items_of(list) {
        if let Some(other) = shared_name(item) {
            faults.add("shared-nested", other, item.place);
        }
    }
}

/// Names of the shared lists that a rule has.
fn names_in<'n>(rule: &'n Node<'_>) -> impl Iterator<Item = &'n str> {
    LISTS.iter().flat_map(|list| items(rule.member(list))).filter_map(shared_name)
}

fn resolve_rule<'t>(rule: &mut Node<'t>, lists: &[Member<'t>], faults: &mut Faults) {
    let Json::Object(members) = &mut rule.value else { return };
    for (_, list) in members.iter_mut().filter(|(name, _)| LISTS.contains(&name.as_ref())) {
        if list.items().iter().any(|item| shared_name(item).is_some()) {
            let empty = Node::list(list.place, Vec::new());
            let named = mem::replace(list, empty).into_items();
            list.value = Json::List(named.into_iter().flat_map(|item| resolved(item, lists, faults)).collect());
        }
    }
}

/// The items of the list that `item` names, or the item itself.
fn resolved<'t>(item: Node<'t>, lists: &[Member<'t>], faults: &mut Faults) -> Vec<Node<'t>> {
    let Some(name) = shared_name(&item) else { return vec![item] };
    let Some((_, list)) = lists.iter().find(|(known, _)| known == name) else {
        faults.add("shared-unknown", name, item.place);
        return Vec::new();
    };
    items_of(list).to_vec()
}

/// The `name` of an item `"@name"`.
fn shared_name<'n>(item: &'n Node<'_>) -> Option<&'n str> {
    if let Json::Text(text) = &item.value { text.strip_prefix('@') } else { None }
}

/// The items of a list; none of anything else.
fn items_of<'n, 't>(list: &'n Node<'t>) -> &'n [Node<'t>] {
    if let Json::List(items) = &list.value { items } else { &[] }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::{Fault, FolderFiles, compile};

    const PLATFORM: &str = r#"{ "id": "acme", "name": { "en": "Acme" }, "hosts": ["api.acme.example"], "link_hosts": [],
        "anchors": ["acme"], "members": { "code": [], "request_id": [], "app_id": [] },
        "shapes": { "scope": "[a-z]+", "app_id": "[a-z]+", "request_id": "[a-z]+" }, "calls": [] }"#;

    const SHARED: &str = r#"{
  "end": ["gamma gamma", "delta delta"],
  "user": [{ "id": "user", "pattern": "user (\\w+)" }],
  "need": [{ "member": "needed" }, { "pattern": "needs (\\w+)" }]
}"#;

    const RULES: [&str; 2] = [
        r#"[{ "id": "a", "kind": "missing-scope", "needs": "words", "phrases": ["alpha alpha", "@end", "omega omega"],
  "details": ["@user", { "id": "app", "pattern": "app (\\w+)" }], "scopes": [{ "member": "first" }, "@need"] }]"#,
        r#"[{ "id": "b", "kind": "missing-scope", "needs": "words", "phrases": ["beta beta"], "without": ["@end"],
  "details": ["@user"], "held": "@need" }]"#,
    ];

    /// What becomes of a folder with these rules and shared lists.
    fn rules(shared: &str, rules: [&str; 2]) -> Result<Value, Vec<Fault>> {
        let mut files = FolderFiles::new("acme");
        let [first, second] = rules;
        let causes = r#"{ "causes": [] }"#;
        for (name, text) in [("platform.json", PLATFORM), ("causes.json", causes), ("shared.json", shared)] {
            files.add(name, text);
        }
        files.add("rules/10-first.json", first);
        files.add("rules/20-second.json", second);
        let spec = serde_json::to_value(compile(&files, &[])?.platform.spec).unwrap();
        assert!(!spec.to_string().contains("shared"), "{spec}");
        Ok(spec["rules"].clone())
    }

    /// The faults where `old` stands as `new` in the shared lists and the rules: `rules/10-first.json:2:15 [0].details[0] code value`.
    fn faults(old: &str, new: &str) -> Vec<String> {
        let [shared, first, second] = [SHARED, RULES[0], RULES[1]].map(|text| text.replacen(old, new, 1));
        assert_ne!([&*shared, &*first, &*second], [SHARED, RULES[0], RULES[1]], "{old} stands nowhere");
        let line = |fault: Fault| {
            let (line, column) = fault.position.unwrap();
            format!("{}:{line}:{column} {} {} {}", fault.file, fault.path, fault.code, fault.value)
        };
        rules(&shared, [&first, &second]).unwrap_err().into_iter().map(line).collect()
    }

    #[test]
    fn the_items_of_a_shared_list_stand_in_its_place() {
        let rules = rules(SHARED, RULES).unwrap();
        let [user, app] = ["user", "app"].map(|id| json!({ "id": id, "pattern": format!("{id} (\\w+)") }));
        let need = [json!({ "member": "needed" }), json!({ "pattern": "needs (\\w+)" })];
        assert_eq!(rules[0]["phrases"], json!(["alpha alpha", "gamma gamma", "delta delta", "omega omega"]));
        assert_eq!(rules[0]["details"], json!([user, app]));
        assert_eq!(rules[0]["scopes"], json!([{ "member": "first" }, need[0], need[1]]));
        assert_eq!(rules[1]["without"], json!(["gamma gamma", "delta delta"]));
        assert_eq!((&rules[1]["details"], &rules[1]["held"]), (&json!([user]), &json!(need)));
    }

    #[test]
    fn each_list_of_a_rule_that_may_name_a_shared_one_does() {
        for list in super::LISTS {
            let shared = match list {
                "scopes" | "held" => json!([{ "member": "need" }]),
                "details" => json!([{ "id": "x", "pattern": "(y)" }]),
                _ => json!(["one text"]),
            };
            let rule =
                |id| json!([{ "id": id, "kind": "rate-limit", "needs": "words", "codes": ["E1"], list: ["@it"] }]);
            let told = rules(&json!({ "it": shared }).to_string(), [&rule("a").to_string(), &rule("b").to_string()]);
            assert_eq!(told.unwrap()[1][list], shared, "{list}");
        }
    }

    #[test]
    fn a_slip_is_told_with_its_place() {
        for (old, new, told) in [
            ("\"@user\", {", "\"@usr\", {", "rules/10-first.json:2:15 [0].details[0] shared-unknown usr"),
            ("\"held\": \"@need\"", "\"held\": \"@needs\"", "rules/20-second.json:2:33 [0].held shared-unknown needs"),
            ("\"without\": [\"@end\"]", "\"without\": []", "shared.json:2:10 end shared-unused end"),
            ("{\n  \"end\"", "{ \"more\": [\"more\"],\n  \"end\"", "shared.json:1:11 more shared-unused more"),
            ("[\"gamma gamma\", \"delta delta\"]", "[]", "shared.json:2:10 end shared-list end"),
            ("[\"gamma gamma\", \"delta delta\"]", "\"gamma gamma\"", "shared.json:2:10 end shared-list end"),
            ("\"delta delta\"", "\"@user\"", "shared.json:2:26 end[1] shared-nested user"),
        ] {
            assert!(faults(old, new).iter().any(|fault| fault == told), "{new}: {:?}", faults(old, new));
        }
    }

    #[test]
    fn a_rule_that_names_a_list_twice_is_one_rule() {
        let rule = |text: &str| text.replace("\"@end\", ", "\"@end\", \"@end\", ");
        let told = rules(SHARED, [&rule(RULES[0]), &RULES[1].replace("\"@end\"", "")]).unwrap_err();
        assert_eq!(told.iter().map(|f| (f.code, &*f.value)).collect::<Vec<_>>(), [("shared-unused", "end")]);
    }

    #[test]
    fn a_fault_of_a_shared_item_is_told_once_and_points_at_it() {
        let told = faults("user (\\\\w+", "user ((\\\\w+");
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].starts_with("shared.json:3:39 user[0].pattern pattern"), "{told:?}");
    }

    #[test]
    fn a_shared_file_that_is_no_json_is_one_fault() {
        let told = |shared| rules(shared, RULES).unwrap_err().iter().map(|f| f.code).collect::<Vec<_>>();
        assert_eq!(told("{"), ["json.end"]);
        assert!(told("[]").starts_with(&["object", "shared-unknown"]));
    }
}
