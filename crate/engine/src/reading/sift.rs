//! Is this worth a look? Decided from a head alone, or by the needles of all rules.

use serde::Serialize;

use crate::Engine;
use scopelens_model::Head;
use scopelens_pack::has;

/// A refusal is small; a larger body is a document or a download.
pub(super) const MAX_BODY: u64 = 2 * 1024 * 1024;

/// Media types that hold no reply. An error may bear any type: a gateway gives the one that the client asked for.
const MEDIA: [&str; 5] = ["image/", "font/", "audio/", "video/", "text/css"];

/// A reply sent as a script (JSONP, old gateways) is short; what a site runs is longer. In bytes.
const MAX_SCRIPT: u64 = 64 * 1024;

/// Whether the body of an exchange is to be asked for, and why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Decision {
    /// Ask for it.
    pub read: bool,
    /// `ours`, `candidate`, `preflight`, `media`, `size`, `status`.
    pub why: &'static str,
    /// A known platform answered with an error: that is worth a row, even where its body cannot be had.
    pub row: bool,
}

/// Decides from what is known before the body: host, status, media type, size.
#[must_use]
pub fn decide(engine: &Engine, head: &Head) -> Decision {
    let ours = platform_at(engine, &head.url).is_some();
    let hindrance = hindrance(head, ours);
    Decision {
        read: hindrance.is_none(),
        why: hindrance.unwrap_or(if ours { "ours" } else { "candidate" }),
        row: ours && head.status >= 400 && hindrance != Some("preflight"),
    }
}

/// The id of the platform on whose host `url` leads; nothing where no platform knows the host.
#[must_use]
pub fn platform_at<'e>(engine: &'e Engine, url: &str) -> Option<&'e str> {
    let (host, _) = scopelens_model::split_url(url)?;
    engine.facts().find(|facts| has(&facts.hosts, &host)).map(|facts| &*facts.id)
}

/// Why the body is not to be asked for; nothing where it is.
fn hindrance(head: &Head, ours: bool) -> Option<&'static str> {
    if head.method.eq_ignore_ascii_case("OPTIONS") {
        Some("preflight")
    } else if head.status < 400 && is_media(head, ours) {
        Some("media")
    } else if head.size.is_some_and(|size| size > MAX_BODY) {
        Some("size")
    } else {
        matches!(head.status, 100..=199 | 204 | 205 | 300..=399).then_some("status")
    }
}

/// Whether a body that was not refused is a picture, a style or a program. A platform's own host serves no programs, so a
/// script from there is a reply; elsewhere a short one may be, and one of unknown size, since the browsers know the size
/// of what they loaded and a gateway that streams its reply does not tell it.
fn is_media(head: &Head, ours: bool) -> bool {
    let mime = head.mime.to_ascii_lowercase();
    let is_script = ["javascript", "ecmascript"].iter().any(|script| mime.contains(script));
    let is_program = is_script && !ours && head.size.is_some_and(|size| size >= MAX_SCRIPT);
    is_program || MEDIA.iter().any(|media| mime.contains(media))
}

/// Whether any rule's needle is in `text`. A text without one holds no refusal that the rules know.
#[must_use]
pub fn sift(engine: &Engine, text: &str) -> bool {
    engine.needles().is_in(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use crate::testing::{decide, sift};
    use scopelens_model::Head;

    fn head(url: &str, status: u16, mime: &str, size: Option<u64>) -> Head {
        Head { method: "GET".into(), url: url.into(), status, mime: mime.into(), size }
    }

    fn why(url: &str, status: u16, mime: &str, size: Option<u64>) -> (bool, &'static str) {
        let decision = decide(&head(url, status, mime, size));
        (decision.read, decision.why)
    }

    const OURS: &str = "https://api.dingtalk.com/a";
    const OTHER: &str = "https://a.example/x";

    #[test]
    fn media_large_bodies_and_redirects_are_not_asked_for() {
        assert_eq!(why(OURS, 403, "application/json", Some(90)), (true, "ours"));
        assert_eq!(why(OTHER, 200, "text/html", None), (true, "candidate"));
        assert_eq!(why(OTHER, 200, "image/png", None), (false, "media"));
        assert_eq!(why(OTHER, 200, "text/css", Some(90)), (false, "media"));
        assert_eq!(why(OURS, 200, "image/png", Some(90)), (false, "media"));
        assert_eq!(why(OTHER, 200, "application/json", Some(9_000_000)), (false, "size"));
        assert_eq!(why(OTHER, 302, "", None), (false, "status"));
    }

    #[test]
    fn an_error_is_asked_for_whatever_type_it_bears() {
        for mime in ["image/png", "font/woff2", "audio/mpeg", "video/mp4", "text/css", "text/javascript"] {
            assert_eq!(why(OTHER, 403, mime, Some(900_000)), (true, "candidate"), "{mime}");
            assert_eq!(why(OTHER, 403, mime, Some(9_000_000)), (false, "size"), "{mime}");
        }
    }

    #[test]
    fn a_reply_may_be_a_short_script() {
        for mime in ["text/javascript", "application/javascript; charset=utf-8", "application/ecmascript"] {
            assert_eq!(why(OTHER, 200, mime, Some(65_535)), (true, "candidate"), "{mime}");
            assert_eq!(why(OTHER, 200, mime, None), (true, "candidate"), "{mime}");
            assert_eq!(why(OTHER, 200, mime, Some(65_536)), (false, "media"), "{mime}");
            assert_eq!(why(OURS, 200, mime, Some(65_536)), (true, "ours"), "{mime}");
        }
    }

    #[test]
    fn a_platforms_error_is_worth_a_row_though_its_body_is_not_read() {
        let row = |url, status, size| decide(&head(url, status, "application/json", size)).row;
        assert!(row(OURS, 403, Some(9_000_000)) && row(OURS, 500, None));
        assert!(!row(OURS, 200, Some(9_000_000)) && !row(OTHER, 403, Some(9_000_000)) && !row(OURS, 0, None));
        let preflight = Head { method: "OPTIONS".into(), ..head(OURS, 403, "", None) };
        assert!(!decide(&preflight).row);
    }

    #[test]
    fn finds_plain_and_escaped_needles() {
        assert!(sift(r#"{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied"}"#));
        assert!(sift(r#"{"m":"\u5e94\u7528\u5c1a\u672a\u5f00\u901a\u6240\u9700\u7684\u6743\u9650"}"#));
        assert!(sift(r#"{"data":"eyJlcnJjb2RlIjo2MDAxMSwiZXJybXNnIjoibm8ifQ=="}"#), "errcode 60011 in base64");
        assert!(sift(r#"{"log":"{\"data\":\"eyJlcnJjb2RlIjo2MDAxMSwiZXJybXNnIjoibm8ifQ\u003d\u003d\"}"}"#));
        assert!(!sift(r#"{"data":"eyJlcnJjb2RlIjowLCJlcnJtc2ciOiJva29rb2sifQ=="}"#), "errcode 0 in base64");
        assert!(!sift(r#"{"ok":true,"items":[1,2,3],"at":"2026-11-22 10:00:88"}"#));
    }
}
