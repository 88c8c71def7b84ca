// Puts scopes.tsv, apis.tsv and codes.tsv, which are kept by hand, in order and counts their rows.
// Use: node rebuild.mjs
import { Tables, unnamed } from '../../tables.mjs';

const tables = new Tables(import.meta.dirname, "by the crate gitlab 0.1810.0 (MIT), GitLab's own page on the scopes of tokens");
const write = (name, title, head, more) => tables.write(name, title, head, tables.rows(name), '2026-11-28', more);

// `sudo` is left out: a scope of this table stands for GitLab's name, and other servers use that word, too.
write('scopes.tsv', 'GitLab scopes of classic tokens', 'code name_zh name_en token flags(s sensitive, f field) app_types grantor score(tenths, higher is narrower)',
  [unnamed(tables.rows('scopes.tsv'))]);
write('apis.tsv', 'GitLab calls', 'host path method scopes(, any of; + all of; empty unknown) token title_zh page');
write('codes.tsv', 'GitLab error codes', 'code family kind meaning_zh meaning_en');
