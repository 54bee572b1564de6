import { dayOf, dayOfIso, monthIndexOf, monthStart, type Day } from '../../src/engine/core/day';
import type {
  CompensationBook,
  Credits,
  Period,
  Person,
  PersonQuota,
} from '../../src/engine/analyses/compensation/book';
import { evaluate } from '../../src/engine/analyses/compensation/evaluate';
import type { PlanRow, PlanRows } from '../../src/engine/dataset/dataset';
import type { EditedTables } from '../../src/engine/report/editableTable';
import type { PayoutLine } from '../../src/engine/analyses/compensation/payout';
import type { Component, Modifier, Plan, Tier } from '../../src/engine/analyses/compensation/plan';
import type { WrittenTable } from './read';

/** A plan of one component over a year; amounts in units, as a person types them. */
export const planOf = (component: Partial<Component>, modifiers: readonly Modifier[] = []): Plan => ({
  name: 'Test',
  components: [
    {
      name: 'Sales',
      kind: 'tiers',
      basis: 'revenue',
      period: 'year',
      tiers: [],
      modifiers: [],
      ...component,
    },
  ],
  modifiers,
});

/** Tiers as [from, to, rate], of one unit and way of paying. */
export const tiersOf = (
  rows: readonly (readonly [number, number | null, number])[],
  unit: Tier['unit'] = 'ofAmount',
  how: NonNullable<Tier['how']> = 'marginal',
): readonly Tier[] => rows.map(([from, to, rate]) => ({ from, ...(to !== null && { to }), rate, unit, how }));

/** 1 × target pay up to the quarter's quota, 2 × above it. */
export const accelerated = (...modifiers: readonly Modifier[]): Plan => ({
  ...planOf({
    period: 'quarter',
    tiers: tiersOf(
      [
        [0, 1, 1],
        [1, null, 2],
      ],
      'timesTarget',
    ),
    modifiers,
  }),
  name: 'AE 2026',
});

export interface Year {
  /** Credited, quota and target variable pay, in units. */
  readonly sold?: number;
  readonly attainment?: number;
  readonly quota?: number;
  readonly target?: number;
}

/** One person and one year, the attainment typed by hand. */
export function bookOf({ sold, attainment, quota, target = 0 }: Year): CompensationBook {
  const [start, end] = [dayOf(2026, 1, 1), dayOf(2026, 12, 31)];
  const people: readonly Person[] = [{ name: 'Ann Lee', target: target * 100, base: 0 }];
  const quotas: readonly PersonQuota[] =
    quota === undefined ? [] : [{ person: 0, start, end, amount: quota * 100 }];
  return {
    periods: [{ label: '2026', start, end, months: 12 }],
    people,
    quotas,
    typed: [
      {
        person: 0,
        period: 0,
        ...(sold !== undefined && { credited: Math.round(sold * 100) }),
        ...(attainment !== undefined && { attainment }),
      },
    ],
    yearStartMonth: 1,
  };
}

export const lineOf = (plan: Plan, year: Year): PayoutLine => evaluate(plan, bookOf(year)).lines[0]!;

/** Payout in units. */
export const paid = (plan: Plan, year: Year): number => lineOf(plan, year).payout / 100;

/** So many periods of so many months from a month on. */
export function periodsOf(from: string, count: number, months = 1): readonly Period[] {
  const first = monthIndexOf(iso(from));
  return Array.from({ length: count }, (_, i) => {
    const start = monthStart(first + i * months);
    const end = (monthStart(first + (i + 1) * months) - 1) as Day; // a day before a day is a day
    return { label: `P${i + 1}`, start, end, months };
  });
}

export const iso = (text: string): Day => {
  const day = dayOfIso(text);
  if (day === undefined) throw new Error(`No day: ${text}`);
  return day;
};

export interface TestDeal {
  readonly person?: number;
  readonly day: string;
  /** In units. */
  readonly amount: number;
  readonly share?: number;
  readonly cost?: number;
  readonly units?: number;
  readonly term?: number;
  readonly cancelled?: string;
  readonly paid?: number;
  readonly type?: string;
  readonly currency?: string;
}

