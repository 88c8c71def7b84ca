//! The texts of all proofs, as seeds for the fuzz targets.

use std::path::Path;

use serde::Deserialize;

use crate::files::{read_json, sorted, write};

#[derive(Deserialize)]
struct Rule {
    proofs: Proofs,
}

#[derive(Deserialize)]
struct Proofs {
    #[serde(rename = "match")]
    matches: Vec<Proof>,
    miss: Vec<Proof>,
}

#[derive(Deserialize)]
struct Proof {
    text: String,
}

/// Writes each text of the proofs in the rules below `platforms` into a file of `folder`, and prints how many there are.
pub fn write_all(platforms: &Path, folder: &Path) -> Result<(), String> {
    let mut count = 0;
    for platform in sorted(platforms)? {
        let rules = platform.join("rules");
        // Beside the platforms stands the crate that carries them.
        for file in if rules.is_dir() { sorted(&rules)? } else { Vec::new() } {
            let rules: Vec<Rule> = read_json(&file)?;
            let proofs = rules.into_iter().flat_map(|rule| rule.proofs.matches.into_iter().chain(rule.proofs.miss));
            for proof in proofs {
                write(&folder.join(format!("proof-{count}")), proof.text)?;
                count += 1;
            }
        }
    }
    println!("{count} seeds in {}", folder.display());
    Ok(())
}
