//! `scopelens diagnose --fix` and `--ask`: what is piped on, and what stands beside it.

use serde_json::{Value, json};

use super::run::{Folder, run};

fn refusal(scope: &str) -> String {
    format!("{{\"code\":99991672,\"msg\":\"应用尚未开通所需的应用身份权限：[{scope}]\"}}")
}

#[test]
fn the_fixes_of_all_files_are_one_document() {
    let folder = Folder::new("fix");
    let files = [
        folder.file("one.json", refusal("im:message").as_bytes()),
        folder.file("two.json", refusal("im:chat:read").as_bytes()),
    ];
    let ended = run(["diagnose", "--lang", "en", "--fix", &files[0], &files[1]], "");
    let document: Value = serde_json::from_str(&ended.out).unwrap();
    assert_eq!(document, json!({ "scopes": { "tenant": ["im:chat:read", "im:message"] } }));
    assert_eq!((ended.status, ended.err.lines().count()), (1, 1), "{}", ended.err);
    assert!(ended.err.contains("gives access"));
}

#[test]
fn what_is_not_known_is_marked_and_told_beside_the_document() {
    let text = "Access denied. One of the following scopes is required: [im:chat:read] feishu 99991672";
    let ended = run(["diagnose", "--lang", "en", "--fix"], text);
    assert!(ended.out.contains("\"<IDENTITY>\": ["), "{}", ended.out);
    assert!(ended.err.contains("<IDENTITY>: tenant where"), "{}", ended.err);
}

#[test]
fn where_there_is_nothing_to_paste_it_is_said() {
    let ended = run(["diagnose", "--fix"], "all is well");
    assert_eq!((ended.status, ended.out.as_str()), (0, ""));
    assert!(ended.err.contains("no fix to paste"), "{}", ended.err);
}

#[test]
fn the_message_alone_goes_to_who_can_grant_it() {
    let ended = run(["diagnose", "--lang", "zh-CN", "--ask"], refusal("im:message"));
    assert_eq!(ended.status, 1);
    assert!(ended.out.starts_with("你好") && ended.out.contains("请开通：im:message"), "{}", ended.out);
    assert!(ended.err.contains("应用的开发者"), "{}", ended.err);
    let none = run(["diagnose", "--ask"], "all is well");
    assert_eq!((none.status, none.out.as_str(), none.err.is_empty()), (0, "", false));
}
