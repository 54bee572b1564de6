import { INITIAL, reduce, staleness, type PaneEvent, type PaneState } from '../../src/pane/state';
import type { RunView } from '../../src/app/runView';

const after = (...events: readonly PaneEvent[]): PaneState => events.reduce(reduce, INITIAL);

const view: RunView = {
  blocked: false,
  leadline: { version: '0.0.0', asOf: '2024-03-14', seed: 1, inputHash: 'abc' },
  inputs: [],
  questions: [],
  issues: [],
  analyses: {},
  limits: {},
  stages: [],
  values: { horizonDays: 120, confidence: 0.95 },
  tables: {},
  sheets: [],
};
const recognised: PaneEvent = {
  type: 'recognised',
  view: { tables: [], questions: [], issues: [] },
};
const ran = (state: PaneState): PaneEvent => ({
  type: 'ran',
  run: { view, settings: state.settings, sheetNames: {} },
});
const results = { kind: 'complete', sheets: [], stamp: undefined } as const;

describe('staleness', () => {
  const fresh = reduce(after(recognised), ran(INITIAL));

  it('is none for the settings of the run, also when changed there and back', () => {
    expect(staleness(fresh)).toBeUndefined();
    const changed = reduce(fresh, { type: 'valueChanged', id: 'horizonDays', value: 60 });
    expect(staleness(changed)).toBe('inputs');
    expect(
      staleness(reduce(changed, { type: 'valueChanged', id: 'horizonDays', value: undefined })),
    ).toBeUndefined();
  });

  it('is data when a sheet changed, until it is read again', () => {
    const changed = reduce(fresh, { type: 'dataChanged' });
    expect(staleness(changed)).toBe('data');
    expect(staleness(reduce(changed, { type: 'sheetsRead' }))).toBeUndefined();
  });

  it('stays none when values go to the sheet "Leadline Inputs" and come back from it', () => {
    const settings = {
      ...INITIAL.settings,
      values: { horizonDays: 120 },
      mapping: { tables: [{ sheet: 'Deals' }], stages: [{ name: 'Lead', kind: 'open' as const }] },
    };
    const run = reduce({ ...fresh, settings }, ran({ ...fresh, settings }));
    const written = reduce(run, { type: 'written', sheets: [], results });
    expect(written.settings).toMatchObject({ values: {}, mapping: { tables: [{ sheet: 'Deals' }] } });
    expect(written.settings.mapping.stages).toBeUndefined();
    expect(staleness(written)).toBeUndefined();
    const removed = reduce(written, {
      type: 'removed',
      results: { kind: 'none', sheets: [], stamp: undefined },
    });
    expect(removed.settings.values).toEqual({ horizonDays: 120, confidence: 0.95 });
    expect(staleness(removed)).toBeUndefined();
  });

  it('is not forgiven by writing', () => {
    const changed = reduce(fresh, { type: 'valueChanged', id: 'horizonDays', value: 60 });
    expect(staleness(reduce(changed, { type: 'dataChanged' }))).toBe('data');
    expect(staleness(changed)).toBe('inputs');
  });
});

it('never lets progress fall, and forgets it when the task ends', () => {
  const started = after({ type: 'taskStarted', kind: 'run', what: 'Calculating' });
  const on = [0.4, 0.2, 0.5].map((share): PaneEvent => ({ type: 'progressed', share, what: 'Counting' }));
  expect(on.slice(0, 2).reduce(reduce, started).task?.share).toBe(0.4);
  expect(reduce(on.reduce(reduce, started), { type: 'taskEnded' }).task).toBeUndefined();
  expect(reduce(INITIAL, on[0]!)).toBe(INITIAL);
});

it('goes from the first run to the data, and elsewhere stays where it is', () => {
  expect(after(recognised).page).toBe('data');
  expect(after({ type: 'pageChosen', page: 'funnel' }, recognised).page).toBe('funnel');
});

it('starts over with nothing but what stands in the workbook', () => {
  const used = after(recognised, { type: 'written', sheets: [], results }, { type: 'seedChanged', seed: 9 });
  expect(reduce(used, { type: 'startedOver' })).toEqual({
    ...INITIAL,
    results,
    announcement: 'Started over.',
  });
});

it('does not change the state that it was given', () => {
  const frozen = Object.freeze({ ...INITIAL, settings: Object.freeze({ ...INITIAL.settings }) });
  reduce(frozen, { type: 'valueChanged', id: 'horizonDays', value: 1 });
  expect(frozen.settings.values).toEqual({});
});
