import type { Day } from '../core/day';
import type { Issue } from '../core/issue';
import { issue } from '../core/issue';
import type { Outcome } from '../core/outcome';
import { buildHistory } from './buildHistory';
import { amountOutlier } from './checks/amountOutlier';
import { changeAfterAsOf } from './checks/changeAfterAsOf';
import { changeAfterClose } from './checks/changeAfterClose';
import { changeBeforeCreation } from './checks/changeBeforeCreation';
import { changeWithoutDate } from './checks/changeWithoutDate';
import { changeWithoutStage } from './checks/changeWithoutStage';
import { review } from './checks/check';
import { closedBeforeCreated } from './checks/closedBeforeCreated';
import { closedWithoutCloseDate } from './checks/closedWithoutCloseDate';
import { createdAfterAsOf } from './checks/createdAfterAsOf';
import { duplicateId } from './checks/duplicateId';
import { historyWithoutId } from './checks/historyWithoutId';
import { missingCreated } from './checks/missingCreated';
import { missingId } from './checks/missingId';
import { missingSnapshotDate } from './checks/missingSnapshotDate';
import { missingStage } from './checks/missingStage';
import { mixedCurrencies } from './checks/mixedCurrencies';
import { negativeAmount } from './checks/negativeAmount';
import { openPastCloseDate } from './checks/openPastCloseDate';
import type { OpportunityRows } from './checks/opportunities';
import { opportunityExcluded } from './checks/opportunityExcluded';
import { otherFieldChanged } from './checks/otherFieldChanged';
import { snapshotAfterAsOf } from './checks/snapshotAfterAsOf';
import { snapshotOfExcluded } from './checks/snapshotOfExcluded';
import { statusContradictsStage } from './checks/statusContradictsStage';
import { troubles } from './checks/troubles';
import { unknownOpportunity } from './checks/unknownOpportunity';
import { changeToUnknownStage, unknownStage } from './checks/unknownStage';
import { allRows, keptRows, keysAt, mapRecord, noNumbers, numbersAt, textsAt } from './compact';
import { conclude } from './conclude';
import type { DealRecords, Opportunities, StageHistory } from './dataset';
import { OPEN } from './dataset';
import { dealRecords } from './dealRecords';
import { recordsOfChanges } from './fieldChanges';
import type { SortedEntries } from './entries';
import { precedenceOf, sortEntries } from './entries';
import type { HistoryColumns } from './historyColumns';
import type { StageMap } from './mapping';
import type { OpportunityColumns } from './opportunityColumns';
import type { OpportunityLookup } from './readActivities';
import { readSnapshots } from './snapshots';
import { columnOfField, originOf } from './stack';
import { entriesOfEvents, entriesOfWide, withStageAtCreation } from './stageEntries';
import { proposeStages, stageFinder, UNKNOWN_OUTCOME } from './stageMap';
import { nameCodes, stageNames } from './stageNames';
import { createdOrFirstSeen, currentStages } from './stageSightings';
import { tooManyStages } from './tooManyStages';
import { outcomeOfWords } from './values/outcomeWords';

/** Serials of what has happened to opportunities, for choosing the as-of day: a close date counts for closed deals only. */
export function eventsOf(
  columns: OpportunityColumns,
  history: HistoryColumns | undefined,
): readonly Float64Array[] {
  const { stage, said } = columns;
  const closedStage = stage?.labels.map((label) => (outcomeOfWords(label) ?? 'open') !== 'open');
  const closed = columns.closed.map((serial, row) => {
    if (said[row] !== UNKNOWN_OUTCOME) return said[row] === OPEN ? NaN : serial;
    return closedStage?.[stage!.codes[row]!] ? serial : NaN;
  });
  return [
    columns.created,
    columns.wonDate,
    columns.lostDate,
    closed,
    ...columns.wide.columns,
    ...(columns.snapshot ? [columns.snapshot] : []),
    ...(history ? [history.changed] : []),
  ];
}

/** Opportunities with their history, read as of a day. */
export interface OpportunityReading {
  readonly opportunities: Opportunities;
  readonly history: StageHistory | undefined;
  readonly records: DealRecords | undefined;
  readonly stages: StageMap;
  readonly lookup: OpportunityLookup;
  /** By row of the stacks. */
  readonly excluded: Uint8Array;
  readonly excludedHistory: Uint8Array;
}

/** Snapshot dates; a table without them beside tables of snapshots is the state on the as-of day. */
function snapshotDates({ snapshot, stack }: OpportunityColumns, asOf: Day): Float64Array | undefined {
  if (!snapshot) return undefined;
  const dates = snapshot.slice();
  for (const part of stack.parts)
    if (columnOfField(part, 'snapshotDate') < 0) dates.fill(asOf, part.from, part.from + part.rowOf.length);
  return dates;
}

