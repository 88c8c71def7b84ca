//! What stays readable: support needs it, and it opens nothing. Which ids do, the platforms say (`platforms`).

/// Members whose value is an id of a request or a checksum: 32 or 64 hex digits there are no token.
pub(crate) const KEPT_KEYS: &[&str] = &[
    "eagleeyetraceidd",
    "eagleid",
    "xamzid2",
    "hostid",
    "tid",
    "rpcid",
    "traceparent",
    "cloudtracecontext",
    "hint",
    "errorid",
    "uuid",
    "md5",
    "md5sum",
    "sha1",
    "sha1sum",
    "sha256",
    "sha256sum",
    "sha512",
    "contentmd5",
    "publickey",
    "fingerprint",
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

/// Endings of folded member names whose value is an id of a request: `x-b3-traceid`, `uber-trace-id`, `reqId`.
pub(crate) const KEPT_TAILS: &[&str] =
    &["requestid", "reqid", "traceid", "logid", "spanid", "correlationid", "transactionid", "publickey"];

/// The same in Chinese, matched at the end of what stands before the separator.
pub(crate) const KEPT_CHINESE: &[&str] =
    &["请求ID", "请求id", "请求Id", "链路ID", "链路id", "日志ID", "日志id", "追踪ID", "追踪id", "公钥"];

/// Extensions of files whose names carry a checksum, and of names that look like a mail's host (`sprite@2x.json`).
pub(crate) const EXTENSIONS: &[&str] = &[
    "js", "mjs", "css", "map", "json", "png", "jpg", "jpeg", "gif", "svg", "webp", "woff", "woff2", "html", "wasm",
    "zip", "gz",
];

/// Endings of names whose numbers of 11 digits are no phone numbers.
pub(crate) const COUNTS: &[&str] =
    &["id", "ids", "time", "timestamp", "duration", "size", "bytes", "count", "offset", "seq", "version"];

/// Words before `key` that make it the name of something else than a secret.
pub(crate) const OPEN_KEYS: &[&str] = &[
    "public",
    "primary",
    "foreign",
    "partition",
    "sort",
    "cache",
    "row",
    "object",
    "sub",
    "group",
    "index",
    "hash",
    "app",
    "suite",
    "tenant",
    "i18n",
    "msg",
    "message",
    "state",
    "query",
    "file",
    "image",
    "media",
    "config",
];

/// Page cursors end in `token` and open nothing.
pub(crate) const CURSORS: &[&str] =
    &["nexttoken", "pagetoken", "nextpagetoken", "continuationtoken", "synctoken", "maxtoken", "prevtoken"];

/// What programs print for a value that is none, in quotes too.
pub(crate) const LITERALS: &[&str] = &["null", "none", "nil", "undefined", "true", "false"];

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
