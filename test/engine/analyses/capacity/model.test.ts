import fc from 'fast-check';
import {
  monthlyAttrition,
  rampedOf,
  rampedTotal,
  teamOf,
  type Seat,
  type TeamRules,
} from '../../../../src/engine/analyses/capacity/model';
import { HIRING_WINDOW, solveHires } from '../../../../src/engine/analyses/capacity/solve';

const RULES: TeamRules = { months: 24, ramp: [], leaves: 0, timeToFill: undefined };
const ramped: Seat = { count: 1, from: -Infinity, until: undefined };
const hire = (from: number): Seat => ({ count: 1, from, until: undefined });

describe('published capacity cases', () => {
  it('7 ramped at 85% and 3 at 40% of 150k can win 1,072.5k', () => {
    const rules = { ...RULES, months: 1, ramp: [0.85, 0.4] };
    const team: readonly Seat[] = [
      { count: 7, from: 1, until: undefined },
      { count: 3, from: 0, until: undefined },
    ];
    expect(rampedTotal(teamOf(team, rules)) * 150).toBeCloseTo(1072.5, 9);
  });

  it('5 at 25%, 3 at 60%, 2 at 85% and 15 at 100% are 19.75 ramped equivalents', () => {
    const rules = { ...RULES, months: 1, ramp: [0.25, 0.6, 0.85] };
    const team = [5, 3, 2, 15].map((count, i): Seat => ({ count, from: 1 - i, until: undefined }));
    expect(rampedTotal(teamOf(team, rules))).toBeCloseTo(19.75, 12);
  });

  it('a hire with 1M a year, 3 months at 30% and 3 at 70%, wins 750k in the first year', () => {
    const rules = { ...RULES, months: 12, ramp: [0.3, 0.3, 0.3, 0.7, 0.7, 0.7] };
    expect((rampedTotal(teamOf([hire(1)], rules)) * 1e6) / 12).toBeCloseTo(750_000, 6);
  });
});

describe('the team', () => {
  it('loses the yearly share in twelve months', () => {
    const leaves = monthlyAttrition(0.2);
    const [first, ...rest] = teamOf([{ ...ramped, count: 10 }], { ...RULES, leaves });
    expect(first!.staff).toBe(10);
    expect(rest[11]!.staff).toBeCloseTo(8, 12);
  });

  it('replaces who leaves after the months that filling takes, through the ramp', () => {
    const rules = { ...RULES, months: 6, ramp: [0.5], timeToFill: 2 };
    const team = teamOf([{ ...ramped, until: 1 }], rules);
    expect(team.map(({ staff }) => staff)).toEqual([1, 0, 0, 1, 1, 1]);
    expect(team.map(({ ramped: eq }) => eq)).toEqual([1, 0, 0, 0.5, 1, 1]);
    expect(team.map(({ backfills }) => backfills)).toEqual([0, 0, 0, 1, 0, 0]);
    expect(team.map(({ namedLeavers }) => namedLeavers)).toEqual([1, 0, 0, 0, 0, 0]);
  });

  it('replaces who leaves before the first month is over', () => {
    const team = teamOf([{ ...ramped, until: 0 }], { ...RULES, months: 3, timeToFill: 1 });
    expect(team.map(({ staff }) => staff)).toEqual([0, 1, 1]);
  });

  const seats = fc.array(
    fc.record({
      count: fc.integer({ min: 1, max: 5 }),
      from: fc.integer({ min: -12, max: 24 }),
      until: fc.constant(undefined),
    }),
    { maxLength: 6 },
  );
  const rulesOf = fc.record({
    months: fc.constant(24),
    ramp: fc
      .array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 })
      .map((r) => r.sort((a, b) => a - b)),
    leaves: fc.double({ min: 0, max: 0.2, noNaN: true }),
    timeToFill: fc.option(fc.nat(6), { nil: undefined }),
  });

  it('is the sum of its seats: what one adds does not depend on the others', () => {
    fc.assert(
      fc.property(seats, seats, rulesOf, (a, b, rules) => {
        const together = rampedTotal(teamOf([...a, ...b], rules));
        const apart = rampedTotal(teamOf(a, rules)) + rampedTotal(teamOf(b, rules));
        expect(Math.abs(together - apart)).toBeLessThan(1e-9 * Math.max(1, together));
      }),
    );
  });

  it('keeps its people in balance: who is there was there before or joined, less who left', () => {
    fc.assert(
      fc.property(seats, rulesOf, (team, rules) => {
        const months = teamOf(team, rules);
        months.slice(1).forEach((month, i) => {
          const before = months[i]!;
          expect(month.staff).toBeCloseTo(before.staff - before.leavers + month.joined + month.backfills, 9);
          expect(month.ramped).toBeLessThanOrEqual(month.staff + 1e-9);
        });
      }),
    );
  });
});

describe('the solved hires', () => {
  const rules = { ...RULES, ramp: [0.25, 0.5, 0.75] };
  const base = rampedTotal(teamOf([ramped], rules));

  it('are none where the team suffices', () => {
    expect(solveHires([ramped], rules, base, 2, 4)).toEqual({ starts: [], reached: true });
  });

  it('say so when the goal cannot be reached', () => {
    const solved = solveHires([ramped], rules, 1e6, 1, 4);
    expect(solved.reached).toBe(false);
    expect(solved.starts).toHaveLength(HIRING_WINDOW - 3);
    expect(solveHires([ramped], rules, 1e6, 1, HIRING_WINDOW + 1)).toEqual({ starts: [], reached: false });
  });

  it('reach the goal, with one fewer they cannot, and none of them could start later', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 200, noNaN: true }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 10 }),
        (more, perMonth, first) => {
          const needed = base + more;
          const { starts, reached } = solveHires([ramped], rules, needed, perMonth, first);
          const gives = (months: readonly number[]) =>
            rampedTotal(teamOf([ramped, ...months.map(hire)], rules));
          for (const month of starts) {
            expect(month).toBeGreaterThanOrEqual(first);
            expect(month).toBeLessThanOrEqual(HIRING_WINDOW);
            expect(starts.filter((m) => m === month).length).toBeLessThanOrEqual(perMonth);
          }
          if (!reached) return;
          expect(gives(starts)).toBeGreaterThanOrEqual(needed - 1e-9);
          const earliest = starts.map((_, i) => first + Math.floor(i / perMonth));
          expect(gives(earliest.slice(0, -1))).toBeLessThan(needed);
          starts.forEach((month, i) => {
            const later = starts.map((m, k) => (k === i ? month + 1 : m));
            if (month === HIRING_WINDOW || starts.filter((m) => m === month + 1).length >= perMonth) return;
            expect(gives(later)).toBeLessThan(needed + 1e-9);
          });
        },
      ),
      { numRuns: 60 },
    );
  });
});

it('a hire does nothing before the first day, and everything after the ramp', () => {
  const rules = { ...RULES, ramp: [0.2, 0.6] };
  expect([1, 2, 3, 4, 5].map((month) => rampedOf(hire(3), month, rules))).toEqual([0, 0, 0.2, 0.6, 1]);
});
