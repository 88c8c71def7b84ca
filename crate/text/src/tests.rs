use super::flatten;
use crate::base64;

fn check(given: &str, plain: &str) {
    assert_eq!(flatten(given).text, plain, "from {given:?}");
}

#[test]
fn undoes_each_kind_of_escape() {
    check(r#"{\"code\":\"a\"}"#, r#"{"code":"a"}"#);
    check(r#"{\\\"code\\\":\\\"a\\\"}"#, r#"{"code":"a"}"#);
    check(r"\u5e94\u7528 \u0028x\u0029", "应用 (x)");
    check(r"\xe5\xba\x94", "应");
    check(r#"1,"{""code"":""a""}""#, r#"1,"{"code":"a"}""#);
    check("&quot;a&#x27;b&#39;&amp;quot;", "\"a'b'\"");
    check("%E5%BA%94%7B%22a%22%7D %2523", "应{\"a\"} #");
    check("权限：【a】，（b）\u{3000}c\u{200b}d\r\n", "权限:[a],(b) cd\n");
    check(
        "没有调⽤该接⼝的权限 \u{fb01}ne o\u{fb03}ce per\u{ad}mission",
        "没有调用该接口的权限 fine office permission",
    );
    check("\u{1b}[31mred\u{1b}[0m", "red");
}

#[test]
fn keeps_what_is_no_escape() {
    for text in ["100% sure", r"C:\Users", "a & b", "&lt", "%zz", r"\u12", r"\", "%", "&#;", "&#xffffffff;"] {
        check(text, text);
    }
}

#[test]
fn a_lone_surrogate_becomes_a_replacement_character() {
    check(r"\ud83d\ude00", "😀");
    check(r"\ud83d x", "\u{fffd} x");
    check(r"\ud83d\u0041", "\u{fffd}A");
}

#[test]
fn takes_quotation_marks_off() {
    check("> a: 1\n> b: 2", "a: 1\nb: 2");
    check("│ a\n│ b", "a\nb");
    check("> a\nb", "> a\nb");
}

#[test]
fn joins_words_that_were_broken_at_one_width() {
    let whole = format!("{}qyapi_get_member {}", "x ".repeat(35), "y".repeat(40));
    let broken: String = whole
        .chars()
        .enumerate()
        .flat_map(|(i, c)| (i > 0 && i % 80 == 0).then_some('\n').into_iter().chain([c]))
        .collect();
    assert!(broken.contains('\n'));
    check(&broken, &whole);
}

#[test]
fn joins_by_characters_or_by_columns_whichever_the_lines_agree_in() {
    let whole: String = (10..24).map(|i| format!("{i}abcdefgh应用尚未开通")).collect();
    let letters: Vec<char> = whole.chars().collect();
    let by_characters: Vec<String> = letters.chunks(80).map(|line| line.iter().collect()).collect();
    check(&by_characters.join("\n"), &whole);
    let mut by_columns = String::new();
    let mut column = 0;
    for c in whole.chars() {
        let width = if c.is_ascii() { 1 } else { 2 };
        if column + width > 80 {
            by_columns.push('\n');
            column = 0;
        }
        by_columns.push(c);
        column += width;
    }
    check(&by_columns, &whole);
}

#[test]
fn keeps_lines_that_only_happen_to_be_long() {
    check("a line of some length here\nanother", "a line of some length here\nanother");
}

#[test]
fn keeps_the_lines_of_a_log_that_are_of_one_width() {
    let log = "2026-11-22 10:00:00 INFO served /index.html in 3 ms, 200 OK code=0\n".repeat(5);
    check(&log, &log);
    let replies = format!("{{\"errcode\":0,\"errmsg\":\"{}\"}}\n", "ok".repeat(30)).repeat(5);
    check(&replies, &replies);
}

#[test]
fn keeps_headers_that_are_of_one_width() {
    let headers =
        "content-type: application/json; charset=utf-8\ntraceid: 4ffa2edcb17c0b11ff4e0f7c1c05acb3xxxx\nserver: edge";
    check(headers, headers);
}

#[test]
fn knows_where_each_byte_came_from() {
    let given = r#"> {\"scope\":\"\u5e94 Contact.User.Read\"}"#;
    let flat = flatten(given);
    let offset = flat.text.find("Contact").unwrap();
    let span = flat.source(offset, offset + "Contact.User.Read".len());
    assert_eq!(given.get(span.start..span.end), Some("Contact.User.Read"));
}

#[test]
fn every_offset_leads_back_through_each_level() {
    let given = "> \\\\u5e94%25E5%25BA%2594 “a\u{200b}\u{200b}b”&amp;quot;\u{3000}\\\"x\\\\\\\"y\r\n> z%2";
    let flat = flatten(given);
    for word in ["x", "y", "z", "a", "b"] {
        let offset = flat.text.rfind(word).unwrap();
        let span = flat.source(offset, offset + 1);
        assert_eq!(given.get(span.start..span.start + 1), Some(word), "{flat:?}");
    }
}

#[test]
fn takes_boxes_clocks_and_container_names_off_before_wraps_are_joined() {
    check("│ a: 1       │\n│ b: 2       │", "a: 1\nb: 2");
    check("╭── x ──╮\n│ scope: im:mes │\n│ sage:send     │\n╰───────╯", "\nscope: im:message:send\n");
    check("bot-1  | {\nbot-1  |   \"code\": 1\nbot-1  | }", "{\n  \"code\": 1\n}");
    check("0|bot  | a: 1\n0|bot  | b: 2", "a: 1\nb: 2");
    check("2026-11-27T06:08:00.123Z stderr F a: 1\n2026-11-27T06:08:00.124Z stderr F b: 2", "a: 1\nb: 2");
    check("Nov 27 14:08:00 host app[1]: a: 1\nNov 27 14:08:01 host app[1]: b: 2", "a: 1\nb: 2");
    let (first, second) =
        (r#"{"log":"│ a: \"1\"  │\n","stream":"stderr","time":"T"}"#, r#"{"log": "│ b: 2   │\n", "stream": "stderr"}"#);
    check(&format!("{first}\n{second}"), "a: \"1\"\nb: 2");
    check("    web-1  | a: 1\n    web-1  | b: 2", "a: 1\nb: 2");
    let alone = "60010 | 部门存在循环关系\n60011 | 管理员权限不足";
    check(alone, alone);
    check("2026-11-27T06:08:00Z one line", "2026-11-27T06:08:00Z one line");
}

#[test]
fn takes_them_off_within_a_text_that_is_escaped_as_a_whole() {
    check(r#"{"output":"\nweb-1  | a: 1\nweb-1  | b: 2\n"}"#, "{\"output\":\"\na: 1\nb: 2\n\"}");
    check(r"'\x1b[31ma\x1b[0m: 1'", "'a: 1'");
}

#[test]
fn joins_lines_that_were_all_cut_at_a_width_beside_their_blanks() {
    let text = "x".repeat(75) + " lack one or more of the scopes that are required";
    let (one, two) = text.split_at(80);
    check(&format!("{one}\n{two}"), &text.replace("lack \n", "lack "));
    let uneven = format!("{} of\n{} in \nthe end", "words ".repeat(9), "words ".repeat(12));
    check(&uneven, &uneven);
}

#[test]
fn takes_the_bars_of_a_shells_view_off_and_leaves_those_of_tables() {
    check(
        "Line |\n  12 |  Get-MgChat\n     |  ~~~~~\n     | Missing scope\n     | permissions",
        "Line |\n Get-MgChat\n ~~~~~\nMissing scope\npermissions",
    );
    for table in ["  | a | b |\n  | c | d |", "| a | b\n| c | d"] {
        check(table, table);
    }
}

#[test]
fn rows_of_cells_between_tabs_are_no_wrapped_text() {
    let rows = "ff8e70d6634e29bccae9d2f39b3c0fee2e631891\tci.yml\n6d36f33b7babeb34dd33a1d4081e7f53296ef5b4\tci.yml\nError: no\n";
    assert_eq!(flatten(rows).text, rows);
}

#[test]
fn joins_what_was_wrapped_between_words_behind_a_bar() {
    let first = "Error: googleapi: Error 403: Request had insufficient";
    check(&format!("│ {first}\n│ authentication scopes."), &format!("{first} authentication scopes."));
    check(&format!("  - | {first}\n    | authentication scopes."), &format!("{first} authentication scopes."));
    for apart in [format!("│ {first}\n│ \n│   with x"), format!("│ {first}\n│ Details:"), format!("│ a\n│ {first}")]
    {
        check(&apart, &apart.replace("│ ", ""));
    }
}

#[test]
fn joins_what_a_terminal_broke_and_indented() {
    let words = ["x".repeat(60) + "cli", "entSecret".to_owned() + &"y".repeat(54), "z".repeat(63), "done".to_owned()];
    let indented: Vec<String> = words.iter().map(|line| format!("     {line}")).collect();
    check(&indented.join("\n"), &words.concat());
    let separate =
        "    a first line that is long enough to be one of a log here\n    b second line of another length\n    c";
    check(separate, separate);
}

#[test]
fn colours_count_in_no_width() {
    let line = |text: &str| format!("\u{1b}[31m{text}\u{1b}[0m");
    let (one, two) = ("a".repeat(76) + " im:", "chat ".to_owned() + &"b".repeat(75));
    check(&format!("{}\n{}\nend", line(&one), line(&two)), &format!("{one}{two}end"));
}

#[test]
fn base64_of_json_in_a_string_is_undone() {
    let jsons = [
        r#"{"code":"a","message":"应用>?>?"}"#,
        "{\n  \"code\": \"a\", \"m\": 1\n}",
        r#"{ "code" : "abcdefgh" }"#,
        r#"[{"code":"abcdefghij"}]"#,
        "{\r\n\t\"code\": \"abcdefg\"\r\n}",
        r#"{"错误":"没有调用权限"}"#,
    ];
    for json in jsons {
        let plain = format!(r#"{{"data":"{}"}}"#, json.replace('\r', ""));
        let standard = base64::encode(json);
        let url_safe = standard.replace('+', "-").replace('/', "_");
        let wrapped = {
            let (line, rest) = standard.split_at(20);
            format!("{line}\\n{rest}\\n")
        };
        let forms = [
            &standard,
            standard.trim_end_matches('='),
            &url_safe,
            &wrapped,
            &standard.replace('/', "\\/").replace('=', "\\u003d"),
        ];
        for packed in forms {
            check(&format!(r#"{{"data":"{packed}"}}"#), &plain);
            check(&format!(r#"{{\"data\":\"{packed}\"}}"#), &plain);
            check(&format!("{{'data':'{packed}'}}"), &format!("{{'data':'{}'}}", json.replace('\r', "")));
        }
    }
    let escaped = base64::encode(r#"{"message":"\u5e94\u7528 \"x\" and more"}"#);
    check(&format!(r#"{{"data":"{escaped}"}}"#), r#"{"data":"{"message":"应用 "x" and more"}"}"#);
}

#[test]
fn other_base64_is_left_alone() {
    let json = base64::encode(r#"{"alg":"none","typ":"JWT"}"#);
    let binary = base64::encode("{\u{0}\u{1} and so on, and so on");
    for text in [
        format!(r#""{json}.{json}.c2lnbmF0dXJl""#),
        format!(r#""{json}"#),
        format!("token {json} "),
        format!(r#""{}""#, base64::encode("plain text that is no JSON at all")),
        format!(r#""{}""#, base64::encode("{\"a\":1}")),
        format!(r#""{binary}""#),
        format!(r#""{}""#, base64::encode(format!(r#"{{"a":"{}"}}"#, "x".repeat(60_000)))),
        r#""eyes on the prize, whatever it may be""#.to_owned(),
        "\"ey/////////////////////////////////\"".to_owned(),
    ] {
        check(&text, &text);
    }
}

#[test]
fn what_stands_in_base64_came_from_the_whole_string() {
    let inner = r#"{"scope":"Contact.User.Read","more":"\u5e94"}"#;
    let packed = base64::encode(format!(r#"{{"again":"{}","id":"1 2 3"}}"#, base64::encode(inner)));
    let given = format!(r#"> {{\"before\":\"x\",\"data\":\"{packed}\",\"behind\":\"y\"}}"#);
    let flat = flatten(&given);
    let place = |word: &str| {
        let start = flat.text.find(word).unwrap_or_else(|| panic!("no {word} in {}", flat.text));
        let span = flat.source(start, start + word.len());
        given.get(span.start..span.end).unwrap().to_owned()
    };
    for word in ["Contact.User.Read", "应", "1 2 3", "{\"scope", "{\"again"] {
        assert_eq!(place(word), packed, "{word}");
    }
    assert_eq!((place("before"), place("behind"), place("y")), ("before".into(), "behind".into(), "y".into()));
}

#[test]
fn a_flood_of_base64_is_bounded() {
    let one = format!(r#"{{"data":"{}"}},"#, base64::encode(r#"{"code":"abcdefghijk"}"#));
    let flat = flatten(&one.repeat(5_000));
    assert_eq!(flat.text.matches(r#"{"code""#).count(), 6 * 64);
}
