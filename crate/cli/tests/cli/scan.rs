//! `scopelens scan`.

use serde_json::Value;

use crate::run::{Folder, IP, NEW, OLD, in_language, run};

const NOISE: &str = "2026-11-22 10:00:00 INFO served /index.html in 3 ms, 200 OK code=0\n";

fn log() -> String {
    format!("{NOISE}{NEW}\n{NOISE}{OLD}\n{}x {NEW}\n{IP}\n", NOISE.repeat(40))
}

#[test]
fn each_cause_is_a_row_with_its_count_and_lines() {
    let ended = run(["scan", "-"], log());
    assert_eq!(ended.status, 1);
    let rows: Vec<Vec<&str>> = ended.out.lines().map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(&rows[2][..2], ["2", "2–45"]);
    assert_eq!(&rows[3][..2], ["1", "4"]);
    assert_eq!(&rows[4][..2], ["1", "46"]);
    assert!(
        ended.out.contains("standard input: permission refused 3×") && ended.out.contains("lines read: 46"),
        "{}",
        ended.out
    );
}

#[test]
fn json_holds_the_same() {
    let folder = Folder::new("scan-json");
    let (app, calm) = (folder.file("app.log", log().as_bytes()), folder.file("calm.log", NOISE.as_bytes()));
    let ended = run(["scan", "--json", &app, &calm], "");
    let document: Value = serde_json::from_str(&ended.out).unwrap();
    let row = &document["files"][0]["rows"][0];
    assert_eq!(ended.status, 1);
    assert_eq!((&row["count"], &row["first_line"], &row["last_line"]), (&2.into(), &2.into(), &45.into()));
    assert_eq!((&row["scopes"][0], &row["verdict"]), (&"Contact.User.Read".into(), &"refused".into()));
    assert_eq!((&row["app_id"], &row["platform"]), (&"dingabcdefghijklmnop".into(), &"dingtalk".into()));
    let calm = &document["files"][1];
    assert_eq!((&calm["refused"], &calm["lines"], &calm["rows"]), (&0.into(), &1.into(), &Value::Array(vec![])));
}

#[test]
fn only_a_refusal_ends_with_1() {
    for (text, status) in [("", 0), (NOISE, 0), (IP, 0), (OLD, 1)] {
        assert_eq!(run(["scan", "-"], text).status, status, "{text}");
    }
}

#[test]
fn the_command_that_explains_a_row_works() {
    let folder = Folder::new("scan-explain");
    let path = folder.file("it's.log", log().as_bytes());
    let ended = run(["scan", &path], "");
    let command = ended.out.lines().find_map(|line| line.split_once("explained: ")).unwrap().1;
    let sed = command.split_once(" | ").unwrap().0;
    let lines = std::process::Command::new("sh").args(["-c", sed]).output().unwrap().stdout;
    assert!(run(["diagnose"], lines).out.contains("Contact.User.Read"));
}

#[test]
fn a_log_far_longer_than_a_chunk_is_read_to_its_end() {
    let long = format!("{}{NEW}\n{}{OLD}\n", NOISE.repeat(40_000), NOISE.repeat(40_000));
    assert!(long.len() > 5 << 20);
    let ended = run(["scan", "-"], &long);
    assert!(ended.out.contains("40001") && ended.out.contains("80002"), "{}", ended.out);
    let line = long.replace('\n', " ");
    assert!(run(["scan", "-"], line).out.contains("refused 2×"));
    assert!(run(["scan", "-"], long.replace('\n', "\r\n")).out.contains("80002"));
}

#[test]
fn pretty_printed_and_escaped_replies_are_found() {
    let value: Value = serde_json::from_str(NEW).unwrap();
    let pretty = serde_json::to_string_pretty(&value).unwrap();
    let escaped: String =
        NEW.chars().map(|c| if c.is_ascii() { c.to_string() } else { format!("\\u{:04X}", u32::from(c)) }).collect();
    for refusal in [pretty.clone(), serde_json::to_string(&pretty).unwrap(), escaped] {
        let log = format!("{}{refusal}\n{}", NOISE.repeat(500), NOISE.repeat(500));
        let ended = run(["scan", "-"], log);
        assert!(ended.status == 1 && ended.out.contains("dingabcdefghijklmnop"), "{refusal}: {}", ended.out);
    }
}

#[test]
fn headings_come_in_both_languages() {
    assert!(in_language("zh_CN.UTF-8", ["scan", "-"], OLD).out.contains("权限拒绝 1 次"));
    assert!(run(["scan", "--lang", "zh-CN", "-"], NOISE).out.contains("没有权限拒绝"));
    assert!(run(["scan", "--lang", "en", "-"], NOISE).out.contains("no refusal, lines read: 1"));
}

#[test]
fn the_needles_are_what_refusals_hold() {
    let ended = run(["scan", "--needles"], "");
    let needles: Vec<&str> = ended.out.lines().collect();
    for refusal in [NEW, OLD, IP] {
        assert!(needles.iter().any(|needle| refusal.contains(needle)), "{refusal}");
    }
    assert!(needles.iter().all(|needle| !NOISE.contains(needle)));
}
