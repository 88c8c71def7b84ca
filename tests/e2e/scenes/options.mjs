// The options page.
import { until } from '../clients/until.mjs';
import { speaks } from './speaks.mjs';

const APPS = [
  { platform: 'dingtalk', id: 'dingabcdefghij012345' },
  { platform: 'feishu', id: 'cli_a1b2c3d4e5f60708' },
];

/** @type {import('./all.mjs').Sequence} */
export const options = {
  name: 'options',
  camera: 'document',
  scenes: {
    start: async ({ driver, lang }) => {
      const page = await speaks(driver, 'options/options.html', lang);
      await until('all of the options', () =>
        page.run((root) => root.querySelector('main').getAttribute('aria-busy') === 'false'),
      );
      return page;
    },
    apps: async ({ driver }) => {
      await driver.configure({ apps: APPS });
      await until('the apps', () => driver.page.run((root) => root.querySelectorAll('[data-app]').length === 2));
      return driver.page;
    },
    sure: async ({ driver }) => {
      await driver.page.click('#reset');
      await until('the question', () => driver.page.run((root) => root.querySelector('#sure').open));
      return driver.page;
    },
  },
  end: async ({ driver }) => {
    await driver.page.press('Escape');
    await driver.configure({ apps: [] });
  },
};
