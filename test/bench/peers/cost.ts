import { splitmix32, xoshiro128ss } from '../../../src/engine/core/random';
import { peer, type Peer } from '../case';
import { checkMeans, type BenchPlan, type CostWork } from '../compensation.bench';

/** Normal draws by Box and Muller, in pairs, as one writes them. */
function normals(seed: number): () => number {
  const word = splitmix32(seed);
  const next = xoshiro128ss([word(), word(), word(), word()]);
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    const radius = Math.sqrt(-2 * Math.log((next() + 1) / 2 ** 32));
    const angle = 2 * Math.PI * (next() / 2 ** 32);
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}

const means = (totals: readonly ArrayLike<number>[]): number[] =>
  totals.map((ofPlan) => Array.from(ofPlan).reduce((a, b) => a + b, 0) / ofPlan.length);

/** Objects all the way: one result for each run, person and plan. */
function plainObjects({ plans, target, runs, mu, sigma }: CostWork): number[] {
  const normal = normals(1);
  const people = Array.from(target, (cents) => ({ target: cents }));
  const pays = (plan: BenchPlan, attainments: readonly number[]): number =>
    plan
      .map(({ weight, tiers }, m) => {
        const a = attainments[m]!;
        return (
          weight *
          tiers
            .map(({ from, rate }, t) => ({ from, rate, to: tiers[t + 1]?.from ?? Infinity }))
            .filter(({ from }) => a > from)
            .reduce((sum, { from, rate, to }) => sum + rate * (Math.min(a, to) - from), 0)
        );
      })
      .reduce((a, b) => a + b, 0);
  const results = Array.from({ length: runs }, () => {
    const years = people.map((person) => ({
      person,
      attainments: mu.map((m, i) => Math.exp(m + sigma[i]! * normal())),
    }));
    return plans.map((plan) =>
      years.reduce((sum, { person, attainments }) => sum + person.target * pays(plan, attainments), 0),
    );
  });
  return means(plans.map((_, p) => results.map((ofRun) => ofRun[p]!)));
}

/** What one writes who knows that objects are slow: typed arrays, a loop over the tiers, nothing made in it. */
function typedArrays({ plans, target, runs, mu, sigma }: CostWork): number[] {
  const normal = normals(1);
  const measures = mu.length;
  const tiers = plans[0]![0]!.tiers.length;
  const flat = plans.flat();
  const from = Float64Array.from(flat.flatMap((part) => part.tiers.map((tier) => tier.from)));
  const to = from.map((_, i) => (i % tiers === tiers - 1 ? Infinity : from[i + 1]!));
  const rate = Float64Array.from(flat.flatMap((part) => part.tiers.map((tier) => part.weight * tier.rate)));
  const totals = plans.map(() => new Float64Array(runs));
  const attainment = new Float64Array(measures);
  for (let run = 0; run < runs; run++)
    for (let person = 0; person < target.length; person++) {
      for (let m = 0; m < measures; m++) attainment[m] = Math.exp(mu[m]! + sigma[m]! * normal());
      for (let p = 0, at = 0; p < plans.length; p++) {
        let pay = 0;
        for (let m = 0; m < measures; m++) {
          const a = attainment[m]!;
          for (let t = 0; t < tiers; t++, at++)
            if (a > from[at]!) pay += rate[at]! * ((a < to[at]! ? a : to[at]!) - from[at]!);
        }
        totals[p]![run]! += target[person]! * pay;
      }
    }
  return means(totals);
}

export const costPeers = (work: CostWork): readonly Peer[] => [
  peer(
    'objects',
    () => plainObjects(work),
    (found) => checkMeans(work, found),
  ),
  peer(
    'typed arrays',
    () => typedArrays(work),
    (found) => checkMeans(work, found),
  ),
];
