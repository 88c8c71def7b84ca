//! What programs put before each line of another one's print-out: quotation marks, boxes, container names, clocks, an indent.

/// A line without what stands before and behind its text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    /// The text that is left.
    pub(super) text: &'a str,
    /// Where that starts, in bytes of the given text.
    pub(super) start: usize,
    /// Whether the text reaches the right border of its box; nothing where there is no such border.
    pub(super) fills_box: Option<bool>,
    /// Whether it stood behind a bar: programs wrap between words what they put there.
    pub(super) is_barred: bool,
}

/// A box in a box in a container's log.
const MAX_LAYERS: usize = 5;

/// Lines that bear the same kind of prefix, at least.
const FEWEST_LINES: usize = 2;

/// A wrapped and indented text has lines at least so wide.
const WIDE: usize = 60;

/// What a layer's prefix is: how many bytes to take off the start, and how many off the end.
type Prefix = fn(&str) -> Option<(usize, usize)>;

/// A kind of layer.
#[derive(Clone, Copy)]
struct Kind {
    prefix: Prefix,
    /// Whether the lines of a run bear the very same prefix: a name is one where it repeats.
    is_same: bool,
    /// Whether it is a bar; what is taken off the end is then the right border of a box.
    is_bar: bool,
}

const KINDS: [Kind; 7] = [
    Kind { prefix: quotation, is_same: false, is_bar: false },
    Kind { prefix: framed, is_same: false, is_bar: true },
    Kind { prefix: shell_view, is_same: false, is_bar: true },
    Kind { prefix: log_file, is_same: false, is_bar: false },
    Kind { prefix: container, is_same: true, is_bar: false },
    Kind { prefix: clock, is_same: false, is_bar: false },
    Kind { prefix: syslog, is_same: false, is_bar: false },
];

/// The lines of `text` without the layers that stand around them.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = split(text);
    for _ in 0..MAX_LAYERS {
        // Each kind is tried; a layer that is gone may show the next one.
        let taken = KINDS.iter().filter(|kind| take_off(&mut lines, **kind)).count();
        if taken == 0 {
            break;
        }
    }
    take_indents_off(&mut lines);
    lines
}

fn split(text: &str) -> Vec<Line<'_>> {
    let mut offset = 0;
    text.split('\n')
        .map(|line| {
            let start = offset;
            offset += line.len() + 1;
            Line { text: line.trim_end_matches('\r'), start, fills_box: None, is_barred: false }
        })
        .collect()
}

/// Takes a kind of prefix off each run of lines that bear it, and says whether there was one.
fn take_off(lines: &mut [Line], kind: Kind) -> bool {
    let bears = |line: &Line| (kind.prefix)(line.text).is_some();
    let head =
        |line: &Line| (kind.prefix)(line.text).map(|(head, _)| line.text.get(..head).unwrap_or_default().to_owned());
    let mut taken = false;
    for run in lines.chunk_by_mut(|a, b| bears(a) == bears(b) && (!kind.is_same || head(a) == head(b))) {
        if run.len() < FEWEST_LINES || !run.iter().all(bears) {
            continue;
        }
        taken = true;
        for line in run {
            strip(line, kind);
        }
    }
    taken
}

fn strip(line: &mut Line, kind: Kind) {
    let Some((head, tail)) = (kind.prefix)(line.text) else { return };
    let body = line.text.get(head..line.text.len() - tail).unwrap_or_default();
    line.is_barred |= kind.is_bar;
    if tail > 0 && kind.is_bar {
        line.fills_box = Some(!body.is_empty() && !body.ends_with(' '));
    }
    line.start += head;
    line.text = if tail > 0 { body.trim_end() } else { body };
}

/// `> `
fn quotation(line: &str) -> Option<(usize, usize)> {
    let text = line.trim_start_matches(' ').strip_prefix('>')?;
    Some((line.len() - text.strip_prefix(' ').unwrap_or(text).len(), 0))
}

/// `│ … │`, `│ …`, and a box's upper and lower border, of which nothing is left.
fn framed(line: &str) -> Option<(usize, usize)> {
    let text = line.trim_start_matches(' ');
    if text.starts_with(['╭', '╰', '┌', '└', '├', '┏', '┗']) && text.contains("──") | text.contains("━━")
    {
        return Some((line.len(), 0));
    }
    let text = text.strip_prefix(['│', '┃'])?;
    let text = text.strip_prefix(' ').unwrap_or(text);
    let head = line.len() - text.len();
    let tail = text.trim_end().strip_suffix(['│', '┃']).map(|body| body.strip_suffix(' ').unwrap_or(body));
    Some((head, tail.map_or(0, |body| text.len() - body.len())))
}

