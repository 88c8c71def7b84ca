// There is no catalog of scopes that all servers share: the tables are empty, and this writes their heads anew.
// Use: node rebuild.mjs
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const write = (name, title, head) => fs.writeFileSync(path.join(HERE, name), `# ${title}\n# nobody's: each server has its own\n# date 2026-11-28\n# rows 0\n# ${head}\n`);

write('scopes.tsv', 'OAuth scopes', 'code name_zh name_en token flags(s sensitive, f field) app_types grantor score(tenths, higher is narrower)');
write('apis.tsv', 'OAuth calls', 'host path method scopes(, any of; + all of; empty unknown) token title_zh page');
write('codes.tsv', 'OAuth error codes', 'code family kind meaning_zh meaning_en');
