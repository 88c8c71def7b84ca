// A selection, the menu's item, and the card beside the selection.
import assert from 'node:assert/strict';
import { beforeEach, it } from 'node:test';
import { samples } from '../demo/samples.mjs';
import { CLIENT_ID } from '../demo/names.mjs';
import { diagnose } from '../support/command-line.mjs';
import { answerTo, assertShows } from './cards.mjs';
import { until } from './clients/until.mjs';
import { select } from './drivers/in-page.mjs';
import { inBothBrowsers } from './stage.mjs';

inBothBrowsers('popover', (stage) => {
  /** @param {string} selector @param {{frame?: string}} [choice] */
  async function diagnosed(selector, { frame } = {}) {
    await stage.driver.page.run(select, selector, frame);
    return answerTo(stage.driver, () => stage.driver.diagnose({ frame }), frame);
  }
  const closed = () => until('the popover to close', async () => !(await stage.driver.hasPopover()));

  beforeEach(async () => {
    await stage.driver.configure({ lang: 'en' });
    await stage.visitDemo();
  });

  for (const id of /** @type {const} */ (['log', 'java', 'go', 'python', 'chat'])) {
    it(`shows the answer to the text of #${id}`, async () => {
      const view = await diagnosed(`#${id}`);
      assertShows(view, diagnose(samples[id]));
      assert.equal(view.cards[0]?.verdict, 'refused');
    });
  }

  it('leads to the page that applies for the scope', async () => {
    const view = await diagnosed('#java');
    const wanted = `https://open-dev.dingtalk.com/appscope/apply?content=${CLIENT_ID}%23Calendar.Event.Write`;
    assert.ok(
      view.links.some((link) => link.href === wanted),
      JSON.stringify(view.links),
    );
  });

  it('speaks Chinese', async () => {
    await stage.driver.configure({ lang: 'zh-CN' });
    const view = await diagnosed('#java');
    assertShows(view, diagnose(samples.java, 'zh-CN'));
    assert.match(view.cards[0]?.title ?? '', /\p{Script=Han}/u);
  });

  it('reads a selection in a frame and shows the card there', async () => {
    const view = await diagnosed('#framed', { frame: '#frame' });
    assertShows(view, diagnose(samples.frame));
    assert.equal(view.cards[0]?.verdict, 'lookalike');
    assert.equal(await stage.driver.hasPopover(), false);
  });

  it('reads what is selected in a textarea', async () => {
    assertShows(await diagnosed('#ticket'), diagnose(samples.ticket));
  });

  it('reads what is selected in an input', async () => {
    assertShows(await diagnosed('#oneline'), diagnose(samples.oneline));
  });

  it('answers the keyboard command', async () => {
    await stage.driver.page.run(select, '#java');
    assertShows(await answerTo(stage.driver, () => stage.driver.command()), diagnose(samples.java));
  });

  it('helps where nothing was refused', async () => {
    const view = await diagnosed('#nothing');
    assertShows(view, diagnose(samples.nothing));
    assert.equal(view.cards[0]?.verdict, 'none');
    assert.ok(view.text.length > 60, 'says what to do');
  });

  it('works on a page that lets nothing in', async () => {
    await stage.driver.visit(`${stage.demo.url}strict`);
    const view = await diagnosed('#strict');
    assert.deepEqual(view.cards[0]?.scopes, ['Notable.Base.Read']);
  });

  it('is a named dialog in the top layer, closed to the page', async () => {
    await diagnosed('#java');
    const dialog = await stage.driver.popover().run((root) => {
      const it = root.querySelector('[role="dialog"]');
      const label =
        root.getElementById(it?.getAttribute('aria-labelledby') ?? '')?.textContent ?? it?.getAttribute('aria-label');
      const room = it?.closest('[popover]');
      return { label, open: room?.matches(':popover-open'), kind: room?.getAttribute('popover') };
    });
    assert.deepEqual(
      { ...dialog, label: dialog.label.trim() },
      { label: diagnose(samples.java).cards[0].title, open: true, kind: 'manual' },
    );
    const seen = await stage.driver.page.run((root) => root.querySelector('[data-scopelens]')?.shadowRoot ?? null);
    assert.equal(seen, null);
  });

  it('closes by Escape', async () => {
    await diagnosed('#java');
    await stage.driver.popover().press('Escape');
    await closed();
  });

  it('closes by a click outside, and stays for a click inside', async () => {
    await diagnosed('#nothing');
    await stage.driver.popover().click('[data-part="title"]');
    assert.equal(await stage.driver.hasPopover(), true);
    await stage.driver.page.click('h1');
    await closed();
  });

  it('is in reach above a modal dialog of the page', async () => {
    await stage.driver.page.run(showInModal, '#java');
    await diagnosed('#java');
    await stage.driver.popover().click('[data-part="title"]');
    assert.equal(await stage.driver.hasPopover(), true);
    const host = await stage.driver.page.run((root) =>
      root.querySelector('dialog').contains(root.querySelector('[data-scopelens]')),
    );
    assert.equal(host, true);
  });

  it('gives the focus back when Escape closes what the keyboard opened', async () => {
    await stage.driver.page.run(select, '#ticket');
    await answerTo(stage.driver, () => stage.driver.command());
    await until('the focus to move in', () => stage.driver.page.run((root) => root.activeElement.id !== 'ticket'));
    await stage.driver.popover().press('Escape');
    await closed();
    assert.equal(await stage.driver.page.run((root) => root.activeElement.id), 'ticket');
  });

  it('shows one popover, the last', async () => {
    await diagnosed('#java');
    const view = await diagnosed('#nothing');
    assert.equal(view.cards.length, 1);
    assert.equal(await stage.driver.page.run((root) => root.querySelectorAll('[data-scopelens]').length), 1);
  });

  it('shows hostile text as text', async () => {
    const hostile = '<img src=x onerror="document.title=1"><script>1</script>';
    const reply = {
      code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied',
      requestid: hostile,
      message: `没有调用该接口的权限 ${hostile}`,
    };
    await stage.driver.page.run((root, text) => {
      /** @type {HTMLElement} */ (root.querySelector('#nothing')).textContent = text;
    }, JSON.stringify(reply));
    const view = await diagnosed('#nothing');
    assertShows(view, diagnose(JSON.stringify(reply)));
    const elements = await stage.driver.popover().run((root) => root.querySelectorAll('img, script, iframe').length);
    assert.equal(elements, 0);
  });
});

/** Moves an element into a modal dialog. @param {Document} root @param {string} selector */
function showInModal(root, selector) {
  const dialog = root.createElement('dialog');
  dialog.append(/** @type {Node} */ (root.querySelector(selector)));
  root.body.append(dialog);
  dialog.showModal();
}
