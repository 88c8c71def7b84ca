//! The border to JavaScript: strings in, strings of JSON out, one shape for answers and one for errors.
//!
//! `{"ok": …}` or `{"error": {"kind": "bad-input", "message": "…"}}`. Nothing throws; a trap is a bug, and the caller
//! then drops the instance. On any other machine this crate is empty.
#![cfg(target_arch = "wasm32")]

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::wasm_bindgen;

use scopelens_engine::{Engine, custom, reading, session};
use scopelens_har as har;
use scopelens_model::{Exchange, Head, Lang, View};
use scopelens_pack::Platform;
use scopelens_render::{about, card, plan, rule_check};

#[derive(Deserialize, Default)]
struct Options {
    #[serde(default)]
    lang: String,
    /// Minutes that the reader's clock is ahead of UTC.
    #[serde(default)]
    offset: i32,
    /// Whether granted answers that lack a guarded field are marked: yes, where it is not said.
    silent: Option<bool>,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Reply<T> {
    Ok(T),
    Error(Fault),
}

#[derive(Serialize)]
struct Fault {
    kind: &'static str,
    message: String,
}

thread_local! {
    static BUILT_IN: Vec<Arc<Platform>> = scopelens_platforms::built_in().unwrap_or_default();
    static ENGINE: RefCell<Rc<Engine>> = RefCell::new(Rc::new(Engine::new(BUILT_IN.with(Clone::clone))));
}

fn engine() -> Rc<Engine> {
    ENGINE.with_borrow(Rc::clone)
}

/// Shows a panic's text in the console before the trap.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// `diagnose(text, {lang}) -> Answer`
#[wasm_bindgen]
#[must_use]
pub fn diagnose(text: &str, options: &str) -> String {
    reply(lang(options).map(|lang| card::diagnose(&engine(), text, lang)))
}

/// `annotate(Exchange, {lang, offset, silent}) -> Annotation` of an exchange by itself.
#[wasm_bindgen]
#[must_use]
pub fn annotate(exchange: &str, options: &str) -> String {
    Session::new("").annotate(exchange, options)
}

/// `read_decision({method, url, status, mime, size}) -> {read, why, row}`
#[wasm_bindgen]
#[must_use]
pub fn read_decision(head: &str) -> String {
    reply(parse::<Head>(head, "head").map(|head| reading::decide(&engine(), &head)))
}

/// `sift_patterns() -> {words, pattern, head, landmarks, most}`
#[wasm_bindgen]
#[must_use]
pub fn sift_patterns() -> String {
    reply(Ok(reading::patterns(engine().platforms())))
}

/// `redact(text) -> string`
#[wasm_bindgen]
#[must_use]
pub fn redact(text: &str) -> String {
    reply(Ok(engine().redactor().redact(text)))
}

/// `apply_links(asks_app, app_id, {lang}) -> {app_id, title, links}`; an error of kind `bad-app-id` in words
#[wasm_bindgen]
#[must_use]
pub fn apply_links(asked: &str, app_id: &str, options: &str) -> String {
    let links = |wanted: card::Wanted| {
        let bad = |message| Fault { kind: "bad-app-id", message };
        card::apply_links(&engine(), &wanted, app_id, lang(options)?).map_err(bad)
    };
    reply(parse(asked, "question for the app").and_then(links))
}

/// `configure({platforms_off, masks, rules}, {lang}) -> {faults: [{where, message}]}`: what the engine knows from now on
#[wasm_bindgen]
#[must_use]
pub fn configure(config: &str, options: &str) -> String {
    let set = |config: custom::Config| {
        let lang = lang(options)?;
        let (engine, left_out) = BUILT_IN.with(|built_in| custom::configured(built_in, &config));
        ENGINE.set(Rc::new(engine));
        Ok(rule_check::Configured::new(&left_out, lang))
    };
    reply(parse(config, "configuration").and_then(set))
}

/// `check_rules(text, sample, {lang}) -> {faults: [{message, path, line, column}], platforms: [{id, name, rules}], answer}`
#[wasm_bindgen]
#[must_use]
pub fn check_rules(text: &str, sample: &str, options: &str) -> String {
    reply(lang(options).map(|lang| rule_check::check_rules(&engine(), text, sample, lang)))
}

/// `check_masks([{name, pattern}], sample, {lang}) -> {faults: [{index, message}], text}`
#[wasm_bindgen]
#[must_use]
pub fn check_masks(masks: &str, sample: &str, options: &str) -> String {
    let check = |masks: Vec<custom::MaskSource>| Ok(rule_check::check_masks(&masks, sample, lang(options)?));
    reply(parse(masks, "list of masks").and_then(check))
}

/// `about({lang}) -> {version, platforms: [{id, name, catalog_date, scopes, apis, own, off}]}`
#[wasm_bindgen]
#[must_use]
pub fn about(options: &str) -> String {
    reply(lang(options).map(|lang| about::about(&engine(), lang)))
}

/// `compare_plans(Plan, Plan, {lang}) -> Comparison`
#[wasm_bindgen]
#[must_use]
pub fn compare_plans(before: &str, after: &str, options: &str) -> String {
    let compared = |view| plan::compare(&engine(), before, after, view).map_err(|error| bad("plan", &error));
    reply(view(options).and_then(compared))
}

/// The memory of one tool window; see [`session::Session`].
#[wasm_bindgen]
#[derive(Debug)]
pub struct Session(session::Session);

#[wasm_bindgen]
impl Session {
    /// `new Session(key)`: `key` is random and used for fingerprints of tokens only.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(key: &str) -> Self {
        Self(session::Session::new(key))
    }

