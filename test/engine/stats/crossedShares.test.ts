import fc from 'fast-check';
import { randomFrom } from '../../../src/engine/core/random';
import { crossedShares } from '../../../src/engine/stats/crossedShares';
import { normalDraw } from '../../../src/engine/stats/normalDraws';

interface Table {
  readonly values: readonly number[];
  readonly person: readonly number[];
  readonly time: readonly number[];
}

/** people × times values with these standard deviations. */
function drawn(
  seed: number,
  people: number,
  times: number,
  ofPerson: number,
  ofTime: number,
  rest: number,
): Table {
  const random = randomFrom(seed);
  const [p, t] = [people, times].map((n) => Array.from({ length: n }, () => normalDraw(random))) as [
    number[],
    number[],
  ];
  const cells = p.flatMap((own, i) =>
    t.map((common, k) => ({ i, k, x: ofPerson * own + ofTime * common + rest * normalDraw(random) })),
  );
  return { values: cells.map(({ x }) => x), person: cells.map(({ i }) => i), time: cells.map(({ k }) => k) };
}

const sharesOf = ({ values, person, time }: Table) => crossedShares(values, person, time);

/** Mean squares of a balanced two-way table without replication. */
function byAnova({ values, person, time }: Table, people: number, times: number) {
  const mean = (of: readonly number[]) => of.reduce((a, b) => a + b, 0) / of.length;
  const all = mean(values);
  const rows = Array.from({ length: people }, (_, i) => mean(values.filter((_, at) => person[at] === i)));
  const columns = Array.from({ length: times }, (_, k) => mean(values.filter((_, at) => time[at] === k)));
  const squares = (of: readonly number[]) => of.reduce((sum, x) => sum + x * x, 0);
  const msRows = (times * squares(rows.map((x) => x - all))) / (people - 1);
  const msColumns = (people * squares(columns.map((x) => x - all))) / (times - 1);
  const residual = values.map((x, at) => x - rows[person[at]!]! - columns[time[at]!]! + all);
  const msRest = squares(residual) / ((people - 1) * (times - 1));
  return { p: (msRows - msRest) / times, t: (msColumns - msRest) / people, e: msRest };
}

describe('what people and times have in common', () => {
  it('is what the analysis of variance says of a balanced table', () => {
    fc.assert(
      fc.property(
        fc.integer(),
        fc.integer({ min: 3, max: 8 }),
        fc.integer({ min: 3, max: 8 }),
        (seed, people, times) => {
          const table = drawn(seed, people, times, 1, 0.7, 1);
          const { p, t, e } = byAnova(table, people, times);
          fc.pre(p > 0 && t > 0);
          const { ofPerson, ofTime } = sharesOf(table);
          expect(ofPerson).toBeCloseTo(p / (p + t + e), 9);
          expect(ofTime).toBeCloseTo(t / (p + t + e), 9);
        },
      ),
    );
  });

  it('is what the table was drawn with', () => {
    const { ofPerson, ofTime } = sharesOf(drawn(3, 120, 120, 1, Math.SQRT2, 1));
    expect(ofPerson).toBeCloseTo(0.25, 1);
    expect(ofTime).toBeCloseTo(0.5, 1);
  });

  it('is not known of two people or two times, and nothing where all are alike', () => {
    expect(sharesOf(drawn(1, 2, 12, 1, 1, 1)).ofPerson).toBe(0);
    expect(sharesOf(drawn(1, 12, 1, 1, 1, 1))).toEqual({ ofPerson: 0, ofTime: 0 });
    expect(crossedShares([], [], [])).toEqual({ ofPerson: 0, ofTime: 0 });
    expect(crossedShares([1, 1, 1], [0, 1, 2], [0, 0, 0])).toEqual({ ofPerson: 0, ofTime: 0 });
  });

  it('never adds up to more than all', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.double({ min: -3, max: 3, noNaN: true }),
            fc.integer({ min: 0, max: 5 }),
            fc.integer({ min: 0, max: 5 }),
          ),
          { maxLength: 40 },
        ),
        (rows) => {
          const { ofPerson, ofTime } = crossedShares(
            rows.map(([x]) => x),
            rows.map(([, p]) => p),
            rows.map(([, , t]) => t),
          );
          expect(ofPerson).toBeGreaterThanOrEqual(0);
          expect(ofTime).toBeGreaterThanOrEqual(0);
          expect(ofPerson + ofTime).toBeLessThanOrEqual(1 + 1e-12);
        },
      ),
    );
  });
});
