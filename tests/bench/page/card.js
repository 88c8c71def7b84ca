// A card from answer to layout, in the page and with the style sheets that show it.
import { frame } from './frames.js';
import { inOrder, timeOnce } from './measure.js';

/** @import { Figure } from './measure.js' */

const RUNS = 51;

/** @returns {Promise<Figure[]>} */
export async function card() {
  const { diagnose } = await import(chrome.runtime.getURL('engine/client.js'));
  const text = await (await fetch(chrome.runtime.getURL('bench/refusal.txt'))).text();
  const answer = await diagnose(text, 'en');
  const group = `the card of a refusal with ${answer.cards[0].causes.length} causes`;
  const verdicts = { refused: 'Refused', lookalike: '', mention: '', none: '' };
  const place = /** @type {HTMLElement} */ (document.getElementById('result'));
  const draw = () => {
    place.replaceChildren(ScopelensCard.render(answer, { verdicts }));
    return place.offsetHeight;
  };
  const times = [];
  for (let i = 0; i < RUNS; i++) {
    await frame();
    times.push(timeOnce(draw));
  }
  if (!place.querySelector('[data-verdict="refused"]') || place.offsetHeight < 300)
    throw new Error('no card was drawn');
  const [first = NaN, ...others] = times;
  return [
    { group, name: 'drawn and laid out', ...inOrder(others) },
    { group, name: 'the first one of a page', value: `${(first / 1000).toFixed(2)} ms` },
  ];
}
