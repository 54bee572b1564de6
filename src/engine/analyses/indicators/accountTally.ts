import type { Activities, Opportunities } from '../../dataset/dataset';
import { sameName } from '../../dataset/values/sameName';
import { folded } from '../../dataset/values/text';
import { cellOf, emptyCube, type Cube } from './cube';
import { placer, type Periods } from './periods';
import type { Persons } from './persons';

/** The first meeting with each account: when, and whose. Mergeable: of two first meetings the earlier is the first. */
export interface AccountTally {
  /** By account; Infinity before any. */
  readonly first: Float64Array;
  readonly person: Int32Array;
}

/** What people call meeting a customer, in the languages of the headers, folded. */
const MEETING =
  /\b(meet|visit|demo|appoint|present|besuch|termin|prasent|reunion|rendez|cita|reunia|gesprek|bezoek|afspraak)/;

/** Which labels of the types are meetings; all where none is called so. */
function meetings(labels: readonly string[]): readonly boolean[] {
  const named = labels.map((label) => MEETING.test(folded(label)));
  return named.includes(true) ? named : labels.map(() => true);
}

/** One pass over the activities. The account is the activity's own, else that of its deal. Undefined without accounts. */
export function tallyAccounts(
  activities: Activities,
  opportunities: Opportunities | undefined,
  persons: Persons,
): AccountTally | undefined {
  const own = activities.texts['account'];
  const ofDeal = activities.opportunity && opportunities?.texts['account'];
  if (!own && !ofDeal) return undefined;
  const accounts = new Map<string, number>();
  const positions = (labels: readonly string[] | undefined): readonly number[] =>
    (labels ?? []).map((label) => {
      const key = sameName(label);
      const found = accounts.get(key) ?? accounts.size;
      accounts.set(key, found);
      return found;
    });
  const [ownAt, dealAt] = [positions(own?.labels), positions(ofDeal?.labels)];
  const isMeeting = meetings(activities.type.labels);
  const personOf = persons.positions(activities.owner);
  const first = new Float64Array(accounts.size).fill(Infinity);
  const person = new Int32Array(accounts.size);
  for (let i = 0; i < activities.count; i++) {
    if (!isMeeting[activities.type.codes[i]!] || !(activities.quantity[i]! > 0)) continue;
    const deal = activities.opportunity?.[i] ?? -1;
    const account = ownAt[own?.codes[i] ?? -1] ?? (deal >= 0 ? dealAt[ofDeal?.codes[deal] ?? -1] : undefined);
    if (account === undefined || !(activities.date[i]! < first[account]!)) continue;
    first[account] = activities.date[i]!;
    person[account] = personOf(activities.owner?.codes[i] ?? -1);
  }
  return { first, person };
}

/** First meetings by person and period, as a cube of one kind. */
export function firstMeetings({ first, person }: AccountTally, persons: Persons, periods: Periods): Cube {
  const cube = emptyCube(1, persons.count, periods.count);
  const placeOf = placer(periods);
  first.forEach((serial, account) => {
    const place = placeOf(serial);
    if (place >= 0) cube.values[cellOf(cube, 0, person[account]!, place)]!++;
  });
  return cube;
}
