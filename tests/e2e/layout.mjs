// Functions that are sent into a surface by their text: each sees its arguments alone.

/**
 * What is wider than its room: the whole, or a text that is cut without a sign.
 * @param {any} root @returns {Promise<string[]>} as selectors
 */
export async function cut(root) {
  const view = (root.ownerDocument ?? root).defaultView;
  // A layout that follows a change by an observer comes a frame later.
  await new Promise((resolve) => view.requestAnimationFrame(() => view.requestAnimationFrame(resolve)));
  const named = (/** @type {Element} */ each) =>
    `${each.localName}${each.id ? `#${each.id}` : ''}.${[...each.classList].join('.')} ${each.scrollWidth} > ${each.clientWidth}`;
  const whole = root.host ? [root.querySelector('.content')] : [root.documentElement, root.body];
  const wide = whole.filter((/** @type {Element} */ each) => each.scrollWidth > each.clientWidth + 1);
  const texts = [...root.querySelectorAll('*')].filter((/** @type {HTMLElement} */ each) => {
    const style = view.getComputedStyle(each);
    const isCut =
      ['hidden', 'clip'].includes(style.overflowX) && style.textOverflow !== 'ellipsis' && each.clientWidth > 1;
    return (
      isCut &&
      each.textContent?.trim() &&
      each.scrollWidth > each.clientWidth + 1 &&
      !each.closest('[aria-hidden="true"]')
    );
  });
  const room = root.host && root.querySelector('[role="dialog"]').getBoundingClientRect();
  const outside =
    room && (room.left < -1 || room.top < -1 || room.right > view.innerWidth + 1 || room.bottom > view.innerHeight + 1);
  return [...wide, ...texts].map(named).concat(outside ? ['the popover stands outside the window'] : []);
}

/** @param {any} root @param {'ltr' | 'rtl'} direction */
export function turn(root, direction) {
  const page = root.ownerDocument ?? root;
  page.documentElement.dir = direction;
  if (root.host) root.querySelector('[role="dialog"]').dir = direction;
}

/** WCAG's text spacing (1.4.12). @param {any} root @param {boolean} on */
export function space(root, on) {
  const wide = [
    ['line-height', '1.5'],
    ['letter-spacing', '0.12em'],
    ['word-spacing', '0.16em'],
  ];
  for (const each of root.querySelectorAll('*')) {
    for (const [name, value] of wide) {
      if (on) each.style.setProperty(name, value, 'important');
      else each.style.removeProperty(name);
    }
  }
}

/** What takes more than a hundredth of a second to change. @param {any} root @returns {string[]} */
export function moving(root) {
  const view = (root.ownerDocument ?? root).defaultView;
  const durations = [...root.querySelectorAll('*')].filter((/** @type {Element} */ each) => {
    const { transitionDuration, animationName, animationDuration } = view.getComputedStyle(each);
    const lasts = (/** @type {string} */ list) => list.split(',').some((each) => parseFloat(each) > 0.01);
    return lasts(transitionDuration) || (animationName !== 'none' && lasts(animationDuration));
  });
  return durations.map((/** @type {Element} */ each) => `${each.localName}.${[...each.classList].join('.')}`);
}

/** @param {any} root */
export const width = (root) => (root.ownerDocument ?? root).defaultView.innerWidth;
