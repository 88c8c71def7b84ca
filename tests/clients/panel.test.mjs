// What the clients sent and got, read as a file in the panel.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { PanelPage } from '../e2e/panel-page.mjs';
import { inBothBrowsers } from '../e2e/stage.mjs';
import { clients } from './clients.mjs';
import { harOf } from './har.mjs';
import { refusals } from './refusals.mjs';
import { startRefusing } from './server.mjs';

/** Each client's exchanges with a server that refuses. */
async function record() {
  const recorded = [];
  for (const [name, call] of Object.entries(clients)) {
    const refusal = refusals[name];
    if (!refusal) throw new Error(`no refusal for ${name}`);
    const { url, close, kept } = await startRefusing(refusal);
    await call(url).catch(() => {});
    await close();
    recorded.push({ name, refusal, kept });
  }
  return recorded;
}

/** @param {import('../e2e/stage.mjs').Stage} stage */
function play(stage) {
  /** @type {Awaited<ReturnType<typeof record>>} */
  let recorded;
  /** @type {PanelPage} */
  let panel;
  before(async () => {
    recorded = await record();
    await stage.driver.configure({ lang: 'en' });
    await stage.visitDemo();
    panel = await PanelPage.open(stage.driver);
    await panel.give([{ name: 'clients.har', text: harOf(recorded) }]);
  });

  it('marks each refused call', async () => {
    for (const { name, refusal, kept } of recorded) {
      // The list draws what there is room for: the filter brings each one in.
      await panel.fill('#filter', pathOf(kept));
      const row = await panel.row(pathOf(kept));
      assert.equal(row.verdict, 'refused', name);
      for (const scope of refusal.scopes) assert.ok(row.text.includes(scope) || row.count, `${name}: ${row.text}`);
    }
  });
}

/** The path of the last exchange: what comes before it fetches tokens. @param {import('./server.mjs').Kept[]} kept */
const pathOf = (kept) => kept.at(-1)?.path.split('?')[0] ?? '';

inBothBrowsers('clients', play);
