//! What the engine costs, beside the cheapest thing that could be done with the same text.
#![allow(missing_docs, clippy::unwrap_used)]

use std::sync::LazyLock;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use memchr::memmem;
use scopelens_engine::Engine;
use scopelens_engine::reading::{read_snippet, sift};
use scopelens_model::Lang;
use scopelens_render::card::diagnose;
use serde_json::Value;

const SMALL: &str = include_str!("small.json");

/// The engine with the built-in platforms.
static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::of_packs(scopelens_platforms::packs()).unwrap());

fn main() {
    divan::main();
}

/// One small refusal: parsing it as JSON is the mark to be held against.
#[divan::bench_group]
mod small_refusal {
    use super::{ENGINE, Lang, SMALL, Value, black_box, diagnose, read_snippet};

    #[divan::bench]
    fn json_parse() -> Option<Value> {
        serde_json::from_str(black_box(SMALL)).ok()
    }

    #[divan::bench]
    fn text_to_denial() -> scopelens_engine::reading::Reading {
        read_snippet(&ENGINE, black_box(SMALL))
    }

    #[divan::bench]
    fn text_to_card() -> scopelens_render::card::Answer {
        diagnose(&ENGINE, black_box(SMALL), Lang::En)
    }

    #[divan::bench]
    fn text_to_json_of_the_card() -> Option<String> {
        serde_json::to_string(&diagnose(&ENGINE, black_box(SMALL), Lang::En)).ok()
    }
}

/// Ten megabytes without a refusal.
#[divan::bench_group(sample_count = 20)]
mod no_refusal {
    use super::{Bencher, BytesCount, ENGINE, log, memmem, sift};

    const SIZE: usize = 10_000_000;

    #[divan::bench]
    fn one_needle_by_memmem(bencher: Bencher) {
        let text = log(SIZE);
        let finder = memmem::Finder::new("AccessTokenPermissionDenied");
        bencher.counter(BytesCount::new(text.len())).bench_local(|| finder.find(text.as_bytes()));
    }

    #[divan::bench]
    fn all_needles_by_sift(bencher: Bencher) {
        let text = log(SIZE);
        assert!(!sift(&ENGINE, &text));
        bencher.counter(BytesCount::new(text.len())).bench_local(|| sift(&ENGINE, &text));
    }
}

/// Longer texts.
#[divan::bench_group(sample_count = 20)]
mod long {
    use super::{Bencher, BytesCount, ENGINE, SMALL, log, read_snippet};

    #[divan::bench]
    fn redact_100_kb(bencher: Bencher) {
        let text = format!("{}{SMALL}\n", log(100_000));
        bencher.counter(BytesCount::new(text.len())).bench_local(|| ENGINE.redactor().redact(&text));
    }

    /// A quarter of a megabyte of refusals is read whole.
    #[divan::bench]
    fn flood_of_600_refusals(bencher: Bencher) {
        let text = format!("{SMALL}\n").repeat(600);
        bencher.counter(BytesCount::new(text.len())).bench_local(|| read_snippet(&ENGINE, &text));
    }
}

/// A log of at least `size` bytes: numbers, ids, JSON and Chinese, without a refusal.
fn log(size: usize) -> String {
    let mut text = String::with_capacity(size + 1_000);
    let mut seed = 1_u64;
    while text.len() < size {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let (id, ms) = (seed >> 8, seed % 5_000);
        text += &format!(
            "2026-11-22 10:00:{:02}.{:03} INFO [exec-{}] GET /api/orders/{id}?ts={seed} 200 {ms}ms\n",
            id % 60,
            ms % 1_000,
            id % 200
        );
        text += &format!(
            "{{\"level\":\"info\",\"msg\":\"request done\",\"status\":200,\"code\":0,\"requestId\":\"{id:016x}{seed:016x}\"}}\n"
        );
        text += &format!("订单服务 用户{ms}下单成功，金额{}.{:02}元\n", id % 9_999, ms % 100);
    }
    text
}

/// One exchange taken into a memory that is full.
#[divan::bench_group]
mod session {
    use super::{Bencher, ENGINE, Lang, SMALL, black_box};
    use scopelens_engine::session::Session;
    use scopelens_model::{BodyState, Exchange, Head, View};
    use scopelens_render::card::{Annotation, annotate};

    fn exchange(id: u64, path: &str, body: &str) -> Exchange {
        Exchange {
            head: Head {
                method: "GET".to_owned(),
                url: format!("https://api.dingtalk.com{path}"),
                status: 200,
                mime: "application/json".to_owned(),
                size: None,
            },
            id: Some(id),
            at: Some(id as f64),
            request_headers: vec![("x-acs-dingtalk-access-token".to_owned(), "0123456789abcdef".to_owned())],
            response_headers: Vec::new(),
            request_body: None,
            body: Some(body.to_owned()),
            body_state: BodyState::Whole,
        }
    }

    fn see(session: &mut Session, exchange: &Exchange) -> Annotation {
        annotate(&ENGINE, exchange, &session.see(&ENGINE, exchange), View::new(Lang::En))
    }

    fn full() -> Session {
        let mut session = Session::new("key");
        for id in 1..=20_000 {
            session.see(&ENGINE, &exchange(id, "/v1.0/contact/users/me", "{}"));
        }
        session
    }

    #[divan::bench]
    fn granted(bencher: Bencher) {
        let (mut session, mut id) = (full(), 20_000);
        bencher.bench_local(|| {
            id += 1;
            see(&mut session, black_box(&exchange(id, "/v1.0/contact/users/me", "{}")))
        });
    }

    #[divan::bench(sample_count = 20)]
    fn plan(bencher: Bencher) {
        let session = full();
        bencher.bench_local(|| scopelens_render::plan::of(&ENGINE, black_box(&session), View::new(Lang::En)));
    }

    #[divan::bench]
    fn unknown_call(bencher: Bencher) {
        let (mut session, mut id) = (full(), 20_000);
        bencher.bench_local(|| {
            id += 1;
            see(&mut session, black_box(&exchange(id, "/v1.0/no/such/call", "{}")))
        });
    }

    #[divan::bench]
    fn refused(bencher: Bencher) {
        let (mut session, mut id) = (full(), 20_000);
        bencher.bench_local(|| {
            id += 1;
            see(&mut session, black_box(&exchange(id, "/v1.0/contact/users/me", SMALL)))
        });
    }
}
