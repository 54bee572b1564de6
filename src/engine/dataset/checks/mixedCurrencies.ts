import type { Issue } from '../../core/issue';
import { issue } from '../../core/issue';
import type { OpportunityColumns } from '../opportunityColumns';
import { placeOf } from '../stack';

/**
 * Amounts of several currencies are not added up rightly: by the currency column, else by the symbols and formats of
 * the amounts themselves.
 */
export function mixedCurrencies({ stack, texts, amount }: OpportunityColumns): Issue[] {
  const seen = texts.currency?.labels ?? [...(amount?.currencies ?? [])];
  const currencies = [...new Set(seen.map((c) => c.trim().toUpperCase()))].sort();
  if (!amount || currencies.length < 2) return [];
  const place = placeOf(stack, 0, texts.currency ? 'currency' : 'amount');
  return [
    issue(
      'mixedCurrencies',
      'warning',
      { currencies },
      place && {
        source: place.source,
        sheet: place.sheet,
        ...(place.column !== undefined && { column: place.column }),
      },
    ),
  ];
}
