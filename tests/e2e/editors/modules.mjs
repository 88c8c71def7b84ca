// Packages as modules that a page can import: their own where they have one, CommonJS with a frame around it where they have none.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { at } from '../../support/paths.mjs';

const require = createRequire(import.meta.url);

/** The files of the packages that are CommonJS alone. @type {Record<string, string>} */
const COMMON = {
  react: 'react/cjs/react.production.js',
  'react/jsx-runtime': 'react/cjs/react-jsx-runtime.production.js',
  'react-dom': 'react-dom/cjs/react-dom.production.js',
  'react-dom/client': 'react-dom/cjs/react-dom-client.production.js',
  scheduler: 'scheduler/cjs/scheduler.production.js',
};

const NAMES = [...Object.keys(COMMON), 'codemirror', 'crelt', 'react-window', 'style-mod', 'w3c-keyname'];
const FAMILIES = ['@codemirror/', '@lezer/', '@marijn/'];

/** What a page's import map says. */
export const importMap = {
  imports: Object.fromEntries([...NAMES, ...FAMILIES].map((name) => [name, `/module/${name}`])),
};

/** @param {string} name of a package @returns {Promise<import('./server.mjs').Reply>} */
export async function moduleOf(name) {
  if (Object.hasOwn(COMMON, name)) return { type: 'text/javascript; charset=utf-8', body: await framed(name) };
  const { module, exports } = JSON.parse(await readFile(at('node_modules', name, 'package.json'), 'utf8'));
  const file = module ?? exports.import ?? exports['.']?.import;
  return { type: '', body: '', moved: new URL(file, `http://x/npm/${name}/`).pathname };
}

/** @param {string} name @returns {Promise<string>} a module of a CommonJS file */
async function framed(name) {
  const source = await readFile(at('node_modules', COMMON[name] ?? ''), 'utf8');
  const needed = [...new Set([...source.matchAll(/\brequire\("([^"]+)"\)/g)].map((match) => match[1]))];
  const given = Object.keys(require(name)).filter((each) => each !== 'default');
  return [
    ...needed.map((each, index) => `import * as needed${index} from ${JSON.stringify(each)};`),
    `const needs = { ${needed.map((each, index) => `${JSON.stringify(each)}: needed${index}`).join(', ')} };`,
    'const module = { exports: {} };',
    `(function (module, exports, require) {${source}\n})(module, module.exports, name => needs[name]);`,
    `export const { ${given.join(', ')} } = module.exports;`,
    'export default module.exports;',
  ].join('\n');
}
