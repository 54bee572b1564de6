import type { TextColumn } from '../../dataset/dataset';
import { LOST, WON } from '../../dataset/dataset';
import { sameName } from '../../dataset/values/sameName';
import { betaBinomialPosterior } from '../../stats/betaBinomial';
import { pooledMoments } from '../../stats/pooledShare';
import type { Deals } from '../funnel/deals';
import type { Stays } from './stays';

/** Fewer owners than this with decided deals cannot be compared. */
const FEWEST_OWNERS = 3;

/** How many times the team's odds an owner has, of a deal (row of opportunities) in a stage (−1: not known). */
export type OwnerOdds = (row: number, stage: number) => number;

const odds = (p: number): number => p / (1 - p);

/**
 * The odds of the owner's pooled win rate ÷ those of the team's, among deals that were in the same stage: an owner who
 * is handed deals late wins more of them without being better. Pooling draws an owner with few decided deals to the
 * team, so that two lucky wins change little. Undefined without owners.
 */
export function ownerOddsOf(
  owner: TextColumn | undefined,
  deals: Deals,
  stays: Stays,
): OwnerOdds | undefined {
  if (!owner) return undefined;
  const groups = new Map<string, number>();
  const groupOf = Int32Array.from(owner.labels, (label) => {
    const key = sameName(label);
    const at = groups.get(key) ?? groups.size;
    groups.set(key, at);
    return at;
  });
  const size = groups.size;
  const stages = stays.stages.length;
  // One more row of counts than there are stages: of all deals.
  const won = new Float64Array((stages + 1) * size);
  const decided = new Float64Array((stages + 1) * size);
  const count = (deal: number, stage: number): void => {
    const outcome = deals.outcome[deal]!;
    const code = owner.codes[deal]!;
    if (code < 0 || (outcome !== WON && outcome !== LOST)) return;
    const at = stage * size + groupOf[code]!;
    decided[at]!++;
    if (outcome === WON) won[at]!++;
  };
  const countedFor = new Int32Array(stages).fill(-1);
  for (let s = 0; s < stays.deal.length; s++) {
    const [deal, stage] = [stays.deal[s]!, stays.stage[s]!];
    if (countedFor[stage] === deal) continue;
    countedFor[stage] = deal;
    count(deal, stage);
  }
  for (let i = 0; i < deals.count; i++) count(i, stages);
  // Worked out for a stage when a deal stands in it: pooling takes its time.
  const known: (Float64Array | undefined)[] = [];
  return (row, stage) => {
    const code = owner.codes[row]!;
    if (code < 0) return 1;
    const k = stage < 0 ? stages : stage;
    known[k] ??= ratiosOf(won.subarray(k * size, (k + 1) * size), decided.subarray(k * size, (k + 1) * size));
    return known[k][groupOf[code]!]!;
  };
}

/** By owner: pooled odds ÷ the team's; 1 where too few owners, or no wins or losses, are there to compare. */
function ratiosOf(won: Float64Array, decided: Float64Array): Float64Array {
  const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
  const team = sum(won) / sum(decided);
  if (decided.filter((n) => n > 0).length < FEWEST_OWNERS || !(team > 0 && team < 1)) return won.map(() => 1);
  const posterior = betaBinomialPosterior(won, decided);
  return won.map((x, g) =>
    decided[g] === 0 ? 1 : odds(pooledMoments(posterior, { x, n: decided[g]! }).mean) / odds(team),
  );
}

/** A probability whose odds are so many times as high. Nought and one stay what they are. */
export const withOdds = (p: number, ratio: number): number =>
  p <= 0 || p >= 1 ? p : 1 - 1 / (1 + odds(p) * ratio);
