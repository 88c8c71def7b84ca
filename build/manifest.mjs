// One manifest as data, one edit list a browser.
// Usage: node build/manifest.mjs MANIFEST_DIR BROWSER OUT
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * @typedef {{op: 'set', path: (string | number)[], value: unknown}} SetEdit
 * @typedef {{op: 'delete', path: (string | number)[]}} DeleteEdit
 * @typedef {SetEdit | DeleteEdit} Edit
 */

/**
 * The manifest with the edits made, in order. The one given stays as it is.
 * @param {object} base
 * @param {Edit[]} edits
 * @returns {Record<string, unknown>}
 * @throws where an edit has an unknown op, leads nowhere, or deletes what is not there
 */
export function editedManifest(base, edits) {
  const manifest = structuredClone(base);
  for (const edit of edits) apply(/** @type {Record<string, unknown>} */ (manifest), edit);
  return /** @type {Record<string, unknown>} */ (manifest);
}

/** @param {Record<string, unknown>} manifest @param {Edit} edit */
function apply(manifest, edit) {
  const parent = holder(manifest, edit);
  const key = String(edit.path.at(-1));
  if (edit.op === 'set') {
    parent[key] = edit.value;
  } else if (edit.op === 'delete') {
    if (!(key in parent)) throw new Error(`nothing to delete at ${edit.path.join('.')}`);
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete parent[key];
  } else {
    throw new Error(`unknown edit ${JSON.stringify(edit)}`);
  }
}

/** @param {Record<string, unknown>} manifest @param {Edit} edit @returns {Record<string, unknown>} */
function holder(manifest, edit) {
  if (!edit.path?.length) throw new Error(`edit without a path: ${JSON.stringify(edit)}`);
  let place = manifest;
  for (const step of edit.path.slice(0, -1)) {
    const next = Object.hasOwn(place, step) ? place[step] : undefined;
    if (typeof next !== 'object' || next === null) throw new Error(`no ${step} on the way to ${edit.path.join('.')}`);
    place = /** @type {Record<string, unknown>} */ (next);
  }
  return place;
}

/**
 * A browser's manifest.
 * @param {string} dir where the parts stand
 * @param {string} browser
 * @returns {Promise<Record<string, unknown>>}
 * @throws where there are no edits for the browser, or they cannot be made
 */
export async function manifestOf(dir, browser) {
  const base = JSON.parse(await readFile(path.join(dir, 'base.json'), 'utf8'));
  const edits = JSON.parse(await readFile(path.join(dir, 'edits.json'), 'utf8'));
  if (!Array.isArray(edits[browser])) throw new Error(`edits.json has no list for ${browser}`);
  return editedManifest(base, edits[browser]);
}

if (import.meta.filename === process.argv[1]) {
  const [dir = '', browser = '', out = ''] = process.argv.slice(2);
  await writeFile(out, `${JSON.stringify(await manifestOf(dir, browser), null, 2)}\n`);
}
