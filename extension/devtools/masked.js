/** What the engine's redaction leaves of an exchange, field by field. */

import { redact } from '../engine/client.js';

/** @import { Field } from '../core/types.js' */

/** @param {string} maskedText @param {string} secret @returns {Field} */
export const fieldOf = (maskedText, secret) => ({ text: maskedText, masked: maskedText !== secret });

/** @param {string} text @returns {Promise<Field>} */
export const masked = async (text) => fieldOf(await redact(text), text);

/**
 * @param {[string, string][]} maskedHeaders the same headers with their secrets masked
 * @param {[string, string][]} secret
 * @returns {[string, Field][]}
 */
export const headerFields = (maskedHeaders, secret) =>
  secret.map(([name, value], index) => [name, fieldOf(maskedHeaders[index]?.[1] ?? '', value)]);