/** Which stage names mean won or lost: by the map given, else by the names, for the map is proposed from sorted entries. */
function closedStages(names: readonly string[], given: StageMap | undefined): Uint8Array {
  const at = given && stageFinder(given);
  return Uint8Array.from(names, (name) => {
    const kind = (at ? given[at(name)]?.kind : outcomeOfWords(name)) ?? 'open';
    return kind === 'won' || kind === 'lost' ? 1 : 0;
  });
}

/**
 * Concludes opportunities and stage history from their columns: which rows stay, the stage map, outcomes, close dates,
 * sorted stage entries. Events win over wide columns, wide columns over snapshots.
 *
 * There is no reading when the stages are too many to be stages.
 *
 * A deal without a created date begins with its first history entry. Rows that cannot be used are excluded in the order
 * of the checks below; each names its reason.
 */
export function readOpportunities(
  columns: OpportunityColumns,
  historyColumns: HistoryColumns | undefined,
  asOf: Day,
  given: StageMap | undefined,
): Outcome<OpportunityReading> {
  const { stack, keys, keyField, stage, status, said } = columns;
  const count = stack.count;
  // Joined at the end: a million issues are too many arguments for one push.
  const found: (readonly Issue[])[] = [];

  // Rows that cannot be used whatever the others say.
  const excluded = new Uint8Array(count);
  const snapshot = snapshotDates(columns, asOf);
  const identityRows = { stack, count, asOf, keys, keyField, snapshot, troubles: columns.troubles };
  found.push(
    review(stack, identityRows, [missingId, missingSnapshotDate, snapshotAfterAsOf, duplicateId], excluded),
  );
  const names = stageNames();
  const nameOfWide = names.add(columns.wide.stages);
  const nameOfLabel = names.addColumn(stage, excluded);

  // One row stands for each opportunity: its own, or its last snapshot.
  const label = stage && nameCodes(stage, nameOfLabel);
  const snapshots =
    snapshot &&
    readSnapshots(keys.first, snapshot, label ?? new Int32Array(count).fill(-1), columns.created, excluded);
  const standsFor = snapshots?.standsFor ?? allRows(count);
  const rowOfId = allRows(count);
  if (snapshots)
    for (let row = 0; row < count; row++)
      if (standsFor[row]! >= 0) rowOfId[keys.first[row]!] = standsFor[row]!;

  // Stage changes that cannot be used whatever the opportunities say.
  const changes = historyColumns && {
    ...historyColumns,
    count: historyColumns.stack.count,
    owner: historyColumns.owner.map((first) => (first < 0 ? -1 : rowOfId[first]!)),
  };
  const excludedHistory = new Uint8Array(changes?.count ?? 0);
  if (changes)
    found.push(
      review(
        changes.stack,
        changes,
        [historyWithoutId, otherFieldChanged, changeWithoutStage, changeWithoutDate, unknownOpportunity],
        excludedHistory,
      ),
    );

  // Rows left out belong to nobody from here on; the array is this function's own.
  if (changes)
    for (let row = 0; row < changes.count; row++) if (excludedHistory[row]) changes.owner[row] = -1;
  // Nor is a change of the amount or close date one of the stage.
  const ownerOfWritten = changes?.fieldChanges && changes.owner.slice();
  if (changes?.fieldChanges)
    for (let row = 0; row < changes.count; row++) if (changes.fieldChanges.is[row]) changes.owner[row] = -1;

  // Stage entries from the best source there is.
  const toName = names.addColumn(changes?.toStage, excludedHistory);
  const fromName = names.addColumn(changes?.fromStage, excludedHistory);
  const tooMany = given ? undefined : tooManyStages(names.names, columns, historyColumns);
  if (tooMany) return { value: undefined, issues: [...found.flat(), tooMany] };
  const closedNames = closedStages(names.names, given);
  let shape: StageHistory['shape'] | undefined;
  let sorted: SortedEntries | undefined;
  if (changes?.owner.some((row) => row >= 0)) {
    shape = 'events';
    const events = entriesOfEvents(changes, toName, fromName, changes.owner);
    sorted = withStageAtCreation(sortEntries(events, count, closedNames), columns.created, closedNames);
  } else if (columns.wide.columns.length > 0) {
    shape = 'wide';
    sorted = sortEntries(entriesOfWide(columns, nameOfWide, excluded), count, closedNames);
  } else if (snapshots) {
    shape = 'snapshots';
    sorted = sortEntries(snapshots.entries, count, closedNames);
  }
  const created = createdOrFirstSeen(columns.created, snapshots?.firstSeen, sorted);

  // The stage map, then what it says of each deal.
  const n = names.names.length;
  let stages = given;
  if (!stages) {
    const stageOfRow = new Int32Array(count).fill(-1);
    for (let row = 0; label && row < count; row++)
      if (!excluded[row] && standsFor[row] === row) stageOfRow[row] = label[row]!;
    const proposed = proposeStages({
      names: names.names,
      wide: new Set(nameOfWide).size,
      ...(sorted && shape !== 'wide' && precedenceOf(sorted, n)),
      ...currentStages(columns, stageOfRow, created, n, asOf),
    });
    stages = proposed.stages;
    found.push(proposed.issues);
  }
  const stageAt = stageFinder(stages);
  const stageOfName = Int32Array.from(names.names, stageAt);
  const stageOfLabel = Int32Array.from(stage?.labels ?? [], stageAt);
  const { outcome, closed, expectedClose, silent } = conclude(
    columns,
    sorted,
    stageOfLabel,
    stageOfName,
    stages,
    asOf,
  );

  const rowsToCheck: OpportunityRows = {
    ...identityRows,
    standsFor,
    stage,
    status,
    stageOf: stageOfLabel,
    stages,
    said,
    outcome,
    silent,
    created,
    closed,
    expectedClose,
    expectedGiven: columns.expectedClose,
    amount: columns.amount?.values,
    excluded,
  };
  found.push(
    review(
      stack,
      rowsToCheck,
      [
        createdAfterAsOf,
        missingStage,
        unknownStage,
        closedBeforeCreated,
        snapshotOfExcluded,
        missingCreated,
        closedWithoutCloseDate,
        openPastCloseDate,
        statusContradictsStage,
        negativeAmount,
        amountOutlier,
        troubles,
      ],
      excluded,
    ),
    mixedCurrencies(columns),
  );
  if (changes)
    found.push(
      review(
        changes.stack,
        {
          ...changes,
          asOf,
          stageOf: Int32Array.from(changes.toStage?.labels ?? [], stageAt),
          opportunities: rowsToCheck,
          opportunityExcluded: excluded,
        },
        [
          changeAfterAsOf,
          opportunityExcluded,
          changeToUnknownStage,
          changeAfterClose,
          changeBeforeCreation,
          troubles,
        ],
        excludedHistory,
      ),
    );

  const notStanding = excluded.map((out, row) => (out || standsFor[row] !== row ? 1 : 0));
  const rows = keptRows(count, notStanding);
  const built =
    shape &&
    sorted &&
    buildHistory(
      shape,
      sorted,
      rows,
      shape === 'events' ? excludedHistory : excluded,
      closed,
      stageOfName,
      stages,
      asOf,
    );
  if (built && shape === 'events' && changes) found.push(foldedNotes(changes, built.folded));
  const rowInDataset = new Int32Array(count).fill(-1);
  rows.forEach((row, i) => (rowInDataset[row] = i));
  const used = (owners: Int32Array): Int32Array => owners.map((row, i) => (excludedHistory[i] ? -1 : row));
  const records =
    (changes &&
      dealRecords(
        changes.fieldChanges && ownerOfWritten
          ? recordsOfChanges(changes.fieldChanges, used(ownerOfWritten), changes.changed, created)
          : {
              owner: used(changes.owner),
              at: changes.changed,
              amount: changes.amount,
              expectedClose: changes.closeDate,
            },
        rowInDataset,
        rows.length,
        asOf,
      )) ??
    (snapshot &&
      dealRecords(
        {
          owner: standsFor,
          at: snapshot,
          amount: columns.amount?.values,
          expectedClose: firstNumber(columns.expectedClose, columns.closed),
        },
        rowInDataset,
        rows.length,
        asOf,
      ));
  return {
    issues: found.flat(),
    value: {
      opportunities: {
        count: rows.length,
        origin: originOf(stack, rows),
        ids: keysAt(keys, rows),
        outcome: numbersAt(outcome, rows),
        created: numbersAt(created, rows),
        closed: numbersAt(closed, rows),
        expectedClose: numbersAt(expectedClose, rows),
        ...(shape === 'snapshots' && snapshots && { lastListed: numbersAt(snapshots.lastListed, rows) }),
        amount: columns.amount ? numbersAt(columns.amount.values, rows) : noNumbers(rows.length),
        ...(stage && { stage: textsAt(stage, rows) }),
        texts: mapRecord(columns.texts, (column) => textsAt(column, rows)),
        numbers: mapRecord(columns.numbers, (column) => numbersAt(column, rows)),
      },
      history: built?.history,
      records,
      stages,
      lookup: { keys, finalRow: rowOfId.map((row) => rowInDataset[row]!) },
      excluded,
      excludedHistory,
    },
  };
}

const firstNumber = (a: Float64Array, b: Float64Array): Float64Array =>
  a.map((value, row) => (value === value ? value : b[row]!));

/** How many rows of each history table change no stage. */
function foldedNotes({ stack }: HistoryColumns, folded: Uint8Array): Issue[] {
  return stack.parts.flatMap(({ from, rowOf, sheet }) => {
    let rows = 0;
    for (let row = from; row < from + rowOf.length; row++) rows += folded[row]!;
    const place = { source: sheet.source, sheet: sheet.sheet };
    return rows > 0 ? [issue('rowsFolded', 'note', { rows }, place)] : [];
  });
}
