//! Missing scopes that stand around a refusal and that no member or pattern of its rule names: words that the catalog knows, or
//! that have the platform's shape and stand behind a word for "missing". What is said to be held, requested or an example is none.

use super::page::{Page, is_placeholder};
use super::scopes::is_cut;
use scopelens_model::Fact;
use scopelens_pack::Platform;
use scopelens_text::records::{Block, Value, members_in, same_name, words_in};

/// More around one refusal are a catalog, no answer.
const MAX_SCOPES: usize = 50;

/// So many bytes before a scope, and behind it, its clause is read for what it says of it.
const NEAR_BEFORE: usize = 160;
const NEAR_BEHIND: usize = 80;

/// What a clause says of the scopes in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    /// They are missing.
    Missing,
    /// They are held, requested, or stand for any scope.
    Other,
    /// Nothing.
    Nothing,
}

/// Words for "missing", "required", "to apply for", in lower case.
const MISSING: &[&str] = &[
    "missing",
    "require",
    "need",
    "lack",
    "without",
    "must",
    "not granted",
    "not grant",
    "not been granted",
    "not authori",
    "not enabled",
    "unauthori",
    "no permission",
    "denied",
    "apply for",
    "not have",
    "doesn't have",
    "don't have",
    "haven't",
    "isn't granted",
    "not applied",
    "缺",
    "需",
    "未开通",
    "未授权",
    "未申请",
    "未获",
    "未添加",
    "没有",
    "没开",
    "无权限",
    "申请",
    "开通",
    "不足",
    "要开",
    "要加",
    "❌",
    "✗",
    "✘",
    "必要",
    "thiếu",
    "cần",
];

/// Words for what is held, requested or an example.
const OTHER: &[&str] = &[
    "granted",
    "already",
    " has ",
    " have ",
    " had ",
    "holds",
    "enabled",
    "current scope",
    "scope=",
    "scopes=",
    "request",
    "e.g.",
    "example",
    "for instance",
    "such as",
    "existing",
    "✅",
    "✓",
    "✔",
    "已",
    "拥有",
    "具有",
    "具备",
    "现有",
    "例如",
    "比如",
    "示例",
    "举例",
    "请求了",
    "勾了",
    "勾选了",
    "开了",
    "加了",
    "有了",
];

/// The missing scopes in `territory` of the text, each once.
pub(super) fn scopes(platform: &Platform, page: &Page, territory: Block) -> Vec<Fact> {
    let text = page.text().get(territory.start..territory.end).unwrap_or_default();
    let held = held(platform, page, territory);
    let is_held = |place: usize| held.iter().any(|list| (list.start..list.end).contains(&place));
    let mut facts: Vec<Fact> = Vec::new();
    // What the last clause that is no item of a list says of the items below it.
    let mut above = "";
    for (start, clause) in clauses(text) {
        let is_item = is_list_item(clause);
        for (offset, word) in candidates(clause).filter(|(_, word)| may_be_scope(platform, word)) {
            let statement = match said_of(platform, clause, offset, word.len()) {
                Said::Nothing if is_item => last_said(above),
                statement => statement,
            };
            let place = territory.start + start + offset;
            let is_missing = !is_held(place) && counts(platform, page, word, place, statement);
            if is_missing && facts.iter().all(|fact| fact.value != word) {
                facts.push(page.fact(word, place));
            }
            if facts.len() == MAX_SCOPES {
                return facts;
            }
        }
        if !is_item {
            above = clause;
        }
    }
    facts
}

/// Where the members stand that list what the token has, or what the call would take.
fn held(platform: &Platform, page: &Page, territory: Block) -> Vec<Block> {
    let names = &platform.spec.members.held;
    if names.is_empty() {
        return Vec::new();
    }
    let members = page.members();
    let lists = members_in(&members, territory.start, territory.end).iter();
    let lists = lists.filter(|member| names.iter().any(|name| same_name(member.key, name)));
    let place = |value: Value, end: usize| match value {
        Value::Text(text) => Some(Block { start: end - text.len(), end }),
        Value::Open(start) => {
            words_in(page.text(), start).last().map(|(word, place)| Block { start, end: place + word.len() })
        }
    };
    lists.filter_map(|member| place(member.value, member.end)).collect()
}

