import type { AssumptionValues } from '../../core/assumption';
import { step, type Circumstances } from '../../core/circumstances';
import { isoOf, monthIndexOf, monthStart } from '../../core/day';
import { firstDay, lastDay, monthsAhead, monthsBehind, type Months } from '../../core/months';
import { issue } from '../../core/issue';
import type { Outcome } from '../../core/outcome';
import type { Dataset } from '../../dataset/dataset';
import { WON } from '../../dataset/dataset';
import type { EditedTables } from '../../report/editableTable';
import { quantileOfDays } from '../../stats/quantile';
import { activeOwners } from '../activityPlan/activePeople';
import { quotaOf } from '../salesQuotas';
import { wonIn } from '../activityPlan/wonAmounts';
import { createdRange, dealsAsOf, type Deals } from '../funnel/deals';
import { EVERYONE } from '../funnel/grouping';
import { outcomeDays, tallyOutcomes } from '../funnel/outcomeTally';
import { timesWonUnder } from '../activityPlan/steps';
import { amountInForce } from '../inForce';
import { leverIssues, readLevers } from '../levers';
import { isBackfilled, valueOf } from './assumptions';
import type { CapacityFinding, RampMonth } from './finding';
import { monthlyAttrition, rampedTotal, teamOf, type TeamRules } from './model';
import { productivityOf, type Productivity } from './productivity';
import { promotionOf } from './promotion';
import { modelSeat, rosterOf, seatsOf, type Roster } from './roster';
import { monthlySales } from './sales';
import { solveHires, worthOfHire } from './solve';
import { givenRamp, RAMP_MONTHS, rampIssues } from './tables';

const PLAN_MONTHS = 24;
const YEAR = 12;
const DAYS_IN_MONTH = 365.25 / 12;

/** The team of the next two years, what it can win, and whom to hire when. Conventions: docs/methods/capacity.md. */
export function runCapacity(
  dataset: Dataset,
  values: AssumptionValues,
  circumstances: Circumstances,
  tables: EditedTables,
): Outcome<CapacityFinding> {
  const { opportunities, history, stages, quotas } = dataset;
  if (!opportunities) return { value: undefined, issues: [] };
  const { asOf } = circumstances;
  const ahead = monthsAhead(asOf, PLAN_MONTHS);
  const lookBackMonths = valueOf(values, 'planLookBack');
  const lookBack = monthsBehind(asOf, lookBackMonths);

  step(circumstances, 0, 'Reading people and their sales');
  const deals = dealsAsOf(opportunities, history, stages, asOf);
  const roster = rosterOf(dataset, asOf, activeOwners(dataset, deals, lookBack));
  if (roster.here === 0)
    return { value: undefined, issues: [issue('hiringNobody', 'note', { people: roster.fromPeople })] };
  const productivity = productivityIn(dataset, deals, roster, lookBack);
  const levers = readLevers(values, tables);
  const timesWon = timesWonUnder(levers, dataset, deals);
  const times = levers.dealSize * levers.newDeals * timesWon;
  const perMonth = amountInForce(valueOf(values, 'hiringProductivity'), productivity.perMonth, 'won', times);
  if (perMonth.value === null)
    return { value: undefined, issues: [issue('hiringNoSales', 'note', { months: lookBackMonths })] };

  step(circumstances, 0.4, 'Planning the team');
  const { seats, issues } = seatsOf(roster, tables, ahead, asOf);
  const ramp = rampOf(productivity, tables, valueOf(values, 'hiringRampMonths'));
  const timeToFill = valueOf(values, 'hiringTimeToFill');
  const backfill = isBackfilled(values);
  const rules: TeamRules = {
    months: PLAN_MONTHS,
    ramp: ramp.map(({ share }) => share),
    leaves: monthlyAttrition(valueOf(values, 'hiringAttrition')),
    timeToFill: backfill ? timeToFill : undefined,
  };
  const team = teamOf(seats.map(modelSeat), rules);
  const ramped = rampedTotal(team);
  const total = ramped * perMonth.value;

  step(circumstances, 0.7, 'Solving for hires');
  const goal = goalOf(
    values,
    quotaOf(quotas, ahead),
    wonIn(opportunities.amount, deals, monthsBehind(asOf, YEAR)).cents,
  );
  const solved =
    goal.value === null
      ? null
      : solveHires(
          seats.map(modelSeat),
          rules,
          // Productivity is rounded to a cent: what that makes over all months is no gap that somebody is hired for.
          (goal.value - ramped / 2) / perMonth.value,
          valueOf(values, 'hiringPerMonth'),
          1 + timeToFill,
        );
  const monthOf = (month: number): string => monthName(ahead.start + month - 1);
  const finding: CapacityFinding = {
    basis: {
      asOf: isoOf(asOf),
      months: PLAN_MONTHS,
      from: isoOf(firstDay(ahead)),
      to: isoOf(lastDay(ahead)),
      lookBackMonths,
      timeToFill,
      backfill,
      attrition: valueOf(values, 'hiringAttrition'),
      overAssignment: valueOf(values, 'hiringOverAssignment'),
      rampMonths: valueOf(values, 'hiringRampMonths'),
      limits: [
        ...(roster.fromPeople ? [] : (['noPeople'] as const)),
        ...(ramp.every(({ learned, given }) => learned === null && given === null)
          ? (['rampAssumed'] as const)
          : []),
        ...(goal.value === null ? (['noCapacityGoal'] as const) : []),
      ],
    },
    goal,
    productivity: { ...perMonth, personMonths: productivity.personMonths, timesWon },
    attritionSeen: attritionSeen(roster, lookBack),
    ramp,
    seats,
    months: team.map((month, i) => ({
      month: monthOf(i + 1),
      staff: month.staff,
      hires: month.joined,
      backfills: month.backfills,
      leavers: month.leavers,
      namedLeavers: month.namedLeavers,
      ramped: month.ramped,
      capacity: month.ramped * perMonth.value!,
    })),
    total,
    gap: goal.value === null ? null : goal.value - total,
    solved: solved && {
      reached: solved.reached,
      hires: solved.starts.map((month) => ({
        month: monthOf(month),
        recruitFrom: monthOf(month - timeToFill),
        adds: worthOfHire(month, rules) * perMonth.value!,
      })),
    },
    promotion: promotionOf(
      roster,
      seats,
      monthlySales(roster.names, dataset, deals, lookBack),
      rules,
      perMonth.value,
      total,
      times,
    ),
  };
  step(circumstances, 1, 'Done');
  return { value: finding, issues: [...leverIssues(tables, stages), ...issues, ...rampIssues(tables)] };
}