    /// `see(Exchange, {lang, offset, silent}) -> Annotation`; takes the exchange in.
    pub fn see(&mut self, exchange: &str, options: &str) -> String {
        let mut seen = || {
            let (engine, exchange) = (engine(), parse::<Exchange>(exchange, "exchange")?);
            let view = view(options)?;
            Ok(card::annotate(&engine, &exchange, &self.0.see(&engine, &exchange), view))
        };
        reply(seen())
    }

    /// `annotate(Exchange, {lang, offset, silent}) -> Annotation` as of now; takes nothing in.
    #[must_use]
    pub fn annotate(&self, exchange: &str, options: &str) -> String {
        let answer = || {
            let (engine, exchange) = (engine(), parse::<Exchange>(exchange, "exchange")?);
            let view = view(options)?;
            Ok(card::annotate(&engine, &exchange, &self.0.observe(&engine, &exchange), view))
        };
        reply(answer())
    }

    /// `plan({lang, offset}) -> Plan`
    #[must_use]
    pub fn plan(&self, options: &str) -> String {
        reply(view(options).map(|view| plan::of(&engine(), &self.0, view)))
    }

    /// `forget([id, …]) -> null`
    pub fn forget(&mut self, ids: &str) -> String {
        reply(parse::<Vec<u64>>(ids, "list of ids").map(|ids| self.0.forget(&ids)))
    }

    /// Drops everything.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

/// A HAR file, read as it comes; see [`har::HarReader`].
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct HarReader(har::HarReader);

#[wasm_bindgen]
impl HarReader {
    /// `new HarReader()`, one for each file.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// `feed(Uint8Array) -> {entries: HarEntry[], unread, bad: [{index, why}], cut: false}`; the bytes may be cut anywhere.
    pub fn feed(&mut self, bytes: &[u8]) -> String {
        reply(Ok(self.0.feed(&engine(), bytes)))
    }

    /// `end() -> ` the same for the rest, with `cut` where the file stops in the middle; an error of kind `bad-har` where it
    /// is none.
    pub fn end(&mut self) -> String {
        let no_har = |none: har::NoHar| Fault { kind: "bad-har", message: none.message.to_owned() };
        reply(self.0.end().map_err(no_har))
    }
}

/// `har_entry(Exchange) -> string`: an entry of a HAR file as JSON, redacted.
#[wasm_bindgen]
#[must_use]
pub fn har_entry(exchange: &str) -> String {
    reply(parse(exchange, "exchange").map(|exchange| har::entry(engine().redactor(), &exchange)))
}

/// `har_frame() -> {before, between, after}`: what stands around the entries of a HAR file, and between two.
#[wasm_bindgen]
#[must_use]
pub fn har_frame() -> String {
    reply(Ok(har::Frame::new()))
}

/// `redact_exchange(Exchange) -> Exchange`
#[wasm_bindgen]
#[must_use]
pub fn redact_exchange(exchange: &str) -> String {
    reply(parse(exchange, "exchange").map(|exchange| har::redact_exchange(engine().redactor(), &exchange)))
}

fn view(options: &str) -> Result<View, Fault> {
    let options = parse::<Options>(options, "options")?;
    Ok(View { lang: Lang::from_tag(&options.lang), offset: options.offset, silent: options.silent.unwrap_or(true) })
}

fn lang(options: &str) -> Result<Lang, Fault> {
    parse::<Options>(options, "options").map(|options| Lang::from_tag(&options.lang))
}

fn parse<T: DeserializeOwned>(json: &str, name: &str) -> Result<T, Fault> {
    serde_json::from_str(json).map_err(|error| bad(name, &error))
}

fn bad(name: &str, error: &serde_json::Error) -> Fault {
    Fault { kind: "bad-input", message: format!("The {name} is not what was expected: {error}.") }
}

fn reply<T: Serialize>(result: Result<T, Fault>) -> String {
    let reply = match result {
        Ok(value) => Reply::Ok(value),
        Err(fault) => Reply::Error(fault),
    };
    // Plain structs of strings and numbers always serialise; the fallback keeps the promised shape.
    serde_json::to_string(&reply)
        .unwrap_or_else(|_| r#"{"error":{"kind":"internal","message":"The answer could not be written."}}"#.to_owned())
}
