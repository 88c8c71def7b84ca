/**
 * What is injected into pages: classic scripts, which share one global scope. The one list of them; each uses what the ones before
 * it define, so the order counts (`tests/unit/scripts.test.mjs`). Firefox takes paths as the asking page's, so they begin at the
 * root.
 */

/** Read the selection; the last one's value is the reading. They run before `SHOW_SCRIPTS` in any frame. */
export const READ_SCRIPTS = [
  '/core/text-cap.js',
  '/popover/field.js',
  '/popover/copied.js',
  '/popover/rows.js',
  '/popover/undrawn.js',
  '/popover/selection.js',
  '/popover/read.js',
];

/** Draw an answer. Our own pages load them by their documents. */
export const CARD_SCRIPTS = [
  '/card/dom.js',
  '/card/copy.js',
  '/card/parts.js',
  '/card/fix.js',
  '/card/app.js',
  '/card/question.js',
  '/card/card.js',
];

/** Show an answer beside the selection. */
export const SHOW_SCRIPTS = [
  ...CARD_SCRIPTS,
  '/popover/place.js',
  '/popover/surface.js',
  '/popover/shield.js',
  '/popover/watchdog.js',
  '/popover/popover.js',
];

/** The popover's style sheets, in the order in which they are joined. */
export const STYLE_SHEETS = ['/core/colours.css', '/popover/popover.css', '/card/card.css'];
