import { runFunnel } from '../../../src/engine/analyses/funnel/compute';
import { dayOfIso } from '../../../src/engine/core/day';
import { LOST, OPEN, WON } from '../../../src/engine/dataset/dataset';
import type { Cell } from '../../../src/engine/dataset/rawTable';
import { asOf as circumstances } from '../../support/circumstances';
import { readTables } from '../../support/read';

const serial = (iso: string): number => dayOfIso(iso)!;
const DEALS = ['id', 'stage', 'created', 'closed'];
const STAGES = [
  { name: 'Demo', kind: 'open' },
  { name: 'Offer', kind: 'open' },
  { name: 'Won', kind: 'won' },
  { name: 'Lost', kind: 'lost' },
] as const;

const readAsOf = (
  asOf: string,
  deals: readonly (readonly Cell[])[],
  changes: readonly (readonly Cell[])[],
  from = false,
) =>
  readTables(
    [
      { role: 'opportunities', rows: [DEALS, ...deals] },
      {
        role: 'stageHistory',
        rows: [['opportunity', 'toStage', 'changed', ...(from ? ['fromStage'] : [])], ...changes],
      },
    ],
    { asOf, stages: STAGES },
  ).dataset!;

/** Outcome and close of the only deal on a day. */
function stateOn(
  asOf: string,
  deal: readonly Cell[],
  ...changes: readonly (readonly [Cell, Cell])[]
): readonly [number, number] {
  const { opportunities } = readAsOf(
    asOf,
    [deal],
    changes.map(([stage, day]) => ['1', stage, day]),
  );
  return [opportunities!.outcome[0]!, opportunities!.closed[0]!];
}

describe('a past day does not see what came after', () => {
  it('of a deal won, reopened and won again', () => {
    const on = (asOf: string) =>
      stateOn(
        asOf,
        ['1', 'Won', '2024-01-01', '2024-03-01'],
        ['Demo', '2024-01-01'],
        ['Won', '2024-01-30'],
        ['Offer', '2024-02-10'],
        ['Won', '2024-03-01'],
      );
    expect(on('2024-01-29')).toEqual([OPEN, NaN]);
    expect(on('2024-02-05')).toEqual([WON, serial('2024-01-30')]);
    expect(on('2024-02-15')).toEqual([OPEN, NaN]);
    expect(on('2024-03-01')).toEqual([WON, serial('2024-03-01')]);
  });

  it('of a deal won and later lost, with and without a close date of its own', () => {
    for (const close of ['2024-03-20', null]) {
      const on = (asOf: string) =>
        stateOn(
          asOf,
          ['1', 'Lost', '2024-01-01', close],
          ['Demo', '2024-01-01'],
          ['Won', '2024-02-01'],
          ['Lost', '2024-03-20'],
        );
      expect(on('2024-02-15')).toEqual([WON, serial('2024-02-01')]);
      expect(on('2024-03-20')).toEqual([LOST, serial('2024-03-20')]);
    }
  });

  it('of a deal that was reopened and is open by now', () => {
    const on = (asOf: string) =>
      stateOn(
        asOf,
        ['1', 'Offer', '2024-01-01', '2024-12-31'],
        ['Demo', '2024-01-01'],
        ['Won', '2024-02-01'],
        ['Offer', '2024-03-20'],
      );
    expect(on('2024-02-15')).toEqual([WON, serial('2024-02-01')]);
    expect(on('2024-03-20')).toEqual([OPEN, NaN]);
  });

  it('nor takes a close entered late for an open deal', () => {
    const on = (asOf: string) =>
      stateOn(asOf, ['1', 'Won', '2024-01-01', '2024-01-30'], ['Demo', '2024-01-01'], ['Won', '2024-02-10']);
    expect(on('2024-02-05')).toEqual([WON, serial('2024-01-30')]);
  });

  it('of the stage of a deal that moved only later: the from-stage if given, else none', () => {
    const entered = (from: boolean) => {
      const dataset = readAsOf(
        '2024-01-31',
        [
          ['1', 'Offer', '2024-01-01', null],
          ['2', 'Demo', '2024-01-01', null],
          ['3', 'Won', '2024-01-02', '2024-06-01'],
        ],
        [
          ['1', 'Offer', '2024-03-01', 'Demo'],
          ['3', 'Offer', '2024-04-01', 'Demo'],
          ['3', 'Won', '2024-06-01', 'Offer'],
        ].map((row) => row.slice(0, from ? 4 : 3)),
        from,
      );
      const finding = runFunnel(dataset, {}, circumstances(serial('2024-01-31'))).value!;
      expect(finding.outcomes).toMatchObject({ won: 0, lost: 0, open: 3 });
      return finding.stages.map(({ name, entered: n, open }) => `${name} ${n} ${open}`);
    };
    expect(entered(true)).toEqual(['Demo 3 3', 'Offer 0 0']);
    // Deal 2 never moved; of the two others nothing is known of that day but that they were open.
    expect(entered(false)).toEqual(['Demo 1 1', 'Offer 0 0']);
  });
});
