//! The command line's own words.

use std::path::Path;

use scopelens_model::Lang;

/// Key, English, Chinese.
const WORDS: [(&str, &str, &str); 35] = [
    ("count", "COUNT", "次数"),
    ("lines", "LINES", "行"),
    ("what", "WHAT", "情况"),
    ("code", "CODE", "错误码"),
    ("scopes", "SCOPES", "权限点"),
    ("app", "APP", "应用"),
    ("stdin", "standard input", "标准输入"),
    ("none", "{name}: no refusal, lines read: {lines}", "{name}：读了 {lines} 行，没有权限拒绝"),
    (
        "found",
        "{name}: permission refused {refused}×, failed otherwise {other}×, lines read: {lines}",
        "{name}：权限拒绝 {refused} 次，其他失败 {other} 次，读了 {lines} 行",
    ),
    ("left", "{count} more, of further causes, are not listed", "另有 {count} 次，原因过多，未列出"),
    ("explain", "To have one explained:", "想看其中一条的解释："),
    ("missing-scope", "lacks a scope", "缺少权限点"),
    ("any", "any of ", "任一："),
    (
        "coverage",
        "{platform}, documentation of {date}: {scopes} scopes, {calls} calls, {codes} error codes",
        "{platform}，文档日期 {date}：{scopes} 个权限点、{calls} 个接口、{codes} 个错误码",
    ),
    ("heading.scopes", "Scopes", "权限点"),
    ("heading.calls", "Calls", "接口"),
    ("heading.calls-of-scope", "Calls that need it", "需要它的接口"),
    ("heading.codes", "Error codes", "错误码"),
    ("needs", "needs", "需要"),
    ("needs-none", "needs no scope", "不需要权限点"),
    ("needs-unknown", "the documentation names no scope", "文档没有写明权限点"),
    ("more", "{count} more", "另有 {count} 个"),
    (
        "unknown",
        "'{query}' is not in the catalog. That does not mean that it does not exist.",
        "目录里没有“{query}”。这不代表它不存在。",
    ),
    ("and", ", ", "、"),
    ("entries", "ENTRIES", "序号"),
    ("call", "CALL", "接口"),
    (
        "har.none",
        "{name}: no refusal, exchanges read: {read}, passed over: {unread}",
        "{name}：读了 {read} 条请求，略过 {unread} 条，没有权限拒绝",
    ),
    (
        "har.found",
        "{name}: permission refused {refused}×, failed otherwise {other}×, exchanges read: {read}, passed over: {unread}",
        "{name}：权限拒绝 {refused} 次，其他失败 {other} 次，读了 {read} 条请求，略过 {unread} 条",
    ),
    ("har.cut", "The file is cut off; what is whole was read.", "文件不完整，已读取其中完整的部分。"),
    ("har.bad", "{count} could not be read: {list}", "有 {count} 条无法读取：{list}"),
    ("har.broken", "no JSON", "不是 JSON"),
    ("har.shape", "no entry", "不是请求记录"),
    ("har.too-large", "too large", "过大"),
    ("har.cut-off", "cut off", "不完整"),
    ("har.written", "{count} exchanges, redacted, written to {name}", "已脱敏并写入 {name}：{count} 条请求"),
];

/// The words of `key` with their `{values}`.
pub fn say(lang: Lang, key: &str, values: &[(&str, &str)]) -> String {
    let row = WORDS.iter().find(|(name, ..)| *name == key);
    let words = row.map_or("", |(_, en, zh)| if lang == Lang::En { en } else { zh });
    let mut filled = String::new();
    let mut rest = words;
    while let Some((before, tail)) = rest.split_once('{') {
        let (name, after) = tail.split_once('}').unwrap_or((tail, ""));
        filled.push_str(before);
        filled.push_str(values.iter().find(|(n, _)| *n == name).map_or("", |(_, value)| value));
        rest = after;
    }
    filled + rest
}

/// A word without values.
pub fn word(lang: Lang, key: &str) -> String {
    say(lang, key, &[])
}

/// The name of an input as it is shown.
pub fn shown(path: &Path, lang: Lang) -> String {
    let name = path.display().to_string();
    if name == "-" { word(lang, "stdin") } else { name }
}
