import { monthIndexOf, dayOfIso } from '../../../core/day';
import { columnOf, input, live, thisRow, type Part } from '../../../report/formula';
import type { CellContent, Live, Ref } from '../../../report/report';
import type { ForecastFinding, PeriodForecast } from '../finding';

const DISTRIBUTION = 'forecastDistribution';

/** Of an amount, the share of the simulated totals of all months that reach it, to a hundredth. */
export const chanceOfTotal = (amount: Ref): readonly Part[] => [
  ...['COUNTIF(', columnOf(DISTRIBUTION, 'total'), ',">="&', amount, ')'],
  ...['/ROWS(', columnOf(DISTRIBUTION, 'total'), ')'],
];

const monthOf = (iso: string): number => monthIndexOf(dayOfIso(iso)!);
const monthsIn = ({ from, to }: PeriodForecast): number => monthOf(to) - monthOf(from) + 1;

/** As it stands in a cell. */
const inCell = ({ basis }: ForecastFinding, goal: number): string =>
  String(basis.unit === 'amount' ? goal / 100 : goal);

/** The goal of a period: its months' part of the one on the Inputs sheet, else the quotas of the run. */
export function goalCell(finding: ForecastFinding, period: PeriodForecast): Live {
  const { goal } = period;
  const quotas = finding.goalFrom === 'quotas' && goal !== null ? inCell(finding, goal) : '""';
  return live(
    goal,
    ...['IF(', input('forecastGoal'), '>0,', input('forecastGoal')],
    `*${monthsIn(period)}/${finding.periods.length},${quotas})`,
  );
}

/**
 * The chance of that goal: of the run while its goal is in force; after another one is typed, for all months together what
 * the distribution tells, and blank for the others, of which only a run can tell.
 */
export function chanceCell(finding: ForecastFinding, period: PeriodForecast): CellContent {
  const { goal, probabilityOfGoal } = period;
  const isWhole = period.period === 'total';
  const otherwise: readonly Part[] = isWhole ? chanceOfTotal(thisRow('goal')) : ['""'];
  if (goal === null || probabilityOfGoal === null)
    return isWhole ? live(null, 'IF(', thisRow('goal'), '="","",', ...otherwise, ')') : null;
  return live(
    probabilityOfGoal,
    ...['IF(', thisRow('goal'), '="","",IF(ABS(', thisRow('goal'), `-${inCell(finding, goal)})<0.005,`],
    ...[`${probabilityOfGoal},`, ...otherwise, '))'],
  );
}
