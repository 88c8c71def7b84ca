// The background is killed a hundred times, in each state of the answer to a click on the menu's item, and each click is answered.
import { after, before, describe, it } from 'node:test';
import { samples } from '../demo/samples.mjs';
import { startDemo } from '../demo/server.mjs';
import { diagnose } from '../support/command-line.mjs';
import { randomOf } from '../support/random.mjs';
import { assertShows, readView } from './cards.mjs';
import { SUITE_PATIENCE, until } from './clients/until.mjs';
import { openDemo } from './demo-page.mjs';
import { select } from './drivers/in-page.mjs';
import { killables } from './drivers/killable.mjs';
import { wanted } from './stage.mjs';

const KILLS = 100;

/**
 * When it is killed: it is dead before the click, or the answer has come so far. A crash that comes before anything is kept of a
 * click loses it (SECURITY.md); until then Firefox is asked to end the background as it does by itself, and Chromium has no such way.
 * @type {Record<'chromium' | 'firefox', ('before' | 'clicked' | import('./drivers/killable.mjs').State)[]>}
 */
const MOMENTS = {
  chromium: ['before', 'kept', 'answered', 'shown', 'done'],
  firefox: ['before', 'clicked', 'kept', 'answered', 'shown', 'done'],
};

/** Another one makes another order. */
const seed = Number(process.env.SCOPELENS_SEED) || 20_261_127;
const ids = /** @type {const} */ (['java', 'go', 'python', 'chat']);
const answers = Object.fromEntries(ids.map((id) => [id, diagnose(samples[id])]));

for (const name of wanted) {
  describe(`a background that is killed (${name})`, { timeout: SUITE_PATIENCE }, () => {
    /** @type {import('./drivers/killable.mjs').KillableBrowser} */
    let browser;
    /** @type {Awaited<ReturnType<typeof startDemo>>} */
    let demo;
    before(async () => {
      demo = await startDemo();
      browser = await killables[name]();
      await browser.driver.configure({ lang: 'en' });
      await openDemo(browser.driver, demo.url);
    });
    after(async () => {
      await browser?.close();
      await demo?.close();
    });

    it(`loses no click in ${KILLS} kills (seed ${seed})`, async () => {
      const random = randomOf(seed);
      for (let i = 0; i < KILLS; i++) {
        const id = ids[random(ids.length)] ?? 'java';
        const moment = MOMENTS[name][random(MOMENTS[name].length)] ?? 'before';
        await answered(id, moment).catch((error) => {
          throw new Error(`click ${i} on #${id}, killed when: ${moment}`, { cause: error });
        });
      }
    });

    /** @param {typeof ids[number]} id @param {typeof MOMENTS['firefox'][number]} moment */
    async function answered(id, moment) {
      const { driver } = browser;
      const isTimed = moment !== 'before' && moment !== 'clicked';
      // What an earlier click has left undone would be taken for this one's answer.
      await browser.forget();
      await closed();
      await driver.page.run(select, `#${id}`);
      if (moment === 'before') await browser.kill();
      await browser.openMenu(`#${id}`);
      const reached = isTimed ? await browser.watch(moment) : null;
      await browser.choose();
      await reached?.();
      if (moment !== 'before') await browser.kill(moment !== 'clicked');
      assertShows(await shown(), answers[id]);
      await closed();
    }

    /** A person closes it, and again where a later background has answered once more. */
    function closed() {
      return until('the popover to close', async () => {
        if (await browser.driver.hasPopover()) await browser.driver.page.press('Escape');
        return !(await browser.driver.hasPopover());
      });
    }

    /** Another answer may take the place of one that is being read. */
    function shown() {
      return until('the answer', async () => {
        if (!(await browser.driver.hasPopover())) return null;
        const view = await browser.driver.popover().run(readView);
        return view?.cards.length ? view : null;
      });
    }
  });
}
