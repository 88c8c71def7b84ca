// A folder of its own for what a browser downloads.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { until } from '../clients/until.mjs';

export class Downloads {
  folder = mkdtempSync(path.join(os.tmpdir(), 'scopelens-downloads-'));

  /** @returns {Promise<string>} the text of the one file, once it is whole; the file is taken away */
  async take() {
    const name = await until('a download', () => readdirSync(this.folder).find((each) => /\.(har|json)$/.test(each)));
    const file = path.join(this.folder, name);
    const text = await until('the whole of it', () => {
      const last = readFileSync(file, 'utf8');
      return last.trimEnd().endsWith('}') ? last : null;
    });
    rmSync(file);
    return text;
  }

  close() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
