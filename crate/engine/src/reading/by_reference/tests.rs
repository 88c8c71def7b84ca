use std::fs;
use std::path::Path;

use regex_lite::Regex;

use super::super::proofs::{rules, texts};
use super::{LEAST_WORD, Patterns, patterns};
use crate::testing::{engine, platforms, read_snippet, sift};

/// The texts of all proofs and of the golden cards.
fn corpus() -> Vec<String> {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("../render/tests/golden");
    let files = fs::read_dir(golden).unwrap().map(|entry| entry.unwrap().path());
    let golden =
        files.filter(|path| path.extension().is_some_and(|e| e == "txt")).map(|path| fs::read_to_string(path).unwrap());
    let rules = rules();
    let proofs = rules.iter().flat_map(|(_, rule)| texts(rule, "match").chain(texts(rule, "miss")));
    golden.chain(proofs.map(|proof| proof["text"].as_str().unwrap().to_owned())).collect()
}

/// As escapers of many kinds carry a text.
fn spellings(text: &str) -> Vec<String> {
    let string = |text: &str| serde_json::to_string(text).unwrap();
    let ascii = |text: &str| {
        let unit = |c: char| c.encode_utf16(&mut [0; 2]).iter().map(|u| format!("\\u{u:04x}")).collect();
        text.chars().map(|c| if c.is_ascii() { c.to_string() } else { unit(c) }).collect::<String>()
    };
    let upper = |text: &str| {
        let unit = |c: char| c.encode_utf16(&mut [0; 2]).iter().map(|u| format!("\\u{u:04X}")).collect();
        text.chars().map(|c| if c.is_ascii() { c.to_string() } else { unit(c) }).collect::<String>()
    };
    let html = text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('\'', "&#39;");
    let unicode = string(text).replace("\\\"", "\\u0022").replace('\'', "\\u0027").replace('=', "\\u003d");
    let php = string(text).replace('/', "\\/");
    vec![
        text.to_owned(),
        string(text),
        string(&string(text)),
        ascii(&string(text)),
        upper(&string(text)),
        string(&ascii(&string(text))),
        html,
        unicode,
        php,
    ]
}

/// What a page finds, as [`Patterns`] says.
fn search() -> impl Fn(&str) -> bool {
    let Patterns { words, pattern, .. } = patterns(engine().facts());
    let pattern = Regex::new(&pattern).unwrap();
    move |text| pattern.is_match(text) || words.iter().any(|word| text.contains(word))
}

#[test]
fn finds_whatever_the_engine_finds() {
    let finds = search();
    let mut found = 0;
    for text in corpus().iter().flat_map(|text| spellings(text)) {
        if sift(&text) || !read_snippet(&text).denials.is_empty() {
            assert!(finds(&text), "{text}");
            found += 1;
        }
    }
    assert!(found > 1_500, "{found}");
}

#[test]
fn what_was_granted_is_passed_over() {
    let finds = search();
    for text in [
        r#"{"errcode":0,"errmsg":"ok","result":{"userid":"zhangsan","mobile":"13800000000"},"request_id":"5imj0a1b2c3d"}"#,
        r#"{"code":0,"msg":"success","data":{"items":[{"id":123456,"name":"\u5f20\u4e09"}]}}"#,
        r#"{"code":200,"data":{"token":"x","permissions":["a:b"]},"error":null}"#,
        "<!doctype html><title>没有数据</title><p>Permission settings</p>",
    ] {
        assert!(!finds(text), "{text}");
    }
}

#[test]
fn no_word_is_too_short_to_leap_by() {
    let Patterns { words, .. } = patterns(engine().facts());
    assert!(words.len() > 50 && words.iter().all(|word| word.encode_utf16().count() >= LEAST_WORD), "{words:?}");
}

#[test]
fn landmarks_are_words_that_refusals_bear() {
    for platform in platforms() {
        let id = &*platform.spec.id;
        let rules = rules();
        let proofs: Vec<&str> = rules
            .iter()
            .filter(|(name, _)| name == id)
            .flat_map(|(_, rule)| texts(rule, "match"))
            .map(|proof| proof["text"].as_str().unwrap())
            .collect();
        for landmark in &platform.spec.landmarks {
            let plain = landmark.chars().all(|c| c.is_alphabetic() || c == '_');
            assert!(plain && landmark.len() >= 12, "{landmark} would make the search slow");
            assert!(proofs.iter().any(|text| text.contains(&**landmark)), "{id}: no proof has {landmark}");
        }
        assert!(!platform.spec.landmarks.is_empty(), "{id} has no landmark");
    }
}
