//! The functions that JavaScript calls.

use wasm_bindgen::prelude::{JsError, wasm_bindgen};

use scopelens_engine::{custom, reading, session};
use scopelens_har as har;
use scopelens_model::{Exchange, Head, View};
use scopelens_pack::{Index, Text};
use scopelens_render::words::Words;
use scopelens_render::{about, card, plan, rule_check};

use crate::options::{lang, view};
use crate::reply::{Details, Fault, Hindrance, bad, parse, reply};

/// Shows a panic's text in the console before the trap.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// What texts are read with; see [`scopelens_engine::Engine`].
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine(scopelens_engine::Engine);

#[wasm_bindgen]
impl Engine {
    /// `new Engine(index)`: knows the platforms of the index, of which no pack is loaded.
    ///
    /// # Errors
    /// The bytes are no index of this build.
    #[wasm_bindgen(constructor)]
    pub fn new(index: &[u8]) -> Result<Engine, JsError> {
        Ok(Self(scopelens_engine::Engine::of_index(Index::read(index)?)))
    }

    /// `add_pack(Uint8Array) -> null`; an error of kind `bad-pack` where the bytes are no pack of this build, damaged or cut.
    pub fn add_pack(&mut self, bytes: &[u8]) -> String {
        let bad = |error: scopelens_pack::PackError| Fault { kind: "bad-pack", message: error.to_string() };
        reply(self.0.add_pack(bytes).map_err(bad))
    }

    /// `configure({platforms_off, masks, rules}, {lang}) -> {faults: [{where, message}]}`: what the engine knows from now on
    pub fn configure(&mut self, config: &str, options: &str) -> String {
        let mut set = || {
            let config = parse::<custom::Config>(config, "configuration")?;
            let lang = lang(options)?;
            let (engine, left_out) = custom::configured(&self.0, &config);
            self.0 = engine;
            Ok(rule_check::Configured::new(&left_out, lang))
        };
        reply::<_, Fault>(set())
    }

    /// `diagnose(text, {lang}) -> Answer`
    #[must_use]
    pub fn diagnose(&self, text: &str, options: &str) -> String {
        let answer = || {
            let lang = lang(options)?;
            loaded(reading::missing_for_snippet(&self.0, text, lang.tag()))?;
            Ok(card::diagnose(&self.0, text, lang))
        };
        reply::<_, Hindrance>(answer())
    }

    /// `read_decision({method, url, status, mime, size}) -> {read, why, row}`
    #[must_use]
    pub fn read_decision(&self, head: &str) -> String {
        reply(parse::<Head>(head, "head").map(|head| reading::decide(&self.0, &head)))
    }

    /// `sift_patterns() -> {words, pattern, head, landmarks, most}`
    #[must_use]
    pub fn sift_patterns(&self) -> String {
        reply::<_, Fault>(Ok(reading::patterns(self.0.facts())))
    }

    /// `redact(text) -> string`
    #[must_use]
    pub fn redact(&self, text: &str) -> String {
        reply::<_, Fault>(Ok(self.0.redactor().redact(text)))
    }

    /// `apply_links(asks_app, app_id, {lang}) -> {app_id, title, links}`; an error of kind `bad-app-id` in words
    #[must_use]
    pub fn apply_links(&self, asked: &str, app_id: &str, options: &str) -> String {
        let links = || {
            let (wanted, lang) = (parse::<card::Wanted>(asked, "question for the app")?, lang(options)?);
            loaded(self.0.missing_of(std::slice::from_ref(&wanted.platform), lang.tag()))?;
            let bad = |message| Fault { kind: "bad-app-id", message };
            Ok(card::apply_links(&self.0, &wanted, app_id, lang).map_err(bad)?)
        };
        reply::<_, Hindrance>(links())
    }

    /// `check_rules(text, sample, {lang}) -> {faults: [{message, path, line, column}], platforms: [{id, name, rules}], answer}`
    #[must_use]
    pub fn check_rules(&self, text: &str, sample: &str, options: &str) -> String {
        let checked = || {
            let lang = lang(options)?;
            loaded(reading::missing_for_snippet(&self.0, sample, lang.tag()))?;
            Ok(rule_check::check_rules(&self.0, text, sample, lang))
        };
        reply::<_, Hindrance>(checked())
    }

    /// `check_masks([{name, pattern}], sample, {lang}) -> {faults: [{index, message}], text}`
    #[must_use]
    pub fn check_masks(&self, masks: &str, sample: &str, options: &str) -> String {
        let check =
            |masks: Vec<custom::MaskSource>| Ok(rule_check::check_masks(&self.0, &masks, sample, lang(options)?));
        reply(parse(masks, "list of masks").and_then(check))
    }

    /// `about({lang}) -> {version, platforms: [{id, name, catalog_date, scopes, apis, own, off}]}`
    #[must_use]
    pub fn about(&self, options: &str) -> String {
        reply(lang(options).map(|lang| about::about(&self.0, lang)))
    }

    /// `compare_plans(Plan, Plan, {lang}) -> Comparison`
    #[must_use]
    pub fn compare_plans(&self, before: &str, after: &str, options: &str) -> String {
        let compared = || {
            let view = view(options)?;
            loaded(self.0.missing_of(&scopelens_engine::plan::platforms_of([before, after]), view.lang.tag()))?;
            Ok(plan::compare(&self.0, before, after, view).map_err(|error| bad("plan", &error))?)
        };
        reply::<_, Hindrance>(compared())
    }

    /// `har_entry(Exchange) -> string`: an entry of a HAR file as JSON, redacted.
    #[must_use]
    pub fn har_entry(&self, exchange: &str) -> String {
        reply(parse(exchange, "exchange").map(|exchange| har::entry(self.0.redactor(), &exchange)))
    }

