import { issue, type Issue, type IssueCode, type IssueFacts } from '../../../src/engine/core/issue';
import { ROLES } from '../../../src/engine/dataset/roles';
import {
  counted,
  issueTitle,
  LIMITS,
  listed,
  SEVERITY_TITLES,
  wordIssue,
} from '../../../src/engine/report/wording';

/** Facts for every code, as raisers give them: a code without an example does not compile. */
const EXAMPLES: { readonly [C in IssueCode]: IssueFacts[C] } = {
  fileNotFound: { file: 'deals.xlsx' },
  fileIsFolder: { file: 'exports' },
  fileEmpty: { file: 'deals.csv' },
  fileTypeUnknown: { file: 'deals.pdf' },
  fileDamaged: { file: 'deals.xlsx' },
  fileProtected: { file: 'deals.xlsx' },
  fileTooLarge: { file: 'deals.xlsx' },
  quoteNotClosed: { text: '"Acme' },
  outputIsInput: { file: 'deals.xlsx' },
  resultsNotAdded: { file: 'deals.xlsx', reason: 'structureProtected', name: '' },
  noTables: { sheets: 3, sources: ['a.xlsx', 'b.xlsx'] },
  onlyOwnSheets: { sources: ['Results.xlsx'] },
  roleMissing: { role: 'opportunities', missing: ['Created date', 'Stage'], seen: 'Name, Amount' },
  roleAmbiguous: { role: 'opportunities', choices: ['Deals', 'Deals 2'] },
  columnAmbiguous: { field: 'Created date', choices: ['Created', 'Create Date'] },
  columnUnmapped: { field: 'Amount', header: 'Value 2' },
  formulasNotComputed: { cells: 3 },
  dateOrderAmbiguous: { header: 'Created', example: '03/04/2023' },
  dateOrderFromOtherColumn: { header: 'Closed', example: '03/04/2023', order: 'mdy', other: 'Created' },
  dateOrdersDiffer: { header: 'Created', order: 'mdy', other: 'Closed', otherOrder: 'dmy' },
  mappingUnknownColumn: { field: 'Amount', header: 'Betrag' },
  // The one sentence that shows ids, because a mapping file is written with them; these are plain words too.
  mappingUnknownField: { role: 'Opportunities', field: 'stagee', fields: ['name', 'stage'] },
  mappingUnknownSheet: { sheet: 'Old deals' },
  tableNotUsed: { role: 'stageHistory', reason: 'lacksColumns', lacks: ['Opportunity ID'] },
  headersOnly: { role: 'stageHistory' },
  rowsFolded: { rows: 12 },
  totalsRow: { text: 'Total' },
  sheetTooWide: { columns: 16384 },
  filteredRows: { rows: 2000 },
  missingId: {},
  duplicateId: { id: '006A', firstRow: 12 },
  missingStage: { id: '006A' },
  unknownStage: { stage: 'Limbo', id: '006A' },
  unparsableDate: { field: 'Created date', value: '31.13.2023' },
  unparsableAmount: { value: 'much' },
  errorValue: { field: 'Amount', value: '#N/A' },
  missingCreated: { id: '006A' },
  missingHistoryDate: { id: '006A' },
  closedBeforeCreated: { id: '006A', created: '2023-05-02', closed: '2023-04-01' },
  createdAfterAsOf: { id: '006A', created: '2025-05-02', asOf: '2024-03-31' },
  changeBeforeCreation: { id: '006A', changed: '2023-01-02', created: '2023-02-02' },
  changeAfterClose: { id: '006A', changed: '2023-05-02', closed: '2023-04-01' },
  changeAfterAsOf: { id: '006A', changed: '2025-05-02', asOf: '2024-03-31' },
  unknownOpportunity: { id: '006A' },
  opportunityExcluded: { id: '006A' },
  otherFieldChanged: { field: 'Amount' },
  closedWithoutCloseDate: { id: '006A' },
  openPastCloseDate: { id: '006A', closeDate: '2023-04-01', expected: false },
  manyOpenPastCloseDate: { deals: 64, expected: true },
  reopened: { id: '006A' },
  manyReopened: { deals: 60 },
  goneFromSnapshots: { deals: 4 },
  negativeAmount: { id: '006A', amount: '-500.00' },
  mixedCurrencies: { currencies: ['EUR', 'GBP', 'USD'] },
  amountOutlier: { id: '006A', amount: '2024994.00', typical: '2300.50' },
  statusContradictsStage: { id: '006A', status: 'Won', stage: 'Proposal' },
  activityWithoutDate: {},
  activityAfterAsOf: { date: '2025-05-02', asOf: '2024-03-31' },
  activityWithoutPerson: { person: 'Ann', rows: 1 },
  quotaMissing: { person: 'Ann' },
  quotaNotPositive: { person: 'Ann', quota: '0' },
  quotaWithoutPeriod: { person: 'Ann' },
  personNotInPeople: { person: 'Ann', rows: 2 },
  personWithoutData: { person: 'Ann' },
  missingPerson: {},
  resultWithoutPeriod: { value: 'soon' },
  resultWithoutValue: { period: '2024-03' },
  resultPeriodNotOver: { period: '2024-03', asOf: '2024-03-15' },
  resultTwice: { period: '2024-03', measure: 'Wins', person: 'Ann', firstRow: 4 },
  resultPeriodsMixed: { period: '2024-03', usual: 'week' },
  stageMisspelt: { stage: 'Propsal', like: 'Proposal' },
  stageRare: { stage: 'Legal hold', deals: 1, of: 200 },
  stageKindGuessed: { stage: 'Signed', kind: 'won' },
  stageOrderGuessed: { stages: ['Blue', 'Red', 'Green'] },
  noWonStage: {},
  tooManyStages: { header: 'Comment', stages: 4210 },
  nothingUntilToday: { first: '2031-01-05', today: '2024-11-23' },
  asOfInferred: { asOf: '2024-03-31', today: '2024-11-23' },
  assumptionOutOfRange: { label: 'Confidence', value: '2500%', min: '50%', max: '99.9%' },
  assumptionUnreadable: { label: 'Horizon', value: 'long' },
  assumptionUnknown: { id: 'horizont' },
  noOpportunities: {},
  stageConversionUnknown: {},
  breakdownFieldMissing: { label: 'Region' },
  breakdownTooFine: { label: 'Account and product', groups: 3_000_000 },
  durationsUnknown: { deals: 3 },
  ownIndicatorUnknown: { name: 'Calls of Ann', column: 'Person', value: 'An' },
  ownIndicatorTwice: { name: 'Calls' },
  leadResultUnknown: { result: 'Deals entering a stage', of: 'Demo' },
  seriesFlat: { name: 'Calls', result: false, flaw: 'constant' },
  seriesGap: { name: 'Calls', periods: ['2024-03'], grain: 'month' },
  indicatorIsResult: { indicator: 'Orders', result: 'Wins' },
  seriesPeriodTooLong: { name: 'Revenue', grain: 'month' },
  seriesByWeeks: { name: 'Wins' },
  morePeopleThanPeriods: { people: 60, periods: 24, grain: 'month' },
  horizonShort: { horizonDays: 90, q75Days: 120.5 },
  planCellUnreadable: {
    table: 'Tiers',
    row: 3,
    column: 'Unit',
    value: 'per cent',
    wanted: 'choice',
    choices: ['% of credit', 'amount'],
  },
  planRowLacks: { table: 'Tiers', row: 3, column: 'From' },
  planComponentUnknown: { table: 'Tiers', row: 3, component: 'Salse', plan: 'AE' },
  planModifierMisplaced: { table: 'Modifiers', row: 2, modifier: 'Draw', belongs: 'plan' },
  planRateWithoutUnit: { table: 'Tiers', row: 3, component: 'Sales', rate: '5' },
  planComponentRepeated: { plan: 'AE', component: 'Sales' },
  planTiersMissing: { plan: 'AE', component: 'Sales', kind: 'tiers' },
  planBandsOverlap: { plan: 'AE', component: 'Sales', first: '0% to 60%', second: '50% to 100%' },
  planBandsGap: { plan: 'AE', component: 'Sales', from: '50%', to: '60%' },
  planBandEmpty: { plan: 'AE', component: 'Sales', band: '60% to 50%' },
  planUnitUnfit: { plan: 'AE', component: 'Sales', unit: '% of credit', credit: 'units' },
  planRateAboveOne: { plan: 'AE', component: 'Sales', rate: '500%' },
  planRateNegative: { plan: 'AE', component: 'Sales', rate: '-0.05' },
  planMeasureUnknown: { plan: 'AE', component: 'Sales', measure: 'Qualty', known: ['Sales', 'Quality'] },
  planModifierOutOfRange: {
    plan: 'AE',
    component: '',
    modifier: 'Holdback',
    column: 'To',
    value: '0',
    wanted: 'periods',
  },
  planWeightsNotWhole: { plan: 'AE', component: 'Score', sum: '90%' },
  planCapBelowTarget: { plan: 'AE', component: 'Sales', cap: '800.00', target: '1000.00' },
  planWithoutComponents: { plan: 'AE' },
  planForNobody: { plan: 'AE' },
  planAlternativeUnknown: { plan: 'AE 2', other: 'AE' },
  planSheetUnused: { rows: 2 },
  planFieldMissing: { plan: 'AE', component: 'Sales', field: 'segment' },
  plansForOnePerson: { person: 'Ann', plans: ['AE', 'SDR'] },
  quotaForPlanMissing: { plan: 'AE', component: 'Sales', people: ['Ann'] },
  bookingWithoutDate: { id: '006A' },
  bookingWithoutAmount: { id: '006A' },
  bookingAfterAsOf: { id: '006A', date: '2026-05-02', asOf: '2026-03-31' },
  splitIncomplete: { id: '006A', lacks: 'share' },
  attainmentIncomplete: { person: 'Ann', lacks: 'number' },
  splitNotWhole: { id: '006A', sum: '101%', over: true },
  splitOfUnknownDeal: { id: '006A' },
  negativeBooking: { id: '006A', person: 'Ann', amount: '-500.00' },
  currencyWithoutRate: { plan: 'AE', currency: 'EUR', rows: 2 },
  startAfterPeriods: { person: 'Ann', start: '2026-05-02', end: '2026-03-31' },
  creditsOutsidePeriods: { rows: 2, from: '2026-01-01', to: '2026-03-31' },
  noActivityPlan: {},
  hiringNobody: { people: false },
  hiringNoSales: { months: 12 },
  hiringDateUnreadable: { table: 'hires', name: 'Hire 1' },
  hiringDatePast: { table: 'leavers', name: 'Ann', day: '2026-03-15', asOf: '2026-04-30' },
  hiringRamp: { month: '3', column: 'Share', value: '500%', allowed: '0% to 200%' },
  hiringDateBeyond: { table: 'hires', name: 'Hire 2' },
  leaverUnknown: { name: 'Nobody' },
  scenarioUnknown: { scenario: 'Tough', what: 'Deal sise' },
  scenarioValue: { scenario: 'Tough', what: 'Confidence', value: '95', allowed: '50% to 99.9%' },
  scenarioWhose: { scenario: 'Tough', what: 'Stage: Goes on', whose: 'Stage' },
  scenarioAbsent: { scenario: 'Tough', whose: 'Stage', name: 'Demmo' },
  scenarioTwice: { scenario: 'Tough', table: 'Planned hires', name: 'Zoe' },
  tableRowTwice: { table: 'Planned hires', name: 'Zoe' },
  leverStageUnknown: { stage: 'Demmo' },
  leverStageShare: { stage: 'Demo', share: '1.5' },
  forecastNoDecided: {},
  forecastNoWins: { wins: 12 },
  forecastNoOpenDeals: {},
  forecastFewWins: { wins: 1 },
  forecastNoGoal: {},
  forecastCrmProbability: { deals: 2 },
  forecastNoAmount: { deals: 3, of: 3 },
  forecastAmountsZero: {},
  forecastOverdue: { deals: 12 },
  forecastUnbalanced: { difference: '-12.50' },
  forecastNothing: {},
  overrideNotOpen: { id: '006A' },
  overrideValue: { id: '006A', column: 'Probability', value: '150%', allowed: '0% to 100%' },
  overrideInPast: { id: '006A', closeDate: '2024-01-31', asOf: '2024-03-31' },
};
const CODES = Object.keys(EXAMPLES) as readonly IssueCode[];
// The example of a code has that code's facts; the compiler loses the pair when indexing by a union.
const example = (code: IssueCode, excludes?: true): Issue =>
  issue(code, 'warning', EXAMPLES[code] as never, undefined, excludes);

