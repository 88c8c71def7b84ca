use crate::testing::{engine_conditions, platform_files};
use crate::{Fault, FolderFiles, compile};

/// The faults of the Feishu folder where `old` stands as `new` in one of its files.
fn faults(file: &str, old: &str, new: &str) -> Vec<Fault> {
    let mut files = platform_files("feishu");
    let text = files.text(file).unwrap().replacen(old, new, 1);
    assert_ne!(files.text(file), Some(text.as_str()), "{old} stands in {file}");
    files.add(file, text);
    compile(&files, &engine_conditions()).unwrap_err()
}

#[test]
fn each_slip_in_a_folder_is_told_with_its_file_and_place() {
    for (file, old, new, code, value) in [
        ("platform.json", "\"id\": \"feishu\"", "\"id\": \"lark\"", "id-folder", "feishu"),
        ("platform.json", "\"hosts\": [", "\"hosts\": [\"https://x\", ", "host", "https://x"),
        ("platform.json", "\"hosts\"", "\"hots\"", "unknown-member", "id, name, hosts"),
        ("platform.json", "\"members\": {", "\"members\": 7, \"about\": {", "object", ""),
        ("platform.json", "\"anchors\": [", "\"anchors\": [\"(\", ", "pattern", "group"),
        ("platform.json", "\"names\": {", "\"names\": { \"tokens\": [], ", "unknown-member", "token"),
        ("platform.json", "\"id\": \"feishu\"", "\"id\" \"feishu\"", "json.colon", ""),
        ("links.json", "\"id\": \"support\"", "\"id\": \"apply\"", "id", "apply"),
        ("links.json", "https://open.feishu.cn/page", "https://evil.example/page", "link-host", "evil.example"),
        ("links.json", "{scopes}", "{user}", "link-value", "user"),
        ("causes.json", "\"when\": [\"!no-apply-link\"]", "\"when\": [\"!no-apply-lin\"]", "condition", "no-apply-lin"),
        ("causes.json", "\"names-scope\": 3", "\"names-scop\": 3", "condition", "names-scop"),
        ("causes.json", "\"base\": 2", "\"base\": \"2\"", "number", ""),
        ("causes.json", "\"link\": \"apply\"", "\"link\": \"aply\"", "link-unknown", "aply"),
        ("rules/10-scope.json", "\"needs\": \"anchor\"", "\"needs\": \"ancor\"", "kind", "words, hint, anchor"),
        ("rules/10-scope.json", "\"kind\": \"missing-scope\", ", "", "missing", "kind"),
        ("rules/10-scope.json", "\"id\": \"app-scope\"", "\"id\": \"App scope\"", "id", "App scope"),
        ("rules/10-scope.json", "\"any_of\": true", "\"any_of\": \"yes\"", "flag", ""),
        ("rules/10-scope.json", "{\"link\": \"apply\"}", "{\"link\": \"aply\"}", "link-unknown", "aply"),
        ("shared.json", "{\"member\": \"subject\"}", "{\"membr\": \"subject\"}", "unknown-member", "member"),
        ("redact.json", "\"min\": 20", "\"min\": 61", "shape", ""),
        ("redact.json", "\"body\": \"hex\"", "\"body\": \"hx\"", "kind", "digit"),
        ("words/en.json", "\"when\": [\"mention\"]", "\"when\": [\"mentio\"]", "condition", "mentio"),
        ("words/en.json", "\"title.scope.none\"", "\"title.scope.non\"", "message-missing", "title.scope.none"),
        ("words/zh-CN.json", "\"say\"", "\"sag\"", "unknown-member", "when, say"),
    ] {
        let told = faults(file, old, new);
        let is_told = |f: &Fault| f.file == file && f.code == code && f.value.contains(value) && f.position.is_some();
        assert!(told.iter().any(is_told), "{file}: {new}: {told:?}");
        assert!(told.len() <= 3, "{file}: {new}: {told:?}");
    }
}

#[test]
fn a_place_is_line_column_and_path_of_its_own_file() {
    let told = faults("links.json", "https://open.feishu.cn/page", "http://open.feishu.cn/page").remove(0);
    assert_eq!((&*told.file, &*told.path, told.position), ("links.json", "[0].url", Some((4, 12))));
    let told = faults("catalog/apis.tsv", "acs:users", "acs:userz").remove(0);
    assert_eq!((told.code, &*told.value, &*told.file), ("table-scope", "acs:userz", "catalog/apis.tsv"));
}

#[test]
fn a_folder_without_its_main_file_says_so() {
    let told = compile(&FolderFiles::new("none"), &[]).unwrap_err();
    assert_eq!((told[0].code, &*told[0].value), ("file-missing", "platform.json"));
}

#[test]
fn proofs_and_remarks_are_left_out() {
    let json = serde_json::to_string(&crate::testing::platform("feishu").spec).unwrap();
    assert!(!json.contains("proofs") && !json.contains("\"source\"") && !json.contains("\"about\""));
}