/** "2026-03". */
const monthName = (index: number): string => isoOf(monthStart(index)).slice(0, 7);

/** Over all whole months since the first deal could be won. */
function productivityIn(dataset: Dataset, deals: Deals, roster: Roster, lookBack: Months): Productivity {
  const range = createdRange(deals);
  const first = range ? monthIndexOf(range.first) : lookBack.end;
  const cycle = quantileOfDays(outcomeDays(tallyOutcomes(deals, EVERYONE, 0), WON), 0.5) ?? 0;
  const all: Months = { start: Math.min(first, lookBack.end), end: lookBack.end };
  return productivityOf(
    monthlySales(roster.names, dataset, deals, all),
    roster.tenures,
    first + Math.ceil(cycle / DAYS_IN_MONTH),
    lookBack.end - lookBack.start,
  );
}

function goalOf(values: AssumptionValues, quota: number | null, lastYear: number): CapacityFinding['goal'] {
  const fromData = quota ?? (lastYear > 0 ? lastYear * (PLAN_MONTHS / YEAR) : null);
  const source = quota !== null ? 'quotas' : fromData === null ? 'none' : 'wonBefore';
  return amountInForce(valueOf(values, 'hiringGoal'), fromData, source);
}

/** Given by a person, else learned, else a straight line that ends at 1 after `rampMonths`, read in the middle of each month. */
function rampOf(productivity: Productivity, tables: EditedTables, rampMonths: number): readonly RampMonth[] {
  const given = givenRamp(tables);
  return Array.from({ length: RAMP_MONTHS }, (_, i) => {
    const { learned, n } = productivity.ramp[i]!;
    const own = given.get(i + 1)?.share ?? null;
    return {
      month: i + 1,
      learned,
      n,
      given: own,
      share: own ?? learned ?? Math.min(1, (i + 0.5) / rampMonths),
    };
  });
}

/** Leavers of the months looked back on ÷ the years that people worked in them. */
function attritionSeen({ tenures }: Roster, months: Months): CapacityFinding['attritionSeen'] {
  let [leavers, personMonths] = [0, 0];
  for (const { start, end } of tenures) {
    const from = Math.max(months.start, start ?? -Infinity);
    const to = Math.min(months.end, end ?? Infinity);
    personMonths += Math.max(0, to - from);
    if (end !== undefined && end >= months.start && end < months.end) leavers++;
  }
  const personYears = personMonths / YEAR;
  return { leavers, personYears, rate: personYears > 0 ? leavers / personYears : null };
}
