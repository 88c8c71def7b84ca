// What both clients need of a browser's process: a throw-away profile, and a decent end.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PATIENCE } from './until.mjs';

/** A script in a browser has its own limit, whose words say more: it comes first. */
const REPLY_MS = PATIENCE + 30_000;

/**
 * A promise with a limit: a browser that hangs must fail a test, not stop the run.
 * @template T
 * @param {string} what
 * @param {(resolve: (value: T) => void, reject: (error: Error) => void) => void} start
 * @returns {Promise<T>}
 */
export function replyTo(what, start) {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`${what}: no reply within ${REPLY_MS / 1000} seconds`)), REPLY_MS);
    /** @param {(value: any) => void} settle */
    const once = (settle) => (/** @type {any} */ value) => {
      clearTimeout(limit);
      settle(value);
    };
    start(once(resolve), once(reject));
  });
}

/** @returns {string} the path of a new, empty profile */
export const newProfile = () => mkdtempSync(path.join(os.tmpdir(), 'scopelens-profile-'));

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<void>} */
export function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/**
 * Waits for the browser to go, helps it along after a while, and takes its profile away.
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} profile
 */
export async function cleanUp(child, profile) {
  const impatience = setTimeout(() => child.kill('SIGKILL'), 5000);
  await ended(child);
  clearTimeout(impatience);
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
