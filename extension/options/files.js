/** A button that reads a file. */

import { byId } from '../core/page.js';

/** Bytes of a file that are read; a longer one is for the reader of the text to refuse. */
const CAP = 2 * 1024 * 1024;

/**
 * @param {string} id of the button; the file input's is the same with `-file`
 * @param {(text: string) => unknown} take
 */
export function bindFile(id, take) {
  const picker = byId(`${id}-file`, HTMLInputElement);
  document.getElementById(id)?.addEventListener('click', () => picker.click());
  picker.addEventListener('change', async () => {
    const [file] = picker.files ?? [];
    if (file) await take(await file.slice(0, CAP).text());
    picker.value = '';
  });
}
