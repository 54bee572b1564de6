import { numberAssumption, type AssumptionValues, type NumberAssumption } from '../core/assumption';
import { issue, type Issue } from '../core/issue';
import type { StageMap } from '../dataset/mapping';
import { sameName } from '../dataset/values/sameName';
import type { EditableTable, EditedRow, EditedTables } from '../report/editableTable';
import { cellText, rowsOf } from '../report/editableTable';

/**
 * Levers of a what-if that more than one analysis feels: a conversion changed here moves the forecast and the activity
 * need together. All are nought to begin with: then nothing differs from what the data say.
 */
const lever = <Id extends string>(id: Id, label: string, help: string, min = -0.9) =>
  numberAssumption(
    id,
    label,
    'share',
    { initial: 0, min, max: 3, step: 0.01 },
    help,
    'A what-if; 0% is as the data say.',
  );

export const LEVERS = [
  lever(
    'leverConversion',
    'Change of every conversion',
    'Of the deals decided in a stage, so many more (or fewer, below zero) go on: 10% turns a step rate of 50% into 55%. No rate exceeds 100%.',
  ),
  lever(
    'leverCycle',
    'Change of the sales cycle',
    'So much longer (or shorter, below zero) everything takes that still lies ahead.',
    -0.75,
  ),
  lever('leverDealSize', 'Change of deal size', 'Amounts of open and new deals, so much larger or smaller.'),
  lever(
    'leverNewDeals',
    'Change of new deals',
    'So many more or fewer deals begin in a month, as more or less activity would bring at today’s activities per new deal.',
  ),
] as const satisfies readonly NumberAssumption[];

/** A stage's conversion to suppose in place of the one in the data. */
export const STAGE_LEVERS: EditableTable = {
  id: 'stageLevers',
  title: 'What if a stage converted differently?',
  help: 'Of the deals decided in a stage, the share that goes on, to suppose in place of what the data say. Leave blank what is to stay.',
  columns: [
    { id: 'stage', header: 'Stage', format: 'text', width: 25 },
    { id: 'conversion', header: 'Goes on', format: 'percent1' },
  ],
  ranges: { conversion: { min: 0, max: 1, above: true } },
  initial: [],
};

/** What is supposed in place of what a run had in force: only what differs. */
export interface Supposed {
  /** By assumption id. */
  readonly values: AssumptionValues;
  /** All rows of a table, by its id. */
  readonly tables: EditedTables;
}

export const NOTHING_SUPPOSED: Supposed = { values: {}, tables: {} };

export interface Levers {
  /** 1 leaves everything as it is. */
  readonly conversion: number;
  readonly cycle: number;
  readonly dealSize: number;
  readonly newDeals: number;
  /** By stage name, folded as `sameName` does: the share that goes on, above nought. */
  readonly stages: ReadonlyMap<string, number>;
}

/** Nothing supposed: everything as the data say. */
export const AS_IN_DATA: Levers = { conversion: 1, cycle: 1, dealSize: 1, newDeals: 1, stages: new Map() };

/** The rows of `stageLevers`: the first of a stage counts. */
function stageRows(tables: EditedTables): ReadonlyMap<string, number | undefined> {
  const rows = new Map<string, number | undefined>();
  for (const { stage, conversion } of rowsOf(STAGE_LEVERS, tables)) {
    if (typeof stage !== 'string' || stage.trim() === '' || rows.has(sameName(stage))) continue;
    const isShare = typeof conversion === 'number' && conversion > 0 && conversion <= 1;
    rows.set(sameName(stage), isShare ? conversion : undefined);
  }
  return rows;
}

/** What the rows of `stageLevers` suppose of a stage; undefined: nothing. */
export const stageLeverOf = (rows: readonly EditedRow[], stage: string): number | undefined =>
  stageRows({ [STAGE_LEVERS.id]: rows }).get(sameName(stage));

/** The rows with another share for a stage, or with none. */
export function withStageLever(
  rows: readonly EditedRow[],
  stage: string,
  conversion: number | undefined,
): readonly EditedRow[] {
  const others = rows.filter((row) => sameName(cellText(row, 'stage')) !== sameName(stage));
  return conversion === undefined ? others : [...others, { stage, conversion }];
}

export function readLevers(values: AssumptionValues, tables: EditedTables): Levers {
  const factor = (id: (typeof LEVERS)[number]['id']): number => 1 + Number(values[id] ?? 0);
  const stages = [...stageRows(tables)].filter((row): row is [string, number] => row[1] !== undefined);
  return {
    conversion: factor('leverConversion'),
    cycle: factor('leverCycle'),
    dealSize: factor('leverDealSize'),
    newDeals: factor('leverNewDeals'),
    stages: new Map(stages),
  };
}

/** Rows of `stageLevers` that change nothing: of no open stage, with a share that cannot be, or of a stage that has one. */
export function leverIssues(tables: EditedTables, stages: StageMap): readonly Issue[] {
  const known = new Set(stages.flatMap(({ name, kind }) => (kind === 'open' ? [sameName(name)] : [])));
  const seen = new Set<string>();
  return rowsOf(STAGE_LEVERS, tables).flatMap(({ stage, conversion }): readonly Issue[] => {
    const name = String(stage ?? '').trim();
    const isSecond = seen.has(sameName(name));
    seen.add(sameName(name));
    if (name === '' || conversion === null || conversion === undefined) return [];
    if (isSecond) return [issue('tableRowTwice', 'warning', { table: STAGE_LEVERS.title!, name })];
    if (!known.has(sameName(name))) return [issue('leverStageUnknown', 'warning', { stage: name })];
    return typeof conversion === 'number' && conversion > 0 && conversion <= 1
      ? []
      : [issue('leverStageShare', 'warning', { stage: name, share: String(conversion) })];
  });
}

/** No conversion is supposed. */
export const isAsInData = ({ conversion, stages }: Levers): boolean => conversion === 1 && stages.size === 0;

/** The share that goes on from a stage under the levers: as supposed for the stage, else changed as every other. */
export const leveredRate = (levers: Levers, stage: string, rate: number): number =>
  levers.stages.get(sameName(stage)) ?? Math.min(1, rate * levers.conversion);

/** The rate to suppose of x of n that go on; null where no lever touches it, and where nobody went on yet. */
export function supposedRate(levers: Levers, stage: string, { x, n }: Counts): number | null {
  const own = levers.stages.get(sameName(stage));
  if (own !== undefined) return own;
  return levers.conversion === 1 || x === 0 ? null : leveredRate(levers, stage, x / n);
}

/** How many times the measured rate a supposed one is. Of none of n, Jeffreys' mean stands in: nought has no multiple. */
export const timesMeasured = (supposed: number | null, { x, n }: Counts): number =>
  supposed === null ? 1 : supposed / (x > 0 ? x / n : 0.5 / (n + 1));

interface Counts {
  readonly x: number;
  readonly n: number;
}

/** A chain of steps to a win, under the levers. */
export interface SupposedStep {
  /** Null: as measured. */
  readonly supposed: number | null;
  /** Of those that come as far as here, so many times as many are won as measured. */
  readonly timesWon: number;
}

/** Steps in order, each with its name and measured counts. */
export function supposedSteps(
  levers: Levers,
  steps: readonly (Counts & { readonly name: string })[],
): readonly SupposedStep[] {
  let timesWon = 1;
  return [...steps]
    .reverse()
    .map((step): SupposedStep => {
      const supposed = supposedRate(levers, step.name, step);
      timesWon *= timesMeasured(supposed, step);
      return { supposed, timesWon };
    })
    .reverse();
}
