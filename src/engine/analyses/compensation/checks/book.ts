import { isoOf } from '../../../core/day';
import type { Issue, Place } from '../../../core/issue';
import { issue } from '../../../core/issue';
import type { PlanRow } from '../../../dataset/dataset';
import type { CompensationBook } from '../book';
import { periodAt } from '../credit';
import { capOf } from '../mechanics/cap';
import { effectiveComponents, inForce, modifiersOf, type Component, type Plan } from '../plan';
import { prepare, type Prepared } from '../prepare';
import { usesQuota } from './usesQuota';

/** What plans and a book together tell: whom two plans pay, where a quota or a field is missing … */
export interface BookCheck {
  readonly plans: readonly Plan[];
  readonly book: CompensationBook;
  readonly rowOf: ReadonlyMap<object, PlanRow>;
  /** Where a person stands on the people sheet. */
  readonly placeOfPerson: (person: number) => Place | undefined;
}

export const checkBook = (check: BookCheck): readonly Issue[] => [
  ...plansForOnePerson(check),
  ...startAfterPeriods(check),
  ...creditsOutsidePeriods(check),
  ...check.plans.flatMap((plan) => {
    const prepared = prepare(plan, check.book);
    return [
      ...(prepared.applies.includes(true) ? [] : [issue('planForNobody', 'warning', { plan: plan.name })]),
      ...plan.components.flatMap((component, c) => [
        ...missingQuotas(check, plan, prepared, c),
        ...lowCap(check, plan, prepared, component, c),
        ...missingFields(check, plan, component),
      ]),
      ...currencies(check, plan),
    ];
  }),
];

const componentPlace = ({ rowOf }: BookCheck, part: object, column: string): Place | undefined =>
  rowOf.get(part)?.place?.(column);

function plansForOnePerson({ plans, book, placeOfPerson }: BookCheck): readonly Issue[] {
  const paying = inForce(plans).map((plan) => ({ plan, applies: prepare(plan, book).applies }));
  if (paying.length < 2) return [];
  return book.people.flatMap(({ name }, person) => {
    const own = paying.filter(({ applies }) => applies[person]).map(({ plan }) => plan.name);
    return own.length < 2
      ? []
      : [issue('plansForOnePerson', 'blocking', { person: name, plans: own }, placeOfPerson(person))];
  });
}

function startAfterPeriods({ book, placeOfPerson }: BookCheck): readonly Issue[] {
  const end = book.periods[book.periods.length - 1]?.end;
  return book.people.flatMap(({ name, start }, person) =>
    end === undefined || start === undefined || start <= end
      ? []
      : [
          issue(
            'startAfterPeriods',
            'warning',
            { person: name, start: isoOf(start), end: isoOf(end) },
            placeOfPerson(person),
          ),
        ],
  );
}

function creditsOutsidePeriods({ book: { credits, periods } }: BookCheck): readonly Issue[] {
  const [first, last] = [periods[0], periods[periods.length - 1]];
  if (!credits || !first || !last) return [];
  let rows = 0;
  for (let i = 0; i < credits.count; i++) if (periodAt(periods, Math.floor(credits.day[i]!)) < 0) rows++;
  if (rows === 0) return [];
  return [issue('creditsOutsidePeriods', 'note', { rows, from: isoOf(first.start), to: isoOf(last.end) })];
}

/** People who have credit but nothing to measure it against. */
function missingQuotas(check: BookCheck, plan: Plan, prepared: Prepared, c: number): readonly Issue[] {
  const component = prepared.components[c]!;
  if (!usesQuota(component)) return [];
  const { people, periods } = check.book;
  const without = people.flatMap(({ name }, person) => {
    if (!prepared.applies[person]) return [];
    const facts = periods.map((_, period) => prepared.facts(c, person, period));
    const lacks = facts.some(({ credited, quota }) => credited !== 0 && quota === null);
    return lacks ? [name] : [];
  });
  if (without.length === 0) return [];
  const facts = { plan: plan.name, component: component.name, people: without };
  return [
    issue('quotaForPlanMissing', 'warning', facts, componentPlace(check, plan.components[c]!, 'component')),
  ];
}

/** A cap that cuts target pay itself. */
function lowCap(
  check: BookCheck,
  plan: Plan,
  prepared: Prepared,
  component: Component,
  c: number,
): readonly Issue[] {
  const last = check.book.periods.length - 1;
  return modifiersOf(component.modifiers, 'cap').flatMap((cap) => {
    if (cap.how === 'deal') return [];
    const targets = check.book.people.flatMap((_, person) =>
      prepared.applies[person] ? [prepared.facts(c, person, last).target] : [],
    );
    const target = Math.max(0, ...targets);
    const most = capOf(cap, target);
    if (most >= target) return [];
    const facts = {
      plan: plan.name,
      component: component.name,
      cap: (most / 100).toFixed(2),
      target: (target / 100).toFixed(2),
    };
    return [issue('planCapBelowTarget', 'warning', facts, componentPlace(check, cap, 'from'))];
  });
}

/** Fields that a component looks at and no credit has. */
function missingFields(check: BookCheck, plan: Plan, component: Component): readonly Issue[] {
  const { credits } = check.book;
  if (!credits) return [];
  const looked = [
    ...Object.keys(component.only ?? {}).map(
      (field) => [field, credits.texts[field] !== undefined, 'only'] as const,
    ),
    ...(component.basis === 'margin' ? [['margin', credits.margin !== undefined, 'basis'] as const] : []),
    ...(component.basis === 'units' ? [['quantity', credits.units !== undefined, 'basis'] as const] : []),
    ...(component.bandsOf === 'margin'
      ? [['margin', credits.margin !== undefined, 'bandsOf'] as const]
      : component.bandsOf === 'term'
        ? [['contract term', credits.term !== undefined, 'bandsOf'] as const]
        : []),
  ];
  return looked.flatMap(([field, known, column]) => {
    if (known) return [];
    const facts = { plan: plan.name, component: component.name, field };
    return [issue('planFieldMissing', 'warning', facts, componentPlace(check, component, column))];
  });
}

/** Several currencies, of which some have no rate and would be counted as the plan's own. */
function currencies({ book: { credits } }: BookCheck, plan: Plan): readonly Issue[] {
  const column = credits?.texts['currency'];
  if (!credits || !column) return [];
  const rated = new Set(
    effectiveComponents(plan).flatMap(({ modifiers }) =>
      modifiersOf(modifiers, 'currency').map(({ measure }) => measure.toLowerCase()),
    ),
  );
  const rows = column.labels.map((_, code) => column.codes.filter((own) => own === code).length);
  const unrated = column.labels
    .map((currency, code) => ({ currency, rows: rows[code]! }))
    .filter((own) => own.rows > 0 && !rated.has(own.currency.toLowerCase()))
    .sort((a, b) => b.rows - a.rows);
  // The most frequent one without a rate is the plan's own.
  return unrated.slice(1).map((own) => issue('currencyWithoutRate', 'warning', { plan: plan.name, ...own }));
}
