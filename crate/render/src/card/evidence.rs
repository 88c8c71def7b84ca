//! What other exchanges tell, in words.

use super::scopes::name;
use super::steps::Wording;
use super::{EvidenceLine, clock};
use crate::words::{Vars, Words};
use scopelens_engine::session::Lacking;
use scopelens_model::{Evidence, EvidenceItem, Lang, View};
use scopelens_pack::Guarded;

/// The lines of a card.
pub(super) fn lines(known: &Evidence, wording: &Wording, view: View) -> Vec<EvidenceLine> {
    let line = |item: &EvidenceItem| {
        let times = item.times.iter().map(|(name, at)| (*name, clock::beside(*at, known.at, view.offset)));
        let values = times.chain(item.values.iter().map(|(name, value)| (*name, value.clone())));
        let vars = values.fold(wording.vars.clone(), |vars, (name, value)| vars.with(name, value));
        let keys = [format!("evidence.{}", item.key), format!("evidence.{}.unseen", item.key)];
        let [seen, unseen] = &keys;
        let key = if item.times.is_empty() { unseen } else { seen };
        EvidenceLine { text: wording.words.say(key, &vars), exchange: item.exchange }
    };
    known.items.iter().map(line).collect()
}

/// What a granted answer lacks: `no mobile: …`.
pub(super) fn lacking(lacking: &Lacking, lang: Lang) -> String {
    let platform = lacking.platform;
    let words = Words::new(lang, Some(platform));
    let line = |guarded: &&Guarded| {
        let scope = platform.catalog.scope(&guarded.scope);
        let name = scope.and_then(|scope| name(&scope, lang));
        let key = if name.is_some() { "soft.lacks" } else { "soft.lacks-unnamed" };
        let vars = Vars::default()
            .with("members", guarded.members.join(" / "))
            .with("scope", &*guarded.scope)
            .with("name", name.unwrap_or_default());
        words.say(key, &vars)
    };
    lacking.fields.iter().map(line).collect::<Vec<_>>().join(lang.space())
}
