// The same selection on the ugliest pages there are: what is shown where, that it is the command line's answer, that it can be
// reached and closed, and that the page is left as it was found.
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { samples } from '../demo/samples.mjs';
import { diagnose } from '../support/command-line.mjs';
import { jsonOf } from '../support/tree.mjs';
import { answerTo, assertShows, shownCards } from './cards.mjs';
import { until } from './clients/until.mjs';
import { select } from './drivers/in-page.mjs';
import { caught, footprint, notesAmong, restore, standing } from './hostile/in-page.mjs';
import { fileOf, headers, outcomeIn, pages } from './hostile/pages.mjs';
import { startHostile } from './hostile/server.mjs';
import { inBothBrowsers } from './stage.mjs';

/** @import { Outcome, Page } from './hostile/pages.mjs' */

const TEXT = samples.go;
/** The texts of pages that want another one: several refusals, and one as a terminal wraps it. */
const TEXTS = {
  rows: [samples.java, samples.go, samples.log].join('\n'),
  wrapped: TEXT.split('\n')
    .flatMap((line) => line.match(/.{1,60}/g) ?? [])
    .join('\n'),
};
/** What a card may add on how its text was read, by the message's key. @type {Record<string, string>} */
const ADDED = Object.fromEntries(
  ['note_field', 'note_rows', 'note_capped'].map((key) => [
    key,
    jsonOf('extension/_locales/en/messages.json')[key]?.message,
  ]),
);
// One page by its name, for who mends it.
const only = process.env.SCOPELENS_PAGE;

inBothBrowsers('hostile pages', (stage, name) => {
  /** @type {Awaited<ReturnType<typeof startHostile>>[]} */
  let servers = [];

  before(async () => {
    const words = {
      text: TEXT,
      twice: TEXT.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
      json: JSON.stringify(TEXT),
      rows: JSON.stringify(TEXTS.rows),
      wrapped: JSON.stringify(TEXTS.wrapped),
    };
    const other = await startHostile({ words });
    const site = other.url.replace('127.0.0.1', 'localhost');
    servers = [await startHostile({ words: { ...words, other: other.url, site }, headers }), other];
    await stage.driver.configure({ lang: 'en' });
    // Chromium lets an extension into sandboxed frames of a site where it was used before.
    await stage.driver.visit(`${servers[0]?.url}plain.html`);
    await answerTo(stage.driver, () => stage.driver.command());
    await stage.driver.popover().press('Escape');
    await stage.driver.complaints();
    // What was written before anybody listened comes now.
    await stage.driver.complaints();
  });
  after(() => Promise.all(servers.map((server) => server.close())));

  /** @param {Page} page */
  async function ask({ frame, foreign, by }) {
    if (by) return stage.driver.command();
    return stage.driver.diagnose({ frame, foreign: foreign && TEXT });
  }

  const gone = (/** @type {string | undefined} */ frame) =>
    until('the popover to go', async () => !(await stage.driver.hasPopover(frame)));

  /** Asks; the card is there, is right, and can be closed in two ways. @param {Page} page @param {Outcome} outcome */
  async function assertCard(page, outcome) {
    const frame = outcome === 'frame' ? page.frame : undefined;
    const popover = stage.driver.popover(frame);
    const view = await answerTo(stage.driver, () => ask(page), frame);
    await stage.driver.page.run(restore);
    if (outcome === 'help') assert.equal(view.cards[0]?.verdict, 'none');
    else if (page.text) assertShows(view, diagnose(TEXTS[page.text]));
    else if (outcome === 'flat') assertShows(view, diagnose(TEXT.replace(/\s*\n\s*/g, ' ')));
    else assertShows(view, diagnose(TEXT));
    assert.deepEqual(await popover.run(notesAmong, ADDED), page.note ? [ADDED[page.note]] : []);
    const { font, ...stands } = await until('the card to stand', async () => {
      const found = await popover.run(standing);
      return found.opacity === '1' ? found : null;
    });
    assert.deepEqual(stands, { inside: true, onTop: true, readable: true, corner: '12px', opacity: '1' });
    assert.ok(['13px', '14px', '15px', '16px'].includes(font), font);
  }

  for (const page of pages.filter((each) => !only || each.what === only)) {
    const outcome = outcomeIn(page, name);
    it(`${page.what}: ${outcome}`, async () => {
      await stage.driver.visit(servers[0]?.url + fileOf(page));
      const { select: what = '#text', frame, foreign } = page;
      if (what && !foreign) await stage.driver.page.run(select, what, frame);
      const look = () => stage.driver.page.run(footprint, foreign ? undefined : frame, page.by === 'command');
      const found = await look();
      if (['small', 'removed', 'barred'].includes(outcome)) {
        await ask(page);
        await assertPopup(page, outcome);
      } else {
        await assertCard(page, outcome);
        const place = outcome === 'frame' ? frame : undefined;
        if (page.by) await stage.driver.popover(place).press('Escape');
        else await stage.driver.popover(place).click('.close');
        await gone(place);
      }
      assert.deepEqual(await stage.driver.page.run(caught), []);
      assert.deepEqual(await stage.driver.complaints(), []);
      assert.deepEqual(await look(), found);
    });
  }

  /** @param {Page} page @param {Outcome} outcome */
  async function assertPopup(page, outcome) {
    const popup = await stage.driver.openedPopup();
    const given = await popup.run((root) => ({
      why: root.querySelector('#why')?.textContent,
      text: /** @type {HTMLTextAreaElement} */ (root.querySelector('#paste')).value,
    }));
    assert.ok(given.why, `${outcome}: the popup says why`);
    if (given.text) assertShows(await shownCards(popup, '#result'), diagnose(TEXT));
    await stage.driver.closePopup();
    assert.equal(await stage.driver.hasPopover(), false, page.what);
  }
});
