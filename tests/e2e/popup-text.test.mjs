// The popup's text: read while it is typed, marked where it was read, cut where it is too long.
import assert from 'node:assert/strict';
import { beforeEach, it } from 'node:test';
import { samples } from '../demo/samples.mjs';
import { diagnose } from '../support/command-line.mjs';
import { shownCards } from './cards.mjs';
import { until } from './clients/until.mjs';
import { fillOnClick, isHidden, marks, selectAll, type } from './popup-page.mjs';
import { inBothBrowsers } from './stage.mjs';

const CAP = 256 * 1024;

/** What the engine says was read, as text. @param {string} text @param {'scopes' | 'facts'} part */
const readIn = (text, part) =>
  diagnose(text)
    .cards.flatMap((/** @type {any} */ card) => card[part])
    .flatMap((/** @type {any} */ line) => (line.place ? [text.slice(line.place.start, line.place.end)] : []))
    .toSorted();

inBothBrowsers('popup, text', (stage) => {
  const page = () => stage.driver.page;

  beforeEach(async () => {
    await stage.driver.configure({ lang: 'en' });
    await stage.driver.open('popup/popup.html');
    await until('the page to speak', () => page().run((root) => root.querySelector('#diagnose').textContent));
  });

  it('reads what is typed, without being asked', async () => {
    await page().run(type, samples.java);
    const view = await shownCards(page(), '#result');
    assert.equal(view.cards[0]?.title, diagnose(samples.java).cards[0].title);
  });

  it('answers what was asked before its script was there', async () => {
    await page().run(strip);
    await page().run(type, samples.java);
    await page().click('#diagnose');
    await page().run(start);
    assert.equal((await shownCards(page(), '#result')).cards[0]?.title, diagnose(samples.java).cards[0].title);
  });

  it('says that nothing was refused only where that was asked', async () => {
    await page().run(countTimers);
    await page().run(type, samples.nothing);
    await until('the text to be read', () => page().run((root) => root.body.dataset.timers === 'over'));
    assert.equal(await page().run((root) => root.querySelector('#result').childElementCount), 0);
    await page().press('Control+Enter');
    assert.equal((await shownCards(page(), '#result')).cards[0]?.verdict, 'none');
  });

  it('answers the newest text, speaks once and keeps what stood', async () => {
    await page().run(countSpeech);
    for (const text of [samples.java, samples.frame, samples.oneline]) {
      await page().run(selectAll);
      await page().run(type, text);
    }
    const wanted = diagnose(samples.oneline).cards[0].title;
    await until('the newest card', async () => (await shownCards(page(), '#result')).cards[0]?.title === wanted);
    await until('the answer to be spoken', () => page().run((root) => root.querySelector('#said').textContent));
    assert.equal(await page().run((root) => root.body.dataset.said), '1');
    await until('the diagnosis to be kept', async () => (await stage.driver.remembered()).includes(wanted));
    assert.ok(!(await stage.driver.remembered()).includes(diagnose(samples.frame).cards[0].title));
  });

  for (const id of /** @type {const} */ (['java', 'log', 'chat', 'go'])) {
    it(`marks what was read in the text of #${id}`, async () => {
      await page().run(type, samples[id]);
      await shownCards(page(), '#result');
      const { scope, fact } = await until('the marks', async () => {
        const found = await page().run(marks);
        return found.scope?.length ? found : null;
      });
      assert.deepEqual(scope, readIn(samples[id], 'scopes'));
      assert.deepEqual(fact, readIn(samples[id], 'facts'));
    });
  }

  it('lays the marks out as the text', async () => {
    const prose = `${'权限 and a-long-word-that-has-to-be-broken-somewhere/'.repeat(9)}\n\tstep\n`.repeat(40);
    await page().run(type, prose + samples.oneline);
    await shownCards(page(), '#result');
    const { marked, text } = await page().run(heights);
    assert.ok(Math.abs(marked - text) < 1, `${marked} px of marks behind ${text} px of text`);
  });

  it('shows where a line of the card was read', async () => {
    await page().run(type, 'a line\n'.repeat(80) + samples.java);
    await shownCards(page(), '#result');
    await page().click('h1');
    await page().run((root) => {
      root.querySelector('#paste').scrollTop = 0;
    });
    await page().run((root) => root.querySelector('[data-fact="request_id"] button').focus());
    const { pointed } = await page().run(marks);
    assert.deepEqual(pointed, [
      diagnose(samples.java).cards[0].facts.find((/** @type {any} */ fact) => fact.id === 'request_id').value,
    ]);
    assert.equal(await page().run(isPointedInSight), true);
    await page().run((root) => root.querySelector('#diagnose').focus());
    assert.deepEqual((await page().run(marks)).pointed, []);
  });

  it('shows what was read at a place of the text', async () => {
    await page().run(type, samples.java);
    await shownCards(page(), '#result');
    await page().run(putCaret, samples.java.indexOf('Calendar.Event.Write') + 3);
    const code = await until('the line', () =>
      page().run((root) => root.querySelector('[data-pointed]')?.dataset.code),
    );
    assert.equal(code, 'Calendar.Event.Write');
    await page().run(putCaret, 1);
    await until('no line', () => page().run((root) => !root.querySelector('[data-pointed]')));
  });

  it('takes in what fits of a paste of 8 MB, and says so', async () => {
    await page().run(fillOnClick, `${samples.oneline}\n${'x'.repeat(3000)} 时间 ${'y'.repeat(3000)}\n`, 8 << 20);
    await page().click('h1');
    await page().run(selectAll);
    await page().press('Control+v');
    await shownCards(page(), '#result');
    await until('the note', async () => !(await page().run(isHidden, '#cut')));
    assert.equal(
      await page().run((root) => root.querySelector('#cut').textContent.includes('262,144 of 8,388,608')),
      true,
    );
    assert.equal(await page().run((root) => root.querySelector('#paste').value.length), CAP);
    await page().run(selectAll);
    await page().run(type, 'short');
    await until('the note to go', () => page().run(isHidden, '#cut'));
  });
});

