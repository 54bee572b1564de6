import type { AssumptionValues } from '../core/assumption';
import type { Issue } from '../core/issue';
import { isBlocked } from '../core/outcome';
import type { Stamp } from '../core/stamp';
import type { InputSummary } from '../dataset/dataset';
import type { StageMap } from '../dataset/mapping';
import { dataQualitySheet } from './dataQualitySheet';
import type { EditableTable, EditedTables } from './editableTable';
import { inputsSheet, liveInputs, type JudgementsOf } from './inputsSheet';
import { linksWithin } from './linksWithin';
import type { Description, Report } from './report';
import { summarySheet } from './summarySheet';

/** Everything that a run has to say. */
export interface RunParts {
  /** One per analysis, in the order of the navigation. */
  readonly descriptions: readonly Description[];
  readonly inputs: readonly InputSummary[];
  readonly issues: readonly Issue[];
  /** By analysis. */
  readonly judgements: readonly JudgementsOf[];
  /** In force; absent ones have their initial value. */
  readonly values: AssumptionValues;
  readonly stages: StageMap;
  /** Of the analyses that have something to say, and their rows. */
  readonly editable?: readonly EditableTable[];
  readonly edited?: EditedTables;
  readonly stamp: Stamp;
  /** The source into whose workbook the sheets go, so that its cells can be linked to; absent for a new workbook. */
  readonly workbook?: string;
}

/**
 * The report of a run: Summary, the analyses' sheets, Data quality, Inputs. A run that the data block has only Data
 * quality: there is nothing else to say.
 */
export function composeReport(parts: RunParts): Report {
  const { inputs, issues, stamp } = parts;
  const within = linksWithin(parts.workbook);
  const quality = within(dataQualitySheet(inputs, issues));
  if (isBlocked(issues)) return { sheets: [quality] };
  const analysed = parts.descriptions.flatMap(({ sheets }) => sheets).map(within);
  const headlines = parts.descriptions.flatMap(({ headline }) => headline);
  const limits = parts.descriptions.flatMap((description) => description.limits);
  const live = liveInputs([...headlines, ...analysed.flatMap(({ blocks }) => blocks)]);
  const detail = [
    ...analysed,
    quality,
    inputsSheet(parts.judgements, parts.values, parts.stages, live, parts.editable, parts.edited),
  ];
  return { sheets: [summarySheet(headlines, inputs, limits, stamp, detail), ...detail] };
}
