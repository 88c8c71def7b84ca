// Writes the texts of all proofs as seeds for the fuzz targets: node build/fuzz-seeds.mjs FOLDER
import fs from 'node:fs';
import path from 'node:path';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: node build/fuzz-seeds.mjs FOLDER');
const root = path.join(import.meta.dirname, '../crate/platforms');

/** @returns {string[]} the proofs' texts of one platform */
function texts(/** @type {string} */ platform) {
  const rules = path.join(root, platform, 'rules');
  return fs
    .readdirSync(rules)
    .flatMap((file) =>
      JSON.parse(fs.readFileSync(path.join(rules, file), 'utf8')).flatMap((/** @type {any} */ rule) =>
        [...rule.proofs.match, ...rule.proofs.miss].map((proof) => String(proof.text)),
      ),
    );
}

fs.mkdirSync(folder, { recursive: true });
const seeds = fs.readdirSync(root).flatMap(texts);
seeds.forEach((text, i) => fs.writeFileSync(path.join(folder, `proof-${i}`), text));
console.log(`${seeds.length} seeds in ${folder}`);
