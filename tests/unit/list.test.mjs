// The list's own thinking: order, groups, filter, and where each line stands.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Geometry } from '../../extension/panel/list/geometry.js';
import { compareRows } from '../../extension/panel/list/order.js';
import { View } from '../../extension/panel/list/view.js';
import { PanelState, stateKey } from '../../extension/panel/state.js';

/** @import { Row } from '../../extension/core/types.js' */

/** @param {number} id @param {Partial<Row>} [changes] @returns {Row} */
const row = (id, changes = {}) => ({
  id,
  at: id,
  method: 'GET',
  host: 'api.dingtalk.com',
  path: `/v1.0/${id}`,
  status: 403,
  bodyState: 'whole',
  failed: false,
  source: null,
  verdict: 'refused',
  label: 'lacks X',
  platform: 'dingtalk',
  name: null,
  scopes: ['X'],
  cause: '',
  soft: null,
  quoted: false,
  ...changes,
});

/** @param {PanelState} state @param {Row[]} rows */
function viewOf(state, rows) {
  state.take({ name: 'all', params: { rows, tally: state.tally } });
  const view = new View();
  view.build(state.rows.values(), state);
  return view;
}

/** @param {View} view */
const ids = (view) => view.items.map((item) => item.row.id);

describe('the view', () => {
  it('sorts by each column, both ways, and keeps time’s order among equals', () => {
    const rows = [row(1, { status: 200, at: 3 }), row(2, { status: 403, at: 2 }), row(3, { status: 200, at: 1 })];
    const state = new PanelState();
    state.order = { column: 'status', down: false };
    assert.deepEqual(ids(viewOf(state, rows)), [3, 1, 2]);
    state.order = { column: 'status', down: true };
    assert.deepEqual(ids(viewOf(state, rows)), [2, 3, 1]);
  });

  it('puts refusals before lookalikes, and those before what was granted', () => {
    const rows = [
      row(1, { verdict: 'none' }),
      row(2, { verdict: 'lookalike' }),
      row(3),
      row(4, { verdict: 'none', bodyState: 'missing' }),
    ];
    const state = new PanelState();
    state.allCalls = true;
    state.order = { column: 'finding', down: false };
    assert.deepEqual(ids(viewOf(state, rows)), [3, 2, 4, 1]);
  });

  it('makes one line of one cause, and shows its calls singly when asked', () => {
    const rows = [row(1, { cause: 'a' }), row(2, { cause: 'b' }), row(3, { cause: 'a' }), row(4)];
    const state = new PanelState();
    const view = viewOf(state, rows);
    assert.deepEqual(
      view.items.map(({ row: { id }, count }) => [id, count]),
      [
        [1, 2],
        [2, 1],
        [4, 1],
      ],
    );
    state.unfolded.add('a');
    view.build(state.rows.values(), state);
    assert.deepEqual(
      view.items.map(({ row: { id }, level }) => [id, level]),
      [
        [1, 1],
        [1, 2],
        [3, 2],
        [2, 1],
        [4, 1],
      ],
    );
    assert.equal(new Set(view.items.map((item) => item.key)).size, 5);
    state.grouped = false;
    view.build(state.rows.values(), state);
    assert.deepEqual(ids(view), [1, 2, 3, 4]);
  });

  it('adds one as it would build all', () => {
    for (const column of /** @type {const} */ (['time', 'method', 'path', 'status', 'platform', 'finding'])) {
      const state = new PanelState();
      state.order = { column, down: column === 'path' };
      const rows = Array.from({ length: 60 }, (_, n) =>
        row(n, { status: (n * 7) % 5, method: 'GPX'[n % 3], cause: n % 4 ? '' : `c${n % 8}`, at: (n * 13) % 17 }),
      );
      const grown = new View();
      grown.build([], state);
      for (const each of rows) assert.ok(grown.add(each, state));
      const built = viewOf(state, rows);
      assert.deepEqual(
        new Set(grown.items.map((item) => item.key)),
        new Set(built.items.map((item) => item.key)),
        column,
      );
      assert.equal(grown.shown, built.shown);
      if (column !== 'time') continue;
      assert.deepEqual(ids(grown), ids(built));
    }
  });
});

