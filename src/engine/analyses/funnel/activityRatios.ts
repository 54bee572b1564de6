import { gammaPoissonPosterior, pooledRate } from '../../stats/gammaPoisson';
import { poissonRate, sameRates } from '../../stats/poissonRate';
import { NOT_COMPARED, type Certainty, type ComparedShare } from './compareShares';
import { worthOf, type GapWorth } from './formula';
import type { PersonActivities } from './personActivities';
import type { Estimate, GroupTest } from './rates';

/** So many of an activity for one new deal. */
export interface ActivityRatio {
  readonly count: number;
  /** Deals created in the same days. */
  readonly newDeals: number;
  /** Count ÷ new deals; null without new deals, and then the high limit too. Limits are those of new deals as a Poisson count. */
  readonly perNewDeal: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Of a person, against all people compared who do this. */
export interface PersonActivity extends ActivityRatio {
  readonly type: string;
  /** The likely true ratio, drawn towards the others; nulls where nothing is compared. */
  readonly pooled: Estimate;
  /** `above`: probably more new deals come with each, that is, fewer of them go with a new deal. */
  readonly standing: ComparedShare['standing'];
  /** What the company's ratio would bring; null where the person is not below it. Worths of several types are of the same deals. */
  readonly worth: GapWorth | null;
}

/** A type of activity among the people compared who do it, and whether they differ. */
export interface TypeRatio extends ActivityRatio {
  readonly type: string;
  readonly test: GroupTest;
}

export function ratioOf(count: number, newDeals: number, confidence: number): ActivityRatio {
  if (!(count > 0)) return { count, newDeals, perNewDeal: null, low: null, high: null };
  const { low, high } = poissonRate({ events: newDeals, exposure: count }, confidence);
  return {
    count,
    newDeals,
    perNewDeal: newDeals > 0 ? count / newDeals : null,
    low: 1 / high,
    high: low > 0 ? 1 / low : null,
  };
}

/** New deals of a person as a Poisson count over what was done of one type. */
interface Done {
  readonly events: number;
  readonly exposure: number;
}

/**
 * Compares people by the new deals that come with each activity of a type, people scattering as a gamma distribution. Whoever did
 * none of it has no ratio and is not compared. The two hurdles of `compareShares` stand here too.
 */
function compareType(groups: readonly Done[], { confidence, certainty, minimum }: Certainty) {
  const exposed = groups.filter(({ exposure }) => exposure > 0);
  const newDeals = exposed.reduce((sum, { events }) => sum + events, 0);
  const count = exposed.reduce((sum, { exposure }) => sum + exposure, 0);
  const found = sameRates(exposed);
  const test: GroupTest = found
    ? { method: 'chiSquare', groups: exposed.length, ...found, differ: found.p < 1 - confidence }
    : { method: 'none', groups: exposed.length, statistic: null, df: 0, p: 1, differ: false };
  const posterior = exposed.length > 1 ? gammaPoissonPosterior(exposed) : undefined;
  const shares = groups.map((group): ComparedShare => {
    if (!posterior || group.exposure === 0) return NOT_COMPARED;
    const { estimate, low, high, chanceAbove } = pooledRate(posterior, group, confidence);
    const above = chanceAbove(newDeals / count);
    const tells = test.differ && group.exposure >= minimum;
    return {
      pooled: { estimate, low, high },
      chanceAbove: above,
      standing: tells && above >= certainty ? 'above' : tells && 1 - above >= certainty ? 'below' : 'unclear',
    };
  });
  return { company: ratioOf(count, newDeals, confidence), test, shares };
}

/**
 * By type, how many activities go with a new deal: of the people compared, and of each of them.
 *
 * @param people positions in `counted`
 * @param winsPerDeal wins that a new deal brings at the company's rates
 */
export function activityRatios(
  counted: PersonActivities,
  people: readonly number[],
  certainty: Certainty,
  winsPerDeal: number,
  meanWon: number | null,
): { readonly types: readonly TypeRatio[]; readonly people: readonly (readonly PersonActivity[])[] } {
  const width = counted.types.length;
  const types = counted.types.map((type, at) => {
    const groups = people.map((person) => ({
      events: counted.newDeals[person]!,
      exposure: counted.counts[person * width + at]!,
    }));
    return { type, groups, ...compareType(groups, certainty) };
  });
  const done = types.filter(({ company }) => company.count > 0).sort(byCount);
  return {
    types: done.map(({ type, company, test }) => ({ type, ...company, test })),
    people: people.map((_, i) =>
      done
        .filter(({ groups }) => groups[i]!.exposure > 0)
        .map(({ type, groups, shares, company }): PersonActivity => {
          const [{ events, exposure }, share] = [groups[i]!, shares[i]!];
          return {
            type,
            ...ratioOf(exposure, events, certainty.confidence),
            pooled: inverse(share.pooled),
            standing: share.standing,
            worth: worthOf(exposure * winsPerDeal, company.newDeals / company.count, share, meanWon),
          };
        })
        .sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1)),
    ),
  };
}

const byCount = (
  a: { readonly type: string; readonly company: ActivityRatio },
  b: { readonly type: string; readonly company: ActivityRatio },
): number => b.company.count - a.company.count || (a.type < b.type ? -1 : 1);

/** Activities for a deal instead of deals for an activity: the limits change places. */
const inverse = ({ estimate, low, high }: Estimate): Estimate => ({
  estimate: estimate === null ? null : 1 / estimate,
  low: high === null ? null : 1 / high,
  high: low === null || low === 0 ? null : 1 / low,
});
