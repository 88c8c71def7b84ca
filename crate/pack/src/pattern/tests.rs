use super::Pattern;
use crate::testing::{platform_files, strings};

#[test]
fn a_text_full_of_starts_is_still_read() {
    let text = format!("{}abc1 abc2", "abc ".repeat(5_000));
    let pattern = Pattern::new(r"abc(\d)");
    let digits: Vec<&str> = pattern.find_all(&text).map(|(_, digit)| digit).collect();
    assert_eq!(digits, ["1", "2"]);
    let far = Pattern::new("应abc(x*)").find_all(&"应abcx".repeat(1_000)).count();
    assert_eq!(far, 1_000);
}

/// Every pattern of the platforms, on every string of their data.
#[test]
fn no_match_is_left_out() {
    let strings: Vec<String> = ["dingtalk", "feishu"].iter().flat_map(|id| strings(&platform_files(id))).collect();
    let patterns: Vec<Pattern> = strings.iter().filter(|s| s.contains('\\')).map(Pattern::new).collect();
    let mut matches = 0;
    for pattern in &patterns {
        for text in strings.iter().filter(|text| pattern.unanchored().is_some_and(|r| r.is_match(text))) {
            let plain: Vec<&str> = pattern.unanchored().unwrap().find_iter(text).map(|m| m.as_str()).collect();
            let found: Vec<&str> = pattern.search(text).map(|(_, m)| m.get(0).unwrap().as_str()).collect();
            assert_eq!(found, plain, "{} in {text}", pattern.source());
            matches += 1;
        }
    }
    assert!(patterns.len() > 20 && matches > 100, "{} patterns, {matches} matches", patterns.len());
}

#[test]
fn what_is_faulty_never_matches_and_says_why() {
    assert!(!Pattern::new("(").is_match("("));
    assert!(Pattern::new("(").error().is_some() && Pattern::new("a").error().is_none());
    assert!(Pattern::custom("(?:x{1000}){1000}").is_err());
}

#[test]
fn a_match_without_a_bound_is_read_to_its_end() {
    let text = format!("key={}", "x".repeat(10_000));
    let length = |pattern: Pattern| pattern.find(&text).unwrap().1.len();
    assert_eq!(length(Pattern::new("key=(x+)")), 4_092);
    assert_eq!(length(Pattern::new("key=(x+)").unbounded()), 10_000);
}

#[test]
fn needles_are_the_longest_that_fit() {
    let pattern = Pattern::new("abc(?:longer one|longer two)");
    assert_eq!(pattern.needles(|text| text.len() > 5), ["longer one", "longer two"]);
    assert!(pattern.needles(|text| text.len() > 50).is_empty());
    assert!(Pattern::new("(?i)abcdefgh").needles(|_| true).is_empty());
}
