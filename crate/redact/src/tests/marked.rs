//! Texts with their secrets marked: `«secret»`, `⏎` for a line break and `␛` for an escape byte. One text a line, `# ` begins a remark.
//!
//! What is marked is masked, whatever else is there stays to the letter, and a second time changes nothing.

use super::redact;

/// Number of letters and digits of a secret that may stay readable in a row: a mask must not depend on where a word was cut.
const MOST_LEFT: usize = 2;

/// What is wrong with the redaction of a marked text, if anything is.
fn complaint(marked: &str) -> Option<String> {
    let text = marked.replace(['«', '»'], "");
    let redacted = redact(&text);
    if let Some(secret) = secrets(marked).find(|secret| redacted.contains(secret)) {
        return Some(format!("{secret} stays"));
    }
    if !matches(marked, &redacted) {
        return Some("something else was masked".to_owned());
    }
    (redact(&redacted) != redacted).then(|| format!("a second time gives {}", redact(&redacted)))
}

/// What stands between the marks.
fn secrets(marked: &str) -> impl Iterator<Item = &str> {
    marked.split('«').skip(1).filter_map(|piece| piece.split('»').next()).filter(|secret| secret.len() > MOST_LEFT)
}

/// Whether `redacted` is the marked text with a mask for each secret, which keeps the secret's line breaks.
fn matches(marked: &str, redacted: &str) -> bool {
    let mut rest = redacted;
    for (index, piece) in marked.split('«').enumerate() {
        let plain = match piece.split_once('»') {
            Some((secret, plain)) if index > 0 => {
                let Some(after) = past_mask(rest) else { return false };
                let breaks: String = secret.chars().filter(|c| *c == '\n').collect();
                let Some(after) = after.strip_prefix(&breaks) else { return false };
                rest = after;
                plain
            }
            _ => piece,
        };
        match rest.strip_prefix(plain) {
            Some(after) => rest = after,
            None => return false,
        }
    }
    rest.is_empty()
}

/// What follows the mask that `text` begins with.
fn past_mask(text: &str) -> Option<&str> {
    let word = text.len() - text.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-').len();
    let mask = &text[..word];
    let is_mask = |mask: &str| {
        let number = mask.rsplit('-').next().unwrap();
        (mask.starts_with("masked-") || mask.starts_with("999000")) && number.bytes().all(|c| c.is_ascii_digit())
    };
    // Letters may stand right behind a mask.
    let end = (1..=word).rev().find(|end| is_mask(&mask[..*end]))?;
    Some(&text[end..])
}

fn check(texts: &str) {
    let marked = texts.lines().filter(|line| !line.is_empty() && !line.starts_with("# "));
    let marked = marked.map(|line| line.replace('⏎', "\n").replace('␛', "\x1b"));
    let wrong: Vec<String> = marked
        .filter_map(|text| {
            let complaint = complaint(&text)?;
            Some(format!("{complaint}\n  {text}\n  {}", redact(&text.replace(['«', '»'], ""))))
        })
        .collect();
    assert!(!texts.is_empty() && wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

macro_rules! files {
    ($($name:ident),*) => { $(
        #[test]
        fn $name() {
            check(include_str!(concat!("marked/", stringify!($name), ".txt")));
        }
    )* };
}

files!(
    command_lines,
    cookies,
    declarations,
    headers,
    identity_numbers,
    names,
    private_keys,
    prose,
    readable,
    request_ids,
    vendor_prefixes,
    webhooks,
    wrapped_values
);
