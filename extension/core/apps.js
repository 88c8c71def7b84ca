/** The apps that the reader has named, on this device only: ids, which are no secrets. */

import { applyLinks, EngineError } from '../engine/client.js';
import { checkedApps, isSameApp } from './checked.js';

/** @import { AppLinks, Lang } from '../engine/types.js' */
/** @import { Apps, ShownAnswer, ShownCard } from './types.js' */
/** @import { App } from './checked.js' */

/** @returns {Promise<App[]>} the one named last first */
export async function readApps() {
  const { apps } = await chrome.storage.local.get('apps');
  return checkedApps(apps);
}

/** More than are kept fall out, the one named longest ago first. @param {App[]} apps */
export const writeApps = (apps) => chrome.storage.local.set({ apps: checkedApps(apps) });

/** Puts an app first, with what is known of it. @param {App} app */
export async function rememberApp(app) {
  const apps = await readApps();
  const previous = apps.find((each) => isSameApp(each, app));
  await writeApps([{ ...previous, ...app }, ...apps.filter((each) => each !== previous)]);
}

/** @param {App} app */
export async function forgetApp(app) {
  await writeApps((await readApps()).filter((each) => !isSameApp(each, app)));
}

/** @param {AppLinks} links @param {App} app @returns {AppLinks} with the name that the person has given the app */
const named = (links, { name, organisation }) => ({
  ...links,
  title: [links.title, name, organisation].filter(Boolean).join(' · '),
});

/** @param {ShownCard} card @param {App[]} apps @param {Lang} lang */
async function linksOf(card, apps, lang) {
  const query = card.asks_app?.wanted;
  if (!query) return [];
  const ours = apps.filter(({ platform }) => platform === query.platform);
  const links = await Promise.allSettled(ours.map(async (app) => named(await applyLinks(query, app.id, lang), app)));
  return links.flatMap((link) => (link.status === 'fulfilled' ? [link.value] : []));
}

/**
 * Adds to each card that asks for the app the links of those that are known.
 * @param {ShownAnswer} answer
 * @returns {Promise<ShownAnswer>}
 */
export async function withApps(answer) {
  if (answer.cards.every((card) => !card.asks_app)) return answer;
  const apps = await readApps();
  const cards = answer.cards.map(async (card) => ({ ...card, apps: await linksOf(card, apps, answer.lang) }));
  return { ...answer, cards: await Promise.all(cards) };
}

/**
 * What a card's form does, in the extension's own pages.
 * @param {Lang} lang
 * @returns {Apps}
 */
export const keepingApps = (lang) => ({
  async remember(card, id) {
    const query = card.asks_app?.wanted;
    if (!query) return { wrong: '' };
    try {
      const links = await applyLinks(query, id, lang);
      await rememberApp({ platform: query.platform, id: links.app_id });
      return links;
    } catch (error) {
      if (error instanceof EngineError && error.kind === 'bad-app-id') return { wrong: error.message };
      throw error;
    }
  },
  async forget(card, id) {
    await forgetApp({ platform: card.asks_app?.wanted.platform ?? '', id });
  },
});
