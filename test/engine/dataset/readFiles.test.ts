import path from 'node:path';
import { dayOfIso, isoOf } from '../../../src/engine/core/day';
import { LOST, OPEN, WON } from '../../../src/engine/dataset/dataset';
import type { Dataset } from '../../../src/engine/dataset/dataset';
import { readDataset } from '../../../src/engine/dataset/read';
import { recognise } from '../../../src/engine/dataset/recognise';
import { readWorkbookFile } from '../../../src/hosts/workbookFile/readWorkbookFile';
import { besideProject, testData } from '../../support/rawSheets';
import { readFiles } from '../../support/readFiles';

const outcomes = ({ opportunities }: Dataset): readonly number[] =>
  [WON, LOST, OPEN].map((code) => opportunities!.outcome.filter((o) => o === code).length);

/** Entries per stage. */
const entries = ({ history, stages }: Dataset): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const stage of history!.stage) counts[stages[stage]!.name] = (counts[stages[stage]!.name] ?? 0) + 1;
  return counts;
};

/** The sum of the amounts of a csv, in units. */
async function totalOf(amounts: string): Promise<number> {
  const rows = amounts.split('; ').map((amount, i) => `D${i};Won;2024-01-0${i + 1};2024-02-01;${amount}`);
  const csv = new TextEncoder().encode(['Id;Stage;Created;Closed;Amount', ...rows].join('\n'));
  const { value: read } = await readWorkbookFile('deals.csv', csv);
  const { value: recognition } = recognise(read!.sheets, undefined);
  const { value } = readDataset(read!.sheets, recognition ?? [], {
    asOf: undefined,
    today: dayOfIso('2024-12-31')!,
    stages: undefined,
    progress: () => undefined,
    signal: { cancelled: false },
  });
  return value!.dataset.opportunities!.amount.reduce((sum, cents) => sum + cents, 0) / 100;
}

describe('a point before three digits', () => {
  it.each([
    ['1.234; 1.250; 2.500,50; 999,00', 5983.5],
    ['1.234; 1.250; 2.500', 4984],
    ['-1.234; 12.500; 7', 11273],
    // A decimal point elsewhere in the column.
    ['1.234; 1.250; 12.5', 14.98],
    ['1.234; 1.250; 0.125', 2.61],
    ['1.234; 2,500.50', 2501.73],
  ])('is read as its column writes numbers: %s', async (amounts, total) => {
    // Amounts are kept in cents.
    expect(await totalOf(amounts)).toBeCloseTo(total, 1);
  });
});

const STAGES = ['Lead', 'Qualified', 'Demo', 'Proposal', 'Negotiation', 'Won', 'Lost'];
const world = (...names: readonly string[]) =>
  names.map((name) => testData('world_A', `world_A_${name}.csv`));

// Counts: awk -F, 'NR>1{c[$5]++}END{for(i in c)print i,c[i]}' world_A_history.csv; field 6 of world_A_deals.csv.
describe('a simulated pipeline in four shapes', () => {
  it('events', async () => {
    const { dataset, issues } = await readFiles(world('deals', 'history'), '2024-12-31');
    expect(issues).toEqual([]);
    expect(outcomes(dataset)).toEqual([124, 712, 64]);
    expect(dataset.stages.map(({ name }) => name)).toEqual(STAGES);
    expect(dataset.history!.shape).toBe('events');
    expect(entries(dataset)).toEqual({
      Lead: 918,
      Qualified: 515,
      Demo: 338,
      Proposal: 248,
      Negotiation: 170,
      Won: 124,
      Lost: 712,
    });
  });

  // tr -d '\r' < world_A_wide.csv | awk -F, 'NR>1{for(i=5;i<=11;i++)if($i!="")c[i]++}END{for(i=5;i<=11;i++)print i,c[i]}'
  it('wide', async () => {
    const { dataset, issues } = await readFiles(world('wide'), '2024-12-31');
    expect(issues).toEqual([]);
    expect(outcomes(dataset)).toEqual([124, 712, 64]);
    expect(dataset.stages.map(({ name }) => name)).toEqual(STAGES);
    expect(dataset.history!.shape).toBe('wide');
    expect(entries(dataset)).toEqual({
      Lead: 900,
      Qualified: 489,
      Demo: 316,
      Proposal: 231,
      Negotiation: 165,
      Won: 124,
      Lost: 712,
    });
  });

  // awk -F, 'NR>1{if($5!=s[$2])c[$5]++; s[$2]=$5}END{for(i in c)print i,c[i]}' world_A_snapshots.csv
  it('snapshots', async () => {
    const { dataset, issues } = await readFiles(world('snapshots'), '2024-12-31');
    expect(issues).toEqual([]);
    expect(dataset.opportunities!.count).toBe(900);
    expect(outcomes(dataset)).toEqual([124, 712, 64]);
    expect(dataset.stages.map(({ name }) => name)).toEqual(STAGES);
    expect(dataset.history!.shape).toBe('snapshots');
    expect(entries(dataset)).toEqual({
      Lead: 402,
      Qualified: 303,
      Demo: 188,
      Proposal: 165,
      Negotiation: 119,
      Won: 124,
      Lost: 712,
    });
    expect(dataset.inputs[0]).toMatchObject({ rows: 2194, used: 2194 });
  });

  it('none', async () => {
    const { dataset, issues } = await readFiles(world('deals'), '2024-12-31');
    expect(issues).toEqual([]);
    expect(outcomes(dataset)).toEqual([124, 712, 64]);
    expect(dataset.history).toBeUndefined();
    expect(dataset.stages.map(({ kind }) => kind)).toEqual([...Array<string>(5).fill('open'), 'won', 'lost']);
  });
});

