// The card as a screen reader is given it: the browsers' own accessibility trees.
import assert from 'node:assert/strict';
import { before, it } from 'node:test';
import { samples } from '../demo/samples.mjs';
import { diagnose } from '../support/command-line.mjs';
import { until } from './clients/until.mjs';
import { popover } from './scenes/popover.mjs';
import { inBothBrowsers } from './stage.mjs';
import { linkHosts } from '../support/link-hosts.mjs';

inBothBrowsers('screen reader', (stage) => {
  const [card] = diagnose(samples.java).cards;
  /** @type {import('./drivers/types.mjs').Heard[]} */
  let heard;
  /** @type {import('./drivers/types.mjs').Surface} */
  let surface;
  const named = (/** @type {string} */ role) =>
    heard.filter((each) => each.role === role).map((each) => each.name.replace(/\s+/g, ' ').trim());
  const button = (/** @type {string} */ start) =>
    heard.find((each) => each.role === 'button' && each.name.startsWith(start));

  before(async () => {
    await stage.driver.configure({ lang: 'en' });
    surface =
      (await popover.scenes.card?.({ driver: stage.driver, url: stage.demo.url, lang: 'en' })) ??
      assert.fail('no such scene');
    heard = await until('the tree', async () => {
      const tree = await stage.driver.heard();
      return tree.length > 20 ? tree : null;
    });
  });

  it('is a dialog by the name of its heading, which comes first', () => {
    assert.equal(heard[0]?.role, 'dialog');
    assert.equal(heard[0]?.name, card.title);
    assert.equal(named('heading')[0], card.title);
  });

  it('says the verdict before the heading', () => {
    const verdict = heard.findIndex((each) => each.role === 'text' && each.name === 'Refused');
    assert.ok(verdict > 0 && verdict < heard.findIndex((each) => each.role === 'heading'));
  });

  it('reads the scopes as a list, each with a button of its own name', () => {
    const [scope] = card.scopes;
    const at = heard.findIndex((each) => each.role === 'text' && each.name === scope.code);
    const list = heard.slice(0, at).findLast((each) => each.role === 'list');
    assert.ok(list && list.depth < (heard[at]?.depth ?? 0));
    assert.ok(button(`Copy ${scope.code}`), named('button').join());
  });

  it('names every button and link, and no two alike', () => {
    const names = [...named('button'), ...named('link')];
    assert.deepEqual(
      names.filter((name) => !name),
      [],
    );
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    );
  });

  it('says where each link leads', () => {
    const links = named('link');
    assert.ok(links.length >= 3);
    const hosts = linkHosts('dingtalk');
    for (const name of links)
      assert.ok(
        hosts.some((host) => name.length > host.length + 2 && name.includes(` ${host}`)),
        name,
      );
  });

  it('reads causes as folded, and as unfolded once they are', async () => {
    const [cause] = card.causes;
    assert.equal(button(cause.title)?.expanded, false);
    await surface.click('[data-part="cause"] summary');
    await until('the unfolded cause', async () => {
      heard = await stage.driver.heard();
      return button(cause.title)?.expanded;
    });
    await until('its reasons', async () =>
      (await stage.driver.heard()).some(
        (each) => each.role === 'text' && each.name.includes(cause.reasons[0].slice(0, 30)),
      ),
    );
  });

  it('reads the question as a group by its words, and the answer as pressed', async () => {
    const { text, answers } = card.question;
    assert.ok(named('group').includes(text.replace(/\s+/g, ' ')), named('group').join());
    assert.equal(button(answers[0].label)?.pressed, false);
    await surface.click('[data-part="answer"]');
    await until('the pressed answer', async () => {
      heard = await stage.driver.heard();
      return button(answers[0].label)?.pressed;
    });
    assert.equal(button(answers[1].label)?.pressed, false);
  });

  it('tells the diagnosis to who does not look, once the live region is there', async () => {
    const said = await until('the words', () =>
      surface.run((root) => root.querySelector('[role="status"][aria-live="polite"]').textContent),
    );
    assert.equal(said, `Diagnosis: ${card.title}`);
  });
});
