/** Colours for JSON and for what was searched. Ranges over the text, so the text stays one node however long it is. */

const TOKEN = /"(?:[^"\\]|\\.)*"(\s*:)?|\b(?:true|false|null)\b|-?\b\d[\d.eE+-]*\b/g;

/** Ranges are kept by the browser one by one: a large text goes without. */
const MOST = 3000;

/** @type {Record<string, string>} */
const KINDS = { key: 'json-key', string: 'json-string', word: 'json-word' };

/** @param {string} name @returns {Highlight} */
function highlight(name) {
  const registered = CSS.highlights.get(name);
  if (registered) return registered;
  const created = new Highlight();
  CSS.highlights.set(name, created);
  return created;
}

/** @param {Text} node @param {number} start @param {number} end */
function rangeOf(node, start, end) {
  const range = new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end });
  return range;
}

/** Ranges of elements that have gone would pile up. @param {string} name */
function sweep(name) {
  const ranges = highlight(name);
  for (const range of ranges) if (!range.startContainer.isConnected) ranges.delete(range);
}

/** @param {RegExpExecArray} match */
const kindOf = (match) => (match[1] ? 'key' : match[0].startsWith('"') ? 'string' : 'word');

/** Colours the JSON in an element that holds one text. @param {HTMLElement} element */
export function paint(element) {
  Object.values(KINDS).forEach(sweep);
  const node = element.firstChild;
  if (!(node instanceof Text)) return;
  let count = 0;
  for (const match of node.data.matchAll(TOKEN)) {
    count += 1;
    if (count > MOST) return;
    const kind = kindOf(match);
    const end = match.index + match[0].length - (match[1]?.length ?? 0);
    highlight(KINDS[kind] ?? '').add(rangeOf(node, match.index, end));
  }
}

/**
 * Marks every place of a text within an element.
 * @param {HTMLElement} element holds one text
 * @param {string} text
 * @returns {Range | null} the first place
 */
export function mark(element, text) {
  clearMarks();
  const node = element.firstChild;
  if (!(node instanceof Text) || !text) return null;
  const hay = node.data.toLowerCase();
  const needle = text.toLowerCase();
  /** @type {Range | null} */
  let first = null;
  for (
    let offset = hay.indexOf(needle), count = 0;
    offset >= 0 && count < MOST;
    offset = hay.indexOf(needle, offset + needle.length), count += 1
  ) {
    highlight('found').add(rangeOf(node, offset, offset + needle.length));
    if (first) continue;
    first = document.createRange();
    first.setStart(node, offset);
    first.setEnd(node, offset + needle.length);
  }
  return first;
}

export function clearMarks() {
  highlight('found').clear();
}