/// ` 122 |  $x = …`, `     | …`: an error as PowerShell views it; sops writes ` - | …` first. The row of a table ends with its
/// bar, and begins with it.
fn shell_view(line: &str) -> Option<(usize, usize)> {
    let text = line.strip_prefix(' ')?.trim_start_matches(' ');
    let text = text.strip_prefix("- ").unwrap_or(text);
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(' ').strip_prefix('|')?;
    let body = rest.strip_prefix(' ').or(rest.is_empty().then_some(rest))?;
    (!body.trim_end().ends_with('|')).then_some((line.len() - body.len(), 0))
}

/// `{"log":"…\n","stream":"stderr","time":"2026-11-27T06:08:00.1Z"}`: a line as Docker keeps it in a file.
fn log_file(line: &str) -> Option<(usize, usize)> {
    let text = line.trim_start_matches(' ').strip_prefix("{\"log\":")?.trim_start().strip_prefix('"')?;
    let (body, _) = text.rsplit_once("\"stream\"")?;
    let body = body.trim_end().strip_suffix(',')?.trim_end().strip_suffix('"')?;
    let body = body.strip_suffix("\\n").unwrap_or(body);
    Some((line.len() - text.len(), text.len() - body.len()))
}

/// `sync-worker-1  | `, `0|bot  | `: compose and pm2.
fn container(line: &str) -> Option<(usize, usize)> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let text = line.trim_start_matches(' ');
    let name = text.find(|c| !is_name(c)).filter(|len| *len > 0)?;
    let rest = text.get(name..)?;
    let rest = match rest.strip_prefix('|') {
        Some(rest) if rest.starts_with(is_name) => rest.trim_start_matches(is_name),
        _ => rest,
    };
    let body = rest.trim_start_matches(' ').strip_prefix('|')?;
    let body = if body.is_empty() { body } else { body.strip_prefix(' ')? };
    Some((line.len() - body.len(), 0))
}

/// `2026-11-27T06:08:00.123456789Z `, with `stderr F ` behind it where a container's runtime wrote it.
fn clock(line: &str) -> Option<(usize, usize)> {
    const FORM: &[u8] = b"0000-00-00T00:00:00";
    let text = line.trim_start_matches(' ');
    let head = text.as_bytes().get(..FORM.len())?;
    let fits = |(form, byte): (&u8, &u8)| if *form == b'0' { byte.is_ascii_digit() } else { form == byte };
    if !FORM.iter().zip(head).all(fits) {
        return None;
    }
    let rest = text.get(FORM.len()..)?;
    let body = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ':' | '+' | '-' | 'Z'));
    let body = if body.is_empty() { body } else { body.strip_prefix(' ')? };
    let runtime = ["stdout F ", "stderr F ", "stdout P ", "stderr P "];
    let body = runtime.iter().find_map(|name| body.strip_prefix(name)).unwrap_or(body);
    Some((line.len() - body.len(), 0))
}

/// `Nov 27 14:08:00 host sync[21873]: `
fn syslog(line: &str) -> Option<(usize, usize)> {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let text = line.trim_start_matches(' ');
    let rest = MONTHS.iter().find_map(|month| text.strip_prefix(month))?;
    let mut words = rest.trim_start().splitn(4, ' ');
    let (day, time, _host, rest) = (words.next()?, words.next()?, words.next()?, words.next()?);
    let is_time = time.len() == 8 && time.bytes().all(|b| b.is_ascii_digit() || b == b':');
    let (program, body) = rest.split_once(':')?;
    let is_program = !program.is_empty() && !program.contains(' ');
    let body = body.strip_prefix(' ').unwrap_or(body);
    (day.len() <= 2 && is_time && is_program).then_some((line.len() - body.len(), 0))
}

/// Takes the indent off a run of lines that a terminal broke within words and indented alike.
fn take_indents_off(lines: &mut [Line]) {
    for run in lines.chunk_by_mut(|a, b| indent(a.text) == indent(b.text)) {
        let depth = run.first().map_or(0, |line| indent(line.text));
        if depth < 2 || run.len() < 3 || !is_broken_in_words(run) {
            continue;
        }
        for line in run {
            line.start += depth;
            line.text = line.text.get(depth..).unwrap_or_default();
        }
    }
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Whether two of the widest lines end within a word that the next line goes on with.
fn is_broken_in_words(run: &[Line]) -> bool {
    let width = |line: &Line| line.text.chars().count();
    let widest = run.iter().map(width).max().unwrap_or_default();
    let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '%' | '=' | '/');
    let is_broken = |pair: &&[Line]| {
        let [line, next] = pair else { return false };
        width(line) + 2 > widest && line.text.ends_with(is_letter) && next.text.trim_start().starts_with(is_letter)
    };
    widest >= WIDE && run.windows(2).filter(is_broken).count() >= 2
}