// awk: 36 and 48 rows; 20 closed, 12 of them won, 19 with a close date before their created date.
it('the Salesforce sample', async () => {
  const { dataset, issues, asOf } = await readFiles(
    ['Opportunity', 'OpportunityHistory'].map((name) => testData('salesforce_sample', `${name}.csv`)),
  );
  expect(dataset.inputs.map(({ rows, used, excluded }) => [rows, used, excluded])).toEqual([
    [36, 36, 0],
    [48, 47, 1],
  ]);
  expect(issues.filter(({ code }) => code === 'closedBeforeCreated')).toHaveLength(19);
  expect(outcomes(dataset)).toEqual([12, 8, 16]);
  expect(isoOf(asOf)).toBe('2026-03-31');
  expect(dataset.stages.map(({ name }) => name)).toEqual([
    'Prospecting',
    'Qualification',
    'Needs Analysis',
    'Value Proposition',
    'Id. Decision Makers',
    'Perception Analysis',
    'Proposal/Price Quote',
    'Negotiation/Review',
    'Closed Won',
    'Closed Lost',
  ]);
});

it('the AdventureWorks quotas', async () => {
  const { dataset } = await readFiles(
    ['SalesPerson', 'SalesPersonQuotaHistory'].map((name) => testData('adventureworks', `${name}.csv`)),
  );
  expect(dataset.people!.count).toBe(17);
  // awk -F, 'NR>1' SalesPersonQuotaHistory.csv | wc -l
  expect(dataset.quotas!.count).toBe(163);
});

const bpi = besideProject('bpi2012');
// zcat stage_history.csv.gz | awk -F, 'NR>1{c[$3]++}END{for(i in c)print i,c[i]}'; awk on field 6 of opportunities.csv;
// zcat activities.csv.gz | awk -F, 'NR>1&&$4==""' | wc -l gives 682 without a start; all of them have a completion date.
(bpi ? it : it.skip)('loan applications of a bank, three files together', async () => {
  const files = ['opportunities.csv', 'stage_history.csv.gz', 'activities.csv.gz'];
  const { dataset } = await readFiles(
    files.map((file) => path.join(bpi!, file)),
    '2012-03-14',
  );
  expect(dataset.inputs.map(({ rows, used, excluded }) => [rows, used, excluded])).toEqual([
    [7455, 7455, 0],
    [26631, 26631, 0],
    [41837, 41837, 0],
  ]);
  expect(outcomes(dataset)).toEqual([1336, 6119, 0]);
  expect(entries(dataset)).toEqual({
    '1 Submitted': 7455,
    '2 Pre-accepted': 4143,
    '3 Accepted': 2886,
    '4 Offer sent': 2836,
    '5 Offer returned': 1856,
    '6 Won': 1336,
    '7 Lost - declined': 4401,
    '7 Lost - cancelled': 1718,
  });
  expect(dataset.activities!.opportunity!.filter((row) => row < 0)).toHaveLength(0);
});

const maven = besideProject('maven_crm');
// awk -F, 'NR>1{c[$5]++}END{for(i in c)print i,c[i]}' sales_pipeline.csv; field 6 blank: 500; field 4 blank: 1,425.
(maven ? it : it.skip)('a fictitious CRM without history', async () => {
  const { dataset, issues, asOf } = await readFiles(
    ['sales_pipeline.csv', 'sales_teams.csv'].map((file) => path.join(maven!, file)),
  );
  expect(dataset.inputs.map(({ rows, used }) => [rows, used])).toEqual([
    [8800, 8800],
    [35, 35],
  ]);
  expect(outcomes(dataset)).toEqual([4238, 2473, 500 + 1589]);
  expect(dataset.stages.map(({ name }) => name)).toEqual(['Prospecting', 'Engaging', 'Won', 'Lost']);
  expect(issues.filter(({ code }) => code === 'missingCreated')).toHaveLength(500);
  expect(dataset.opportunities!.texts.account!.codes.filter((code) => code < 0)).toHaveLength(1425);
  expect(isoOf(asOf)).toBe('2017-12-31');
});
