//! Files with a bracket, a quote or a word that JSON does not have: what is damaged loses itself alone.

use super::hostile::{entry, file};
use super::{bad, indices, read, read_in};
use crate::{Batch, Why};

/// A broken entry: its first name has no opening quote.
fn broken() -> String {
    entry(9).replacen("{\"", "{", 1)
}

/// Entries with a text between two of them.
fn with_between(text: &str) -> Batch {
    read(format!(r#"{{"log":{{"entries":[{},{}{text}{},{}]}}}}"#, entry(0), entry(1), entry(2), entry(3)).as_bytes())
}

#[test]
fn a_bracket_too_many_loses_nothing() {
    for text in ["},", "}},", ",},", "]},", "],", "]}},", "] , ", "}\n,\n", ",]"] {
        let batch = with_between(text);
        assert_eq!((indices(&batch), bad(&batch)), (vec![0, 1, 2, 3], vec![]), "{text}");
    }
    let rest = format!(r#"{{"log":{{"entries":[{}],"pages":[{{"id":"a"}}],"x":{{"entries":1}}}},"y":{{}}}}"#, entry(0));
    assert_eq!((indices(&read(rest.as_bytes())), read(rest.as_bytes()).cut), (vec![0], false));
}

#[test]
fn of_an_entry_that_ends_too_early_the_rest_is_told() {
    let early = entry(1).replacen("}]}", "}]}}", 1);
    let batch = read(file(&[entry(0), early, entry(2)]).as_bytes());
    assert_eq!(indices(&batch).last(), Some(&4));
    assert!(bad(&batch).iter().all(|(_, why)| *why == Why::Shape) && batch.bad.len() == 2, "{:?}", batch.bad);
}

#[test]
fn a_first_entry_that_is_broken_at_once_is_one_bad_entry() {
    for first in [broken(), "{".to_owned() + &entry(9), "{\"".to_owned() + &entry(9), "\"".to_owned() + &entry(9)] {
        let batch = read(file(&[first.clone(), entry(1), entry(2)]).as_bytes());
        let found = indices(&batch);
        assert!(found.ends_with(&[1, 2]) && batch.bad.len() == 1, "{first}: {found:?} {:?}", batch.bad);
    }
}

#[test]
fn comments_lose_nothing() {
    for comment in [
        "/* {\" */",
        "// it's \"\n",
        "/* ] } */",
        "/**/",
        "// {\"startedDateTime\": gone\n",
        "/* a\n} */",
        "/* {\"_ */",
    ] {
        let batch = with_between(&format!(",{comment}"));
        assert_eq!((indices(&batch), bad(&batch)), (vec![0, 1, 2, 3], vec![]), "{comment}");
        let within = entry(0).replace("\"response\":", &format!("{comment}\"response\": {comment}"));
        let batch =
            read(format!(r#"{comment}{{"log":{{{comment}"entries":[{comment}{within}{comment}]}}}}"#).as_bytes());
        assert_eq!((indices(&batch), bad(&batch)), (vec![0], vec![]), "{comment}");
    }
}

#[test]
fn a_comment_or_string_that_never_ends_loses_itself_alone() {
    let swallowing = |text: &str| entry(1).replace("\"response\":", &format!("\"response\":{text}"));
    for text in ["// no end of line ", "/* no end", "\"\",\"", "[[", "{\"a\":{\"b\":"] {
        let batch = read(file(&[entry(0), swallowing(text), entry(2), swallowing(text), entry(4)]).as_bytes());
        assert_eq!(indices(&batch).last(), Some(&4), "{text}: {:?}", batch.bad);
        assert!(indices(&batch).contains(&2) && !batch.bad.is_empty(), "{text}");
    }
    assert_eq!(indices(&with_between(",// no end of line ,")), [0, 1, 2, 3]);
}

#[test]
fn words_that_json_does_not_have_lose_nothing() {
    for word in ["NaN", "Infinity", "-Infinity", "undefined"] {
        let odd = entry(1).replace(r#""GET","#, &format!(r#""GET","time":{word},"list":[{word},1],"#));
        let batch = read(file(&[entry(0), odd.replace("403", word), entry(2)]).as_bytes());
        assert_eq!((indices(&batch), bad(&batch)), (vec![0, 1, 2], vec![]), "{word}");
    }
}

#[test]
fn a_string_with_a_bad_escape_keeps_its_text() {
    for (escape, text) in
        [(r"\x41", r"\x41"), (r"\u6c", r"\u6c"), (r"\ud83", r"\ud83"), (r"C:\Users", r"C:\Users"), (r"\'", r"\'")]
    {
        let odd = entry(0).replace(r#"\"x\"}"#, &format!(r#"\"{escape}\"}}没\u6ca1"#));
        let batch = read(file(&[odd]).as_bytes());
        let body = batch.entries[0].exchange.body.clone();
        assert_eq!(body.as_deref(), Some(&*format!("{{\"code\":\"{text}\"}}没没")), "{escape}");
    }
}

#[test]
fn what_is_damaged_before_the_entries_loses_none() {
    let whole = file(&[entry(0), entry(1)]);
    for (from, to) in
        [("\"version\"", "\"version"), ("\"1.2\"", "\"1.2"), ("{\"log\"", "{log\""), ("\"entries\":", "\"entries:")]
    {
        let batch = read(whole.replacen(from, to, 1).as_bytes());
        assert_eq!((indices(&batch), bad(&batch)), (vec![0, 1], vec![]), "{from} → {to}");
    }
    assert!(read_in(br#"{"log":{"entries:[{"_a":1},{"request":2}]}}"#, 7).is_err());
}

#[test]
fn no_character_that_is_lost_or_doubled_loses_what_is_behind() {
    let entries: Vec<String> = (0..4).map(entry).collect();
    let whole = file(&entries);
    let begins = whole.find("{\"started").unwrap();
    let second = begins + entries[0].len() + 1;
    for place in begins..second {
        for change in ["", "{", "}", "[", "]", "\"", ",", "\\"] {
            let mut text = whole.clone();
            text.replace_range(place..place + usize::from(change.is_empty()), change);
            let batch = read_in(text.as_bytes(), text.len()).unwrap();
            assert_eq!(read_in(text.as_bytes(), 5).as_ref(), Ok(&batch), "{change:?} at {place}");
            let urls: Vec<&str> = batch.entries.iter().map(|entry| entry.exchange.head.url.as_str()).collect();
            for url in ["https://api.dingtalk.com/2", "https://api.dingtalk.com/3"] {
                assert!(urls.contains(&url), "{change:?} at {place}: {urls:?} {:?}", batch.bad);
            }
        }
    }
}
