/** The list of sections beside the page: where one is, and where one can go. */

import { byId } from '../core/page.js';

const { el } = ScopelensDom;

const sections = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('main > section'));
const list = byId('jumps');

/** Sections that touch the upper part of the window, by their ids. @type {Set<string>} */
const inSight = new Set();

/** The first in sight is where one is. */
function showCurrent() {
  const current = [...sections].find(({ id }) => inSight.has(id))?.id;
  for (const jump of list.querySelectorAll('a')) {
    if (jump.hash === `#${current}`) jump.setAttribute('aria-current', 'true');
    else jump.removeAttribute('aria-current');
  }
}

const watch = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) inSight.add(target.id);
      else inSight.delete(target.id);
    }
    showCurrent();
  },
  { rootMargin: '-60px 0px -60% 0px' },
);
for (const section of sections) watch.observe(section);

/** Names the sections as their headings do. */
export function showJumps() {
  const jumps = [...sections].map((section) => {
    const title = section.querySelector('h2')?.textContent ?? '';
    return el('li', {}, el('a', { href: `#${section.id}` }, title));
  });
  list.replaceChildren(...jumps);
  showCurrent();
}
