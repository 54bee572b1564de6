import { randomFrom, type RandomSource } from '../../src/engine/core/random';
import { reference } from './reference';

/** A result, indicators, and which of them leads by how long; null where none does. */
export interface LeadWorld {
  readonly name: string;
  readonly periods: number;
  readonly result: Float64Array;
  readonly indicators: readonly Float64Array[];
  readonly truth: { readonly indicator: number; readonly lag: number } | null;
}

/** Every world is looked at with these lags. */
export const MOST_LAG = 6;

interface AcceptanceCase {
  readonly name: string;
  readonly input: {
    readonly outcome: readonly number[];
    readonly indicators: Readonly<Record<string, readonly number[]>>;
  };
  readonly expected: { readonly truth: { readonly indicator: string; readonly lag: number } | null };
}
interface AcceptanceSummary {
  readonly name: 'SUMMARY';
  readonly expected: Readonly<Record<string, Readonly<Record<'worlds' | 'right_indicator_and_lag', number>>>>;
}

const acceptance = () => reference<AcceptanceCase | AcceptanceSummary>('leading_acceptance').cases;

/** The simulated worlds of test/reference/leading_acceptance.json. */
export const acceptanceWorlds = (): LeadWorld[] =>
  acceptance().flatMap((c) =>
    'input' in c && 'outcome' in c.input
      ? [
          {
            name: c.name,
            periods: c.input.outcome.length,
            result: Float64Array.from(c.input.outcome),
            indicators: Object.values(c.input.indicators).map((values) => Float64Array.from(values)),
            truth: c.expected.truth && {
              indicator: Object.keys(c.input.indicators).indexOf(c.expected.truth.indicator),
              lag: c.expected.truth.lag,
            },
          },
        ]
      : [],
  );

/** In how many of the signal worlds of this length the reference implementation found the right indicator and lag. */
export function acceptanceRate(periods: number): number {
  const summary = acceptance().find((c): c is AcceptanceSummary => c.name === 'SUMMARY')!;
  const { worlds, right_indicator_and_lag: right } = summary.expected[`n=${periods}|signal`]!;
  return right / worlds;
}

function normals(random: RandomSource): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

/**
 * Four indicators without a lead that share trend, season and quarter-ends with the result, each with a memory of its own: what
 * the null worlds of the acceptance file are, from other seeds.
 */
export function nullWorld(periods: number, seed: number): LeadWorld {
  const random = randomFrom(seed).stream(`null world of ${periods}`);
  const normal = normals(random);
  const pick = (values: readonly number[]): number => values[Math.floor(random.next() * values.length)]!;
  const memory = (phi: number): Float64Array => {
    let value = 0;
    for (let t = 0; t < 60; t++) value = phi * value + normal();
    return Float64Array.from({ length: periods }, () => (value = phi * value + normal()));
  };
  const [phase, slope] = [Math.floor(random.next() * 12), pick([0, 0.04, 0.08])];
  const season = (t: number): number =>
    0.8 * Math.sin((2 * Math.PI * (t + phase)) / 12) + (t % 3 === 2 ? 1.2 : 0);
  const indicators = Array.from({ length: 4 }, () => {
    const [ofSeason, ofTrend] = [0.3 + 0.9 * random.next(), 1.5 * random.next()];
    return memory(pick([0, 0.3, 0.5])).map((value, t) =>
      Math.max(0, 40 + 8 * (value + ofSeason * season(t) + ofTrend * slope * t)),
    );
  });
  const result = memory(0.3).map((value, t) => 200 + 40 * (value + season(t) + slope * t));
  return { name: `null ${periods} #${seed}`, periods, result, indicators, truth: null };
}
