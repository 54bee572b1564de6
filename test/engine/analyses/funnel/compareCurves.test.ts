import { compareCurves } from '../../../../src/engine/analyses/funnel/compareCurves';
import type { Deals } from '../../../../src/engine/analyses/funnel/deals';
import { tallyOutcomes } from '../../../../src/engine/analyses/funnel/outcomeTally';
import { asDay } from '../../../../src/engine/core/day';
import { LOST, OPEN, WON } from '../../../../src/engine/dataset/dataset';
import { grayCases, logRankCases } from '../../../support/groupReferences';
import { expectClose } from '../../../support/reference';

const START = 40_000;

/** Deals that ended so many days after creation: 1 won, 2 lost, 0 open; and their groups. */
function tallyOf(
  time: readonly number[],
  event: readonly number[],
  group: readonly string[],
  recordsFrom?: number,
) {
  const deals: Deals = {
    count: time.length,
    asOf: asDay(START + 10_000),
    outcome: Uint8Array.from(event, (e) => (e === 1 ? WON : e === 2 ? LOST : OPEN)),
    created: new Int32Array(time.length).fill(START),
    ended: Int32Array.from(time, (days) => START + days),
    ...(recordsFrom !== undefined && { recordsFrom: asDay(recordsFrom) }),
  };
  const labels = [...new Set(group)].sort();
  const codes = Int32Array.from(group, (label) => labels.indexOf(label));
  return { tally: tallyOutcomes(deals, { size: labels.length, codes }, 0), groups: labels.map((_, i) => i) };
}

const gray = grayCases();
const logRank = logRankCases().filter(({ input }) => !input.strata);

it.each(gray)('compares wins over time as cmprsk 2.2-11 does: $name', ({ input, expected }) => {
  const { tally, groups } = tallyOf(input.time, input.event, input.group);
  const { wins } = compareCurves(tally, groups, 0.95)!;
  const [first] = expected.gray_tests;
  expectClose([wins!.statistic, wins!.df, wins!.p], [first!.stat, first!.df, first!.p], 'Gray');
  expect(wins!.differ).toBe(first!.p < 0.05);
});

it.each(logRank)('compares days until decided as survival 3.5-3 does: $name', ({ input, expected }) => {
  const { tally, groups } = tallyOf(input.time, input.status, input.group);
  const { decided } = compareCurves(tally, groups, 0.95)!;
  expectClose(
    [decided!.statistic, decided!.df, decided!.p],
    [expected.logrank_chisq, expected.df, expected.logrank_p],
    'log-rank',
  );
});

it('makes no test of one group, of thirteen, or where nothing has ended; nor Gray’s where records begin late', () => {
  const one = tallyOf([3, 5], [1, 2], ['a', 'a']);
  expect(compareCurves(one.tally, one.groups, 0.95)).toBeNull();
  const names = Array.from({ length: 13 }, (_, i) => `g${i}`);
  const many = tallyOf(
    names.map(() => 5),
    names.map(() => 1),
    names,
  );
  expect(compareCurves(many.tally, many.groups, 0.95)).toBeNull();
  const open = tallyOf([3, 5], [0, 0], ['a', 'b']);
  expect(compareCurves(open.tally, open.groups, 0.95)).toBeNull();
  const late = tallyOf([30, 50, 20, 70], [1, 2, 1, 2], ['a', 'a', 'b', 'b'], START + 10);
  const found = compareCurves(late.tally, late.groups, 0.95);
  expect(found?.wins).toBeNull();
  expect(found?.decided).not.toBeNull();
});
