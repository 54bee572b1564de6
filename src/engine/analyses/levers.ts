import type { Assumption, AssumptionValues } from '../core/assumption';
import type { EditableTable, EditedTables } from '../report/editableTable';
import { rowsOf } from '../report/editableTable';

/**
 * Levers of a what-if that more than one analysis feels: a conversion changed here moves the forecast and the activity
 * need together. All are nought to begin with: then nothing differs from what the data say.
 */
const lever = (id: string, label: string, help: string, min = -0.9, max = 3): Assumption => ({
  kind: 'number',
  id,
  label,
  unit: 'share',
  initial: 0,
  min,
  max,
  step: 0.01,
  help,
  source: 'A what-if; 0% is as the data say.',
});

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
] as const satisfies readonly Assumption[];

/** A stage's conversion to suppose in place of the one in the data. */
export const STAGE_LEVERS: EditableTable = {
  id: 'stageLevers',
  title: 'What if a stage converted differently?',
  help: 'Of the deals decided in a stage, the share that goes on, to suppose in place of what the data say. Leave blank what is to stay.',
  columns: [
    { id: 'stage', header: 'Stage', format: 'text', width: 25 },
    { id: 'conversion', header: 'Goes on', format: 'percent1' },
  ],
  initial: [],
};

export interface Levers {
  /** 1 leaves everything as it is. */
  readonly conversion: number;
  readonly cycle: number;
  readonly dealSize: number;
  readonly newDeals: number;
  /** By stage name, folded as `sameStage` does: the share that goes on. */
  readonly stages: ReadonlyMap<string, number>;
}

/** Nothing supposed: everything as the data say. */
export const AS_IN_DATA: Levers = { conversion: 1, cycle: 1, dealSize: 1, newDeals: 1, stages: new Map() };

const sameStage = (name: string): string => name.trim().toLowerCase();

export function readLevers(values: AssumptionValues, tables: EditedTables): Levers {
  const factor = (id: (typeof LEVERS)[number]['id']): number => 1 + Number(values[id] ?? 0);
  const stages = new Map<string, number>();
  for (const { stage, conversion } of rowsOf(STAGE_LEVERS, tables))
    if (typeof stage === 'string' && typeof conversion === 'number' && conversion >= 0 && conversion <= 1)
      stages.set(sameStage(stage), conversion);
  return {
    conversion: factor('leverConversion'),
    cycle: factor('leverCycle'),
    dealSize: factor('leverDealSize'),
    newDeals: factor('leverNewDeals'),
    stages,
  };
}

/** The share that goes on from a stage under the levers: as supposed for the stage, else changed as every other. */
export const leveredRate = (levers: Levers, stage: string, rate: number): number =>
  levers.stages.get(sameStage(stage)) ?? Math.min(1, rate * levers.conversion);
