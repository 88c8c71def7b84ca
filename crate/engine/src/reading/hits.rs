//! Where the rules of a platform hold in a text.

use memchr::memmem::Finder;

use super::loose;
use super::named::Named;
use super::page::Page;
use scopelens_pack::{Needs, Platform, Rule, RuleTexts};
use scopelens_text::order;
use scopelens_text::records::Block;

/// So many bytes around a bare status the words are looked for that tell more of it.
const LINES_AROUND: usize = 400;

/// So many bytes before and behind a needle the patterns of a rule in tools' words are matched.
const NEAR_NEEDLE: usize = 160;

/// How a rule was found, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum By {
    /// A code member inside a wrapping code.
    InnerCode,
    /// A code member.
    Code,
    /// A code without a member: in brackets, behind a word for it, or before its message.
    BareCode,
    /// A distinctive word.
    Token,
    /// A piece of message text.
    Phrase,
    /// A code member whose code no rule knows.
    AnyCode,
}

/// One place where one rule holds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hit<'p> {
    pub(super) rule: &'p Rule,
    pub(super) texts: &'p RuleTexts,
    pub(super) by: By,
    pub(super) at: usize,
    /// The code as the text prints it.
    pub(super) code: Option<&'p str>,
}

impl Hit<'_> {
    /// What must be read beside it. A code without a member's name tells less than one with it.
    pub(super) fn needs(&self) -> Needs {
        if self.by == By::BareCode { self.rule.needs.max(Needs::Hint) } else { self.rule.needs }
    }
}

/// All hits of `platform`, sorted by place.
pub(super) fn hits<'p>(platform: &'p Platform, page: &'p Page, named: &[Named<'p>]) -> Vec<Hit<'p>> {
    let mut all = codes(platform, named);
    all.extend(bare_codes(platform, page));
    all.extend(unknown_codes(platform, named));
    for (rule, texts) in platform.spec.rules.iter().zip(platform.lookup().texts()) {
        all.extend(tokens(rule, texts, page).chain(phrases(rule, texts, page)).chain(patterns(rule, texts, page)));
    }
    order::sort_by_key(&mut all, |hit| (hit.at, hit.by));
    let mut seen = Vec::new();
    all.retain(|hit| holds(hit, page, &mut seen));
    all
}

/// Whether the phrases that must be in the same record are, and those that must not are not.
/// `seen` holds the answer for the record that each rule met last.
fn holds<'p>(hit: &Hit<'p>, page: &'p Page, seen: &mut Vec<(&'p str, usize, bool)>) -> bool {
    if hit.texts.with.is_empty() && hit.texts.without.is_empty() {
        return true;
    }
    let record = page.record(hit.at);
    let known = seen.iter().position(|(rule, ..)| *rule == &*hit.rule.id);
    if let Some((_, _, held)) = known.and_then(|offset| seen.get(offset)).filter(|(_, start, _)| *start == record.start)
    {
        return *held;
    }
    let window = if hit.rule.fallback { page.around(record, LINES_AROUND) } else { record };
    let text = page.text().get(window.start..window.end).unwrap_or_default().as_bytes();
    let has = |phrase: &Finder| phrase.find(text).is_some();
    let with = hit.texts.with.is_empty() || hit.texts.with.iter().any(has);
    let held = with && !hit.texts.without.iter().any(has);
    let answer = (&*hit.rule.id, record.start, held);
    match known.and_then(|offset| seen.get_mut(offset)) {
        Some(last) => *last = answer,
        None => seen.push(answer),
    }
    held
}

fn codes<'p>(platform: &'p Platform, named: &[Named<'p>]) -> Vec<Hit<'p>> {
    let members = named.iter().filter(|n| n.role.code);
    let all = members.flat_map(|member| {
        let code = member.value.split_whitespace().next().unwrap_or_default();
        let kind = if member.role.inner_code { By::InnerCode } else { By::Code };
        of_code(platform, kind, member.at, code)
    });
    all.collect()
}

/// The hits of the rules that know `code`, which stands at `offset`.
fn of_code<'p>(
    platform: &'p Platform,
    by: By,
    offset: usize,
    code: &'p str,
) -> impl Iterator<Item = Hit<'p>> + use<'p> {
    platform.lookup().rules_of_code(code).filter_map(move |place| {
        let (rule, texts) = platform.spec.rules.get(place).zip(platform.lookup().texts().get(place))?;
        Some(Hit { rule, texts, by, at: offset, code: Some(code) })
    })
}

