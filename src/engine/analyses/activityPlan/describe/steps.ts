import { cellOf, live, thisRow, type Part } from '../../../report/formula';
import { rateCells, rateColumns } from '../../../report/liveRate';
import type { Column, Live, Ref, Table } from '../../../report/report';
import { formatValue } from '../../../report/formats';
import { supposedCell, supposedColumn, timesWonCell } from '../../liveLevers';
import type { ActivityPlanFinding, PlanStep } from '../finding';
import { planMonths, planPeople, timesVolume, winsNeeded } from './basis';

/** Median need at the first step, for formulas elsewhere. */
export const newDealsNeeded = cellOf('planSteps', 'needed', 0);

const columns = (assurance: number): readonly Column[] => {
  const sure = formatValue(assurance, 'percent');
  return [
    { id: 'stage', header: 'Deals that come as far as', format: 'text', width: 25 },
    {
      id: 'needed',
      header: 'Needed',
      format: 'integer',
      note: 'Wins needed × how many it takes for one win (median) ÷ “Times as many won”. As likely too many as too few.',
    },
    {
      id: 'sure',
      header: `Needed to be ${sure} sure`,
      format: 'integer',
      note: `Suffices with a probability of ${sure}, whatever the true rates are. Where few deals are decided it is far above the median.`,
    },
    { id: 'perMonth', header: 'A month', format: 'decimal', note: 'Needed ÷ months.' },
    { id: 'perPerson', header: 'A person and month', format: 'decimal', note: 'Needed ÷ months ÷ people.' },
    {
      id: 'perWeek',
      header: 'A person and week',
      format: 'decimal',
      note: 'A year of 52 weeks has 12 months.',
    },
    {
      id: 'decided',
      header: 'Decided there',
      format: 'integer',
      note: 'Deals won or lost by now that came as far as this stage. Open deals are left out: their end is not known.',
    },
    {
      id: 'wentOn',
      header: 'Came further',
      format: 'integer',
      note: 'Of these, the deals that came as far as the next stage, the last one: that were won.',
    },
    ...rateColumns(
      'rate',
      'Rate',
      'Came further ÷ decided there. The product of all rates is wins ÷ decided deals.',
    ),
    supposedColumn('Rate supposed', 'The rate of a what-if, in place of the measured one.'),
    {
      id: 'timesWon',
      header: 'Times as many won',
      format: 'decimal',
      note: 'Under the what-if, of the deals that come as far as here, so many times as many are won as measured. 1: nothing is supposed from here on.',
    },
    {
      id: 'rateForGoal',
      header: 'Rate that would do',
      format: 'percent',
      note: 'What if this rate alone were better: with today’s new deals and the other rates as they are, this one would reach the goal.',
    },
    {
      id: 'perWin',
      header: 'For one win',
      format: 'decimal',
      note: 'As measured, so many must come as far as here for one win: the median over what the counts say of the rates (Jeffreys’ prior at each step). The mean is not shown: few bad rates blow it up.',
    },
    { id: 'perWinSure', header: `For one win, ${sure} sure`, format: 'decimal' },
  ];
};

/** So many for one win, under the what-if: never fewer than one. */
export const perWinInForce = (
  at: (column: string) => Ref,
  column: 'perWin' | 'perWinSure',
): readonly Part[] => ['MAX(1,', at(column), '/', at('timesWon'), ')'];

const forGoal = (value: number | null, column: 'perWin' | 'perWinSure'): Live =>
  live(value, 'IF(', winsNeeded, '="","",', winsNeeded, '*', ...perWinInForce(thisRow, column), ')');

const wentOn: readonly Part[] = [thisRow('wentOn')];
const decided: readonly Part[] = [thisRow('decided')];
/** As supposed, else as measured. */
const rateInForce: readonly Part[] = [
  'IF(',
  thisRow('supposed'),
  '="",',
  ...wentOn,
  '/',
  ...decided,
  ',',
  thisRow('supposed'),
  ')',
];

const spread = (step: PlanStep, value: number | null, ...by: Parameters<typeof live>[1][]): Live =>
  live(
    step.needed === null ? null : value,
    'IF(',
    thisRow('needed'),
    '="","",',
    thisRow('needed'),
    ...by,
    ')',
  );

const NOT_ALONE = 'Not by this alone';

/** From the win back to the first stage: how many deals must come how far. */
export function stepsTable(finding: ActivityPlanFinding, minimum: number): Table {
  const { months, assurance } = finding.basis;
  const people = finding.people.value;
  return {
    block: 'table',
    id: 'planSteps',
    key: 'stage',
    columns: columns(assurance),
    rows: finding.steps.map((step, j) => {
      const { rate, perWin, needed } = step;
      const aMonth = needed === null ? null : needed.median / months;
      const known = finding.volumeForGoal !== null && rate.n > 0;
      return [
        step.name,
        forGoal(needed?.median ?? null, 'perWin'),
        forGoal(needed?.sure ?? null, 'perWinSure'),
        spread(step, aMonth, '/', planMonths),
        spread(step, aMonth === null ? null : aMonth / people, '/', planMonths, '/', planPeople),
        spread(
          step,
          aMonth === null ? null : (aMonth / people) * (12 / 52),
          '/',
          planMonths,
          '/',
          planPeople,
          '*12/52',
        ),
        rate.n,
        rate.x,
        ...rateCells(rate, minimum, wentOn, decided),
        supposedCell(step.supposed, wentOn, decided),
        timesWonCell(
          step.timesWon,
          wentOn,
          decided,
          j + 1 < finding.steps.length ? cellOf('planSteps', 'timesWon', j + 1) : undefined,
        ),
        live(
          known ? (step.rateForGoal ?? NOT_ALONE) : null,
          'IF(OR(',
          timesVolume,
          '="",',
          thisRow('decided'),
          '=0),"",IF(',
          ...rateInForce,
          '*',
          timesVolume,
          `>1,"${NOT_ALONE}",`,
          ...rateInForce,
          '*',
          timesVolume,
          '))',
        ),
        perWin.median,
        perWin.sure,
      ];
    }),
  };
}
