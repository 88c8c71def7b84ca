//! From a platform's folder to a platform: files merged into one tree, checked, and read by the schema.

use crate::catalog::{Catalog, Tables, write_catalog};
use crate::check::{self, Conditions, Origin};
use crate::decode::decode;
use crate::fault::{Fault, Faults, SourceText};
use crate::json::{Json, Node, Place, parse};
use crate::messages::Messages;
use crate::platform::Platform;
use crate::schema::Spec;
use crate::shared;

/// The files of a platform's folder.
#[derive(Debug, Clone, Default)]
pub struct FolderFiles {
    /// The folder's name.
    pub id: String,
    /// Name within the folder (`rules/10-scope.json`) and text, sorted by name.
    files: Vec<(String, String)>,
}

impl FolderFiles {
    /// A folder without files.
    #[must_use]
    pub fn new(id: &str) -> Self {
        Self { id: id.to_owned(), files: Vec::new() }
    }

    /// Adds a file, or replaces it.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) {
        let name = name.into();
        self.files.retain(|(known, _)| *known != name);
        let index = self.files.partition_point(|(known, _)| *known < name);
        self.files.insert(index, (name, text.into()));
    }

    /// The text of a file.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.files.iter().find(|(known, _)| known == name).map(|(_, text)| text.as_str())
    }

    /// Names and texts, sorted by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }
}

/// A platform that was compiled from its folder.
#[derive(Debug)]
pub struct CompiledPlatform {
    /// The platform with all of its messages and its catalog.
    pub platform: Platform,
    /// Tags of the languages that it has messages in, sorted.
    pub langs: Vec<String>,
    /// The body of its catalog pack.
    pub(crate) catalog: Vec<u8>,
}

/// Reads and checks a platform's folder. `engine_conditions` are the names of the conditions that the engine itself finds to
/// hold.
///
/// # Errors
/// Everything that is wrong, each with its file and place.
pub fn compile(files: &FolderFiles, engine_conditions: &[String]) -> Result<CompiledPlatform, Vec<Fault>> {
    let is_read = |name: &str| name.ends_with(".json");
    let mut faults = Faults::default();
    let mut sources: Vec<SourceText> = Vec::new();
    for (name, text) in files.iter().filter(|(name, _)| is_read(name)) {
        let file = sources.len();
        let root = parse(text, file).map_err(|error| faults.add(error.code, "", Place { file, offset: error.offset }));
        sources.push(SourceText { name, text, root: root.ok() });
    }
    let codes = files.text("catalog/codes.tsv").unwrap_or_default();
    let compiled = read(files, &sources, &Conditions::new(engine_conditions, codes), &mut faults);
    let catalog = catalog(files);
    match (compiled, catalog) {
        (Some((spec, messages)), Ok((bytes, catalog))) if faults.len() == 0 => {
            Ok(assemble(spec, messages, catalog, bytes))
        }
        (_, catalog) => Err(faults.located(&sources).into_iter().chain(catalog.err()).collect()),
    }
}

type AllMessages = Vec<(String, Messages)>;

fn read(
    files: &FolderFiles,
    sources: &[SourceText],
    conditions: &Conditions,
    faults: &mut Faults,
) -> Option<(Spec, AllMessages)> {
    let mut tree = merged(files, sources, faults)?;
    sources.iter().filter_map(|source| source.root.as_ref()).for_each(|root| check::no_member_twice(root, faults));
    check::check_platform(&tree, Origin::BuiltIn, faults);
    let conditions = conditions.with_platform(&tree);
    for part in ["links", "causes", "fixes"] {
        tree.member(part).into_iter().for_each(|part| conditions.check(part, faults));
    }
    let messages = messages(sources, &conditions, faults);
    Some((decode(&mut tree, Origin::BuiltIn, faults)?, messages))
}

