//! Does the text report a refusal, or speak about one?
//!
//! A table of codes, a guide ("if you see …"), a change log, a test or a code in backticks within a sentence refuses
//! nothing. A log line, an exception, a whole reply and a sentence that tells what happened do. How each is written
//! was read from public guides, tests, change logs, forums and logs in Chinese and English.

mod change;
mod event;
mod listing;
mod place;
mod program;
mod prose;
mod words;

use super::carrier::Carrier;
use super::hits::Hit;
use super::page::Page;
use place::Place;
use scopelens_model::{Denial, Kind};

/// So many places of one refusal are looked at: a flood of them says no more.
const MAX_PLACES: usize = 16;

/// Whether the refusal is only spoken of, at each place that `hits` found it at. A heading that names a code takes
/// nothing from the log below it. What a rule knows as a mention by itself needs no second look.
pub(super) fn is_mention(page: &Page, hits: &[Hit], denial: &Denial) -> bool {
    match page.carrier {
        Carrier::Reply => return false,
        Carrier::WebPage => return true,
        Carrier::ErrorPage | Carrier::Prose => {}
    }
    if denial.kind == Kind::Mention {
        return false;
    }
    let mut offsets = hits.iter().filter(|hit| hit.rule.kind != Kind::Mention).map(|hit| hit.at).take(MAX_PLACES);
    offsets.all(|offset| is_spoken_of(&Place::new(page, offset), denial.request_id.is_some()))
}

/// Whether the sign at `place` is only spoken of. A reply with its request id was given once.
fn is_spoken_of(place: &Place, has_request_id: bool) -> bool {
    if program::is_test(place) && !event::is_output(place) {
        return true;
    }
    if has_request_id || event::is_output(place) {
        return false;
    }
    if event::is_chat(place) {
        return prose::is_condition(place);
    }
    if program::is_source(place) {
        return true;
    }
    if place.object().is_some() {
        return listing::is_table_row(place) || prose::is_condition_for_object(place) || program::is_description(place);
    }
    listing::is_table_row(place)
        || listing::is_in_list_of_codes(place)
        || listing::is_in_list_of_reasons(place)
        || listing::is_in_docstring(place)
        || change::is_change(place)
        || change::is_title(place)
        || prose::is_heading(place)
        || prose::is_question(place)
        || prose::is_condition(place)
        || prose::is_quoted(place)
}

#[cfg(test)]
mod tests;
