import { recognise } from '../../../src/engine/dataset/recognise';
import { besideProject, sheetsOfFiles, testData } from '../../support/rawSheets';

const recognised = async (...files: readonly string[]) => recognise(await sheetsOfFiles(...files), undefined);

type Outcome = Awaited<ReturnType<typeof recognised>>;
/** "sheet: role" of the tables that are read. */
const used = ({ value }: Outcome): readonly string[] =>
  (value ?? []).filter((t) => t.used).map((t) => `${t.mapping.sheet}: ${t.mapping.role}`);
const tableOf = ({ value }: Outcome, sheet: string) => value?.find((t) => t.mapping.sheet.includes(sheet));
const blocking = ({ issues }: Outcome): readonly string[] =>
  issues.filter((i) => i.severity === 'blocking').map((i) => i.code);

describe('world A in four shapes', () => {
  const file = (name: string): string => testData('world_A', `world_A_${name}.csv`);

  it('deals and history', async () => {
    const outcome = await recognised(file('deals'), file('history'));
    expect(used(outcome)).toEqual(['world_A_deals: opportunities', 'world_A_history: stageHistory']);
    expect(outcome.issues).toEqual([]);
    expect(tableOf(outcome, 'deals')?.mapping.columns).toEqual({
      id: 'deal_id',
      owner: 'rep',
      amount: 'amount',
      created: 'created',
      closed: 'closed',
      status: 'status',
      stage: 'current_stage',
    });
    expect(tableOf(outcome, 'history')?.mapping.columns).toEqual({
      opportunity: 'deal_id',
      changed: 'date',
      fromStage: 'from_stage',
      toStage: 'to_stage',
    });
  });

  it('wide', async () => {
    const outcome = await recognised(file('wide'));
    expect(used(outcome)).toEqual(['world_A_wide: opportunities']);
    expect(outcome.issues).toEqual([]);
    expect(tableOf(outcome, 'wide')?.mapping.stageDates).toEqual(
      ['Lead', 'Qualified', 'Demo', 'Proposal', 'Negotiation', 'Won', 'Lost'].map((stage) => ({
        stage,
        header: `entered_${stage}`,
      })),
    );
  });

  it('snapshots', async () => {
    const outcome = await recognised(file('snapshots'));
    expect(used(outcome)).toEqual(['world_A_snapshots: opportunities']);
    expect(outcome.issues).toEqual([]);
    expect(tableOf(outcome, 'snapshots')?.mapping.columns).toMatchObject({
      snapshotDate: 'snapshot',
      id: 'deal_id',
    });
  });

  it('deals alone', async () => {
    const outcome = await recognised(file('deals'));
    expect(used(outcome)).toEqual(['world_A_deals: opportunities']);
    expect(outcome.issues).toEqual([]);
  });
});

describe('Salesforce objects', () => {
  const file = (name: string): string => testData('salesforce_sample', `${name}.csv`);

  it('finds the opportunities and their history among accounts and leads', async () => {
    const names = ['Account', 'Lead', 'Opportunity', 'OpportunityHistory', 'OpportunityHistoryGroup'];
    const outcome = await recognised(...names.map(file));
    expect(used(outcome)).toEqual(['Opportunity: opportunities', 'OpportunityHistory: stageHistory']);
    expect(blocking(outcome)).toEqual([]);
    expect(tableOf(outcome, 'Opportunity')?.mapping.columns).toEqual({
      id: 'Id',
      account: 'AccountId',
      name: 'Name',
      stage: 'StageName',
      amount: 'Amount',
      probability: 'Probability',
      closed: 'CloseDate',
      nextStep: 'NextStep',
      leadSource: 'LeadSource',
      isClosed: 'IsClosed',
      isWon: 'IsWon',
      created: 'CreatedDate',
      lastActivity: 'LastActivityDate',
    });
    expect(tableOf(outcome, 'OpportunityHistory')?.mapping.columns).toEqual({
      opportunity: 'OpportunityId',
      changedBy: 'CreatedById',
      changed: 'CreatedDate',
      toStage: 'StageName',
      amount: 'Amount',
      closeDate: 'CloseDate',
    });
  });
});

