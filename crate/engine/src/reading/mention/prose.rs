//! Sentences: conditions, questions, headings, quotations; and those that tell what happened.

use super::place::Place;
use super::words::has_any;
use scopelens_pack::KnownLiterals;
use scopelens_pack::pattern;

/// Words that make what follows a possibility or an example, whatever else the sentence says.
#[rustfmt::skip]
const CONDITIONS: &[&str] = &[
    "如果", "假如", "倘若", "若", "一旦", "万一", "如出现", "如遇", "如报", "如提示", "如返回", "例如", "比如", "譬如", "形如", "诸如",
    "的话", "if", "unless", "e.g.", "for example", "such as", "in case", "for instance",
];

/// Words of a guide, unless the sentence tells what happened.
#[rustfmt::skip]
const HABITS: &[&str] = &[
    "识别", "表示", "意味着", "会提示", "会报", "会返回", "会出现", "会抛", "会收到", "会得到", "会看到", "会显示", "会是", "将返回", "将报",
    "将提示", "就会", "则会", "否则", "常见", "时返回", "时提示", "时报", "时,", "看到", "一般", "通常",
    "otherwise", "usually", "typically", "common errors", "common error",
    "will return", "will fail", "will answer", "will get", "will see", "will be", "you'll",
    "can return", "could return", "would return", "you see", "you get",
];

/// Words of a guide, unless a colon announces what was met: `error when calling x: …`.
const GUESSES: &[&str] = &["遇到", "可能", "when", "whenever", "may", "might"];

/// Words behind the sign that make it a rule, not an event.
#[rustfmt::skip]
const RULES: &[&str] = &[
    "表示", "代表", "意味着", "是指", "通常", "一般是", "多半", "时,", "时会", "时不", "时则", "时请", "时需", "时可", "时自动",
    "的时候", "的话", "则", "when", "if", "unless", "means", "indicates", "is returned", "are returned",
    "whenever",
];

/// Words of somebody who tells what happened.
#[rustfmt::skip]
const EVENTS: &[&str] = &[
    "刚刚", "刚才", "今天", "今早", "今晚", "昨天", "昨晚", "前天", "上午", "下午", "早上", "晚上", "现在", "目前", "又报", "又出现",
    "又提示", "又是", "还是报", "还是提示", "还是返回", "还报", "仍报", "仍然", "依旧", "依然", "一直", "老是", "总是", "每次", "反复",
    "疯狂", "线上", "生产环境", "实测", "联调", "复现", "真机", "我", "咱", "请问", "求助", "求教", "各位", "大佬", "报了", "报错了",
    "返回了", "提示了", "收到了", "抛了", "出现了", "失败了", "被拒", "日志显示", "根因", "最后发现", "排查发现", "today", "yesterday",
    "tonight", "this morning", "last night", "again", "still", "keeps", "keep getting", "every time",
    "each time", "in prod", "in production", "reproduced", "got", "received", "returned", "failed",
    "refused", "threw", "saw", "came back", "answered", "i get", "we get", "i see", "we see",
    "i call", "we call", "i try", "i tried", "i'm", "we're", "getting", "is returning", "is failing",
    "root cause", "turned out", "turns out", "my", "our",
];

/// Past participles that tell of a habit.
const PASSIVES: &[&str] =
    &["is returned", "are returned", "be returned", "returned by", "returned if", "returned when"];

/// A heading names what the section is about. One `#` may be a shell's remark around a real print-out.
pub(super) fn is_heading(place: &Place) -> bool {
    let line = place.start().trim_start();
    let text = line.trim_start_matches('#');
    let hashes = (2..=6).contains(&(line.len() - text.len())) && text.starts_with(' ');
    let numbered = pattern!(
        r"^(?:\d{1,2}(?:\.\d{1,2}){1,3}\.? |[一二三四五六七八九十]+、|第\S{1,3}[章节] |={2,5} )",
        KnownLiterals::NOTHING
    );
    let is_rule = |rule: &str| rule.len().abs_diff(line.trim_end().chars().count()) <= 2 && is_underline(rule);
    let is_underlined = || place.below(1).any(|below| is_rule(below.trim()));
    let is_bold = line.starts_with("**") && line.trim_end().ends_with("**") && line.matches("**").count() == 2;
    hashes || is_bold || line.len() < 120 && (numbered.is_match(line) || is_underlined())
}

fn is_underline(line: &str) -> bool {
    line.len() >= 3 && (line.bytes().all(|b| b == b'=') || line.bytes().all(|b| b == b'-'))
}

/// A bullet that begins with a code in backticks explains it.
fn is_explained(place: &Place) -> bool {
    let code = pattern!(
        r"^\s*[-*•+]\s+(?:\*\*)?`(?:\d{5,9}|[A-Za-z]+(?:\.[A-Za-z]+)+)`(?:\*\*)?\s*(?:[:=(|,]|—|–|-|→)",
        KnownLiterals::NOTHING
    );
    code.is_match(place.start()) && !tells_event(place)
}

