// A fixed row of numbers: what is made of it is the same each time.

let state = 7;

/** @param {number} below @returns {number} the next of the row */
export const random = (below) => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};

/** 32 hexadecimal digits. */
export const id = () =>
  Array.from({ length: 4 }, () =>
    random(2 ** 32)
      .toString(16)
      .padStart(8, '0'),
  ).join('');
