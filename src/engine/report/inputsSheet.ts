import { heading, note } from './blocks';
import type { Assumption, AssumptionValues } from '../core/assumption';
import type { StageKind, StageMap } from '../dataset/mapping';
import { type EditableTable, type EditedTables, inputTableOf } from './editableTable';
import { isLive } from './formula';
import type { Block, CellContent, InputCell, ReportSheet } from './report';

const KINDS: Readonly<Record<StageKind, string>> = {
  open: 'Open',
  won: 'Won',
  lost: 'Lost',
  ignored: 'Ignored',
};

const contentsOf = (block: Block): readonly CellContent[] =>
  block.block === 'keyFigures'
    ? block.figures.map(({ value }) => value)
    : block.block === 'table' || block.block === 'inputTable'
      ? [...block.rows.flat(), ...(block.totals ?? [])]
      : [];

/** Ids of the inputs that formulas of these blocks read: changing them acts at once, with the add-in closed. */
export const liveInputs = (blocks: readonly Block[]): ReadonlySet<string> =>
  new Set(
    blocks
      .flatMap(contentsOf)
      .filter(isLive)
      .flatMap(({ parts }) => parts)
      .flatMap((part) => (typeof part === 'object' && part.ref === 'input' ? [part.id] : [])),
  );

const AT_ONCE = 'Acts at once on the formulas; curves and other estimates follow on the next run.';
const NEXT_RUN = 'Acts on the next run.';

function inputCell(assumption: Assumption, values: AssumptionValues, actsAtOnce: boolean): InputCell {
  const value = values[assumption.id] ?? assumption.initial;
  const common = {
    id: assumption.id,
    label: assumption.label,
    help: `${assumption.help} ${actsAtOnce ? AT_ONCE : NEXT_RUN}`,
  };
  if (assumption.kind === 'choice') {
    const chosen = assumption.choices.find((choice) => choice.value === value);
    return {
      ...common,
      value: chosen?.label ?? value,
      format: 'text',
      unit: '',
      validation: { rule: 'oneOf', choices: assumption.choices.map(({ label }) => label) },
    };
  }
  const share = assumption.unit === 'share';
  const { min, max, step } = assumption;
  const whole = [min, max, step].every(Number.isInteger);
  return {
    ...common,
    value,
    format: share ? (Number.isInteger(step * 100) ? 'percent' : 'percent1') : whole ? 'integer' : 'decimal',
    unit: share ? '' : assumption.unit,
    validation: { rule: 'between', min, max, whole },
  };
}

/** The judgements of one analysis; one that several share stands with the first. */
export interface JudgementsOf {
  readonly title: string;
  readonly assumptions: readonly Assumption[];
}

/**
 * The judgements behind the results, as cells that a person may change and the next run reads back. `live` holds the ids
 * of those that act at once.
 */
export function inputsSheet(
  judgements: readonly JudgementsOf[],
  values: AssumptionValues,
  stages: StageMap,
  live: ReadonlySet<string>,
  editable: readonly EditableTable[] = [],
  edited: EditedTables = {},
): ReportSheet {
  return {
    id: 'inputs',
    title: 'Inputs',
    shows: 'The judgements behind the results; change them here',
    orientation: 'portrait',
    blocks: [
      note(
        'Change a yellow cell, then choose Write to workbook in Leadline’s pane, or run the command line again on this workbook. What acts at once without a new run says so.',
        'plain',
      ),
      heading('Judgements'),
      ...judgements
        .filter(({ assumptions }) => assumptions.length > 0)
        .flatMap(({ title, assumptions }, i): readonly Block[] => [
          heading(title, 2),
          {
            block: 'inputs',
            id: `judgements${i + 1}`,
            cells: assumptions.map((assumption) => inputCell(assumption, values, live.has(assumption.id))),
          },
        ]),
      ...(stages.length > 0
        ? [
            heading('Stages'),
            note(
              'List the open stages in the order in which deals pass them. Won and Lost end a deal; Ignored stages are left out of the path. Changes act on the next run.',
              'plain',
            ),
            {
              block: 'inputTable',
              id: 'stages',
              key: 'stage',
              columns: [
                { id: 'stage', header: 'Stage', format: 'text' },
                { id: 'kind', header: 'Kind', format: 'text' },
              ],
              rows: stages.map(({ name, kind }) => [name, KINDS[kind]]),
              choices: { kind: Object.values(KINDS) },
            } as const,
          ]
        : []),
      ...editable.flatMap((table): readonly Block[] =>
        table.title === undefined
          ? []
          : [heading(table.title), note(`${table.help} ${NEXT_RUN}`, 'plain'), inputTableOf(table, edited)],
      ),
    ],
  };
}
