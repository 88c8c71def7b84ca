//! The platforms that the command line carries, loaded as far as they are needed.

use std::io;

use scopelens_engine::Engine;
use scopelens_engine::reading::missing_for_snippet;
use scopelens_model::Lang;
use scopelens_pack::{Index, PackError};

/// An engine that knows every platform and has loaded none.
pub fn unloaded() -> io::Result<Engine> {
    Index::read(scopelens_platforms::index()).map(Engine::of_index).map_err(io::Error::other)
}

/// An engine with all packs: for logs and traffic, which may hold refusals of any platform.
pub fn whole() -> io::Result<Engine> {
    Engine::of_packs(scopelens_platforms::packs()).map_err(io::Error::other)
}

/// Loads what it takes to read a text and to speak of it: to load all takes twice as long as a text without a refusal.
pub fn load_for(engine: &mut Engine, text: &str, lang: Lang) -> io::Result<()> {
    for file in missing_for_snippet(engine, text, lang.tag()) {
        let pack = scopelens_platforms::pack(&file).ok_or(PackError::Unknown);
        pack.and_then(|pack| engine.add_pack(pack)).map_err(io::Error::other)?;
    }
    Ok(())
}
