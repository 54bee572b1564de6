import { binomialUpperTail } from './countDistributions';

export interface SignAgreement {
  /** How many point in the direction asked for, of all that point anywhere. */
  readonly agree: number;
  readonly of: number;
  /** Sign test, two-sided: as uneven by tosses of a coin (R: `binom.test`). 1 without anyone. */
  readonly p: number;
}

/** A value of 0 or none points nowhere. */
export function signAgreement(values: readonly (number | null)[], direction: 1 | -1): SignAgreement {
  const signs = values.flatMap((value) => (value === null || value === 0 ? [] : [Math.sign(value)]));
  const of = signs.length;
  const agree = signs.filter((sign) => sign === direction).length;
  const more = Math.max(agree, of - agree);
  return { agree, of, p: Math.min(1, 2 * binomialUpperTail(more - 1, of, 0.5)) };
}
