/** Brings settings of an earlier version into today's form. Pure, and the same however often it is done. */

import { checkedApps, checkedLang, checkedTheme } from './checked.js';
import { membersOf } from './guards.js';

/** @typedef {Record<string, unknown>} Stored all of storage.local */

/** @param {Stored} stored @param {Record<string, unknown>} values undefined takes a key away @returns {Stored} */
function edited(stored, values) {
  const entries = Object.entries({ ...stored, ...values }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries);
}

/** Apps gain a name, an organisation and a kind; there is a theme. What no version has written goes. @param {Stored} stored */
function toSecond(stored) {
  const { lang, limit, silent, theme, apps } = stored;
  return edited(stored, {
    lang: checkedLang(lang) ?? undefined,
    limit: typeof limit === 'number' && Number.isFinite(limit) ? limit : undefined,
    silent: typeof silent === 'boolean' ? silent : undefined,
    theme: checkedTheme(theme) ?? undefined,
    apps: apps === undefined ? undefined : checkedApps(apps),
  });
}

/** The step from version n to n + 1 stands at n - 1. @type {((stored: Stored) => Stored)[]} */
const STEPS = [toSecond];

export const VERSION = STEPS.length + 1;

/** Without a version they are of the first; those of a later one than this build knows are let be. @param {unknown} version */
const versionOf = (version) => (Number.isInteger(version) && Number(version) >= 1 ? Number(version) : 1);

/** @param {unknown} stored @returns {Stored} */
export function migrate(stored) {
  const members = { ...membersOf(stored) };
  const from = versionOf(members.settingsVersion);
  if (from > VERSION) return members;
  const migrated = STEPS.slice(from - 1).reduce((settings, step) => step(settings), members);
  return { ...migrated, settingsVersion: VERSION };
}

/** Migrates what is stored. */
export async function migrateSettings() {
  const stored = await chrome.storage.local.get(null);
  const migrated = migrate(stored);
  const gone = Object.keys(stored).filter((key) => !(key in migrated));
  await chrome.storage.local.set(migrated);
  if (gone.length) await chrome.storage.local.remove(gone);
}
