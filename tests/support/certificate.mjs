// A certificate for servers on this machine, made anew for each run: no key is kept anywhere.
import { generate } from 'selfsigned';

/** @typedef {{key: string, cert: string}} Certificate in PEM */

/** @type {Promise<Certificate> | undefined} */
let made;

/**
 * Nobody trusts it, so browsers are told to take any.
 * @returns {Promise<Certificate>}
 */
export function certificate() {
  made ??= generate([{ name: 'commonName', value: '127.0.0.1' }], { keyType: 'ec', algorithm: 'sha256' }).then(
    ({ private: key, cert }) => ({ key, cert }),
  );
  return made;
}
