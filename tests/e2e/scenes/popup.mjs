// The toolbar button's popup.
import { samples } from '../../demo/samples.mjs';
import { shownCards } from '../cards.mjs';
import { openDemo } from '../demo-page.mjs';
import { select } from '../drivers/in-page.mjs';

/** @import { Sequence, Set } from './all.mjs' */

/** @param {Document} root @param {string} text */
function paste(root, text) {
  const box = /** @type {HTMLTextAreaElement} */ (root.querySelector('#paste'));
  const Kind = /** @type {any} */ (root.defaultView).Event;
  box.value = text;
  box.dispatchEvent(new Kind('input', { bubbles: true }));
}

/** @param {Set} set @param {string} text */
async function pasted({ driver }, text) {
  const popup = await driver.popup();
  await popup.run(paste, text);
  await popup.click('#diagnose');
  await shownCards(popup, '#result');
  return popup;
}

/** @type {Sequence} */
export const popup = {
  name: 'popup',
  camera: 'popup',
  scenes: {
    empty: async ({ driver, url, lang }) => {
      await openDemo(driver, `${url}?lang=${lang}`);
      return driver.popup();
    },
    card: async (set) => {
      await set.driver.closePopup();
      return pasted(set, samples.oneline);
    },
    'no-app': async (set) => {
      await set.driver.closePopup();
      return pasted(set, '应用尚未开通所需的权限：[qyapi_get_member]');
    },
    last: async ({ driver }) => {
      await driver.closePopup();
      return driver.popup();
    },
    selected: async ({ driver }) => {
      await driver.closePopup();
      await driver.page.run(select, '#log');
      const popup = await driver.popup();
      await shownCards(popup, '#result');
      return popup;
    },
  },
  end: ({ driver }) => driver.closePopup(),
};
