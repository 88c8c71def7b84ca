/** What the engine's redaction leaves of an exchange, field by field. */

import { redact } from '../engine/client.js';

/** @import { Field } from '../core/types.js' */

/** @param {string} shown @param {string} secret @returns {Field} */
export const fieldOf = (shown, secret) => ({ text: shown, masked: shown !== secret });

/** @param {string} text @returns {Promise<Field>} */
export const masked = async (text) => fieldOf(await redact(text), text);

/**
 * @param {[string, string][]} shown the same headers with their secrets masked
 * @param {[string, string][]} secret
 * @returns {[string, Field][]}
 */
export const headerFields = (shown, secret) =>
  secret.map(([name, value], index) => [name, fieldOf(shown[index]?.[1] ?? '', value)]);
