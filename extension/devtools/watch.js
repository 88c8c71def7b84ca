/**
 * When to look at the browser's own list, which costs the more the longer it is: often while a page makes calls and the panel
 * is in sight, seldom otherwise, and not at all where nothing happens for a while.
 */

/** Stages by the time since the last sign of life: until when, and the interval of looks, in ms. @type {Record<'shown' | 'hidden', [number, number][]>} */
const STAGES = {
  shown: [
    [60_000, 1500],
    [300_000, 10_000],
  ],
  hidden: [[60_000, 15_000]],
};

/** Looking takes no more than this share of the time. */
const SHARE = 1 / 50;

/** A look that takes longer is felt, in ms: then only a person who is at the panel brings it about. */
const FELT_MS = 1000;

/** A person who is at the panel brings a look about at most so often, in ms, and for no more than this share of the time. */
const PERSON_MS = 1000;
const PERSON_SHARE = 1 / 10;

/**
 * The time until the next look, in ms; null for none until there is a new sign of life.
 * @param {{ shown: boolean, quiet: number, cost: number }} state `quiet`: time since the last sign of life; `cost`: of a look
 */
export function nextLook({ shown: isShown, quiet, cost }) {
  if (cost > FELT_MS) return null;
  const stage = STAGES[isShown ? 'shown' : 'hidden'].find(([until]) => quiet < until);
  return stage ? Math.max(stage[1], cost / SHARE) : null;
}

/** While calls come, a look would get in their way: it waits until none has come for so long, in ms, but for no longer than this. */
const LULL_MS = 500;
const MOST_WAIT_MS = 10_000;

export class Watch {
  #look;
  #lastCall = 0;
  #shown = false;
  #lastSign = 0;
  #lastLook = 0;
  /** The two last looks', in ms: the cheaper one counts, for a busy machine makes one seem dear. */
  #costs = [0, 0];
  #busy = false;
  #due = Infinity;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {(() => Promise<void>) | null} look null: never */
  constructor(look) {
    this.#look = look;
  }

  /** The page has made a call, or is another one. */
  wake() {
    this.#lastCall = Date.now();
    this.#plan();
  }

  /** @param {boolean} isShown whether the panel is in sight */
  show(isShown) {
    this.#shown = isShown;
    this.#lastSign = Date.now();
    this.#plan();
  }

  /** A person is at the panel. */
  person() {
    this.#shown = true;
    this.#lastSign = Date.now();
    const isSoon = Date.now() - this.#lastLook < Math.max(PERSON_MS, this.#cost / PERSON_SHARE);
    if (isSoon) this.#plan();
    else this.#run();
  }

  get #cost() {
    return Math.min(...this.#costs);
  }

  #plan() {
    if (this.#busy || !this.#look) return;
    const now = Date.now();
    const wait = nextLook({
      shown: this.#shown,
      quiet: now - Math.max(this.#lastSign, this.#lastCall),
      cost: this.#cost,
    });
    if (wait !== null && this.#due <= now + wait) return;
    clearTimeout(this.#timer);
    this.#due = wait === null ? Infinity : now + wait;
    if (wait !== null) this.#timer = setTimeout(() => this.#run(), wait);
  }

  async #lull() {
    const end = Date.now() + MOST_WAIT_MS;
    while (Date.now() - this.#lastCall < LULL_MS && Date.now() < end)
      await new Promise((resolve) => setTimeout(resolve, LULL_MS));
  }

  async #run() {
    if (this.#busy || !this.#look) return;
    this.#busy = true;
    clearTimeout(this.#timer);
    await this.#lull();
    const begun = Date.now();
    await this.#look().catch((error) => console.error('Scopelens:', error));
    this.#lastLook = Date.now();
    this.#costs = [this.#costs[1] ?? 0, this.#lastLook - begun];
    this.#busy = false;
    this.#due = Infinity;
    this.#plan();
  }
}
