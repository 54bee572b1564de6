import type { Issue, IssueCode, IssueFacts, Severity } from '../core/issue';
import { ROLES } from '../dataset/roles';
import { compensationWording } from './compensationWording';
import { forecastWording } from './forecastWording';
import { formatNumber } from './formats';
import { counted, deal, file, listed, money, quoted, several } from './phrases';

export { counted, listed };

/** Raisers may name a role by its id or by its title; fields, whose ids several roles share, by their labels. */
const titles: ReadonlyMap<string, string> = new Map(Object.values(ROLES).map(({ id, title }) => [id, title]));
const role = (id: string): string => (titles.get(id) ?? id).toLowerCase();
const isRole = (name: string): boolean => Object.values(ROLES).some((r) => r.id === name || r.title === name);

const NOT_USED: Readonly<Record<Exclude<IssueFacts['tableNotUsed']['reason'], 'lacksColumns'>, string>> = {
  hidden: 'its sheet is hidden',
  duplicate: 'another sheet holds the same rows',
  lessSure: 'another sheet fits better',
};

const RESULT_PERIODS = {
  day: 'not a single day',
  week: 'not a week',
  month: 'not a month',
  longer: 'not of the length',
} as const;

const FIRST = { dmy: 'the day', mdy: 'the month', ymd: 'the year' } as const;

const NOT_ADDED: Readonly<Record<IssueFacts['resultsNotAdded']['reason'], (name: string) => string>> = {
  structureProtected: () =>
    'its structure is protected. Unprotect the workbook in Excel (Review, Protect Workbook), or write the results to a new file.',
  strictFormat: () =>
    'it is a Strict Open XML workbook. Save it as an Excel workbook (.xlsx), or write the results to a new file.',
  nameTaken: (name) =>
    `it already uses the name ${quoted(name)} for something else. Rename that, or write the results to a new file.`,
  notWorkbook: () => 'it is not an Excel workbook (.xlsx). Write the results to a new file.',
};

const PLAN_TABLES = { hires: 'planned hires', leavers: 'leavers' } as const;

export interface Wording<C extends IssueCode> {
  /** Names the group in the counts of the Data quality sheet. */
  readonly title: string;
  /** What is the case, and what was done or what to do next; that the row was left out is added to it. */
  readonly says: (facts: IssueFacts[C], leftOut: boolean) => string;
}

