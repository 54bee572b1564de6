import type { Issue } from '../core/issue';
import { type ReadDates, readDates } from './dateColumns';
import { NO, UNSAID, YES, readFlags } from './flagColumns';
import { type ReadAmounts, readAmounts, readNumbers, readShares } from './numberColumns';
import { readTexts } from './textColumns';
import type { Trouble } from './trouble';
import type { TextColumn } from './dataset';
import { LOST, OPEN, WON } from './dataset';
import { ROLES } from './roles';
import type { Stack } from './stack';
import { cellsOf, columnOfField, hasField } from './stack';
import { UNKNOWN_OUTCOME } from './stageMap';
import type { KeyIndex } from './values/keys';
import { indexKeys } from './values/keys';
import { outcomeOfWords } from './values/outcomeWords';

/** The cells of opportunities as typed columns over the whole stack, before anything is concluded from them. */
export interface OpportunityColumns {
  readonly stack: Stack;
  readonly keys: KeyIndex;
  readonly keyField: 'id' | 'name';
  readonly stage: TextColumn | undefined;
  readonly status: TextColumn | undefined;
  /** What flags and status say, UNKNOWN_OUTCOME where they say nothing. */
  readonly said: Uint8Array;
  /** 1 where a flag says "not won" and nothing says whether the deal is closed. */
  readonly notWon: Uint8Array | undefined;
  readonly created: Float64Array;
  readonly closed: Float64Array;
  readonly expectedClose: Float64Array;
  readonly wonDate: Float64Array;
  readonly lostDate: Float64Array;
  readonly snapshot: Float64Array | undefined;
  readonly wide: ReadDates['wide'];
  readonly amount: ReadAmounts | undefined;
  readonly texts: Readonly<Record<string, TextColumn>>;
  readonly numbers: Readonly<Record<string, Float64Array>>;
  readonly troubles: readonly Trouble[];
  readonly issues: readonly Issue[];
}

/**
 * Read elsewhere (stage, status), or not read: names beside ids and next steps are nearly all different, so that a
 * dictionary of them would cost more than all other columns, and no analysis groups by them.
 */
const NOT_LABELS: ReadonlySet<string> = new Set(['stage', 'status', 'name', 'nextStep']);

const DATES = [
  'created',
  'closed',
  'expectedClose',
  'wonDate',
  'lostDate',
  'snapshotDate',
  'lastActivity',
  'lastStageChange',
  'cancelled',
] as const;

function keysOf(stack: Stack): { keys: KeyIndex; keyField: 'id' | 'name' } {
  const keyField = hasField(stack, 'id') ? 'id' : 'name';
  const cells = stack.parts.map((part) => {
    const column = columnOfField(part, 'id');
    return cellsOf(part, column < 0 ? columnOfField(part, 'name') : column);
  });
  return { keys: indexKeys(cells.length === 1 ? cells[0]! : cells.flat()), keyField };
}

/** Outcomes as flags and, where they say nothing, status words tell them. */
function saidBy(stack: Stack, status: TextColumn | undefined): Pick<OpportunityColumns, 'said' | 'notWon'> {
  const said = new Uint8Array(stack.count).fill(UNKNOWN_OUTCOME);
  const isWon = readFlags(stack, 'isWon');
  const isClosed = readFlags(stack, 'isClosed');
  const notWon = isWon && !isClosed ? new Uint8Array(stack.count) : undefined;
  const codeOf = { open: OPEN, won: WON, lost: LOST } as const;
  const byLabel = status?.labels.map((label) => {
    const word = outcomeOfWords(label);
    return word === undefined ? UNKNOWN_OUTCOME : codeOf[word];
  });
  for (let row = 0; row < stack.count; row++) {
    const won = isWon ? isWon[row]! : UNSAID;
    const closed = isClosed ? isClosed[row]! : UNSAID;
    if (won === YES) said[row] = WON;
    else if (closed === NO) said[row] = OPEN;
    else if (closed === YES && won === NO) said[row] = LOST;
    else {
      if (byLabel && status!.codes[row]! >= 0) said[row] = byLabel[status!.codes[row]!]!;
      if (notWon && won === NO) notWon[row] = 1;
    }
  }
  return { said, notWon };
}

/** Reads every column of opportunities. `pace` is called between columns with the share read. */
export function readOpportunityColumns(stack: Stack, pace: (share: number) => void): OpportunityColumns {
  const troubles: Trouble[] = [];
  const { keys, keyField } = keysOf(stack);
  pace(0.2);
  const dates = readDates(stack, DATES, troubles);
  const [
    created,
    closed,
    expectedClose,
    wonDate,
    lostDate,
    snapshot,
    lastActivity,
    lastStageChange,
    cancelled,
  ] = dates.columns as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]; // one per field of DATES
  pace(0.5);
  const stage = readTexts(stack, 'stage', troubles);
  const status = readTexts(stack, 'status', troubles);
  const said = saidBy(stack, status);
  pace(0.6);
  const amount = readAmounts(stack, 'amount', troubles);
  const numbers: Record<string, Float64Array> = {};
  const margin = readAmounts(stack, 'margin', troubles)?.values;
  const contractTerm = readNumbers(stack, 'contractTerm', troubles)?.values;
  const probability = readShares(stack, 'probability', 1, troubles);
  if (margin) numbers.margin = margin;
  if (contractTerm) numbers.contractTerm = contractTerm;
  if (probability) numbers.probability = probability;
  if (hasField(stack, 'lastActivity')) numbers.lastActivity = lastActivity;
  const quantity = readNumbers(stack, 'quantity', troubles)?.values;
  if (quantity) numbers.quantity = quantity;
  const pushCount = readNumbers(stack, 'pushCount', troubles)?.values;
  if (pushCount) numbers.pushCount = pushCount;
  if (hasField(stack, 'cancelled')) numbers.cancelled = cancelled;
  if (hasField(stack, 'lastStageChange')) numbers.lastStageChange = lastStageChange;
  pace(0.8);
  const texts: Record<string, TextColumn> = {};
  for (const { id, kind } of ROLES.opportunities.fields) {
    if (kind !== 'text' || NOT_LABELS.has(id)) continue;
    const column = readTexts(stack, id, troubles);
    if (column) texts[id] = column;
  }
  pace(1);
  return {
    stack,
    keys,
    keyField,
    stage,
    status,
    ...said,
    created,
    closed,
    expectedClose,
    wonDate,
    lostDate,
    snapshot: hasField(stack, 'snapshotDate') ? snapshot : undefined,
    wide: dates.wide,
    amount,
    texts,
    numbers,
    troubles,
    issues: dates.issues,
  };
}
