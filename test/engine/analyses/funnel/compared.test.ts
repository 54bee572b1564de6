import { assumptions } from '../../../../src/engine/analyses/funnel/assumptions';
import { runFunnel } from '../../../../src/engine/analyses/funnel/compute';
import type { FunnelFinding } from '../../../../src/engine/analyses/funnel/finding';
import { describeFunnel } from '../../../../src/engine/analyses/funnel/report';
import { initialValues } from '../../../../src/engine/core/assumptionValues';
import { valueOf } from '../../../../src/engine/report/formula';
import type { Table } from '../../../../src/engine/report/report';
import { asOf } from '../../../support/circumstances';
import type { DealRow } from '../../../support/dataset';
import { datasetOf, stageMapOf } from '../../../support/dataset';
import { STAMP } from '../../../support/report';

const TODAY = 45_000;

/** `won` of `n` decided deals with these texts. */
const deals = (won: number, n: number, texts: Readonly<Record<string, string>>): readonly DealRow[] =>
  Array.from({ length: n }, (_, i) => ({
    outcome: i < won ? 'won' : 'lost',
    created: TODAY - 60,
    closed: TODAY - 5 - (i % 30),
    texts,
    path: [['A', TODAY - 60]],
  }));

const found = (rows: readonly DealRow[], values = {}): FunnelFinding =>
  runFunnel(datasetOf(rows, stageMapOf('A', 'B')), values, asOf(TODAY)).value!;

const blocksOf = (finding: FunnelFinding) =>
  describeFunnel(finding, initialValues(assumptions), STAMP).sheets.flatMap(({ blocks }) => blocks);
const textOf = (finding: FunnelFinding): string =>
  blocksOf(finding)
    .flatMap((block) => (block.block === 'note' ? [block.text] : []))
    .join(' ');
function cellOf(finding: FunnelFinding, table: string, row: string, column: string): unknown {
  const of = blocksOf(finding).find((b): b is Table => b.block === 'table' && b.id === table)!;
  return valueOf(of.rows.find(([name]) => name === row)![of.columns.findIndex(({ id }) => id === column)]!);
}

/** Small counts, so that the test is one by permutation; a queue that never wins; and deals that nobody owns. */
const TEAM = [
  ...Array.from({ length: 24 }, (_, i) => i).flatMap((i) =>
    deals(3 + (i % 2), 8 + (i % 3), { owner: `Ann ${i}`, segment: i % 2 ? 'Small' : 'Large' }),
  ),
  ...deals(11, 12, { owner: 'Dee', segment: 'Large' }),
  ...deals(0, 1500, { owner: 'Queue', segment: 'Small' }),
  ...deals(0, 30, { segment: 'Large' }),
];

describe('owners are compared once', () => {
  const finding = found(TEAM);
  const byOwner = finding.breakdowns[0]!;

  it('and the break-down gives the same test and the same verdicts as the people', () => {
    expect(byOwner.by).toBe('owner');
    expect(byOwner.test.method).toBe('permutation');
    expect(byOwner.test).toEqual(finding.peopleSummary!.test);
    for (const { person, pooled, chanceAbove, standing } of finding.people)
      expect(byOwner.groups.find(({ name }) => name === person)).toMatchObject({
        pooled,
        chanceAbove,
        standing,
      });
    const unasked = found(TEAM, { breakdownBy: 'segment' }).breakdowns.find(({ by }) => by === 'owner')!;
    expect(unasked.test).toEqual(byOwner.test);
  });

  it('without the queue, which is set apart, and without blank cells', () => {
    expect(byOwner.test.groups).toBe(25);
    for (const name of ['Queue', '(blank)']) {
      const group = byOwner.groups.find((g) => g.name === name)!;
      expect(group).toMatchObject({ pooled: { estimate: null }, chanceAbove: null, standing: 'unclear' });
      expect(cellOf(finding, 'breakdown', name, 'against')).toBe('Not compared');
    }
    expect(finding.people.find(({ person }) => person === 'Queue')!.setApart).toBe(true);
    const crossed = found(TEAM, { breakdownBy: 'owner', breakdownAndBy: 'segment' }).breakdowns[0]!;
    expect(crossed.test.groups).toBe(25);
    expect(crossed.groups.find(({ keys }) => keys[0] === 'Queue')!.pooled.estimate).toBe(null);
  });
});