export function creditsOf(deals: readonly TestDeal[]): Credits {
  const column = (of: (deal: TestDeal) => number | undefined): Float64Array =>
    Float64Array.from(deals, (deal) => of(deal) ?? NaN);
  const texts = (of: (deal: TestDeal) => string | undefined): Credits['texts'][string] => {
    const labels = [...new Set(deals.flatMap((deal) => of(deal) ?? []))];
    return { labels, codes: Int32Array.from(deals, (deal) => labels.indexOf(of(deal) ?? '')) };
  };
  const cents = (amount: number | undefined): number | undefined =>
    amount === undefined ? undefined : Math.round(amount * 100);
  const margin = (deal: TestDeal): number | undefined =>
    deal.cost === undefined ? undefined : cents(deal.amount - deal.cost);
  return {
    count: deals.length,
    origin: { table: new Uint16Array(deals.length), row: Int32Array.from(deals, (_, i) => i + 2) },
    ids: { count: deals.length, text: (row) => `D${row + 1}` },
    person: Int32Array.from(deals, ({ person = 0 }) => person),
    day: column(({ day }) => iso(day)),
    share: column(({ share = 1 }) => share),
    amount: column(({ amount, share = 1 }) => cents(amount * share)),
    whole: column(({ amount }) => cents(amount)),
    margin: column((deal) => (margin(deal) ?? NaN) * (deal.share ?? 1)),
    wholeMargin: column(margin),
    units: column(({ units }) => units),
    term: column(({ term }) => term),
    cancelled: column(({ cancelled }) => (cancelled === undefined ? undefined : iso(cancelled))),
    paid: column(({ paid }) => cents(paid)),
    texts: { type: texts(({ type }) => type), currency: texts(({ currency }) => currency) },
  };
}

export interface BookParts {
  readonly periods?: readonly Period[];
  readonly people?: readonly Partial<Person>[];
  readonly deals?: readonly TestDeal[];
  /** Quota of every person in every period, in units. */
  readonly quota?: number;
}

/** People with deals; the year 2026 in one period unless said. */
export function bookWith({
  periods = periodsOf('2026-01-01', 1, 12),
  people = [{}],
  deals,
  quota,
}: BookParts): CompensationBook {
  return {
    periods,
    people: people.map((person, i) => ({ name: `Person ${i + 1}`, target: 0, base: 0, ...person })),
    quotas:
      quota === undefined
        ? []
        : people.flatMap((_, person) =>
            periods.map(({ start, end }) => ({ person, start, end, amount: quota * 100 })),
          ),
    ...(deals && { credits: creditsOf(deals) }),
    typed: [],
    yearStartMonth: 1,
  };
}

/** Payouts of every line, in units. */
export const payouts = (plan: Plan, book: CompensationBook): readonly number[] =>
  evaluate(plan, book).lines.map(({ payout }) => payout / 100);

/** Rows of plan tables as `readPlans` takes them, each on a sheet of its table's name from row 2 on. */
export function planRowsOf(tables: EditedTables): PlanRows {
  const rows = (id: string, table: string): readonly PlanRow[] =>
    (tables[id] ?? []).map((cells, i) => ({
      table,
      number: i + 1,
      cells,
      place: (field) => ({
        source: 'plan.xlsx',
        sheet: table,
        row: i + 2,
        ...(field !== undefined && { column: field }),
      }),
    }));
  return {
    components: rows('planComponents', 'Components'),
    tiers: rows('planTiers', 'Tiers'),
    modifiers: rows('planModifiers', 'Modifiers'),
  };
}

/** Two sellers as a people sheet has them, by year. */
export const ANN_AND_BOB: WrittenTable = {
  role: 'people',
  rows: [
    ['person', 'role', 'targetVariable', 'quota'],
    ['Ann', 'AE', 60_000, 1_200_000],
    ['Bob', 'AE', 60_000, 600_000],
  ],
};
