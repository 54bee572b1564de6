import fc from 'fast-check';
import { overCommonTimes } from '../../../src/engine/stats/commonTimes';
import { grayTest } from '../../../src/engine/stats/grayTest';
import { logRankTest } from '../../../src/engine/stats/logRank';
import { quadraticForm } from '../../../src/engine/stats/quadraticForm';
import { riskTable, type RiskTable } from '../../../src/engine/stats/riskTable';
import { grayCases, logRankCases } from '../../support/groupReferences';
import { expectClose, reference } from '../../support/reference';
import { durations, halfDays } from '../../support/survival';
import { worldAOutcomes } from '../../support/worldA';

interface Rows {
  readonly time: readonly number[];
  readonly cause: readonly number[];
  readonly entry?: readonly number[];
}

/** A table per label, in order of the labels. */
function tablesBy(
  labels: readonly string[],
  { time, cause, entry }: Rows,
  causes: number,
  groups: readonly string[] = [...new Set(labels)].sort(),
): readonly RiskTable[] {
  return groups.map((label) => {
    const rows = labels.flatMap((other, i) => (other === label ? [i] : []));
    const of = (values: readonly number[]): readonly number[] => rows.map((i) => values[i]!);
    return riskTable(of(time), of(cause), causes, entry && of(entry));
  });
}

describe('log-rank', () => {
  const cases = logRankCases();

  it('has four reference cases', () => expect(cases.length).toBe(4));

  it.each(cases)("agrees with R's survival 3.5-3: $name", ({ input, expected }) => {
    const strata = input.strata ?? input.time.map(() => 'all');
    const tables = [...new Set(strata)].map((stratum) => {
      const rows = strata.flatMap((other, i) => (other === stratum ? [i] : []));
      return tablesBy(
        rows.map((i) => input.group[i]!),
        { time: rows.map((i) => input.time[i]!), cause: rows.map((i) => input.status[i]!) },
        1,
        [...new Set(input.group)].sort(),
      );
    });
    const test = logRankTest(tables);
    expectClose(test.observed, expected.observed, 'observed');
    expectClose(test.expected, expected.expected_events, 'expected');
    expectClose(
      [test.statistic, test.df, test.p],
      [expected.logrank_chisq, expected.df, expected.logrank_p],
      'log-rank',
    );
    const peto = logRankTest(tables, 'peto');
    expectClose([peto.statistic, peto.p], [expected.peto_rho1_chisq, expected.peto_p], 'Peto and Prentice');
  });

  it('gives the published χ² of men and women with lung cancer, 10.3', () => {
    // R's survival vignette: survdiff(Surv(time, status) ~ sex, lung).
    const { input } = cases[0]!;
    const tables = tablesBy(input.group, { time: input.time, cause: input.status }, 1);
    expect(logRankTest([tables]).statistic!.toFixed(1)).toBe('10.3');
  });

  it('compares those at risk at the time, with delayed entry too', () => {
    // By hand: at 3 two of A and one of B (the second of B enters at 3), at 5 one of A and two of B.
    const tables = tablesBy(
      ['A', 'A', 'B', 'B'],
      { time: [3, 9, 5, 8], cause: [1, 0, 1, 0], entry: [0, 1, 2, 3] },
      1,
    );
    const test = logRankTest([tables]);
    expectClose(test.observed, [1, 1], 'observed');
    expectClose(test.expected, [2 / 3 + 1 / 3, 1 / 3 + 2 / 3], 'expected');
    expect(test.statistic).toBeCloseTo(0, 12);
  });

  it('needs a table for each group in each stratum', () => {
    const table = riskTable([1], [1], 1);
    expect(() => logRankTest([[table, table], [table]])).toThrow(RangeError);
  });
});

describe("Gray's test", () => {
  const cases = grayCases();

  it("agrees with R's cmprsk 2.2-11 on women and men", () => {
    expect(cases.length).toBe(1);
    const { input, expected } = cases[0]!;
    const tables = tablesBy(input.group, { time: input.time, cause: input.event }, 2);
    for (const { cause, stat, df, p } of expected.gray_tests) {
      const test = grayTest(tables, Number(cause));
      expectClose([test.statistic, test.df, test.p], [stat, df, p], `cause ${cause}`);
    }
  });

  it("agrees with R's cmprsk 2.2-11 on eight people of the simulated pipeline", () => {
    interface World {
      readonly expected: {
        readonly gray?: readonly { readonly cause: number; readonly stat: number; readonly df: number }[];
      };
    }
    const { gray } = reference<World>('world_A_pipeline').cases.find((c) => c.expected.gray)!.expected;
    const { owner, days, cause } = worldAOutcomes();
    const tables = tablesBy(owner, { time: days, cause }, 2);
    for (const wanted of gray!) {
      const test = grayTest(tables, wanted.cause);
      expectClose([test.statistic, test.df], [wanted.stat, wanted.df], `cause ${wanted.cause}`);
    }
  });

  it('refuses delayed entry', () => {
    expect(() => grayTest([riskTable([3], [1], 1, [1]), riskTable([2], [1], 1)], 1)).toThrow(RangeError);
  });
});

