//! Which hits belong to one refusal. Each hit is compared with what its group is known to be, never with all of its hits.

use std::rc::Rc;

use super::attribution::Attribution;
use super::hits::{Hit, hits};
use super::named::Named;
use super::page::Page;
use super::{facts, scopes};
use scopelens_model::{Fact, Kind};
use scopelens_pack::{Needs, Platform};
use scopelens_text::fold;
use scopelens_text::order;
use scopelens_text::records::{Block, Member};

/// Two hits farther apart than this are never one refusal.
const MAX_GAP: usize = 2_000;

/// A documented message of fewer characters (`无权限`) is anybody's.
const LEAST_MESSAGE: usize = 6;

/// What one rule finds in one record: shared by all of its hits there.
struct Scopes {
    facts: Vec<Fact>,
    /// Sorted.
    codes: Vec<String>,
    /// Whether the catalog knows one of them.
    is_known: bool,
}

/// The hits of one refusal with the part of the text that it takes.
pub(super) struct Group<'p> {
    pub(super) hits: Vec<Hit<'p>>,
    pub(super) span: Block,
    scopes: Rc<Scopes>,
    /// Whether those are of a hit that only speaks of an error: an apply link in the prose around.
    has_remarked_scopes: bool,
    /// Sorted.
    kinds: Vec<Kind>,
    /// Two at most: no more is asked than whether they are the same.
    codes: Vec<&'p str>,
    /// What parts it from a refusal of the same scopes (`Spec::apart`).
    part: Option<&'p str>,
    /// Its request id, as far as the text was searched for one.
    request_id: Option<&'p str>,
    searched: usize,
}

/// A part of a record, and what parts it from a refusal of the same scopes (`Spec::apart`).
#[derive(Clone, Copy)]
struct Piece<'p> {
    span: Block,
    part: Option<&'p str>,
}

/// The groups of `platform`, in the order of the text.
pub(super) fn groups<'p>(
    platform: &'p Platform,
    page: &'p Page,
    members: &[Member<'p>],
    named: &[Named<'p>],
) -> Vec<Group<'p>> {
    let mut groups: Vec<Group<'p>> = Vec::new();
    let mut attribution = Attribution::new(platform, page);
    // A rule finds the same for each of its hits in one record, as long as they need the same.
    let mut read: Vec<(&str, Needs, Rc<Scopes>, bool)> = Vec::new();
    let mut record = None;
    let (mut whole, mut parts) = (None, Vec::new());
    for hit in hits(platform, page, named) {
        let block = page.record(hit.at);
        if whole.replace(block) != Some(block) {
            parts = pieces(platform, page, block);
        }
        let around = parts.iter().rfind(|piece| piece.span.start <= hit.at).or(parts.first());
        let Some(&Piece { span, part }) = around else { continue };
        if record.replace(span.start) != Some(span.start) {
            read.clear();
        }
        let known = read.iter().find(|(rule, needs, ..)| *rule == &*hit.rule.id && *needs == hit.needs());
        let known = known.map(|(_, _, scopes, is_ours)| (Rc::clone(scopes), *is_ours));
        let (scopes, is_ours) = known.unwrap_or_else(|| {
            let scopes_found = Rc::new(Scopes::of(platform, scopes::scopes(platform, page, members, &hit, span)));
            let is_ours = is_ours(&mut attribution, platform, &hit, page, span, &scopes_found);
            read.push((&hit.rule.id, hit.needs(), Rc::clone(&scopes_found), is_ours));
            (scopes_found, is_ours)
        });
        if !is_ours {
            continue;
        }
        let request_id = |span| facts::request_id(platform, named, span).map(|(value, _)| value);
        let is_same = |last: &Group| part.is_none() || last.part.is_none() || last.part == part;
        let last = groups.last_mut().filter(|last| is_same(last));
        let last = last.and_then(|last| last.takes(&hit, span, &scopes, request_id).then_some(last));
        match last {
            Some(last) => last.add(hit, span, scopes),
            None => groups.push(Group { part, ..Group::new(hit, span, scopes) }),
        }
    }
    without_fallbacks(groups, |span| facts::request_id(platform, named, span).is_some())
}

/// The pieces of a record: several where it joins refusals that differ in what parts them. Each ends behind its own.
fn pieces<'p>(platform: &Platform, page: &'p Page, record: Block) -> Vec<Piece<'p>> {
    let (mut last, mut end) = (Piece { span: record, part: None }, record.start);
    let mut pieces = Vec::new();
    let text = page.text().get(record.start..record.end).unwrap_or_default();
    for (offset, captures) in platform.spec.apart.iter().flat_map(|apart| apart.captures_all(text)) {
        let Some((whole, part)) = captures.get(0).zip(captures.get(1)) else { continue };
        let part = Some(part.as_str());
        if last.part.is_some() && last.part != part {
            pieces.push(Piece { span: Block { end, ..last.span }, ..last });
            last.span.start = end;
        }
        (last.part, end) = (part, record.start + offset + whole.end());
    }
    pieces.push(last);
    pieces
}

/// Whether the hit's rule may speak of this record.
fn is_ours(
    attribution: &mut Attribution,
    platform: &Platform,
    hit: &Hit,
    page: &Page,
    record: Block,
    scopes: &Scopes,
) -> bool {
    let rule = hit.rule;
    let confirmed = is_confirmed(platform, hit, page, record);
    Attribution::allows(hit.needs(), attribution.strength(record), confirmed, scopes.is_known)
        && (!rule.must_name_scope || !scopes.codes.is_empty())
        && (!rule.any_code || attribution.is_reply(record))
        && (rule.needs != Needs::Host || attribution.has_host_near(record))
}

