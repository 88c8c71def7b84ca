//! Rules and masks of one's own.

use super::run::{Folder, NEW, in_language, run};

const RULES: &str = r#"{
  "id": "acme", "name": "Acme", "hosts": ["api.acme.example"],
  "rules": [{ "codes": ["ACL_DENIED"], "scopes": "need" }]
}"#;
const REFUSED: &str = r#"{"code":"ACL_DENIED","need":["orders:read"],"by":"E123456"}"#;

#[test]
fn rules_and_masks_hold_in_every_command() {
    let folder = Folder::new("own");
    let rules = folder.file("acme.json", RULES.as_bytes());
    assert_eq!(run(["diagnose"], REFUSED).status, 0);
    let told = run(["diagnose", "--rules", &rules], REFUSED);
    assert_eq!((told.status, told.err.as_str()), (1, ""));
    assert!(told.out.starts_with("Acme refused the call: orders:read is missing"), "{}", told.out);
    let masked = run(["diagnose", "--redact", "--mask", "staff=E[0-9]{6}"], REFUSED);
    assert!(masked.out.contains(r#""by":"masked-staff-1""#), "{}", masked.out);
    let scanned = run(["scan", "--json", "--rules", &rules, "-"], REFUSED);
    assert!(scanned.status == 1 && scanned.out.contains("acme"), "{}", scanned.out);
    let needles = run(["scan", "--needles", "--rules", &rules], "");
    assert!(needles.out.lines().any(|line| line == "ACL_DENIED"));
    let body = REFUSED.replace('"', "\\\"");
    let har = format!(
        r#"{{"log":{{"entries":[{{"request":{{"method":"GET","url":"https://x.example/"}},"response":{{"status":403,"content":{{"mimeType":"application/json","text":"{body}"}}}}}}]}}}}"#
    );
    let read = run(["har", "--rules", &rules, "--mask", "staff=E[0-9]{6}", "--redact", "-", "-"], &har);
    assert!(read.status == 1 && read.out.contains("masked-staff-1") && !read.out.contains("E123456"), "{}", read.out);
}

#[test]
fn a_platform_can_be_switched_off() {
    assert_eq!(run(["diagnose", "--off", "dingtalk"], NEW).status, 0);
    assert_eq!(run(["diagnose", "--off", "feishu"], NEW).status, 1);
}

#[test]
fn faults_are_told_with_their_place_and_end_with_2() {
    let folder = Folder::new("own-faults");
    let broken = folder.file("broken.json", b"{\n  \"id\": \"acme\",\n  \"hosts\": [\"HTTP://x\"] }");
    let told = run(["diagnose", "--rules", &broken], REFUSED);
    assert_eq!((told.status, told.out.as_str()), (2, ""));
    assert!(told.err.contains("broken.json:3:13: hosts[0]: “HTTP://x” is no host"), "{}", told.err);
    let mask = in_language("zh_CN.UTF-8", ["diagnose", "--mask", "x=("], REFUSED);
    assert!(mask.status == 2 && mask.err.contains("masks[0]: 正则表达式有误"), "{}", mask.err);
    assert_eq!(run(["diagnose", "--mask", "nothing"], REFUSED).status, 2);
    assert_eq!(run(["diagnose", "--rules", &folder.path("absent.json")], REFUSED).status, 2);
}
