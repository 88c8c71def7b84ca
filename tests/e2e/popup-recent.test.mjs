// The popup's list of the session's last diagnoses, its hint, and the way through it all by keyboard.
import assert from 'node:assert/strict';
import { beforeEach, it } from 'node:test';
import { samples } from '../demo/samples.mjs';
import { diagnose } from '../support/command-line.mjs';
import { shownCards } from './cards.mjs';
import { until } from './clients/until.mjs';
import { isHidden, listed, selectAll, type } from './popup-page.mjs';
import { inBothBrowsers } from './stage.mjs';

/** A refusal that lacks a scope of its own. @param {number} number @param {string} [request] */
const refusal = (number, request = '0') =>
  `{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied","requestid":"4F1D0C7B-88AA-4B6E-9B1F-2A3C4D5E6F7${request}",` +
  `"message":"没有调用该接口的权限","accessdenieddetail":{"requiredScopes":["Made.Up.Scope${number}"]}}`;

/** @param {number} number */
const titleOf = (number) => diagnose(refusal(number)).cards[0].title;

inBothBrowsers('popup, list', (stage) => {
  const page = () => stage.driver.page;

  /** Pastes a text, asks, and waits until it heads the list. @param {string} text */
  async function diagnosed(text) {
    await page().run(selectAll);
    await page().run(type, text);
    await page().press('Control+Enter');
    const { title } = diagnose(text).cards[0];
    await until('the diagnosis to head the list', async () => (await page().run(listed)).startsWith(title));
  }

  beforeEach(async () => {
    await stage.driver.configure({ lang: 'en' });
    await stage.driver.open('popup/popup.html');
    await until('the page to speak', () => page().run((root) => root.querySelector('#diagnose').textContent));
  });

  it('teaches what to do while there is nothing', async () => {
    await until('the lines', async () => !(await page().run(isHidden, '#none')));
    assert.equal(await page().run(isHidden, '#recent'), true);
    assert.equal(await page().run((root) => root.querySelectorAll('#none li').length), 3);
  });

  it('keeps no text of which nothing comes', async () => {
    await page().run(type, samples.nothing);
    await page().press('Control+Enter');
    await shownCards(page(), '#result');
    assert.ok(!(await stage.driver.remembered()).includes('diagnoses'));
  });

  it('keeps ten, the newest first, and a refusal that comes again once', async () => {
    for (let number = 1; number <= 11; number++) await diagnosed(refusal(number));
    const ten = [11, 10, 9, 8, 7, 6, 5, 4, 3, 2].map(titleOf);
    assert.deepEqual((await page().run(listed)).split('\n'), ten);
    await diagnosed(refusal(5, 'A'));
    assert.deepEqual((await page().run(listed)).split('\n'), [
      titleOf(5),
      ...ten.filter((title) => title !== titleOf(5)),
    ]);
    assert.match(
      await page().run((root) => root.querySelector('#list summary').textContent),
      /\d:\d\d.*DingTalkMade\.Up\.Scope5$/,
    );
  });

  it('opens one at a time, by keyboard', async () => {
    await until('the list', () => page().run(listed));
    await page().run((root) => root.querySelector('#list summary').focus());
    await page().press('Enter');
    assert.equal((await shownCards(page(), '#list')).cards[0]?.title, titleOf(5));
    await page().press('ArrowDown');
    await page().press('Enter');
    await until('the second card', async () => (await page().run(openedTitles)) === titleOf(11));
    await page().press('End');
    assert.equal(await page().run((root) => root.activeElement.querySelector('.what').textContent), titleOf(2));
  });

  it('goes from the box to the list by Tab alone', async () => {
    await diagnosed(samples.java);
    const places = new Set();
    for (let steps = 0; steps < 60; steps++) {
      await page().press('Tab');
      const place = await page().run(placeOfFocus);
      places.add(place);
      if (place === 'hint') break;
    }
    assert.deepEqual([...places], ['form', 'result', 'recent', 'hint']);
  });

  it('clears the list, and undoes it', async () => {
    await until('the list', () => page().run(listed));
    const before = await page().run(listed);
    await page().click('#clear');
    await until('the empty list', async () => !(await page().run(listed)));
    assert.ok(!(await stage.driver.remembered()).includes('diagnoses'), 'it is gone from the memory, too');
    await until('the focus on undoing', () => page().run((root) => root.activeElement.id === 'undo'));
    await page().press('Enter');
    await until('the list to be as it was', async () => (await page().run(listed)) === before);
  });

  it('tells where the panel is until that is known', async () => {
    await until('the hint', async () => !(await page().run(isHidden, '#hint')));
    assert.match(await page().run((root) => root.querySelector('#hint').textContent), /F12.*Scopelens/);
    await page().click('#hint-done');
    await until('the hint to go', () => page().run(isHidden, '#hint'));
    await stage.driver.open('popup/popup.html');
    await until('the list', () => page().run(listed));
    assert.equal(await page().run(isHidden, '#hint'), true);
  });

  for (const lang of /** @type {const} */ (['zh-CN', 'en'])) {
    it(`speaks ${lang}, with a word for everything`, async () => {
      await stage.driver.configure({ lang });
      await until('the words', () =>
        page().run(
          (root, wanted) => root.documentElement.lang === wanted && root.querySelector('#keys').textContent,
          lang,
        ),
      );
      assert.deepEqual(await page().run(untranslated), []);
    });
  }
});

/** @param {Document} root */
const openedTitles = (root) =>
  [...root.querySelectorAll('#list details[open] [data-part="title"]')].map((title) => title.textContent).join();

/** @param {Document} root the part of the page that has the focus */
function placeOfFocus(root) {
  const parts = ['form', 'result', 'recent', 'hint'];
  return parts.find((id) => root.activeElement?.closest(`#${id}`)) ?? root.activeElement?.id ?? '';
}

/** @param {Document} root keys that show as themselves */
const untranslated = (root) => [...(root.body.textContent ?? '').matchAll(/\bpopup_\w+/g)].map((match) => match[0]);
