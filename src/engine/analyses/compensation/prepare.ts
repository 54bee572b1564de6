import { orNull } from '../../core/orNull';
import type { CompensationBook, Person } from './book';
import { basesOf, creditsByCell } from './credit';
import type { Deal, Facts } from './facts';
import { prorationOf } from './mechanics/proration';
import { rateFactorOf } from './mechanics/ramp';
import { effectiveComponents, modifiersOf, type Component, type Plan } from './plan';
import { quotasOf } from './quota';
import { roundCents, snapped } from './rounding';
import { MONTHS_OF, spanOf, type Span } from './spans';

/** A plan and a book made ready: the facts of every component, person and period can be asked for. */
export interface Prepared {
  readonly components: readonly Component[];
  /** Whether the plan is for this person. */
  readonly applies: readonly boolean[];
  readonly span: (component: number, period: number) => Span;
  /** The facts over the component's span that ends with this period. */
  readonly facts: (component: number, person: number, period: number) => Facts;
  /** The quota of one period as it was set, before ramp and proration; null for none. */
  readonly quotaSet: (component: number, person: number, period: number) => number | null;
}

/** Whether a plan is for a person: each of its "applies to" rows must hold. */
export const appliesTo = (plan: Plan, person: Person): boolean =>
  modifiersOf(plan.modifiers, 'appliesTo').every(({ measure, values }) => {
    const own = (measure === 'person' ? person.name : person[measure])?.trim().toLowerCase();
    return own !== undefined && values.some((value) => value.trim().toLowerCase() === own);
  });

/** Rows of everyone who reports to a person, directly or through others. */
function teamOf(people: readonly Person[], manager: number): readonly number[] {
  const found: number[] = [];
  const seen = new Set<number>([manager]);
  let level = [manager];
  while (level.length > 0) {
    const names = new Set(level.map((row) => people[row]!.name.toLowerCase()));
    level = people.flatMap(({ manager: own }, row) =>
      own !== undefined && !seen.has(row) && names.has(own.toLowerCase()) ? [row] : [],
    );
    for (const row of level) seen.add(row);
    found.push(...level);
  }
  return found;
}

/** Typed attainments by person × periods + period. */
function typedByCell({ typed, periods }: CompensationBook): ReadonlyMap<number, CompensationBook['typed']> {
  const cells = new Map<number, CompensationBook['typed'][number][]>();
  for (const row of typed) {
    const at = row.person * periods.length + row.period;
    const cell = cells.get(at) ?? [];
    cells.set(at, cell);
    cell.push(row);
  }
  return cells;
}

export function prepare(plan: Plan, book: CompensationBook): Prepared {
  const { people, periods, credits } = book;
  const components = effectiveComponents(plan);
  const applies = people.map((person) => appliesTo(plan, person));
  const cells = creditsByCell(book);
  const typed = typedByCell(book);
  const bases = components.map((component) => credits && basesOf(component, credits));
  const quotas = components.map((component) => quotasOf(component, book));
  const teams = people.map((_, row) =>
    components.some(({ whose }) => whose === 'team') ? teamOf(people, row) : [],
  );
  const spans = components.map((component) => periods.map((_, period) => spanOf(component, book, period)));

  const typedIn = (c: number, at: number): CompensationBook['typed'][number] | undefined => {
    const names = [components[c]!.name, components[c]!.quota].map((name) => name?.toLowerCase());
    return typed
      .get(at)
      ?.find(({ measure }) => measure === undefined || names.includes(measure.toLowerCase()));
  };

  /** The quota of one cell, 0 where there is none; an attainment typed without a quota is one of a hundred points. */
  const quotaIn = (c: number, person: number, period: number): number => {
    const at = person * periods.length + period;
    const quota = quotas[c]!.due[at]!;
    if (quota > 0) return quota;
    const none = Number.isNaN(quotas[c]!.set[at]!);
    return none && typedIn(c, at)?.attainment !== undefined ? 100 : 0;
  };

  /** What is credited in one cell, with its deals; a typed attainment stands in place of credits. */
  const creditedIn = (c: number, person: number, period: number, into: Deal[]): number => {
    const component = components[c]!;
    const at = person * periods.length + period;
    const row = typedIn(c, at);
    if (row) {
      const counts = component.basis === 'units' || component.basis === 'deals';
      if (row.credited !== undefined) return counts ? row.credited / 100 : row.credited;
      return snapped((row.attainment ?? 0) * quotaIn(c, person, period));
    }
    let sum = 0;
    const own = bases[c];
    for (const credit of own ? cells[at]! : []) {
      const base = own![credit]!;
      if (base !== base) continue;
      sum += base;
      into.push({ credit, base });
    }
    return sum;
  };

  const factsAlone = (c: number, person: number, period: number): Facts => {
    const component = components[c]!;
    const { first, last } = spans[c]![period]!;
    const deals: Deal[] = [];
    let [credited, quota, target] = [0, 0, 0];
    const whose = component.whose === 'team' ? teams[person]! : [person];
    for (let t = first; t <= last; t++) {
      const period_ = periods[t]!;
      for (const one of whose) credited += creditedIn(c, one, t, deals);
      // A manager without a quota of their own has the team's.
      quota += quotaIn(c, person, t) || whose.reduce((sum, one) => sum + quotaIn(c, one, t), 0);
      const monthly =
        component.target === undefined
          ? (people[person]!.target * (component.weight ?? 1)) / 12
          : (component.target * 100) / MONTHS_OF[component.period];
      target += monthly * period_.months * prorationOf(component, 'target', people[person]!, period_);
    }
    if (component.whose === 'team' && credits)
      deals.sort((a, b) => credits.day[a.credit]! - credits.day[b.credit]! || a.credit - b.credit);
    return {
      credited,
      quota: quota > 0 ? quota : null,
      target: roundCents(target),
      rateFactor: rateFactorOf(component, people[person]!, periods[last]!),
      ...(people[person]!.commission !== undefined && { ownRate: people[person]!.commission }),
      deals,
    };
  };

  const known = new Map<number, Facts>();
  const facts = (c: number, person: number, period: number): Facts => {
    const key = (c * people.length + person) * periods.length + period;
    let found = known.get(key);
    if (!found) {
      found = factsAlone(c, person, period);
      known.set(key, found);
    }
    return found;
  };
  /** Who competes, or shares: everyone of the plan in a contest, everyone of the team in a pool. */
  const groupOf = (c: number, person: number): readonly number[] | undefined => {
    const { kind } = components[c]!;
    if (kind !== 'contest' && kind !== 'pool') return undefined;
    const same = (row: number): boolean =>
      kind === 'contest' || people[row]!.team?.toLowerCase() === people[person]!.team?.toLowerCase();
    return people.flatMap((_, row) => (applies[row] && same(row) ? [row] : []));
  };

  return {
    components,
    applies,
    span: (c, period) => spans[c]![period]!,
    quotaSet: (c, person, period) => orNull(quotas[c]!.set[person * periods.length + period]!),
    facts: (c, person, period) => {
      const own = facts(c, person, period);
      const group = groupOf(c, person);
      if (!group) return own;
      return {
        ...own,
        group: {
          credited: group.map((row) => facts(c, row, period).credited),
          place: group.indexOf(person),
        },
      };
    },
  };
}
