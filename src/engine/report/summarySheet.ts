import { heading, note } from './blocks';
import { isoOf } from '../core/day';
import type { Stamp } from '../core/stamp';
import type { InputSummary } from '../dataset/dataset';
import { inputsTable } from './inputsTable';
import type { Block, ReportSheet } from './report';

/** The first sheet: the headlines of every analysis, what cannot be told, what was read, and where to look further: the `others`. */
export function summarySheet(
  headlines: readonly Block[],
  inputs: readonly InputSummary[],
  limits: readonly string[],
  stamp: Stamp,
  others: readonly ReportSheet[],
): ReportSheet {
  return {
    id: 'summary',
    title: 'Summary',
    orientation: 'portrait',
    blocks: [
      ...headlines,
      ...(limits.length > 0
        ? [heading('What these data cannot tell'), ...limits.map((text) => note(text, 'warning'))]
        : []),
      heading('What was read'),
      inputsTable('inputsRead', inputs, 'brief'),
      heading('Where to look'),
      {
        block: 'table',
        id: 'sheets',
        key: 'sheet',
        columns: [
          { id: 'sheet', header: 'Sheet', format: 'text', width: 26 },
          { id: 'shows', header: 'What it shows', format: 'text', runsOn: true },
        ],
        rows: others.map(({ id, title, shows }) => [
          { link: { sheet: id, cell: 'A1' }, text: title },
          shows ?? null,
        ]),
      },
      heading('This run'),
      {
        block: 'table',
        id: 'run',
        key: 'what',
        columns: [
          { id: 'what', header: 'What', format: 'text' },
          { id: 'value', header: 'Value', format: 'text', runsOn: true },
        ],
        rows: [
          ['Version of Leadline', stamp.version],
          ['Data as they stood on', isoOf(stamp.asOf)],
          ['Starting number (seed)', String(stamp.seed)],
          ['Fingerprint of the data', stamp.inputHash],
        ],
      },
      note(
        'Run it again with these and the same inputs, and every number comes out the same. A different fingerprint means that the data have changed since.',
      ),
    ],
  };
}
