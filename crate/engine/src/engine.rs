//! The engine as a value: the platforms, the words that texts are searched for, the masks.

use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use scopelens_pack::{Index, IndexPlatform, Pack, PackError, PackKind, Platform, Text, open_pack};
use scopelens_redact::{CustomMask, Redactor};

use crate::reading::{Needles, Selector};

/// What texts are read with. Two engines know nothing of each other; an engine with other platforms or masks is another value.
#[derive(Debug)]
pub struct Engine {
    known: Vec<KnownPlatform>,
    /// Made when a long text or a body is first searched: a short snippet is read without.
    needles: OnceLock<Needles>,
    selector: OnceLock<Selector>,
    redactor: Redactor,
}

/// A platform as an engine knows it: by what the index says, and by its packs as far as they are loaded.
#[derive(Debug, Clone)]
pub struct KnownPlatform {
    /// Hosts, names, needles and packs.
    pub facts: Arc<IndexPlatform>,
    /// Rules, messages and catalog; none before its rules are loaded.
    pub platform: Option<Arc<Platform>>,
    /// Whether its users wrote it, and not we.
    pub custom: bool,
    /// Whether it is switched off: it is never recognised.
    pub off: bool,
    /// Names of the files of the packs that are loaded.
    loaded: Vec<Text>,
}

impl KnownPlatform {
    fn of_index(facts: IndexPlatform) -> Self {
        Self { facts: Arc::new(facts), platform: None, custom: false, off: false, loaded: Vec::new() }
    }

    /// A platform that is all there.
    fn whole(platform: Arc<Platform>) -> Self {
        let facts = Arc::new(IndexPlatform::of(&platform.spec, &platform.catalog, Vec::new()));
        Self { facts, custom: platform.custom, platform: Some(platform), off: false, loaded: Vec::new() }
    }

    /// Files of its packs that are not loaded: all but the words of other languages than that of `lang`, a language tag.
    fn missing<'s>(&'s self, lang: &'s str) -> impl Iterator<Item = &'s Text> {
        let names = [PackKind::Rules, PackKind::Words, PackKind::Catalog].map(|kind| self.facts.file(kind, lang));
        let files = self.facts.packs.iter().map(|pack| &pack.file);
        files.filter(move |file| names.iter().any(|name| **name == ***file) && !self.loaded.contains(file))
    }
}

impl Engine {
    /// An engine that knows the platforms of an index, of which no pack is loaded.
    #[must_use]
    pub fn of_index(index: Index) -> Self {
        Self::of(index.platforms.into_iter().map(KnownPlatform::of_index).collect(), Vec::new())
    }

    /// An engine with all of some packs, the index first, and of each platform its rules first.
    ///
    /// ```
    /// use scopelens_engine::Engine;
    ///
    /// let engine = Engine::of_packs(scopelens_platforms::packs())?;
    /// assert!(engine.platform("dingtalk").is_some());
    /// assert!(Engine::of_packs(&[b"no pack"]).is_err());
    /// # Ok::<(), scopelens_pack::PackError>(())
    /// ```
    ///
    /// # Errors
    /// A pack is damaged, or not of this build.
    pub fn of_packs(packs: &[&[u8]]) -> Result<Self, PackError> {
        let (index, packs) = packs.split_first().ok_or(PackError::NotAPack)?;
        let mut engine = Self::of_index(Index::read(index)?);
        for pack in packs {
            engine.add_pack(pack)?;
        }
        Ok(engine)
    }

    /// A platform's secrets are masked even where it is switched off or not loaded.
    fn of(known: Vec<KnownPlatform>, masks: Vec<CustomMask>) -> Self {
        let redactor = Redactor::new(masks, known.iter().map(|known| &known.facts.redact));
        Self { known, needles: OnceLock::new(), selector: OnceLock::new(), redactor }
    }

    /// Another engine with the same built-in platforms as far as they are loaded, those of `custom`, and `masks` beside the
    /// redactor's own. Platforms whose ids are in `off` are switched off.
    #[must_use]
    pub fn configured(&self, custom: Vec<Platform>, off: &[String], masks: Vec<CustomMask>) -> Self {
        let built_in = self.known.iter().filter(|known| !known.custom).cloned();
        let custom = custom.into_iter().map(|platform| KnownPlatform::whole(Arc::new(platform)));
        let mut known: Vec<KnownPlatform> = built_in.chain(custom).collect();
        for each in &mut known {
            each.off = off.iter().any(|id| **id == *each.facts.id);
        }
        Self::of(known, masks)
    }

