//! `scopelens catalog`: looks a scope, a call or an error code up.

use std::io::{self, Write};

use scopelens_engine::Engine;
use scopelens_engine::links::{LinkValues, build};
use scopelens_model::Lang;
use scopelens_pack::Platform;
use scopelens_pack::{CatalogApi, CatalogCode, CatalogScope, Found, Token};
use scopelens_render::words::Words;
use serde_json::{Value, json};

use crate::Status;
use crate::args::{Catalog, lang_or_environment};
use crate::words::{say, word};

/// More rows of one sort are counted, not printed.
const MAX_ROWS: usize = 40;

pub fn run(engine: &Engine, options: &Catalog) -> io::Result<Status> {
    let query = options.query.join(" ");
    let lang = lang_or_environment(options.lang);
    let results: Vec<(&Platform, Found)> = engine.platforms().map(|p| (p, p.catalog.search(&query))).collect();
    let known = results.iter().any(|(_, results)| !results.is_empty());
    let mut out = io::stdout().lock();
    if options.json {
        let platforms: Vec<Value> = results.iter().map(|(platform, results)| as_json(platform, results)).collect();
        let document = json!({ "query": query, "found": known, "platforms": platforms });
        serde_json::to_writer_pretty(&mut out, &document)?;
        writeln!(out)?;
    } else {
        // Where one platform knows it, the others' not knowing it is no news.
        for (platform, results) in results.iter().filter(|(_, results)| !known || !results.is_empty()) {
            out.write_all(Printer { platform, lang }.text(results, &query).as_bytes())?;
        }
    }
    out.flush()?;
    Ok(if known { Status::Quiet } else { Status::Found })
}

struct Printer<'e> {
    platform: &'e Platform,
    lang: Lang,
}

impl Printer<'_> {
    fn text(&self, results: &Found, query: &str) -> String {
        let mut lines = vec![self.coverage()];
        if results.is_empty() {
            lines.push(say(self.lang, "unknown", &[("query", query)]));
        }
        let calls = if results.scopes.is_empty() { "heading.calls" } else { "heading.calls-of-scope" };
        lines.extend(self.section("heading.scopes", &results.scopes, |scope| self.scope(scope)));
        lines.extend(self.section(calls, &results.apis, |api| self.call(api)));
        lines.extend(self.section("heading.codes", &results.codes, |code| self.code(code)));
        lines.join("\n") + "\n"
    }

    /// What the catalog is: its date, and how much it holds.
    fn coverage(&self) -> String {
        let catalog = &self.platform.catalog;
        let (scopes, calls) = catalog.coverage();
        let (scopes, calls, codes) = (scopes.to_string(), calls.to_string(), catalog.all_codes().count().to_string());
        let name = &**self.platform.name(self.lang.tag());
        let values =
            [("platform", name), ("date", catalog.date()), ("scopes", &scopes), ("calls", &calls), ("codes", &codes)];
        say(self.lang, "coverage", &values)
    }

    fn section<T>(&self, head: &str, rows: &[T], lines: impl Fn(&T) -> Vec<String>) -> Vec<String> {
        if rows.is_empty() {
            return Vec::new();
        }
        let omitted = rows.len().saturating_sub(MAX_ROWS);
        let shown = rows.iter().take(MAX_ROWS).flat_map(lines).map(|line| format!("  {line}"));
        let rest = (omitted > 0).then(|| format!("  {}", say(self.lang, "more", &[("count", &omitted.to_string())])));
        [String::new(), word(self.lang, head)].into_iter().chain(shown).chain(rest).collect()
    }

    fn scope(&self, scope: &CatalogScope) -> Vec<String> {
        let words = Words::new(self.lang, Some(self.platform));
        let marks = [("sensitive", scope.sensitive), ("closed", scope.closed), ("field", scope.field)];
        let token = scope.token.map(token_word).into_iter();
        let marks = token.chain(marks.into_iter().filter(|(_, holds)| *holds).map(|(mark, _)| mark));
        let tags: Vec<String> = marks.map(|mark| words.word(&format!("scope.{mark}"))).collect();
        let names = [Some(scope.name_zh.as_str()), scope.name_en.as_deref()];
        let names = names.into_iter().flatten().collect::<Vec<_>>().join(" / ");
        let about: Vec<String> = tags.into_iter().chain(scope.grantor.clone()).collect();
        let about = (!about.is_empty()).then(|| format!("    {}", about.join(" · ")));
        [format!("{}  {names}", scope.code)].into_iter().chain(about).collect()
    }

    fn call(&self, api: &CatalogApi) -> Vec<String> {
        let needs = match (api.needs_none, api.scopes.as_slice()) {
            (true, _) => word(self.lang, "needs-none"),
            (false, []) => word(self.lang, "needs-unknown"),
            (false, scopes) => format!("{} {}", word(self.lang, "needs"), scopes.join(&word(self.lang, "and"))),
        };
        let page = page(self.platform, api).map(|url| format!("    {url}"));
        let lines = [format!("{} {}{}  {}", api.method, api.host, api.path, api.title_zh), format!("    {needs}")];
        lines.into_iter().chain(page).collect()
    }

    fn code(&self, code: &CatalogCode) -> Vec<String> {
        let text = [&code.message_zh, &code.meaning_en].into_iter().filter(|text| !text.is_empty());
        vec![format!(
            "{} ({}, {})  {}",
            code.code,
            code.family,
            code.kind,
            text.map(String::as_str).collect::<Vec<_>>().join(" / ")
        )]
    }
}

fn token_word(token: Token) -> &'static str {
    match token {
        Token::App => "app",
        Token::User => "user",
        Token::Both => "both",
    }
}

/// The documentation of a call.
fn page(platform: &Platform, api: &CatalogApi) -> Option<String> {
    let page = api.page.as_deref().filter(|page| !page.contains(':'));
    build(platform, "doc-api", LinkValues { page, ..LinkValues::default() })
}

fn as_json(platform: &Platform, results: &Found) -> Value {
    let (scopes, calls) = platform.catalog.coverage();
    let scope = |s: &CatalogScope| {
        json!({
            "code": s.code, "name_zh": s.name_zh, "name_en": s.name_en, "token": s.token.map(token_word),
            "sensitive": s.sensitive, "closed": s.closed, "field": s.field, "grantor": s.grantor,
        })
    };
    let call = |a: &CatalogApi| {
        json!({
            "method": a.method, "host": a.host, "path": a.path, "title_zh": a.title_zh,
            "scopes": a.scopes, "needs_none": a.needs_none, "page": page(platform, a),
        })
    };
    let code = |c: &CatalogCode| {
        json!({
            "code": c.code, "family": c.family, "kind": c.kind,
            "message_zh": c.message_zh, "meaning_en": c.meaning_en,
        })
    };
    json!({
        "platform": platform.spec.id,
        "date": platform.catalog.date(),
        "coverage": { "scopes": scopes, "calls": calls, "codes": platform.catalog.all_codes().count() },
        "scopes": results.scopes.iter().map(scope).collect::<Vec<_>>(),
        "calls": results.apis.iter().map(call).collect::<Vec<_>>(),
        "codes": results.codes.iter().map(code).collect::<Vec<_>>(),
    })
}
