// Prints what the packages are made of, as CycloneDX 1.6: the Rust crates that the wasm module holds. Nothing else ships but
// files of this repository.
import { execFileSync } from 'node:child_process';

const TARGET = 'wasm32-unknown-unknown';

/** @typedef {{ id: string, name: string, version: string, license: string | null, targets: { kind: string[] }[] }} Package */

/** @returns {{ packages: Package[], resolve: { nodes: { id: string, deps: { pkg: string, dep_kinds: { kind: string | null }[] }[] }[] } }} */
function metadata() {
  const args = [
    'metadata',
    '--format-version=1',
    '--locked',
    '--no-default-features',
    `--filter-platform=${TARGET}`,
    '--manifest-path=crate/Cargo.toml',
  ];
  return JSON.parse(execFileSync('cargo', args, { encoding: 'utf8', maxBuffer: 64 << 20 }));
}

/** @param {ReturnType<typeof metadata>} graph @returns {Package[]} what is linked in: no macros, no build script's needs, no tests' */
function linked({ packages, resolve }) {
  const macros = new Set(
    packages.filter((each) => each.targets.some(({ kind }) => kind.includes('proc-macro'))).map((each) => each.id),
  );
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const root = packages.find((each) => each.name === 'scopelens');
  const seen = new Set([root?.id]);
  for (const id of seen) {
    const normal = nodes.get(id ?? '')?.deps.filter((dep) => dep.dep_kinds.some(({ kind }) => kind === null)) ?? [];
    for (const { pkg } of normal) if (!macros.has(pkg)) seen.add(pkg);
  }
  return packages.filter((each) => seen.has(each.id) && each !== root);
}

const graph = metadata();
const version = graph.packages.find((each) => each.name === 'scopelens')?.version;
const components = linked(graph).map(({ name, version, license }) => ({
  type: 'library',
  name,
  version,
  purl: `pkg:cargo/${name}@${version}`,
  licenses: license ? [{ expression: license.replaceAll('/', ' OR ') }] : [],
}));
components.sort((one, other) => (one.purl < other.purl ? -1 : 1));
const component = { type: 'application', name: 'scopelens', version };
console.log(
  JSON.stringify(
    { bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, metadata: { component }, components },
    null,
    2,
  ),
);
