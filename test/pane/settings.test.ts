import fc from 'fast-check';
import { NO_SETTINGS, type PaneSettings, settingsFrom } from '../../src/pane/settings';

const settings: PaneSettings = {
  mapping: {
    tables: [
      {
        source: 'Pipeline.xlsx',
        sheet: 'Deals',
        headerRow: 1,
        role: 'opportunities',
        columns: { id: 'Deal ID', stage: '' },
        stageDates: [{ stage: 'Demo', header: 'Demo on' }],
        activityCounts: [],
        measures: [],
        dateOrders: { created: 'dmy' },
      },
      { sheet: 'Old', role: 'ignored' },
    ],
    stages: [{ name: 'Lead', kind: 'open' }],
  },
  values: { horizonDays: 60, breakdownBy: 'owner' },
  tables: { hires: [{ who: 'New hire', month: 45000, ramped: false, left: null }] },
  seed: 7,
  asOf: '2024-03-14',
};

it('reads back what was kept', () => {
  expect(settingsFrom(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
});

it('leaves out what it cannot read', () => {
  expect(settingsFrom(undefined)).toEqual(NO_SETTINGS);
  expect(
    settingsFrom({
      mapping: {
        tables: [{ role: 'people' }, { sheet: 'A', role: 'nonsense', dateOrders: { x: 'ydm' } }],
        stages: [4],
      },
      values: { horizonDays: null, confidence: 0.9 },
      tables: { hires: [{ who: 'A', cost: { a: 1 } }, 4], other: 'x' },
      seed: 1.5,
      asOf: 'yesterday',
    }),
  ).toEqual({
    mapping: { tables: [{ sheet: 'A', dateOrders: {} }] },
    tables: { hires: [{ who: 'A' }], other: [] },
    values: { confidence: 0.9 },
    seed: 1,
    asOf: '',
  });
});

it('never fails, whatever stands there', () => {
  fc.assert(
    fc.property(fc.anything(), (saved) => {
      const read = settingsFrom(saved);
      expect(settingsFrom(read)).toEqual(read);
    }),
  );
});
