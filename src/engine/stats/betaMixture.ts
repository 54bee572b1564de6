import { betaLowerTail, logBeta } from './beta';

/** A mixture of beta distributions with shapes a and b; weights add up to 1. */
export interface BetaMixture {
  readonly weight: Float64Array;
  readonly a: Float64Array;
  readonly b: Float64Array;
}

/** P(X ≤ t). */
export function mixtureLowerTail({ weight, a, b }: BetaMixture, t: number): number {
  let sum = 0;
  for (let i = 0; i < weight.length; i++) sum += weight[i]! * betaLowerTail(t, a[i]!, b[i]!);
  return Math.min(1, sum);
}

/** The slope of the distribution function by the share's log-odds. */
function slope({ weight, a, b }: BetaMixture, t: number): number {
  const [log, logRest] = [Math.log(t), Math.log1p(-t)];
  let sum = 0;
  for (let i = 0; i < weight.length; i++) {
    sum += weight[i]! * Math.exp(a[i]! * log + b[i]! * logRest - logBeta(a[i]!, b[i]!));
  }
  return sum;
}

const logit = (p: number): number => Math.log(p / (1 - p));
const shareOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
/** Log-odds beyond which a share is 0 or 1 as far as doubles tell. */
const FAR = 700;
/** From so near, in log-odds of the probability, one more step of Newton's method leads as near as doubles tell. */
const NEAR = 0.003;

/** Newton's method between log-odds of the share and of the probability, where the curve is nearly straight. */
export function mixtureQuantile(mixture: BetaMixture, p: number, start: number): number {
  const goal = logit(p);
  let [from, to] = [-FAR, FAR];
  let at = Math.min(to, Math.max(from, logit(start)));
  for (let step = 0; step < 100; step++) {
    const t = shareOf(at);
    const reached = mixtureLowerTail(mixture, t);
    const miss = logit(reached) - goal;
    if (miss < 0) from = at;
    else to = at;
    const next = at - (miss * reached * (1 - reached)) / slope(mixture, t);
    at = next >= from && next <= to ? next : (from + to) / 2;
    if (Math.abs(miss) < NEAR || to - from < NEAR) break;
  }
  return shareOf(at);
}
