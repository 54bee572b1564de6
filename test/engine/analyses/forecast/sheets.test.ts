import { forecast } from '../../../../src/engine/analyses/forecast';
import { runForecast } from '../../../../src/engine/analyses/forecast/compute';
import type { ForecastFinding } from '../../../../src/engine/analyses/forecast/finding';
import type { AssumptionValues } from '../../../../src/engine/core/assumption';
import type { EditedTables } from '../../../../src/engine/report/editableTable';
import { forecast as schema } from '../../../../src/app/findings/forecast';
import { formatValue } from '../../../../src/engine/report/formats';
import { asOf } from '../../../support/circumstances';
import { disagreeing, recomputed } from '../../../support/described';
import { STAMP } from '../../../support/report';
import { WORLD_A_AS_OF, worldAEvents, worldASnapshots } from '../../../support/worldA';

const QUICK: AssumptionValues = { forecastDraws: 1000, backtestMonths: 4, forecastGoal: 400_000 };

function described(values: AssumptionValues, tables: EditedTables = {}, dataset = worldAEvents()) {
  const { value } = runForecast(dataset, values, asOf(WORLD_A_AS_OF), tables);
  if (!value) throw new Error('no forecast');
  return { finding: value, description: forecast.describe(value, values, STAMP, tables) };
}
const cellsOf = (
  { description }: ReturnType<typeof described>,
  values: AssumptionValues,
  changes: Readonly<Record<string, number>> = {},
) => recomputed(description, forecast.assumptions, values, changes, forecast.editableTables, {});

describe('the sheets of the forecast', () => {
  const said = described(QUICK);

  it('are live, and a formula engine of another maker comes to the same', () => {
    const cells = cellsOf(said, QUICK);
    expect(cells.length).toBeGreaterThan(150);
    expect(disagreeing(cells)).toEqual([]);
    expect(new Set(cells.map(({ sheet }) => sheet))).toEqual(
      new Set(['summary', 'forecast', 'openDeals', 'bridge', 'accuracy', 'dataQuality']),
    );
  });

  it('say beside the coverage what stage and age make of the same deals', () => {
    const { coverageTotal, weighted } = said.finding;
    const [sheet] = said.description.sheets;
    const notes = sheet!.blocks.flatMap((block) => (block.block === 'note' ? [block.text] : []));
    const note = notes.find((text) => text.includes('Enough?'));
    expect(note).toContain(formatValue(coverageTotal.expected, 'money'));
    expect(note).toContain(formatValue(weighted.ageAware!.total, 'money'));
  });

  it('have a finding that the schema knows', () => {
    expect(schema.parse(said.finding)).toEqual(said.finding);
  });

  it('say the chance of another goal at once, as a run with that goal does to a hundredth', () => {
    const goal = 700_000;
    const chance = cellsOf(said, QUICK, { leadline_forecastGoal: goal }).filter(
      ({ sheet, formula }) => sheet === 'forecast' && formula.includes('COUNTIF') && formula.includes('">="'),
    );
    // Of all months together, and of 80%, 90%, 100%, 110% and 125% of the goal.
    expect(chance).toHaveLength(6);
    const another = described({ ...QUICK, forecastGoal: goal }).finding.total.probabilityOfGoal!;
    expect(Math.abs(Number(chance[3]!.spreadsheet) - another)).toBeLessThanOrEqual(0.01);
    expect(chance[0]!.spreadsheet).toBe(chance[3]!.spreadsheet);
  });

  it('show one goal and one chance of it, whatever goal is typed', () => {
    const typed = cellsOf(said, QUICK, { leadline_forecastGoal: 700_000 });
    const { total, periods } = said.finding;
    const shown = typed.map(({ spreadsheet }) => spreadsheet);
    // The headline on the Summary and on the sheet: nowhere the chance of the goal of the run.
    expect(shown).not.toContain(total.probabilityOfGoal);
    const monthly = typed.filter(
      ({ sheet, formula }) => sheet === 'forecast' && formula.includes(`*1/${periods.length},`),
    );
    expect(monthly.map(({ spreadsheet }) => Number(spreadsheet))).toEqual(
      periods.map(() => expect.closeTo(700_000 / periods.length, 6)),
    );
    const chances = typed.filter(({ formula }) => formula.includes('<0.005'));
    // Blank for months and quarters.
    expect(chances.filter(({ spreadsheet }) => spreadsheet === '')).toHaveLength(chances.length - 1);
  });

  it.each([
    ['snapshots, without a goal', { ...QUICK, forecastGoal: 0 }, worldASnapshots()],
    ['no backtest', { ...QUICK, backtestMonths: 0 }, worldAEvents()],
    ['coverage of everything', { ...QUICK, coverageBy: 'none' }, worldAEvents()],
  ] as const)('agree in other runs too: %s', (_, values, dataset) => {
    const other = described(values, {}, dataset);
    expect(disagreeing(cellsOf(other, values))).toEqual([]);
    expect(schema.parse(other.finding)).toEqual(other.finding);
  });

  it('check the balance of the bridge live', () => {
    const broken: ForecastFinding = {
      ...said.finding,
      bridge: { ...said.finding.bridge, closing: said.finding.bridge.closing + 500_00, balance: -500_00 },
    };
    const description = forecast.describe(broken, QUICK, STAMP, {});
    const cells = recomputed(description, forecast.assumptions, QUICK, {}, forecast.editableTables);
    expect(disagreeing(cells)).toEqual([]);
    expect(cells.filter(({ sheet, spreadsheet }) => sheet === 'bridge' && spreadsheet === 'No')).toHaveLength(
      1,
    );
  });
});
