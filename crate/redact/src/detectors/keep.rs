//! What stays readable: support needs it, and it opens nothing.

/// Members whose value is an id of a request or a checksum: 32 or 64 hex digits there are no token.
pub(crate) const KEPT_KEYS: &[&str] = &[
    "requestid",
    "xrequestid",
    "traceid",
    "xtraceid",
    "logid",
    "xttlogid",
    "xacsrequestid",
    "acsrequestid",
    "eagleeyetraceid",
    "eagleeyetraceidd",
    "correlationid",
    "clientrequestid",
    "xamznrequestid",
    "xamzrequestid",
    "xamzid2",
    "hostid",
    "xossrequestid",
    "xgithubrequestid",
    "msclientrequestid",
    "xmsrequestid",
    "xslackreqid",
    "spanid",
    "traceparent",
    "hint",
    "errorid",
    "uuid",
    "md5",
    "sha1",
    "sha256",
    "contentmd5",
    "etag",
    "checksum",
    "digest",
    "hash",
    "commit",
    "integrity",
    "rev",
    "revision",
    "rid",
    "appid",
    "appkey",
    "clientid",
    "corpid",
    "suitekey",
    "suiteid",
    "tenantkey",
    "agentid",
    "apiid",
    "version",
    "encodeddiagnosticmessage",
    "encodedauthorizationmessage",
];

/// Page cursors end in `token` and open nothing.
pub(crate) const CURSORS: &[&str] =
    &["nexttoken", "pagetoken", "nextpagetoken", "continuationtoken", "synctoken", "maxtoken", "prevtoken"];

/// Words that stand where an unquoted value would, but are not one.
pub(crate) const WORDS: &[&str] = &[
    "null",
    "none",
    "nil",
    "undefined",
    "true",
    "false",
    "string",
    "str",
    "int",
    "integer",
    "number",
    "any",
    "object",
    "array",
    "boolean",
    "required",
    "optional",
    "missing",
    "invalid",
    "expired",
    "empty",
    "blank",
    "is",
    "not",
    "the",
    "a",
    "an",
    "and",
    "or",
    "error",
    "failed",
    "wrong",
    "ok",
    "yes",
    "no",
    "unknown",
    "hidden",
    "redacted",
    "bearer",
    "basic",
];

/// Whether `value` is a public id of an app or an organisation:
/// AppKey `ding`+16, SuiteKey `suite`+16, CorpId `ding`+32 hex, Feishu `cli_`+16.
pub(crate) fn is_app_id(value: &str) -> bool {
    let small = |rest: &str| rest.len() == 16 && rest.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    let hex = |rest: &str| rest.len() == 32 && rest.bytes().all(|c| matches!(c, b'0'..=b'9' | b'a'..=b'f'));
    value.strip_prefix("ding").is_some_and(|rest| small(rest) || hex(rest))
        || value.strip_prefix("suite").is_some_and(small)
        || value.strip_prefix("cli_").is_some_and(small)
}
