import type { RandomSource } from '../../core/random';
import { isoOf } from '../../core/day';
import type { Dataset } from '../../dataset/dataset';
import { WON } from '../../dataset/dataset';
import { activityRatios, ratioOf } from './activityRatios';
import { amountsByOutcome } from './amounts';
import type { FunnelAssumptions } from './assumptions';
import { streamOf } from './breakdown';
import { certaintyOf } from './breakdowns';
import { NOT_COMPARED } from './compareShares';
import { createdRange } from './deals';
import { rateOf } from './estimates';
import { activitiesOf, activityStep, formulaOf, stageSteps, type FormulaFinding } from './formula';
import { cameAsFar, furthestOf, furthestWithoutHistory } from './furthest';
import type { Ground } from './ground';
import { byText } from './grouping';
import { tallyOutcomes } from './outcomeTally';
import {
  comparePeople,
  peopleRows,
  peopleSummary,
  personFinding,
  type PeopleSummary,
  type PersonFinding,
} from './people';
import { countByPerson, type PersonActivities } from './personActivities';
import type { Visits } from './visits';

export interface PeopleFindings {
  readonly people: readonly PersonFinding[];
  readonly peopleSummary: PeopleSummary;
  readonly formula: FormulaFinding;
}

/** People against the company; null where deals have no owners. */
export function peopleFindings(
  dataset: Dataset,
  { deals, amount }: Ground,
  visits: Visits | undefined,
  assumptions: FunnelAssumptions,
  random: RandomSource,
): PeopleFindings | null {
  const owner = dataset.opportunities?.texts['owner'];
  if (!owner || owner.labels.length === 0) return null;
  const { confidence } = assumptions;
  const certainty = certaintyOf(assumptions);
  const grouping = byText(owner);
  const tally = tallyOutcomes(deals, grouping, 0);
  const { rows, apart } = peopleRows(tally, grouping);
  const compared = rows.filter((_, i) => !apart[i]);
  const comparison = comparePeople(compared, certainty, streamOf(random, 'owner'));
  const sum = (value: (row: (typeof rows)[number]) => number): number =>
    compared.reduce((total, row) => total + value(row), 0);
  const company = rateOf(
    sum(({ x }) => x),
    sum(({ n }) => n),
    confidence,
  );
  const amounts = amount && amountsByOutcome(amount, deals.outcome, grouping);
  const meanWon = amounts ? meanOfWon(amounts.deals, amounts.sum) : null;

  const range = createdRange(deals);
  const counted =
    dataset.activities && range ? countByPerson(dataset.activities, deals, grouping, range.first) : undefined;
  const groups = compared.map(({ group }) => group);
  const stageNames = visits
    ? [...dataset.stages.filter(({ kind }) => kind === 'open').map(({ name }) => name), 'Won']
    : ['New deal', 'Won'];
  const furthest = visits ? furthestOf(visits, deals) : furthestWithoutHistory(deals);
  const came = cameAsFar(furthest, stageNames.length - 1, grouping);
  const first = counted && activityStep(counted, groups);
  const formula = formulaOf(
    [...(first ? [first] : []), ...stageSteps(stageNames, came, groups)],
    meanWon,
    certainty,
    random.stream('formula'),
  );

  const winsPerDeal = formula.steps
    .slice(first ? 1 : 0)
    .reduce((product, { company: { estimate } }) => product * (estimate ?? 0), 1);
  const ratios = counted && activityRatios(counted, groups, certainty, winsPerDeal, meanWon);

  const tested = comparison.test.method !== 'none';
  const context = { tally, amounts, company, meanWon, confidence, tested };
  const place = new Map(compared.map(({ group }, i) => [group, i]));
  const people = rows.map((row) => {
    const at = place.get(row.group);
    return personFinding(
      row,
      at === undefined ? null : { share: comparison.shares[at]!, place: comparison.places[at]! },
      context,
      at === undefined ? [] : formula.people[at]!,
      at === undefined
        ? counted
          ? ofPerson(counted, row.group, confidence)
          : []
        : (ratios?.people[at] ?? []),
    );
  });
  return {
    people,
    peopleSummary: peopleSummary(people, company, comparison.test, assumptions.rankCertainty),
    formula: {
      activitiesFrom: counted ? isoOf(counted.from) : null,
      activities: counted ? activitiesOf(counted) : [],
      ratios: ratios?.types ?? [],
      steps: formula.steps,
      meanWon,
      days: range ? deals.asOf - range.first + 1 : 0,
    },
  };
}

/** What somebody did who is set apart: in no comparison. */
function ofPerson(
  { types, counts, newDeals }: PersonActivities,
  person: number,
  confidence: number,
): PersonFinding['activities'] {
  return types
    .map((type, at) => ({
      type,
      ...ratioOf(counts[person * types.length + at]!, newDeals[person]!, confidence),
      pooled: NOT_COMPARED.pooled,
      standing: NOT_COMPARED.standing,
      worth: null,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1));
}

/** Mean amount of the won deals that have one, over all groups. */
function meanOfWon(deals: Int32Array, sums: Float64Array): number | null {
  let [n, sum] = [0, 0];
  for (let cell = WON; cell < deals.length; cell += 4) {
    n += deals[cell]!;
    sum += sums[cell]!;
  }
  return n > 0 ? sum / n : null;
}
