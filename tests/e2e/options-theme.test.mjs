// Light or dark as the person chooses, on every surface and at once.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { until } from './clients/until.mjs';
import { select } from './drivers/in-page.mjs';
import { OptionsPage } from './options-page.mjs';
import { PanelPage } from './panel-page.mjs';
import { inBothBrowsers } from './stage.mjs';

/** The other than the browser's own, so that nothing is dark by itself. */
const DARK = 'rgb(29, 34, 44)';

inBothBrowsers('theme', (stage) => {
  it('is worn by our pages as soon as it is chosen', async () => {
    await stage.driver.dark(false);
    const page = await OptionsPage.open(stage.driver);
    const bright = await page.run(paper);
    assert.notEqual(bright, DARK);
    await page.click('[name="theme"][value="dark"]');
    await until('the dark page', async () => (await page.run(paper)) === DARK);
    await page.click('[name="theme"][value=""]');
    await until('the bright page', async () => (await page.run(paper)) === bright);
    await page.click('[name="theme"][value="dark"]');
    await until('the choice to be kept', async () => (await page.stored()).theme === 'dark');
    await stage.driver.open('welcome/welcome.html');
    await until('the dark welcome', async () => (await stage.driver.page.run(paper)) === DARK);
  });

  it('is worn by popup and popover', async () => {
    await stage.visitDemo();
    await stage.driver.configure({ theme: 'dark', lang: 'en' });
    const popup = await stage.driver.popup();
    await until('the dark popup', async () => (await popup.run(paper)) === DARK);
    await stage.driver.closePopup();
    await stage.driver.page.run(select, '#oneline');
    await stage.driver.diagnose();
    const popover = stage.driver.popover();
    const colours = await until('the card', () => popover.run(cardColours));
    assert.deepEqual(colours, ['dark', 'dark', DARK]);
  });

  it('is worn by the panel, which follows its tools where nothing is chosen', async () => {
    await stage.driver.configure({ theme: 'dark' });
    await stage.visitDemo();
    const panel = await PanelPage.open(stage.driver);
    await stage.driver.toolTheme(false);
    await until('the dark panel', async () => (await panel.run(paper)) === DARK);
    await stage.driver.configure({ theme: '' });
    await until('the bright panel', async () => (await panel.run(paper)) !== DARK);
    await stage.driver.toolTheme(true);
    await until('the panel to follow its tools', async () => (await panel.run(paper)) === DARK);
    await stage.driver.configure({ theme: 'light' });
    await until('the bright panel in dark tools', async () => (await panel.run(paper)) !== DARK);
    await stage.driver.toolTheme(false);
    await stage.driver.closeTools();
  });
});

/** @param {Document} root */
function paper(root) {
  return root.defaultView?.getComputedStyle(root.body).backgroundColor;
}

/** @param {ShadowRoot} root */
function cardColours(root) {
  const [dialog, card] = ['.dialog', '.scopelens'].map((what) => root.querySelector(what));
  if (!dialog || !card) return null;
  return [
    getComputedStyle(dialog).colorScheme,
    getComputedStyle(card).colorScheme,
    getComputedStyle(dialog).backgroundColor,
  ];
}