/** The only place where an issue gets its words. A code without a line here does not compile. */
const WORDING: { readonly [C in IssueCode]: Wording<C> } = {
  // Files
  fileNotFound: {
    title: 'File not found',
    says: (f) => `${file(f.file)} was not found. Check its name and folder.`,
  },
  fileIsFolder: {
    title: 'A folder, not a file',
    says: (f) => `${quoted(f.file)} is a folder. Give the files in it.`,
  },
  fileEmpty: {
    title: 'Empty file',
    says: (f) => `${file(f.file)} is empty. Export it again, or choose another file.`,
  },
  fileTypeUnknown: {
    title: 'Unknown file type',
    says: (f) =>
      `${file(f.file)} is neither an Excel workbook (.xlsx) nor a text table (.csv). Save it as one of these and try again.`,
  },
  fileDamaged: {
    title: 'Damaged file',
    says: (f) => `${file(f.file)} is damaged or incomplete. Open it in Excel, save it again, and try again.`,
  },
  fileProtected: {
    title: 'Password-protected file',
    says: (f) =>
      `${file(f.file)} is protected by a password. Save a copy without the password and use that copy.`,
  },
  fileTooLarge: {
    title: 'File too large',
    says: (f) =>
      `${file(f.file)} unpacks to more than can be read at once. Remove sheets that are not needed, or export fewer rows, and try again.`,
  },
  quoteNotClosed: {
    title: 'Quotation mark not closed',
    says: (f) =>
      `The field ${quoted(f.text)} begins with a quotation mark that is never closed. The mark was read as an ordinary character; check this row in the file.`,
  },
  formulasNotComputed: {
    title: 'Formulas without results',
    says: (f) =>
      `${counted(f.cells, 'formula has', 'formulas have')} no result in the file and ${f.cells === 1 ? 'was' : 'were'} read as blank: the program that wrote the file did not compute ${f.cells === 1 ? 'it' : 'them'}. Open the file in Excel, save it, and run again.`,
  },
  outputIsInput: {
    title: 'Results would replace a file of this run',
    says: (f) =>
      `${file(f.file)} is read or written by this run already and is never written over. Choose another name for the results.`,
  },
  resultsNotAdded: {
    title: 'Results not added to the workbook',
    says: (f) =>
      `The results cannot be added to ${file(f.file).replace('The', 'the')}: ${NOT_ADDED[f.reason](f.name)}`,
  },
  // Recognition
  noTables: {
    title: 'No table found',
    says: (f) =>
      `${
        f.sheets === 0
          ? 'There is no sheet to read'
          : f.sheets === 1
            ? `${listed(f.sources.map(quoted))} holds no table`
            : `None of the ${formatNumber(f.sheets, 0)} sheets of ${listed(several(f.sources.map(quoted), 6))} holds a table`
      }. Leadline looks for a row of headers with rows of data below it.`,
  },
  onlyOwnSheets: {
    title: "Only Leadline's own sheets",
    says: (f) =>
      `${listed(several(f.sources.map(quoted), 6))} ${f.sources.length === 1 ? 'holds' : 'hold'} only sheets that Leadline made, which it does not read. Give the workbook with the deals; on the command line, --with-input puts the results into a copy of it.`,
  },
  roleMissing: {
    title: 'Needed data not found',
    says: (f) =>
      `No sheet could be read as ${role(f.role)}: ${listed(f.missing.map(quoted))} not found${
        f.seen.trim() === '' ? '' : ` among the headers seen (${f.seen})`
      }. Rename a header, or say on the Data page which column holds it.`,
  },
  roleAmbiguous: {
    title: 'Table or sheet not clear',
    says: (f) => {
      const choices = f.choices.map(quoted);
      if (!isRole(f.role))
        return `${quoted(f.role)} could be ${choices.join(' or ')}. Say which on the Data page.`;
      return choices.length === 1
        ? `Only ${listed(choices)} looks like ${role(f.role)}, and it is hidden. Choose it on the Data page if it should be read.`
        : `Several tables could be the ${role(f.role)}: ${listed(choices)}. Choose one on the Data page.`;
    },
  },
  columnAmbiguous: {
    title: 'Several columns fit',
    says: (f) =>
      `Several columns could be ${quoted(f.field)}: ${listed(f.choices.map(quoted))}. Choose one on the Data page.`,
  },
  columnUnmapped: {
    title: 'Column not used',
    says: (f) =>
      `The column ${quoted(f.header)} looks like ${quoted(f.field)} but was not used. Choose it on the Data page if it should be.`,
  },
  dateOrderAmbiguous: {
    title: 'Day or month first?',
    says: (f) =>
      `The dates in ${quoted(f.header)}, such as ${quoted(f.example)}, do not show whether day or month comes first. Say which on the Data page.`,
  },
  dateOrderFromOtherColumn: {
    title: 'Day or month first, by another column',
    says: (f) =>
      `The dates in ${quoted(f.header)}, such as ${quoted(f.example)}, do not show whether day or month comes first. They were read with ${FIRST[f.order]} first, like those in ${quoted(f.other)}. Say on the Data page if that is wrong.`,
  },
  dateOrdersDiffer: {
    title: 'Dates written in two ways',
    says: (f) =>
      `The dates in ${quoted(f.header)} have ${FIRST[f.order]} first, and those in ${quoted(f.other)} have ${FIRST[f.otherOrder]} first. Each column was read in its own way; check that both are right.`,
  },
  mappingUnknownColumn: {
    title: 'Chosen column not found',
    says: (f) =>
      `The column ${quoted(f.header)}, chosen as ${quoted(f.field)}, is not on the sheet. Choose another column on the Data page.`,
  },
  mappingUnknownField: {
    title: 'Chosen field unknown',
    says: (f) =>
      `The mapping names the field ${quoted(f.field)}, which ${role(f.role)} do not have. Name one of these instead: ${f.fields.join(', ')}.`,
  },
  mappingUnknownSheet: {
    title: 'Chosen table not found',
    says: (f) =>
      `The table chosen on the sheet ${quoted(f.sheet)} is not there. Choose another one on the Data page.`,
  },
  tableNotUsed: {
    title: 'Sheet not used',
    says: (f) =>
      f.reason === 'lacksColumns'
        ? `This table looks like ${role(f.role)} but was not used, because no column in it is ${listed(f.lacks.map(quoted))}. Rename a header, or say on the Data page which column holds it.`
        : `This sheet looks like ${role(f.role)} but was not used, because ${NOT_USED[f.reason]}. Choose it on the Data page if it should be.`,
  },
  headersOnly: {
    title: 'Headers without rows',
    says: (f) =>
      `The sheet looks like ${role(f.role)} but has headers only. Add rows below the headers, and run again.`,
  },
  rowsFolded: {
    title: 'Rows without a stage change',
    says: (f) =>
      f.rows === 1
        ? '1 history row does not change the stage and was folded into the row before it.'
        : `${formatNumber(f.rows, 0)} history rows do not change the stage and were folded into the rows before them.`,
  },
  totalsRow: {
    title: 'Totals row',
    says: (f) => `This row is a total (${quoted(f.text)}), not a deal.`,
  },
  sheetTooWide: {
    title: 'Very wide sheet',
    says: (f) =>
      `The sheet is ${formatNumber(f.columns, 0)} columns wide. Leadline reads only the columns it knows; delete the others if reading is slow.`,
  },
  filteredRows: {
    title: 'Filtered rows',
    says: (f) =>
      `A filter hides ${counted(f.rows, 'row')} of this sheet. ${f.rows === 1 ? 'It was' : 'They were'} read like the others.`,
  },
  // Rows and values
  missingId: {
    title: 'No deal ID',
    says: () => 'The row does not say which deal it is: its ID is blank, or its name in a sheet without IDs.',
  },
  duplicateId: {
    title: 'Deal ID or name used twice',
    says: (f, leftOut) =>
      leftOut
        ? `${deal(f.id)} is already on row ${formatNumber(f.firstRow, 0)}.`
        : `${deal(f.id)} has the name of the deal on row ${formatNumber(f.firstRow, 0)}. Without an ID they count as two deals.`,
  },
  missingStage: { title: 'No stage', says: (f) => `${deal(f.id)} has no stage on this row.` },
  unknownStage: {
    title: 'Unknown stage',
    says: (f) =>
      `${deal(f.id)} is in the stage ${quoted(f.stage)}, which is not in the list of stages. Add it there if deals should count in it.`,
  },
  unparsableDate: {
    title: 'Date not readable',
    says: (f) =>
      `${quoted(f.value)} in ${quoted(f.field)} cannot be read as a date and was taken as missing.`,
  },
  unparsableAmount: {
    title: 'Amount not readable',
    says: (f) => `${quoted(f.value)} cannot be read as an amount and was taken as missing.`,
  },
  errorValue: {
    title: 'Excel error in a cell',
    says: (f) => `The cell shows the error ${f.value} in ${quoted(f.field)} and was taken as missing.`,
  },
  missingCreated: {
    title: 'No created date',
    says: (f) =>
      `${deal(f.id)} has no created date, so it counts as won, lost or open but in nothing that needs days.`,
  },
  missingHistoryDate: {
    title: 'History row without a date',
    says: (f) =>
      `A history row of ${lowered(deal(f.id))} has no date, so it cannot be told when it was in that stage.`,
  },
  closedBeforeCreated: {
    title: 'Closed before created',
    says: (f) =>
      `${deal(f.id)} was closed on ${f.closed}, before it was created on ${f.created}. It counts as won or lost, but in nothing that needs days; correct one of the two dates.`,
  },
  createdAfterAsOf: {
    title: 'Created after the as-of day',
    says: (f) =>
      `${deal(f.id)} was created on ${f.created}, after ${f.asOf}, the day on which this analysis looks at the data.`,
  },
  changeBeforeCreation: {
    title: 'Stage change before creation',
    says: (f) =>
      `A stage change of ${lowered(deal(f.id))} on ${f.changed} lies before its creation on ${f.created}. The stage was timed from the change.`,
  },
  changeAfterClose: {
    title: 'Stage change after the close',
    says: (f, leftOut) =>
      `A stage change of ${lowered(deal(f.id))} on ${f.changed} lies after its close on ${f.closed}.${
        leftOut ? '' : ' It was taken as the close, entered late.'
      }`,
  },
  changeAfterAsOf: {
    title: 'Stage change after the as-of day',
    says: (f) =>
      `A stage change of ${lowered(deal(f.id))} on ${f.changed} lies after ${f.asOf}, the day on which this analysis looks at the data.`,
  },
  unknownOpportunity: {
    title: 'Deal not in the list of deals',
    says: (f) => `${deal(f.id)} is not in the list of opportunities.`,
  },
  opportunityExcluded: {
    title: 'Stage change of a deal that was left out',
    says: (f) => `${deal(f.id)} was left out itself, so its stage change cannot be used.`,
  },
  otherFieldChanged: {
    title: 'Change of another field',
    says: (f) => `The row is about ${quoted(f.field)}, and not about stage, amount or close date.`,
  },
  closedWithoutCloseDate: {
    title: 'Closed without a close date',
    says: (f) =>
      `${deal(f.id)} is closed but has no close date, so it counts as won or lost but in nothing that needs days.`,
  },
  openPastCloseDate: {
    title: 'Open past its close date',
    says: (f) =>
      `${deal(f.id)} is still open although its ${f.expected ? 'expected close date' : 'close date'} was ${f.closeDate}. Close it, or set a new date.`,
  },
  manyOpenPastCloseDate: {
    title: 'Many deals open past their close date',
    says: (f) =>
      `${counted(f.deals, 'deal')} of this sheet are still open although their ${f.expected ? 'expected close date' : 'close date'} has passed; this row is the first. Close them, or set new dates.`,
  },
  reopened: {
    title: 'Deal reopened',
    says: (f) => `${deal(f.id)} went on after it was closed. It counts as what became of it last.`,
  },
  manyReopened: {
    title: 'Many deals reopened',
    says: (f) =>
      `${counted(f.deals, 'deal')} went on after they were closed; this row is the first. Each counts as what became of it last.`,
  },
  goneFromSnapshots: {
    title: 'Deals missing from later lists',
    says: (f) =>
      f.deals === 1
        ? '1 deal was open when last listed, and later lists do not have it. What became of it is not known: it counts as open, and is followed up to its last list only.'
        : `${counted(f.deals, 'deal')} were open when last listed, and later lists do not have them. What became of them is not known: they count as open, and are followed up to their last list only. This row is the first of them.`,
  },
  negativeAmount: {
    title: 'Negative amount',
    says: (f) =>
      `${deal(f.id)} has the negative amount ${money(f.amount)}, which payouts take as a credit and the funnel’s sums, means and rates by amount leave out. Check which it is.`,
  },
  mixedCurrencies: {
    title: 'Several currencies',
    says: (f) =>
      `The amounts are in several currencies (${listed(f.currencies)}) and were not converted, so sums of amounts mix them. Counts and rates are not affected.`,
  },
  amountOutlier: {
    title: 'Amount far from the others',
    says: (f) =>
      `${deal(f.id)} has the amount ${money(f.amount)}, a thousand times or more away from the usual ${money(f.typical)}. Check for a lost decimal or thousands separator.`,
  },
  statusContradictsStage: {
    title: 'Status and stage disagree',
    says: (f) =>
      `${deal(f.id)} has the status ${quoted(f.status)} but the stage ${quoted(f.stage)}. The status was believed.`,
  },
  activityWithoutDate: {
    title: 'Activity without a date',
    says: () => 'The activity has no date that can be read.',
  },
  activityAfterAsOf: {
    title: 'Activity after the as-of day',
    says: (f) =>
      `The activity on ${f.date} lies after ${f.asOf}, the day on which this analysis looks at the data.`,
  },
  activityWithoutPerson: {
    title: 'Activities by someone unknown',
    says: (f) =>
      f.person.trim() === ''
        ? `${counted(f.rows, 'activity', 'activities')} name no person.`
        : `${quoted(f.person)} has ${counted(f.rows, 'activity', 'activities')} but is not in the list of people. Check the spelling of the name.`,
  },
  quotaMissing: {
    title: 'No quota',
    says: (f) => `${quoted(f.person)} has no quota. Add one to see attainment.`,
  },
  quotaNotPositive: {
    title: 'Quota not above zero',
    says: (f) => `The quota of ${quoted(f.person)} is ${money(f.quota)}; it must be above zero.`,
  },
  quotaWithoutPeriod: {
    title: 'Quota without a period',
    says: (f) => `A quota of ${quoted(f.person)} has no period that can be read.`,
  },
  personNotInPeople: {
    title: 'Person not in the list of people',
    says: (f) =>
      `${quoted(f.person)} is on ${counted(f.rows, 'row')} but not in the list of people. Add the person, or check the spelling.`,
  },
  personWithoutData: {
    title: 'Person without data',
    says: (f) => `${quoted(f.person)} is in the list of people but has no deals or activities.`,
  },
  missingPerson: { title: 'No person', says: () => 'The row names no person.' },
  // Results kept by hand
  resultWithoutPeriod: {
    title: 'Result without a period',
    says: (f) => `A result has no period that can be read (${quoted(f.value)}). Write the month as 2024-03.`,
  },
  resultWithoutValue: {
    title: 'Result without a value',
    says: (f) => `There is no result for ${f.period}. What is missing is not zero.`,
  },
  resultPeriodNotOver: {
    title: 'Result of a period that is not over',
    says: (f) => `${f.period} is not over on ${f.asOf}, the day the data are read at.`,
  },
  resultTwice: {
    title: 'Result given twice',
    says: (f) =>
      `${f.measure === '' ? 'The result' : quoted(f.measure)} for ${f.period}${f.person === '' ? '' : ` of ${quoted(f.person)}`} stands in row ${f.firstRow} already; the first counts.`,
  },
  resultPeriodsMixed: {
    title: 'Results of periods of different length',
    says: (f) =>
      `${f.period} is ${RESULT_PERIODS[f.usual]} as most of the results are. Keep results of one length in a column.`,
  },
  // Stage map
  stageMisspelt: {
    title: 'Stage probably misspelt',
    says: (f) =>
      `The stage ${quoted(f.stage)} is not in the stage history and looks like ${quoted(f.like)} misspelt, so it is ignored; the history tells the stage. Correct the cell, or change its kind in the list of stages on the Inputs sheet.`,
  },
  stageRare: {
    title: 'Stage with hardly any deals',
    says: (f) =>
      `Only ${formatNumber(f.deals, 0)} of ${counted(f.of, 'deal')} ${f.deals === 1 ? 'was' : 'were'} ever in the stage ${quoted(f.stage)}, so it is ignored: its time counts for the stage before. Make it open in the list of stages on the Inputs sheet if deals should go through it.`,
  },
  stageKindGuessed: {
    title: 'Kind of stage guessed',
    says: (f) =>
      `The stage ${quoted(f.stage)} was taken as ${f.kind}. Change it in the list of stages on the Inputs sheet if that is wrong.`,
  },
  stageOrderGuessed: {
    title: 'Order of stages guessed',
    says: (f) =>
      `Nothing in the data tells the order of the stages, so it was guessed from the age of the deals in them, or else from where they first appear: ${listed(several(f.stages.map(quoted), 12))}. Change it in the list of stages on the Inputs sheet if that is wrong.`,
  },
  noWonStage: {
    title: 'No stage means won',
    says: () =>
      'No stage is marked as won, so won deals cannot be told apart. Mark one in the list of stages on the Inputs sheet.',
  },
  tooManyStages: {
    title: 'Too many stages',
    says: (f) =>
      `The column ${quoted(f.header)} has ${counted(f.stages, 'different value')}, so it does not look like a stage. Choose another column on the Data page.`,
  },
  // Assumptions and circumstances
  asOfInferred: {
    title: 'As-of day taken from the data',
    says: (f) =>
      `The data end on ${f.asOf}, so they are read as they stood on that day and not on ${f.today}. Give another as-of day if that is wrong.`,
  },
  nothingUntilToday: {
    title: 'All dates are in the future',
    says: (f) =>
      `The first date in the data is ${f.first}, after today (${f.today}), so nothing has happened yet. Check whether day, month and year are read rightly, or give an as-of day.`,
  },
  assumptionOutOfRange: {
    title: 'Input out of range',
    says: (f) =>
      `${quoted(f.label)} is ${f.value}, outside ${f.min} to ${f.max}. The initial value was used; change it on the Inputs sheet.`,
  },
  assumptionUnreadable: {
    title: 'Input not readable',
    says: (f) =>
      `${quoted(f.value)} cannot be read as ${quoted(f.label)}. The initial value was used; change it on the Inputs sheet.`,
  },
  assumptionUnknown: {
    title: 'Unknown input',
    says: (f) => `There is no input called ${quoted(f.id)}, so it was ignored.`,
  },
  // Funnel
  noOpportunities: {
    title: 'No deals to analyse',
    says: () =>
      'No deal is left to analyse. See the reasons below, correct the sheet or the choice of columns, and run again.',
  },
  stageConversionUnknown: {
    title: 'No stage history',
    says: () =>
      'The data hold no history of stages, so it cannot be known how deals move from stage to stage. Add a stage history export to see it.',
  },
  breakdownFieldMissing: {
    title: 'No column to break down by',
    says: (f) =>
      `The deals have no column ${quoted(f.label)}, so nothing is broken down by it. Choose another on the Inputs sheet, or map the column.`,
  },
  breakdownTooFine: {
    title: 'Too many groups to break down by',
    says: (f) =>
      `By ${quoted(f.label)} there would be ${formatNumber(f.groups, 0)} groups, more than anybody can look at. Choose a column with fewer values.`,
  },
  durationsUnknown: {
    title: 'Deals without a usable duration',
    says: (f) =>
      `${counted(f.deals, 'deal')} ${f.deals === 1 ? 'is' : 'are'} counted but not timed: a date is missing or the dates run backwards.`,
  },
  // Leading indicators
  ownIndicatorUnknown: {
    title: 'Indicator of your own not understood',
    says: (f) =>
      f.value === ''
        ? `Your indicator ${quoted(f.name)} needs something under “${f.column}”. It is not used.`
        : `Your indicator ${quoted(f.name)} has ${quoted(f.value)} under “${f.column}”, which these data do not hold. It is not used.`,
  },
  ownIndicatorTwice: {
    title: 'Two indicators of one name',
    says: (f) =>
      `There is another indicator called ${quoted(f.name)}; the first counts. Give yours another name.`,
  },
  leadResultUnknown: {
    title: 'Result not found',
    says: (f) =>
      `The result ${quoted(f.of === '' ? f.result : `${f.result}: ${f.of}`)} on the Inputs sheet is not in these data.`,
  },
  seriesFlat: {
    title: 'Series that does not vary',
    says: (f) =>
      `${quoted(f.name)} ${
        f.flaw === 'empty'
          ? 'has no value in any complete period'
          : f.flaw === 'allZero'
            ? 'is zero in every period'
            : 'is the same in every period'
      }, so nothing can be seen to ${f.result ? 'move before it' : 'follow it'}.`,
  },
  seriesGap: {
    title: 'Missing periods',
    says: (f) =>
      `${quoted(f.name)} has no value for ${listed(several(f.periods, 3))}. What is missing is not zero: only the longest stretch of ${f.grain}s without a gap was compared.`,
  },
  indicatorIsResult: {
    title: 'Indicator equal to the result',
    says: (f) =>
      `${quoted(f.indicator)} holds the same values as the result ${quoted(f.result)}, so it cannot tell anything ahead of it. It is not used.`,
  },
  seriesPeriodTooLong: {
    title: 'Series of too long periods',
    says: (f) =>
      `${quoted(f.name)} is kept for longer periods than the ${f.grain}s that are compared, so it is not used. Keep it by ${f.grain}.`,
  },
  seriesByWeeks: {
    title: 'Series kept by weeks',
    says: (f) =>
      `${quoted(f.name)} is kept by weeks and was added up to months: a week counts in the month of its Thursday, and months are compared as if they had equally many weeks.`,
  },
  morePeopleThanPeriods: {
    title: 'More people than periods',
    says: (f) =>
      `There are ${counted(f.people, 'person', 'people')} and ${counted(f.periods, f.grain)}. What one person’s few ${f.grain}s show is mostly chance; read the pooled figure, and no single person’s.`,
  },
  horizonShort: {
    title: 'Horizon shorter than most deals take',
    says: (f) =>
      `The horizon is ${counted(f.horizonDays, 'day')}, but a quarter of the closed deals took longer than ${counted(Math.round(f.q75Days), 'day')}. Won shares at the horizon leave late wins out; a longer horizon shows them.`,
  },
  ...compensationWording,
  // Activity plan and hiring plan
  noActivityPlan: {
    title: 'No activity plan',
    says: () =>
      'No deal has been won or lost yet, so nobody can know how many new deals a win takes, and there is no activity plan. Add closed deals and run again.',
  },
  hiringNobody: {
    title: 'Nobody to plan hires for',
    says: (f) =>
      f.people
        ? 'Nobody on the people sheet works today, so there is no hiring plan. Look at the start and end dates.'
        : 'It is not known who sells: there is no people sheet, and no deal created lately has an owner. So there is no hiring plan.',
  },
  hiringNoSales: {
    title: 'No sales to plan hires by',
    says: (f) =>
      `Nobody who was through the ramp won a deal with an amount in the ${counted(f.months, 'month')} looked back on, so it is not known what a person can win, and there is no hiring plan. Set what a ramped person wins a month on the Inputs sheet.`,
  },
  hiringDateUnreadable: {
    title: 'Date missing in the hiring plan',
    says: (f) =>
      `${quoted(f.name)} in the table of ${PLAN_TABLES[f.table]} has no date that can be read. Write a date such as 2026-03-01; until then the row is left aside.`,
  },
  hiringDatePast: {
    title: 'Date of the past in the hiring plan',
    says: (f) =>
      `${quoted(f.name)} in the table of ${PLAN_TABLES[f.table]} has the date ${f.day}, but the data are of ${f.asOf}, so it is left aside. ${
        f.table === 'hires'
          ? 'People who have started belong on the people sheet.'
          : 'People who have left belong on the people sheet, with their end date.'
      }`,
  },
  hiringRamp: {
    title: 'Ramp that cannot be',
    says: (f) =>
      `Month of work ${quoted(f.month)} was given ${quoted(f.value)} under ${quoted(f.column)} in the table “Ramp of newcomers” on the sheet Leadline Inputs; possible is ${f.allowed}. It was left as it was.`,
  },
  hiringDateBeyond: {
    title: 'Date after the hiring plan',
    says: (f) =>
      `${quoted(f.name)} in the table of ${PLAN_TABLES[f.table]} lies after the plan’s last month and changes nothing in it.`,
  },
  leaverUnknown: {
    title: 'Unknown leaver',
    says: (f) => `${quoted(f.name)} in the table of leavers is nobody who sells today. Check the spelling.`,
  },
  ...forecastWording,
};

