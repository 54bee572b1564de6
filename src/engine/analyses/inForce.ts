import { moneyOf } from '../core/money';

/** An amount (cents) that a person may give instead of what the data say; null where neither tells. */
export interface InForce<Source extends string> {
  readonly value: number | null;
  readonly fromData: number | null;
  readonly source: 'given' | Source;
}

/** What a person gave, in units (0: nothing), wins over what the data say, in cents; a what-if makes it so many times as large. */
export function amountInForce<Source extends string>(
  given: number,
  fromData: number | null,
  source: Source,
  times = 1,
): InForce<Source> {
  const cents = moneyOf(given) ?? 0;
  return cents > 0
    ? { value: cents * times, fromData, source: 'given' }
    : { value: fromData === null ? null : fromData * times, fromData, source };
}
