// One refusal of each platform: what the popover and the panel say of it, with what mends it.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { platforms, textOf } from '../demo/platforms.mjs';
import { diagnose } from '../support/command-line.mjs';
import { answerTo, assertShows, shownCards } from './cards.mjs';
import { until } from './clients/until.mjs';
import { select } from './drivers/in-page.mjs';
import { PanelPage } from './panel-page.mjs';
import { inBothBrowsers } from './stage.mjs';

/** @param {import('./stage.mjs').Stage} stage */
function play(stage) {
  before(async () => {
    await stage.driver.configure({ lang: 'en' });
    await stage.visitDemo('platforms');
  });

  for (const refusal of platforms) {
    it(`answers ${refusal.name} in the page`, async () => {
      const expected = diagnose(textOf(refusal));
      assert.equal(expected.cards[0]?.platform?.id, refusal.platform);
      await stage.driver.page.run(select, `#${refusal.platform}`);
      const view = await answerTo(stage.driver, () => stage.driver.diagnose());
      assertShows(view, expected);
      assert.ok(view.text.includes(refusal.lacks), `${refusal.lacks} in ${view.text}`);
    });
  }

  it('answers each of them in the panel, and gathers the fixes and messages in the plan', async () => {
    const panel = await PanelPage.open(stage.driver);
    for (const { platform } of platforms) {
      await stage.driver.page.run((document, id) => document.querySelector(`[data-ask="${id}"]`).click(), platform);
      const row = await panel.row(`/refused/${platform}`);
      assert.equal(row.verdict, 'refused', platform);
    }
    const [first] = platforms;
    await panel.focusRow(`/refused/${first?.platform}`);
    await panel.press('Enter');
    const view = await shownCards(panel.surface);
    assert.ok(view.cards[0]?.fixes.length && view.cards[0].message.length);
    await panel.click('#tab-plan');
    const shown = () =>
      panel.run((root) => [...root.querySelectorAll('#plan [data-fix]')].map((each) => each.getAttribute('data-fix')));
    const fixes = await until('the fixes of the plan', async () => ((await shown()).length > 3 ? shown() : null));
    assert.equal(new Set(fixes).size, fixes.length, `each once: ${fixes}`);
    const messages = await panel.run((root) =>
      [...root.querySelectorAll('#plan [data-part="message"] .message')].map(({ textContent }) => textContent),
    );
    assert.ok(messages.length > 3, messages.join('\n\n'));
    assert.ok(
      messages.every((/** @type {string} */ message) => message.startsWith('Hello, ') && message.includes('\n- ')),
    );
  });
}

inBothBrowsers('platforms', play);