describe('calls of files', () => {
  it('stand behind all others where they have no time, in the order of the file', () => {
    const rows = [row(1, { at: null }), row(2, { at: null }), row(3, { at: 9 })];
    rows.sort((a, b) => compareRows(a, b, { column: 'time', down: false }));
    assert.deepEqual(
      rows.map(({ id }) => id),
      [3, 1, 2],
    );
  });

  it('have words of their own for what there is of a body', () => {
    const key = (/** @type {Partial<Row>} */ changes) => stateKey(row(1, changes));
    assert.equal(key({ bodyState: 'cut' }), 'panel_body_cut');
    assert.equal(key({ bodyState: 'cut', source: 'a.har' }), 'panel_body_cut_saved');
    assert.equal(key({ bodyState: 'unsaved', source: 'a.har' }), 'panel_body_unsaved');
  });
});

describe('the filter', () => {
  const rows = [
    row(1, { path: '/calendar', scopes: ['Calendar.Read'] }),
    row(2, { path: '/contact', platform: 'feishu' }),
    row(3, { path: '/granted', verdict: 'none' }),
  ];

  it('wants every word, in any case', () => {
    const state = new PanelState();
    state.filter('CALENDAR 403', false);
    assert.deepEqual(ids(viewOf(state, rows)), [1]);
    state.filter('calendar 404', false);
    assert.deepEqual(ids(viewOf(state, rows)), []);
  });

  it('takes a pattern, and goes on with the last valid one', () => {
    const state = new PanelState();
    state.filter('cal.*read|contact', true);
    assert.deepEqual(ids(viewOf(state, rows)), [1, 2]);
    state.filter('cal(', true);
    assert.ok(state.badPattern);
    assert.deepEqual(ids(viewOf(state, rows)), [1, 2]);
  });

  it('takes a bracket for a bracket where it is no pattern', () => {
    const state = new PanelState();
    state.filter('cal(', false);
    assert.ok(!state.badPattern);
    assert.deepEqual(ids(viewOf(state, rows)), []);
  });

  it('knows platform, finding, and the switch for granted calls', () => {
    const state = new PanelState();
    state.platform = 'feishu';
    assert.deepEqual(ids(viewOf(state, rows)), [2]);
    state.platform = '';
    state.allCalls = true;
    state.kind = 'none';
    assert.deepEqual(ids(viewOf(state, rows)), [3]);
  });

  it('gives way to a call that is led to', () => {
    const state = new PanelState();
    state.filter('calendar', false);
    state.platform = 'feishu';
    state.reveal(/** @type {Row} */ (rows[2]));
    assert.deepEqual(ids(viewOf(state, rows)), [1, 2, 3]);
  });

  it('drops what the devtools page has dropped', () => {
    const state = new PanelState();
    viewOf(state, rows);
    assert.ok(state.take({ name: 'dropped', params: { below: 3, tally: state.tally } }));
    assert.deepEqual([...state.rows.keys()], [3]);
  });
});

describe('the geometry', () => {
  const geometry = new Geometry();
  geometry.line = 10;
  geometry.count = 100;
  geometry.cards = [
    { index: 2, height: 50 },
    { index: 5, height: 30 },
  ];

  it('knows where each line stands, and which stands where', () => {
    assert.deepEqual(
      [0, 2, 3, 5, 6].map((index) => geometry.top(index)),
      [0, 20, 80, 100, 140],
    );
    assert.equal(geometry.total, 1080);
    for (let index = 0; index < 100; index += 1) {
      assert.equal(geometry.indexAt(geometry.top(index)), index);
      assert.equal(geometry.indexAt(geometry.top(index) + 9), index);
    }
  });

  it('takes a card for its line, and what lies outside for the nearest', () => {
    assert.equal(geometry.indexAt(40), 2);
    assert.equal(geometry.indexAt(-500), 0);
    assert.equal(geometry.indexAt(99_999), 99);
  });
});
