/**
 * Guards: checks of values that come from elsewhere (another part of the extension, a script in a page, storage). A guard says
 * whether a value has a form and tells its type, so that what is checked and what is typed cannot differ.
 */

/** @template T @typedef {(value: unknown) => value is T} Guard */
/** @template G @typedef {G extends Guard<infer T> ? T : never} Guarded the type that a guard stands for */

/** @template T @param {(value: unknown) => boolean} test @returns {Guard<T>} */
const guard = (test) => /** @type {Guard<T>} */ (test);

/** @type {Guard<Record<string, unknown>>} */
const isObject = guard((value) => typeof value === 'object' && value !== null && !Array.isArray(value));

/** @param {unknown} value @returns {Record<string, unknown>} the members of an object; none where it is no object, or a list */
export const membersOf = (value) => (isObject(value) ? value : {});

/** @type {Guard<boolean>} */
export const isBoolean = guard((value) => typeof value === 'boolean');

/** @type {Guard<number>} */
export const isNumber = guard(Number.isFinite);

/** Sizes: zoomed pages have sizes that are no whole numbers. @type {Guard<number>} */
export const isSize = guard((value) => isNumber(value) && value >= 0);

/** @param {number} [most] length in UTF-16 units @returns {Guard<string>} */
export const text = (most = Infinity) => guard((value) => typeof value === 'string' && value.length <= most);

/** @param {number} [least] @param {number} [most] @returns {Guard<number>} a whole number within these bounds, both included */
export const integer = (least = 0, most = Number.MAX_SAFE_INTEGER) =>
  guard((value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most);

/** @template {string | null} const T @param {readonly T[]} values @returns {Guard<T>} one of these values */
export const oneOf = (values) => guard((value) => values.some((each) => each === value));

/** @template T @param {Guard<T>} check @returns {Guard<T | null>} */
export const nullOr = (check) => guard((value) => value === null || check(value));

/** @template T @param {Guard<T>} check of each entry @returns {Guard<T[]>} */
export const listOf = (check) => guard((value) => Array.isArray(value) && value.every(check));

/** @template T @param {new (...args: never[]) => T} type @returns {Guard<T>} an object that the browser has made, a file say */
export const instanceOf = (type) => guard((value) => value instanceof type);

/**
 * An object whose members pass their guards. Further members are let be: nobody reads them.
 * @template {Record<string, Guard<unknown>>} S
 * @param {S} shape
 * @returns {Guard<{ [Name in keyof S]: Guarded<S[Name]> }>}
 */
export function record(shape) {
  const guards = Object.entries(shape);
  return guard((value) => isObject(value) && guards.every(([name, check]) => check(value[name])));
}

/** @template {object} T @returns {Guard<T>} an object whose inner form is for its reader to check, as the engine does */
export const opaque = () => guard((value) => typeof value === 'object' && value !== null);
