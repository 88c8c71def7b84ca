// What a page does after the card has opened: it covers it, removes it, hides it, moves, prints, goes and comes back.
import assert from 'node:assert/strict';
import { after, afterEach, before, it } from 'node:test';
import { samples } from '../demo/samples.mjs';
import { diagnose } from '../support/command-line.mjs';
import { answerTo, assertShows, readView, shownCards } from './cards.mjs';
import { comes, until } from './clients/until.mjs';
import { select } from './drivers/in-page.mjs';
import { standing } from './hostile/in-page.mjs';
import { startHostile } from './hostile/server.mjs';
import { inBothBrowsers } from './stage.mjs';

const TEXT = samples.go;

inBothBrowsers('hostile acts', (stage, name) => {
  /** @type {Awaited<ReturnType<typeof startHostile>>[]} */
  let servers = [];

  before(async () => {
    const other = await startHostile({ words: { text: TEXT } });
    servers = [await startHostile({ words: { text: TEXT, site: other.url.replace('127.0.0.1', 'localhost') } }), other];
    await stage.driver.configure({ lang: 'en' });
    await stage.driver.complaints();
    // What was written before anybody listened comes now.
    await stage.driver.complaints();
  });
  after(() => Promise.all(servers.map((server) => server.close())));
  afterEach(async () => assert.deepEqual(await stage.driver.complaints(), []));

  /** @param {string} [file] */
  const visit = (file = 'acts.html') => stage.driver.visit(servers[0]?.url + file);

  /** By the menu, so that the page keeps the keys; by the shortcut, the card has them. @param {'menu' | 'shortcut'} [by] */
  async function opened(by = 'menu') {
    await visit();
    await stage.driver.page.run(select, '#text');
    await answerTo(stage.driver, () => (by === 'menu' ? stage.driver.diagnose() : stage.driver.command()));
    const popover = stage.driver.popover();
    await reachable(popover);
    return popover;
  }

  /** @param {import('./drivers/types.mjs').Surface} popover */
  const reachable = (popover) =>
    until('the card to be in reach', async () => {
      const { inside, onTop, opacity } = await popover.run(standing);
      return inside && onTop && opacity === '1';
    });
  const closed = () => until('the popover to go', async () => !(await stage.driver.hasPopover()));

  /** @param {RegExp} why */
  async function assertPopup(why) {
    const popup = await stage.driver.openedPopup();
    assertShows(await shownCards(popup, '#result'), diagnose(TEXT));
    assert.match(await popup.run((root) => root.querySelector('#why')?.textContent), why);
    await stage.driver.closePopup();
    assert.equal(await stage.driver.hasPopover(), false);
  }

  for (const act of ['modal', 'layer', 'fullscreen']) {
    it(`stays on top when the page opens a ${act}`, async () => {
      const popover = await opened();
      await stage.driver.page.press({ modal: 'l', layer: 'z', fullscreen: 'f' }[act] ?? '');
      await until(`the ${act}`, () =>
        stage.driver.page.run((root, what) => root.documentElement.dataset.done === what, act),
      );
      await reachable(popover);
      await popover.click('.close');
      await closed();
      await stage.driver.page.run((root) => root.fullscreenElement && root.exitFullscreen());
    });
  }

  it('stays when the modal dialog that it moved into closes', async () => {
    const popover = await opened();
    await stage.driver.page.press('l');
    await reachable(popover);
    await until('the host to be in the dialog', () =>
      stage.driver.page.run((root) => root.querySelector('dialog [data-scopelens]')),
    );
    await stage.driver.page.run((root) => /** @type {HTMLDialogElement} */ (root.querySelector('dialog')).close());
    await until('the host to be out again', () =>
      stage.driver.page.run((root) => root.querySelector('html > [data-scopelens]')),
    );
    await reachable(popover);
    await popover.press('Escape');
    await closed();
  });

  it('comes back three times when the page removes it, then goes to the popup', async () => {
    await opened();
    for (let times = 0; times < 4; times += 1) {
      await until('the host', () => stage.driver.page.run((root) => root.querySelector('[data-scopelens]')));
      await stage.driver.page.run((root) => root.querySelector('[data-scopelens]')?.remove());
    }
    await assertPopup(/removing or hiding/);
  });

  it('goes to the popup when the page hides everything', async () => {
    await opened();
    await stage.driver.page.run((root) => root.documentElement.style.setProperty('display', 'none', 'important'));
    await assertPopup(/removing or hiding/);
  });

  it('goes to the popup when a dialog that it cannot enter covers it', async () => {
    await opened();
    await stage.driver.page.run(showModalInShadow);
    await assertPopup(/removing or hiding/);
  });

  it('keeps its keys from the page where it was opened by the shortcut', async () => {
    const popover = await opened('shortcut');
    await popover.press('l');
    assert.equal(await stage.driver.page.run((root) => root.querySelector('dialog').open), false);
    await popover.press('Escape');
    await closed();
  });

  it('is not printed', async () => {
    const popover = await opened();
    const drawn = () => popover.run((root) => getComputedStyle(root.querySelector('.overlay')).display);
    assert.equal(await drawn(), 'block');
    await stage.driver.medium('print');
    await comes(drawn, 'none');
    await stage.driver.medium('screen');
    await popover.press('Escape');
    await closed();
  });

  it('is gone when the page comes back from the browser’s memory', async () => {
    await opened();
    await stage.driver.page.run((root) => {
      root.defaultView.mark = 'kept';
    });
    await visit('plain.html');
    await stage.driver.page.run(() => history.back());
    await until('the page to come back', () =>
      stage.driver.page.run((root) => root.URL.endsWith('acts.html') && root.readyState === 'complete'),
    );
    await closed();
    if (name === 'firefox') assert.equal(await stage.driver.page.run((root) => root.defaultView.mark), 'kept');
  });

  it('goes with a page that is written anew', async () => {
    await opened();
    await stage.driver.page.run((root) => {
      root.open();
      root.write('<title>new</title><p>new');
      root.close();
    });
    await closed();
    assert.equal(await stage.driver.page.run((root) => root.querySelectorAll('[data-scopelens]').length), 0);
  });

  it('follows the selection, and goes with it out of sight', async () => {
    const popover = await opened();
    const top = () => popover.run((root) => root.querySelector('.dialog').getBoundingClientRect().top);
    const before = await top();
    await stage.driver.page.run(() => scrollBy({ top: 30, behavior: 'instant' }));
    await until('the card to follow', async () => Math.abs(before - 30 - (await top())) < 1);
    await stage.driver.page.run(() => scrollBy({ top: 2000, behavior: 'instant' }));
    await closed();
  });

  it('stays within a window that shrinks', async () => {
    const popover = await opened();
    await stage.driver.resize(520, 420);
    await until('the window to shrink', () => stage.driver.page.run(() => innerWidth < 600));
    await reachable(popover);
    await popover.press('Escape');
    await stage.driver.resize(1280, 757);
    await closed();
  });

  it('says by the shortcut that it cannot read a frame of another site', async () => {
    await visit('frame-site.html');
    await until('the focus in the frame', () =>
      stage.driver.page.run(
        (root) => root.querySelector('iframe') === root.activeElement || root.querySelector('iframe').focus(),
      ),
    );
    const view = await answerTo(stage.driver, () => stage.driver.command());
    assert.equal(view.cards[0]?.title, 'The text is in a frame of another site');
    await stage.driver.popover().press('Escape');
    await closed();
  });

  it('opens in the innermost frame, where the shortcut was pressed', async () => {
    await visit('frame-nested.html');
    const isThere = () => stage.driver.page.run(hostInNested);
    await until('the selection', () => stage.driver.page.run(nestedIsReady));
    await stage.driver.command();
    await until('the popover', isThere);
    assert.equal(await stage.driver.hasPopover(), false);
    assert.equal(await stage.driver.hasPopover('#frame'), false);
    await stage.driver.page.press('Escape');
    await until('the popover to go', async () => !(await isThere()));
  });

  it('opens a window where the browser opens no popup', async () => {
    await stage.driver.refusePopup();
    await opened();
    await stage.driver.page.run((root) => root.documentElement.style.setProperty('display', 'none', 'important'));
    await assertPopup(/removing or hiding/);
  });

  it('goes when the extension is updated, and the new one works', async () => {
    await opened();
    await stage.driver.restart();
    await until('the card to go', async () => {
      const visibility = await stage.driver.glance(
        (root) => getComputedStyle(root.querySelector('.overlay')).visibility,
      );
      return visibility === null || visibility === 'hidden';
    });
    await stage.driver.page.run(select, '#text');
    await stage.driver.command();
    assertShows(
      await until('a card on show', async () => {
        const shown = await stage.driver
          .popover()
          .run((root) => getComputedStyle(root.querySelector('.overlay')).visibility === 'visible');
        return shown ? stage.driver.popover().run(readView) : null;
      }),
      diagnose(TEXT),
    );
    assert.equal(await stage.driver.page.run((root) => root.querySelectorAll('[data-scopelens]').length), 1);
  });
});

