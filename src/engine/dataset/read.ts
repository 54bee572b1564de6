import type { CancelSignal, Progress } from '../core/circumstances';
import { step } from '../core/circumstances';
import type { Day } from '../core/day';
import type { Issue } from '../core/issue';
import type { Outcome } from '../core/outcome';
import { isBlocked } from '../core/outcome';
import { chooseAsOf } from './asOf';
import { activityWithoutPerson } from './checks/activityWithoutPerson';
import { personNotInPeople } from './checks/personNotInPeople';
import { personWithoutData } from './checks/personWithoutData';
import { personWithoutQuota } from './checks/personWithoutQuota';
import { goneFromSnapshots } from './checks/goneFromSnapshots';
import { reopened } from './checks/reopened';
import type { Dataset, InputSummary } from './dataset';
import { readDates } from './dateColumns';
import { readHistoryColumns } from './historyColumns';
import type { StageMap, TableMapping } from './mapping';
import { readOpportunityColumns } from './opportunityColumns';
import type { RawSheet } from './rawTable';
import { readActivities } from './readActivities';
import { readAttainments } from './readAttainments';
import { readBookingDates, readBookings } from './readBookings';
import { eventsOf, readOpportunities } from './readOpportunities';
import { readPeople } from './readPeople';
import { readPlanRows } from './readPlanRows';
import { readQuotas } from './readQuotas';
import { joinedResults, lastDays, readResults, readResultsBeside } from './readResults';
import { readSplits } from './readSplits';
import type { Recognition } from './recognise';
import type { RoleId } from './roles';
import type { Stack } from './stack';
import { stackOf } from './stack';

export interface ReadOptions {
  /** Given by a person; else chosen by `chooseAsOf`. */
  readonly asOf: Day | undefined;
  readonly today: Day;
  /** Given by a person or kept in the workbook; else proposed from the data. */
  readonly stages: StageMap | undefined;
  readonly progress: Progress;
  readonly signal: CancelSignal;
}

/** One input for every part of a stack: its rows are used or excluded, never anything else. */
function summaries(stack: Stack, excluded: Uint8Array): InputSummary[] {
  return stack.parts.map(({ table, rowOf, from }) => {
    let out = 0;
    for (let row = from; row < from + rowOf.length; row++) out += excluded[row]!;
    const { mapping, confidence, why } = table;
    return {
      source: mapping.source,
      sheet: mapping.sheet,
      role: mapping.role,
      headerRow: mapping.headerRow,
      rows: rowOf.length,
      used: rowOf.length - out,
      excluded: out,
      confidence,
      mapping,
      why,
    };
  });
}

/**
 * Reads recognised sheets into a dataset, as of a day:
 *
 *     tables of a role ─ stack ─ columns ─ as-of day ─ conclusions (stage map, outcomes, entries) ─ checks ─ what stays
 *
 * Tables of one role are stacked. For every table `rows = used + excluded`, and the issues with `excludes` are exactly
 * its excluded rows. There is no dataset while an issue blocks: a person has to decide first.
 */
