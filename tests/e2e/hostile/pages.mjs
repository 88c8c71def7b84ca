// The ugliest pages there are, and what Scopelens does on each.

/**
 * page: the whole card, beside the selection
 * frame: the same in the frame that was clicked
 * flat: the card in the page, beside the frame, from the line that the browser's menu knows, for the frame is out of reach
 * help: a card in the page that says what to do, for there is no text that can be read
 * small, removed, barred: the popup opens with the text and says that the frame is too small, the page removes or hides the
 * card, or lets no script in
 * @typedef {'page' | 'frame' | 'flat' | 'help' | 'small' | 'removed' | 'barred'} Outcome
 */

/**
 * @typedef {object} Page
 * @property {string} what
 * @property {string} [file]     where it is not `<what>.html`, with dashes
 * @property {Outcome | {chromium: Outcome, firefox: Outcome}} outcome
 * @property {string} [select]   what the test selects, where it is not `#text`; '' where the page selects by itself, or has nothing
 * @property {'command'} [by]    the keyboard, which closes it as well; otherwise the menu, and the close button
 * @property {string} [frame]    the selector of the frame that has the text
 * @property {true} [foreign]    it is a frame that the page's scripts cannot look into
 * @property {'rows' | 'wrapped'} [text]  which text it has, where not the usual one
 * @property {string} [note]     the message that the card adds to the answer
 */

const STRICT =
  "default-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox allow-scripts";

/** @type {Record<string, Record<string, string>>} */
export const headers = { 'strict.html': { 'content-security-policy': STRICT } };

/** @type {Page[]} */
export const pages = [
  { what: 'plain', outcome: 'page' },
  { what: 'strict', outcome: 'page' },
  { what: 'hide unknown', outcome: 'page', by: 'command' },
  { what: 'hidden', outcome: 'removed', by: 'command' },
  { what: 'remover', outcome: 'removed' },
  { what: 'transform', outcome: 'page' },
  { what: 'filter', outcome: 'page', by: 'command' },
  { what: 'body zoom', outcome: 'page' },
  { what: 'html zoom', outcome: 'page' },
  { what: 'huge font', outcome: 'page' },
  { what: 'tiny font', outcome: 'page', by: 'command' },
  { what: 'quirks', outcome: 'page' },
  { what: 'design mode', outcome: 'page' },
  { what: 'contenteditable', outcome: 'page' },
  { what: 'textarea', outcome: 'page', by: 'command' },
  { what: 'password', outcome: 'help' },
  { what: 'vertical', outcome: 'page' },
  { what: 'rtl', outcome: 'page', by: 'command' },
  { what: 'no select', outcome: 'page', by: 'command' },
  { what: 'canvas', outcome: 'help', by: 'command', select: '' },
  { what: 'many nodes', outcome: 'page' },
  { what: 'huge selection', outcome: 'page', note: 'note_capped' },
  { what: 'swallow', outcome: 'page' },
  { what: 'patched', outcome: 'page' },
  { what: 'focus mover', outcome: 'page' },
  { what: 'focus trap', outcome: 'page', by: 'command' },
  { what: 'spy', outcome: 'page' },
  { what: 'faker', outcome: 'page' },
  { what: 'messenger', outcome: 'page' },
  { what: 'dialog before', outcome: 'page' },
  { what: 'popover before', outcome: 'page', by: 'command' },
  { what: 'auto popover', outcome: 'page' },
  { what: 'overlay', outcome: 'page' },
  { what: 'shadow open', outcome: 'page', select: '', by: 'command' },
  { what: 'shadow closed', outcome: 'page', select: '', by: 'command' },
  { what: 'shadow nested', outcome: 'page', select: '', by: 'command' },
  { what: 'shadow field', outcome: 'page', select: '', by: 'command' },
  { what: 'XHTML', file: 'document.xhtml', outcome: 'page', by: 'command' },
  { what: 'XML', file: 'document.xml', outcome: 'page' },
  { what: 'SVG', file: 'document.svg', outcome: { chromium: 'page', firefox: 'removed' } },
  { what: 'plain text', file: 'document.txt', outcome: 'page', select: 'body' },
  { what: 'frame same', outcome: 'frame', frame: '#frame' },
  { what: 'frame srcdoc', outcome: 'frame', frame: '#frame' },
  { what: 'frame blank', outcome: 'frame', frame: '#frame' },
  { what: 'frame sandbox no scripts', outcome: 'frame', frame: '#frame' },
  { what: 'frame small', outcome: 'small', frame: '#frame' },
  { what: 'frame port', outcome: 'flat', frame: '#frame', foreign: true },
  { what: 'frame site', outcome: 'flat', frame: '#frame', foreign: true },
  { what: 'frame sandbox', outcome: { chromium: 'frame', firefox: 'flat' }, frame: '#frame', foreign: true },
  // Selections that a page draws, draws in part, or answers for itself.
  { what: 'stale textarea', outcome: 'page', select: '' },
  { what: 'cut textarea', outcome: 'page', select: '', by: 'command' },
  { what: 'filled when asked', outcome: 'page', select: '', by: 'command', note: 'note_field' },
  { what: 'hidden field alone', outcome: 'page', select: '', by: 'command', note: 'note_field' },
  { what: 'edit context', outcome: 'page', select: '', by: 'command' },
  { what: 'virtual editor', outcome: 'page', select: '' },
  { what: 'shadow editor', outcome: 'page', select: '', by: 'command' },
  { what: 'greedy keys', outcome: 'page' },
  { what: 'rows out of flow', outcome: 'page', text: 'rows' },
  { what: 'svg lines', outcome: 'page', text: 'rows' },
  { what: 'undrawn rows', outcome: 'page', text: 'rows', note: 'note_rows' },
  { what: 'undrawn editor', outcome: 'page', text: 'rows', select: '#room' },
  { what: 'undrawn swap', outcome: 'page', text: 'rows', select: '#room', note: 'note_rows' },
  { what: 'tall', outcome: 'page', select: 'body' },
  { what: 'blank below', outcome: 'page' },
  { what: 'spaced lines', outcome: 'page', text: 'wrapped' },
  { what: 'copy of a canvas', outcome: 'page', select: '', by: 'command' },
  { what: 'copy overheard', outcome: 'page' },
  { what: 'copy overheard field', outcome: 'page', by: 'command' },
  { what: 'copy overheard password', outcome: 'help', by: 'command' },
  { what: 'copy throws', outcome: 'page', select: '', by: 'command', note: 'note_field' },
  { what: 'copy blocks', outcome: 'page', select: '', by: 'command', note: 'note_field' },
  { what: 'copy loops', outcome: 'page', select: '', by: 'command' },
  { what: 'copy slow', outcome: 'page', select: '', by: 'command' },
  { what: 'copy rebuilds', outcome: 'page', select: '', by: 'command' },
  { what: 'copy signs', outcome: 'page', select: '' },
  { what: 'copy of blanks', outcome: 'page', select: '' },
  { what: 'copy floods', outcome: 'page', select: '', by: 'command', note: 'note_capped' },
];

/** @param {Page} page */
export const fileOf = ({ what, file }) => file ?? `${what.replaceAll(' ', '-')}.html`;

/** @param {Page} page @param {'chromium' | 'firefox'} browser @returns {Outcome} */
export const outcomeIn = ({ outcome }, browser) => (typeof outcome === 'string' ? outcome : outcome[browser]);