/** A modal dialog in a shadow tree. @param {Document} root */
function showModalInShadow(root) {
  const host = root.body.appendChild(root.createElement('div'));
  const dialog = host.attachShadow({ mode: 'closed' }).appendChild(root.createElement('dialog'));
  dialog.style.cssText = 'inset: 0; inline-size: 100%; block-size: 100%; max-inline-size: none; max-block-size: none';
  dialog.showModal();
}

/** Does the frame of the page's frame show a popover? @param {Document} root */
function hostInNested(root) {
  const frame = /** @type {HTMLIFrameElement | null} */ (root.querySelector('iframe'));
  const inner = /** @type {HTMLIFrameElement | null | undefined} */ (frame?.contentDocument?.querySelector('iframe'));
  return inner?.contentDocument?.querySelectorAll('[data-scopelens]').length === 1;
}

/** Focuses what is selected there, once it is. @param {Document} root */
function nestedIsReady(root) {
  const frame = /** @type {HTMLIFrameElement | null} */ (root.querySelector('iframe'));
  const inner = /** @type {HTMLIFrameElement | null | undefined} */ (frame?.contentDocument?.querySelector('iframe'));
  inner?.contentWindow?.focus();
  return inner?.contentWindow?.getSelection()?.isCollapsed === false;
}
