/** Base64 of JSON within a string, as queues, webhooks and gateways carry one reply in another: its words are in no text. */

/** What begins as base64 of JSON does, in quotes, with whatever escapes it. */
const STRINGS = /["'](?:e[wy]|W[wy3])[A-Za-z0-9+/_=\-\\%\r\n]{22,65536}/g;

/** @param {string} _ @param {string} unicode @param {string} percent */
const unit = (_, unicode, percent) => String.fromCharCode(parseInt(unicode ?? percent, 16));

/** The letters of a string without its quote, line breaks, escapes and padding. @param {string} string */
const lettersOf = (string) =>
  string
    .slice(1)
    .replace(/\\+u00([0-9A-Fa-f]{2})|%(?:25)*([0-9A-Fa-f]{2})/g, unit)
    .replace(/\\+[nr]|[\\\s=]/g, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/');

/**
 * What base64 holds as UTF-8; nothing where it is none. A last group that is cut off is left out.
 * @param {string} letters
 */
function textOf(letters) {
  const whole = letters.length % 4 === 1 ? letters.slice(0, -1) : letters;
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(whole), (byte) => byte.charCodeAt(0)));
  } catch {
    return '';
  }
}

/** The JSON in each base64 string of a text. @param {string} text @returns {Generator<string>} */
export function* packedIn(text) {
  for (const [string] of text.matchAll(STRINGS)) {
    const json = textOf(lettersOf(string));
    if (/^[{[]/.test(json)) yield json;
  }
}
