/** Lays JSON out over lines without reading its values, so that no digit of a long number is lost. */

const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+|"[\s\S]*$/g;
const STEP = '  ';

/** @param {string} text */
const looksLikeJson = (text) => /^\s*[{[]/.test(text);

/**
 * @param {string} text JSON, whole or cut off; anything else is given back as it is
 * @returns {string}
 */
export function formatJson(text) {
  if (!looksLikeJson(text)) return text;
  /** @type {string[]} */
  const parts = [];
  let depth = 0;
  let last = '';
  for (const [token] of text.matchAll(TOKENS)) {
    const closes = token === '}' || token === ']';
    if (closes) depth = Math.max(0, depth - 1);
    parts.push(gap(last, token, depth), token);
    if (token === '{' || token === '[') depth += 1;
    last = token;
  }
  return parts.join('');
}

/**
 * What stands between two tokens.
 * @param {string} last
 * @param {string} token
 * @param {number} depth after the token, if it closes
 */
function gap(last, token, depth) {
  const line = `\n${STEP.repeat(depth)}`;
  const opened = last === '{' || last === '[';
  if (token === '}' || token === ']') return opened ? '' : line;
  if (opened || last === ',') return line;
  return last === ':' ? ' ' : '';
}
