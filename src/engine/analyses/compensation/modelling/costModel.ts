import { sameName } from '../../../dataset/values/sameName';
import type { CompensationBook } from '../book';
import type { Component, Plan } from '../plan';
import type { Prepared } from '../prepare';
import type { TeamSpread } from './drawAttainment';
import { curveOfTerm, looksAtDeals, payAtAttainment, type PayTerm } from './payAtAttainment';
import { curveOf, NOTHING, payoutAt, type PayoutCurve } from './payoutCurve';
import type { ComponentTerms, PayDay } from './payTerms';
import type { PlanDesk } from './planDesk';
import { historyOf, seriesKey, seriesOf, type Series, type SpreadChoice } from './series';
import type { CostComponent, CostPlan } from './simulateCost';
import { isSettled, settlementOf } from './settlement';
import { targetPay } from './targetPay';
import { isScore, watchedBy } from './watching';

/** Several plans over one book, ready to be costed on one draw. */
export interface CostModel {
  readonly people: readonly string[];
  readonly spread: TeamSpread;
  readonly series: readonly Series[];
  readonly plans: readonly ModelledPlan[];
}

export interface ModelledPlan {
  readonly plan: Plan;
  /** One for each period with a settlement of its own; one for all where nothing is settled. Their sum is the plan's cost. */
  readonly parts: readonly CostPlan[];
  /** What everyone is paid at target. */
  readonly target: number;
  /** What is credited to the first component that counts money: the volume that cost is compared with. */
  readonly volume: CostPlan;
  readonly prepared: Prepared;
  readonly terms: readonly ComponentTerms[];
  /** Of each component: its series. */
  readonly seriesOf: readonly number[];
  /** Whether the mean is known in closed form: each component looks at one attainment, and nothing is settled. */
  readonly exact: boolean;
}

/** Plans for different people as one: what they cost together. */
export const togetherOf = (plans: readonly ModelledPlan[]): ModelledPlan => ({
  ...plans[0]!,
  parts: plans.flatMap(({ parts }) => parts),
  target: plans.reduce((sum, { target }) => sum + target, 0),
  volume: { components: plans.flatMap(({ volume }) => volume.components) },
  terms: plans.flatMap(({ terms }) => terms),
  exact: plans.every(({ exact }) => exact),
});

/** Grows while plans are modelled, so that equal measures of different plans share their series and draws. */
interface SlotBook {
  readonly series: Series[];
  readonly slots: number[];
  readonly byKey: Map<string, { readonly series: number; readonly slots: ReadonlyMap<number, number> }>;
}

export function costModelOf(
  plans: readonly Plan[],
  desk: PlanDesk,
  asOf: number,
  choice: SpreadChoice,
): CostModel {
  const slots: SlotBook = { series: [], slots: [], byKey: new Map() };
  const modelled = plans.map((plan) => modelPlan(plan, desk, asOf, choice, slots));
  return {
    people: desk.book.people.map(({ name }) => name),
    spread: { series: slots.series.map(({ spread }) => spread), slots: slots.slots },
    series: slots.series,
    plans: modelled,
  };
}

function modelPlan(
  plan: Plan,
  { year, book, open, curvesOf: curvesKept }: PlanDesk,
  asOf: number,
  choice: SpreadChoice,
  all: SlotBook,
): ModelledPlan {
  const { prepared, terms, history } = open(plan);
  const places = terms.map((own, c) => {
    const key = seriesKey(own);
    const known = all.byKey.get(key);
    if (known) return known;
    const series = all.series.push(seriesOf(historyOf(history[c]!, book, asOf), choice)) - 1;
    const slots = new Map(own.days.map(({ period }) => [period, all.slots.push(series) - 1] as const));
    const place = { series, slots };
    all.byKey.set(key, place);
    return place;
  });
  const slotOf = (c: number, period: number): number => places[c]!.slots.get(period)!;
  const settled = isSettled(plan);
  const byPeriod = new Map<number, { components: CostComponent[]; others: OtherPay[] }>();
  // A draw is paid also where nothing is earned.
  if (settled)
    for (let period = year.from; period < book.periods.length; period++)
      byPeriod.set(period, { components: [], others: [] });
  terms.forEach(({ component, days }, c) => {
    if (component.kind === 'measure') return;
    const known = curvesKept(component);
    for (const day of days) {
      const { period } = day;
      const part = byPeriod.get(settled ? period : -1) ?? { components: [], others: [] };
      byPeriod.set(settled ? period : -1, part);
      const slot = slotOf(c, period);
      if (isScore(component) || watchedBy(component).length > 0)
        part.others.push(otherPay(component, day, slot, terms, slotOf, book));
      else part.components.push(oneMeasure(component, day, slot, known, book));
    }
  });
  const parts = [...byPeriod].map(([period, { components, others }]): CostPlan => ({
    components,
    ...(others.length > 0 && { others }),
    ...(settled && { settle: settlementOf(plan, prepared, period) }),
  }));
  return {
    plan,
    parts,
    target: book.people.reduce((sum, _, person) => sum + targetPay({ prepared, terms }, year, person), 0),
    volume: { components: volumeOf(terms, slotOf) },
    prepared,
    terms,
    seriesOf: places.map(({ series }) => series),
    exact: !settled && parts.every(({ others }) => !others),
  };
}

