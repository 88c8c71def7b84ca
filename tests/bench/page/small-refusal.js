// One small refusal from text to card, against parsing it as JSON.
import { loadEngine } from './engine.js';
import { measureAll } from './measure.js';

/** @returns {Promise<import('./measure.js').Figure[]>} */
export async function smallRefusal() {
  const engine = await loadEngine();
  const text = await (await fetch(chrome.runtime.getURL('bench/small.json'))).text();
  const options = JSON.stringify({ lang: 'en' });
  const card = JSON.parse(engine.diagnose(text, options)).ok.cards[0];
  if (card.verdict !== 'refused') throw new Error(`the refusal was not read: ${card.title}`);
  return measureAll(`small refusal, ${text.length} characters`, {
    'JSON.parse': () => JSON.parse(text),
    'diagnose, text to card as JSON': () => engine.diagnose(text, options),
    'diagnose, text to card as object': () => JSON.parse(engine.diagnose(text, options)),
    redact: () => engine.redact(text),
  });
}
