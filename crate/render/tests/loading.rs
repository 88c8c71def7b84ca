//! An engine that loads a pack when a text needs it answers as one that has them all.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod texts;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use scopelens_engine::Engine;
use scopelens_engine::reading::{missing_for_exchange, missing_for_snippet};
use scopelens_engine::session::Session;
use scopelens_model::{BodyState, Exchange, Head, Lang, View};
use scopelens_pack::{Index, PackError};
use scopelens_render::card;

static WHOLE: LazyLock<Engine> = LazyLock::new(|| Engine::of_packs(scopelens_platforms::packs()).unwrap());

fn index() -> Index {
    Index::read(scopelens_platforms::index()).unwrap()
}

fn pack(file: &str) -> &'static [u8] {
    scopelens_platforms::pack(file).unwrap()
}

fn add(engine: &mut Engine, files: &[impl AsRef<str>]) {
    files.iter().for_each(|file| engine.add_pack(pack(file.as_ref())).unwrap());
}

/// Engines that have loaded what texts asked for, made once for each set of packs.
#[derive(Default)]
struct Engines(BTreeMap<Vec<String>, Engine>);

impl Engines {
    fn with(&mut self, files: &[impl AsRef<str>]) -> &Engine {
        let files: Vec<String> = files.iter().map(|file| file.as_ref().to_owned()).collect();
        self.0.entry(files).or_insert_with_key(|files| {
            let mut engine = Engine::of_index(index());
            add(&mut engine, files);
            engine
        })
    }
}

fn names(files: &[impl AsRef<str>]) -> Vec<&str> {
    files.iter().map(AsRef::as_ref).collect()
}

#[test]
fn every_text_gets_the_answer_of_a_whole_engine() {
    let (empty, mut engines, mut without_any) = (Engine::of_index(index()), Engines::default(), 0);
    for (name, text) in texts::all() {
        for lang in Lang::ALL {
            let missing = missing_for_snippet(&empty, &text, lang.tag());
            without_any += usize::from(missing.is_empty());
            let engine = engines.with(&missing);
            assert_eq!(missing_for_snippet(engine, &text, lang.tag()).len(), 0, "{name}");
            let answer = |engine| serde_json::to_string(&card::diagnose(engine, &text, lang)).unwrap();
            assert_eq!(answer(engine), answer(&WHOLE), "{name}");
        }
    }
    assert!(without_any > 0, "each text asked for a platform");
}

#[test]
fn every_exchange_gets_the_row_of_a_whole_engine() {
    let view = View::new(Lang::ZhCn);
    let (empty, mut engines) = (Engine::of_index(index()), Engines::default());
    for host in ["api.dingtalk.com", "open.feishu.cn", "gateway.example"] {
        for (name, body) in texts::all() {
            let exchange = Exchange {
                head: Head {
                    method: "GET".into(),
                    url: format!("https://{host}/v1.0/calendar/users/me"),
                    status: 403,
                    mime: "application/json".into(),
                    size: None,
                },
                body: Some(body),
                body_state: BodyState::Whole,
                ..Exchange::default()
            };
            let engine = engines.with(&missing_for_exchange(&empty, &exchange, view.lang.tag()));
            let row = |engine| {
                let observed = Session::new("key").see(engine, &exchange);
                let row = card::annotate(engine, &exchange, &observed, view);
                serde_json::to_string(&(row, card::explain(engine, &exchange, &observed, view))).unwrap()
            };
            assert_eq!(row(engine), row(&WHOLE), "{name} from {host}");
        }
    }
}

#[test]
fn only_what_a_text_needs_is_asked_for_rules_first() {
    let engine = Engine::of_index(index());
    let refusal = r#"{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied","requestid":"R","message":"没有调用该接口的权限"}"#;
    let dingtalk = ["dingtalk.rules.pack", "dingtalk.zh-CN.pack", "dingtalk.catalog.pack"];
    assert_eq!(names(&missing_for_snippet(&engine, refusal, "zh-CN")), dingtalk);
    assert_eq!(missing_for_snippet(&engine, "HTTP 403 Forbidden: the key was not granted", "en").len(), 0);
}

#[test]
fn a_further_language_asks_for_its_words_alone() {
    let mut engine = Engine::of_index(index());
    let text = "DingTalk errcode=60011";
    let missing = missing_for_snippet(&engine, text, "en");
    add(&mut engine, &missing);
    assert_eq!(names(&missing_for_snippet(&engine, text, "zh-CN")), ["dingtalk.zh-CN.pack"]);
    assert_eq!(names(&engine.missing_of(&["dingtalk".to_owned()], "zh-CN")), ["dingtalk.zh-CN.pack"]);
}

#[test]
fn a_platform_that_is_switched_off_is_not_asked_for() {
    let engine = Engine::of_index(index()).configured(Vec::new(), &["dingtalk".to_owned()], Vec::new());
    assert_eq!(missing_for_snippet(&engine, "DingTalk errcode=60011", "en").len(), 0);
}

#[test]
fn secrets_are_masked_whatever_is_loaded_or_switched_off() {
    let empty = Engine::of_index(index());
    let off = empty.configured(Vec::new(), &["dingtalk".to_owned(), "feishu".to_owned()], Vec::new());
    let text = format!("SEC{} ou_{} cli_a1b2c3d4e5f60718", "0f4a".repeat(16), "9e".repeat(16));
    let masked = WHOLE.redactor().redact(&text);
    assert!(masked.contains("robot-secret") && masked.contains("open-id") && masked.ends_with("cli_a1b2c3d4e5f60718"));
    for engine in [&empty, &off] {
        assert_eq!(engine.redactor().redact(&text), masked);
    }
}

#[test]
fn packs_in_the_wrong_order_damaged_or_of_nobody_change_nothing() {
    let mut engine = Engine::of_index(index());
    assert_eq!(engine.add_pack(pack("dingtalk.catalog.pack")), Err(PackError::Unknown));
    let mut damaged = pack("dingtalk.rules.pack").to_vec();
    *damaged.last_mut().unwrap() ^= 1;
    assert_eq!(engine.add_pack(&damaged), Err(PackError::Damaged));
    assert_eq!(engine.add_pack(scopelens_platforms::index()), Err(PackError::Unknown));
    assert!(engine.platforms().next().is_none());
    let rules = pack("dingtalk.rules.pack");
    assert_eq!((engine.add_pack(rules), engine.add_pack(rules)), (Ok(()), Ok(())));
    assert_eq!(engine.platforms().count(), 1);
}
