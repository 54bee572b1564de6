import type { CompensationBook } from '../book';
import { effectiveComponents, modifiersOf, type Component, type Plan } from '../plan';
import { prepare, type Prepared } from '../prepare';
import type { PayoutCurve } from './payoutCurve';
import type { PlanYear } from './planYear';
import { payTermsOf, type ComponentTerms } from './payTerms';

/** One plan year on which many plans are tried; what variants of a plan have in common is found once. */
export interface PlanDesk {
  readonly year: PlanYear;
  readonly book: CompensationBook;
  readonly open: (plan: Plan) => OpenPlan;
  /** Where the curves of a component are kept, by the terms that they depend on. */
  readonly curvesOf: (component: Component) => Map<string, PayoutCurve>;
}

export interface OpenPlan {
  readonly prepared: Prepared;
  /** Of the plan year. */
  readonly terms: readonly ComponentTerms[];
  /** Of the years before, and of the plan year. */
  readonly history: readonly ComponentTerms[];
}

export function deskOf(year: PlanYear): PlanDesk {
  const { book, from } = year;
  const known = new Map<string, OpenPlan>();
  const curves = new Map<string, Map<string, PayoutCurve>>();
  return {
    year,
    book,
    curvesOf: (component) => {
      const key = JSON.stringify(component);
      const own = curves.get(key) ?? new Map<string, PayoutCurve>();
      curves.set(key, own);
      return own;
    },
    open: (plan) => {
      const components = effectiveComponents(plan);
      const key = JSON.stringify([components.map(countedBy), modifiersOf(plan.modifiers, 'appliesTo')]);
      const found = known.get(key);
      if (!found) {
        const prepared = prepare(plan, book);
        const history = payTermsOf(prepared, book);
        const terms = history.map((own) => ({
          ...own,
          days: own.days.filter(({ period }) => period >= from),
        }));
        const opened = { prepared, terms, history };
        known.set(key, opened);
        return opened;
      }
      return {
        prepared: { ...found.prepared, components },
        terms: found.terms.map((own, c) => ({ ...own, component: components[c]! })),
        history: found.history,
      };
    },
  };
}

/** What of a component decides on credit, quota and target pay; the rest decides on what is paid for them. */
const countedBy = (component: Component): unknown => {
  const {
    name,
    kind,
    basis,
    only,
    whose,
    marginOn,
    quota,
    period,
    yearToDate,
    starts,
    ends,
    weight,
    target,
  } = component;
  return [
    [name, kind, basis, only, whose, marginOn, quota, period, yearToDate, starts, ends, weight, target],
    component.modifiers.filter((m) => m.kind === 'ramp' || m.kind === 'proration' || m.kind === 'currency'),
  ];
};
