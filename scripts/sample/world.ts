import { civilOf, dayOf, isoOf, monthIndexOf, monthStart, type Day } from '../../src/engine/core/day';
import { randomFrom, type RandomSource } from '../../src/engine/core/random';

/**
 * The sales team of the sample workbook, simulated: a pipeline whose every probability and lag is known. The same
 * process, run on many deals, gives the truth that the tests hold the estimates against.
 */
export const FIRST_DAY = dayOf(2022, 1, 1);
export const LAST_DAY = dayOf(2026, 4, 30);
export const MONTHS = 52;
export const DEALS = 2000;

/** An open stage: what happens to a deal in it, and how long that takes on average. Gamma times of shape 3. */
interface Stage {
  readonly name: string;
  readonly probability: number;
  readonly advance: number;
  readonly meanDays: number;
}
export const STAGES: readonly Stage[] = [
  { name: 'Qualification', probability: 10, advance: 0.8, meanDays: 9 },
  { name: 'Needs Analysis', probability: 25, advance: 0.76, meanDays: 14 },
  { name: 'Demonstration', probability: 45, advance: 0.74, meanDays: 18 },
  { name: 'Proposal/Price Quote', probability: 65, advance: 0.76, meanDays: 23 },
  { name: 'Negotiation/Review', probability: 85, advance: 0.8, meanDays: 26 },
];
export const WON = 'Closed Won';
export const LOST = 'Closed Lost';
/** Of the deals that go on, the share that skips a stage; of all moves, the share that goes back instead. */
const SKIP = 0.04;
const BACK = 0.04;
/** Losing takes this share of the time that advancing takes. */
const LOSS_SPEED = 0.85;

export interface Person {
  readonly name: string;
  readonly role: string;
  readonly manager: string;
  readonly region: string;
  readonly start: Day;
  readonly end: Day | undefined;
  /** Share of the team's deals while employed. */
  readonly weight: number;
  readonly quarterQuota: number;
}

const person = (
  name: string,
  role: string,
  manager: string,
  region: string,
  start: Day,
  weight: number,
  quarterQuota: number,
  end?: Day,
): Person => ({ name, role, manager, region, start, end, weight, quarterQuota });

export const PEOPLE: readonly Person[] = [
  person('Amara Okafor', 'Account Executive', 'Helen Marsh', 'North', dayOf(2019, 3, 4), 1.2, 90000),
  person('Bruno Keller', 'Account Executive', 'Helen Marsh', 'North', dayOf(2020, 9, 14), 1.1, 90000),
  person('Chloé Martin', 'Senior Account Executive', 'Helen Marsh', 'North', dayOf(2017, 1, 9), 1.3, 110000),
  person('Daniel Weiss', 'Account Executive', 'Helen Marsh', 'North', dayOf(2022, 5, 2), 1.0, 80000),
  person('Elena Rossi', 'Account Executive', 'Helen Marsh', 'South', dayOf(2021, 2, 1), 1.0, 80000),
  person('Farid Haddad', 'Account Executive', 'Helen Marsh', 'South', dayOf(2021, 11, 8), 0.9, 80000),
  person(
    'Grace Lindqvist',
    'Senior Account Executive',
    'Tomás Vidal',
    'South',
    dayOf(2016, 6, 20),
    1.3,
    110000,
  ),
  person('Hiro Tanaka', 'Account Executive', 'Tomás Vidal', 'West', dayOf(2020, 4, 6), 1.1, 90000),
  person('Ines Carvalho', 'Account Executive', 'Tomás Vidal', 'West', dayOf(2023, 9, 4), 0.9, 70000),
  person('Jonas Berg', 'Account Executive', 'Tomás Vidal', 'West', dayOf(2024, 3, 4), 0.9, 70000),
  person('Kavya Iyer', 'Account Executive', 'Tomás Vidal', 'East', dayOf(2024, 10, 7), 0.8, 60000),
  person(
    'Liam Doyle',
    'Account Executive',
    'Tomás Vidal',
    'East',
    dayOf(2018, 8, 13),
    1.0,
    90000,
    dayOf(2025, 8, 29),
  ),
];

export interface StageEntry {
  readonly day: Day;
  readonly stage: string;
}

export interface Deal {
  readonly id: string;
  readonly owner: Person;
  readonly created: Day;
  readonly amount: number;
  readonly type: string;
  readonly leadSource: string;
  readonly account: string;
  /** Every stage entry up to the end of time, Closed Won or Closed Lost last. */
  readonly path: readonly StageEntry[];
}

export interface Activity {
  readonly day: Day;
  readonly type: string;
  readonly owner: Person;
  readonly deal: Deal | undefined;
}

export interface World {
  readonly deals: readonly Deal[];
  readonly activities: readonly Activity[];
}

