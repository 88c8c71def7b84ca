// The card beside a selection.
import { shownCards } from '../cards.mjs';
import { openDemo } from '../demo-page.mjs';
import { select } from '../drivers/in-page.mjs';

/** @import { Sequence, Set } from './all.mjs' */

/** @param {Set} set @param {string} selector */
async function diagnosed({ driver, url, lang }, selector) {
  await openDemo(driver, `${url}?lang=${lang}`);
  await driver.page.run(select, selector);
  await driver.diagnose();
  const popover = driver.popover();
  await shownCards(popover, '[data-scopelens="answer"]');
  return popover;
}

/** @type {Sequence} */
export const popover = {
  name: 'popover',
  camera: 'page',
  scenes: {
    card: (set) => diagnosed(set, '#java'),
    unfolded: async (set) => {
      const surface = await diagnosed(set, '#log');
      await surface.click('[data-part="answer"]');
      await surface.run((root) =>
        root.querySelectorAll('details').forEach((/** @type {HTMLDetailsElement} */ each) => {
          each.open = true;
        }),
      );
      return surface;
    },
    nothing: (set) => diagnosed(set, '#nothing'),
  },
  end: ({ driver }) => driver.page.press('Escape'),
};
