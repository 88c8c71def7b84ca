use super::{Value, blocks, members, same_name, words_in};

/// `key=value` of each member, an opened bracket as the words inside it.
fn read(flat: &str) -> Vec<String> {
    members(flat)
        .iter()
        .map(|m| match m.value {
            Value::Text(text) if text.starts_with(" ") => {
                format!("{}=[{}]", m.key, text.replace("- ", "").split_whitespace().collect::<Vec<_>>().join(" "))
            }
            Value::Text(text) => format!("{}={text}", m.key),
            Value::Open(offset) => {
                // PHP's print-outs hold indices, types and lengths as well.
                let is_scope = |w: &&str| w.contains(['.', ':']);
                let words: Vec<&str> = words_in(flat, offset).into_iter().map(|(w, _)| w).filter(is_scope).collect();
                format!("{}=[{}]", m.key, words.join(" "))
            }
        })
        .collect()
}

#[test]
fn reads_what_each_language_prints() {
    let want = ["code=Forbidden.A", "scopes=[a.B c:d]"];
    for text in [
        r#"{"code":"Forbidden.A","scopes":["a.B","c:d"]}"#,
        "{\n  \"code\" : \"Forbidden.A\",\n  \"scopes\" : [\n    \"a.B\",\n    \"c:d\"\n  ]\n}",
        "{'code': 'Forbidden.A', 'scopes': ['a.B', 'c:d']}",
        "{ code: 'Forbidden.A', scopes: [ 'a.B', 'c:d' ] }",
        "{code=Forbidden.A, scopes=[a.B, c:d]}",
        "code=Forbidden.A; scopes=[a.B c:d]",
        "map[code:Forbidden.A scopes:[a.B c:d]]".replace(' ', ",").as_str(),
        "{:code=>\"Forbidden.A\", :scopes=>[\"a.B\", \"c:d\"]}",
        "[\"code\"]=>\n  string(11) \"Forbidden.A\"\n  [\"scopes\"]=>\n  array(2) {\n [0]=>\n string(3) \"a.B\"\n [1]=>\n string(3) \"c:d\"\n }",
        "[code] => Forbidden.A\n[scopes] => Array\n(\n [0] => a.B\n [1] => c:d\n)",
        "array (\n 'code' => 'Forbidden.A',\n 'scopes' => \n array (\n 0 => 'a.B',\n 1 => 'c:d',\n ),\n)",
        r#"map[string]interface {}{"code":"Forbidden.A", "scopes":[]interface {}{"a.B", "c:d"}}"#,
        r#"&Error{code:"Forbidden.A", scopes:[]string{"a.B", "c:d"}}"#,
        r#"Denied { code: Some("Forbidden.A"), scopes: Some(["a.B", "c:d"]) }"#,
        "code: Forbidden.A\nscopes:\n  - a.B\n  - c:d\n",
        "{\"code\":\"Forbidden.A\", // why\n \"scopes\":[\"a.B\",\"c:d\",],}",
    ] {
        let named = |m: &String| m.starts_with("code") || m.starts_with("scopes");
        let got: Vec<String> = read(text).into_iter().filter(named).collect();
        assert_eq!(got, want, "in {text}");
    }
}

#[test]
fn reads_inside_strings_and_prose() {
    assert_eq!(
        read(r#"{"errcode":88,"errmsg":"ding talk error[subcode=60011,submsg=x]"}"#),
        ["errcode=88", "errmsg=ding talk error[subcode=60011,submsg=x]", "subcode=60011", "submsg=x"]
    );
    assert_eq!(read("Error code: 60011, message: no"), ["Error code=60011", "message=no"]);
    assert_eq!(read("at 10:02 see https://a.b/c?d=e"), ["at 10=02 see https://a.b/c?d=e", "d=e"]);
}

#[test]
fn reads_texts_that_are_cut() {
    assert_eq!(read(r#"ied","message":"no","requ"#), ["message=no"]);
    assert_eq!(read(r#"{"scopes":["a.B","c.D"#), ["scopes=[a.B]"]);
    assert_eq!(read(r#"{"code":"Forbid"#), ["code=Forbid"]);
}

#[test]
fn a_quote_inside_a_string_does_not_end_it() {
    assert_eq!(read(r#"{"message":"check "AI.Run" now","code":"x"}"#), [r#"message=check "AI.Run" now"#, "code=x"]);
    let challenge = r#"{"log":"Bearer scope="files:read files:write" when a token lacks rights"}"#;
    assert!(read(challenge).iter().any(|m| m == "Bearer scope=files:read files:write"), "{:?}", read(challenge));
}

#[test]
fn objects_in_a_list_give_their_values() {
    assert_eq!(
        read(r#"requiredScopes: [{"scope":"doc:update","name":"n"}]"#).first().map(String::as_str),
        Some("requiredScopes=[doc:update]")
    );
}

#[test]
fn groups_are_the_outermost_ones() {
    let spans = |text: &str| blocks(text).iter().map(|b| (b.start, b.end)).collect::<Vec<_>>();
    assert_eq!(spans("a {b [c]} d [e]"), [(2, 9), (12, 15)]);
    assert_eq!(spans("a] {b"), [(3, 5)]);
    assert_eq!(spans("{[}x"), [(0, 3)]);
    assert_eq!(spans("[ {a}, {b}]"), [(2, 5), (7, 10)]);
    let far = " ".repeat(5_000);
    assert_eq!(spans(&format!("[a {{b}}{far}{{c}} [d")), [(0, 4_096), (5_006, 5_009), (5_010, 5_012)]);
    assert_eq!(spans(&format!("{}{}", "[".repeat(10_000), "]".repeat(10_000))), [(0, 20_000)]);
}

#[test]
fn names_differ_only_by_letters() {
    assert!(same_name("requestId", "request_id"));
    assert!(same_name("request id", "RequestId"));
    assert!(!same_name("request", "requestid"));
}
