//! What a common standard tells of a refusal that a platform's own rules know better.

use std::ops::Range;

use scopelens_model::Denial;
use scopelens_pack::Platform;
use scopelens_text::{Span, order};

/// So many bytes apart, two platforms speak of one refusal: its headers and its body, the call above and the reply.
const NEAR: usize = 1_500;

/// Takes out what generic platforms (`generic` in `platform.json`) found near something that another platform found.
pub(super) fn leave_to_others(platforms: &[&Platform], denials: &mut Vec<Denial>) {
    let is_generic = |denial: &Denial| platforms.iter().any(|p| p.spec.id == denial.platform && p.spec.generic);
    let others: Vec<Span> = denials.iter().filter(|denial| !is_generic(denial)).filter_map(|d| d.span).collect();
    denials.retain(|denial| !is_generic(denial) || !others.iter().any(|other| is_near(denial.span, *other)));
}

/// Whether each place of a part of the text is near one of these refusals of other platforms: nothing that a generic platform
/// could find there would stay. `denials` are in the order in which they were found.
pub(super) fn is_left_to_others(denials: &[Denial], part: Range<usize>) -> bool {
    let mut spans: Vec<Span> = denials.iter().filter_map(|denial| denial.span).collect();
    order::sort_by_key(&mut spans, |span| span.start);
    let near_to = |from: usize, span: &Span| if span.start <= from + NEAR { from.max(span.end + NEAR) } else { from };
    let has_any = !spans.is_empty();
    has_any && spans.iter().fold(part.start, near_to) >= part.end
}

/// Whether a refusal overlaps another one or stands close to it.
fn is_near(span: Option<Span>, other: Span) -> bool {
    span.is_some_and(|span| span.start <= other.end + NEAR && other.start <= span.end + NEAR)
}

#[cfg(test)]
mod tests {
    use crate::testing::read_snippet;

    /// The platforms that refusals and mentions of a text are laid to.
    fn platforms(text: &str) -> Vec<String> {
        read_snippet(text).denials.iter().map(|denial| denial.platform.to_string()).collect()
    }

    const CHALLENGE: &str = r#"WWW-Authenticate: Bearer error="insufficient_scope", scope="orders:write""#;
    const GITLABS: &str = r#"{"error":"insufficient_granular_scope","error_description":"Access denied: This operation requires a fine-grained personal access token with the following project permissions: [Issue: Create]."}"#;

    #[test]
    fn a_standards_reply_is_anybodys_where_nobody_else_knows_it() {
        assert_eq!(platforms(CHALLENGE), ["oauth"]);
        assert_eq!(platforms(&format!("GET https://api.example.com/v1/orders\n{CHALLENGE}")), ["oauth"]);
    }

    #[test]
    fn a_platforms_own_reply_near_by_is_the_platforms_alone() {
        let near = format!("HTTP/1.1 403 Forbidden\n{CHALLENGE}\n\n{GITLABS}");
        assert_eq!(platforms(&near), ["gitlab"]);
        let far = format!("{CHALLENGE}\n{}\n{GITLABS}", "all is well\n".repeat(200));
        assert_eq!(platforms(&far), ["oauth", "gitlab"]);
    }

    #[test]
    fn a_strangers_host_speaks_against_a_generic_platform() {
        let text = format!("GET https://graph.microsoft.com/v1.0/me\n{CHALLENGE}");
        assert_eq!(platforms(&text), Vec::<String>::new());
    }
}
