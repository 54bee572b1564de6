import { live, liveQuotient, thisRow } from '../../../report/formula';
import type { Chart, Live, Table } from '../../../report/report';
import { counted } from '../../../report/wording';
import type { ActivityPlanFinding, PlannedActivity } from '../finding';
import { underWhatIf } from '../steps';
import { newDeals, planMonths, planPeople } from './basis';
import { incomeNewDeals } from './income';
import { newDealsNeeded } from './steps';

const FITS = {
  usual: 'Yes',
  strong: 'A stretch',
  beyond: 'Too much',
} as const;

const fits = ({ neededPerPersonAndMonth: needed, usual, strong }: PlannedActivity): string | null =>
  needed === null || usual === null || strong === null
    ? null
    : needed <= usual
      ? FITS.usual
      : needed <= strong
        ? FITS.strong
        : FITS.beyond;

const ifKnown = (value: Live['value'], ...formula: Parameters<typeof live>[1][]): Live =>
  live(value, 'IF(', thisRow('needed'), '="","",', ...formula, ')');

/** What people must do so that enough deals begin, against what they usually do. */
export function activitiesTable(finding: ActivityPlanFinding): Table {
  const incomeDeals =
    finding.income && finding.steps[0]
      ? finding.income.deals * underWhatIf(finding.steps[0].perWin, finding.steps[0].timesWon).median
      : null;
  return {
    block: 'table',
    id: 'planActivities',
    key: 'activity',
    columns: [
      { id: 'activity', header: 'Activity', format: 'text', width: 25 },
      {
        id: 'needed',
        header: 'Needed a person and month',
        format: 'decimal',
        note: 'New deals needed (median) × activities per new deal ÷ months ÷ people.',
      },
      { id: 'perWeek', header: 'A person and week', format: 'decimal' },
      {
        id: 'usual',
        header: 'Usual month',
        format: 'decimal',
        note: 'Median over the months in which a person did anything.',
      },
      {
        id: 'strong',
        header: 'Strong month',
        format: 'decimal',
        note: 'Upper quartile over these months: one in four is as busy or busier. Taken as what a person can do.',
      },
      {
        id: 'fits',
        header: 'Does it fit?',
        format: 'text',
        note: 'Yes: no more than a usual month. A stretch: no more than a strong month. Too much: more than that.',
      },
      { id: 'count', header: `Done in ${counted(finding.newDeals.months, 'month')}`, format: 'integer' },
      {
        id: 'perDeal',
        header: 'Per new deal',
        format: 'decimal',
        note: 'Done ÷ new deals in the same months. It goes with new deals; whether it brings them about is another question.',
      },
      {
        id: 'income',
        header: 'A week for the income goal',
        format: 'decimal',
        note: 'New deals for the income goal × activities per new deal ÷ 52.',
      },
    ],
    rows: finding.activities.map((activity) => {
      const { type, count, perNewDeal, neededPerPersonAndMonth: needed } = activity;
      return [
        type,
        live(
          needed,
          'IF(OR(',
          newDealsNeeded,
          '="",',
          newDeals,
          '=0),"",',
          newDealsNeeded,
          '*',
          thisRow('perDeal'),
          '/',
          planMonths,
          '/',
          planPeople,
          ')',
        ),
        ifKnown(needed === null ? null : (needed * 12) / 52, thisRow('needed'), '*12/52'),
        activity.usual,
        activity.strong,
        ifKnown(
          fits(activity),
          'IF(',
          thisRow('usual'),
          '="","",IF(',
          thisRow('needed'),
          '<=',
          thisRow('usual'),
          `,"${FITS.usual}",IF(`,
          thisRow('needed'),
          '<=',
          thisRow('strong'),
          `,"${FITS.strong}","${FITS.beyond}")))`,
        ),
        count,
        liveQuotient(perNewDeal, thisRow('count'), newDeals),
        live(
          incomeDeals === null || perNewDeal === null ? null : (incomeDeals * perNewDeal) / 52,
          'IF(OR(',
          incomeNewDeals,
          '="",',
          newDeals,
          '=0),"",',
          incomeNewDeals,
          '*',
          thisRow('perDeal'),
          '/52)',
        ),
      ];
    }),
    conditionalFormats: [
      { rule: 'flagWhere', column: 'fits', value: FITS.beyond, tone: 'bad' },
      { rule: 'flagWhere', column: 'fits', value: FITS.strong, tone: 'warn' },
      { rule: 'flagWhere', column: 'fits', value: FITS.usual, tone: 'good' },
    ],
  };
}

export const activitiesChart: Chart = {
  block: 'chart',
  id: 'planActivitiesChart',
  kind: 'bar',
  title: 'Needed and done, per person and month',
  table: 'planActivities',
  categories: 'activity',
  series: [
    { name: 'Needed', column: 'needed', tone: 'primary' },
    { name: 'Usual month', column: 'usual', tone: 'muted' },
    { name: 'Strong month', column: 'strong', tone: 'secondary' },
  ],
  yTitle: 'Activities a person and month',
  yFormat: 'integer',
  alt: 'For each kind of activity, how many a person must do a month against a usual and a strong month.',
};
