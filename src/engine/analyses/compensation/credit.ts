import { dayOfIso } from '../../core/day';
import type { CompensationBook, Credits, Period } from './book';
import { converted } from './mechanics/currency';
import type { Component } from './plan';

/** Whether a credit passes a component's filters; labels are compared without regard to case. */
function passing({ only, starts, ends }: Component, credits: Credits): (credit: number) => boolean {
  const filters = Object.entries(only ?? {}).map(([field, values]) => {
    const column = credits.texts[field];
    const wanted = new Set(values.map((value) => value.trim().toLowerCase()));
    const passes = (column?.labels ?? []).map((label) => wanted.has(label.trim().toLowerCase()));
    return (credit: number): boolean => passes[column?.codes[credit] ?? -1] ?? false;
  });
  const from = (starts && dayOfIso(starts)) || -Infinity;
  const to = (ends && dayOfIso(ends)) || Infinity;
  return (credit) => {
    const day = Math.floor(credits.day[credit]!);
    return day >= from && day <= to && filters.every((passes) => passes(credit));
  };
}

/**
 * What each credit adds to a component: cents of the plan's currency (P10: of revenue or of gross margin), or units; NaN
 * where it does not count, and where its sheet does not say.
 */
export function basesOf(component: Component, credits: Credits): Float64Array {
  const bases = new Float64Array(credits.count).fill(NaN);
  const passes = passing(component, credits);
  for (let i = 0; i < credits.count; i++) {
    if (!passes(i)) continue;
    if (component.basis === 'revenue') bases[i] = converted(component, credits, i, credits.amount[i]!);
    else if (component.basis === 'margin')
      bases[i] = converted(component, credits, i, credits.margin?.[i] ?? NaN);
    else if (component.basis === 'units') bases[i] = credits.units?.[i] ?? NaN;
    else if (component.basis === 'deals') bases[i] = credits.share[i]!;
  }
  return bases;
}

/** The period that a day is in, −1 outside of all and for NaN; periods adjoin and ascend. */
export function periodAt(periods: readonly Period[], day: number): number {
  if (day !== day) return -1;
  let [low, high] = [0, periods.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { start, end } = periods[middle]!;
    if (day < start) high = middle - 1;
    else if (day > end) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** Rows of the credits by person × periods + period, in order of day. */
export function creditsByCell({
  credits,
  people,
  periods,
}: CompensationBook): readonly (readonly number[])[] {
  const cells = Array.from({ length: people.length * periods.length }, (): number[] => []);
  if (!credits) return cells;
  for (let i = 0; i < credits.count; i++) {
    const person = credits.person[i]!;
    const period = periodAt(periods, Math.floor(credits.day[i]!));
    if (person >= 0 && period >= 0) cells[person * periods.length + period]!.push(i);
  }
  for (const cell of cells) cell.sort((a, b) => credits.day[a]! - credits.day[b]! || a - b);
  return cells;
}
