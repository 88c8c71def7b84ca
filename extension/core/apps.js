/** The links of the apps that the reader has named, for the cards that ask for one. */

import { applyLinks, EngineError } from '../engine/client.js';
import { forgetApp, readApps, rememberApp } from './kept-apps.js';

/** @import { AppLinks, Lang } from '../engine/types.js' */
/** @import { Apps, ShownAnswer, ShownCard } from './types.js' */
/** @import { App } from './checked.js' */

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
