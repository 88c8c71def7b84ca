// The page of licences and notices, as the options lead to it.
import { until } from '../clients/until.mjs';
import { speaks } from './speaks.mjs';

/** @type {import('./all.mjs').Sequence} */
export const licenses = {
  name: 'licenses',
  camera: 'document',
  scenes: {
    start: async ({ driver, lang }) => {
      const options = await speaks(driver, 'options/options.html', lang);
      const path = await options.run((root) => root.querySelector('#section-about a').getAttribute('href'));
      return speaks(driver, path.slice(1), lang);
    },
    unfolded: async ({ driver }) => {
      await driver.page.run((root) => root.querySelector('summary').focus());
      await driver.page.press('Enter');
      await until('the text', () => driver.page.run((root) => root.querySelector('details').open));
      return driver.page;
    },
  },
  end: async () => {},
};
