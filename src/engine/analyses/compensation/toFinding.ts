import { asDay, isoOf, type Day } from '../../core/day';
import type { CompensationBook } from './book';
import type {
  CompensationFinding,
  ComponentFinding,
  LineFinding,
  PlanFinding,
  QuotaTerms,
  SliceFinding,
} from './finding';
import { activeDays, proratesQuota } from './mechanics/proration';
import { rampRowsOf, rateRampRow } from './mechanics/ramp';
import type { Payout, PayoutLine, Slice } from './payout';
import { modifiersOf, type Component, type Plan } from './plan';
import { prepare, type Prepared } from './prepare';
import { periodOfWork } from './settle';

export const basisOf = (
  { periods, people, yearStartMonth }: CompensationBook,
  asOf: Day,
): Pick<CompensationFinding['basis'], 'asOf' | 'periods' | 'yearStartMonth' | 'people'> => ({
  asOf: isoOf(asOf),
  periods: periods.map(({ label, start, end, months }) => ({
    label,
    start: isoOf(start),
    end: isoOf(end),
    months,
    over: end <= asOf,
  })),
  yearStartMonth,
  people: people.length,
});

/** A payout as plain data: names in place of rows. */
export function planFinding(
  plan: Plan,
  { lines, total }: Payout,
  book: CompensationBook,
  listDeals: boolean,
): PlanFinding {
  const prepared = prepare(plan, book);
  const people = lines.map((line) => lineFinding(prepared, line, book, listDeals));
  const money = prepared.components.findIndex(
    ({ basis, kind }) => (basis === 'revenue' || basis === 'margin') && kind !== 'contest',
  );
  const credited = money < 0 ? null : creditedOver(prepared, book, money);
  const [alternative] = modifiersOf(plan.modifiers, 'alternativeTo');
  return {
    name: plan.name,
    alternativeTo: alternative?.measure ?? null,
    document: plan,
    people,
    totals: {
      people: prepared.applies.filter(Boolean).length,
      target: people.reduce((sum, { target }) => sum + target, 0),
      credited,
      payout: total,
    },
    ccos: credited !== null && credited > 0 ? total / credited : null,
  };
}

/** What is credited to a component, each credit once whatever its periods look back on. */
function creditedOver(prepared: Prepared, book: CompensationBook, c: number): number {
  let sum = 0;
  book.people.forEach((_, person) => {
    if (!prepared.applies[person]) return;
    book.periods.forEach((_, period) => {
      const { last } = prepared.span(c, period);
      const next = period + 1 < book.periods.length ? prepared.span(c, period + 1) : undefined;
      // The last period of a span tells all of it.
      if (!next || next.first > last) sum += prepared.facts(c, person, period).credited;
    });
  });
  return sum;
}

function lineFinding(
  prepared: Prepared,
  line: PayoutLine,
  book: CompensationBook,
  listDeals: boolean,
): LineFinding {
  const { person, period, components, slices, ...amounts } = line;
  return {
    ...amounts,
    person: book.people[person]!.name,
    period: book.periods[period]!.label,
    periodOfWork: periodOfWork(book, person, period),
    target: components.reduce((sum, { target }) => sum + target, 0),
    components: components.map((own, c): ComponentFinding => {
      const facts = prepared.facts(c, person, period);
      const component = prepared.components[c]!;
      const terms = quotaTerms(component, book, prepared, c, person, period);
      const rateRamp = rateRampRow(component, book.people[person]!, book.periods[period]!);
      return {
        ...own,
        due: prepared.span(c, period).due,
        ...(terms && { quotaTerms: terms }),
        ...(rateRamp !== undefined && { rateRamp }),
        ...(facts.ownRate !== undefined && { ownRate: facts.ownRate }),
      };
    }),
    slices: slices.map((slice) => sliceFinding(slice, book, listDeals)),
  };
}

/** How the quota of a component that is paid by the book's own periods came about; nothing where it is as set. */
function quotaTerms(
  component: Component,
  book: CompensationBook,
  prepared: Prepared,
  c: number,
  person: number,
  period: number,
): QuotaTerms | undefined {
  const { first, last } = prepared.span(c, period);
  const [who, when] = [book.people[person]!, book.periods[period]!];
  const ramp = rampRowsOf(component, who, when);
  const prorates = proratesQuota(component);
  if (first !== last || component.whose === 'team' || (!prorates && ramp.every((row) => row === null)))
    return undefined;
  const set = prepared.quotaSet(c, person, period);
  const ramps = modifiersOf(component.modifiers, 'ramp');
  // An attainment typed without a quota has none to be ramped.
  if (set === null && !ramp.some((row) => row !== null && ramps[row]!.unit === 'fixed')) return undefined;
  const { active, days } = activeDays(who, when);
  return { set, ramp, active: prorates ? active : null, days };
}

function sliceFinding(
  { deals, ...slice }: Slice,
  { credits }: CompensationBook,
  listDeals: boolean,
): SliceFinding {
  return {
    ...slice,
    deals:
      listDeals && credits
        ? deals.map(({ credit, base, amount }) => ({
            id: credits.ids.text(credit),
            day: isoOf(asDay(credits.day[credit]!)),
            base,
            amount,
          }))
        : [],
  };
}
