// One refusal of each platform: a text to select, and a request that is refused so.
import { fillWords, word } from './page-words.js';

// @ts-expect-error -- the server makes it
const { platforms } = await import('./platforms-content.js');

/** @param {{ platform: string, name: string, text: string }} refusal */
function part({ platform, name, text }) {
  const section = document.createElement('section');
  section.className = 'wide';
  const heading = document.createElement('h2');
  heading.textContent = name;
  const shown = document.createElement('pre');
  shown.id = platform;
  shown.textContent = text;
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.ask = platform;
  button.textContent = word.platforms_ask ?? '';
  button.addEventListener('click', async () => {
    const response = await fetch(`refused/${platform}`);
    await response.text();
    document.documentElement.dataset.last = platform;
  });
  section.append(heading, shown, button);
  return section;
}

fillWords();
document.getElementById('platforms')?.append(...platforms.map(part));
document.documentElement.dataset.ready = 'yes';
