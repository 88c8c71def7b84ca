// What real clients print of a refusal is read; what they sent and got is read in the panel.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { inspect } from 'node:util';
import { clients } from './clients.mjs';
import { refusals } from './refusals.mjs';
import { startRefusing } from './server.mjs';
import { run } from '../support/command-line.mjs';

/** @param {string} text @returns {any} what the engine reads in it */
const facts = (text) => JSON.parse(run(JSON.stringify({ id: 'print', text }), '--jsonl'));

/** Ways in which programs print an error. @type {Record<string, (error: any) => string>} */
const ways = {
  'console.log': (error) => inspect(error),
  stack: (error) => String(error?.stack ?? error),
  String: (error) => String(error),
  'JSON.stringify': (error) => stringified(error),
};

/** @param {unknown} error */
function stringified(error) {
  try {
    return JSON.stringify(error) ?? '';
  } catch {
    return '';
  }
}

for (const [name, call] of Object.entries(clients)) {
  const refusal = refusals[name];
  if (!refusal) throw new Error(`no refusal for ${name}`);
  describe(name, () => {
    /** @type {Awaited<ReturnType<typeof startRefusing>>} */
    let server;
    /** @type {any} */
    let error;
    before(async () => {
      server = await startRefusing(refusal);
      error = await call(server.url).then(
        (granted) => assert.fail(`granted: ${inspect(granted)}`),
        (refused) => refused,
      );
    });
    after(() => server.close());

    it('prints the refusal in some way', () => {
      const prints = Object.values(ways).map((print) => print(error));
      assert.ok(
        prints.some((print) => print.includes(refusal.sign)),
        prints[0],
      );
    });

    for (const [way, print] of Object.entries(ways)) {
      it(`is read as ${way} prints it`, () => {
        const text = print(error);
        const read = facts(text);
        const told = `${text}\n${JSON.stringify(read)}`;
        if (!text.includes(refusal.sign)) {
          // Where the print has lost the refusal, nothing is made up.
          assert.ok(!read.denied || read.platform === refusal.platform, told);
          assert.deepEqual(read.scopes ?? [], [], told);
          return;
        }
        assert.equal(read.platform, refusal.platform, told);
        assert.equal(read.kind, refusal.kind, told);
        const named = refusal.scopes.every((scope) => text.includes(scope.split(' ').at(-1) ?? scope));
        assert.deepEqual(read.scopes, named ? [...refusal.scopes].sort() : [], told);
      });
    }
  });
}
