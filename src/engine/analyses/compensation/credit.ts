import type { CompensationBook, Credits } from './book';
import type { DealFact, Facts } from './facts';
import type { Component } from './plan';
import { snapped } from './rounding';
import { spanOf, type Span } from './spans';

/** What a credit adds to a component: cents, or units; NaN where its sheet does not say. */
export function baseOf(credits: Credits, credit: number, { basis }: Component): number {
  switch (basis) {
    case 'revenue':
      return credits.amount[credit]!;
    case 'margin':
      return credits.margin?.[credit] ?? NaN;
    case 'units':
      return credits.units?.[credit] ?? NaN;
    case 'deals':
      return 1;
    case 'typed':
      return NaN;
  }
}

/** Whether a credit passes a component's filter; labels are compared without regard to case. */
function passes(credits: Credits, credit: number, { only }: Component): boolean {
  return Object.entries(only ?? {}).every(([field, values]) => {
    const column = credits.texts[field];
    const label = column?.labels[column.codes[credit]!];
    return label !== undefined && values.some((value) => value.toLowerCase() === label.toLowerCase());
  });
}

/** Rows of the credits by person and period, in order of day. */
export function byPersonAndPeriod({
  credits,
  people,
  periods,
}: CompensationBook): readonly (readonly number[])[] {
  const cells = Array.from({ length: people.length * periods.length }, (): number[] => []);
  if (!credits) return cells;
  for (let i = 0; i < credits.count; i++) {
    const [person, day] = [credits.person[i]!, Math.floor(credits.day[i]!)];
    if (person < 0) continue;
    const period = periods.findIndex(({ start, end }) => day >= start && day <= end);
    if (period >= 0) cells[person * periods.length + period]!.push(i);
  }
  for (const cell of cells) cell.sort((a, b) => credits.day[a]! - credits.day[b]! || a - b);
  return cells;
}

/** A quota's part in one period of the book: by whole months where both are, else by days. Cents are not yet rounded. */
function partOf(quota: { start: number; end: number; amount: number }, start: number, end: number): number {
  const days = Math.min(quota.end, end) - Math.max(quota.start, start) + 1;
  return days <= 0 ? 0 : (quota.amount * days) / (quota.end - quota.start + 1);
}

/** The quota of a person for a component over a span of periods; null where none is set for any of it. */
export function quotaOver(
  component: Component,
  book: CompensationBook,
  person: number,
  { first, last }: Pick<Span, 'first' | 'last'>,
): number | null {
  const own = book.quotas.filter((quota) => quota.person === person);
  const named = own.filter(
    ({ measure }) => measure?.toLowerCase() === (component.quota ?? component.name).toLowerCase(),
  );
  const fitting =
    named.length > 0
      ? named
      : component.quota === undefined
        ? own.filter((q) => q.measure === undefined)
        : [];
  const [start, end] = [book.periods[first]!.start, book.periods[last]!.end];
  const amount = fitting.reduce((sum, quota) => sum + partOf(quota, start, end), 0);
  return amount > 0 ? amount : null;
}

/** The facts of a component, for one person at the end of one period. */
export function factsOf(
  component: Component,
  book: CompensationBook,
  cells: readonly (readonly number[])[],
  person: number,
  period: number,
): { readonly facts: Facts; readonly span: Span } {
  const { credits, people, periods } = book;
  const span = spanOf(component, book, period);
  const quota = quotaOver(component, book, person, span);
  let months = 0;
  let credited = 0;
  const deals: DealFact[] = [];
  for (let t = span.first; t <= span.last; t++) {
    months += periods[t]!.months;
    const typed = book.typed.find(
      (row) =>
        row.person === person &&
        row.period === t &&
        (row.measure === undefined || row.measure.toLowerCase() === component.name.toLowerCase()),
    );
    if (typed) {
      const own = quotaOver(component, book, person, { first: t, last: t });
      credited += typed.credited ?? (own === null ? 0 : snapped((typed.attainment ?? 0) * own));
    } else if (credits)
      for (const credit of cells[person * periods.length + t]!) {
        const base = passes(credits, credit, component) ? baseOf(credits, credit, component) : NaN;
        if (base !== base) continue;
        credited += base;
        const amount = credits.whole[credit]!;
        deals.push({
          credit,
          base,
          margin: credits.margin?.[credit] ?? NaN,
          term: credits.term?.[credit] ?? NaN,
          discount: credits.discount?.[credit] ?? NaN,
          amount,
        });
      }
  }
  const target =
    component.target === undefined
      ? ((people[person]!.target * months) / 12) * (component.weight ?? 1)
      : component.target * 100 * (months / Math.max(1, months));
  return { facts: { credited, quota, target, rateFactor: 1, deals }, span };
}
