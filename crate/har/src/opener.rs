//! How entries begin: what is searched for behind one whose quotes or brackets do not match.

use memchr::{memchr_iter, memmem};

/// A beginning is no longer than this, nor the blanks before it, in bytes.
pub(super) const LONGEST: usize = 64;

/// The members of an entry by which one may begin, whatever order a tool writes them in. All but the first two are seldom first.
const KNOWN: [&str; 9] = [
    "\"startedDateTime\"",
    "\"_",
    "\"pageref\"",
    "\"request\"",
    "\"response\"",
    "\"time\"",
    "\"timings\"",
    "\"cache\"",
    "\"connection\"",
];

/// So many others are learnt: tools write their entries' members in a few orders.
const MOST: usize = KNOWN.len() + 4;

/// Names that entries begin with, with their quotes: those of all tools, and of them those that this file showed.
#[derive(Debug)]
pub(super) struct Openers {
    names: Vec<Vec<u8>>,
    learnt: bool,
}

impl Default for Openers {
    fn default() -> Self {
        Self { names: KNOWN.map(|name| name.as_bytes().to_vec()).to_vec(), learnt: false }
    }
}

impl Openers {
    /// Learns from an entry.
    pub(super) fn learn(&mut self, entry: &[u8]) {
        self.learnt = true;
        let Some(name) = first_name(entry) else { return };
        if self.names.len() < MOST && !self.names.iter().any(|known| name.starts_with(known)) {
            self.names.push(name.to_vec());
        }
    }

    /// Learns from a broken entry, if no whole one came before it.
    pub(super) fn learn_if_none(&mut self, entry: &[u8]) {
        if !self.learnt {
            self.learn(entry);
        }
    }

    /// Where the next entry begins whose first name stands behind `from`, and its bracket not before `floor`. Looks farther and
    /// farther, so that a beginning that never comes costs no more than the way to the one that does.
    pub(super) fn find(&self, bytes: &[u8], from: usize, floor: usize) -> Option<usize> {
        let rest = bytes.get(from..)?;
        let far = std::iter::successors(Some(4 * LONGEST), |far| (*far < rest.len()).then_some(far * 2));
        let first = |piece: &[u8]| {
            let of_name =
                |name: &Vec<u8>| memmem::find_iter(piece, name).find_map(|name| bracket(bytes, from + name, floor));
            self.names.iter().filter_map(of_name).min()
        };
        far.filter_map(|far| first(rest.get(..far.min(rest.len()))?)).next()
    }
}

/// The first name of an entry, with its quotes.
fn first_name(entry: &[u8]) -> Option<&[u8]> {
    let head = entry.get(..LONGEST.min(entry.len())).filter(|head| head.starts_with(b"{"))?;
    let mut quotes = memchr_iter(b'"', head);
    head.get(quotes.next()?..=quotes.next()?)
}

/// Where the bracket before the name at `name` stands, if what is behind it may be an element of a list: it is the value of no
/// other name.
fn bracket(bytes: &[u8], name: usize, floor: usize) -> Option<usize> {
    let (bracket, _) = before(bytes, name)?;
    if bytes.get(bracket) != Some(&b'{') || bracket < floor {
        return None;
    }
    let is_element = before(bytes, bracket).is_none_or(|(last, is_next_line)| match bytes.get(last) {
        Some(b',' | b'[' | b'}') => true,
        last => is_next_line && last != Some(&b':'),
    });
    is_element.then_some(bracket)
}

/// Where the last byte before `end` stands that is no blank, and whether a line ends between; nothing where there is none near.
fn before(bytes: &[u8], end: usize) -> Option<(usize, bool)> {
    let head = bytes.get(end.saturating_sub(LONGEST)..end)?;
    let last = head.iter().rposition(|byte| !matches!(byte, b' ' | b'\n' | b'\r' | b'\t'))?;
    let is_next_line = head.get(last..)?.contains(&b'\n');
    Some((end.saturating_sub(LONGEST) + last, is_next_line))
}

#[cfg(test)]
mod tests {
    use super::Openers;

    fn find(text: &str) -> Option<usize> {
        Openers::default().find(text.as_bytes(), 0, 0)
    }

    #[test]
    fn entries_begin_with_the_names_of_all_tools() {
        for (text, place) in [
            (r#"x},{"startedDateTime":1"#, Some(3)),
            ("x [\n\t {\n\t\"_id\": 1", Some(6)),
            ("\"broken\n{\"request\":{", Some(8)),
            (r#"{"pageref":"p""#, Some(0)),
            (r#""a":{"_b":1},"c": {"request":2}"#, None),
            (r#""{\"startedDateTime\":1}""#, None),
            (r#"x {"startedDateTime":1"#, None),
            (r#",{"time":1"#, Some(1)),
            (r#",{"name":1"#, None),
        ] {
            assert_eq!(find(text), place, "{text}");
        }
    }

    #[test]
    fn a_file_shows_how_its_entries_begin() {
        let mut openers = Openers::default();
        openers.learn(br#"{ "id":1,"request":{}}"#);
        assert_eq!(openers.find(br#"xx,{"id":2"#, 1, 3), Some(3));
        assert_eq!(openers.find(br#"xx,{"id":2"#, 1, 4), None);
    }
}
