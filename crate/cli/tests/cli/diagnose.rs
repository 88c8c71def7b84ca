//! `scopelens diagnose`.

use serde_json::Value;

use crate::run::{Folder, IP, NEW, OLD, in_language, run};

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn a_pipe_is_answered_and_a_refusal_ends_with_1() {
    let ended = run(["diagnose"], NEW);
    assert_eq!(ended.status, 1);
    assert!(ended.out.contains("Contact.User.Read") && !ended.out.contains("==>"));
    assert_eq!(run(["diagnose", "-"], NEW).out, ended.out);
}

#[test]
fn what_is_no_refusal_ends_with_0() {
    for text in ["", "\n", "all is well", IP] {
        assert_eq!(run(["diagnose"], text).status, 0, "{text}");
    }
}

#[test]
fn several_files_stand_under_their_names() {
    let folder = Folder::new("several");
    let (new, calm) = (folder.file("new.json", NEW.as_bytes()), folder.file("calm.txt", b"all is well"));
    let ended = run(["diagnose", &new, &calm, "-"], OLD);
    assert_eq!(ended.status, 1);
    let places: Vec<usize> = [&new, "Contact.User.Read", &calm, "No refusal", "==> - <==", "qyapi_get_member"]
        .iter()
        .scan(0, |from, part| {
            *from += ended.out.split_at(*from).1.find(part).unwrap_or_else(|| panic!("no {part} in {}", ended.out));
            Some(*from)
        })
        .collect();
    assert_eq!(places.len(), 6);
}

#[test]
fn json_is_one_document() {
    let answer = json(&run(["diagnose", "--json"], NEW).out);
    assert_eq!(answer["cards"][0]["scopes"][0]["code"], "Contact.User.Read");
    let folder = Folder::new("json");
    let (new, old) = (folder.file("new.json", NEW.as_bytes()), folder.file("old.json", OLD.as_bytes()));
    let several = json(&run(["diagnose", "--json", &new, &old], "").out);
    assert_eq!(several["files"][1]["name"], old.as_str());
    assert_eq!(several["files"][1]["answer"]["cards"][0]["scopes"][0]["code"], "qyapi_get_member");
}

#[test]
fn jsonl_answers_line_by_line() {
    let lines = format!("{}\nno json\n{}\n", serde_json::json!({"id": 7, "text": OLD}), r#"{"id":8,"text":"calm"}"#);
    let ended = run(["diagnose", "--jsonl"], lines);
    let answers: Vec<Value> = ended.out.lines().map(json).collect();
    assert_eq!((ended.status, answers.len()), (0, 3));
    assert_eq!((&answers[0]["id"], &answers[0]["denied"]), (&7.into(), &true.into()));
    assert!(answers[1]["error"].is_string());
    assert_eq!(answers[2]["kind"], "none");
}

#[test]
fn redact_prints_the_input_masked_and_nothing_else() {
    let secret = "9f86d081884c7d659a2feaa0c55ad015";
    let text = format!("first line\r\n{{\"access_token\":\"{secret}\",\"scope\":\"Contact.User.Read\"}}\n{NEW}");
    let ended = run(["diagnose", "--redact"], &text);
    assert_eq!((ended.status, ended.err.as_str()), (0, ""));
    assert!(!ended.out.contains(secret) && ended.out.contains("Contact.User.Read"));
    assert_eq!(ended.out.lines().count(), text.lines().count());
    assert_eq!(run(["diagnose", "--redact"], "clean\n").out, "clean\n");
}

#[test]
fn the_language_is_the_options_or_the_environments() {
    let is_chinese = |text: &str| text.contains("下一步") || text.contains("权限点");
    assert!(is_chinese(&run(["diagnose", "--lang", "zh-CN"], NEW).out));
    assert!(is_chinese(&in_language("zh_CN.UTF-8", ["diagnose"], NEW).out));
    assert!(!is_chinese(&in_language("zh_CN.UTF-8", ["diagnose", "--lang", "en"], NEW).out));
    assert!(!is_chinese(&in_language("de_DE.UTF-8", ["diagnose"], NEW).out));
}

#[test]
fn options_that_exclude_one_another_are_refused() {
    for pair in [["--json", "--jsonl"], ["--json", "--redact"], ["--jsonl", "--redact"]] {
        assert_eq!(run(["diagnose", pair[0], pair[1]], NEW).status, 2, "{pair:?}");
    }
}

#[test]
fn odd_bytes_spoil_nothing() {
    let mut binary: Vec<u8> = (0..=255).cycle().take(20_000).collect();
    binary.extend_from_slice(b"\n");
    binary.extend_from_slice(OLD.as_bytes());
    assert!(run(["diagnose"], &binary).out.contains("qyapi_get_member"));
    assert!(run(["diagnose"], OLD.replace('{', "{\r\n")).out.contains("qyapi_get_member"));
    let line = format!("{}{NEW}", "x".repeat(5 << 20));
    assert!(run(["diagnose"], line).out.contains("Contact.User.Read"));
}

#[test]
fn what_powershell_writes_is_read() {
    let little: Vec<u8> = [0xfeff].into_iter().chain(NEW.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = [0xfeff].into_iter().chain(NEW.encode_utf16()).flat_map(u16::to_be_bytes).collect();
    for bytes in [little, big] {
        assert!(run(["diagnose"], &bytes).out.contains("Contact.User.Read"));
        assert!(run(["scan", "-"], &bytes).out.contains("Contact.User.Read"));
    }
}

#[test]
fn the_report_alone_is_redacted_and_of_refusals_only() {
    let secret = format!("{}\naccess_token=Qw8ErT2yUi5oPa4s", NEW);
    let markdown = run(["diagnose", "--report"], &secret);
    assert!(markdown.out.starts_with("### ") && markdown.out.contains("```"), "{}", markdown.out);
    assert!(!markdown.out.contains("Qw8ErT2yUi5oPa4s"));
    assert_eq!(markdown.status, 1);
    let text = run(["diagnose", "--report=text", "--lang", "zh-CN"], &secret);
    assert!(!text.out.contains("**") && text.out.contains("钉钉"), "{}", text.out);
    assert!(text.err.contains("客服与帮助") && text.err.contains("Client Secret"), "{}", text.err);
    assert!(markdown.err.contains("Since 2026-06-05") && markdown.err.contains("no Client Secret"), "{}", markdown.err);
    let none = run(["diagnose", "--report"], "all is well");
    assert_eq!((none.status, none.out.as_str()), (0, ""));
    assert!(!none.err.is_empty(), "it says why there is none");
    assert_eq!(run(["diagnose", "--report", "--json"], "").status, 2);
}

#[test]
fn an_app_named_beside_the_text_gives_apply_links() {
    let text = "应用尚未开通所需的权限：[qyapi_get_member]";
    let link = "https://open-dev.dingtalk.com/appscope/apply?content=dingabcdefghij012345%23qyapi_get_member";
    let named = run(["diagnose", "--app", "dingabcdefghij012345"], text);
    assert!(named.out.contains(link), "{}", named.out);
    assert!(!run(["diagnose"], text).out.contains(link));
    let wrong = run(["diagnose", "--app", "https://evil.example"], text);
    assert!(!wrong.out.contains("evil") && wrong.err.contains("is not an app id"), "{}", wrong.err);
}