/// The question of a FAQ, or what is typed into a search box. Who tells what happened and asks is no FAQ.
pub(super) fn is_question(place: &Place) -> bool {
    let line = place.start().trim();
    let labelled = pattern!(r"^[\s*#>-]*(?:Q\s?\d*\s*[:.、)]|问\s?\d*\s*:|FAQ\b)", KnownLiterals::NOTHING);
    let asks = pattern!(
        r"(?i)(?:怎么办|怎么解决|如何解决|怎么处理|如何处理|怎么排查|如何排查|什么原因|什么意思|是什么|咋办|怎么回事|为什么)[?。!]*\W{0,4}$|^\W*(?:how|why|what|where|does|can)\b.*\?\W{0,4}$|\?\s*$",
        KnownLiterals::NOTHING
    );
    labelled.is_match(line) || asks.is_match(line) && !tells_event(place)
}

/// What stands before the sign, or right behind it, makes it a possibility.
pub(super) fn is_condition(place: &Place) -> bool {
    let (before, after) = sentence(place);
    if has_any(&before, CONDITIONS) && !before.contains("若干") {
        return true;
    }
    let when = pattern!(
        r"当[^前时,。]{1,40}(?:时|后|,)|时[^。,:时]{0,12}(?:返回|会报|提示|抛|得到|收到)|^\s*未[^,。]{1,20}(?:时|前),?",
        KnownLiterals { sets: &[&["当", "未", "时"]], ..KnownLiterals::NOTHING }
    );
    let nearby: String = after.chars().take(60).collect();
    // `error when calling x: 60011 no permission`: the code may stand before the words.
    let is_announced = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ').ends_with(':');
    let is_rule = has_any(&before, HABITS)
        || has_any(&before, GUESSES) && !is_announced
        || when.is_match(&before)
        || has_any(&outside_quotes(&nearby), RULES);
    is_rule && !tells_event(place)
}

/// The same for a reply that stands within the sentence, not in a block of its own.
pub(super) fn is_condition_for_object(place: &Place) -> bool {
    let lead = last_sentence(place.lead());
    if lead.trim().is_empty() {
        return false;
    }
    has_any(lead, CONDITIONS) || (has_any(lead, HABITS) || has_any(lead, GUESSES)) && !has_any(lead, EVENTS)
}

/// In backticks, with a sentence around them that does not tell what happened.
pub(super) fn is_quoted(place: &Place) -> bool {
    let before = without_ruby_quotes(place.before());
    let inside = before.matches('`').count() % 2 == 1 && !before.trim_start().starts_with("```");
    let outside = outside_quotes(&format!("{before}{}", place.after()));
    is_explained(place) || inside && outside.chars().filter(|c| c.is_alphanumeric()).count() >= 4 && !tells_event(place)
}

/// Whether the sentence tells what happened, or what turned out to be the cause.
fn tells_event(place: &Place) -> bool {
    let (before, after) = sentence(place);
    let outside = outside_quotes(&format!("{before}{after}"));
    let has_event = has_any(&outside, EVENTS) && !has_any(&outside, PASSIVES);
    has_event
        || has_any(&before, &["返回", "报错", "提示", "得到", "收到", "报"])
            && has_any(after, &["原因是", "原因:", "是因为"])
            && !has_any(after, RULES)
}

/// The sentence around the sign. Where a quotation begins a line, the sentence began on the one before.
fn sentence<'p>(place: &Place<'p>) -> (String, &'p str) {
    let before = last_sentence(place.before());
    let above = place.above(1).next().map(str::trim_end).filter(|line| {
        before.len() == place.before().len()
            && before.contains('`')
            && !line.is_empty()
            && !line.ends_with(['。', '.', ':', '`', '|', '?', '!'])
    });
    let after = place.after();
    let end = ["。", ". ", "? ", "! "].iter().filter_map(|end| after.find(end)).min().unwrap_or(after.len());
    (format!("{}{before}", above.map(last_sentence).unwrap_or_default()), after.get(..end).unwrap_or_default())
}

/// What follows the last end of a sentence.
fn last_sentence(text: &str) -> &str {
    let ends = ["。", ". ", "? ", "! "].iter().filter_map(|end| {
        let places = text
            .rmatch_indices(end)
            .find(|(start, _)| !text.get(..*start).is_some_and(|t| t.ends_with("e.g") || t.ends_with("i.e")))?;
        Some(places.0 + end.len())
    });
    text.get(ends.max().unwrap_or_default()..).unwrap_or_default()
}

/// Ruby prints ``in `api':``: its backtick opens, an apostrophe closes.
fn without_ruby_quotes(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((head, tail)) = rest.split_once('`') {
        plain.push_str(head);
        let end = tail.find(['`', '\'']);
        match end.and_then(|end| tail.get(end..)).filter(|close| close.starts_with('\'')) {
            Some(close) if !close.contains('`') => rest = close,
            _ => {
                plain.push('`');
                rest = tail;
            }
        }
    }
    plain + rest
}

/// What stands outside of backticks.
fn outside_quotes(text: &str) -> String {
    text.split('`').step_by(2).collect::<Vec<_>>().join(" ")
}