/// The whole platform as one object: `platform.json` with the other files as members, without what is for readers of the
/// files alone.
fn merged<'t>(files: &FolderFiles, sources: &[SourceText<'t>], faults: &mut Faults) -> Option<Node<'t>> {
    let root = |name: &str| sources.iter().find(|source| source.name == name)?.root.clone();
    let Some(mut whole) = root("platform.json") else {
        if files.text("platform.json").is_none() {
            faults.add("file-missing", "platform.json", Place { file: usize::MAX, offset: 0 });
        }
        return None;
    };
    if let Some(id) = whole.member("id").filter(|id| id.as_text() != Some(&files.id)) {
        faults.add("id-folder", files.id.as_str(), id.place);
    }
    let place = whole.place;
    whole.put("rules", Node::list(place, rules(sources, faults)?));
    for (name, file) in
        [("links", "links.json"), ("causes", "causes.json"), ("fixes", "fixes.json"), ("redact", "redact.json")]
    {
        root(file).into_iter().for_each(|node| whole.put(name, node));
    }
    without_notes(&mut whole);
    Some(whole)
}

/// The rules of all files, with the items of the lists that they share. Nothing where `shared.json` is no JSON: each name of a
/// list would be a fault.
fn rules<'t>(sources: &[SourceText<'t>], faults: &mut Faults) -> Option<Vec<Node<'t>>> {
    let files = sources.iter().filter(|source| source.name.starts_with("rules/"));
    let mut rules: Vec<Node> = files.filter_map(|source| source.root.clone()).flat_map(Node::into_items).collect();
    let lists = match sources.iter().find(|source| source.name == "shared.json") {
        Some(source) => Some(source.root.as_ref()?),
        None => None,
    };
    shared::resolve(&mut rules, lists, faults);
    Some(rules)
}

/// Takes what no program reads out of `node` and all in it.
fn without_notes(node: &mut Node) {
    match &mut node.value {
        Json::List(items) => items.iter_mut().for_each(without_notes),
        Json::Object(members) => {
            members.retain(|(name, _)| !matches!(&**name, "about" | "source" | "proofs"));
            members.iter_mut().for_each(|(_, node)| without_notes(node));
        }
        _ => {}
    }
}

/// The messages of each language, which all have the same keys.
fn messages(sources: &[SourceText], conditions: &Conditions, faults: &mut Faults) -> AllMessages {
    let tag = |name: &str| Some(name.strip_prefix("words/")?.strip_suffix(".json")?.to_owned());
    let roots = sources.iter().filter_map(|source| Some((tag(source.name)?, source.root.as_ref()?)));
    let roots: Vec<(String, &Node)> = roots.collect();
    for (_, root) in &roots {
        conditions.check(root, faults);
        check::check_messages(root, roots.iter().map(|(_, root)| *root), faults);
    }
    let read = |(tag, root): (String, &Node)| Some((tag, decode(&mut root.clone(), Origin::BuiltIn, faults)?));
    roots.into_iter().filter_map(read).collect()
}

fn catalog(files: &FolderFiles) -> Result<(Vec<u8>, Catalog), Fault> {
    let names = ["catalog/scopes.tsv", "catalog/apis.tsv", "catalog/codes.tsv"];
    let [scopes, apis, codes] = names.map(|name| files.text(name).unwrap_or_default());
    let located = |(table, fault): (usize, crate::catalog::TableFault)| Fault {
        code: fault.code,
        value: fault.value,
        file: names.get(table).copied().unwrap_or_default().to_owned(),
        path: String::new(),
        position: Some((fault.line, 1)),
    };
    let bytes = write_catalog(&Tables::new(scopes, apis, codes)).map_err(located)?;
    let catalog = Catalog::of_bytes(&bytes).ok_or_else(|| Fault::whole("table-bytes", files.id.as_str()))?;
    Ok((bytes, catalog))
}

fn assemble(spec: Spec, messages: AllMessages, catalog: Catalog, bytes: Vec<u8>) -> CompiledPlatform {
    let mut platform = Platform::new(spec, false);
    platform.add_catalog(catalog);
    let langs = messages.iter().map(|(tag, _)| tag.clone()).collect();
    messages.into_iter().for_each(|(tag, messages)| platform.add_words(&tag, messages));
    CompiledPlatform { platform, langs, catalog: bytes }
}
