import type { AssumptionValues, NumberAssumption } from '../../../core/assumption';
import type { Component, Modifier, Plan, RateUnit, Tier } from '../plan';

/**
 * Every number of a plan that a person may turn, as an assumption: with its label, unit, value in the plan and range. A
 * scenario over a plan is then a scenario over assumptions, checked and put into words by the same functions. Ids read as
 * a path that a person can type: "Sales/tier 2/rate". A bound that two tiers share is one parameter.
 */
export const parametersOf = (plan: Plan): readonly NumberAssumption[] =>
  placesOf(plan).map(({ parameter }) => parameter);

/** The plan with other values by parameter id; ids that it does not have change nothing. */
export const planWith = (plan: Plan, values: AssumptionValues): Plan =>
  placesOf(plan).reduce((changed, { parameter, set }) => {
    const value = values[parameter.id];
    return typeof value === 'number' && value !== parameter.initial ? set(changed, value) : changed;
  }, plan);

/** A parameter and where in the plan it stands. */
interface PlanPlace {
  readonly parameter: NumberAssumption;
  readonly set: (plan: Plan, value: number) => Plan;
}

const placesOf = (plan: Plan): readonly PlanPlace[] => [
  ...plan.components.flatMap((component, i) => placesOfComponent(component, i)),
  ...plan.modifiers.flatMap((modifier, m) =>
    placesOfModifier(plan.name, modifier, nameOf(plan.modifiers, m), (changed, next) => ({
      ...changed,
      modifiers: replaced(changed.modifiers, m, next),
    })),
  ),
];

const replaced = <T>(items: readonly T[], at: number, next: T): readonly T[] =>
  items.map((item, i) => (i === at ? next : item));

function placesOfComponent(component: Component, at: number): readonly PlanPlace[] {
  const { name, rate, unit, weight, target, tiers, modifiers } = component;
  const change =
    (next: (component: Component, value: number) => Component) =>
    (plan: Plan, value: number): Plan => ({
      ...plan,
      components: replaced(plan.components, at, next(plan.components[at]!, value)),
    });
  const own = (what: string, initial: number | undefined, range: Range, set: keyof Component) =>
    initial === undefined
      ? []
      : [
          placeOf(
            name,
            what,
            initial,
            range,
            change((c, value) => ({ ...c, [set]: value })),
          ),
        ];
  return [
    ...own('rate', rate, rangeOfRate(unit ?? 'timesTarget', rate ?? 0), 'rate'),
    ...own('weight', weight, SHARE, 'weight'),
    ...own('target', target, money(target ?? 0), 'target'),
    ...tiers.flatMap((tier, t) => placesOfTier(component, tier, t, change)),
    ...modifiers.flatMap((modifier, m) =>
      placesOfModifier(name, modifier, nameOf(modifiers, m), (plan, next) =>
        change((c) => ({ ...c, modifiers: replaced(c.modifiers, m, next) }))(plan, 0),
      ),
    ),
  ];
}

function placesOfTier(
  { name, kind, bandsOf = 'attainment', tiers }: Component,
  { from, to, rate, unit }: Tier,
  t: number,
  change: (next: (component: Component, value: number) => Component) => PlanPlace['set'],
): readonly PlanPlace[] {
  const what = kind === 'curve' ? `point ${t + 1}` : kind === 'contest' ? `rank ${t + 1}` : `tier ${t + 1}`;
  const shared = bandsOf === 'attainment' || bandsOf === 'margin';
  const range: Range = {
    unit: shared ? 'share' : bandsOf === 'term' ? 'months' : '',
    min: tiers[t - 1]?.from ?? 0,
    max: to ?? tiers[t + 1]?.from ?? Math.max(4, 10 * from),
  };
  const place = (
    part: string,
    initial: number,
    of: Range,
    next: (tiers: readonly Tier[], value: number) => readonly Tier[],
  ) =>
    placeOf(
      name,
      `${what}/${part}`,
      initial,
      of,
      change((c, value) => ({ ...c, tiers: next(c.tiers, value) })),
    );
  // Where the tier before ends as this one begins, its end moves along.
  const moved = (all: readonly Tier[], value: number): readonly Tier[] =>
    all.map((tier, i) =>
      i === t ? { ...tier, from: value } : i === t - 1 && tier.to === from ? { ...tier, to: value } : tier,
    );
  const follows = tiers[t + 1]?.from === to;
  return [
    ...(from > 0 && kind !== 'contest' ? [place('from', from, range, moved)] : []),
    ...(to !== undefined && !follows && kind !== 'contest'
      ? [
          place('to', to, { ...range, min: from, max: tiers[t + 1]?.from ?? 10 * to }, (all, value) =>
            replaced(all, t, { ...all[t]!, to: value }),
          ),
        ]
      : []),
    place('rate', rate, rangeOfRate(unit, rate), (all, value) =>
      replaced(all, t, { ...all[t]!, rate: value }),
    ),
  ];
}