const groups = fc.array(durations(2, 25), { minLength: 2, maxLength: 5 });
const tablesOf = (
  drawn: readonly { days: readonly number[]; causes: readonly number[] }[],
): readonly RiskTable[] => drawn.map(({ days, causes }) => riskTable(halfDays(days), causes, 2));

describe.each([
  ['log-rank', (tables: readonly RiskTable[]) => logRankTest([tables])],
  ['Peto and Prentice', (tables: readonly RiskTable[]) => logRankTest([tables], 'peto')],
  ['Gray', (tables: readonly RiskTable[]) => grayTest(tables, 1)],
] as const)('%s', (_, test) => {
  it('does not depend on the order of groups', () => {
    fc.assert(
      fc.property(groups, (drawn) => {
        const here = test(tablesOf(drawn));
        const there = test(tablesOf([...drawn].reverse()));
        expect(0 <= here.p && here.p <= 1).toBe(true);
        expect(there.df).toBe(here.df);
        expectClose([there.statistic, there.p], [here.statistic, here.p], 'reversed', {
          relative: 1e-6,
          absolute: 1e-9,
        });
      }),
    );
  });

  it('sees no difference between a group and itself, and nothing where nothing can differ', () => {
    fc.assert(
      fc.property(durations(2, 25), (drawn) => {
        const [table] = tablesOf([drawn]);
        const { statistic, p } = test([table!, table!]);
        if (statistic !== null) expect(statistic).toBeCloseTo(0, 9);
        expect(p).toBeCloseTo(1, 4);
      }),
    );
    const open = riskTable([3, 4], [0, 0], 2);
    for (const tables of [[], [open], [open, open], [riskTable([], [], 2), riskTable([1, 2], [1, 1], 2)]])
      expect(test(tables)).toMatchObject({ statistic: null, df: 0, p: 1 });
  });

  it('leaves a group of nobody out', () => {
    const [a, b] = [riskTable([1, 3, 4, 9], [1, 1, 2, 0], 2), riskTable([2, 3, 8, 8], [2, 1, 0, 1], 2)];
    const nobody = riskTable([], [], 2);
    const [here, there] = [test([a, b]), test([nobody, a, b])];
    expect(there.df).toBe(1);
    expect(there.statistic).toBeCloseTo(here.statistic!, 9);
  });
});

it('Gray’s test with one cause and the log-rank test agree about who is faster', () => {
  const slow = riskTable([5, 6, 7, 8, 9, 10, 11, 12], [1, 1, 1, 1, 1, 1, 1, 0], 1);
  const fast = riskTable([1, 2, 2, 3, 4, 5, 6, 7], [1, 1, 1, 1, 1, 1, 1, 0], 1);
  const [gray, logRank] = [grayTest([slow, fast], 1), logRankTest([[slow, fast]])];
  // Without another cause both test the same hypothesis, with slightly different variances.
  expect(Math.abs(gray.statistic! / logRank.statistic! - 1)).toBeLessThan(0.15);
});

describe('overCommonTimes', () => {
  it('has who was at risk in each group whenever something happened in one', () => {
    const [a, b] = overCommonTimes([riskTable([2, 5], [1, 0], 1), riskTable([3, 5, 5], [1, 1, 0], 1)]);
    expect(a).toEqual({
      times: Float64Array.of(2, 3, 5),
      atRisk: Float64Array.of(2, 1, 1),
      events: [Float64Array.of(1, 0, 0)],
      censored: Float64Array.of(0, 0, 1),
    });
    expect(b!.atRisk).toEqual(Float64Array.of(3, 3, 2));
  });

  it('equals plain counting, with delayed entry too', () => {
    const rows = fc.array(fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 9 })), {
      minLength: 1,
      maxLength: 15,
    });
    fc.assert(
      fc.property(fc.array(rows, { minLength: 1, maxLength: 4 }), fc.boolean(), (drawn, delayed) => {
        const tables = drawn.map((group) => {
          const exits = group.map(([entry, stay]) => entry + stay);
          return riskTable(
            exits,
            exits.map(() => 1),
            1,
            delayed ? group.map(([entry]) => entry) : undefined,
          );
        });
        overCommonTimes(tables).forEach((table, g) =>
          expect([...table.atRisk]).toEqual(
            [...table.times].map(
              (t) => drawn[g]!.filter(([entry, stay]) => t <= entry + stay && (!delayed || entry < t)).length,
            ),
          ),
        );
      }),
    );
  });
});

describe('quadraticForm', () => {
  it('is the square of z in a space of fewer directions', () => {
    // Variance of two and the same again: one direction.
    const twice = [Float64Array.of(4, 4), Float64Array.of(4, 4)];
    expect(quadraticForm([2, 2], twice)).toEqual({ statistic: 1, rank: 1 });
    const plain = [Float64Array.of(4, 0), Float64Array.of(0, 9)];
    expect(quadraticForm([2, 6], plain)).toEqual({ statistic: 5, rank: 2 });
    expect(quadraticForm([0, 3], [Float64Array.of(0, 0), Float64Array.of(0, 9)])).toEqual({
      statistic: 1,
      rank: 1,
    });
    expect(quadraticForm([], [])).toEqual({ statistic: 0, rank: 0 });
  });
});
