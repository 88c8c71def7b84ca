//! A text of rules, read once: what the engine holds it holds for good, so reading the same text again must not leak again.

use std::cell::RefCell;
use std::rc::Rc;

use super::fault::Found;
use super::json;
use super::platform::platform;
use super::reader::{Place, Reader};
use crate::platform::Platform;

/// A longer text is no rules.
const LONGEST: usize = 64 * 1024;

/// More platforms of one text are not read.
const MOST_PLATFORMS: usize = 20;

/// So many texts are remembered; who has more of them pays for it with memory.
const REMEMBERED: usize = 64;

/// What a text holds.
#[derive(Debug, Default)]
pub(super) struct Rules {
    /// Those with which nothing is wrong.
    pub(super) platforms: Vec<&'static Platform>,
    pub(super) faults: Vec<Found>,
}

thread_local! {
    /// The texts that were read, the latest last.
    static READ: RefCell<Vec<(String, Rc<Rules>)>> = const { RefCell::new(Vec::new()) };
}

/// The platforms of `text`: one object, or a list of them. A blank text holds none.
pub(super) fn read(text: &str) -> Rc<Rules> {
    let known =
        READ.with_borrow(|read| read.iter().find(|(known, _)| known == text).map(|(_, rules)| Rc::clone(rules)));
    known.unwrap_or_else(|| {
        let rules = Rc::new(fresh(text));
        READ.with_borrow_mut(|read| {
            if read.len() == REMEMBERED {
                read.remove(0);
            }
            read.push((text.to_owned(), Rc::clone(&rules)));
        });
        rules
    })
}

fn fresh(text: &str) -> Rules {
    let broken = |fault| Rules { faults: vec![fault], ..Rules::default() };
    if text.len() > LONGEST {
        return broken(Found::whole("rules-long", (LONGEST / 1024).to_string()));
    }
    if text.trim().is_empty() {
        return Rules::default();
    }
    match json::parse(text) {
        Ok(node) => platforms(&Place { node: &node, path: String::new() }),
        Err(json::Broken { at, key }) => broken(Found { at: Some(at), ..Found::whole(key, "") }),
    }
}

/// Each platform by itself: a bad one spoils no other.
fn platforms(place: &Place) -> Rules {
    let mut reader = Reader::default();
    let mut platforms: Vec<&'static Platform> = Vec::new();
    for item in &reader.items(Some(place.clone()), MOST_PLATFORMS) {
        let Some(platform) = platform(&mut reader, item) else { continue };
        if platforms.iter().any(|known| known.spec.id == platform.spec.id) {
            reader.fault(item, "id-twice", platform.spec.id);
        } else {
            platforms.push(platform);
        }
    }
    Rules { platforms, faults: reader.faults }
}
