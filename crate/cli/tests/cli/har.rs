//! `scopelens har`.

use std::fs;
use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;

use crate::run::{Folder, IP, NEW, OLD, in_language, run};

/// A file in `tests/har`.
fn fixture(name: &str) -> String {
    format!("{}/../har/tests/{name}.har", env!("CARGO_MANIFEST_DIR"))
}

fn entry(url: &str, body: &str) -> Value {
    serde_json::json!({
        "startedDateTime": "2026-11-22T02:00:00Z",
        "request": { "method": "GET", "url": url, "headers": [
            { "name": "x-acs-dingtalk-access-token", "value": "9f86d081884c7d659a2feaa0c55ad015" },
        ] },
        "response": { "status": 200, "content": { "mimeType": "application/json", "text": body } },
    })
}

fn har(entries: &[Value]) -> String {
    serde_json::json!({ "log": { "version": "1.2", "entries": entries } }).to_string()
}

const ME: &str = "https://api.dingtalk.com/v1.0/contact/users/me?access_token=9f86d081884c7d659a2feaa0c55ad015";
const GATEWAY: &str = "https://gateway.example.com/api";

#[test]
fn each_cause_is_a_row_with_its_count_and_then_a_card() {
    let ended = run(["har", "-"], har(&[entry(GATEWAY, "{}"), entry(ME, NEW), entry(GATEWAY, OLD), entry(ME, NEW)]));
    assert_eq!((ended.status, ended.err.as_str()), (1, ""));
    let rows: Vec<Vec<&str>> = ended.out.lines().map(|line| line.split_whitespace().collect()).collect();
    assert!(
        ended.out.starts_with(
            "standard input: permission refused 3×, failed otherwise 0×, exchanges read: 3, passed over: 1"
        ),
        "{}",
        ended.out
    );
    assert_eq!(rows[2][..4], ["2", "2–4", "GET", "api.dingtalk.com/v1.0/contact/users/me"]);
    assert_eq!(rows[3][..4], ["1", "3", "GET", "gateway.example.com/api"]);
    let cards: Vec<&str> = ended.out.lines().filter(|line| line.starts_with("==> #")).collect();
    assert_eq!(cards.len(), 2);
    assert!(cards[0].starts_with("==> #2 GET https://api.dingtalk.com/v1.0/contact/users/me?access_token=masked-"));
    assert!(
        ended
            .out
            .contains("https://open-dev.dingtalk.com/appscope/apply?content=dingabcdefghijklmnop%23Contact.User.Read")
    );
    assert!(!ended.out.contains("9f86d081884c7d659a2feaa0c55ad015"));
}

#[test]
fn files_of_every_tool_are_read() {
    for (tool, refused) in [
        ("chrome", 2),
        ("firefox", 3),
        ("safari", 2),
        ("charles", 2),
        ("fiddler", 1),
        ("mitmproxy", 2),
        ("odd", 1),
        ("damaged", 5),
    ] {
        let ended = run(["har", "--json", &fixture(tool)], "");
        let document: Value = serde_json::from_str(&ended.out).unwrap();
        assert_eq!((ended.status, &document["files"][0]["refused"]), (1, &refused.into()), "{tool}");
    }
}

#[test]
fn json_holds_causes_cards_and_exchanges() {
    let ended = run(["har", "--json", &fixture("chrome"), &fixture("odd")], "");
    let document: Value = serde_json::from_str(&ended.out).unwrap();
    let file = &document["files"][0];
    assert_eq!((&file["read"], &file["unread"], &file["cut"]), (&3.into(), &6.into(), &false.into()));
    let cause = &file["causes"][0];
    assert_eq!((&cause["count"], &cause["first_entry"], &cause["last_entry"]), (&2.into(), &5.into(), &6.into()));
    assert_eq!(cause["answer"]["cards"][0]["scopes"][0]["code"], "Contact.User.Read");
    let exchange = &file["exchanges"][1];
    assert_eq!((&exchange["id"], &exchange["entry"], &exchange["verdict"]), (&2.into(), &6.into(), &"refused".into()));
    assert_eq!(file["exchanges"].as_array().map(Vec::len), Some(3));
    assert_eq!(document["files"][1]["exchanges"][0]["id"], 4);
    assert_eq!(exchange["url"], "https://gateway.example.com/api/directory");
    assert_eq!(document["files"][1]["name"], fixture("odd").as_str());
    assert_eq!(document["plan"], Value::Null);
}

