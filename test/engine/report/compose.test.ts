import { assumptions } from '../../../src/engine/analyses/funnel/assumptions';
import { initialValues } from '../../../src/engine/core/assumptionValues';
import { issue } from '../../../src/engine/core/issue';
import { valueOf } from '../../../src/engine/report/formula';
import type { Block, Report, Table } from '../../../src/engine/report/report';
import { FINDINGS } from '../../support/funnelFinding';
import { INPUTS, ISSUES, reportOf } from '../../support/report';

const blocks = (report: Report, sheet: string): readonly Block[] =>
  report.sheets.find(({ id }) => id === sheet)?.blocks ?? [];
function table(report: Report, id: string): Table {
  const found = report.sheets
    .flatMap((s) => s.blocks)
    .find((b): b is Table => b.block === 'table' && b.id === id);
  if (!found) throw new Error(`No table ${id}`);
  return found;
}
const shown = ({ rows }: Table) => rows.map((row) => row.map(valueOf));

describe('the report of a run', () => {
  const report = reportOf(FINDINGS.events);

  it('has the Summary first and links every other sheet from it', () => {
    const detail = [
      'funnel',
      'funnelCohorts',
      'funnelPeople',
      'funnelTimes',
      'funnelProcess',
      'dataQuality',
      'inputs',
    ];
    expect(report.sheets.map(({ id }) => id)).toEqual(['summary', ...detail]);
    const links = table(report, 'sheets').rows.map(([first]) => first);
    expect(links).toEqual(
      detail.map((id, i) => ({
        link: { sheet: id, cell: 'A1' },
        text: ['Funnel', 'Cohorts', 'People', 'Time in stage', 'Process', 'Data quality', 'Inputs'][i],
      })),
    );
    for (const row of table(report, 'sheets').rows) expect(String(row[1])).toMatch(/.{10}/);
  });

  it('has Data quality alone when the data block the run', () => {
    const blocked = reportOf(FINDINGS.events, { issues: [issue('noOpportunities', 'blocking', {})] });
    expect(blocked.sheets.map(({ id }) => id)).toEqual(['dataQuality']);
  });

  it('accounts for every row of every input', () => {
    for (const id of ['inputsRead', 'inputs']) {
      expect(shown(table(report, id)).map((row) => row.slice(2, 6))).toEqual(
        INPUTS.map(({ rows, used, excluded }) => ['Yes', rows, used, excluded]),
      );
      expect(table(report, id).totals?.map(valueOf).slice(3, 6)).toEqual([6956, 6938, 18]);
    }
    const [first] = INPUTS;
    if (!first) throw new Error('The fixture has inputs.');
    const lost = reportOf(FINDINGS.events, { inputs: [{ ...first, used: first.used - 1 }] });
    expect(shown(table(lost, 'inputs'))[0]?.[2]).toBe('No');
  });

  it('tells tables of one sheet and of several files apart', () => {
    const [a, b] = INPUTS;
    if (!a || !b) throw new Error('The fixture has inputs.');
    const names = (inputs: readonly (typeof a)[]) =>
      shown(table(reportOf(FINDINGS.events, { inputs }), 'inputs')).map(([name]) => name);
    expect(names([a, { ...b, sheet: a.sheet, headerRow: 30 }])).toEqual([
      'Opportunities, row 1',
      'Opportunities, row 30',
    ]);
    expect(names([a, { ...b, source: 'b.csv' }])).toEqual([
      'pipeline.xlsx — Opportunities',
      'b.csv — Stage history',
    ]);
  });

  it('counts and lists every issue, the gravest first, with a mark of its own that stays', () => {
    expect(shown(table(report, 'issueCounts'))).toEqual([
      ['Deal ID or name used twice', 'Please check', 1, 1],
      ['Date not readable', 'Please check', 2, 2],
      ['Closed before created', 'Please check', 1, 0],
      ['As-of day taken from the data', 'Good to know', 1, 0],
    ]);
    const issues = table(report, 'issues');
    const places = shown(issues).map((row) => row[0]);
    expect(places).toEqual([
      'Opportunities!A17',
      'Opportunities!F21',
      'Opportunities!F22',
      'Opportunities!F22',
      'Whole run',
    ]);
    const markOf = (t: Table) => shown(t).map((row) => row[t.columns.findIndex(({ id }) => id === t.key)]);
    const marks = markOf(issues);
    expect(new Set(marks).size).toBe(ISSUES.length);
    const fewer = reportOf(FINDINGS.events, { issues: ISSUES.slice(3) });
    expect(marks).toEqual(expect.arrayContaining(markOf(table(fewer, 'issues'))));
    const twice = reportOf(FINDINGS.events, { issues: [...ISSUES, ...ISSUES] });
    expect(new Set(markOf(table(twice, 'issues'))).size).toBe(2 * ISSUES.length);
  });

  it('links to cells only where they stand in the same workbook', () => {
    const link = (r: Report) => table(r, 'issues').rows[0]?.[0];
    expect(link(report)).toEqual({
      link: { sheet: 'Opportunities', cell: 'A17' },
      text: 'Opportunities!A17',
    });
    const elsewhere = link(reportOf(FINDINGS.events, { workbook: 'other.xlsx' }));
    expect(elsewhere).toBe('Opportunities!A17');
    const [a, b] = INPUTS;
    if (!a || !b) throw new Error('The fixture has inputs.');
    expect(
      link(reportOf(FINDINGS.events, { inputs: [a, { ...b, source: 'b.csv' }], workbook: 'other.xlsx' })),
    ).toBe('pipeline.xlsx — Opportunities!A17');
  });

  it('lists 20,000 issues at most, counts them all, and says how many more there are', () => {
    const many = Array.from({ length: 20_012 }, (_, i) =>
      issue('missingId', 'note', {}, { source: 'a.csv', sheet: 'a', row: i + 2 }, true),
    );
    const big = reportOf(FINDINGS.events, { issues: [...many, ...ISSUES] });
    expect(table(big, 'issues').rows).toHaveLength(20_000);
    expect(shown(table(big, 'issueCounts'))).toContainEqual(['No deal ID', 'Good to know', 20_012, 20_012]);
    expect(JSON.stringify(blocks(big, 'dataQuality'))).toContain('17 more are counted above');
  });

  it('offers every judgement with its value in force, its range, and when it acts', () => {
    const changed = reportOf(FINDINGS.events, {
      values: { ...initialValues(assumptions), confidence: 0.9, breakdownBy: 'leadSource' },
    });
    const inputs = blocks(changed, 'inputs').flatMap((b) => (b.block === 'inputs' ? b.cells : []));
    expect(inputs.map(({ id, value }) => [id, value])).toEqual([
      ['horizonDays', 90],
      ['dealHorizonDays', 0],
      ['confidence', 0.9],
      ['minimumForPercent', 5],
      ['skips', 'Passed over, not entered'],
      ['movesBack', 'First time through counts'],
      ['cohortBy', 'Quarter of creation'],
      ['recordsDays', 0],
      ['breakdownBy', 'Lead source'],
      ['breakdownAndBy', 'Nothing'],
      ['rankCertainty', 0.9],
      ['untouchedDays', 30],
      ['leverChange', 0.1],
      ['driftRatio', 1.5],
      ['leverConversion', 0],
    ]);
    const acts = Object.fromEntries(inputs.map(({ id, help }) => [id, help.includes('Acts at once')]));
    expect(acts).toEqual({
      horizonDays: false,
      dealHorizonDays: false,
      confidence: true,
      minimumForPercent: true,
      skips: false,
      movesBack: false,
      cohortBy: false,
      recordsDays: false,
      breakdownAndBy: false,
      rankCertainty: false,
      untouchedDays: false,
      leverChange: false,
      driftRatio: false,
      leverConversion: true,
      breakdownBy: false,
    });
    expect(inputs.map(({ validation }) => validation)).toContainEqual({
      rule: 'between',
      min: 0.5,
      max: 0.999,
      whole: false,
    });
    expect(inputs.map(({ format }) => format)).toEqual([
      'integer',
      'integer',
      'percent',
      'integer',
      'text',
      'text',
      'text',
      'integer',
      'text',
      'text',
      'percent',
      'integer',
      'percent',
      'decimal',
      'percent',
    ]);
  });

  it('has unique table and chart ids', () => {
    const ids = report.sheets
      .flatMap((s) => s.blocks)
      .flatMap((b) => (b.block === 'heading' || b.block === 'note' ? [] : [b.id]));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
