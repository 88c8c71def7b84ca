/** The apps that the reader has named, on this device only: ids, which are no secrets. */

import { applyLinks, EngineError } from './engine.js';

/** @import { Answer, AppLinks, Apps, Card, Lang } from './types.js' */
/** @typedef {{ platform: string, id: string }} App an app of a platform, by its id */

/** More than anyone applies for; the one named longest ago falls out. */
const LIMIT = 20;

/** @returns {Promise<App[]>} the one named last first */
export async function readApps() {
  const { apps } = await chrome.storage.local.get('apps');
  return Array.isArray(apps) ? apps : [];
}

/** @param {App[]} apps */
const writeApps = (apps) => chrome.storage.local.set({ apps: apps.slice(0, LIMIT) });

/** @param {App} one @param {App} other */
const isSame = (one, other) => one.platform === other.platform && one.id === other.id;

/** @param {App} app */
export async function forgetApp(app) {
  await writeApps((await readApps()).filter((known) => !isSame(known, app)));
}

/** @param {Card} card @param {App[]} apps @param {Lang} lang */
async function linksOf(card, apps, lang) {
  const wanted = card.asks_app?.wanted;
  if (!wanted) return [];
  const ours = apps.filter(({ platform }) => platform === wanted.platform);
  const links = await Promise.allSettled(ours.map(({ id }) => applyLinks(wanted, id, lang)));
  return links.flatMap((link) => (link.status === 'fulfilled' ? [link.value] : []));
}

/**
 * Adds to each card that asks for the app the links of those that are known.
 * @param {Answer} answer
 * @returns {Promise<Answer>}
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
    const wanted = card.asks_app?.wanted;
    if (!wanted) return { wrong: '' };
    try {
      const links = /** @type {AppLinks} */ (await applyLinks(wanted, id, lang));
      const app = { platform: wanted.platform, id: links.app_id };
      await writeApps([app, ...(await readApps()).filter((known) => !isSame(known, app))]);
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
