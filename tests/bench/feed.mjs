// A HAR file fed to the packaged wasm module in pieces of one megabyte: node tests/bench/feed.mjs HAR
import fs from 'node:fs';
import { loadEngine } from '../support/engine.mjs';

const PIECE = 1_000_000;

const [file] = process.argv.slice(2);
if (!file) throw new Error('usage: node tests/bench/feed.mjs HAR');
const engine = await loadEngine();
const bytes = fs.readFileSync(file);

/** @returns {{ entries: number, unread: number, longest: number, total: number }} times in milliseconds */
function feed() {
  const reader = new engine.HarReader();
  const sum = { entries: 0, unread: 0, longest: 0, total: 0 };
  for (let at = 0; at <= bytes.length; at += PIECE) {
    const start = performance.now();
    const reply = JSON.parse(at < bytes.length ? reader.feed(bytes.subarray(at, at + PIECE)) : reader.end());
    const took = performance.now() - start;
    sum.entries += reply.ok.entries.length;
    sum.unread += reply.ok.unread;
    sum.longest = Math.max(sum.longest, took);
    sum.total += took;
  }
  reader.free();
  return sum;
}

const runs = Array.from({ length: 5 }, feed).sort((a, b) => a.total - b.total);
const { entries, unread, longest, total } = runs[2] ?? feed();
console.log(`${(bytes.length / 1e6).toFixed(0)} MB, node ${process.version}, median of 5: ${total.toFixed(0)} ms, longest piece ${longest.toFixed(1)} ms, ${entries} exchanges handed out, ${unread} passed over`);
