import type { AssumptionValues } from '../../core/assumption';
import { step, type Circumstances } from '../../core/circumstances';
import { isoOf } from '../../core/day';
import { moneyOf } from '../../core/money';
import { issue } from '../../core/issue';
import type { Outcome } from '../../core/outcome';
import type { Dataset } from '../../dataset/dataset';
import { WON } from '../../dataset/dataset';
import type { EditedTables } from '../../report/editableTable';
import { quantile, quantileOfDays } from '../../stats/quantile';
import { dealsAsOf, type Deals } from '../funnel/deals';
import { CONFIDENCE } from '../../report/liveRate';
import { EVERYONE } from '../funnel/grouping';
import { outcomeDays, tallyOutcomes } from '../funnel/outcomeTally';
import { amountInForce } from '../inForce';
import { leverIssues, readLevers, supposedSteps, type Levers } from '../levers';
import { activePeople } from './activePeople';
import { countActivities, personMonths } from './activityCounts';
import { valueOf } from './assumptions';
import type { ActivityPlanFinding, PlannedActivity, PlanLimit, PlanStep } from './finding';
import { monthsHeld } from '../forecast/newDeals';
import { firstQuarterOf } from './firstQuarter';
import { firstDay, lastDay, monthsAhead, monthsBehind, within, type Months } from '../../core/months';
import { quotaOf } from '../salesQuotas';
import { wonIn } from './wonAmounts';
import { depthsOf, needsPerWin, ratesOf, underWhatIf } from './steps';

/** Fewer decided deals than this say little of a rate; the plan says so. */
const FEW_DECIDED = 30;

/** From the goal back to the activity: what must be done, and how sure that is. Conventions: docs/methods/activityPlan.md. */
export function runActivityPlan(
  dataset: Dataset,
  values: AssumptionValues,
  circumstances: Circumstances,
  tables: EditedTables,
): Outcome<ActivityPlanFinding> {
  const { opportunities, history, stages, quotas, activities } = dataset;
  if (!opportunities) return { value: undefined, issues: [] };
  const months = valueOf(values, 'planMonths');
  const lookBackMonths = valueOf(values, 'planLookBack');
  const assurance = valueOf(values, 'planAssurance');
  const confidence = Number(values[CONFIDENCE] ?? 0.95);
  const { asOf } = circumstances;

  step(circumstances, 0, 'Reading the deals');
  const deals = dealsAsOf(opportunities, history, stages, asOf);
  const { names, depths } = depthsOf(dataset, deals);
  const rates = ratesOf(depths, confidence);
  const decided = rates[0]?.n ?? 0;
  if (decided === 0) return { value: undefined, issues: [issue('noActivityPlan', 'note', {})] };
  const lookBack = monthsBehind(asOf, lookBackMonths);
  const ahead = monthsAhead(asOf, months);
  const held = monthsHeld(deals, asOf, lookBackMonths);
  const heldMonths = held.end - held.start;
  const newDeals = countCreated(deals, held);
  const levers = readLevers(values, tables);
  const supposed = supposedSteps(
    levers,
    rates.map(({ x, n }, j) => ({ name: names[j] ?? '', x, n })),
  );
  const perMonth = (newDeals / Math.max(1, heldMonths)) * levers.newDeals;
  const winShare =
    rates.reduce((share, { x, n }) => share * (n === 0 ? 0 : x / n), 1) * (supposed[0]?.timesWon ?? 1);
  const winsExpected = perMonth * months * winShare;

  step(circumstances, 0.4, 'Working back from the goal');
  const goal = goalOf(
    values,
    opportunities.amount,
    deals,
    quotaOf(quotas, ahead),
    monthsBehind(asOf, months),
  );
  const dealSize = dealSizeOf(values, opportunities.amount, deals, lookBack, levers);
  const winsNeeded = goal.value === null || dealSize.value === null ? null : goal.value / dealSize.value;
  const perWin = needsPerWin(rates, assurance);
  const factor = winsNeeded === null || winsExpected === 0 ? null : winsNeeded / winsExpected;
  const steps = rates.map((rate, j): PlanStep => {
    const need = perWin[j]!;
    const { supposed: rateSupposed, timesWon } = supposed[j]!;
    const forGoal = factor === null || rate.n === 0 ? null : (rateSupposed ?? rate.x / rate.n) * factor;
    const { median, sure } = underWhatIf(need, timesWon);
    return {
      name: names[j] ?? '',
      rate,
      supposed: rateSupposed,
      timesWon,
      perWin: need,
      needed: winsNeeded === null ? null : { median: winsNeeded * median, sure: winsNeeded * sure },
      rateForGoal: forGoal !== null && forGoal <= 1 ? forGoal : null,
    };
  });
  const people = peopleOf(values, activePeople(dataset, deals, lookBack));

  step(circumstances, 0.7, 'Counting activities');
  const needed = steps[0]?.needed?.median ?? null;
  const planned = activities
    ? plannedActivities(
        countActivities(activities, held),
        newDeals,
        needed === null ? null : needed / months / people.value,
      )
    : [];

  const limits: readonly PlanLimit[] = [
    ...(goal.value === null ? (['noGoal'] as const) : []),
    ...(dealSize.value === null ? (['noDealSize'] as const) : []),
    ...(history ? [] : (['noStageHistory'] as const)),
    ...(planned.length > 0 ? [] : (['noActivities'] as const)),
    ...(decided < FEW_DECIDED ? (['fewDecided'] as const) : []),
  ];
  const finding: ActivityPlanFinding = {
    basis: {
      asOf: isoOf(asOf),
      months,
      from: isoOf(firstDay(ahead)),
      to: isoOf(lastDay(ahead)),
      lookBackMonths,
      lookBackFrom: isoOf(firstDay(lookBack)),
      assurance,
      confidence,
      limits,
    },
    goal,
    dealSize,
    people,
    winsNeeded,
    steps,
    newDeals: { count: newDeals, months: heldMonths, perMonth },
    winsExpected,
    volumeForGoal: factor,
    medianDaysToWin: underCycle(
      quantileOfDays(outcomeDays(tallyOutcomes(deals, EVERYONE, 0), WON), 0.5),
      levers,
    ),
    firstQuarter: firstQuarterOf(dataset, values, circumstances, tables, {
      assurance,
      dealSize: dealSize.value,
    }),
    activities: planned,
    income: incomeOf(values),
  };
  step(circumstances, 1, 'Done');
  return { value: finding, issues: leverIssues(tables, stages) };
}

