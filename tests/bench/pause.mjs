// A measurement lets what is measured come to rest, and looks seldom; a test waits by `until`.

/** @param {number} milliseconds @returns {Promise<void>} */
export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
