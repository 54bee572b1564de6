import type { Money } from '../../core/money';
import type { CompensationBook } from './book';
import { periodAt } from './credit';
import type { Measures } from './facts';
import { attainmentOfScorecard } from './mechanics/scorecard';
import { lessPaidBefore } from './mechanics/yearToDate';
import { payComponent } from './payComponent';
import type { ComponentPay, Payout, PayoutLine, Slice } from './payout';
import type { Plan } from './plan';
import { prepare, type Prepared } from './prepare';
import { newAccount, settle, type Account } from './settle';
import { slicesOf } from './slices';

/**
 * What a plan pays to each person in each period, explained: component → rule → slice → deal. Order: credit → threshold
 * → curve → gate (hurdle) → multiplier → cap → draw, true-up, clawback. Each component's pay is rounded once, to whole
 * cents, half away from zero, and its slices take shares of it by largest remainder: their sum is the payout.
 *
 * Never fails for data: what a plan or book cannot say has been an issue before, and pays nothing here.
 */
export function evaluate(plan: Plan, book: CompensationBook): Payout {
  const prepared = prepare(plan, book);
  const cancelled = cancelledByCell(book);
  const lines = book.people.flatMap((_, person): readonly PayoutLine[] => {
    if (!prepared.applies[person]) return [];
    const account = newAccount();
    const paid = new Map<string, Money>();
    return book.periods.map((_, period) => {
      const components = prepared.components.map((_, c) => payOf(prepared, book, c, person, period, paid));
      return lineOf(plan, book, components, account, cancelled.get(cellOf(book, person, period)) ?? [], {
        person,
        period,
      });
    });
  });
  return { plan: plan.name, lines, total: sumOf(lines.map(({ payout }) => payout)) };
}

const cellOf = ({ periods }: CompensationBook, person: number, period: number): number =>
  person * periods.length + period;

// A sum of whole cents is whole cents.
const sumOf = (amounts: readonly number[]): Money =>
  amounts.reduce((sum, amount) => sum + amount, 0) as Money;

/** Credits by the person and period of their cancellation. */
function cancelledByCell(book: CompensationBook): ReadonlyMap<number, readonly number[]> {
  const { credits, periods } = book;
  const cells = new Map<number, number[]>();
  for (let i = 0; credits?.cancelled && i < credits.count; i++) {
    const period = periodAt(periods, Math.floor(credits.cancelled[i]!));
    const person = credits.person[i]!;
    if (period < 0 || person < 0) continue;
    const cell = cells.get(cellOf(book, person, period)) ?? [];
    cells.set(cellOf(book, person, period), cell);
    cell.push(i);
  }
  return cells;
}

interface Paid {
  readonly pay: ComponentPay;
  readonly slices: readonly Slice[];
  readonly year: number;
}

/** One component in one period. `paid` holds what year-to-date components paid so far, by component and plan year. */
function payOf(
  prepared: Prepared,
  book: CompensationBook,
  c: number,
  person: number,
  period: number,
  paid: Map<string, Money>,
): Paid {
  const component = prepared.components[c]!;
  const { due, year } = prepared.span(c, period);
  const facts = prepared.facts(c, person, period);
  const measures: Measures = {
    attainment: (name) => {
      const at = prepared.components.findIndex((other) => other.name.toLowerCase() === name.toLowerCase());
      const other = prepared.components[at];
      // A scorecard that is a measure of itself, or of another, scores nothing: plans that say so are an issue.
      if (!other || (other.kind === 'scorecard' && component.kind === 'scorecard')) return null;
      return attainmentOfScorecard(other, prepared.facts(at, person, period), measures);
    },
    credits: book.credits,
  };
  const { slices, pay } = slicesOf(component.name, due ? payComponent(component, facts, measures) : []);
  const key = `${c} ${year}`;
  const before = component.yearToDate && due ? (paid.get(key) ?? (0 as Money)) : (0 as Money);
  if (component.yearToDate && due) paid.set(key, pay);
  return {
    slices: [...slices, ...lessPaidBefore(component.name, before)],
    year,
    pay: {
      component: component.name,
      credited: facts.credited,
      quota: facts.quota,
      attainment: attainmentOfScorecard(component, facts, measures),
      target: facts.target as Money, // whole cents
      pay: (pay - before) as Money, // a difference of whole cents
    },
  };
}

function lineOf(
  plan: Plan,
  book: CompensationBook,
  paid: readonly Paid[],
  account: Account,
  cancelled: readonly number[],
  at: { readonly person: number; readonly period: number },
): PayoutLine {
  const components = paid.map(({ pay }) => pay);
  const earnedSlices = paid.flatMap(({ slices }) => slices);
  for (const [c, { slices, year }] of paid.entries()) rememberEarned(plan, account, c, year, slices);
  const earned = sumOf(components.map(({ pay }) => pay));
  const target = sumOf(components.map((component) => component.target));
  const settled = settle(plan, book, account, cancelled, { ...at, earned, target });
  const slices = [...earnedSlices, ...settled.slices];
  const lead = components.find(({ quota }) => quota !== null) ?? components[0];
  return {
    ...at,
    quota: lead?.quota ?? null,
    credited: lead?.credited ?? 0,
    attainment: lead?.attainment ?? null,
    components,
    slices,
    earned,
    payout: sumOf(slices.map(({ amount }) => amount)),
    // Sums of whole cents.
    owed: account.owed as Money,
    forgiven: settled.forgiven as Money,
    held: sumOf([...account.held.values()]),
  };
}

/** Adds up what each deal earned; a year-to-date component tells the year so far each time. */
function rememberEarned(
  plan: Plan,
  account: Account,
  c: number,
  year: number,
  slices: readonly Slice[],
): void {
  const { name, yearToDate } = plan.components[c]!;
  const key = yearToDate ? `${name}\n${year}` : name;
  const deals = slices.flatMap((slice) => slice.deals);
  if (deals.length === 0) return;
  const earned = yearToDate
    ? new Map<number, number>()
    : (account.earned.get(key) ?? new Map<number, number>());
  for (const { credit, amount } of deals) earned.set(credit, (earned.get(credit) ?? 0) + amount);
  account.earned.set(key, earned);
}
