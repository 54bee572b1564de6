import { asDay, type Day } from '../../core/day';
import { issue, type Issue } from '../../core/issue';
import type { Dataset } from '../../dataset/dataset';
import type { EditedTables } from '../../report/editableTable';
import { dealsAsOf, type Deals } from '../funnel/deals';
import { firstMeetings, tallyAccounts } from './accountTally';
import { tallyActivities } from './activityTally';
import type { LeadAssumptions } from './assumptions';
import { catalogue, type CatalogueParts, type Indicator } from './catalogue';
import { FROM_CREATION, medianDays, tallyCycles, type CycleTally, type Goal } from './cycle';
import { tallyDeals } from './dealTally';
import { leadResults, type LeadResult } from './leadResults';
import { afterWarmUp, spanOf, tallyLog, type LogSpan } from './logSpan';
import { ownIndicators } from './ownIndicators';
import { indexOf, lastComplete, nameOf, type Grain, type Periods } from './periods';
import { personsOf, type Persons } from './persons';
import { flawOf, gapsIn, type Flaw } from './series';
import { sheetSeries } from './sheetSeries';

/** All series of a dataset, and what is known of the time between them. */
export interface Assembled {
  readonly periods: Periods;
  readonly persons: Persons;
  readonly indicators: readonly Indicator[];
  readonly results: readonly LeadResult[];
  readonly cycles: ReadonlyMap<Goal, CycleTally>;
  /** Of the whole sales cycle; null where nothing tells. */
  readonly cycleDays: number | null;
  /** The first periods of the log of deals, which lack the results of what began before; null without any. */
  readonly warmUp: { readonly from: number; readonly to: number } | null;
  readonly issues: readonly Issue[];
}

/** Half of the wins within so many days: then months are too coarse. */
const WEEKLY_BELOW = 42;
/** Further back nothing is looked at. */
const MOST_PERIODS: Readonly<Record<Grain, number>> = { month: 240, week: 520 };

/** From rows to series, each source in one pass. */
export function assemble(
  dataset: Dataset,
  { periods: chosen }: Pick<LeadAssumptions, 'periods'>,
  tables: EditedTables,
  asOf: Day,
): Assembled {
  const { opportunities, history, stages, activities, results: kept } = dataset;
  const deals = opportunities && dealsAsOf(opportunities, history, stages, asOf);
  const ofWins = deals && tallyCycles(deals, history, stages, 'won');
  const cycleDays = ofWins ? medianDays(ofWins, FROM_CREATION) : null;
  const persons = personsOf(dataset);
  // What someone keeps by months cannot be compared by weeks.
  const monthly = sheetSeries(kept, persons, NO_WEEKS).some(({ tooLong }) => tooLong);
  const grain: Grain =
    chosen !== 'auto'
      ? chosen
      : cycleDays !== null && cycleDays < WEEKLY_BELOW && !monthly
        ? 'week'
        : 'month';
  const periods = periodsOf(dataset, deals, grain, asOf);

  const dealSpan = deals && spanOf(tallyLog(deals.created, periods), periods);
  const complete = dealSpan && afterWarmUp(dealSpan, cycleDays ?? 0, periods);
  const activitySpan = activities && spanOf(tallyLog(activities.date, periods), periods);
  const accounts = activities && tallyAccounts(activities, opportunities, persons);
  const sheet = sheetSeries(kept, persons, periods);
  const parts: CatalogueParts = {
    stages,
    deals:
      deals && opportunities && dealSpan && complete
        ? {
            tally: tallyDeals({ deals, opportunities, history, stages }, persons, periods),
            span: dealSpan,
            afterWarmUp: complete,
          }
        : undefined,
    activities:
      activities && activitySpan
        ? {
            tally: tallyActivities(activities, { opportunities, history, stages }, persons, periods),
            span: activitySpan,
          }
        : undefined,
    accounts:
      accounts && activitySpan
        ? {
            cube: firstMeetings(accounts, persons, periods),
            span: afterWarmUp(activitySpan, cycleDays ?? 0, periods),
          }
        : undefined,
    sheet,
  };
  const own = ownIndicators(tables, parts, persons, catalogue(parts));
  const wanted = leadResults(tables, parts);
  // What is kept by hand is compared as if it were won at the end of the way.
  const goals = new Set<Goal>(['won', ...wanted.results.flatMap(({ goal }) => goal ?? [])]);
  const issues = [
    ...own.issues,
    ...wanted.issues,
    ...sheet.flatMap(({ name, tooLong, length }): readonly Issue[] =>
      tooLong
        ? [issue('seriesPeriodTooLong', 'warning', { name, grain })]
        : grain === 'month' && length === 'week'
          ? [issue('seriesByWeeks', 'note', { name })]
          : [],
    ),
  ];
  const indicators = usable(own.indicators, false, periods, issues);
  const results = usable(wanted.results, true, periods, issues);
  return {
    periods,
    persons,
    indicators: withoutTwins(indicators),
    results,
    cycles: new Map(
      [...goals].flatMap((goal) =>
        deals ? [[goal, goal === 'won' ? ofWins! : tallyCycles(deals, history, stages, goal)] as const] : [],
      ),
    ),
    cycleDays,
    warmUp: warmUpOf(dealSpan, complete),
    issues,
  };
}

const NO_WEEKS: Periods = { grain: 'week', first: 0, count: 0 };

const warmUpOf = (all: LogSpan | undefined, complete: LogSpan | undefined): Assembled['warmUp'] =>
  all && complete && complete.from > all.from ? { from: all.from, to: complete.from } : null;

/** From the first thing that happened, but no further back than anyone looks, to the last period that is over. */
function periodsOf(dataset: Dataset, deals: Deals | undefined, grain: Grain, asOf: Day): Periods {
  const end = lastComplete(grain, asOf) + 1;
  let first = Infinity;
  for (const serials of [deals?.created, dataset.activities?.date, dataset.results?.start])
    for (const serial of serials ?? []) if (serial > 0 && serial < first) first = serial;
  const start = first === Infinity ? end : Math.max(indexOf(grain, asDay(first)), end - MOST_PERIODS[grain]);
  return { grain, first: start, count: Math.max(0, end - start) };
}

/** A catalogue's own flat series are not, nor results of deals that are all too young. */
const isWorthAWord = (one: LeadResult | Indicator, flaw: Flaw): boolean =>
  'source' in one
    ? one.source !== 'activities' && one.source !== 'deals'
    : one.goal === null || flaw !== 'empty';

/** The series that vary; of the others, and of gaps, an issue. */
function usable<S extends LeadResult | Indicator>(
  series: readonly S[],
  result: boolean,
  periods: Periods,
  issues: Issue[],
): readonly S[] {
  return series.filter((one) => {
    const { name, values } = one;
    const flaw = flawOf(values);
    if (flaw && isWorthAWord(one, flaw)) issues.push(issue('seriesFlat', 'note', { name, result, flaw }));
    const gaps = flaw ? [] : gapsIn(values);
    if (gaps.length > 0 && one.kind !== 'rate')
      issues.push(
        issue('seriesGap', 'note', {
          name,
          periods: gaps.map((i) => nameOf(periods.grain, periods.first + i)),
          grain: periods.grain,
        }),
      );
    return flaw === undefined;
  });
}

/** Of indicators with the very same values the first. */
function withoutTwins(indicators: readonly Indicator[]): readonly Indicator[] {
  const seen = new Set<string>();
  return indicators.filter(({ values, source }) => {
    const key = values.join();
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew || source === 'own';
  });
}
