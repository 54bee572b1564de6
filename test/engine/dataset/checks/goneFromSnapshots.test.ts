import { runFunnel } from '../../../../src/engine/analyses/funnel/compute';
import { dayOfIso } from '../../../../src/engine/core/day';
import { asOf } from '../../../support/circumstances';
import { only, readTables } from '../../../support/read';

const HEADER = ['snapshotDate', 'id', 'stage', 'created', 'closed'];
const LISTS = [
  ['2024-01-31', '1', 'Demo', '2024-01-05', null],
  ['2024-01-31', '2', 'Demo', '2024-01-06', null],
  ['2024-01-31', '3', 'Demo', '2024-01-07', null],
  ['2024-02-29', '1', 'Offer', '2024-01-05', null],
  ['2024-02-29', '2', 'Demo', '2024-01-06', null],
  ['2024-02-29', '3', 'Closed Won', '2024-01-07', '2024-02-20'],
  ['2024-03-31', '1', 'Closed Won', '2024-01-05', '2024-03-15'],
  ['2024-03-31', '4', 'Demo', '2024-03-06', null],
];
const read = (day: string) =>
  readTables([{ role: 'opportunities', rows: [HEADER, ...LISTS] }], { asOf: day });

it('a deal missing from later lists while open is counted, and followed to its last list only', () => {
  const { dataset, issues } = read('2024-03-31');
  expect(only(issues, 'goneFromSnapshots')).toEqual({
    code: 'goneFromSnapshots',
    severity: 'note',
    facts: { deals: 1 },
    place: { source: 'Book.xlsx', sheet: 'opportunities', row: 6 },
  });
  const run = (dealHorizonDays: number) =>
    runFunnel(dataset!, { dealHorizonDays }, asOf('2024-03-31')).value!;
  const [demo] = run(60).stages;
  expect(demo).toMatchObject({ name: 'Demo', entered: 4, advanced: 2, open: 2 });
  // Nobody is known to have been in Demo for longer than deal 2, which the first list had, until its last list.
  const days = dayOfIso('2024-02-29')! - (dayOfIso('2024-01-06')! + dayOfIso('2024-01-31')!) / 2;
  expect(demo!.curve.advance.at(-1)!.day).toBeLessThanOrEqual(Math.ceil(days));
  // Created 85 days before, it was followed for 54: it is among those observed for 50 days and not for 60.
  expect(run(50).wonWithinHorizon).toMatchObject({ x: 1, n: 3 });
  expect(run(60).wonWithinHorizon).toMatchObject({ x: 1, n: 2 });
  expect(run(60).cohorts[0]).toMatchObject({ created: 4, mature: false });
});

it('on an earlier day it was still listed', () => {
  const { dataset, issues } = read('2024-02-29');
  expect(issues.map(({ code }) => code)).not.toContain('goneFromSnapshots');
  expect([...dataset!.opportunities!.lastListed!]).toEqual([NaN, NaN, NaN]);
});
