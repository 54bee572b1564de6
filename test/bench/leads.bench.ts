import assert from 'node:assert/strict';
import { tallyActivities, type ActivityTally } from '../../src/engine/analyses/indicators/activityTally';
import { ofAll, ofPerson } from '../../src/engine/analyses/indicators/cube';
import type { Periods } from '../../src/engine/analyses/indicators/periods';
import { personsOf } from '../../src/engine/analyses/indicators/persons';
import { monthStart } from '../../src/engine/core/day';
import { randomFrom, splitmix32 } from '../../src/engine/core/random';
import type { Activities, Dataset } from '../../src/engine/dataset/dataset';
import { lagScan, type LagScan } from '../../src/engine/stats/lagScan';
import { leadTest, type Lead } from '../../src/engine/stats/leadTest';
import type { BenchCase } from './case';
import { leadPeers, sumPeers } from './peers/leads';

export const TYPES = 12;
export const PEOPLE = 200;
export const RESULTS = 3;
export const MONTHS = 36;
export const MOST_LAG = 12;
export const DRAWS = 1000;
/** Results follow the first type by so many months. */
const LEAD = 3;
const FIRST = 2022 * 12;
const PERIODS: Periods = { grain: 'month', first: FIRST, count: MONTHS };

/** A log of activities, and three results of each person by month. */
export interface LeadData {
  readonly count: number;
  /** Excel's serial of the day. */
  readonly date: Float64Array;
  /** Position of the month. */
  readonly month: Uint8Array;
  readonly person: Int32Array;
  readonly type: Int32Array;
  /** At (person × RESULTS + result) × MONTHS + month. */
  readonly results: Float64Array;
}

function leadData(count: number): LeadData {
  const word = splitmix32(12);
  const chance = (): number => word() / 2 ** 32;
  const [date, month] = [new Float64Array(count), new Uint8Array(count)];
  const [person, type] = [new Int32Array(count), new Int32Array(count)];
  // Each type is busy in months of its own.
  const busy = Array.from({ length: TYPES * MONTHS }, () => 0.3 + chance());
  for (let i = 0; i < count; i++) {
    type[i] = i % TYPES;
    do month[i] = Math.floor(MONTHS * chance());
    while (chance() > busy[type[i]! * MONTHS + month[i]!]! / 1.3);
    person[i] = Math.floor(PEOPLE * chance());
    date[i] = monthStart(FIRST + month[i]!) + Math.floor(28 * chance());
  }
  const results = Float64Array.from({ length: PEOPLE * RESULTS * MONTHS }, (_, at) => {
    const led = busy[Math.max(0, (at % MONTHS) - LEAD)]!;
    return Math.floor(10 * (led + 0.4 * chance()));
  });
  return { count, date, month, person, type, results };
}

