//! Everything as one JSON document.

use scopelens_engine::scan::Row;
use scopelens_render::card::Answer;
use scopelens_render::plan::Plan;
use serde_json::{Value, json};

use super::traffic::{Reader, Seen, Traffic, call};

pub fn of(files: &[Traffic], plan: Option<&Plan>, reader: &Reader) -> Value {
    let files: Vec<Value> = files.iter().map(|traffic| file(traffic, reader)).collect();
    match plan {
        Some(plan) => json!({ "files": files, "plan": plan }),
        None => json!({ "files": files }),
    }
}

fn file(traffic: &Traffic, reader: &Reader) -> Value {
    json!({
        "name": traffic.path.display().to_string(),
        "refused": traffic.tally.refused(),
        "read": traffic.read,
        "unread": traffic.unread,
        "bad": traffic.bad,
        "bad_count": traffic.bad_count,
        "cut": traffic.cut,
        "lacking": traffic.lacking,
        "causes": traffic.tally.rows().into_iter().map(|row| cause(row, traffic, reader)).collect::<Vec<_>>(),
        "left": traffic.tally.left,
        "exchanges": traffic.seen.iter().map(exchange).collect::<Vec<_>>(),
    })
}

/// A cause with the answer to its first exchange.
fn cause(row: &Row, traffic: &Traffic, reader: &Reader) -> Value {
    let first = traffic.first(row.first_line);
    let answer: Option<Answer> = first.and_then(|first| reader.explain(first));
    json!({
        "verdict": row.verdict,
        "platform": row.platform,
        "kind": row.kind,
        "code": row.code,
        "scopes": row.scopes,
        "any_of": row.any_of,
        "app_id": row.app_id,
        "count": row.count,
        "first_entry": row.first_line,
        "last_entry": row.last_line,
        "call": first.map(|first| call(reader.engine.redactor(), first)),
        "answer": answer,
    })
}

fn exchange(seen: &Seen) -> Value {
    json!({
        "id": seen.id,
        "entry": seen.entry,
        "at": seen.at,
        "method": seen.method,
        "url": seen.url,
        "status": seen.status,
        "verdict": seen.verdict,
        "label": seen.label,
        "cause": seen.cause,
        "soft": seen.soft,
    })
}
