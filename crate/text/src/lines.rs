//! Line by line: what stands around the lines off, hard wraps joined.

use super::map::OffsetMap;
use super::prefix::{self, Line};

/// The widths that terminals and mail programs break at.
const USUAL_WIDTHS: [usize; 8] = [72, 76, 78, 79, 80, 100, 120, 132];

/// So many characters are the same where two lines begin alike.
const ALIKE: usize = 4;

/// A text that was wrapped is so wide.
const WIDE: usize = 40;

/// `text` without the layers around its lines and with hard wraps undone, or nothing where there are none.
pub(super) fn join(text: &str) -> Option<(String, OffsetMap)> {
    let lines = prefix::lines(text);
    let widths = wrap_widths(&lines);
    let is_bare = lines.iter().map(|line| line.text.len() + 1).sum::<usize>() == text.len() + 1;
    if is_bare && widths.iter().all(Option::is_none) {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut map = OffsetMap::identity();
    for (i, ((line, width), bar_width)) in lines.iter().zip(&widths).zip(bar_widths(&lines)).enumerate() {
        map.note(out.len(), line.start);
        out.push_str(line.text);
        let Some(next) = lines.get(i + 1) else { break };
        if !goes_on(line, next, *width) {
            map.note(out.len(), line.start + line.text.len());
            out.push(if is_wrapped(line, next, bar_width) { ' ' } else { '\n' });
        }
    }
    Some((out, map))
}

/// For each line how wide the widest is of those behind a bar that stand together. A word alone may be wider than a line.
fn bar_widths(lines: &[Line]) -> Vec<usize> {
    let together = |a: &Line, b: &Line| a.is_barred && b.is_barred && !a.text.is_empty() && !b.text.is_empty();
    let several = |line: &&Line| line.text.trim().contains(' ');
    let width = |lines: &[Line]| lines.iter().filter(several).map(|line| chars(line.text)).max().unwrap_or_default();
    lines.chunk_by(together).flat_map(|lines| std::iter::repeat_n(width(lines), lines.len())).collect()
}

/// Whether the line break behind `line` is a wrap between words: both stand behind a bar, and the next word did not fit in.
fn is_wrapped(line: &Line, next: &Line, width: usize) -> bool {
    let goes_on = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '\'' | '"' | '`' | '(');
    let word = next.text.split(' ').next().map_or(0, chars);
    line.is_barred
        && next.is_barred
        && width >= WIDE
        && next.text.starts_with(goes_on)
        && !line.text.is_empty()
        && chars(line.text) + 1 + word > width
}

/// Whether the line break behind `line` is a hard wrap.
fn goes_on(line: &Line, next: &Line, width: Option<(Measure, usize)>) -> bool {
    match line.fills_box {
        Some(fills_box) => fills_box && next.fills_box.is_some() && inside_word(line.text, next.text),
        None => width.is_some_and(|width| is_cut(line.text, next.text, width)),
    }
}

/// For each line the width that its paragraph was broken at, where it was.
fn wrap_widths(lines: &[Line]) -> Vec<Option<(Measure, usize)>> {
    let paragraphs = lines.chunk_by(|a, b| !a.text.trim().is_empty() && !b.text.trim().is_empty());
    paragraphs.flat_map(|paragraph| std::iter::repeat_n(wrap_width(paragraph), paragraph.len())).collect()
}

/// How wide a line is: in characters or in columns. Programs break by the one, terminals by the other.
type Measure = fn(&str) -> usize;

const MEASURES: [Measure; 2] = [chars, columns];

/// The width the text was broken at, and what it is counted in: its longest lines', where they were cut,
/// and either two of them agree or the width is a usual one. The measure that more lines agree in is believed.
fn wrap_width(lines: &[Line]) -> Option<(Measure, usize)> {
    let mut best: Option<(usize, Measure, usize)> = None;
    for measure in MEASURES {
        let (widest, times) = widest(lines, measure);
        let sure = times >= 2 || (times == 1 && USUAL_WIDTHS.contains(&widest));
        if widest >= WIDE && sure && best.is_none_or(|(most, ..)| times > most) {
            best = Some((times, measure, widest));
        }
    }
    best.map(|(_, measure, width)| (measure, width))
}

/// The width of the longest line, and how many lines of that width were cut. Rows of cells between tabs are no wrapped text.
fn widest(lines: &[Line], measure: Measure) -> (usize, usize) {
    let (mut widest, mut times, mut blanks, mut full) = (0, 0, 0, 0);
    for pair in lines.windows(2) {
        let [line, next] = pair else { continue };
        let (body, next) = (line.text, next.text);
        if body.contains('\t') {
            continue;
        }
        let width = measure(body);
        if width > widest {
            (widest, times, blanks, full) = (width, 0, 0, 0);
        }
        times += usize::from(width == widest && inside_word(body, next));
        blanks += usize::from(width == widest && beside_blank(body, next));
        full += usize::from(width == widest);
    }
    // Where every line is full, blanks tell as well: what is broken between words is uneven.
    let is_even = full + 1 == lines.len() && USUAL_WIDTHS.contains(&widest);
    (widest, if is_even { times + blanks } else { times })
}

fn chars(line: &str) -> usize {
    line.chars().count()
}

fn columns(line: &str) -> usize {
    line.chars().map(|c| 1 + usize::from(is_wide(c))).sum()
}

fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}')
}

fn is_cut(body: &str, next: &str, (measure, width): (Measure, usize)) -> bool {
    let body_width = measure(body);
    // A wide character that did not fit leaves a column empty.
    let full = body_width == width || (body_width + 1 == width && next.starts_with(is_wide));
    full && !body.contains('\t') && (inside_word(body, next) || beside_blank(body, next))
}

fn inside_word(body: &str, next: &str) -> bool {
    ends_solid(body) && starts_solid(next) && !alike(body, next) && !are_headers(body, next)
}

/// The one blank between two words is the line's last character, or the next one's first: programs that break between words
/// write neither.
fn beside_blank(body: &str, next: &str) -> bool {
    let behind = body.strip_suffix(' ').is_some_and(ends_solid) && starts_solid(next);
    let before = ends_solid(body) && next.strip_prefix(' ').is_some_and(starts_solid);
    behind || before
}

fn ends_solid(text: &str) -> bool {
    text.ends_with(is_solid)
}

fn starts_solid(text: &str) -> bool {
    text.starts_with(is_solid)
}

fn is_solid(c: char) -> bool {
    !c.is_whitespace() && c != '|'
}

/// Two headers of a reply, each with its name, which may well be of one width.
fn are_headers(body: &str, next: &str) -> bool {
    is_header(body) && is_header(next)
}

fn is_header(line: &str) -> bool {
    let is_name = |name: &str| name.len() > 2 && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    line.split_once(": ").is_some_and(|(name, _)| is_name(name))
}

/// The lines of a log begin alike, with a time, a level or a bracket, and may well be of one width.
fn alike(body: &str, next: &str) -> bool {
    let heads_a_line = next.starts_with(|c: char| c.is_ascii() && !c.is_ascii_lowercase());
    heads_a_line && body.chars().zip(next.chars()).take(ALIKE).filter(|(a, b)| a == b).count() == ALIKE
}
