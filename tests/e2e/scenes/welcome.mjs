// The page that opens after the installation.
import { shownCards } from '../cards.mjs';
import { speaks } from './speaks.mjs';

/** @type {import('./all.mjs').Sequence} */
export const welcome = {
  name: 'welcome',
  camera: 'document',
  scenes: {
    start: ({ driver, lang }) => speaks(driver, 'welcome/welcome.html', lang),
    tried: async ({ driver }) => {
      await driver.page.click('#diagnose');
      await shownCards(driver.page, '#result');
      return driver.page;
    },
  },
  end: async () => {},
};