/// The values of code members that no rule knows, for each rule that any code fits.
fn unknown_codes<'p>(platform: &'p Platform, named: &[Named<'p>]) -> Vec<Hit<'p>> {
    let mut all = Vec::new();
    let rules = platform.spec.rules.iter().zip(platform.lookup().texts());
    let rules: Vec<_> = rules.filter(|(rule, _)| rule.any_code).collect();
    for member in named.iter().filter(|n| n.role.code) {
        let code = first_word(member.value);
        if is_error_code(code) && platform.lookup().rules_of_code(code).next().is_none() {
            let hit = |&(rule, texts): &(&'p Rule, &'p RuleTexts)| Hit {
                rule,
                texts,
                by: By::AnyCode,
                at: member.at,
                code: Some(code),
            };
            all.extend(rules.iter().map(hit));
        }
    }
    all
}

/// The code of a value; prose behind `error:` is none.
fn first_word(value: &str) -> &str {
    let (word, rest) = value.trim().split_once(char::is_whitespace).unwrap_or((value.trim(), ""));
    let is_number = word.bytes().all(|b| b.is_ascii_digit());
    if rest.is_empty() || is_number { word } else { "" }
}

/// Whether a value is an error code of a platform: not granted, no HTTP status, no error name of a client or system.
fn is_error_code(code: &str) -> bool {
    const NONE: [&str; 12] =
        ["0", "OK", "ok", "Ok", "success", "SUCCESS", "true", "false", "null", "None", "nil", "undefined"];
    let is_status = code.len() == 3 && code.bytes().all(|b| b.is_ascii_digit());
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    let is_of_client =
        code.starts_with("ERR_") || (code.starts_with('E') && code.bytes().all(|b| b.is_ascii_uppercase()));
    !code.is_empty()
        && code.len() <= 80
        && !is_status
        && !is_of_client
        && !NONE.contains(&code)
        && code.chars().all(is_word)
}

/// Codes that stand where print-outs put them without naming them.
fn bare_codes<'p>(platform: &'p Platform, page: &'p Page) -> impl Iterator<Item = Hit<'p>> + use<'p> {
    loose::codes(page.text()).flat_map(move |(offset, code)| of_code(platform, By::BareCode, offset, code))
}

fn tokens<'p>(rule: &'p Rule, texts: &'p RuleTexts, page: &'p Page) -> impl Iterator<Item = Hit<'p>> + use<'p> {
    let text = page.text();
    let find = |token: &'p Finder| token.find_iter(text.as_bytes()).map(|offset| (offset, token.needle().len()));
    texts.tokens.iter().flat_map(find).map(move |(offset, len)| {
        let (start, end) = word_around(text, offset, offset + len);
        Hit { rule, texts, by: By::Token, at: start, code: text.get(start..end) }
    })
}

fn phrases<'p>(rule: &'p Rule, texts: &'p RuleTexts, page: &'p Page) -> impl Iterator<Item = Hit<'p>> + use<'p> {
    let places = texts.phrases.iter().flat_map(|phrase| phrase.find_iter(page.text().as_bytes()));
    places.map(move |offset| Hit { rule, texts, by: By::Phrase, at: offset, code: None })
}

/// A rule's patterns are not tried where the text lacks its needles.
fn patterns<'p>(rule: &'p Rule, texts: &'p RuleTexts, page: &'p Page) -> impl Iterator<Item = Hit<'p>> + use<'p> {
    let text = page.text();
    let needles = &texts.needles;
    let tried = needles.is_empty() || needles.iter().any(|needle| needle.find(text.as_bytes()).is_some());
    // A platform's own message names the scope better than a tool does.
    let has_message = rule.must_name_scope && texts.without.iter().any(|phrase| phrase.find(text.as_bytes()).is_some());
    let parts = match tried && !has_message {
        true if rule.must_name_scope || rule.fallback => near_needles(needles, page),
        true => vec![Block { start: 0, end: text.len() }],
        false => Vec::new(),
    };
    let all = parts.into_iter().flat_map(move |part| {
        let lines = text.get(part.start..part.end).unwrap_or_default();
        let matches = rule.patterns.iter().flat_map(move |pattern| pattern.find_all(lines));
        matches.map(move |(offset, group)| (part.start + offset, group))
    });
    let status = |group: &'p str| (rule.fallback && group.bytes().all(|b| b.is_ascii_digit())).then_some(group);
    all.map(move |(at, group)| Hit { rule, texts, by: By::Phrase, at, code: status(group) })
}

/// What stands in its line around each of `needles`, in the order of the text; parts that overlap are one.
fn near_needles(needles: &[Finder], page: &Page) -> Vec<Block> {
    let mut offsets = Vec::new();
    for needle in needles {
        needle.find_iter(page.text().as_bytes()).for_each(|offset| offsets.push(offset));
    }
    order::sort_by_key(&mut offsets, |offset| *offset);
    let mut parts: Vec<Block> = Vec::new();
    for offset in offsets {
        let line = page.line(offset);
        let nearby = page.around(Block { start: offset, end: offset }, NEAR_NEEDLE);
        let part = Block { start: nearby.start.max(line.start), end: nearby.end.min(line.end) };
        match parts.last_mut().filter(|last| part.start <= last.end) {
            Some(last) => last.end = last.end.max(part.end),
            None => parts.push(part),
        }
    }
    parts
}

/// The dotted word that `start..end` is a part of.
fn word_around(text: &str, start: usize, end: usize) -> (usize, usize) {
    let is_word = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_');
    let before: usize = text.get(..start).map_or(0, |t| t.chars().rev().take_while(is_word).count());
    let after: usize = text.get(end..).map_or(0, |t| t.chars().take_while(is_word).count());
    let tail = text.get(end..end + after).unwrap_or_default();
    (start - before, end + tail.trim_end_matches('.').len())
}
