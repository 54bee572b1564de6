import { lognormalAtLeast } from '../../../stats/lognormal';
import { quantile } from '../../../stats/quantile';

/** What is known of a person for a quota: cents of credit of past whole years' worth, and how much of a full year counts. */
export interface QuotaPerson {
  readonly person: number;
  /** Quota of a year as it stands; null where none is set. */
  readonly quota: number | null;
  /** Credit of a year, from the periods looked at; null for someone without any. */
  readonly sold: number | null;
  /** The share of a full year's capacity: below 1 for someone who starts late or ramps up. */
  readonly capacity: number;
}

export interface QuotaAdvice {
  readonly person: number;
  readonly quota: number | null;
  /** Credit to be expected. */
  readonly expected: number;
  /** Capacity-based: the team's median full-year credit × the person's capacity, scaled so that all quotas add up to the sum wanted. */
  readonly suggested: number;
  /** P(credit ≥ quota) under the spread of attainment around the person's expected credit; null without a quota. */
  readonly reaches: number | null;
  readonly reachesSuggested: number;
}

export interface QuotaSetting {
  readonly people: readonly QuotaAdvice[];
  readonly target: number | null;
  readonly quotas: number;
  readonly suggested: number;
  /** Σ quota ÷ target: 1.1 is 10 % over-assigned, so that the target is met although not everyone reaches the quota. */
  readonly overAssignment: number | null;
  /** Σ of what is expected to be sold: the team's capacity. */
  readonly capacity: number;
}

/**
 * Capacity-based quotas (C13). A person's expected credit is what a full year brings at the median of the team, drawn to the
 * person's own record: the mean of both, for one year says as much of chance as of the person. The chance to reach a
 * quota is that of a lognormal with this mean and the team's σ.
 */
export function setQuotas(
  people: readonly QuotaPerson[],
  sigma: number,
  target: number | null,
  overAssigned: number,
): QuotaSetting {
  const full = people.flatMap(({ sold, capacity }) =>
    sold !== null && capacity > 0 ? [sold / capacity] : [],
  );
  const typical = quantile(full, 0.5) ?? 0;
  const expected = people.map(({ sold, capacity }) =>
    sold === null ? typical * capacity : (typical * capacity + sold) / 2,
  );
  const capacity = expected.reduce((sum, credit) => sum + credit, 0);
  const wanted = target === null ? capacity : target * (1 + overAssigned);
  const chance = (credit: number, quota: number): number =>
    credit > 0 ? lognormalAtLeast({ zero: 0, mu: Math.log(credit) - sigma ** 2 / 2, sigma }, quota) : 0;
  const advice = people.map(({ person, quota }, i): QuotaAdvice => {
    const suggested = capacity > 0 ? (wanted * expected[i]!) / capacity : 0;
    return {
      person,
      quota,
      expected: expected[i]!,
      suggested,
      reaches: quota === null ? null : chance(expected[i]!, quota),
      reachesSuggested: chance(expected[i]!, suggested),
    };
  });
  const quotas = people.reduce((sum, { quota }) => sum + (quota ?? 0), 0);
  return {
    people: advice,
    target,
    quotas,
    suggested: advice.reduce((sum, one) => sum + one.suggested, 0),
    overAssignment: target !== null && target > 0 ? quotas / target : null,
    capacity,
  };
}
