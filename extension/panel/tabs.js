/** Tabs: one tab stop, arrows go from tab to tab, and the tab with the focus is the one on show. */

/**
 * @typedef {{ tab: HTMLElement, panel: HTMLElement }} Pair
 * @typedef {{ show: (index: number) => void }} Tabs
 */

/** @param {string} key @param {number} index @param {number} count @param {boolean} rtl */
function goalOf(key, index, count, rtl) {
  const step = rtl ? -1 : 1;
  /** @type {Record<string, number>} */
  const goals = { ArrowRight: index + step, ArrowLeft: index - step, Home: 0, End: count - 1 };
  const goal = goals[key];
  return goal === undefined ? null : (goal + count) % count;
}

/**
 * @param {HTMLElement} list has the role tablist
 * @param {Pair[]} pairs each tab with what it shows
 * @param {(index: number) => void} [onShow] called when a tab comes to be shown
 * @returns {Tabs}
 */
export function bindTabs(list, pairs, onShow = () => {}) {
  /** @param {number} index */
  const show = (index) => {
    for (const [other, { tab, panel }] of pairs.entries()) {
      tab.setAttribute('aria-selected', String(other === index));
      tab.tabIndex = other === index ? 0 : -1;
      panel.hidden = other !== index;
    }
    onShow(index);
  };
  list.addEventListener('click', ({ target }) => {
    const index = pairs.findIndex(({ tab }) => target instanceof Node && tab.contains(target));
    if (index >= 0) show(index);
  });
  list.addEventListener('keydown', (event) => {
    const index = pairs.findIndex(({ tab }) => tab === event.target);
    if (index < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    const goal = goalOf(event.key, index, pairs.length, list.matches(':dir(rtl)'));
    if (goal === null) return;
    event.preventDefault();
    show(goal);
    pairs[goal]?.tab.focus();
  });
  return { show };
}