describe('layouts', () => {
  const file = (name: string): string => testData('layouts', name);

  // Both workbooks have a table of deals on a visible sheet without any date of creation: they have to ask for it.
  it.each([
    ['funneler_Funnel_Auto_deployed.xlsx', 'Pipeline', 7, { top: 7, bottom: 46, left: 7, right: 23 }],
    ['funneler_Sales_Funnel_Standalone.xlsx', 'Pipeline', 7, { top: 7, bottom: 42, left: 3, right: 15 }],
  ])('%s: the table on row 7, and a question', async (name, sheet, headerRow, region) => {
    const outcome = await recognised(file(name));
    expect(used(outcome)).toEqual([]);
    expect(blocking(outcome)).toEqual(['roleMissing']);
    expect(outcome.issues.find((i) => i.code === 'roleMissing')).toMatchObject({
      facts: { role: 'Opportunities', missing: ['Created date or Snapshot date'] },
      place: { sheet: expect.stringContaining(sheet), row: headerRow },
    });
    expect(tableOf(outcome, sheet)).toMatchObject({ mapping: { role: 'opportunities', headerRow }, region });
  });

  it('reads that table, and no row of titles, panels or totals, once the date is said', async () => {
    const sheets = await sheetsOfFiles(file('funneler_Sales_Funnel_Standalone.xlsx'));
    const { value, issues } = recognise(sheets, {
      tables: [{ sheet: 'Pipeline', columns: { created: 'Close Date' } }],
    });
    expect(issues.filter((i) => i.severity === 'blocking')).toEqual([]);
    const table = value?.find((t) => t.used);
    const rows = sheets[0]!.rows.slice(
      table!.region.top - sheets[0]!.top,
      table!.region.bottom + 1 - sheets[0]!.top,
    );
    const stage = 6 - sheets[0]!.left;
    expect(rows).toHaveLength(36);
    expect(rows.every((row) => /^[1-6] - /.test(String(row[stage])))).toBe(true);
  });

  it('passes over a first line of JSON', async () => {
    const outcome = await recognised(file('funneler_Opportunities.csv'), file('funneler_Milestones.csv'));
    expect(tableOf(outcome, 'Opportunities')).toMatchObject({
      mapping: {
        role: 'opportunities',
        headerRow: 2,
        columns: {
          name: 'Opportunity Name',
          expectedClose: 'Expected Close Date',
          amount: 'Opportunity Value',
        },
      },
      region: { top: 2, bottom: 41 },
    });
    // The start date of these lies after their close: it is the start of delivery.
    expect(tableOf(outcome, 'Opportunities')?.mapping.columns).not.toHaveProperty('created');
    expect(blocking(outcome)).toEqual(['roleMissing']);
  });

  it('takes no order lines for deals', async () => {
    const outcome = await recognised(file('packt_FactResellerSales_corrupted_decimals.csv'));
    expect(used(outcome)).toEqual([]);
    expect(blocking(outcome)).toEqual(['roleMissing']);
  });
});

describe('AdventureWorks', () => {
  it('finds quotas, people and orders, and no opportunities among them', async () => {
    const names = [
      'EmployeePayHistory',
      'SalesPerson',
      'SalesPersonQuotaHistory',
      'SalesTerritory',
      'SalesTerritoryHistory',
      'SalesOrderHeader_first_200',
    ];
    const outcome = await recognised(...names.map((n) => testData('adventureworks', `${n}.csv`)));
    expect(blocking(outcome)).toEqual([]);
    expect(used(outcome)).toEqual([
      'SalesPerson: people',
      'SalesPersonQuotaHistory: quotas',
      'SalesOrderHeader_first_200: bookings',
    ]);
    expect(tableOf(outcome, 'SalesOrderHeader')?.mapping.columns).toEqual({
      id: 'SalesOrderID',
      date: 'OrderDate',
      person: 'SalesPersonID',
      amount: 'SubTotal',
      region: 'TerritoryID',
      account: 'CustomerID',
    });
    expect(tableOf(outcome, 'QuotaHistory')?.mapping.columns).toEqual({
      person: 'BusinessEntityID',
      start: 'QuotaDate',
      amount: 'SalesQuota',
    });
  });
});

const maven = besideProject('maven_crm');
(maven ? describe : describe.skip)('maven_crm', () => {
  it('finds deals and agents among accounts, products and a dictionary', async () => {
    const names = ['accounts', 'data_dictionary', 'products', 'sales_pipeline', 'sales_teams'];
    const outcome = await recognised(...names.map((n) => `${maven}/${n}.csv`));
    expect(used(outcome)).toEqual(['sales_pipeline: opportunities', 'sales_teams: people']);
    expect(outcome.issues).toEqual([]);
    expect(outcome.value?.filter((t) => !t.used).map((t) => t.mapping.role)).toEqual([
      'ignored',
      'ignored',
      'ignored',
    ]);
    expect(tableOf(outcome, 'sales_pipeline')?.mapping.columns).toEqual({
      id: 'opportunity_id',
      owner: 'sales_agent',
      product: 'product',
      account: 'account',
      stage: 'deal_stage',
      created: 'engage_date',
      closed: 'close_date',
      amount: 'close_value',
    });
    expect(tableOf(outcome, 'sales_pipeline')?.region).toMatchObject({ top: 1, bottom: 8800 });
  });
});

const bpi = besideProject('bpi2012');
(bpi ? describe : describe.skip)('bpi2012', () => {
  it('finds three roles in three files', async () => {
    const names = ['opportunities.csv', 'stage_history.csv.gz', 'activities.csv.gz'];
    const outcome = await recognised(...names.map((n) => `${bpi}/${n}`));
    expect(used(outcome)).toEqual([
      'opportunities: opportunities',
      'stage_history: stageHistory',
      'activities: activities',
    ]);
    expect(outcome.issues).toEqual([]);
    expect(tableOf(outcome, 'opportunities')?.mapping.columns).toEqual({
      id: 'application_id',
      created: 'created',
      amount: 'amount_requested',
      owner: 'owner',
      stage: 'furthest_stage',
      status: 'status',
      closed: 'close_date',
    });
    expect(tableOf(outcome, 'activities')?.mapping.columns).toEqual({
      opportunity: 'application_id',
      type: 'activity',
      date: 'started_at',
      end: 'completed_at',
      duration: 'minutes',
      owner: 'agent',
    });
  });
});
