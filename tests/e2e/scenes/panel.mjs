// The tool window's panel.
import { shownCards } from '../cards.mjs';
import { until } from '../clients/until.mjs';
import { makeCall, openDemo } from '../demo-page.mjs';

/** @import { Surface } from '../drivers/types.mjs' */
/** @import { Sequence } from './all.mjs' */

const CALLS = ['user-token', 'user-granted', 'old-api', 'ip-list', 'gateway', 'app-token'];

// One panel at a time: the tool window's.
/** @type {Surface} */
let panel;

/** @param {string} selector @returns {Promise<unknown>} */
const shown = (selector) =>
  until(selector, () => panel.run((place, what) => place.querySelector(what)?.getClientRects().length, selector));

/** @param {string} name @param {string} within what is there, once the tab has filled */
async function tab(name, within) {
  await panel.click(`[data-tab="${name}"]`);
  await shown(`[data-panel="${name}"] ${within}`);
  return panel;
}

/** @type {Sequence} */
export const panelScenes = {
  name: 'panel',
  camera: 'panel',
  scenes: {
    empty: async ({ driver, url, lang }) => {
      await openDemo(driver, `${url}?lang=${lang}`);
      panel = await driver.panel();
      await until('the panel', () => panel.run((place) => place.querySelector('#empty h2')));
      return panel;
    },
    rows: async ({ driver }) => {
      for (const id of CALLS) await makeCall(driver, id);
      await until('the rows', () => panel.run((place) => place.querySelectorAll('[data-row]').length >= 5));
      return panel;
    },
    card: async () => {
      await panel.run((place) => place.querySelector('[data-row]').focus());
      await panel.press('Enter');
      await shownCards(panel);
      return panel;
    },
    request: () => tab('request', '.headers'),
    response: () => tab('response', 'pre'),
    raw: () => tab('raw', 'pre'),
    find: async () => {
      await panel.run(search, 'requestid');
      await until('the places', () => panel.run((place) => place.querySelector('#found').textContent));
      return panel;
    },
    menu: async () => {
      await panel.run(search, '');
      await panel.click('#more');
      await shown('#menu');
      return panel;
    },
    help: async () => {
      await panel.press('Escape');
      await panel.click('#help');
      await shown('#keys');
      return panel;
    },
    cleared: async () => {
      await panel.press('Escape');
      await panel.click('#clear');
      await shown('#undo');
      return panel;
    },
    plan: async () => {
      await panel.click('#undo-do');
      await panel.click('#tab-plan');
      await shown('#plan .need');
      return panel;
    },
  },
  end: ({ driver }) => driver.closeTools(),
};

/** @param {Document} root @param {string} text */
function search(root, text) {
  const box = /** @type {HTMLInputElement} */ (root.querySelector('#find'));
  const Kind = /** @type {any} */ (root.defaultView).Event;
  box.value = text;
  box.dispatchEvent(new Kind('input', { bubbles: true }));
}