    /// `redact_exchange(Exchange) -> Exchange`
    #[must_use]
    pub fn redact_exchange(&self, exchange: &str) -> String {
        reply(parse(exchange, "exchange").map(|exchange| har::redact_exchange(self.0.redactor(), &exchange)))
    }
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

    /// `see(Engine, Exchange, {lang, offset, silent}) -> Annotation`; takes the exchange in.
    pub fn see(&mut self, engine: &Engine, exchange: &str, options: &str) -> String {
        let mut seen = || {
            let (exchange, view) = readable(engine, exchange, options)?;
            Ok(card::annotate(&engine.0, &exchange, &self.0.see(&engine.0, &exchange), view))
        };
        reply::<_, Hindrance>(seen())
    }

    /// `see_entry(Engine, HarReader, index, id, {lang, offset, silent}) -> Annotation`; takes in what the reader gave last as
    /// `entries[index]`, under this id.
    pub fn see_entry(&mut self, engine: &Engine, har: &mut HarReader, index: usize, id: u32, options: &str) -> String {
        let mut seen = || {
            let entry =
                har.batch.entries.get_mut(index).ok_or_else(|| bad("index", &"the reader gave fewer entries"))?;
            entry.exchange.id = Some(id.into());
            let (exchange, view) = (&entry.exchange, view(options)?);
            has_packs(engine, exchange, view)?;
            Ok(card::annotate(&engine.0, exchange, &self.0.see(&engine.0, exchange), view))
        };
        reply::<_, Hindrance>(seen())
    }

    /// `annotate(Engine, Exchange, {lang, offset, silent}) -> Annotation` as of now; takes nothing in.
    #[must_use]
    pub fn annotate(&self, engine: &Engine, exchange: &str, options: &str) -> String {
        let annotation = || {
            let (exchange, view) = readable(engine, exchange, options)?;
            Ok(card::annotate(&engine.0, &exchange, &self.0.observe(&engine.0, &exchange), view))
        };
        reply::<_, Hindrance>(annotation())
    }

    /// `details(Engine, Exchange, {lang, offset, silent}) -> Details` as of now; takes nothing in.
    #[must_use]
    pub fn details(&self, engine: &Engine, exchange: &str, options: &str) -> String {
        let details = || {
            let (exchange, view) = readable(engine, exchange, options)?;
            let observed = self.0.observe(&engine.0, &exchange);
            Ok(Details {
                annotation: card::annotate(&engine.0, &exchange, &observed, view),
                answer: card::explain(&engine.0, &exchange, &observed, view),
                exchange: har::redact_exchange(engine.0.redactor(), &Exchange { body: None, ..exchange }),
            })
        };
        reply::<_, Hindrance>(details())
    }

    /// `plan(Engine, {lang, offset}) -> Plan`
    #[must_use]
    pub fn plan(&self, engine: &Engine, options: &str) -> String {
        let plan = || {
            let view = view(options)?;
            loaded(engine.0.missing_of(&self.0.platforms(), view.lang.tag()))?;
            Ok(plan::of(&engine.0, &self.0, view))
        };
        reply::<_, Hindrance>(plan())
    }

    /// `forget([id, …]) -> null`
    pub fn forget(&mut self, ids: &str) -> String {
        reply(parse::<Vec<u64>>(ids, "list of ids").map(|ids| self.0.forget(&ids)))
    }
}

/// A HAR file, read as it comes; see [`har::HarReader`].
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct HarReader {
    reader: har::HarReader,
    /// What it gave last.
    batch: har::Batch,
}

#[wasm_bindgen]
impl HarReader {
    /// `new HarReader()`, one for each file.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// `feed(Engine, Uint8Array) -> {entries: HarEntry[], unread, bad: [{index, why}], lacking: [{why, platform, count, errors}],
    /// cut: false}`; the bytes may be cut anywhere.
    pub fn feed(&mut self, engine: &Engine, bytes: &[u8]) -> String {
        self.batch = self.reader.feed(&engine.0, bytes);
        reply::<_, Fault>(Ok(&self.batch))
    }

    /// `end(Engine, {lang}) -> ` the same for the rest, with `cut` where the file stops in the middle; an error of kind `bad-har`
    /// where it is none, which says in words of that language what it is.
    pub fn end(&mut self, engine: &Engine, options: &str) -> String {
        let mut end = || {
            let words = Words::new(lang(options)?, None);
            let message = |none: har::NoHar| words.word(&format!("no-har.{}", none.code()));
            self.reader.end(&engine.0).map_err(|none| Fault { kind: "bad-har", message: message(none) })
        };
        reply(end().map(|batch| {
            self.batch = batch;
            &self.batch
        }))
    }
}

/// `har_frame() -> {before, between, after}`: what stands around the entries of a HAR file, and between two.
#[wasm_bindgen]
#[must_use]
pub fn har_frame() -> String {
    reply::<_, Fault>(Ok(har::Frame::new()))
}

/// Ends the call where packs are missing.
fn loaded(missing: Vec<Text>) -> Result<(), Hindrance> {
    if missing.is_empty() { Ok(()) } else { Err(Hindrance::Missing(missing)) }
}

/// An exchange of which nothing is missing, and how it is looked at.
fn readable(engine: &Engine, exchange: &str, options: &str) -> Result<(Exchange, View), Hindrance> {
    let (exchange, view) = (parse::<Exchange>(exchange, "exchange")?, view(options)?);
    has_packs(engine, &exchange, view)?;
    Ok((exchange, view))
}

/// Ends the call where packs are missing that the exchange needs.
fn has_packs(engine: &Engine, exchange: &Exchange, view: View) -> Result<(), Hindrance> {
    loaded(reading::missing_for_exchange(&engine.0, exchange, view.lang.tag()))
}
