/** What storage or an imported file may hold. Whatever is odd is left out; nothing here throws. */

import { membersOf } from './guards.js';

/** @import { Lang, MaskSource } from '../engine/types.js' */
/** @typedef {'internal' | 'third-party' | 'personal'} AppKind */
/** @typedef {{ platform: string, id: string, name?: string, organisation?: string, kind?: AppKind }} App an app of a platform, by its id */

/** The most of each: entries, or UTF-16 units. */
export const MOST = {
  apps: 20,
  id: 100,
  name: 80,
  maskName: 30,
  masks: 50,
  pattern: 500,
  platforms: 200,
  rules: 128 * 1024,
};

export const KINDS = /** @type {const} */ (['internal', 'third-party', 'personal']);

/** @param {unknown} value @returns {unknown[]} */
export const entriesOf = (value) => (Array.isArray(value) ? value : []);

/** A text on one line. @param {unknown} value @param {number} most */
const line = (value, most) =>
  typeof value === 'string'
    ? value
        .replace(/\p{Cc}+/gu, ' ')
        .trim()
        .slice(0, most)
    : '';

/** @param {unknown} value @returns {string} empty where it is no id */
const id = (value) => (typeof value === 'string' && /^[\w.:-]+$/.test(value) && value.length <= MOST.id ? value : '');

/** @param {unknown} value @returns {App | null} */
export function checkedApp(value) {
  const members = membersOf(value);
  const app = { platform: id(members.platform), id: id(members.id) };
  if (!app.platform || !app.id) return null;
  const name = line(members.name, MOST.name);
  const organisation = line(members.organisation, MOST.name);
  const kind = KINDS.find((each) => each === members.kind);
  return { ...app, ...(name && { name }), ...(organisation && { organisation }), ...(kind && { kind }) };
}

/** @param {App} one @param {App} other */
export const isSameApp = (one, other) => one.platform === other.platform && one.id === other.id;

/** @param {unknown} value @returns {App[]} each once, no more than are kept */
export function checkedApps(value) {
  const apps = entriesOf(value).flatMap((each) => checkedApp(each) ?? []);
  return apps.filter((app, index) => apps.findIndex((other) => isSameApp(app, other)) === index).slice(0, MOST.apps);
}

/** @param {unknown} value @returns {MaskSource[]} their patterns may still be wrong: that is for the engine to say */
export function checkedMasks(value) {
  const masks = entriesOf(value).map((each) => {
    const { name, pattern } = membersOf(each);
    return { name: line(name, MOST.maskName), pattern: typeof pattern === 'string' ? pattern : '' };
  });
  return masks.filter(({ name, pattern }) => name && pattern && pattern.length <= MOST.pattern).slice(0, MOST.masks);
}

/** @param {unknown} value @returns {string[]} platforms by their ids */
export const checkedIds = (value) =>
  [...new Set(entriesOf(value).flatMap((each) => id(each) || []))].slice(0, MOST.platforms);

/** @param {unknown} value @returns {string} JSON of rules; empty where there is none */
export const checkedRules = (value) => (typeof value === 'string' && value.length <= MOST.rules ? value : '');

/** @param {unknown} value @returns {Lang | null} null: as the browser */
export const checkedLang = (value) => (value === 'en' || value === 'zh-CN' ? value : null);

/** @param {unknown} value @returns {'light' | 'dark' | null} null: as the browser */
export const checkedTheme = (value) => (value === 'light' || value === 'dark' ? value : null);
