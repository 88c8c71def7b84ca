//! Is this worth a look? Decided from a head alone, or by the needles of all rules.

use serde::Serialize;

use super::needles::Needles;
use crate::model::Head;
use crate::platform::platforms;

/// A refusal is small; a larger body is a document or a download.
pub(super) const MAX_BODY: u64 = 2 * 1024 * 1024;

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
    let ours = platforms().iter().any(|p| p.spec.hosts.contains(&host.as_str()));
    Decision { read: true, why: if ours { "ours" } else { "candidate" } }
}

/// Whether any rule's needle is in `text`. A text without one holds no refusal that the rules know.
#[must_use]
pub fn sift(text: &str) -> bool {
    Needles::all().any(text.as_bytes())
}

/// The offsets of all needles in `text`, sorted.
pub(super) fn needle_hits(text: &str) -> Vec<usize> {
    Needles::all().hits(text.as_bytes(), 0..text.len())
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
        assert!(!sift(r#"{"ok":true,"items":[1,2,3],"at":"2026-11-22 10:00:88"}"#));
    }
}
