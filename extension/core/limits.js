/** Bounds that more than one part keeps. */

import './text-cap.js';

/** Longest text that is taken from a selection or a message, in UTF-16 units. */
export const TEXT_CAP = globalThis.ScopelensTextCap;

/** Rows of the panel's list that are kept at most: the bounds of what a person may ask for, and what holds until one does. */
export const ROW_LIMITS = { least: 100, most: 100_000, usual: 10_000 };
