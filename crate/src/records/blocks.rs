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

/// The outermost `{…}` and `[…]` groups in their order; of an outermost list of objects, the objects.
///
/// A closing bracket without its opening one closes nothing; one that does not fit closes what was opened since.
#[must_use]
pub fn blocks(flat: &str) -> Vec<Block> {
    let mut found = Vec::new();
    let mut open: Vec<u8> = Vec::new();
    let mut start = 0;
    let mut too_deep = 0_usize;
    for (at, b) in flat.bytes().enumerate() {
        match b {
            b'{' | b'[' if open.len() >= MAX_DEPTH => too_deep += 1,
            b'[' if open.is_empty() && is_list_of_objects(flat, at) => {}
            b'{' | b'[' => {
                if open.is_empty() {
                    start = at;
                }
                open.push(b);
            }
            b'}' | b']' if too_deep > 0 => too_deep -= 1,
            b'}' | b']' => {
                if let Some(fit) = open.iter().rposition(|o| *o + 2 == b) {
                    open.truncate(fit);
                    if open.is_empty() {
                        found.push(Block { start, end: at + 1 });
                    }
                }
            }
            _ => {}
        }
    }
    if !open.is_empty() {
        found.push(Block { start, end: flat.len() });
    }
    found
}

/// An outermost list of objects is many records, not one.
fn is_list_of_objects(flat: &str, at: usize) -> bool {
    flat.get(at + 1..).is_some_and(|rest| rest.trim_start().starts_with('{'))
}