describe('the wording of issues', () => {
  it.each(CODES)('%s is whole sentences in plain words', (code) => {
    const text = wordIssue(example(code));
    expect(text).toMatch(/^[A-Z“0-9]/);
    expect(text).toMatch(/[.]$/);
    expect(text).not.toMatch(/undefined|null|NaN|Infinity|\[object|\s{2}|\.\./);
    for (const other of CODES) expect(text).not.toContain(other);
    for (const role of Object.values(ROLES))
      for (const { id } of role.fields)
        // Ids that are ordinary words may occur; the others are ours alone.
        if (/[A-Z]/.test(id)) expect(text).not.toContain(id);
  });

  it.each(CODES)('%s says when the row was left out', (code) => {
    expect(wordIssue(example(code, true))).toMatch(/[.] The row was left out[.]$/);
    expect(wordIssue(example(code))).not.toContain('left out.');
  });

  it('uses every fact', () => {
    for (const code of CODES)
      for (const fact of Object.values<unknown>(EXAMPLES[code]).flat())
        if (typeof fact === 'string' && /^\d{4}-\d\d-\d\d$|^006A$|^Ann$/.test(fact))
          expect(wordIssue(example(code))).toContain(fact);
  });

  it('gives every group a title of its own', () => {
    const titles = CODES.map(issueTitle);
    expect(new Set(titles).size).toBe(titles.length);
    for (const title of titles) expect(title).toMatch(/^[A-Z].{3,48}$/);
  });

  it('keeps a value of 32,767 characters, line breaks and bells out of the sentence', () => {
    const text = wordIssue(issue('unparsableAmount', 'warning', { value: `a\n\u0007${'b'.repeat(32765)}` }));
    expect(text.length).toBeLessThan(160);
    expect(text).not.toMatch(/\p{Cc}/u);
    expect(wordIssue(issue('duplicateId', 'warning', { id: ' ', firstRow: 1 }, undefined, true))).toMatch(
      /^A deal is/,
    );
  });

  it('speaks of one and of many', () => {
    expect(counted(1, 'row')).toBe('1 row');
    expect(counted(2000, 'activity', 'activities')).toBe('2,000 activities');
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
    expect(wordIssue(issue('rowsFolded', 'note', { rows: 1 }))).toContain('1 history row does');
  });

  it('says what was done where a row stays in use', () => {
    expect(wordIssue(example('duplicateId'))).toContain('count as two deals');
    expect(wordIssue(example('duplicateId', true))).not.toContain('two deals');
    expect(wordIssue(example('changeAfterClose'))).toContain('taken as the close');
  });

  it('asks which table, which role, or whether a hidden sheet is meant', () => {
    const ask = (role: string, choices: readonly string[]) =>
      wordIssue(issue('roleAmbiguous', 'blocking', { role, choices }));
    expect(ask('Opportunities', ['Deals', 'Deals 2'])).toMatch(
      /^Several tables could be the opportunities: /,
    );
    expect(ask('Opportunities', ['Old'])).toMatch(/^Only “Old” looks like opportunities, and it is hidden/);
    expect(ask('Tabelle1', ['Activities', 'Quotas'])).toMatch(
      /^“Tabelle1” could be “Activities” or “Quotas”/,
    );
  });

  it('says why a sheet is not used, or what its table lacks', () => {
    const said = (reason: IssueFacts['tableNotUsed']['reason'], lacks: readonly string[] = []) =>
      wordIssue(issue('tableNotUsed', 'note', { role: 'Stage history', reason, lacks }));
    expect(said('hidden')).toContain('because its sheet is hidden.');
    expect(said('lacksColumns', ['Opportunity ID'])).toContain(
      'because no column in it is “Opportunity ID”.',
    );
  });

  it('names the file without a table, and tells results from data', () => {
    const none = (sheets: number, ...sources: readonly string[]) =>
      wordIssue(issue('noTables', 'blocking', { sheets, sources }));
    expect(none(1, 'notes.txt')).toMatch(/^“notes.txt” holds no table\./);
    expect(none(2, 'a.xlsx', 'b.txt')).toMatch(
      /^None of the 2 sheets of “a.xlsx” and “b.txt” holds a table\./,
    );
    expect(none(0)).toMatch(/^There is no sheet to read\./);
    expect(wordIssue(example('onlyOwnSheets'))).toMatch(
      /^“Results.xlsx” holds only sheets that Leadline made/,
    );
  });

  it('lists a dozen stages and counts the others', () => {
    const stages = Array.from({ length: 14 }, (_, i) => `S${i}`);
    expect(wordIssue(issue('stageOrderGuessed', 'note', { stages }))).toContain('“S11” and 2 more.');
  });

  it('writes amounts with separators, and cents only where there are any', () => {
    expect(wordIssue(example('amountOutlier'))).toMatch(/amount 2,024,994, .* usual 2,300\.50\./);
    expect(wordIssue(example('negativeAmount'))).toContain('negative amount -500,');
  });

  it('says which close date has passed', () => {
    const facts = { id: '006A', closeDate: '2023-04-01' };
    const said = (expected: boolean) => wordIssue(issue('openPastCloseDate', 'note', { ...facts, expected }));
    expect(said(true)).toContain('although its expected close date was 2023-04-01.');
    expect(said(false)).toContain('although its close date was 2023-04-01.');
  });

  it('covers severities and limits', () => {
    for (const text of Object.values(SEVERITY_TITLES)) expect(text).toMatch(/^[A-Z]/);
    for (const text of Object.values(LIMITS)) expect(text).toMatch(/^[A-Z].*\.$/);
  });
});
