import fc from 'fast-check';
import {
  compositeIndex,
  diffusionIndex,
  nextIndex,
  steadyWeights,
  symmetricChanges,
} from '../../../src/engine/stats/compositeIndex';
import { expectClose, reference } from '../../support/reference';

interface PublishedStep {
  readonly name: 'conference_board_published_step';
  readonly input: {
    readonly previous_index: number;
    readonly sum_of_contributions: number;
    readonly average_weekly_hours: readonly number[];
    readonly standardization_factor: number;
  };
  readonly expected: Readonly<Record<'symmetric_pct_change' | 'contribution' | 'new_index', number>> & {
    readonly published: Readonly<Record<'symmetric' | 'contribution' | 'index', number>>;
  };
}
interface SeriesCase {
  readonly name: string;
  readonly input: { readonly series: Readonly<Record<string, readonly number[]>> };
  readonly expected: {
    readonly change: Readonly<Record<string, readonly number[]>>;
    readonly weights: Readonly<Record<string, number>>;
    readonly growth: readonly number[];
    readonly index: readonly number[];
    readonly diffusion_1m: readonly number[];
  };
}
const { cases } = reference<PublishedStep | SeriesCase>('composite_index');
const EXACT = { relative: 1e-10, absolute: 1e-12 };

it('takes the step that The Conference Board published (March to April 1998)', () => {
  const { input, expected } = cases.find((c): c is PublishedStep => !('series' in c.input))!;
  const [change] = symmetricChanges(Float64Array.from(input.average_weekly_hours));
  const contribution = input.standardization_factor * change!;
  const next = nextIndex(input.previous_index, input.sum_of_contributions);
  expectClose(
    [change!, contribution, next],
    [expected.symmetric_pct_change, expected.contribution, expected.new_index],
    'step',
    EXACT,
  );
  const { published } = expected;
  expectClose([change!, contribution], [published.symmetric, published.contribution], 'as printed', {
    relative: 0,
    absolute: 0.005,
  });
  expect(Math.abs(next - published.index)).toBeLessThan(0.05);
});

it('agrees with an independent implementation in numpy', () => {
  const { input, expected } = cases.find((c): c is SeriesCase => 'series' in c.input)!;
  const names = Object.keys(input.series);
  const series = names.map((name) => ({
    values: Float64Array.from(input.series[name]!),
    direction: 1 as const,
  }));
  const changes = series.map(({ values }) => symmetricChanges(values));
  names.forEach((name, i) => expectClose(changes[i]!, expected.change[name]!, name, EXACT));
  const { weights, growth, index } = compositeIndex(series);
  expectClose(
    weights,
    names.map((name) => expected.weights[name]!),
    'weights',
    EXACT,
  );
  expectClose(growth, expected.growth, 'growth', EXACT);
  expectClose(index, expected.index, 'index', EXACT);
  expectClose(diffusionIndex(changes), expected.diffusion_1m, 'diffusion', EXACT);
});

const amounts = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 2, maxLength: 30 });

it('comes back to where it was, and is above 0 whatever happens', () => {
  fc.assert(
    fc.property(amounts, fc.integer({ min: 1, max: 50 }), (drawn, unit) => {
      const values = Float64Array.from(drawn, (value) => value + 1);
      const there = {
        values: Float64Array.from([...values, ...[...values].reverse()]),
        direction: 1 as const,
      };
      const { index } = compositeIndex([there]);
      expect(index.every((level) => level > 0 && level < Infinity)).toBe(true);
      const steps = symmetricChanges(there.values);
      if (steps.some((change) => change !== 0) && steps.every((change) => Math.abs(change) < 100))
        expectClose([index.at(-1)!], [100], 'there and back');
      const scaled = { values: there.values.map((value) => unit * value), direction: 1 as const };
      expectClose(compositeIndex([scaled]).index, index, 'unit');
      // From nothing and back to nothing.
      const zeros = compositeIndex([{ values: Float64Array.from(drawn), direction: 1 }]).index;
      expect(zeros.every((level) => level > 0 && level < Infinity)).toBe(true);
    }),
  );
});

it('turns a series round that falls when things get better', () => {
  const values = Float64Array.of(10, 12, 9);
  expect(symmetricChanges(values, -1)).toEqual(symmetricChanges(values).map((change) => -change));
  const { index } = compositeIndex([{ values, direction: -1 }]);
  expect(index[1]).toBeLessThan(100);
  expect(index[2]).toBeGreaterThan(100);
});

it('goes on without a series that is missing, and stays where nothing is known', () => {
  const [a, b] = [Float64Array.of(10, 11, 12, NaN, 13), Float64Array.of(20, NaN, 24, 25, 30)];
  const { growth, index, weights } = compositeIndex([
    { values: a, direction: 1 },
    { values: b, direction: 1 },
  ]);
  const changes = [symmetricChanges(a), symmetricChanges(b)];
  expectClose(
    [growth[0]!, growth[1]!, growth[2]!, growth[3]!],
    [changes[0]![0]!, changes[0]![1]!, changes[1]![2]!, changes[1]![3]!],
    'alone',
  );
  expect(weights.reduce((x, y) => x + y)).toBeCloseTo(1, 12);
  const gap = compositeIndex([{ values: Float64Array.of(10, NaN, 12, 15), direction: 1 }]);
  expect(gap.index.subarray(0, 3)).toEqual(Float64Array.of(100, 100, 100));
  expect(Array.from(diffusionIndex([Float64Array.of(NaN, 2, -0.04)]))).toEqual([NaN, 100, 50]);
  expect(index.length).toBe(5);
});

it('is empty of no series, and 100 of one that never changes', () => {
  expect(compositeIndex([])).toEqual({
    weights: new Float64Array(),
    growth: new Float64Array(),
    index: new Float64Array(),
  });
  expect(diffusionIndex([])).toEqual(new Float64Array());
  expect(compositeIndex([{ values: Float64Array.of(5, 5, 5), direction: 1 }]).index).toEqual(
    Float64Array.of(100, 100, 100),
  );
  expect(steadyWeights([Float64Array.of(1, 2), Float64Array.of(3, 3)])).toEqual(Float64Array.of(1, 0));
  expect(symmetricChanges(Float64Array.of(0, 0, 4))).toEqual(Float64Array.of(0, 200));
});
