/**
 * The compiled engine's functions, for the type check alone: the build puts `scopelens.js` here, and this does not ship. All texts
 * are JSON but for those that are diagnosed, tried or masked; a reply is `{ ok }`, `{ missing: files }` or
 * `{ error: { kind, message } }`.
 * `tests/border/types.test.mjs` holds it against what the build makes.
 */

export default function init(options: { module_or_path: Promise<Response | WebAssembly.Module> }): Promise<unknown>;
export function __wbg_reset_state(): void;

export function har_frame(): string;

export class Engine {
  constructor(index: Uint8Array);
  free(): void;
  about(options: string): string;
  add_pack(bytes: Uint8Array): string;
  apply_links(asked: string, app_id: string, options: string): string;
  check_masks(masks: string, sample: string, options: string): string;
  check_rules(text: string, sample: string, options: string): string;
  compare_plans(before: string, after: string, options: string): string;
  configure(config: string, options: string): string;
  diagnose(text: string, options: string): string;
  har_entry(exchange: string): string;
  read_decision(head: string): string;
  redact(text: string): string;
  redact_exchange(exchange: string): string;
  sift_patterns(): string;
}

export class Session {
  constructor(key: string);
  free(): void;
  annotate(engine: Engine, exchange: string, options: string): string;
  details(engine: Engine, exchange: string, options: string): string;
  forget(ids: string): string;
  plan(engine: Engine, options: string): string;
  see(engine: Engine, exchange: string, options: string): string;
  see_entry(engine: Engine, har: HarReader, index: number, id: number, options: string): string;
}

export class HarReader {
  constructor();
  free(): void;
  feed(engine: Engine, bytes: Uint8Array): string;
  end(engine: Engine, options: string): string;
}