const exponential = (r: RandomSource, mean: number): number => -mean * Math.log(1 - r.next());
const gamma3 = (r: RandomSource, mean: number): number =>
  exponential(r, mean / 3) + exponential(r, mean / 3) + exponential(r, mean / 3);
const normal = (r: RandomSource): number =>
  Math.sqrt(-2 * Math.log(1 - r.next())) * Math.cos(2 * Math.PI * r.next());
function poisson(r: RandomSource, mean: number): number {
  let count = 0;
  for (let left = Math.exp(-mean), p = r.next(); p > left; p *= r.next()) count++;
  return count;
}
function pick<T>(r: RandomSource, items: readonly T[], weight: (item: T) => number): T {
  const total = items.reduce((sum, item) => sum + weight(item), 0);
  let left = r.next() * total;
  for (const item of items) if ((left -= weight(item)) < 0) return item;
  return items[items.length - 1]!; // rounding only; callers pass at least one item
}
const even = (): number => 1;

/** One deal's life from its creation: stage entries with whole days, at least one day apart. */
export function dealPath(r: RandomSource, created: Day): readonly StageEntry[] {
  const path: StageEntry[] = [{ day: created, stage: STAGES[0]!.name }];
  let at = 0;
  let day: number = created;
  for (;;) {
    const stage = STAGES[at]!;
    const fate = r.next();
    const advances = fate < stage.advance;
    day += Math.max(1, Math.ceil(gamma3(r, stage.meanDays * (advances ? 1 : LOSS_SPEED))));
    if (!advances) return [...path, { day: day as Day, stage: LOST }];
    const turn = r.next();
    if (at > 0 && turn < BACK) at -= 1;
    else at += turn > 1 - SKIP && at < STAGES.length - 2 ? 2 : 1;
    if (at >= STAGES.length) return [...path, { day: day as Day, stage: WON }];
    path.push({ day: day as Day, stage: STAGES[at]!.name });
  }
}

const ACCOUNTS = (
  'Alder & Pine|Bluewater Foods|Cobalt Systems|Dunmore Textiles|Eastgate Logistics|Fairview Clinics|Glenside Energy|Harbour Bank|' +
  'Ironbridge Tools|Juniper Retail|Kestrel Aviation|Lakeside Dairy|Merrow Pharma|Northfield Schools|Oakhurst Estates|Pemberton Glass|' +
  'Quarry Street Media|Redwood Freight|Silverline Rail|Thornbury Hotels|Umber Ceramics|Valley Telecom|Westbrook Motors|Yarrow Health'
).split('|');

/** Average per month for the whole team. The first two lead wins; the others go their own ways. */
const OTHER_ACTIVITIES = [
  { type: 'Call', mean: 120, spread: 0.15 },
  { type: 'Email', mean: 150, spread: 0.2 },
  { type: 'Webinar', mean: 12, spread: 0.4 },
  { type: 'Site Visit', mean: 22, spread: 0.3 },
] as const;
/** Of the logarithm of first meetings, from month to month: strong enough for a lead to be seen in four years. */
const SWING = 0.7;
export const FIRST_MEETING = 'First Meeting';
export const WORKSHOP = 'Technical Workshop';

export const employed = (p: Person, day: Day): boolean =>
  p.start <= day && (p.end === undefined || day <= p.end);

/**
 * First meetings swing from month to month and bring deals within days, which are won about a quarter later; technical
 * workshops stand about a month before the close of the deals that had one, and those that are won had one more often.
 */
