/**
 * An issue is a fact about the user's data, located where a person can look at it. It holds a code and facts; the
 * sentence a person reads lives in `report/wording.ts`, one line per code. Issues are accumulated, never thrown.
 */

/** `blocking`: the analysis cannot go on. `warning`: a row was left out or is doubtful. `note`: worth knowing. */
export type Severity = 'blocking' | 'warning' | 'note';

/** Where in the user's files. `row` is the number Excel shows (1-based), `column` the letter Excel shows. */
export interface Place {
  readonly source: string;
  readonly sheet: string;
  readonly row?: number;
  readonly column?: string;
}

/** What each code says, fact by fact. Adding a code here makes `report/wording.ts` fail to compile until it is worded. */
export interface IssueFacts {
  // Files (raised by hosts/workbookFile)
  fileNotFound: { file: string };
  fileIsFolder: { file: string };
  fileEmpty: { file: string };
  fileTypeUnknown: { file: string };
  fileDamaged: { file: string };
  fileProtected: { file: string };
  /** It unpacks to more than can be read. */
  fileTooLarge: { file: string };
  /** A field of separated values begins with a quotation mark that nothing closes; `text` is that field as read. */
  quoteNotClosed: { text: string };
  /** Formulas without a result in the file, read as blank. */
  formulasNotComputed: { cells: number };
  /** Results would be written over the file they come from. */
  outputIsInput: { file: string };
  /** Result sheets cannot be put into a copy of this workbook. `name` is the name that is taken. */
  resultsNotAdded: {
    file: string;
    reason: 'structureProtected' | 'strictFormat' | 'nameTaken' | 'notWorkbook';
    name: string;
  };
  // Recognition; a field is named by its label
  /** `sources` are the files looked at. */
  noTables: { sheets: number; sources: readonly string[] };
  onlyOwnSheets: { sources: readonly string[] };
  roleMissing: { role: string; missing: readonly string[]; seen: string };
  roleAmbiguous: { role: string; choices: readonly string[] };
  columnAmbiguous: { field: string; choices: readonly string[] };
  columnUnmapped: { field: string; header: string };
  dateOrderAmbiguous: { header: string; example: string };
  /** The values of the column did not tell the order of day and month; those of another column did. */
  dateOrderFromOtherColumn: { header: string; example: string; order: 'dmy' | 'mdy' | 'ymd'; other: string };
  /** Two date columns of one table, read in different orders by their own values. */
  dateOrdersDiffer: {
    header: string;
    order: 'dmy' | 'mdy' | 'ymd';
    other: string;
    otherOrder: 'dmy' | 'mdy' | 'ymd';
  };
  mappingUnknownColumn: { field: string; header: string };
  /** A mapping names a field that its role does not have; `fields` are the ids it may name. */
  mappingUnknownField: { role: string; field: string; fields: readonly string[] };
  mappingUnknownSheet: { sheet: string };
  /** `lacks`: for `lacksColumns`, the fields without which the table is not of the role; else empty. */
  tableNotUsed: {
    role: string;
    reason: 'hidden' | 'duplicate' | 'lessSure' | 'lacksColumns';
    lacks: readonly string[];
  };
  headersOnly: { role: string };
  rowsFolded: { rows: number };
  totalsRow: { text: string };
  sheetTooWide: { columns: number };
  filteredRows: { rows: number };
  // Rows and values
  missingId: Record<never, never>;
  duplicateId: { id: string; firstRow: number };
  missingStage: { id: string };
  unknownStage: { stage: string; id: string };
  unparsableDate: { field: string; value: string };
  unparsableAmount: { value: string };
  errorValue: { field: string; value: string };
  missingCreated: { id: string };
  missingHistoryDate: { id: string };
  closedBeforeCreated: { id: string; created: string; closed: string };
  createdAfterAsOf: { id: string; created: string; asOf: string };
  changeBeforeCreation: { id: string; changed: string; created: string };
  changeAfterClose: { id: string; changed: string; closed: string };
  changeAfterAsOf: { id: string; changed: string; asOf: string };
  unknownOpportunity: { id: string };
  /** A stage change of an opportunity whose own row could not be used. */
  opportunityExcluded: { id: string };
  /** A row of a field history that is about another field than the stage. */
  otherFieldChanged: { field: string };
  closedWithoutCloseDate: { id: string };
  /** `expected`: the date stands in a column of expected close dates. */
  openPastCloseDate: { id: string; closeDate: string; expected: boolean };
  /** For a table in which many deals are; its place is the first of them. */
  manyOpenPastCloseDate: { deals: number; expected: boolean };
  reopened: { id: string };
  /** In place of one each; its place is the first of them. */
  manyReopened: { deals: number };
  /** Open when last listed, and missing from later lists. */
  goneFromSnapshots: { deals: number };
  negativeAmount: { id: string; amount: string };
  mixedCurrencies: { currencies: readonly string[] };
  amountOutlier: { id: string; amount: string; typical: string };
  statusContradictsStage: { id: string; status: string; stage: string };
  activityWithoutDate: Record<never, never>;
  activityAfterAsOf: { date: string; asOf: string };
  activityWithoutPerson: { person: string; rows: number };
  quotaMissing: { person: string };
  quotaNotPositive: { person: string; quota: string };
  quotaWithoutPeriod: { person: string };
  personNotInPeople: { person: string; rows: number };
  personWithoutData: { person: string };
  missingPerson: Record<never, never>;
  // Results kept by hand
  resultWithoutPeriod: { value: string };
  resultWithoutValue: { period: string };
  resultPeriodNotOver: { period: string; asOf: string };
  resultTwice: { period: string; measure: string; person: string; firstRow: number };
  resultPeriodsMixed: { period: string; usual: 'day' | 'week' | 'month' | 'longer' };
  // Stage map
  stageMisspelt: { stage: string; like: string };
  stageRare: { stage: string; deals: number; of: number };
  stageKindGuessed: { stage: string; kind: string };
  /** Open stages in the order guessed. */
  stageOrderGuessed: { stages: readonly string[] };
  noWonStage: Record<never, never>;
  /** So many different values that the column hardly holds stages. */
  tooManyStages: { header: string; stages: number };
  // Assumptions and circumstances
  asOfInferred: { asOf: string; today: string };
  nothingUntilToday: { first: string; today: string };
  assumptionOutOfRange: { label: string; value: string; min: string; max: string };
  assumptionUnreadable: { label: string; value: string };
  assumptionUnknown: { id: string };
  // Funnel
  noOpportunities: Record<never, never>;
  stageConversionUnknown: Record<never, never>;
  breakdownFieldMissing: { label: string };
  breakdownTooFine: { label: string; groups: number };
  durationsUnknown: { deals: number };
  horizonShort: { horizonDays: number; q75Days: number };
  // Forecast
  forecastNoDecided: Record<never, never>;
  /** Wins, of none of which it is known how long it took. */
  forecastNoWins: { wins: number };
  forecastNoOpenDeals: Record<never, never>;
  forecastFewWins: { wins: number };
  forecastNoGoal: Record<never, never>;
  forecastCrmProbability: { deals: number };
  forecastNoAmount: { deals: number; of: number };
  forecastAmountsZero: Record<never, never>;
  forecastOverdue: { deals: number };
  /** An amount in units, as a person writes it. */
  forecastUnbalanced: { difference: string };
  forecastNothing: Record<never, never>;
  overrideNotOpen: { id: string };
  /** `column` by its header. */
  overrideValue: { id: string; column: string; value: string; allowed: string };
  overrideInPast: { id: string; closeDate: string; asOf: string };
  // Leading indicators
  ownIndicatorUnknown: { name: string; column: string; value: string };
  ownIndicatorTwice: { name: string };
  leadResultUnknown: { result: string; of: string };
  /** Nothing can be said of a series that does not vary; `result` tells what kind it is. */
  seriesFlat: { name: string; result: boolean; flaw: 'empty' | 'allZero' | 'constant' };
  /** Periods without a value between others; only the longest stretch without a gap is compared. */
  seriesGap: { name: string; periods: readonly string[]; grain: 'month' | 'week' };
  indicatorIsResult: { indicator: string; result: string };
  seriesPeriodTooLong: { name: string; grain: 'month' | 'week' };
  seriesByWeeks: { name: string };
  morePeopleThanPeriods: { people: number; periods: number; grain: 'month' | 'week' };
  // Compensation: rows of plans; `table` and `row` tell the row where no place does
  planCellUnreadable: {
    table: string;
    row: number;
    column: string;
    value: string;
    wanted: 'number' | 'date' | 'choice' | 'filter';
    choices: readonly string[];
  };
  planRowLacks: { table: string; row: number; column: string };
  planComponentUnknown: { table: string; row: number; component: string; plan: string };
  planModifierMisplaced: { table: string; row: number; modifier: string; belongs: 'component' | 'plan' };
  planRateWithoutUnit: { table: string; row: number; component: string; rate: string };
  // Compensation: plans that can be read and make no sense; bands and amounts as a person writes them
  planComponentRepeated: { plan: string; component: string };
  planTiersMissing: { plan: string; component: string; kind: string };
  planBandsOverlap: { plan: string; component: string; first: string; second: string };
  planBandsGap: { plan: string; component: string; from: string; to: string };
  planBandEmpty: { plan: string; component: string; band: string };
  planUnitUnfit: { plan: string; component: string; unit: string; credit: string };
  planRateAboveOne: { plan: string; component: string; rate: string };
  planRateNegative: { plan: string; component: string; rate: string };
  planMeasureUnknown: { plan: string; component: string; measure: string; known: readonly string[] };
  /** A share outside 0 to 100%, a negative factor or amount, or a number of periods that is none. `component` is empty for the whole plan. */
  planModifierOutOfRange: {
    plan: string;
    component: string;
    modifier: string;
    column: string;
    value: string;
    wanted: 'share' | 'notNegative' | 'periods';
  };
  planWeightsNotWhole: { plan: string; component: string; sum: string };
  planCapBelowTarget: { plan: string; component: string; cap: string; target: string };
  planWithoutComponents: { plan: string };
  planForNobody: { plan: string };
  planAlternativeUnknown: { plan: string; other: string };
  /** Plans stand in Leadline's own tables too, and those are paid. */
  planSheetUnused: { rows: number };
  // Compensation: the book
  plansForOnePerson: { person: string; plans: readonly string[] };
  quotaForPlanMissing: { plan: string; component: string; people: readonly string[] };
  bookingWithoutDate: { id: string };
  bookingWithoutAmount: { id: string };
  bookingAfterAsOf: { id: string; date: string; asOf: string };
  splitIncomplete: { id: string; lacks: 'deal' | 'share' };
  attainmentIncomplete: { person: string; lacks: 'period' | 'number' };
  splitNotWhole: { id: string; sum: string; over: boolean };
  splitOfUnknownDeal: { id: string };
  negativeBooking: { id: string; person: string; amount: string };
  currencyWithoutRate: { plan: string; currency: string; rows: number };
  startAfterPeriods: { person: string; start: string; end: string };
  creditsOutsidePeriods: { rows: number; from: string; to: string };
  planFieldMissing: { plan: string; component: string; field: string };
  // Scenarios: rows of their table on the Inputs sheet, or a file
  scenarioUnknown: { scenario: string; what: string };
  scenarioValue: { scenario: string; what: string; value: string; allowed: string };
  /** `whose` names the column that says whose row it is. */
  scenarioAbsent: { scenario: string; whose: string; name: string };
  scenarioTwice: { scenario: string; table: string; name: string };
  scenarioWhose: { scenario: string; what: string; whose: string };
  // What-if: rows of the table of stages on the Inputs sheet
  /** `table` by its title. */
  tableRowTwice: { table: string; name: string };
  leverStageUnknown: { stage: string };
  leverStageShare: { stage: string; share: string };
  // Activity plan and hiring plan that cannot be made
  noActivityPlan: Record<never, never>;
  hiringNobody: { people: boolean };
  hiringNoSales: { months: number };
  // Hiring plan: rows of its tables on the Inputs sheet
  hiringDateUnreadable: { table: 'hires' | 'leavers'; name: string };
  hiringDatePast: { table: 'hires' | 'leavers'; name: string; day: string; asOf: string };
  /** A cell of the ramp table; `column` by its header. */
  hiringRamp: { month: string; column: string; value: string; allowed: string };
  hiringDateBeyond: { table: 'hires' | 'leavers'; name: string };
  leaverUnknown: { name: string };
}

export type IssueCode = keyof IssueFacts;

export type Issue = {
  [C in IssueCode]: {
    readonly code: C;
    readonly severity: Severity;
    readonly facts: IssueFacts[C];
    readonly place?: Place;
    /** True when this issue removed its row from the analysis; such issues add up to the table's `excluded`. */
    readonly excludes?: true;
  };
}[IssueCode];

/** Builds an issue with its facts checked against its code. */
export function issue<C extends IssueCode>(
  code: C,
  severity: Severity,
  facts: IssueFacts[C],
  place?: Place,
  excludes?: true,
): Issue {
  // A mapped union cannot be inferred from a generic code; the parameter types above have checked the pair.
  return { code, severity, facts, ...(place && { place }), ...(excludes && { excludes }) } as Issue;
}