export function readDataset(
  sheets: readonly RawSheet[],
  recognition: Recognition,
  options: ReadOptions,
): Outcome<{ readonly dataset: Dataset; readonly asOf: Day }> {
  const used = recognition.filter((table) => table.used && table.mapping.role !== 'ignored');
  const stackWhere = (is: (mapping: TableMapping) => boolean): Stack =>
    stackOf(
      sheets,
      used.flatMap((table, input) => (is(table.mapping) ? [{ table, input }] : [])),
    );
  const stackFor = (role: RoleId): Stack => stackWhere((mapping) => mapping.role === role);
  const stacks = {
    opportunities: stackFor('opportunities'),
    stageHistory: stackFor('stageHistory'),
    activities: stackFor('activities'),
    people: stackFor('people'),
    quotas: stackFor('quotas'),
    bookings: stackFor('bookings'),
    splits: stackFor('splits'),
    attainments: stackFor('attainments'),
    planComponents: stackFor('planComponents'),
    planTiers: stackFor('planTiers'),
    planModifiers: stackFor('planModifiers'),
    results: stackFor('results'),
  } satisfies Record<RoleId, Stack>;
  const has = (role: RoleId): boolean => stacks[role].parts.length > 0;
  const pace = (from: number, to: number, what: string) => (share: number) =>
    step(options, from + (to - from) * share, what);
  // Joined at the end: a million issues are too many arguments for one push.
  const found: (readonly Issue[])[] = [];

  step(options, 0, 'Reading opportunities');
  const columns = has('opportunities')
    ? readOpportunityColumns(stacks.opportunities, pace(0, 0.4, 'Reading opportunities'))
    : undefined;
  const historyColumns = has('stageHistory')
    ? readHistoryColumns(stacks.stageHistory, columns?.keys, pace(0.4, 0.6, 'Reading stage history'))
    : undefined;
  found.push(columns?.issues ?? [], historyColumns?.issues ?? []);
  const bookingDates = has('bookings') ? readBookingDates(stacks.bookings) : undefined;
  const events = [
    ...(columns
      ? eventsOf(columns, historyColumns)
      : historyColumns
        ? [historyColumns.changed]
        : [...readDates(stacks.activities, ['date', 'end'], []).columns, lastDays(stacks.results)]),
    ...(bookingDates?.columns.slice(0, 1) ?? []),
  ];
  const { asOf, issues: asOfIssues } = chooseAsOf(options.asOf, options.today, events);
  found.push(asOfIssues);

  step(options, 0.6, 'Checking opportunities');
  const reading = columns && readOpportunities(columns, historyColumns, asOf, options.stages);
  const deals = reading?.value;
  step(options, 0.8, 'Reading activities');
  const activities = has('activities') ? readActivities(stacks.activities, asOf, deals?.lookup) : undefined;
  step(options, 0.9, 'Reading people, quotas and results');
  const people = has('people') ? readPeople(stacks.people) : undefined;
  const quotas = has('quotas') ? readQuotas(stacks.quotas) : undefined;
  const bookings = bookingDates && readBookings(stacks.bookings, bookingDates, asOf);
  const splits = has('splits') ? readSplits(stacks.splits) : undefined;
  const attainments = has('attainments') ? readAttainments(stacks.attainments) : undefined;
  const plans = readPlanRows(stacks);
  const results = has('results') ? readResults(stacks.results, asOf) : undefined;
  const mixed = stackWhere(({ role, measures }) => role === 'activities' && measures.length > 0);
  const beside = mixed.parts.length > 0 ? readResultsBeside(mixed, asOf) : undefined;
  const kept = joinedResults(results?.results, beside?.results);
  for (const part of [reading, activities, people, quotas, bookings, splits, attainments, results, beside])
    found.push(part?.issues ?? []);

  // Without opportunities a history belongs to nobody: none of its rows is used, and none is an issue by itself.
  const excluded: Readonly<Record<RoleId, Uint8Array>> = {
    opportunities: deals?.excluded ?? new Uint8Array(stacks.opportunities.count),
    stageHistory: deals?.excludedHistory ?? new Uint8Array(stacks.stageHistory.count),
    activities: activities?.excluded ?? new Uint8Array(0),
    people: people?.excluded ?? new Uint8Array(0),
    quotas: quotas?.excluded ?? new Uint8Array(0),
    bookings: bookings?.excluded ?? new Uint8Array(0),
    splits: splits?.excluded ?? new Uint8Array(0),
    attainments: attainments?.excluded ?? new Uint8Array(0),
    planComponents: new Uint8Array(stacks.planComponents.count),
    planTiers: new Uint8Array(stacks.planTiers.count),
    planModifiers: new Uint8Array(stacks.planModifiers.count),
    results: results?.excluded ?? new Uint8Array(0),
  };
  const inputs = new Array<InputSummary>(used.length);
  for (const role of Object.keys(stacks) as RoleId[]) {
    // keys of the record above
    const { parts } = stacks[role];
    summaries(stacks[role], excluded[role]).forEach((summary, i) => (inputs[parts[i]!.input] = summary));
  }
  const dataset: Dataset = {
    inputs,
    stages: deals?.stages ?? options.stages ?? [],
    opportunities: deals?.opportunities,
    history: deals?.history,
    ...(deals?.records && { records: deals.records }),
    activities: activities?.activities,
    people: people?.people,
    quotas: quotas?.quotas,
    ...(bookings && { bookings: bookings.bookings }),
    ...(splits && { splits: splits.splits }),
    ...(attainments && { attainments: attainments.attainments }),
    ...(plans && { plans }),
    ...(kept && { results: kept }),
  };
  for (const check of [
    reopened,
    goneFromSnapshots,
    activityWithoutPerson,
    personNotInPeople,
    personWithoutData,
    personWithoutQuota,
  ])
    found.push(check(dataset));
  step(options, 1, 'Data read');
  const issues = found.flat();
  return { value: isBlocked(issues) ? undefined : { dataset, asOf }, issues };
}