describe('columns that tell of the outcome', () => {
  const rows = [
    ...deals(0, 30, { owner: 'Ann', lossReason: 'Price', forecastCategory: 'Omitted' }),
    ...deals(30, 30, { owner: 'Ann', forecastCategory: 'Closed' }),
  ];
  it.each(['lossReason', 'forecastCategory'])('%s is counted, not tested', (breakdownBy) => {
    const finding = found(rows, { breakdownBy });
    expect(finding.breakdowns[0]).toMatchObject({ by: breakdownBy, test: { method: 'none' }, curves: null });
    expect(textOf(finding)).toMatch(/tells how deals ended/);
    const others = found(rows, { breakdownBy: 'owner' }).breakdowns.map(({ by }) => by);
    expect(others).not.toContain(breakdownBy);
  });
});

describe('where all deals end alike people are not compared, and it says why', () => {
  it.each([
    [0, /cannot be compared: no deal has been won yet/],
    [12, /cannot be compared: no deal has been lost/],
  ] as const)('%i of 12 won', (won, sentence) => {
    const finding = found(['Ann', 'Bob', 'Cy'].flatMap((owner) => deals(won, 12, { owner })));
    for (const person of finding.people)
      expect(person).toMatchObject({ pooled: { estimate: null, low: null }, chanceAbove: null, band: null });
    expect(textOf(finding)).toMatch(sentence);
    expect(textOf(finding)).not.toMatch(/two groups|nobody is ranked|band B/i);
  });

  it('one owner is nobody to rank either', () => {
    const finding = found(deals(5, 12, { owner: 'Ann' }));
    expect(textOf(finding)).toMatch(/there are not two groups/);
    expect(textOf(finding)).not.toMatch(/nobody is ranked|band B/i);
  });
});

describe('below the smallest group shown as a percentage', () => {
  const finding = found([
    ...deals(4, 4, { owner: 'Few' }),
    ...deals(5, 60, { owner: 'Ann' }),
    ...deals(40, 60, { owner: 'Bob' }),
    ...deals(6, 60, { owner: 'Cy' }),
  ]);
  it('nobody stands above or below, has a place or a difference', () => {
    expect(finding.peopleSummary!.test.differ).toBe(true);
    expect(finding.people.find(({ person }) => person === 'Few')!).toMatchObject({
      x: 4,
      standing: 'unclear',
      band: 'B',
      place: null,
    });
    expect(found(TEAM, { minimumForPercent: 30 }).people.every(({ band }) => band !== 'A')).toBe(true);
    for (const column of ['rate', 'others', 'othersLow', 'othersHigh'])
      expect(cellOf(finding, 'people', 'Few', column)).toBe(column === 'rate' ? '4 of 4' : null);
    expect(cellOf(finding, 'people', 'Ann', 'others')).toBeLessThan(0);
  });

  it('what differs at nine in ten is called probable, not sure', () => {
    expect(finding.people.find(({ person }) => person === 'Bob')!.band).toBe('A');
    expect(cellOf(finding, 'breakdown', 'Bob', 'against')).toBe('Probably above');
    expect(textOf(finding)).toContain('1 person probably above the company (A), 2 probably below (C)');
    expect(textOf(finding)).not.toMatch(/surely/i);
  });

  it('no stage is the bottleneck', () => {
    const slowly = (n: number) =>
      found(
        deals(n, n, { owner: 'Ann' }).map((deal) => ({
          ...deal,
          path: [
            ['A', TODAY - 60],
            ['B', TODAY - 10],
          ],
          closed: TODAY - 5,
        })),
      ).conformance!.bottleneck;
    expect(slowly(4)).toBe(null);
    expect(slowly(5)).toMatchObject({ stage: 'A', meanDays: 50 });
  });

  it('the money has no rate', () => {
    const one = found([{ ...deals(0, 1, { owner: 'Ann' })[0]!, amount: 100 }]);
    expect(one.valueWinRate).toMatchObject({ deals: 1, estimate: 0 });
    expect(textOf(one)).not.toMatch(/By amount/);
  });
});
