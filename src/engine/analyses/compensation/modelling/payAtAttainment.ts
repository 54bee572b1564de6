import { sameName } from '../../../dataset/values/sameName';
import type { CompensationBook } from '../book';
import type { Deal, Facts } from '../facts';
import { paysPerDeal, isDealProperty } from '../mechanics/perDeal';
import { boundOf } from '../mechanics/tiers';
import { capOf } from '../mechanics/cap';
import { amountOf } from '../payComponent';
import { modifiersOf, type Component } from '../plan';
import { cappedCurve, curveThrough, type PayoutCurve } from './payoutCurve';

/** All that a component's pay depends on beside attainment, for one person and one of its periods. */
export interface PayTerm {
  /** As they were; `credited` and `deals` are those of the book. */
  readonly facts: Facts;
  /** What an attainment of 100 % is: the quota, else what is usually credited. In the unit of `facts.credited`. */
  readonly volume: number;
}

/** Attainments of other components, by name. */
export type OtherAttainments = (component: string) => number | null;

/** Whether pay is found deal by deal, so that it depends on which deals they are. */
export const looksAtDeals = (component: Component): boolean =>
  paysPerDeal(component) ||
  component.modifiers.some(
    (modifier) =>
      (modifier.kind === 'cap' && modifier.how === 'deal') ||
      (modifier.kind === 'multiplier' &&
        (isDealProperty(modifier.measure) || isDealProperty(modifier.and?.measure ?? ''))),
  );

/**
 * Cents that a component pays at an attainment, by the plan's own rules. Where it pays deal by deal, the deals are those of
 * the book, each larger or smaller in proportion. A pool pays what the person's credit adds to it, which is right for all
 * of the team together; a contest pays its prizes whatever the attainment.
 */
export function payAtAttainment(
  component: Component,
  { facts, volume }: PayTerm,
  attainment: number,
  others: OtherAttainments,
  credits: CompensationBook['credits'],
): number {
  const credited = attainment * volume;
  return amountOf(
    component,
    {
      ...facts,
      credited,
      deals: looksAtDeals(component) ? inProportion(facts, credited) : [],
      ...(component.kind === 'pool' && { group: { credited: [credited], place: 0 } }),
    },
    {
      attainment: (name) =>
        sameName(name) === sameName(component.name)
          ? facts.quota === null
            ? null
            : attainment
          : others(name),
      credits,
    },
  );
}

const inProportion = ({ credited, deals }: Facts, wanted: number): readonly Deal[] =>
  credited > 0 ? deals.map((deal) => ({ ...deal, base: (deal.base * wanted) / credited })) : [];

/** Where a curve of deals is looked at: it has a bend wherever any deal crosses a bound. */
const DEAL_GRID = Array.from({ length: 24 }, (_, i) => (i + 1) / 8);

/**
 * The component's pay in cents over attainment, exact between its bounds and those in `bounds`, at which other
 * attainments begin to matter; where it pays deal by deal, joined from points an eighth of the quota apart.
 */
export function curveOfTerm(
  component: Component,
  term: PayTerm,
  others: (attainment: number) => OtherAttainments,
  credits: CompensationBook['credits'],
  bounds: readonly number[] = [],
): PayoutCurve {
  const isPeriodCap = ({ kind, ...rest }: Component['modifiers'][number]): boolean =>
    kind === 'cap' && 'how' in rest && rest.how === 'period';
  const uncapped = { ...component, modifiers: component.modifiers.filter((m) => !isPeriodCap(m)) };
  const curve = curveThrough([...boundariesOf(component, term), ...bounds], (a) =>
    payAtAttainment(uncapped, term, a, others(a), credits),
  );
  return modifiersOf(component.modifiers, 'cap')
    .filter(({ how }) => how === 'period')
    .reduce((before, cap) => cappedCurve(before, capOf(cap, term.facts.target), cap.value ?? 0), curve);
}

/** Attainments at which the rule of pay may change. */
function boundariesOf(component: Component, { facts, volume }: PayTerm): readonly number[] {
  const { kind, tiers, modifiers, name } = component;
  const own = (measure: string): boolean => sameName(measure) === sameName(name);
  const [threshold] = modifiersOf(modifiers, 'threshold');
  const inUnits = (bound: number): number => boundOf(component, bound, facts) / volume;
  const bands =
    kind === 'curve'
      ? tiers.map(({ from }) => from)
      : kind === 'tiers'
        ? tiers.flatMap(({ from, to }) => [inUnits(from), ...(to === undefined ? [] : [inUnits(to)])])
        : [];
  const start = threshold ? inUnits(threshold.from) : 0;
  // A linear threshold counts attainment t + b(1 − t) as b.
  const stretched =
    threshold?.how === 'linear' ? bands.filter((b) => b < 1).map((b) => start + b * (1 - start)) : [];
  const looked = modifiers.flatMap((modifier): readonly (number | undefined)[] =>
    modifier.kind === 'gate' && own(modifier.measure)
      ? [modifier.from]
      : modifier.kind === 'multiplier'
        ? [modifier, ...(modifier.and ? [modifier.and] : [])]
            .filter(({ measure }) => own(measure))
            .flatMap(({ from, to }) => [from, to])
        : [],
  );
  return [
    1,
    start,
    ...bands,
    ...stretched,
    ...looked.filter((bound) => bound !== undefined),
    ...(looksAtDeals(component) ? DEAL_GRID : []),
  ];
}
