// The background is killed a hundred times, before, during and after clicks on the menu's item, and each click is answered.
import { after, before, describe, it } from 'node:test';
import { samples } from '../demo/samples.mjs';
import { startDemo } from '../demo/server.mjs';
import { diagnose } from '../support/command-line.mjs';
import { randomOf } from '../support/random.mjs';
import { assertShows, readView } from './cards.mjs';
import { pause, until } from './clients/until.mjs';
import { openDemo } from './demo-page.mjs';
import { select } from './drivers/in-page.mjs';
import { mortals } from './drivers/mortal.mjs';
import { wanted } from './stage.mjs';

const KILLS = 100;
const SPAN_MS = 150;

/**
 * A crash sooner after a click than this may come before anything is kept of it, and then it is lost (SECURITY.md). Until then
 * Firefox is asked to end the background as it does by itself; for Chromium, which has an end by force alone, kills begin here.
 */
const KEPT_MS = 60;

const seed = Number(process.env.SCOPELENS_SEED) || Date.now() % 1_000_000;
const ids = /** @type {const} */ (['java', 'go', 'python', 'chat']);
const answers = Object.fromEntries(ids.map((id) => [id, diagnose(samples[id])]));

for (const name of wanted) {
  describe(`a background that is killed (${name})`, { timeout: 400_000 }, () => {
    /** @type {import('./drivers/mortal.mjs').Mortal} */
    let mortal;
    /** @type {Awaited<ReturnType<typeof startDemo>>} */
    let demo;
    before(async () => {
      demo = await startDemo();
      mortal = await mortals[name]();
      await mortal.driver.configure({ lang: 'en' });
      await openDemo(mortal.driver, demo.url);
    });
    after(async () => {
      await mortal?.close();
      await demo?.close();
    });

    it(`loses no click in ${KILLS} kills (seed ${seed})`, async () => {
      const random = randomOf(seed);
      for (let i = 0; i < KILLS; i++) {
        const id = ids[random(ids.length)] ?? 'java';
        const moment = ['before', 'during', 'after'][random(3)] ?? '';
        const wait = random(SPAN_MS) + (moment === 'during' && name === 'chromium' ? KEPT_MS : 0);
        await answered(id, { [moment]: wait }).catch((error) => {
          throw new Error(`click ${i} on #${id}, killed ${wait} ms ${moment} it`, { cause: error });
        });
      }
    });

    /** @param {typeof ids[number]} id @param {{before?: number, during?: number, after?: number}} kill when, in ms */
    async function answered(id, kill) {
      const { driver } = mortal;
      await driver.page.run(select, `#${id}`);
      if (kill.before !== undefined) await mortal.kill();
      await mortal.openMenu(`#${id}`);
      await mortal.choose();
      if (kill.during !== undefined) {
        await pause(kill.during);
        await mortal.kill(kill.during >= KEPT_MS);
      }
      assertShows(await shown(), answers[id]);
      if (kill.after !== undefined) {
        await pause(kill.after);
        await mortal.kill();
      }
      await driver.page.press('Escape');
      await until('the popover to close', async () => !(await driver.hasPopover()));
    }

    /** Another answer may take the place of one that is being read. */
    function shown() {
      return until('the answer', async () => {
        const view = (await mortal.driver.hasPopover()) && (await mortal.driver.popover().run(readView));
        return view && view.cards.length ? view : null;
      });
    }
  });
}
