import type { Money } from '../../core/money';
import type { CompensationBook } from './book';
import { byPersonAndPeriod, factsOf } from './credit';
import { attainmentOf, type Measures } from './facts';
import { payComponent } from './payComponent';
import type { ComponentPay, Payout, PayoutLine, Slice } from './payout';
import type { Plan } from './plan';
import { roundCents } from './rounding';
import { slicesOf } from './slices';

/**
 * What a plan pays to each person in each period, explained: component → rule → slice → deal. Order: credit → threshold
 * → curve → gate (hurdle) → multiplier → cap → draw, true-up, clawback. Each component's pay is rounded once, to whole
 * cents, half away from zero, and its slices take shares of it by largest remainder: their sum is the payout.
 *
 * Never fails for data: what a plan or book cannot say has been an issue before, and pays nothing here.
 */
export function evaluate(plan: Plan, book: CompensationBook): Payout {
  const cells = byPersonAndPeriod(book);
  const lines = book.people.flatMap((_, person) =>
    book.periods.map((_, period): PayoutLine => payPerson(plan, book, cells, person, period)),
  );
  return { plan: plan.name, lines, total: lines.reduce((sum, { payout }) => sum + payout, 0) as Money };
}

function payPerson(
  plan: Plan,
  book: CompensationBook,
  cells: readonly (readonly number[])[],
  person: number,
  period: number,
): PayoutLine {
  const facts = plan.components.map((component) => factsOf(component, book, cells, person, period));
  const measures: Measures = (name) => {
    const at = plan.components.findIndex((component) => component.name.toLowerCase() === name.toLowerCase());
    return at < 0 ? null : attainmentOf(facts[at]!.facts);
  };
  const slices: Slice[] = [];
  const components = plan.components.map((component, i): ComponentPay => {
    const { facts: own, span } = facts[i]!;
    const pieces = span.due ? payComponent(component, own, measures) : [];
    const paid = slicesOf(component.name, pieces, own.deals);
    slices.push(...paid.slices);
    return {
      component: component.name,
      credited: own.credited,
      quota: own.quota,
      attainment: attainmentOf(own),
      target: roundCents(own.target),
      pay: paid.pay,
    };
  });
  const lead = components.find(({ quota }) => quota !== null) ?? components[0];
  return {
    person,
    period,
    quota: lead?.quota ?? null,
    credited: lead?.credited ?? 0,
    attainment: lead?.attainment ?? null,
    components,
    slices,
    // Sums of whole cents are whole cents.
    payout: components.reduce((sum, { pay }) => sum + pay, 0) as Money,
    owed: 0 as Money,
    held: 0 as Money,
  };
}
