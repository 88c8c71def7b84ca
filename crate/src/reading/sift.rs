//! Is this worth a look? Needles of all rules, searched in one pass each, without an allocation a body.

use std::sync::OnceLock;

use memchr::memmem::Finder;
use serde::Serialize;

use crate::model::Head;
use crate::platform::platforms;
use crate::text::fold;

/// A refusal is small; a larger body is a document or a download.
const MAX_BODY: u64 = 2 * 1024 * 1024;

/// Media types that hold no reply.
const NEVER: [&str; 6] = ["image/", "font/", "audio/", "video/", "text/css", "javascript"];

/// Whether the body of an exchange is to be asked for, and why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Decision {
    /// Ask for it.
    pub read: bool,
    /// `ours`, `candidate`, `preflight`, `media`, `size`, `status`.
    pub why: &'static str,
}

/// Decides from what is known before the body: host, status, media type, size.
#[must_use]
pub fn decide(head: &Head) -> Decision {
    let no = |why| Decision { read: false, why };
    let mime = head.mime.to_ascii_lowercase();
    if head.method.eq_ignore_ascii_case("OPTIONS") {
        return no("preflight");
    }
    if NEVER.iter().any(|never| mime.contains(never)) {
        return no("media");
    }
    if head.size.is_some_and(|size| size > MAX_BODY) {
        return no("size");
    }
    if matches!(head.status, 100..=199 | 204 | 205 | 300..=399) {
        return no("status");
    }
    let host = crate::model::split_url(&head.url).map(|(host, _)| host).unwrap_or_default();
    let ours = platforms().iter().any(|p| p.spec.hosts.contains(&host));
    Decision { read: true, why: if ours { "ours" } else { "candidate" } }
}

/// Whether any rule's needle is in `text`. A text without one holds no refusal that the rules know.
#[must_use]
pub fn sift(text: &str) -> bool {
    finders().iter().any(|finder| finder.find(text.as_bytes()).is_some())
}

/// The offsets of all needles in `text`, sorted.
pub(super) fn needle_hits(text: &str) -> Vec<usize> {
    let mut hits: Vec<usize> = finders().iter().flat_map(|f| f.find_iter(text.as_bytes())).collect();
    hits.sort_unstable();
    hits
}

fn finders() -> &'static [Finder<'static>] {
    static FINDERS: OnceLock<Vec<Finder<'static>>> = OnceLock::new();
    FINDERS.get_or_init(|| needles().iter().map(|n| Finder::new(n).into_owned()).collect())
}

/// Every rule's needles as printed, and as JSON escapes them.
fn needles() -> Vec<String> {
    let rules = platforms().iter().flat_map(|p| &p.spec.rules);
    let mut needles: Vec<String> = rules
        .flat_map(|r| r.codes.iter().chain(&r.tokens).chain(&r.phrases).chain(&r.needles))
        .flat_map(|needle| [needle.clone(), fold(needle), escaped(needle)])
        .collect();
    needles.sort();
    needles.dedup();
    let all = needles.clone();
    // What another needle is a part of is found with it.
    needles.retain(|n| !all.iter().any(|other| other != n && n.contains(other.as_str())));
    needles
}

/// `\u5e94\u7528`: without its first backslash, of which there may be several.
fn escaped(needle: &str) -> String {
    if needle.is_ascii() {
        return needle.to_owned();
    }
    let units: Vec<String> = needle.encode_utf16().map(|u| format!("u{u:04x}")).collect();
    units.first().cloned().unwrap_or_default()
        + &units.get(1..).unwrap_or_default().iter().map(|u| format!("\\{u}")).collect::<String>()
}

#[cfg(test)]
mod tests {
    use super::{decide, sift};
    use crate::model::Head;

    fn head(url: &str, status: u16, mime: &str, size: Option<u64>) -> Head {
        Head { method: "GET".into(), url: url.into(), status, mime: mime.into(), size }
    }

    #[test]
    fn media_large_bodies_and_redirects_are_not_asked_for() {
        let why = |h: &Head| (decide(h).read, decide(h).why);
        assert_eq!(why(&head("https://api.dingtalk.com/a", 403, "application/json", Some(90))), (true, "ours"));
        assert_eq!(why(&head("https://a.example/x", 200, "text/html", None)), (true, "candidate"));
        assert_eq!(why(&head("https://a.example/x.png", 200, "image/png", None)), (false, "media"));
        assert_eq!(why(&head("https://a.example/x.js", 200, "text/javascript", None)), (false, "media"));
        assert_eq!(why(&head("https://a.example/x", 200, "application/json", Some(9_000_000))), (false, "size"));
        assert_eq!(why(&head("https://a.example/x", 302, "", None)), (false, "status"));
    }

    #[test]
    fn finds_plain_and_escaped_needles() {
        assert!(sift(r#"{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied"}"#));
        assert!(sift(r#"{"m":"\u5e94\u7528\u5c1a\u672a\u5f00\u901a\u6240\u9700\u7684\u6743\u9650"}"#));
        assert!(!sift(r#"{"ok":true,"items":[1,2,3]}"#));
    }
}