const columnOf = (codes: Int32Array, names: readonly string[]) => ({ labels: names, codes });
const named = (what: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${what} ${i + 1}`);

function activitiesOf({ count, date, person, type }: LeadData): Activities {
  return {
    count,
    origin: { table: new Uint16Array(count), row: new Int32Array(count) },
    date,
    type: columnOf(type, named('Type', TYPES)),
    owner: columnOf(person, named('Person', PEOPLE)),
    quantity: new Float64Array(count).fill(1),
    texts: {},
    numbers: {},
  };
}

interface Summed {
  readonly tally: ActivityTally;
  /** Position of a person of the data among those of the tally. */
  readonly positionOf: (person: number) => number;
}

function summed(activities: Activities): Summed {
  // Of a dataset only what persons are found in.
  const persons = personsOf({ activities } as Dataset);
  const context = { opportunities: undefined, history: undefined, stages: [] };
  return {
    tally: tallyActivities(activities, context, persons, PERIODS),
    positionOf: persons.positions(activities.owner),
  };
}

/** Sums by type, person and month against plain counting. */
function checkSums(data: LeadData, { tally, positionOf }: Summed): void {
  const sums = plainSums(data);
  for (let t = 0; t < TYPES; t++)
    for (let p = 0; p < PEOPLE; p++)
      assert.deepEqual(
        [...ofPerson(tally.counts, tally.types.indexOf(`Type ${t + 1}`), positionOf(p))],
        [...sums.subarray((t * PEOPLE + p) * MONTHS, (t * PEOPLE + p + 1) * MONTHS)],
      );
}

/** At (type × PEOPLE + person) × MONTHS + month. */
export function plainSums({ count, type, person, month }: LeadData): Float64Array {
  const sums = new Float64Array(TYPES * PEOPLE * MONTHS);
  for (let i = 0; i < count; i++) sums[(type[i]! * PEOPLE + person[i]!) * MONTHS + month[i]!]!++;
  return sums;
}

export interface Leads {
  /** By person: every type beside every result. */
  readonly people: readonly LagScan[];
  readonly team: LagScan;
  /** By result: the test of every type. */
  readonly tests: readonly (readonly Lead[])[];
}

export const resultOf = ({ results }: LeadData, person: number, result: number): Float64Array =>
  results.subarray((person * RESULTS + result) * MONTHS, (person * RESULTS + result + 1) * MONTHS);

export function teamResult(data: LeadData, result: number): Float64Array {
  const team = new Float64Array(MONTHS);
  for (let p = 0; p < PEOPLE; p++) resultOf(data, p, result).forEach((value, m) => (team[m]! += value));
  return team;
}

function leadsOf(data: LeadData, activities: Activities): Leads {
  const { tally, positionOf } = summed(activities);
  const kinds = Array.from({ length: TYPES }, (_, t) => tally.types.indexOf(`Type ${t + 1}`));
  const results = Array.from({ length: RESULTS }, (_, k) => teamResult(data, k));
  const indicators = kinds.map((kind) => ofAll(tally.counts, kind));
  return {
    people: Array.from({ length: PEOPLE }, (_, p) =>
      lagScan(
        kinds.map((kind) => ofPerson(tally.counts, kind, positionOf(p))),
        Array.from({ length: RESULTS }, (_, k) => resultOf(data, p, k)),
        MOST_LAG,
      ),
    ),
    team: lagScan(indicators, results, MOST_LAG),
    tests: results.map((result) =>
      leadTest(
        {
          result,
          indicators: indicators.map((values) => ({ values, window: { from: 0, to: MOST_LAG } })),
          mostLag: MOST_LAG,
          season: 'none',
        },
        DRAWS,
        randomFrom(1),
      ),
    ),
  };
}

/** Pearson's r of the pairs at a lag, straight from its formula; null where one side does not vary. */
export function plainR(x: ArrayLike<number>, y: ArrayLike<number>, lag: number): number | null {
  const n = x.length - lag;
  let [sx, sy, sxx, syy, sxy] = [0, 0, 0, 0, 0];
  for (let t = 0; t < n; t++) {
    const [a, b] = [x[t]!, y[t + lag]!];
    sx += a;
    sy += b;
    sxx += a * a;
    syy += b * b;
    sxy += a * b;
  }
  const [vx, vy] = [n * sxx - sx * sx, n * syy - sy * sy];
  return vx > 0 && vy > 0 ? (n * sxy - sx * sy) / Math.sqrt(vx * vy) : null;
}

/** Ranks by comparing everything with everything. */
export const plainRanks = (values: readonly number[]): readonly number[] =>
  values.map((v) => values.reduce((rank, w) => rank + (w < v ? 1 : w === v ? 0.5 : 0), 0.5));

export function plainRho(x: ArrayLike<number>, y: ArrayLike<number>, lag: number): number | null {
  const n = x.length - lag;
  const part = (of: ArrayLike<number>, from: number): readonly number[] =>
    plainRanks(Array.from({ length: n }, (_, t) => of[from + t]!));
  return plainR(part(x, 0), part(y, lag), 0);
}

const near = (a: number, b: number | null): void =>
  assert.ok(b === null ? Number.isNaN(a) : Math.abs(a - b) < 1e-9, `${a} is not ${b}`);

function checkLeads(data: LeadData, { people, team, tests }: Leads): void {
  const sums = plainSums(data);
  const series = (t: number, p: number) =>
    sums.subarray((t * PEOPLE + p) * MONTHS, (t * PEOPLE + p + 1) * MONTHS);
  const at = (t: number, k: number, lag: number): number => (t * RESULTS + k) * (MOST_LAG + 1) + lag;
  for (let p = 0; p < PEOPLE; p += 17)
    for (let t = 0; t < TYPES; t++)
      for (let k = 0; k < RESULTS; k++)
        for (let lag = 0; lag <= MOST_LAG; lag++) {
          near(people[p]!.r[at(t, k, lag)]!, plainR(series(t, p), resultOf(data, p, k), lag));
          near(people[p]!.rho[at(t, k, lag)]!, plainRho(series(t, p), resultOf(data, p, k), lag));
        }
  tests.forEach(([first], k) => {
    assert.equal(first!.bestLag, LEAD);
    assert.ok(first!.pFamily! <= 0.05, `the lead of result ${k} is lost`);
    assert.ok(team.r[at(0, k, LEAD)]! > 0.5);
  });
}

export const W3: BenchCase = {
  id: 'W3',
  title: `${TYPES} indicators × ${RESULTS} results over ${MONTHS} months: Pearson and Spearman at leads 0 to ${MOST_LAG} of ${PEOPLE} people, and the team’s leads against ${DRAWS} draws; rows are activities`,
  sizes: [10_000, 1_000_000],
  prepare: (size) => {
    const data = leadData(size);
    const activities = activitiesOf(data);
    return {
      check: () => checkLeads(data, leadsOf(data, activities)),
      run: () => leadsOf(data, activities),
      peers: async () => leadPeers(data),
    };
  },
};

export const W3A: BenchCase = {
  id: 'W3a',
  title: `monthly sums of ${TYPES} types of activities for ${PEOPLE} people`,
  sizes: [10_000, 1_000_000],
  prepare: (size) => {
    const data = leadData(size);
    const activities = activitiesOf(data);
    return {
      check: () => checkSums(data, summed(activities)),
      run: () => summed(activities),
      peers: async () => sumPeers(data),
    };
  },
};
