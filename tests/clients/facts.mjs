// The engine's facts of one text.
import { spawnSync } from 'node:child_process';
import { commandLine } from '../support/paths.mjs';

/** @param {string} text @returns {any} a line of `scopelens diagnose --jsonl` */
export function facts(text) {
  const input = `${JSON.stringify({ id: 'print', text })}\n`;
  const { status, stdout, stderr } = spawnSync(commandLine, ['diagnose', '--jsonl', '-'], { input, encoding: 'utf8' });
  if (status !== 0) throw new Error(`scopelens ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}