/** For the middle of a sentence. */
function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** An issue as a sales manager would want to read it; a row that was left out is always said to be. */
export function wordIssue(issue: Issue): string {
  // An issue pairs its code with that code's facts; indexing by the code loses the pair for the compiler.
  const says = WORDING[issue.code].says as (facts: Issue['facts'], leftOut: boolean) => string;
  const leftOut = issue.excludes === true;
  return says(issue.facts, leftOut) + (leftOut ? ' The row was left out.' : '');
}

export const issueTitle = (code: IssueCode): string => WORDING[code].title;

export const SEVERITY_TITLES: Readonly<Record<Severity, string>> = {
  blocking: 'Must be fixed',
  warning: 'Please check',
  note: 'Good to know',
};

/** What data of a kind cannot tell, in order of weight. */
export const LIMITS = {
  noStageHistory:
    'There is no stage history, so it cannot be known how deals move from stage to stage. Wins and losses are counted from the day a deal was created.',
  wideFirstEntriesOnly:
    'The sheet keeps one date per stage, so only the first entry to a stage is known. Moves back and second visits cannot be seen.',
  snapshotMidpoints:
    'Stages are known only on the days of the snapshots. A change is dated midway between two of them, so a time in a stage may be off by half the days between two snapshots.',
  recordsBegin:
    'Deals that closed early are missing from the data, so the older deals in it are those that lasted. Rates over time allow for that, cohorts and stages leave the older deals out; the plain win rate does not.',
  noAmounts: 'The deals have no amounts, so everything is counted in deals and nothing in money.',
  amountsOfWonOnly:
    'Lost deals mostly have no amount, so no rate is weighted by amounts and nothing is broken down by size.',
  fewDeals:
    'There are few deals, so the intervals are wide. Differences between stages or groups may well be chance.',
  oneDeal: 'There is one deal. What became of it is shown; a rate of one deal says nothing of the next.',
  noneDecided:
    'No deal has been won or lost yet, so there is no win rate, and open deals have no won ones to be measured by.',
  noneWon:
    'No deal has been won yet: the win rate is shown with how high it may yet be, and there is no time to a win.',
  noneLost:
    'No deal has been lost. Where lost deals are deleted or left out of an export, every rate here is too high.',
  peopleWithOneDeal:
    'Some people have only one decided deal: their rate is shown as a count, and says nothing in a ranking.',
} as const satisfies Readonly<Record<string, string>>;

