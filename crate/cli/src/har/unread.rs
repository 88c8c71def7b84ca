//! What of a file could not be read, in sentences.

use scopelens_engine::Engine;
use scopelens_har::{Bad, Lack, Lacking, Why};
use scopelens_model::Lang;

use super::traffic::Traffic;
use crate::words::{say, word};

/// More bad entries of a file are counted, not listed.
const MAX_BAD: usize = 5;

/// A sentence for each kind of what could not be read; none where all was.
pub fn sentences(traffic: &Traffic, engine: &Engine, lang: Lang) -> Vec<String> {
    let lacks = [Lack::Unsaved, Lack::Compressed, Lack::Cut, Lack::Large];
    let mut sentences: Vec<String> = lacks.into_iter().filter_map(|why| lack(traffic, why, engine, lang)).collect();
    if !traffic.bad.is_empty() {
        sentences.push(bad(traffic, lang));
    }
    if traffic.cut {
        sentences.push(word(lang, "har.cut"));
    }
    sentences
}

/// The replies that could not be read for one reason.
fn lack(traffic: &Traffic, why: Lack, engine: &Engine, lang: Lang) -> Option<String> {
    let lacking: Vec<&Lacking> = traffic.lacking.iter().filter(|lacking| lacking.why == why).collect();
    let count: usize = lacking.iter().map(|lacking| lacking.count).sum();
    let errors: usize = lacking.iter().map(|lacking| lacking.errors).sum();
    let platforms: Vec<String> = lacking.into_iter().map(|lacking| of_platform(lacking, engine, lang)).collect();
    let (count, errors, platforms) = (count.to_string(), errors.to_string(), platforms.join(&word(lang, "and")));
    let values = [("count", count.as_str()), ("errors", &errors), ("platforms", &platforms)];
    (!platforms.is_empty()).then(|| say(lang, &format!("har.lack-{}", why.code()), &values))
}

/// `DingTalk 3`, `other hosts 2`.
fn of_platform(lacking: &Lacking, engine: &Engine, lang: Lang) -> String {
    let facts = engine.facts().find(|facts| lacking.platform.as_deref() == Some(&*facts.id));
    let name = facts.map_or_else(|| word(lang, "har.other-hosts"), |facts| facts.name(lang.tag()).to_string());
    format!("{name} {}", lacking.count)
}

fn bad(traffic: &Traffic, lang: Lang) -> String {
    let key_of = |why| match why {
        Why::Broken => "har.broken",
        Why::Shape => "har.shape",
        Why::TooLarge => "har.too-large",
        Why::Cut => "har.cut-off",
    };
    let one = |bad: &Bad| format!("#{} ({})", bad.index + 1, word(lang, key_of(bad.why)));
    let omitted = traffic.bad_count.saturating_sub(MAX_BAD);
    let rest = (omitted > 0).then(|| say(lang, "more", &[("count", &omitted.to_string())]));
    let list: Vec<String> = traffic.bad.iter().take(MAX_BAD).map(one).chain(rest).collect();
    say(lang, "har.bad", &[("count", &traffic.bad_count.to_string()), ("list", &list.join(&word(lang, "and")))])
}
