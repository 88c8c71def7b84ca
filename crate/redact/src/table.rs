//! Tables with commas whose first line names the columns.

use memchr::memchr;

use super::bytes::{byte_at, slice};
use super::detectors::Detector;
use super::judge::is_placeholder;
use super::marker;
use super::meaning;
use super::platforms::Platforms;
use super::span::Span;

/// Most columns that are read.
const MOST_COLUMNS: usize = 64;

/// The secrets in the columns that a line of names calls so.
pub(super) fn find(platforms: &Platforms, text: &str) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    let mut columns: Vec<Option<&'static Detector>> = Vec::new();
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        let cells = cells(line);
        if cells.len() < 2 || cells.len() != columns.len() {
            columns = names(platforms, line, &cells);
        } else {
            for (cell, column) in cells.iter().zip(&columns) {
                spans.extend(
                    column.and_then(|row| secret(platforms, text, (line_start + cell.0, line_start + cell.1), row)),
                );
            }
        }
        line_start += line.len();
    }
    spans
}

/// Where the cells of a line begin and end, without quotes; none where it is no line of a table.
fn cells(line: &str) -> Vec<(usize, usize)> {
    let line = line.trim_end_matches(['\r', '\n']);
    if memchr(b',', line.as_bytes()).is_none() || line.contains(['{', '[', '(', '=']) {
        return Vec::new();
    }
    let mut start = 0;
    let mut cells = Vec::new();
    for cell in line.split(',').take(MOST_COLUMNS) {
        let quoted = cell.len() > 1 && cell.starts_with('"') && cell.ends_with('"');
        let inset = usize::from(quoted);
        cells.push((start + inset, start + cell.len() - inset));
        start += cell.len() + 1;
    }
    cells
}

/// What the cells of a line say of their columns; nothing where one of them is no name, or none is known.
fn names(platforms: &Platforms, line: &str, cells: &[(usize, usize)]) -> Vec<Option<&'static Detector>> {
    let name = |(start, end): &(usize, usize)| slice(line, *start, *end);
    let is_name = |name: &str| {
        !name.is_empty() && name.bytes().all(|c| c.is_ascii_alphanumeric() || matches!(c, b'_' | b'-' | b' '))
    };
    if cells.len() < 2 || !cells.iter().map(name).all(is_name) {
        return Vec::new();
    }
    let columns: Vec<_> = cells
        .iter()
        .map(|cell| {
            meaning::meaning(platforms, name(cell)).and_then(|meaning| meaning.detector).filter(|row| row.is_telling())
        })
        .collect();
    if columns.iter().any(Option::is_some) { columns } else { Vec::new() }
}

fn secret(
    platforms: &Platforms,
    text: &str,
    (start, end): (usize, usize),
    row: &'static Detector,
) -> Option<Span<'static>> {
    let value = slice(text, start, end);
    let is_plain = value.trim().is_empty()
        || marker::holds_mask(platforms, value)
        || is_placeholder(value)
        || byte_at(value.as_bytes(), 0) == b' ';
    (!is_plain).then_some(Span { start, end, label: row.label })
}