/// Whether the catalog knows the word, or it is one of a family that it knows.
fn may_be_scope(platform: &Platform, word: &str) -> bool {
    let is_marked = word.contains(['.', ':', '_']) || word.chars().any(char::is_uppercase);
    is_marked
        && !is_placeholder(word)
        && (platform.catalog.scope(word).is_some()
            || (platform.catalog.has_family(word) && platform.spec.shapes.scope.is_match(word)))
}

/// Lines and sentences with their offsets.
fn clauses(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let start_of = move |clause: &str| clause.as_ptr() as usize - text.as_ptr() as usize;
    let is_end = |c: char| matches!(c, '\n' | '。' | ';' | '!' | '?');
    text.split(is_end).filter(|clause| !clause.trim().is_empty()).map(move |clause| (start_of(clause), clause))
}

/// Words of letters, digits and the signs of scopes, but for parts of addresses and paths.
fn candidates(clause: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_word = |c: char| {
        c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | ':' | '-' | '/' | '%' | '@' | '&' | '=' | '?' | '#' | '\\')
    };
    let start_of = move |word: &str| word.as_ptr() as usize - clause.as_ptr() as usize;
    clause.split(move |c| !is_word(c)).filter_map(move |run| {
        // `scopes=im:chat` is a member; any other such sign makes it an address.
        let word = run.rsplit('=').next()?.trim_end_matches(['.', ':', '-']).trim_start_matches([':', '-', '.']);
        let is_address = run.contains(['/', '%', '@', '&', '?', '#', '\\']);
        (!is_address && word.len() > 3).then(|| (start_of(word), word))
    })
}

/// A line of a list: the line above it says what its items are.
fn is_list_item(clause: &str) -> bool {
    let line = clause.trim_start();
    let behind_number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    line.starts_with(['-', '*', '•', '·', '‒', '–', '"', '\'', '`', '[', ']', '{', '+', '❌', '✗', '└', '├'])
        || (behind_number.len() < line.len() && behind_number.starts_with(['.', ')', '、']))
        || candidates(line).next().is_some_and(|(offset, word)| offset == 0 && line.trim_end().len() <= word.len() + 1)
}

/// What the nearest word before says, else the nearest behind.
fn said_of(platform: &Platform, clause: &str, offset: usize, len: usize) -> Said {
    let before = last_said(clause.get(..offset).unwrap_or_default());
    if platform.spec.told_missing {
        return before;
    }
    let behind = || first_said(clause.get(offset + len..).unwrap_or_default());
    if before == Said::Nothing { behind() } else { before }
}

/// What the last telling word of `text` says; the longer one where two end together: "not granted" is missing.
fn last_said(text: &str) -> Said {
    let nearby = text.get(text.ceil_char_boundary(text.len().saturating_sub(NEAR_BEFORE))..).unwrap_or_default();
    let low = nearby.to_lowercase();
    let last = |words: &[&str]| words.iter().filter_map(|word| Some((low.rfind(word)? + word.len(), word.len()))).max();
    told(last(MISSING), last(OTHER))
}

fn first_said(text: &str) -> Said {
    let nearby = text.get(..text.floor_char_boundary(NEAR_BEHIND.min(text.len()))).unwrap_or_default();
    let low = nearby.to_lowercase();
    let first = |words: &[&str]| words.iter().filter_map(|word| Some((usize::MAX - low.find(word)?, word.len()))).max();
    told(first(MISSING), first(OTHER))
}

fn told(missing: Option<(usize, usize)>, other: Option<(usize, usize)>) -> Said {
    match (missing, other) {
        (None, None) => Said::Nothing,
        (missing, other) if missing >= other => Said::Missing,
        _ => Said::Other,
    }
}

/// A scope that the catalog knows counts unless the clause says otherwise; any other word must be called missing.
fn counts(platform: &Platform, page: &Page, word: &str, place: usize, statement: Said) -> bool {
    let is_known = || platform.catalog.scope(word).is_some() && !platform.spec.told_missing;
    (statement == Said::Missing || (statement == Said::Nothing && is_known()))
        && !is_cut(platform, page.text(), place, word.len())
}

#[cfg(test)]
mod tests;
