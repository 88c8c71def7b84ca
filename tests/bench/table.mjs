// Figures side by side, one column a browser.

/** @import { Figure } from './page/measure.js' */

/** @param {number} micros */
const inTime = (micros) => (micros < 1000 ? `${micros.toFixed(2)} µs` : `${(micros / 1000).toFixed(2)} ms`);

/** @param {number | undefined} bytes @param {number} micros */
const inSpeed = (bytes, micros) => (bytes ? `${(bytes / micros / 1000).toFixed(2)} GB/s` : '');

const HEADS = ['median', 'best', 'worst', 'to first', 'speed'];
const NOTHING = HEADS.map(() => '');
const WIDTH = 11;
const NAME_WIDTH = 42;

/** @param {Figure | undefined} figure @param {Figure | undefined} first of its group */
function cells(figure, first) {
  if (figure?.value !== undefined) return [figure.value, ...NOTHING.slice(1)];
  const { median, best, worst, bytes } = figure ?? {};
  if (median === undefined || best === undefined || worst === undefined) return NOTHING;
  const ratio = first?.median ? `${(median / first.median).toPrecision(3)} ×` : '';
  return [inTime(median), inTime(best), inTime(worst), ratio, inSpeed(bytes, median)];
}

/** @param {string} name @param {string[]} values */
const line = (name, values) =>
  (name.padEnd(NAME_WIDTH) + values.map((value) => value.padStart(WIDTH)).join('')).trimEnd();

/**
 * @param {Record<string, Figure[]>} columns by browser; every browser measures the same
 * @returns {string}
 */
export function table(columns) {
  const browsers = Object.keys(columns);
  const all = Object.values(columns)[0] ?? [];
  const lines = [
    line(
      '',
      browsers.flatMap((name) => [name, ...NOTHING.slice(1)]),
    ),
    line(
      '',
      browsers.flatMap(() => HEADS),
    ),
  ];
  for (const group of new Set(all.map((figure) => figure.group))) {
    lines.push(group);
    for (const { name } of all.filter((figure) => figure.group === group)) {
      lines.push(
        line(
          `  ${name}`,
          browsers.flatMap((browser) => {
            const ofGroup = columns[browser]?.filter((figure) => figure.group === group) ?? [];
            return cells(
              ofGroup.find((figure) => figure.name === name),
              ofGroup[0],
            );
          }),
        ),
      );
    }
  }
  return lines.join('\n');
}
