// The toolbar button's popup: paste a text, read the card, find it again.
import assert from 'node:assert/strict';
import { afterEach, before, it } from 'node:test';
import { samples } from '../demo/samples.mjs';
import { diagnose } from '../support/command-line.mjs';
import { assertShows, shownCards } from './cards.mjs';
import { until } from './clients/until.mjs';
import { inBothBrowsers } from './stage.mjs';

inBothBrowsers('popup', (stage) => {
  before(() => stage.visitDemo());
  afterEach(() => stage.driver.closePopup());

  it('starts with an empty box and what to do', async () => {
    const popup = await stage.driver.popup();
    await until('the empty list', async () => (await popup.run(state)).none);
    assert.deepEqual(await popup.run(state), { paste: '', recent: false, none: true, why: false });
  });

  for (const lang of /** @type {const} */ (['en', 'zh-CN'])) {
    it(`answers a pasted text (${lang})`, async () => {
      await stage.driver.configure({ lang });
      const popup = await stage.driver.popup();
      await popup.run(paste, samples.oneline);
      await popup.click('#diagnose');
      assertShows(await shownCards(popup, '#result'), diagnose(samples.oneline, lang));
    });
  }

  it('finds the diagnosis again', async () => {
    const popup = await stage.driver.popup();
    const view = await openedAgain(popup);
    assert.deepEqual(
      view.cards[0]?.scopes,
      diagnose(samples.oneline).cards[0].scopes.map((/** @type {any} */ scope) => scope.code),
    );
    assert.equal((await popup.run(state)).recent, true);
  });

  it('asks for the app that the text does not name, and remembers it', async () => {
    await stage.driver.configure({ lang: 'en' });
    const refusal = '应用尚未开通所需的权限：[qyapi_get_member]';
    const first = await stage.driver.popup();
    await first.run(paste, refusal);
    await first.click('#diagnose');
    await shownCards(first, '#result');
    await first.run(nameApp, 'https://evil.example');
    await first.click('#result [data-part="app-form"] button');
    await until('the wrong id to be told', () => first.run(wrongApp));
    await first.run(nameApp, ' dingabcdefghij012345 ');
    await first.click('#result [data-part="app-form"] button');
    await until('the apply link', () => first.run(applyLink));
    await stage.driver.closePopup();

    const again = await stage.driver.popup();
    await again.run(paste, refusal);
    await again.click('#diagnose');
    await until('the apply link of the remembered app', () => again.run(applyLink));
    await again.click('#result [data-part="forget-app"]');
    await until('the app to be gone', async () => !(await again.run(applyLink)));
    await stage.driver.closePopup();
    const last = await stage.driver.popup();
    await openedAgain(last);
    assert.equal(await last.run(applyLink, '#list'), false, 'what is forgotten does not come back');
  });

  it('keeps no raw text of it', async () => {
    const kept = await stage.driver.remembered();
    assert.match(kept, /"diagnoses"/);
    assert.ok(!kept.includes(samples.oneline.slice(0, 60)), 'the pasted text is not kept');
    const cards = JSON.parse(kept).diagnoses.flatMap((/** @type {any} */ diagnosis) => diagnosis.answer.cards);
    assert.deepEqual(
      cards.filter((/** @type {any} */ card) => card.report !== null),
      [],
      'no report, for it quotes the reply',
    );
    assert.doesNotMatch(kept, /"place":\{/);
  });

  it('takes its text along to a tab of its own', async () => {
    const popup = await stage.driver.popup();
    await until('the button', () => popup.run((root) => !root.querySelector('#wide').hidden));
    await popup.run(paste, samples.frame);
    await popup.click('#wide');
    const { title } = diagnose(samples.frame).cards[0];
    await until('the tab to read it', async () => (await stage.driver.remembered()).includes(title));
    assert.doesNotMatch(await stage.driver.remembered(), /"handover"/);
  });
});

/** The newest diagnosis of the list. @param {import('./drivers/types.mjs').Surface} popup */
async function openedAgain(popup) {
  await until('the list', () => popup.run((root) => root.querySelector('#list summary')));
  await popup.click('#list summary');
  return shownCards(popup, '#list');
}

/** @param {Document} root @param {string} text */
function paste(root, text) {
  const box = /** @type {HTMLTextAreaElement} */ (root.querySelector('#paste'));
  box.focus();
  box.value = text;
}

/** @param {Document} root @param {string} id */
function nameApp(root, id) {
  /** @type {HTMLInputElement} */ (root.querySelector('[data-part="app-form"] input')).value = id;
}

/** @param {Document} root */
function wrongApp(root) {
  return (root.querySelector('[data-part="app-wrong"]')?.textContent ?? '').includes('not an app id');
}

/** @param {Document} root @param {string} [within] a selector */
function applyLink(root, within = '#result') {
  const url = root.querySelector(within)?.querySelector('[data-app="dingabcdefghij012345"] a')?.getAttribute('href');
  return url === 'https://open-dev.dingtalk.com/appscope/apply?content=dingabcdefghij012345%23qyapi_get_member';
}

/** @param {Document} root */
function state(root) {
  const isShown = (/** @type {string} */ selector) =>
    !(/** @type {HTMLElement} */ (root.querySelector(selector)).hidden);
  const { value } = /** @type {HTMLTextAreaElement} */ (root.querySelector('#paste'));
  return { paste: value, recent: isShown('#recent'), none: isShown('#none'), why: isShown('#why') };
}
