//! Line by line: quoting prefixes off, hard wraps joined.

use super::map::OffsetMap;

/// The widths that terminals and mail programs break at.
const USUAL_WIDTHS: [usize; 8] = [72, 76, 78, 79, 80, 100, 120, 132];

/// So many characters are the same where two lines begin alike.
const ALIKE: usize = 4;

/// Marks that stand before each line of a quotation or a box.
const MARKS: [&str; 5] = ["> ", ">", "│ ", "│", "┃ "];

/// `text` with quotation marks and hard wraps undone, or nothing where there are none.
pub(super) fn join(text: &str) -> Option<(String, OffsetMap)> {
    let lines: Vec<Line> = split(text);
    let quoted = is_quoted(&lines);
    let width = wrap_width(&lines, quoted);
    if !quoted && width.is_none() {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut map = OffsetMap::identity();
    for (i, line) in lines.iter().enumerate() {
        let (body, at) = line.body(quoted);
        map.note(out.len(), at);
        out.push_str(body);
        let next = lines.get(i + 1).map(|next| next.body(quoted).0);
        match next {
            Some(next) if width.is_some_and(|w| is_cut(body, next, w)) => {}
            Some(_) => {
                map.note(out.len(), at + body.len());
                out.push('\n');
            }
            None => {}
        }
    }
    Some((out, map))
}

struct Line<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Line<'a> {
    fn body(&self, quoted: bool) -> (&'a str, usize) {
        let mut text = self.text;
        while let Some(rest) = quoted.then(|| strip_mark(text)).flatten() {
            text = rest;
        }
        (text.trim_end_matches('\r'), self.at + self.text.len() - text.len())
    }
}

fn split(text: &str) -> Vec<Line<'_>> {
    let mut at = 0;
    text.split('\n')
        .map(|line| {
            let start = at;
            at += line.len() + 1;
            Line { text: line, at: start }
        })
        .collect()
}

fn strip_mark(line: &str) -> Option<&str> {
    let line = line.trim_start_matches(' ');
    MARKS.iter().find_map(|mark| line.strip_prefix(mark))
}

/// Quoted where every line that holds anything bears a mark.
fn is_quoted(lines: &[Line]) -> bool {
    let mut full = lines.iter().filter(|l| !l.text.trim().is_empty()).peekable();
    full.peek().is_some() && full.all(|l| strip_mark(l.text).is_some())
}

/// How wide a line is: in characters or in columns. Programs break by the one, terminals by the other.
type Measure = fn(&str) -> usize;

const MEASURES: [Measure; 2] = [chars, columns];

/// The width the text was broken at, and what it is counted in: its longest lines', where they end within words,
/// and either two of them agree or the width is a usual one. The measure that more lines agree in is believed.
fn wrap_width(lines: &[Line], quoted: bool) -> Option<(Measure, usize)> {
    let mut best: Option<(usize, Measure, usize)> = None;
    for measure in MEASURES {
        let (widest, times) = widest(lines, quoted, measure);
        let sure = times >= 2 || (times == 1 && USUAL_WIDTHS.contains(&widest));
        if widest >= 40 && sure && best.is_none_or(|(most, ..)| times > most) {
            best = Some((times, measure, widest));
        }
    }
    best.map(|(_, measure, width)| (measure, width))
}

/// The width of the longest line, and how many lines of that width end within a word.
fn widest(lines: &[Line], quoted: bool, measure: Measure) -> (usize, usize) {
    let mut widest = 0;
    let mut times = 0;
    for pair in lines.windows(2) {
        let [line, next] = pair else { continue };
        let (body, next) = (line.body(quoted).0, next.body(quoted).0);
        let width = measure(body);
        if width > widest {
            (widest, times) = (width, 0);
        }
        times += usize::from(width == widest && inside_word(body, next));
    }
    (widest, times)
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
    let own = measure(body);
    // A wide character that did not fit leaves a column empty.
    let full = own == width || (own + 1 == width && next.starts_with(is_wide));
    full && inside_word(body, next)
}

fn inside_word(body: &str, next: &str) -> bool {
    let solid = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace() && c != '|');
    solid(body.chars().last()) && solid(next.chars().next()) && !alike(body, next)
}

/// The lines of a log begin alike, with a time, a level or a bracket, and may well be of one width.
fn alike(body: &str, next: &str) -> bool {
    let heads_a_line = next.starts_with(|c: char| c.is_ascii() && !c.is_ascii_lowercase());
    heads_a_line && body.chars().zip(next.chars()).take(ALIKE).filter(|(a, b)| a == b).count() == ALIKE
}