/// Rules that know least speak where no other finds a refusal, and unknown codes beside one only in replies of their own.
fn without_fallbacks<'p>(mut groups: Vec<Group<'p>>, has_request_id: impl Fn(Block) -> bool) -> Vec<Group<'p>> {
    let is_sure = |hit: &Hit| !hit.rule.fallback && !hit.rule.any_code && hit.rule.kind != Kind::Mention;
    if groups.iter().any(|group| group.hits.iter().any(is_sure)) {
        let is_unsure = |group: &Group| {
            let is_of_unknown = group.hits.iter().all(|hit| hit.rule.any_code || hit.rule.fallback);
            is_of_unknown && (group.hits.iter().all(|hit| hit.rule.fallback) || !has_request_id(group.span))
        };
        groups.retain(|group| !is_unsure(group));
    }
    groups
}

/// Whether a message that goes with the code stands in the record: the rule's, or the one that the catalog has for it.
fn is_confirmed(platform: &Platform, hit: &Hit, page: &Page, record: Block) -> bool {
    let text = page.text().get(record.start..record.end).unwrap_or_default();
    let documented =
        hit.code.and_then(|code| platform.catalog.code(code)).map(|(message, _)| fold(&message).into_owned());
    hit.texts.confirms.iter().any(|phrase| phrase.find(text.as_bytes()).is_some())
        || documented.is_some_and(|message| message.chars().count() >= LEAST_MESSAGE && text.contains(&message))
}

impl Scopes {
    fn of(platform: &Platform, facts: Vec<Fact>) -> Self {
        let mut codes = Vec::new();
        for fact in &facts {
            order::insert(&mut codes, fact.value.clone());
        }
        let is_known = facts.iter().any(|fact| platform.catalog.scope(&fact.value).is_some());
        Self { facts, codes, is_known }
    }

    /// The same scopes, or one side that names none.
    fn go_with(&self, other: &Self) -> bool {
        self.codes.is_empty() || other.codes.is_empty() || self.codes == other.codes
    }

    /// Within one record one place may name fewer of the scopes than another.
    fn overlaps(&self, other: &Self) -> bool {
        self.is_part_of(other) || other.is_part_of(self)
    }

    fn is_part_of(&self, other: &Self) -> bool {
        self.codes.iter().all(|code| other.codes.binary_search(code).is_ok())
    }
}

impl<'p> Group<'p> {
    /// The missing scopes.
    pub(super) fn scopes(&self) -> &[Fact] {
        &self.scopes.facts
    }

    /// Whether the scopes are told by what only speaks of an error.
    pub(super) fn has_remarked_scopes(&self) -> bool {
        self.has_remarked_scopes
    }

    /// Whether it only speaks of an error.
    pub(super) fn is_remark(&self) -> bool {
        self.kinds == [Kind::Mention]
    }

    fn new(hit: Hit<'p>, span: Block, scopes: Rc<Scopes>) -> Self {
        Self {
            span,
            scopes,
            has_remarked_scopes: hit.rule.kind == Kind::Mention,
            kinds: vec![hit.rule.kind],
            codes: hit.code.into_iter().collect(),
            part: None,
            request_id: None,
            searched: span.start,
            hits: vec![hit],
        }
    }

    fn add(&mut self, hit: Hit<'p>, span: Block, scopes: Rc<Scopes>) {
        self.span.end = self.span.end.max(span.end);
        order::insert(&mut self.kinds, hit.rule.kind);
        if self.codes.len() < 2 {
            hit.code.map(|code| order::insert(&mut self.codes, code));
        }
        let is_remark = hit.rule.kind == Kind::Mention;
        self.hits.push(hit);
        let is_surer = self.has_remarked_scopes && !is_remark && !scopes.codes.is_empty();
        let is_longer = scopes.codes.len() > self.scopes.codes.len()
            && (!is_remark || self.has_remarked_scopes || self.scopes.codes.is_empty());
        if is_surer || is_longer {
            self.scopes = scopes;
            self.has_remarked_scopes = is_remark;
        }
    }

    /// Whether `hit` tells more of this refusal, or begins another one.
    fn takes(
        &mut self,
        hit: &Hit<'p>,
        span: Block,
        scopes: &Scopes,
        request_id: impl Fn(Block) -> Option<&'p str>,
    ) -> bool {
        if span.start < self.span.end {
            return self.scopes.overlaps(scopes);
        }
        let is_near = span.start - self.span.end <= MAX_GAP;
        let same_kind = self.is_of(hit.rule.kind);
        let same_code = hit.code.is_none_or(|code| self.codes.iter().all(|c| *c == code)) && self.codes.len() <= 1;
        is_near && same_kind && same_code && self.scopes.go_with(scopes) && self.same_request(span, request_id)
    }

    /// Whether all its hits are of `kind`, those left aside that only speak of an error.
    fn is_of(&self, kind: Kind) -> bool {
        kind == Kind::Mention || self.kinds.iter().all(|k| *k == kind || *k == Kind::Mention)
    }

    /// The same request id, or one side without one.
    fn same_request(&mut self, span: Block, request_id: impl Fn(Block) -> Option<&'p str>) -> bool {
        if self.request_id.is_none() {
            self.request_id = request_id(Block { start: self.searched, end: self.span.end });
            self.searched = self.span.end;
        }
        match (self.request_id, request_id(span)) {
            (Some(one), Some(other)) => one == other,
            _ => true,
        }
    }
}