const underCycle = (days: number | null, { cycle }: Levers): number | null =>
  days === null ? null : days * cycle;

function countCreated(deals: Deals, months: Months): number {
  const inside = within(months);
  let count = 0;
  for (const day of deals.created) if (inside(day)) count++;
  return count;
}

function goalOf(
  values: AssumptionValues,
  amount: Float64Array,
  deals: Deals,
  quota: number | null,
  before: Months,
): ActivityPlanFinding['goal'] {
  const { cents } = wonIn(amount, deals, before);
  const fromData = quota !== null && quota > 0 ? quota : cents > 0 ? cents : null;
  const source = fromData === null ? 'none' : fromData === quota ? 'quotas' : 'wonBefore';
  return amountInForce(valueOf(values, 'planGoal'), fromData, source);
}

function dealSizeOf(
  values: AssumptionValues,
  amount: Float64Array,
  deals: Deals,
  lookBack: Months,
  levers: Levers,
): ActivityPlanFinding['dealSize'] {
  const won = wonIn(amount, deals, lookBack);
  const fromData = won.deals > 0 ? Math.round(won.cents / won.deals) : null;
  const source = fromData === null ? 'none' : 'wonDeals';
  const given = valueOf(values, 'planDealSize');
  return { ...amountInForce(given, fromData, source, levers.dealSize), deals: won.deals };
}

function peopleOf(
  values: AssumptionValues,
  { count, source }: ReturnType<typeof activePeople>,
): ActivityPlanFinding['people'] {
  const given = valueOf(values, 'planPeople');
  return given > 0
    ? { value: given, fromData: count, source: 'given' }
    : { value: count, fromData: count, source };
}

/** Busiest first. */
function plannedActivities(
  counts: ReturnType<typeof countActivities>,
  newDeals: number,
  newDealsPerPersonAndMonth: number | null,
): readonly PlannedActivity[] {
  return counts.types
    .map((type, t): PlannedActivity => {
      const perNewDeal = newDeals > 0 ? counts.totals[t]! / newDeals : null;
      const done = personMonths(counts, t);
      return {
        type,
        count: counts.totals[t]!,
        perNewDeal,
        neededPerPersonAndMonth:
          perNewDeal === null || newDealsPerPersonAndMonth === null
            ? null
            : perNewDeal * newDealsPerPersonAndMonth,
        usual: quantile(done, 0.5),
        strong: quantile(done, 0.75),
      };
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

/** Deals that earn the income goal: (goal − base) ÷ earned per deal; null where it is not asked or needs none. */
export function incomeOf(values: AssumptionValues): ActivityPlanFinding['income'] {
  const cents = (id: 'incomeGoal' | 'incomeBase' | 'incomePerDeal'): number =>
    moneyOf(valueOf(values, id)) ?? 0;
  const [goal, base, perDeal] = [cents('incomeGoal'), cents('incomeBase'), cents('incomePerDeal')];
  if (goal === 0 || perDeal === 0) return null;
  return { goal, base, perDeal, deals: Math.max(0, (goal - base) / perDeal) };
}
