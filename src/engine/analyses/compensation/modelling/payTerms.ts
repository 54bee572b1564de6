import type { CompensationBook } from '../book';
import type { Component } from '../plan';
import type { Prepared } from '../prepare';
import type { PayTerm } from './payAtAttainment';

/** One component with the days on which it pays. */
export interface ComponentTerms {
  readonly component: Component;
  readonly days: readonly PayDay[];
}

/** The end of one of a component's own periods. */
export interface PayDay {
  /** Position in the book. */
  readonly period: number;
  /** By person; null for who is not of the plan, or has neither quota nor credit. */
  readonly terms: readonly (PayTerm | null)[];
}

/**
 * When each component pays, and on what terms. What is paid year to date adds up to what the last day of the year pays on
 * the whole of it, so that it has one pay day a year. Who has no quota is measured against the mean credit of the person's
 * periods, else of everyone's.
 */
export const payTermsOf = (prepared: Prepared, book: CompensationBook): readonly ComponentTerms[] =>
  prepared.components.map((component, c) => {
    const periods = book.periods.flatMap((_, t) =>
      paysLast(prepared, component, c, t, book.periods.length) ? [t] : [],
    );
    const usual = usualCredit(prepared, book, c, periods);
    return {
      component,
      days: periods.map((period) => ({
        period,
        terms: book.people.map((_, person) => {
          if (!prepared.applies[person]) return null;
          const facts = prepared.facts(c, person, period);
          const volume = facts.quota ?? usual(person);
          return volume > 0 ? { facts, volume } : null;
        }),
      })),
    };
  });

function paysLast(
  prepared: Prepared,
  component: Component,
  c: number,
  period: number,
  periods: number,
): boolean {
  const span = prepared.span(c, period);
  if (!span.due || !component.yearToDate) return span.due;
  for (let later = period + 1; later < periods; later++) {
    const next = prepared.span(c, later);
    if (next.year === span.year && next.due) return false;
  }
  return true;
}

function usualCredit(
  prepared: Prepared,
  { people }: CompensationBook,
  c: number,
  periods: readonly number[],
): (person: number) => number {
  const means = people.map((_, person) =>
    prepared.applies[person]
      ? meanPositive(periods.map((period) => prepared.facts(c, person, period).credited))
      : 0,
  );
  const everyone = meanPositive(means);
  return (person) => means[person]! || everyone;
}

/** The mean of what is above zero; 0 where nothing is. */
function meanPositive(values: readonly number[]): number {
  const positive = values.filter((value) => value > 0);
  return positive.length === 0 ? 0 : positive.reduce((sum, value) => sum + value, 0) / positive.length;
}

/** The component that attainment is spoken of: the first with a quota, else the first; −1 without any. */
export function leadOf(terms: readonly ComponentTerms[]): number {
  const withQuota = terms.findIndex(({ days }) =>
    days.some((day) => day.terms.some((term) => term !== null && term.facts.quota !== null)),
  );
  return withQuota >= 0 ? withQuota : terms.length > 0 ? 0 : -1;
}