/** Notes when what the page put off has been done: the reading of what was typed. @param {Document} root */
function countTimers(root) {
  const view = /** @type {any} */ (root.defaultView);
  const { setTimeout: later } = view;
  view.setTimeout = (/** @type {() => unknown} */ run, /** @type {number} */ wait) =>
    later(async () => {
      await run();
      root.body.dataset.timers = 'over';
    }, wait);
}

/** Counts what a screen reader is given to say. @param {Document} root */
function countSpeech(root) {
  const said = /** @type {Node} */ (root.querySelector('#said'));
  new MutationObserver(() => {
    root.body.dataset.said = String(Number(root.body.dataset.said ?? 0) + 1);
  }).observe(said, { childList: true });
}

/** @param {Document} root */
function heights(root) {
  const box = /** @type {HTMLElement} */ (root.querySelector('#paste'));
  const style = getComputedStyle(box);
  const padding = parseFloat(style.paddingTop) + parseFloat(style.paddingBottom);
  return {
    marked: root.querySelector('#backdrop')?.getBoundingClientRect().height ?? 0,
    text: box.scrollHeight - padding,
  };
}

/** @param {Document} root */
function isPointedInSight(root) {
  const view = /** @type {any} */ (root.defaultView);
  const [range] = [...view.CSS.highlights.get('pointed')];
  const [mark, box] = [range, root.querySelector('#paste')].map((each) => each.getBoundingClientRect());
  return mark.top >= box.top && mark.bottom <= box.bottom && mark.height > 0;
}

/** @param {Document} root @param {number} at */
function putCaret(root, at) {
  const box = /** @type {HTMLTextAreaElement} */ (root.querySelector('#paste'));
  box.focus();
  box.setSelectionRange(at, at);
}

/** The page as a slow machine shows it first, with no script bound to it. @param {Document} root */
async function strip(root) {
  const page = await (await fetch('popup.html')).text();
  root.body.replaceChildren(...new DOMParser().parseFromString(page, 'text/html').body.childNodes);
}

/** The script comes. @param {Document} root */
function start(root) {
  const script = root.createElement('script');
  script.type = 'module';
  script.src = 'popup.js?late';
  root.body.append(script);
}
