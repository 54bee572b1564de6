import fc from 'fast-check';
import { riskTable, riskTableFromDays } from '../../../src/engine/stats/riskTable';
import { durations, halfDays, tally } from '../../support/survival';

describe('riskTable', () => {
  it('counts a deal censored on day 2 as at risk on day 2: events precede censorings', () => {
    expect(riskTable([2, 2, 2, 3, 3, 5], [1, 0, 1, 0, 2, 0], 2)).toEqual({
      times: Float64Array.of(2, 3, 5),
      atRisk: Float64Array.of(6, 3, 1),
      events: [Float64Array.of(2, 0, 0), Float64Array.of(0, 1, 0)],
      censored: Float64Array.of(1, 1, 1),
    });
  });

  it('has those at risk who entered before a time and exit at it or later', () => {
    const table = riskTable([4, 9, 2], [1, 0, 1], 1, [0, 4, 1]);
    // At 4 the second has only just entered: entry < t is false.
    expect(table.atRisk).toEqual(Float64Array.of(2, 1, 1));
  });

  it('is empty without rows', () => {
    const empty = { times: new Float64Array(0), atRisk: new Float64Array(0), censored: new Float64Array(0) };
    expect(riskTable([], [], 2)).toEqual({ ...empty, events: [new Float64Array(0), new Float64Array(0)] });
    expect(riskTableFromDays([new Int32Array(9)], new Int32Array(3))).toEqual({
      ...empty,
      events: [new Float64Array(0)],
    });
  });

  it('refuses rows that the data checks exclude', () => {
    expect(() => riskTable([-1], [1], 1)).toThrow(RangeError);
    expect(() => riskTable([NaN], [1], 1)).toThrow(RangeError);
    expect(() => riskTable([Infinity], [0], 1)).toThrow(RangeError);
    expect(() => riskTable([3], [2], 1)).toThrow(RangeError);
    expect(() => riskTable([3], [0.5], 1)).toThrow(RangeError);
    expect(() => riskTable([3], [1], 1, [3])).toThrow(RangeError);
    expect(() => riskTable([3], [1], 1, [NaN])).toThrow(RangeError);
  });

  it('equals plain counting, row by row', () => {
    const rows = fc.array(
      fc.record({
        entry: fc.integer({ min: 0, max: 12 }),
        stay: fc.integer({ min: 1, max: 12 }),
        cause: fc.integer({ min: 0, max: 2 }),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(rows, fc.boolean(), (drawn, delayed) => {
        const [entries, causes] = [drawn.map((r) => r.entry), drawn.map((r) => r.cause)];
        const exits = drawn.map((r) => r.entry + r.stay);
        const table = riskTable(exits, causes, 2, delayed ? entries : undefined);
        const times = [...new Set(exits)].sort((a, b) => a - b);
        const count = (holds: (exit: number, i: number) => boolean): number => exits.filter(holds).length;
        expect([...table.times]).toEqual(times);
        expect([...table.atRisk]).toEqual(
          times.map((t) => count((exit, i) => t <= exit && (!delayed || (entries[i] ?? NaN) < t))),
        );
        [table.censored, ...table.events].forEach((column, cause) =>
          expect([...column]).toEqual(
            times.map((t) => count((exit, i) => exit === t && causes[i] === cause)),
          ),
        );
      }),
    );
  });

  it('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(
        durations(2).chain((d) =>
          fc.tuple(fc.constant(d), fc.shuffledSubarray([...d.days.keys()], { minLength: d.days.length })),
        ),
        ([{ days, causes }, order]) => {
          const shuffled = riskTable(
            order.map((i) => days[i] ?? NaN),
            order.map((i) => causes[i] ?? NaN),
            2,
          );
          expect(shuffled).toEqual(riskTable(days, causes, 2));
        },
      ),
    );
  });
});

describe('riskTableFromDays', () => {
  it('equals the table of the rows, a day of zero counting as half', () => {
    fc.assert(
      fc.property(durations(3), (drawn) => {
        const { events, censored } = tally(drawn, 3);
        expect(riskTableFromDays(events, censored)).toEqual(riskTable(halfDays(drawn.days), drawn.causes, 3));
      }),
    );
  });

  it('equals the table of the rows with delayed entry', () => {
    const rows = fc.array(
      fc.record({
        entry: fc.integer({ min: 0, max: 9 }),
        stay: fc.integer({ min: 0, max: 9 }),
        cause: fc.integer({ min: 0, max: 2 }),
      }),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(rows, (drawn) => {
        // Who ends on the day of a delayed entry was never at risk.
        const seen = drawn.filter(({ entry, stay }) => stay > 0 || entry === 0);
        const days = seen.map(({ entry, stay }) => entry + stay);
        const causes = seen.map(({ cause }) => cause);
        const { events, censored } = tally({ days, causes }, 2);
        const entered = new Int32Array(12);
        for (const { entry } of seen) entered[entry]!++;
        expect(riskTableFromDays(events, censored, entered)).toEqual(
          riskTable(
            halfDays(days),
            causes,
            2,
            seen.map(({ entry }) => entry),
          ),
        );
      }),
    );
  });

  it('refuses more that end than were ever at risk', () => {
    expect(() => riskTableFromDays([Int32Array.of(0, 0, 2)], new Int32Array(0), Int32Array.of(1))).toThrow(
      RangeError,
    );
    expect(() =>
      riskTableFromDays([Int32Array.of(0, 0, 1)], new Int32Array(0), Int32Array.of(0, 0, 1)),
    ).toThrow(RangeError);
  });

  it('takes arrays of different lengths', () => {
    const short = riskTableFromDays([Int32Array.of(0, 1), new Int32Array(0)], Int32Array.of(0, 0, 0, 2));
    expect(short).toEqual(riskTable([1, 3, 3], [1, 0, 0], 2));
  });

  it('makes one table of two tallies added together', () => {
    fc.assert(
      fc.property(durations(2), durations(2), (a, b) => {
        const both = { days: [...a.days, ...b.days], causes: [...a.causes, ...b.causes] };
        const [ta, tb] = [tally(a, 2), tally(b, 2)];
        const add = (x: Int32Array, y: Int32Array | undefined): Int32Array =>
          Int32Array.from(
            { length: Math.max(x.length, y?.length ?? 0) },
            (_, i) => (x[i] ?? 0) + (y?.[i] ?? 0),
          );
        expect(
          riskTableFromDays(
            ta.events.map((column, k) => add(column, tb.events[k])),
            add(ta.censored, tb.censored),
          ),
        ).toEqual(riskTable(halfDays(both.days), both.causes, 2));
      }),
    );
  });
});
