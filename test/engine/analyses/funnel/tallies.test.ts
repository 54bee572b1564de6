import fc from 'fast-check';
import { runFunnel } from '../../../../src/engine/analyses/funnel/compute';
import { addCounts, daysIn } from '../../../../src/engine/analyses/funnel/dayCounts';
import { dealsAsOf } from '../../../../src/engine/analyses/funnel/deals';
import { byText, crossed, EVERYONE } from '../../../../src/engine/analyses/funnel/grouping';
import { mergeOutcomeTallies, tallyOutcomes } from '../../../../src/engine/analyses/funnel/outcomeTally';
import { mergeStageTallies, spanOf, tallyStages } from '../../../../src/engine/analyses/funnel/stageTally';
import { visitsOf } from '../../../../src/engine/analyses/funnel/visits';
import { asDay } from '../../../../src/engine/core/day';
import type { Dataset } from '../../../../src/engine/dataset/dataset';
import { asOf } from '../../../support/circumstances';
import type { DealRow } from '../../../support/dataset';
import { datasetOf, stageMapOf } from '../../../support/dataset';

const TODAY = 45_000;
const STAGES = stageMapOf('A', 'B', 'C', 'D');
const NAMES = STAGES.map(({ name }) => name);

const deal: fc.Arbitrary<DealRow> = fc
  .record({
    created: fc.option(fc.integer({ min: TODAY - 500, max: TODAY + 5 }), { nil: undefined }),
    closed: fc.option(fc.integer({ min: TODAY - 500, max: TODAY + 5 }), { nil: undefined }),
    outcome: fc.constantFrom('open' as const, 'won' as const, 'lost' as const),
    amount: fc.option(fc.integer({ min: -5_000, max: 9_000_000 }), { nil: undefined }),
    owner: fc.option(fc.constantFrom('Ada', 'Bo', 'Cy'), { nil: undefined }),
    steps: fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.integer({ min: 0, max: 300 })), { maxLength: 7 }),
  })
  .map(({ created, closed, outcome, amount, owner, steps }) => ({
    outcome,
    ...(created !== undefined && { created }),
    ...(closed !== undefined && outcome !== 'open' && { closed }),
    ...(amount !== undefined && { amount }),
    texts: { segment: 'S', ...(owner !== undefined && { owner }) },
    path: steps.map(([name, before]) => [name, TODAY - before] as const).sort(([, a], [, b]) => a - b),
  }));
const deals = fc.array(deal, { minLength: 1, maxLength: 30 });

function prepared(rows: readonly DealRow[]) {
  const dataset: Dataset = datasetOf(rows, STAGES);
  const { opportunities, history, stages } = dataset;
  const all = dealsAsOf(opportunities!, history, stages, asDay(TODAY));
  const owner = opportunities!.texts['owner'];
  const segment = byText(opportunities!.texts['segment']!);
  const grouping = owner ? crossed(byText(owner), segment) : segment;
  const visits = visitsOf({ deals: all, stages, history: history! });
  return { all, grouping, visits };
}

describe('tallies', () => {
  it('of any two parts, merged, are the tally of the whole', () => {
    fc.assert(
      fc.property(deals, fc.nat(30), (rows, at) => {
        const { all, grouping, visits } = prepared(rows);
        const cut = Math.min(at, rows.length);
        for (const by of [EVERYONE, grouping]) {
          expect(mergeStageTallies(tallyStages(visits, by, 0, cut), tallyStages(visits, by, cut))).toEqual(
            tallyStages(visits, by),
          );
          expect(
            mergeOutcomeTallies(tallyOutcomes(all, by, 90, 0, cut), tallyOutcomes(all, by, 90, cut)),
          ).toEqual(tallyOutcomes(all, by, 90));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('of all groups add up to the tally of everyone', () => {
    fc.assert(
      fc.property(deals, (rows) => {
        const { grouping, visits } = prepared(rows);
        const everyone = tallyStages(visits, EVERYONE);
        const groups = tallyStages(visits, grouping);
        const cells = everyone.deals.length;
        const sums = new Array<number>(cells).fill(0);
        groups.deals.forEach((n, cell) => (sums[cell % cells]! += n));
        expect(sums).toEqual(Array.from(everyone.deals));
        for (let cell = 0; cell < cells; cell++) {
          let sum: Int32Array = new Int32Array(0);
          for (let at = cell; at < groups.deals.length; at += cells)
            sum = addCounts(sum, daysIn(groups.days, at));
          expect(sum).toEqual(daysIn(everyone.days, cell));
          expect(spanOf(everyone, cell).n).toBe(sum.reduce((n, count) => n + count, 0));
        }
      }),
    );
  });
});

describe('a finding', () => {
  it('does not depend on the order of the rows', () => {
    const named = deals.map((rows) => rows.map((row, i) => ({ ...row, id: `Deal ${i}` })));
    const shuffled = named.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows], { minLength: rows.length })),
    );
    // Open deals say in which row they stand.
    const placeless = ({ value, ...rest }: ReturnType<typeof runFunnel>) => ({
      ...rest,
      value: value && {
        ...value,
        ageing: { ...value.ageing, deals: value.ageing.deals.map(({ place: _, ...deal }) => deal) },
      },
    });
    fc.assert(
      fc.property(shuffled, ([rows, others]) => {
        const run = (of: readonly DealRow[]) => placeless(runFunnel(datasetOf(of, STAGES), {}, asOf(TODAY)));
        expect(run(others)).toEqual(run(rows));
      }),
      { numRuns: 20 },
    );
  });

  it('accounts for every deal: entered = advanced + lost + open, and nobody is passed and entered', () => {
    fc.assert(
      fc.property(deals, (rows) => {
        const { value } = runFunnel(datasetOf(rows, STAGES), {}, asOf(TODAY));
        if (!value) return;
        for (const stage of value.stages) {
          expect(stage.advanced + stage.lost + stage.open).toBe(stage.entered);
          expect(stage.dwellDays.n + stage.undated).toBe(stage.entered);
          expect(stage.entered + stage.passed).toBeLessThanOrEqual(value.basis.opportunities);
          expect(stage.movedBack).toBeLessThanOrEqual(stage.entered);
        }
        const reached = value.stages.map(({ reached: { x } }) => x);
        expect([...reached].sort((a, b) => b - a)).toEqual(reached);
        value.funnels.forEach(({ inOrder, touched }) => expect(inOrder).toBeLessThanOrEqual(touched));
      }),
      { numRuns: 40 },
    );
  });

  it('has incidences that together never exceed one', () => {
    fc.assert(
      fc.property(deals, (rows) => {
        const { value } = runFunnel(datasetOf(rows, STAGES), {}, asOf(TODAY));
        for (const { curve } of value?.stages ?? [])
          curve.advance.forEach(({ estimate }, i) => {
            const sum = estimate! + curve.lost[i]!.estimate!;
            expect(sum).toBeLessThanOrEqual(1 + 1e-12);
            expect(sum).toBeGreaterThanOrEqual(0);
          });
      }),
      { numRuns: 40 },
    );
  });
});
