//! Change logs, commits, titles of issues, what a search engine shows.

use super::place::Place;
use super::words::has_any;
use scopelens_pack::KnownLiterals;
use scopelens_pack::pattern;

/// So many lines above are searched for the heading of a version.
const REACH: usize = 25;

/// An entry of a change log or a commit's title.
pub(super) fn is_change(place: &Place) -> bool {
    let start = place.start();
    let commit = pattern!(
        r"(?i)^[\s>*+•-]*(?:commit )?(?:[0-9a-f]{7,40}\s+)?(?:\*\*)?(?:\S{1,4} )?(?:fix|feat|chore|docs?|refactor|test|tests|perf|style|build|ci|revert|hotfix|bugfix)(?:\([^)]*\))?(?:\*\*)?!?\s*:",
        KnownLiterals { sets: &[&[":"]], ..KnownLiterals::NOTHING }
    );
    let entry = pattern!(
        r"^\s*(?:[-*+•]|\d{1,2}[.、)])\s*(?:\[[^\]]*\]|\*\*[^*]*\*\*|[^\w\s]{1,3})?:?\s*(?:(?:修复|新增|增强|优化|改进|支持|调整|移除|兼容|更新|变更|完善|解决|重构|增加)|(?:[Ff]ix(?:e[sd])?|[Aa]dd(?:s|ed)?|[Hh]andl(?:es?|ed)|[Ii]mprove[sd]?|[Ss]upport(?:s|ed)?|[Rr]etr(?:y|ies|ied)|[Tt]reat(?:s|ed)?|[Mm]ap(?:s|ped)?|[Ss]urface[sd]?|[Dd]etect(?:s|ed)?|[Cc]hange[sd]?|[Rr]emove[sd]?|[Uu]pdate[sd]?|[Ss]top(?:s|ped)?|[Rr]eport(?:s|ed)?|[Ss]how[sn]?|[Rr]efactor(?:s|ed)?)\s)",
        KnownLiterals::NOTHING
    );
    let pull = pattern!(
        r"\(#\d+\)\s*$|\bby @[\w-]+ in https?:|^Merge (?:pull request|branch) ",
        KnownLiterals { sets: &[&["#", "@", "Merge"]], ..KnownLiterals::NOTHING }
    );
    // A step that failed is no change, unless it was mended.
    let has = |words| has_any(place.before(), words);
    let is_failure = has(&["失败", "出错", "failed"]) && !has(&["修复", "fix", "fixed", "fixes"]);
    commit.is_match(start)
        || entry.is_match(start) && !is_failure
        || pull.is_match(place.after())
        || pull.is_match(start)
        || is_under_version(place)
}

/// A bullet below the heading of a version.
fn is_under_version(place: &Place) -> bool {
    if !place.start().trim_start().starts_with(['-', '*', '+', '•']) {
        return false;
    }
    let version = pattern!(
        r"(?i)^(?:#{1,4}\s*)(?:\S{1,4}\s)?\[?(?:v(?:ersion)?\s?)?\d+\.\d+|^\[?v?\d+\.\d+\.\d+\]?(?:$|[\s(-])|^#{1,4}\s*\[?(?:unreleased|未发布|change ?log|更新日志|变更日志|release notes|what's changed)",
        KnownLiterals::NOTHING
    );
    let mut lines = place.above(REACH).take_while(|line| !line.trim_start().starts_with("```"));
    lines.any(|line| version.is_match(line.trim_end()))
}

/// The title of an issue, a page or a search result.
pub(super) fn is_title(place: &Place) -> bool {
    let title = pattern!(
        r"(?i)^\s*\[(?:bug|question|feature|help|issue|问题|求助|bug ?report|feature ?request)[^\]]*\]:?\s|(?:· | - )?\bIssue #\d+\b|· (?:Pull Request|GitHub|Discussion)|(?:_|-|\||—)\s*(?:CSDN|百度知道|百度经验|知乎|掘金|博客园|腾讯云|阿里云|简书|开发者社区|思否|51CTO)|\s(?:_|-|\||—)\s*(?:Stack Overflow|GitHub|Gitee|V2EX)\b|\s#\d{1,6}\s*$",
        KnownLiterals::NOTHING
    );
    let dated = pattern!(
        r"^\s*(?:\d{4}年\d{1,2}月\d{1,2}日|[A-Z][a-z]{2} \d{1,2}, \d{4}|\d+ (?:days?|months?|years?) ago|\d+\s?(?:天|个月|年)前)\s*(?:[—–·-]|\.\.\.)\s",
        KnownLiterals::NOTHING
    );
    let whole = [place.start(), place.after()];
    whole.iter().any(|text| title.is_match(text))
        || dated.is_match(place.start())
        || place.above(2).any(|line| line.contains(" › "))
}