/** Fields of modifiers that hold a number to turn, with what it is a number of. */
function placesOfModifier(
  owner: string,
  modifier: Modifier,
  what: string,
  put: (plan: Plan, next: Modifier) => Plan,
): readonly PlanPlace[] {
  return rangesOf(modifier).map(({ field, part, range }) => {
    // `rangesOf` names number fields of this very modifier.
    const initial = (modifier as unknown as Readonly<Record<string, number>>)[field]!;
    return placeOf(owner, part === '' ? what : `${what}/${part}`, initial, range, (plan, value) =>
      put(plan, { ...modifier, [field]: value }),
    );
  });
}

interface ModifierField {
  readonly field: 'value' | 'from';
  readonly part: string;
  readonly range: Range;
}

function rangesOf(modifier: Modifier): readonly ModifierField[] {
  const value = (range: Range, part = ''): ModifierField => ({ field: 'value', part, range });
  const from = (part: string): ModifierField => ({
    field: 'from',
    part,
    range: { unit: 'share', min: 0, max: 4 },
  });
  switch (modifier.kind) {
    case 'threshold':
      return [from('')];
    case 'gate':
      return [from('line'), ...(modifier.value === undefined ? [] : [value(SHARE, 'factor')])];
    case 'multiplier':
      return [value({ unit: '×', min: 0, max: Math.max(3, 2 * modifier.value) })];
    case 'cap':
      return [
        {
          field: 'from',
          part: '',
          range: modifier.unit === 'ofTarget' ? { unit: 'share', min: 0, max: 20 } : money(modifier.from),
        },
        ...(modifier.value === undefined ? [] : [value(SHARE, 'paid beyond')]),
      ];
    case 'ramp':
      return [value(modifier.unit === 'share' ? { unit: 'share', min: 0, max: 2 } : money(modifier.value))];
    case 'weight':
    case 'clawback':
    case 'holdback':
      return [value(SHARE)];
    case 'draw':
      return [value(money(modifier.value))];
    default:
      return [];
  }
}

/** "threshold", and "multiplier 2" where there are several. */
function nameOf(modifiers: readonly Modifier[], at: number): string {
  const { kind } = modifiers[at]!;
  const alike = modifiers.filter((modifier) => modifier.kind === kind);
  return alike.length === 1 ? kind : `${kind} ${alike.indexOf(modifiers[at]!) + 1}`;
}

type Range = Pick<NumberAssumption, 'unit' | 'min' | 'max'>;

const SHARE: Range = { unit: 'share', min: 0, max: 1 };
const money = (value: number): Range => ({ unit: '', min: 0, max: Math.max(1000, 10 * Math.abs(value)) });

function rangeOfRate(unit: RateUnit, rate: number): Range {
  switch (unit) {
    case 'ofAmount':
      return SHARE;
    case 'timesRate':
    case 'timesTarget':
      return { unit: '×', min: 0, max: Math.max(50, 2 * rate) };
    case 'ofTarget':
      return { unit: 'share', min: 0, max: Math.max(10, 2 * rate) };
    case 'perUnit':
    case 'perPoint':
    case 'fixed':
      return money(rate);
  }
}

const placeOf = (
  owner: string,
  what: string,
  initial: number,
  { unit, min, max }: Range,
  set: PlanPlace['set'],
): PlanPlace => ({
  parameter: {
    kind: 'number',
    id: `${owner}/${what}`,
    label: `${owner}, ${what.replace('/', ': ')}`,
    unit,
    initial,
    // A plan may stand outside of the usual range already; it is within its own.
    min: Math.min(min, initial),
    max: Math.max(max, initial),
    step: 0.01,
    help: '',
    source: 'The plan.',
  },
  set,
});
