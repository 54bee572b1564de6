import { leadPair } from '../../stats/leadPair';
import { pooledCorrelation } from '../../stats/pooledCorrelation';
import type { Season } from '../../stats/seasonalBasis';
import { signAgreement } from '../../stats/signAgreement';
import type { Assembled } from './assemble';
import { comparable } from './compare';
import type { Indicator } from './catalogue';
import type { PeopleFinding } from './finding';
import type { LeadResult } from './leadResults';
import { lastWhere } from './series';

/** The busiest so many people are compared one by one. */
const MOST_PEOPLE = 100;

const NOBODY: PeopleFinding = { agree: 0, of: 0, pooled: null, low: null, high: null, i2: null };

/** The periods in which a person did or reached anything: before the first and after the last nobody was there to do it. */
function active(x: Float64Array, y: Float64Array): readonly [number, number] {
  const isActive = (i: number): boolean => x[i]! > 0 || y[i]! > 0;
  const first = [...x.keys()].findIndex(isActive);
  return first < 0 ? [0, 0] : [first, lastWhere(x.length, isActive) + 1];
}

/**
 * The same indicator, result and lag for each person, with trend, season and memory taken out as for the team: who agrees with
 * the team's sign, and the correlation of the average person. Those without six pairs are left out.
 */
export function peopleEvidence(
  assembled: Assembled,
  indicator: Indicator,
  result: LeadResult,
  lag: number,
  r: number,
  season: Season,
  confidence: number,
): PeopleFinding {
  const { ofPerson: doneBy } = indicator;
  const { ofPerson: reachedBy } = result;
  if (!doneBy || !reachedBy) return NOBODY;
  const people = assembled.persons.names.slice(0, MOST_PEOPLE).flatMap((_, person) => {
    const [x, y] = [doneBy(person), reachedBy(person)];
    const [from, to] = active(x, y);
    const own = ({ kind }: Indicator | LeadResult, values: Float64Array): Float64Array =>
      comparable({ kind, values: values.map((v, i) => (i < from || i >= to ? NaN : v)) }, assembled);
    const window = { from: lag, to: lag };
    const pair = leadPair(own(result, y), { values: own(indicator, x), window }, lag, season);
    const ofLag = pair?.r[lag];
    return pair && ofLag !== undefined && !Number.isNaN(ofLag)
      ? [{ r: ofLag, n: pair.innovations.length - lag }]
      : [];
  });
  const { agree, of } = signAgreement(
    people.map((one) => one.r),
    r < 0 ? -1 : 1,
  );
  const pooled = people.length >= 2 ? pooledCorrelation(people, confidence) : null;
  return {
    agree,
    of,
    pooled: pooled?.r ?? null,
    low: pooled?.interval?.low ?? null,
    high: pooled?.interval?.high ?? null,
    i2: pooled?.i2 ?? null,
  };
}