    /// Loads a pack of a built-in platform, if it is not there yet. Its rules come before its other packs.
    ///
    /// # Errors
    /// The bytes are no pack, damaged, or of no platform or another build than the index. Then nothing has changed.
    pub fn add_pack(&mut self, bytes: &[u8]) -> Result<(), PackError> {
        let (file, pack) = open_pack(self.known.iter().map(|known| &*known.facts), bytes)?;
        let owner = |known: &&mut KnownPlatform| known.facts.packs.iter().any(|pack| pack.file == file);
        let known = self.known.iter_mut().find(owner).ok_or(PackError::Unknown)?;
        if known.loaded.contains(&file) {
            return Ok(());
        }
        match (pack, &mut known.platform) {
            (Pack::Rules(platform), _) => known.platform = Some(Arc::new(*platform)),
            (Pack::Words { lang, messages }, Some(platform)) => Arc::make_mut(platform).add_words(&lang, messages),
            (Pack::Catalog(catalog), Some(platform)) => Arc::make_mut(platform).add_catalog(catalog),
            _ => return Err(PackError::Unknown),
        }
        known.loaded.push(file);
        Ok(())
    }

    /// Every platform, loaded or not, switched on or off, in the order in which they were given.
    #[must_use]
    pub fn known(&self) -> &[KnownPlatform] {
        &self.known
    }

    /// What the index says of the platforms that are switched on, loaded or not.
    pub fn facts(&self) -> impl Iterator<Item = &IndexPlatform> {
        self.on().map(|known| &*known.facts)
    }

    /// What the index says of the built-in platforms, switched on or off.
    pub fn built_in(&self) -> impl Iterator<Item = &IndexPlatform> {
        self.known.iter().filter(|known| !known.custom).map(|known| &*known.facts)
    }

    /// The platforms that are switched on and loaded.
    pub fn platforms(&self) -> impl Iterator<Item = &Platform> {
        self.on().filter_map(|known| known.platform.as_deref())
    }

    /// The platform of this id, where it is switched on and loaded.
    #[must_use]
    pub fn platform(&self, id: &str) -> Option<&Platform> {
        self.platforms().find(|platform| *platform.spec.id == *id)
    }

    /// Those of `facts` at these places, as far as they are loaded.
    pub(crate) fn platforms_at(&self, places: &[usize]) -> Vec<&Platform> {
        self.on_at(places).filter_map(|known| known.platform.as_deref()).collect()
    }

    /// Files of the packs of these platforms (places among `facts`) that are not loaded, with words of one language alone.
    pub(crate) fn missing(&self, places: &[usize], lang: &str) -> Vec<Text> {
        self.on_at(places).flat_map(|known| known.missing(lang)).cloned().collect()
    }

    /// Files of the packs of the platforms of these ids that are not loaded; words in the language of the tag `lang` alone.
    #[must_use]
    pub fn missing_of<Id: Deref<Target = str>>(&self, ids: &[Id], lang: &str) -> Vec<Text> {
        let asked = self.on().filter(|known| ids.iter().any(|id| **id == *known.facts.id));
        asked.flat_map(|known| known.missing(lang)).cloned().collect()
    }

    /// Whether every platform that is switched on is loaded, with words of this language.
    pub(crate) fn is_whole(&self, lang: &str) -> bool {
        self.on().all(|known| known.missing(lang).next().is_none())
    }

    /// The words of which every refusal holds at least one.
    pub(crate) fn needles(&self) -> &Needles {
        self.needles.get_or_init(|| Needles::new(self.facts()))
    }

    /// What tells which platforms a text needs.
    pub(crate) fn selector(&self) -> &Selector {
        self.selector.get_or_init(|| Selector::new(self.facts()))
    }

    /// What masks secrets in texts.
    #[must_use]
    pub fn redactor(&self) -> &Redactor {
        &self.redactor
    }

    fn on(&self) -> impl Iterator<Item = &KnownPlatform> {
        self.known.iter().filter(|known| !known.off)
    }

    /// Those that are switched on at these places among them.
    fn on_at(&self, places: &[usize]) -> impl Iterator<Item = &KnownPlatform> {
        self.on().enumerate().filter(|(place, _)| places.contains(place)).map(|(_, known)| known)
    }
}
