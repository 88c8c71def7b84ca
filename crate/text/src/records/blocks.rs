//! The outermost bracket groups of a text: what is in one group belongs to one record.

/// An outermost group, brackets included; offsets are bytes of the flat text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// Its opening bracket.
    pub start: usize,
    /// Behind its closing bracket, or the end of the text where it is cut off.
    pub end: usize,
}

/// Deeper than this nothing is told apart: the group goes on until it ends.
const MAX_DEPTH: usize = 256;

/// A bracket that is never closed holds a record that is cut off, up to here; farther on it is a stray one.
const MAX_OPEN: usize = 4_096;

/// A bracket that waits for its closing one.
struct Open {
    bracket: u8,
    start: usize,
    /// How many groups were found before it.
    before: usize,
}

/// The outermost `{…}` and `[…]` groups in their order; of an outermost list of objects, the objects.
///
/// A closing bracket without its opening one closes nothing; one that does not fit closes what was opened since.
#[must_use]
pub fn blocks(flat: &str) -> Vec<Block> {
    let mut all: Vec<Block> = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let mut too_deep = 0_usize;
    for (offset, b) in flat.bytes().enumerate() {
        match b {
            b'{' | b'[' if open.len() >= MAX_DEPTH => too_deep += 1,
            b'[' if open.is_empty() && is_list_of_objects(flat, offset) => {}
            b'{' | b'[' => open.push(Open { bracket: b, start: offset, before: all.len() }),
            b'}' | b']' if too_deep > 0 => too_deep -= 1,
            b'}' | b']' => {
                if let Some(fit) = open.iter().rposition(|o| o.bracket + 2 == b)
                    && let Some(group) = open.drain(fit..).next()
                {
                    all.truncate(group.before);
                    all.push(Block { start: group.start, end: offset + 1 });
                }
            }
            _ => {}
        }
    }
    with_open(all, &open, flat)
}

/// The closed groups, with the cut-off ones that take those which begin in their reach.
fn with_open(closed: Vec<Block>, open: &[Open], flat: &str) -> Vec<Block> {
    let mut all: Vec<Block> = Vec::with_capacity(closed.len() + 1);
    let mut closed = closed.into_iter().peekable();
    for cut in open {
        while let Some(group) = closed.next_if(|group| group.start < cut.start) {
            all.push(group);
        }
        if all.last().is_some_and(|last| cut.start < last.end) {
            continue;
        }
        let mut end = flat.floor_char_boundary(cut.start + MAX_OPEN);
        while let Some(group) = closed.next_if(|group| group.start < end) {
            end = end.max(group.end);
        }
        all.push(Block { start: cut.start, end });
    }
    all.extend(closed);
    all
}

/// An outermost list of objects is many records, not one.
fn is_list_of_objects(flat: &str, offset: usize) -> bool {
    flat.get(offset + 1..).is_some_and(|rest| rest.trim_start().starts_with('{'))
}
