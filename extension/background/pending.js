/**
 * What was asked and is not answered yet. A background that ends in the middle of it leaves it to the next one, and a timer
 * in the page calls for that one where no answer comes. No text is kept: the selection is read again.
 *
 * @typedef {{ tabId: number, frameId: number | null, byKeyboard: boolean, at: number }} Pending
 */

import { integer, isBoolean, isNumber, nullOr, record } from '../core/guards.js';

/** @import { Guard } from '../core/guards.js' */

/** An answer takes a tenth of this, and on a busy machine several times as long: a call does no harm to a background that is at work. */
const CALL_MS = 1500;

/**
 * Older than this, nobody waits for the answer any more, and the page stops calling. Where the machine is not busy, a background
 * is called for and there long before.
 */
const PATIENCE_MS = 120_000;
const CALLS = Math.floor(PATIENCE_MS / CALL_MS) - 1;

/** @type {Guard<Pending>} */
const isPending = record({ tabId: integer(), frameId: nullOr(integer()), byKeyboard: isBoolean, at: isNumber });

/** Whether this background has been asked something itself: then what an earlier one left undone is out of date. */
let isAsked = false;

/**
 * Sets the timer in the page, or takes it away. A function and no file, for nothing is in the page sooner.
 * @param {Omit<Pending, 'at'>} request
 * @param {boolean} on
 */
async function setTimer({ tabId, frameId }, on) {
  const timer = (/** @type {number | null} */ ms, /** @type {number} */ calls) => {
    const page = /** @type {{ ScopelensTimer?: ReturnType<typeof setInterval> }} */ (globalThis);
    clearInterval(page.ScopelensTimer);
    let callsLeft = calls;
    const call = () => {
      callsLeft -= 1;
      if (callsLeft === 0) clearInterval(page.ScopelensTimer);
      // The extension may have been updated meanwhile.
      if (!chrome.runtime?.id) return;
      /** @type {import('../core/messages.js').BackgroundMessage} */
      const message = { name: 'waiting', params: {} };
      chrome.runtime.sendMessage(message).catch(() => {});
    };
    // A call may reach a background that is just ending, so one is not enough.
    if (ms) page.ScopelensTimer = setInterval(call, ms);
  };
  const target = { tabId, frameIds: [frameId ?? 0] };
  await chrome.scripting.executeScript({ target, func: timer, args: [on ? CALL_MS : null, CALLS] });
}

/**
 * Runs what answers a request, and keeps the request until that has ended.
 * @param {Omit<Pending, 'at'>} request
 * @param {() => Promise<void>} answer
 */
export async function whilePending(request, answer) {
  isAsked = true;
  const pending = { ...request, at: Date.now() };
  // Pages that bar scripts have no timer.
  const watched = setTimer(request, true).catch(() => {});
  const stored = chrome.storage.session.set({ pending });
  try {
    await answer();
  } finally {
    await Promise.all([watched, stored]);
    // Without a timer a note would wait for a background that something else starts, and be answered out of the blue: it goes first.
    await forget(pending.at);
    await setTimer(request, false).catch(() => {});
  }
}

/** A later request has taken the place of an earlier one. @param {number} startedAt */
async function forget(startedAt) {
  const { pending } = await chrome.storage.session.get('pending');
  if (isPending(pending) && pending.at === startedAt) await chrome.storage.session.remove('pending');
}

/** @returns {Promise<Pending | null>} what an earlier background left undone */
export async function leftUndone() {
  const { pending } = await chrome.storage.session.get('pending');
  if (isAsked || !isPending(pending)) return null;
  return Math.abs(Date.now() - pending.at) < PATIENCE_MS ? pending : null;
}