export function simulate(seed: number): World {
  const root = randomFrom(seed);
  const months = root.stream('months');
  const swings = Array.from({ length: MONTHS }, () => Math.exp(SWING * normal(months)));
  const total = swings.reduce((sum, s) => sum + s, 0);
  const drafts: { created: Day; stream: RandomSource }[] = [];
  const activities: Activity[] = [];
  const firstMonth = monthIndexOf(FIRST_DAY);
  for (let i = 0; i < DEALS; i++) {
    const stream = root.stream(`deal ${i}`);
    const at = stream.next() * total;
    let month = 0;
    for (let sum = swings[0]!; sum < at && month < MONTHS - 1; sum += swings[month]!) month++;
    const start = monthStart(firstMonth + month);
    const length = monthStart(firstMonth + month + 1) - start;
    drafts.push({ created: (start + Math.floor(stream.next() * length)) as Day, stream });
  }
  drafts.sort((a, b) => a.created - b.created);

  const deals = drafts.map(({ created, stream }, i): Deal => {
    const owner = pick(
      stream,
      PEOPLE.filter((p) => employed(p, created)),
      (p) => p.weight,
    );
    const size = pick(stream, ['New Business', 'Existing Business', 'Renewal'], even);
    return {
      id: `006-${String(10001 + i)}`,
      owner,
      created,
      amount: Math.round(Math.exp((size === 'New Business' ? 9.9 : 9.5) + 0.7 * normal(stream)) / 50) * 50,
      type: size,
      leadSource: pick(stream, ['Web', 'Referral', 'Partner', 'Trade Show', 'Outbound'], even),
      account: pick(stream, ACCOUNTS, even),
      path: dealPath(stream, created),
    };
  });

  const some = root.stream('activities');
  for (const deal of deals) {
    // 1.6 first meetings a deal: some meetings come to nothing, none comes after its deal.
    for (let n = poisson(some, 0.6) + 1; n > 0; n--) {
      const day = (deal.created - Math.floor(some.next() * 7)) as Day;
      if (day >= FIRST_DAY)
        activities.push({ day, type: FIRST_MEETING, owner: deal.owner, deal: n === 1 ? deal : undefined });
    }
    const close = deal.path[deal.path.length - 1]!;
    const workshop = (close.day - 30 + Math.round(4 * normal(some))) as Day;
    if (some.next() < (close.stage === WON ? 0.85 : 0.12) && workshop > deal.created && workshop <= LAST_DAY)
      activities.push({ day: workshop, type: WORKSHOP, owner: deal.owner, deal });
  }
  for (const { type, mean, spread } of OTHER_ACTIVITIES) {
    const stream = root.stream(type);
    let level = 0;
    for (let month = 0; month < MONTHS; month++) {
      level = 0.4 * level + spread * normal(stream);
      const start = monthStart(firstMonth + month);
      const length = monthStart(firstMonth + month + 1) - start;
      for (let n = poisson(stream, mean * Math.exp(level)); n > 0; n--) {
        const day = (start + Math.floor(stream.next() * length)) as Day;
        const owner = pick(
          stream,
          PEOPLE.filter((p) => employed(p, day)),
          even,
        );
        const open =
          stream.next() < 0.5
            ? pick(stream, deals, (d) => (d.owner === owner && d.created <= day ? 1 : 0))
            : undefined;
        activities.push({ day, type, owner, deal: open?.owner === owner ? open : undefined });
      }
    }
  }
  activities.sort(
    (a, b) => a.day - b.day || a.type.localeCompare(b.type) || a.owner.name.localeCompare(b.owner.name),
  );
  return { deals, activities };
}

export interface Truth {
  readonly seed: number;
  readonly asOf: string;
  readonly simulatedDeals: number;
  /** P(gone on within `days` of first entering), moving back not stopping the clock. */
  readonly stages: readonly {
    readonly name: string;
    readonly days: number;
    readonly advance: number;
    readonly lost: number;
    readonly medianDays: number;
  }[];
  readonly ultimateWin: number;
  readonly leads: readonly { readonly activity: string; readonly result: 'won'; readonly months: number }[];
}

/** The truth of the process, from `count` deals followed to their end: no censoring, no estimator. */
export function truthOf(seed: number, count: number, days: number): Truth {
  const r = randomFrom(seed).stream('truth');
  const advanced = STAGES.map(() => 0);
  const lost = STAGES.map(() => 0);
  const entered = STAGES.map(() => 0);
  const dwell: number[][] = STAGES.map(() => []);
  let won = 0;
  const order = new Map([...STAGES.map((s, i) => [s.name, i] as const), [WON, STAGES.length], [LOST, -1]]);
  for (let i = 0; i < count; i++) {
    const path = dealPath(r, 0 as Day).map((e) => ({ day: e.day as number, at: order.get(e.stage)! }));
    if (path[path.length - 1]!.at === STAGES.length) won++;
    for (let s = 0; s < STAGES.length; s++) {
      const first = path.findIndex((e) => e.at === s);
      if (first < 0) continue;
      const later = path.slice(first + 1).find((e) => e.at > s);
      const exit = later ?? path[path.length - 1]!;
      const time = exit.day - path[first]!.day;
      entered[s]!++;
      dwell[s]!.push(time);
      if (time <= days) (later ? advanced : lost)[s]!++;
    }
  }
  return {
    seed,
    asOf: isoOf(LAST_DAY),
    simulatedDeals: count,
    stages: STAGES.map((stage, s) => ({
      name: stage.name,
      days,
      advance: advanced[s]! / entered[s]!,
      lost: lost[s]! / entered[s]!,
      medianDays: dwell[s]!.sort((a, b) => a - b)[Math.floor(dwell[s]!.length / 2)]!,
    })),
    ultimateWin: won / count,
    leads: [
      { activity: FIRST_MEETING, result: 'won', months: 3 },
      { activity: WORKSHOP, result: 'won', months: 1 },
    ],
  };
}

export const quarterOf = (day: Day): string => {
  const { year, month } = civilOf(day);
  return `${year}-Q${Math.ceil(month / 3)}`;
};