/** What an activity plan on these data cannot tell. */
export const PLAN_LIMITS = {
  noGoal:
    'There are no quotas for the months ahead, and nothing was won in as many months before: set a goal for the activity plan on the Inputs sheet.',
  noDealSize:
    'No deal with an amount was won in the months looked back on: set the deal size of the activity plan on the Inputs sheet.',
  noStageHistory: 'Without a stage history the activity plan knows one step only: from a new deal to a win.',
  noActivities: 'There are no activities in these months, so the plan ends at new deals.',
  fewDecided:
    'Fewer than 30 deals are decided, so the rates of the activity plan are hardly known: look at the numbers needed to be sure.',
} as const satisfies Readonly<Record<string, string>>;

/** What a hiring plan on these data cannot tell. */
export const CAPACITY_LIMITS = {
  noPeople:
    'There is no people sheet, so everybody who owned a deal lately counts as here today and fully productive. Add names and start dates to see newcomers.',
  rampAssumed:
    'Too few newcomers are in the data to learn how people ramp up, so a straight line is assumed. Set the ramp on the Inputs sheet if you know it.',
  noCapacityGoal: 'No goal for the next 24 months is known: set one on the Inputs sheet.',
} as const satisfies Readonly<Record<string, string>>;

/** What leading indicators on these data cannot tell. */
export const LEAD_LIMITS = {
  noHistory:
    'There is no stage history, so entries to stages cannot be counted, and leads are judged by the time from creation to win alone.',
  noActivities:
    'There are no activities in these data, so only what the deals themselves show can be looked at as an indicator.',
  shortHistory:
    'There are fewer than 36 complete months, so a shared yearly pattern cannot be told from a lead: no evidence is better than amber. If you know that your business has no yearly pattern, say so on the Inputs sheet.',
  weeks:
    'Half of the wins come within six weeks, so everything is compared by weeks. A yearly pattern of weeks needs three years to be taken out.',
  fewPeople:
    'Fewer than four people can be compared, so it cannot be checked that a lead holds person by person.',
} as const satisfies Readonly<Record<string, string>>;
