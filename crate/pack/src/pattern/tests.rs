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

/// Numbers that look random, the same in each run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }

    fn one_of<'s>(&mut self, items: &[&'s str]) -> &'s str {
        items[self.below(items.len())]
    }

    fn pattern(&mut self, depth: usize) -> String {
        let branches: Vec<String> = (0..1 + self.below(5) / 3).map(|_| self.branch(depth)).collect();
        branches.join("|")
    }

    fn branch(&mut self, depth: usize) -> String {
        let parts = (0..1 + self.below(3)).map(|_| {
            let part = match self.below(if depth == 0 { 2 } else { 3 }) {
                0 => self.one_of(&["a", "ab", "aab", "bba", "abab", r"a\-b"]).to_owned(),
                1 => {
                    return self
                        .one_of(&["[ab]", "[^]a]", ".", r"\w", r"\b", r"\B", "^", "$", r"\<", r"\x61"])
                        .to_owned();
                }
                _ => format!("{}{})", self.one_of(&["(", "(?:", "(?i:"]), self.pattern(depth - 1)),
            };
            part + self.one_of(&["", "", "", "?", "*", "+", "{2}", "{0,2}", "??"])
        });
        parts.collect()
    }
}

/// What is known of matches hides none of them, whatever the pattern.
#[test]
fn made_up_patterns_match_as_they_do_without_literals() {
    let mut numbers = Numbers(7);
    let (mut matches, mut misses) = (0, 0);
    for _ in 0..4_000 {
        let source = numbers.one_of(&["", "", "(?i)", r"\b"]).to_owned() + &numbers.pattern(2);
        let pattern = Pattern::new(source);
        for _ in 0..20 {
            let text: String = (0..numbers.below(12)).map(|_| numbers.one_of(&["a", "b", "ab", "A", "-"])).collect();
            let plain: Vec<_> = pattern.unanchored().unwrap().find_iter(&text).map(|m| m.range()).collect();
            let found = pattern.search(&text).map(|(offset, all)| (offset, all.get(0).unwrap().range()));
            let found: Vec<_> = found.map(|(offset, range)| offset + range.start..offset + range.end).collect();
            // Empty matches are of no use to a rule.
            if plain.iter().chain(&found).any(|range| range.is_empty()) {
                continue;
            }
            assert_eq!(found, plain, "{} in {text}", pattern.source());
            *(if plain.is_empty() { &mut misses } else { &mut matches }) += 1;
        }
    }
    assert!(matches > 10_000 && misses > 10_000, "{matches} matches, {misses} misses");
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