#[test]
fn what_other_files_show_is_told() {
    let folder = Folder::new("har-evidence");
    let earlier = har(&[entry(ME, r#"{"nick":"x","openId":"o"}"#)]).replace("T02:", "T01:");
    let granted = folder.file("a.har", earlier.as_bytes());
    let refused = folder.file("b.har", har(&[entry(ME, NEW)]).as_bytes());
    let ended = run(["har", &granted, &refused], "");
    assert!(ended.out.contains("The same call with the same token worked at 01:00."), "{}", ended.out);
    let document: Value = serde_json::from_str(&run(["har", "--json", &granted, &refused], "").out).unwrap();
    let evidence = &document["files"][1]["causes"][0]["answer"]["cards"][0]["evidence"][0];
    assert_eq!(evidence["exchange"], document["files"][0]["exchanges"][0]["id"]);
}

#[test]
fn the_plan_lists_every_scope_once() {
    let files = [fixture("fiddler"), fixture("mitmproxy")];
    let ended = run(["har", "--plan", &files[0], &files[1]], "");
    let plan = ended.out.split_once("\n## Scope plan\n").unwrap().1;
    assert!(plan.contains("| refused | `qyapi_get_member`"), "{plan}");
    assert!(!run(["har", &files[0]], "").out.contains("Scope plan"));
    let document: Value =
        serde_json::from_str(&run(["har", "--plan", "--json", &files[0], &files[1]], "").out).unwrap();
    let app = &document["plan"]["apps"][0];
    assert_eq!(app["app_id"], "dingabcdefghijklmnop");
    assert_eq!(
        (&app["needs"][0]["state"], &app["needs"][0]["scopes"][0]["code"]),
        (&"refused".into(), &"Contact.User.Read".into())
    );
    assert!(in_language("zh_CN.UTF-8", ["har", "--plan", &files[0]], "").out.contains("权限"));
}

#[test]
fn only_a_refusal_ends_with_1() {
    for (body, status) in [("{}", 0), (IP, 0), (OLD, 1)] {
        assert_eq!(run(["har", "-"], har(&[entry(ME, body)])).status, status, "{body}");
    }
    assert_eq!(run(["har", "-"], har(&[])).status, 0);
}

#[test]
fn what_is_no_har_file_is_said_and_spoils_no_other() {
    let folder = Folder::new("har-none");
    let (log, zip) = (folder.file("a.log", b"2026-11-22 INFO"), folder.file("a.zip", b"PK\x03\x04rest"));
    let ended = run(["har", &log, &zip, &folder.path("missing.har"), &fixture("odd")], "");
    assert_eq!(ended.status, 2);
    for part in ["a.log: It is no valid JSON", "a.zip: It is compressed", "missing.har: "] {
        assert!(ended.err.contains(part), "{}", ended.err);
    }
    assert!(ended.out.contains("Contact.User.Read"));
}

#[test]
fn bad_entries_and_a_cut_end_are_told() {
    let text = har(&[entry(ME, NEW), Value::Null, entry(ME, OLD)]);
    let cut = text.split_at(text.len() - 40).0;
    let ended = run(["har", "-"], cut);
    assert_eq!(ended.status, 1);
    assert!(ended.out.contains("2 could not be read: #2 (no entry), #3 (cut off)"), "{}", ended.out);
    assert!(ended.out.contains("The file is cut off; what is whole was read."));
    let document: Value = serde_json::from_str(&run(["har", "--json", "-"], cut).out).unwrap();
    assert_eq!(document["files"][0]["cut"], true);
    assert_eq!(document["files"][0]["bad"][0], serde_json::json!({ "index": 1, "why": "shape" }));
}

/// An entry of a reply with this content.
fn with_content(url: &str, status: u16, content: Value) -> Value {
    serde_json::json!({
        "startedDateTime": "2026-11-22T02:00:00Z",
        "request": { "method": "GET", "url": url, "headers": [] },
        "response": { "status": status, "content": content },
    })
}

#[test]
fn replies_without_a_body_are_told_and_end_with_2() {
    let unsaved =
        |url, status| with_content(url, status, serde_json::json!({ "size": 374, "mimeType": "application/json" }));
    let text = har(&[unsaved(ME, 403), unsaved(ME, 200), unsaved(GATEWAY, 200)]);
    let ended = run(["har", "-"], &text);
    let lines: Vec<&str> = ended.out.lines().collect();
    assert_eq!(lines[0], "standard input: no refusal in what could be read, exchanges read: 2, passed over: 1");
    let said =
        "Replies saved without a body: 3 (DingTalk 2, other hosts 1), 1 of them with an error status (400 or above).";
    assert!(lines[1].trim().starts_with(said), "{}", ended.out);
    assert_eq!(ended.status, 2);
    assert!(
        in_language("zh_CN.UTF-8", ["har", "-"], &text)
            .out
            .contains("3 个响应没有保存内容（钉钉 2、其他主机 1），其中 1 个")
    );
    let document: Value = serde_json::from_str(&run(["har", "--json", "-"], &text).out).unwrap();
    let lacking = &document["files"][0]["lacking"];
    assert_eq!(lacking[0], serde_json::json!({ "why": "unsaved", "platform": "dingtalk", "count": 2, "errors": 1 }));
    assert_eq!(document["files"][0]["exchanges"][0]["label"], "no body in the file; save the HAR with content");
    // A refusal beside them counts more.
    assert_eq!(run(["har", "-"], har(&[unsaved(ME, 403), entry(ME, NEW)])).status, 1);
}

#[test]
fn what_could_not_be_read_ends_with_2() {
    let mut cut = har(&[entry(ME, "{}")]);
    cut.truncate(cut.len() - 1);
    for text in [har(&[Value::Null]), har(&[entry(ME, "{}"), Value::Null]), cut] {
        let ended = run(["har", "-"], &text);
        assert_eq!(ended.status, 2, "{text}");
        assert!(ended.out.contains("no refusal in what could be read"), "{}", ended.out);
        assert!(in_language("zh_CN.UTF-8", ["har", "-"], &text).out.contains("已读的部分里没有权限拒绝"));
    }
}

#[test]
fn bodies_beside_the_file_are_read_and_nothing_outside_its_folder() {
    let folder = Folder::new("har-beside");
    fs::create_dir_all(folder.path("in/deeper")).unwrap();
    folder.file("out.json", NEW.as_bytes());
    folder.file("in/body.json", NEW.as_bytes());
    folder.file("in/deeper/body.json", NEW.as_bytes());
    #[cfg(unix)]
    std::os::unix::fs::symlink(folder.path("out.json"), folder.path("in/link.json")).unwrap();
    let status = |name: &str| {
        let content = serde_json::json!({ "size": -1, "mimeType": "application/json", "_file": name });
        let path = folder.file("in/a.har", har(&[with_content(ME, 403, content)]).as_bytes());
        run(["har", &path], "").status
    };
    for name in ["body.json", "deeper/body.json"] {
        assert_eq!(status(name), 1, "{name}");
    }
    let outside = folder.path("in/body.json");
    for name in
        ["../out.json", "deeper/../body.json", "./../in/body.json", "link.json", "deeper", "none.json", "", &outside]
    {
        assert_eq!(status(name), 2, "{name}");
    }
}

#[test]
fn what_was_read_is_written_redacted() {
    let folder = Folder::new("har-redact");
    let out = folder.path("support.har");
    let ended = run(["har", "--redact", &out, &fixture("chrome"), &fixture("fiddler")], "");
    assert_eq!(ended.status, 1);
    assert!(ended.out.contains(&format!("6 exchanges, redacted, written to {out}")), "{}", ended.out);
    let written = fs::read_to_string(&out).unwrap();
    for secret in ["0f4a9c31d27e85b6a1c0934fe2d8bfa7", "kU5tRc8JwQ2nYb7LxV4mZs9PdG3hFa6E", "manager4220817"] {
        assert!(!written.contains(secret), "{secret}");
    }
    let document: Value = serde_json::from_str(&written).unwrap();
    assert_eq!(document["log"]["entries"].as_array().map(Vec::len), Some(6));
    assert!(run(["har", &out], "").out.contains("permission refused 3×"));
    assert_eq!(run(["har", "--redact", "-", &fixture("chrome"), &fixture("fiddler")], "").out, written);
}

#[test]
fn a_file_that_is_read_is_not_written_over() {
    let folder = Folder::new("har-over");
    let text = har(&[entry(ME, NEW)]);
    let path = folder.file("a.har", text.as_bytes());
    let ended = run(["har", &path, "--redact", &path], "");
    assert_eq!((ended.status, ended.out.as_str()), (2, ""));
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
    assert_eq!(run(["har", &path, "--redact", &folder.path("no/such/folder.har")], "").status, 2);
}

#[test]
fn utf_16_and_long_files_are_read() {
    let text = har(&[entry(ME, NEW)]);
    let bytes: Vec<u8> = [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(run(["har", "-"], bytes).status, 1);
    let filler: Vec<Value> = (0..60).map(|n| entry(GATEWAY, &format!("{n} {}", "text \" ".repeat(10_000)))).collect();
    let long = har(&[filler, vec![entry(ME, OLD)]].concat());
    assert!(long.len() > 4 << 20);
    assert!(run(["har", "-"], long).out.contains("1  61"));
}

/// As gzip.
fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(bytes).unwrap();
    gzip.finish().unwrap()
}

#[test]
fn packed_files_are_read_and_said_to_be_cut_where_they_are() {
    let text = har(&[entry(ME, NEW), entry(ME, "{}")]);
    assert_eq!(run(["har", "-"], gzip(text.as_bytes())).status, 1);
    let folder = Folder::new("har-gzip");
    let utf_16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(run(["har", &folder.file("a.har.gz", &gzip(&utf_16))], "").status, 1);
    let many: Vec<Value> = (0..200).map(|n| entry(ME, &format!("{{\"n\":\"{}\"}}", n * 7_919))).collect();
    let mut cut = gzip(har(&many).as_bytes());
    cut.truncate(cut.len() * 3 / 4);
    let ended = run(["har", "-"], &cut);
    assert_eq!((ended.status, ended.out.contains("The file is cut off")), (2, true), "{} {}", ended.out, ended.err);
    cut.truncate(30);
    let ended = run(["har", "-"], &cut);
    assert_eq!((ended.status, ended.err.contains("empty")), (2, false), "{}", ended.err);
}

#[test]
fn utf_16_that_does_not_name_itself_is_read() {
    let text = har(&[entry(ME, NEW)]);
    for unit in [u16::to_le_bytes, u16::to_be_bytes] {
        assert_eq!(run(["har", "-"], text.encode_utf16().flat_map(unit).collect::<Vec<u8>>()).status, 1);
    }
    let utf_32: Vec<u8> = text.chars().flat_map(|char| u32::from(char).to_le_bytes()).collect();
    assert!(run(["har", "-"], utf_32).err.contains("It is UTF-16 or UTF-32: save it as UTF-8."));
}

#[test]
fn entries_without_an_archive_are_read() {
    let (one, two) = (entry(ME, "{}").to_string(), entry(ME, NEW).to_string());
    for text in [
        format!("[{one},{two}]"),
        two.clone(),
        format!("{one}\n{two}\n"),
        Value::from(har(&[entry(ME, NEW)])).to_string(),
    ] {
        assert_eq!(run(["har", "-"], &text).status, 1, "{text}");
    }
}

#[test]
fn the_answer_comes_in_chinese_too() {
    let ended = in_language("zh_CN.UTF-8", ["har", &fixture("odd")], "");
    assert!(ended.out.contains("权限拒绝 1 次") && ended.out.contains("要申请的权限"), "{}", ended.out);
}
