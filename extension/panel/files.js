/** HAR files: in by button or drop, with their progress, and out as a download. */

import { byId, download } from '../core/page.js';

/** @import { Devtools, ImportFault, ImportLack, ImportProgress } from '../core/messages.js' */
/** @import { Translate } from '../core/i18n.js' */
/** @import { Calls } from './calls.js' */

const { el, isolated } = ScopelensDom;

/** @param {DragEvent} event */
const holdsFiles = ({ dataTransfer }) => dataTransfer?.types.includes('Files') ?? false;

/** @param {(files: File[]) => void} take */
function bindDrop(take) {
  const sign = byId('drop');
  document.addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    sign.hidden = false;
  });
  document.addEventListener('dragleave', ({ relatedTarget }) => {
    sign.hidden ||= relatedTarget === null;
  });
  document.addEventListener('drop', (event) => {
    sign.hidden = true;
    if (!holdsFiles(event)) return;
    event.preventDefault();
    take([...(event.dataTransfer?.files ?? [])]);
  });
}

/** @param {Devtools} devtools @param {Calls} calls */
export function bindFiles(devtools, calls) {
  const picker = byId('file', HTMLInputElement);
  /** @param {File[]} files */
  const take = (files) => {
    if (files.length) devtools.notify('importFiles', { files });
  };
  byId('import').addEventListener('click', () => picker.click());
  picker.addEventListener('change', () => {
    take([...(picker.files ?? [])]);
    picker.value = '';
  });
  bindDrop(take);
  byId('reading-stop').addEventListener('click', () => devtools.notify('endImport', {}));
  byId('export').addEventListener('click', async () =>
    download(await devtools.request('exportHar', { ids: calls.shownIds }), 'scopelens', 'har'),
  );
}

/** @param {ImportFault} fault @param {Translate} t */
function faultLine({ file, index, why: reason }, t) {
  const key = `har_${reason.replaceAll('-', '_')}`;
  const words = t(key);
  const place = index === null ? file : `${file} #${index + 1}`;
  return `${t('panel_fault')} ${place}: ${words === key ? reason : words}`;
}

/** @param {ImportLack} lack @param {Translate} t */
const lackLine = ({ file, why: reason, count, errors }, t) => `${file}: ${t(`har_lack_${reason}`, count, errors)}`;

/** @param {ImportProgress} reading @param {Translate} t */
function linesOf({ file, rows, faults, more, lacks, ended }, t) {
  const head = ended ? t('panel_read', rows) : t('panel_reading', file, rows);
  const rest = more ? [t('panel_faults_more', more)] : [];
  return [head, ...lacks.map((lack) => lackLine(lack, t)), ...faults.map((fault) => faultLine(fault, t)), ...rest];
}

/** @param {ImportProgress | null} reading @param {Translate} t */
export function showReading(reading, t) {
  byId('reading').hidden = reading === null;
  if (!reading) return;
  const bar = byId('reading-bar', HTMLProgressElement);
  bar.hidden = reading.ended;
  bar.value = reading.size ? reading.done / reading.size : 1;
  byId('reading-text').replaceChildren(...linesOf(reading, t).map((line) => el('p', {}, isolated(line))));
  byId('reading-stop').textContent = t(reading.ended ? 'close' : 'panel_stop');
}
