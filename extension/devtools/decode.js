/** From what the browsers hand over to a text. */

/** @param {string} contentType */
export const charsetOf = (contentType) => /charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1]?.toLowerCase() ?? '';

/** @param {string} charset */
function decoderFor(charset) {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

/** @param {string} units one byte each */
const bytesOf = (units) => Uint8Array.from(units, (unit) => unit.charCodeAt(0));

/**
 * Decodes a base64 body. Firefox marks some plain texts as base64: what is not, is kept as it is.
 * @param {string} content
 * @param {string} contentType
 */
export function decodeBase64(content, contentType) {
  try {
    return decoderFor(charsetOf(contentType) || 'utf-8').decode(bytesOf(atob(content)));
  } catch {
    return content;
  }
}

/** @param {string} label @param {Uint8Array} bytes @returns {string | null} null where they are none of this charset */
function strictly(label, bytes) {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** @param {Uint8Array} bytes */
function markOf([first, second]) {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/**
 * Firefox hands over what is not UTF-8 one byte a character, where no charset is declared. A byte order mark tells UTF-16;
 * else it is read as GB18030, which holds GBK, if that reads all of it.
 * @param {string} text
 * @param {number} size bytes of the body as sent; another number than the text's length tells that it was decoded
 */
export function fromBytes(text, size) {
  if (text.length !== size || !/[\x80-\xff]/.test(text) || /[\u0100-\uffff]/.test(text)) return text;
  const bytes = bytesOf(text);
  return strictly(markOf(bytes) ?? 'gb18030', bytes) ?? text;
}