type OtherPay = (person: number, attainment: Float64Array) => number;

/** Curves of people on equal terms are one; `known` holds those of the component's other pay days, and of other plans that have it. */
function curvesBy(
  component: Component,
  terms: readonly (PayTerm | null)[],
  known: Map<string, PayoutCurve>,
  make: (term: PayTerm) => PayoutCurve,
): Pick<CostComponent, 'curves' | 'curveOf' | 'scale'> {
  const [curves, places]: [PayoutCurve[], Map<PayoutCurve, number>] = [[NOTHING], new Map()];
  const ofPerson = terms.map((term) => {
    if (!term) return 0;
    const key = termKey(component, term);
    const curve = (key === '' ? undefined : known.get(key)) ?? make(term);
    if (key !== '') known.set(key, curve);
    const place = places.get(curve) ?? curves.push(curve) - 1;
    places.set(curve, place);
    return place;
  });
  return {
    curves,
    curveOf: Uint16Array.from(ofPerson),
    scale: new Float64Array(terms.length).fill(1),
  };
}

/** What a curve depends on; '' where it is a person's own, by deals or by rank. */
const termKey = (component: Component, { facts, volume }: PayTerm): string =>
  component.kind === 'contest' || looksAtDeals(component)
    ? ''
    : [facts.quota, facts.target, facts.rateFactor, volume].join(' ');

const oneMeasure = (
  component: Component,
  { terms }: PayDay,
  slot: number,
  known: Map<string, PayoutCurve>,
  { credits }: CompensationBook,
): CostComponent => ({
  slot,
  ...curvesBy(component, terms, known, (term) => curveOfTerm(component, term, () => () => null, credits)),
});

/** Where another component's attainment is drawn; null for who has no quota there. */
type Look = (person: number, attainment: Float64Array) => number | null;

/** Another component by name, in the period of its own that holds this one, or ends with it. */
function lookAt(
  name: string,
  period: number,
  all: readonly ComponentTerms[],
  slotOf: (c: number, period: number) => number,
): Look {
  const at = all.findIndex(({ component }) => sameName(component.name) === sameName(name));
  const day = all[at]?.days.find((one) => one.period >= period);
  if (!day) return () => null;
  const slot = slotOf(at, day.period);
  return (person, attainment) =>
    (day.terms[person]?.facts.quota ?? null) === null ? null : attainment[slot]!;
}

/** A component that looks at other attainments: in steps by a curve for each pair of bounds, else by its rule itself. */
function otherPay(
  component: Component,
  { terms, period }: PayDay,
  slot: number,
  all: readonly ComponentTerms[],
  slotOf: (c: number, period: number) => number,
  { credits }: CompensationBook,
): OtherPay {
  const looks = new Map<string, Look>();
  const look = (name: string): Look => {
    const known = looks.get(sameName(name)) ?? lookAt(name, period, all, slotOf);
    looks.set(sameName(name), known);
    return known;
  };
  if (isScore(component))
    return (person, attainment) => {
      const term = terms[person];
      if (!term) return 0;
      const others = (name: string): number | null => look(name)(person, attainment);
      return payAtAttainment(component, term, attainment[slot]!, others, credits);
    };
  const watched = watchedBy(component);
  const curves = terms.map(() => new Map<number, PayoutCurve>());
  return (person, attainment) => {
    const term = terms[person];
    if (!term) return 0;
    let regime = 0;
    for (const { measure, bounds } of watched) {
      const other = look(measure)(person, attainment) ?? -Infinity;
      let band = 0;
      while (band < bounds.length && other >= bounds[band]!) band++;
      regime = regime * (bounds.length + 1) + band;
    }
    let curve = curves[person]!.get(regime);
    if (!curve) {
      curve = curveOfTerm(component, term, () => (name) => look(name)(person, attainment), credits);
      curves[person]!.set(regime, curve);
    }
    return payoutAt(curve, attainment[slot]!);
  };
}

const AS_IT_IS = curveOf([{ from: 0, base: 0, slope: 1 }]);

/** The credit of the first component that pays on money, in cents. */
function volumeOf(
  terms: readonly ComponentTerms[],
  slotOf: (c: number, period: number) => number,
): readonly CostComponent[] {
  const lead = terms.findIndex(
    ({ component }) => component.basis === 'revenue' && component.kind !== 'contest',
  );
  return (terms[lead]?.days ?? []).map(({ period, terms: ofPeople }) => ({
    slot: slotOf(lead, period),
    curves: [AS_IT_IS],
    curveOf: new Uint16Array(ofPeople.length),
    scale: Float64Array.from(ofPeople, (term) => term?.volume ?? 0),
  }));
}
