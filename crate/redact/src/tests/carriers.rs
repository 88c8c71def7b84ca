//! The ways in which texts carry a name and a value.

use serde_json::{Value, json};

/// A way to write `key` and `value`.
pub(crate) struct Carrier {
    pub(crate) name: &'static str,
    pub(crate) write: fn(&str, &str) -> String,
    /// The value may hold blanks and Chinese.
    pub(crate) words: bool,
}

const fn carrier(name: &'static str, write: fn(&str, &str) -> String) -> Carrier {
    Carrier { name, write, words: true }
}

const fn bare(name: &'static str, write: fn(&str, &str) -> String) -> Carrier {
    Carrier { name, write, words: false }
}

pub(crate) const CARRIERS: &[Carrier] = &[
    carrier("json pretty", |k, v| serde_json::to_string_pretty(&document(k, v)).unwrap()),
    carrier("json minified", |k, v| document(k, v).to_string()),
    carrier("json escaped", |k, v| json!({"Data": document(k, v).to_string(), "n": 1}).to_string()),
    carrier("json double-escaped", |k, v| {
        json!({"a": json!({"Data": document(k, v).to_string()}).to_string()}).to_string()
    }),
    carrier("escaped without its outer string", |k, v| document(k, v).to_string().replace('"', "\\\"")),
    carrier("json list", |k, v| json!({k: [v, v], "n": 1}).to_string()),
    carrier("json cut off", |k, v| format!("{{\"errcode\":0,\"{k}\":\"{v}")),
    carrier("python repr", |k, v| format!("{{'errcode': 0, '{k}': '{v}', 'n': None}}")),
    carrier("js inspect", |k, v| format!("{{\n  errcode: 0,\n  '{k}': '{v}',\n  n: null\n}}")),
    carrier("go struct", |k, v| format!("&{{Errcode:0 \"{k}\":\"{v}\"}}")),
    carrier("php print_r", |k, v| format!("Array\n(\n    [errcode] => 0\n    [{k}] => {v}\n)\n")),
    carrier("php var_dump", |k, v| format!("array(1) {{\n  [\"{k}\"]=>\n  string({}) \"{v}\"\n}}", v.len())),
    carrier("har pair", |k, v| json!({"queryString": [{"name": k, "value": v}]}).to_string()),
    carrier("har pair, value first", |k, v| json!({"headers": [{"value": v, "name": k}]}).to_string()),
    carrier("entities", |k, v| format!("<pre>{{&quot;{k}&quot;: &quot;{v}&quot;, &quot;n&quot;: 1}}</pre>")),
    carrier("percent-encoded json", |k, v| percent(&document(k, v).to_string())),
    carrier("xml", |k, v| format!("<xml><{k}>{v}</{k}><n>1</n></xml>")),
    carrier("xml cdata", |k, v| format!("<xml><{k}><![CDATA[{v}]]></{k}></xml>")),
    carrier("log key=\"value\"", |k, v| format!("2026-11-22T10:00:00Z INFO call {k}=\"{v}\" status=403")),
    bare("header", |k, v| format!("POST /v1.0/x HTTP/1.1\r\nHost: api.dingtalk.com\r\n{k}: {v}\r\nAccept: */*\r\n")),
    bare("curl -v", |k, v| format!("> POST /v1.0/x HTTP/2\n> {k}: {v}\n> accept: */*\n>")),
    bare("curl -v http/2", |k, v| format!("* [HTTP/2] [1] [{k}: {v}]\n")),
    bare("curl -H", |k, v| format!("curl -H '{k}: {v}' -H \"{k}: {v}\" https://api.dingtalk.com/v1.0/x")),
    bare("headers in a string", |k, v| {
        json!({"_header": format!("POST /x HTTP/1.1\r\n{k}: {v}\r\nAccept: */*")}).to_string()
    }),
    bare("url first", |k, v| format!("https://oapi.dingtalk.com/robot/send?{k}={}&n=1", percent(v))),
    bare("url later", |k, v| format!("GET https://oapi.dingtalk.com/x?n=1&{k}={} HTTP/1.1", percent(v))),
    bare("url in json", |k, v| {
        json!({"url": format!("https://oapi.dingtalk.com/x?n=1&{k}={}", percent(v))}).to_string()
    }),
    bare("url in gson", |k, v| {
        format!("{{\"url\":\"https://oapi.dingtalk.com/x?n\\u003d1\\u0026{k}\\u003d{}\\u0026z\\u003d2\"}}", percent(v))
    }),
    bare("url in html", |k, v| format!("<a href=\"https://oapi.dingtalk.com/x?n=1&amp;{k}={}&amp;z=2\">", percent(v))),
    bare("url in url", |k, v| {
        format!("https://x.example/?to={}", percent(&format!("https://oapi.dingtalk.com/x?n=1&{k}={}&z=2", percent(v))))
    }),
    bare("form body", |k, v| format!("{k}={}&grant=x", percent(v))),
    bare("form body later", |k, v| format!("grant=x&{k}={}", percent(v))),
    bare("log key=value", |k, v| format!("INFO call failed, {k}={v}, status=403")),
    bare("log key: value", |k, v| format!("INFO call failed {k}: {v} status: 403")),
    bare("java map", |k, v| format!("{{n=1, {k}={v}, z=2}}")),
    bare("go map", |k, v| format!("map[N:[1] {k}:[{v}] Z:[2]]")),
    bare("env", |k, v| format!("export {k}={v}\n")),
    bare("yaml", |k, v| format!("app:\n  {k}: {v}\n  n: 1\n")),
    bare("prose, is", |k, v| format!("I think the {k} is {v}.")),
    bare("prose, 是", |k, v| format!("我的 {k} 是 {v}，报错了")),
    bare("prose, ：", |k, v| format!("我的{k}：{v}，报错了")),
    bare("prose, backticks", |k, v| format!("With `{k}` `{v}` it fails")),
    bare("markdown table", |k, v| format!("| {k} | {v} |")),
    bare("header pair", |k, v| json!([["accept", "*/*"], [k, v]]).to_string()),
    bare("python tuples", |k, v| format!("[('accept', '*/*'), ('{k}', '{v}')]")),
    bare("node raw headers", |k, v| format!("rawHeaders: [ 'accept', '*/*', '{k}', '{v}' ]")),
    bare("node header list", |k, v| format!("{{ '{k}': [ '{k}', '{v}' ] }}")),
];

fn document(key: &str, value: &str) -> Value {
    json!({"errcode": 88, key: value, "detail": {"requiredScopes": ["Contact.User.Read"]}, "note": "a \"quoted\" \\ text"})
}

/// Percent-encodes everything but unreserved letters.
pub(crate) fn percent(text: &str) -> String {
    text.bytes()
        .map(|c| {
            if c.is_ascii_alphanumeric() || b"-_.~".contains(&c) {
                (c as char).to_string()
            } else {
                format!("%{c:02X}")
            }
        })
        .collect()
}
