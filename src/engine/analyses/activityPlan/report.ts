import type { AssumptionValues } from '../../core/assumption';
import { asDay, dayOfIso, isoOf } from '../../core/day';
import { cellOf, live } from '../../report/formula';
import { heading, note } from '../../report/blocks';
import { formatNumber, formatValue } from '../../report/formats';
import { MINIMUM_FOR_PERCENT } from '../../report/liveRate';
import type { Block, Description } from '../../report/report';
import { counted, PLAN_LIMITS } from '../../report/wording';
import { activitiesChart, activitiesTable } from './describe/activities';
import { basisTable, timesVolume, volumeTable, winsNeeded } from './describe/basis';
import { firstQuarterBlocks } from './describe/firstQuarter';
import { incomeTable } from './describe/income';
import { newDealsNeeded, stepsTable } from './describe/steps';
import type { ActivityPlanFinding } from './finding';

const whenKnown = (value: number | null, of: ReturnType<typeof cellOf>) =>
  live(value, 'IF(', of, '="","",', of, ')');

function figures(finding: ActivityPlanFinding, id: string): Block {
  const { goal, basis, steps, volumeForGoal, newDeals } = finding;
  const first = steps[0]?.needed ?? null;
  const sure = formatValue(basis.assurance, 'percent');
  return {
    block: 'keyFigures',
    id,
    figures: [
      {
        id: 'goal',
        label: `Goal, ${basis.from} to ${basis.to}`,
        value: whenKnown(goal.value, cellOf('planBasis', 'goal', 0)),
        format: 'money',
        detail: {
          given: 'as set on the Inputs sheet',
          quotas: 'the quotas of these months',
          wonBefore: `no quotas for these months: as much as was won in the ${counted(basis.months, 'month')} before`,
          none: 'no goal is known: set one on the Inputs sheet',
        }[goal.source],
      },
      {
        id: 'wins',
        label: 'Wins needed',
        value: whenKnown(finding.winsNeeded, winsNeeded),
        format: 'integer',
        detail:
          finding.dealSize.value === null
            ? `no deal with an amount was won in the ${counted(basis.lookBackMonths, 'month')} before: set the deal size on the Inputs sheet`
            : `at ${formatValue(finding.dealSize.value, 'money')} a deal`,
      },
      {
        id: 'newDeals',
        label: 'New deals needed',
        value: whenKnown(first?.median ?? null, newDealsNeeded),
        format: 'integer',
        detail: first === null ? '' : `${formatNumber(first.sure, 0)} to be ${sure} sure`,
      },
      {
        id: 'volume',
        label: 'Times today’s new deals',
        value: whenKnown(volumeForGoal, timesVolume),
        format: 'decimal',
        detail: `today ${formatNumber(newDeals.perMonth, 1)} a month; at today’s rates, won soon or late`,
      },
    ],
  };
}

/** When deals that shall be won in these months must have begun, at the latest. */
function startBy({ medianDaysToWin, basis }: ActivityPlanFinding): readonly Block[] {
  const end = dayOfIso(basis.to);
  if (medianDaysToWin === null || end === undefined) return [];
  const days = Math.round(medianDaysToWin);
  return [
    note(
      `Half of the won deals took ${counted(days, 'day')} or less. Of deals that begin after ${isoOf(asDay(end - days))}, fewer than half of the wins will come before the goal’s last day.`,
      'plain',
    ),
  ];
}

/** The activity plan's headline for the Summary, and its sheet: live over goal, deal size, people and income goal. */
export function describeActivityPlan(finding: ActivityPlanFinding, values: AssumptionValues): Description {
  const minimum = Number(values[MINIMUM_FOR_PERCENT] ?? 5);
  const limits = finding.basis.limits.map((limit) => PLAN_LIMITS[limit]);
  return {
    headline: [heading('Activity plan'), figures(finding, 'planHeadline')],
    limits,
    sheets: [
      {
        id: 'activityPlan',
        title: 'Activity plan',
        shows: 'From the goal back to deals and activities, per person and month, and what if',
        orientation: 'landscape',
        blocks: [
          figures(finding, 'planFigures'),
          ...limits.map((limit) => note(limit, 'warning')),
          ...startBy(finding),
          heading('Goal'),
          basisTable(finding),
          heading('Deals, from the goal back'),
          stepsTable(finding, minimum),
          heading('Two what-ifs'),
          note(
            'More new deals at today’s rates, or one better rate at today’s volume: “Rate that would do” in the table above.',
          ),
          volumeTable(finding),
          ...(finding.activities.length > 0
            ? [heading('Activities'), activitiesTable(finding), activitiesChart]
            : []),
          heading('What one person wants to earn'),
          note('Set the income goal, base pay and earnings per deal on the Inputs sheet.'),
          incomeTable(finding),
          ...(finding.firstQuarter ? firstQuarterBlocks(finding.firstQuarter, finding.basis.assurance) : []),
        ],
      },
    ],
  };
}
