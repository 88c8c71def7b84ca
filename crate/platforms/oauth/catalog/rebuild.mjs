// There is no catalog of scopes that all servers share: the tables are empty, and this writes their heads anew.
// Use: node rebuild.mjs
import { Tables } from '../../tables.mjs';

const tables = new Tables(import.meta.dirname, "nobody's: each server has its own");
const write = (name, title, head) => tables.write(name, title, head, [], '2026-11-28');

write('scopes.tsv', 'OAuth scopes', 'code name_zh name_en token flags(s sensitive, f field) app_types grantor score(tenths, higher is narrower)');
write('apis.tsv', 'OAuth calls', 'host path method scopes(, any of; + all of; empty unknown) token title_zh page');
write('codes.tsv', 'OAuth error codes', 'code family kind meaning_zh meaning_en');
