/**
 * The compiled engine's functions, for the type check alone: the build puts `scopelens.js` here, and this does not ship. All texts
 * are JSON but for those that are diagnosed, tried or masked; a reply is `{ ok }` or `{ error: { kind, message } }`.
 * `tests/border/types.test.mjs` holds it against what the build makes.
 */

export default function init(options: { module_or_path: Promise<Response | WebAssembly.Module> }): Promise<unknown>;
export function __wbg_reset_state(): void;

export function about(options: string): string;
export function apply_links(asked: string, app_id: string, options: string): string;
export function check_masks(masks: string, sample: string, options: string): string;
export function check_rules(text: string, sample: string, options: string): string;
export function compare_plans(before: string, after: string, options: string): string;
export function configure(config: string, options: string): string;
export function diagnose(text: string, options: string): string;
export function har_entry(exchange: string): string;
export function har_frame(): string;
export function read_decision(head: string): string;
export function redact(text: string): string;
export function redact_exchange(exchange: string): string;
export function sift_patterns(): string;

export class Session {
  constructor(key: string);
  free(): void;
  annotate(exchange: string, options: string): string;
  forget(ids: string): string;
  plan(options: string): string;
  see(exchange: string, options: string): string;
}

export class HarReader {
  constructor();
  free(): void;
  feed(bytes: Uint8Array): string;
  end(): string;
}
