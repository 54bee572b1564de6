import { sameName } from '../../../dataset/values/sameName';
import { giniOf, type Gini } from '../../../stats/gini';
import type { ProportionInterval } from '../../../stats/proportion';
import { wilson } from '../../../stats/wilson';

/** One person's year as fairness looks at it; cents. */
export interface PaidPerson {
  readonly person: number;
  readonly name: string;
  readonly manager: string | null;
  readonly base: number;
  readonly payout: number;
  readonly credited: number;
  /** credited ÷ quota; null without a quota. */
  readonly attainment: number | null;
}

/** A seller who earns more in all than the manager: wanted by many plans, and a reason to look at the manager's. */
export interface Inversion {
  readonly manager: string;
  readonly managerPay: number;
  readonly seller: string;
  readonly sellerPay: number;
}

export interface Fairness {
  readonly people: number;
  /** Of payouts. */
  readonly gini: Gini | null;
  readonly atQuota: ProportionInterval & { readonly x: number; readonly n: number };
  /** The best paid seller of each manager who earns more than the manager. */
  readonly inversions: readonly Inversion[];
}

const payOf = ({ base, payout }: PaidPerson): number => base + payout;

export function fairnessOf(people: readonly PaidPerson[], confidence: number): Fairness {
  const attainments = people.flatMap(({ attainment }) => (attainment === null ? [] : [attainment]));
  const [x, n] = [attainments.filter((a) => a >= 1).length, attainments.length];
  return {
    people: people.length,
    gini: giniOf(people.map(({ payout }) => payout)),
    atQuota: { x, n, ...wilson(x, n, confidence) },
    inversions: people.flatMap((manager) => {
      const best = people
        .filter(
          (one) =>
            one.manager !== null &&
            sameName(one.manager) === sameName(manager.name) &&
            one.person !== manager.person,
        )
        .sort((p, q) => payOf(q) - payOf(p))[0];
      return best && payOf(best) > payOf(manager)
        ? [
            {
              manager: manager.name,
              managerPay: payOf(manager),
              seller: best.name,
              sellerPay: payOf(best),
            },
          ]
        : [];
    }),
  };
}
