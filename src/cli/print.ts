import { groupIssues } from '../app/issueGroups';
import type { RunResult } from '../app/run';
import { wordedIssue } from '../app/wordedIssue';
import type { Issue } from '../engine/core/issue';
import { ROLES } from '../engine/dataset/roles';
import { formatValue } from '../engine/report/formats';
import { isLink, isShown, valueOf } from '../engine/report/formula';
import { counted } from '../engine/report/phrases';
import { wrapped } from '../engine/report/layout/wrap';
import type { Block, CellContent, Format, Report, Table } from '../engine/report/report';

const shown = (cell: CellContent, format: Format): string => {
  const value = valueOf(cell);
  return value === null ? '' : formatValue(value, isShown(cell) ? cell.as : format);
};

/** A terminal shows the head of a long table; the workbook and the findings file have the rest. */
const ROWS = 40;
const WIDEST_CELL = 44;
const GAP = '  ';
/** Several warnings follow one another: each begins so. */
const BULLET = '• ';

/** A table in fixed columns; those that do not fit the width are named in a line below it. */
function tableLines(table: Pick<Table, 'columns' | 'rows'>, width: number): readonly string[] {
  const rows = table.rows
    .slice(0, ROWS)
    .map((row) => row.map((cell, c) => shown(cell, table.columns[c]?.format ?? 'text')));
  const widths = table.columns.map((column, c) =>
    Math.min(WIDEST_CELL, Math.max(column.header.length, ...rows.map((row) => (row[c] ?? '').length))),
  );
  let fitting = 0;
  for (let used = 0; fitting < widths.length; fitting++) {
    used += (fitting ? GAP.length : 0) + (widths[fitting] ?? 0);
    if (fitting > 0 && used > width) break;
  }
  const line = (cells: readonly string[]): string =>
    widths
      .slice(0, fitting)
      .map((w, c) => {
        const cell = cells[c] ?? '';
        const cut = cell.length > w ? `${cell.slice(0, w - 1)}…` : cell;
        return table.columns[c]?.format === 'text' ? cut.padEnd(w) : cut.padStart(w);
      })
      .join(GAP)
      .trimEnd();
  const hidden = table.columns.slice(fitting).map((c) => c.header);
  return [
    '',
    line(table.columns.map((c) => c.header)),
    line(widths.map((w) => '─'.repeat(w))),
    ...rows.map(line),
    ...(table.rows.length > ROWS ? [`… and ${counted(table.rows.length - ROWS, 'more row')}`] : []),
    ...(hidden.length ? wrapped(`In the workbook also: ${hidden.join(', ')}`, width) : []),
  ];
}

function blockLines(block: Block, width: number): readonly string[] {
  switch (block.block) {
    case 'heading':
      return ['', block.text, (block.level === 1 ? '═' : '─').repeat(block.text.length)];
    case 'note':
      return block.tone === 'warning'
        ? wrapped(block.text, width - BULLET.length).map(
            (line, i) => (i === 0 ? BULLET : ' '.repeat(BULLET.length)) + line,
          )
        : wrapped(block.text, width);
    case 'keyFigures':
      return block.figures.flatMap((f) =>
        wrapped(`${f.label}: ${shown(f.value, f.format) || '–'}${f.detail ? ` (${f.detail})` : ''}`, width),
      );
    case 'table':
    case 'inputTable':
      return tableLines(block, width);
    case 'inputs':
    case 'chart':
      return [];
  }
}

/** What a terminal can show: no charts, none of the numbers behind them, no links to sheets. */
const printable = (block: Block): boolean =>
  block.block === 'table'
    ? !block.feedsCharts && !block.rows.some((row) => row.some((cell) => isLink(cell)))
    : block.block === 'note'
      ? !block.onSheetsOnly
      : block.block !== 'chart' && block.block !== 'inputs';

/** Without the headings that nothing follows. */
const withoutEmptyHeadings = (blocks: readonly Block[]): readonly Block[] =>
  blocks.filter((block, i) => {
    const next = blocks[i + 1];
    return block.block !== 'heading' || (next && (next.block !== 'heading' || next.level > block.level));
  });

/** Text from data may hold control characters; on a terminal they would be commands. */
const harmless = (text: string): string => text.replace(/(?!\n)\p{Cc}/gu, ' ');

/**
 * The Summary as text, and if wanted the tables of the analyses' sheets: the same blocks that the workbook shows, without
 * its charts.
 */
export function printReport(report: Report, tables: boolean, width = process.stdout.columns || 120): void {
  const summary = report.sheets.filter(({ id }) => id === 'summary').flatMap(({ blocks }) => blocks);
  const said = new Set(summary.map((block) => (block.block === 'note' ? block.text : '')));
  const textOf = (blocks: readonly Block[]): readonly string[] =>
    withoutEmptyHeadings(blocks.filter(printable)).flatMap((block) => blockLines(block, width));
  const sheets = tables
    ? report.sheets.filter(
        ({ id, onSheetsOnly }) => !['summary', 'dataQuality', 'inputs'].includes(id) && !onSheetsOnly,
      )
    : [];
  const lines = [
    ...textOf(summary),
    ...sheets.flatMap(({ title, blocks }) => {
      // What stands on the Summary already is not said again.
      const fresh = blocks.filter(
        (b) => b.block !== 'keyFigures' && !(b.block === 'note' && said.has(b.text)),
      );
      const text = textOf(fresh);
      return text.length === 0
        ? []
        : ['', `━━━ ${title} ${'━'.repeat(Math.max(3, width - title.length - 5))}`, ...text];
    }),
  ];
  process.stdout.write(`${harmless(lines.join('\n').trim())}\n`);
}

/** What was recognised, and why: one paragraph a table. */
export function printInspection({ findings, stages }: RunResult): void {
  const lines = findings.inputs.flatMap((input) => [
    `${input.source} › ${input.sheet}, header in row ${input.headerRow}: ${
      input.role === 'ignored' ? 'not used' : ROLES[input.role].title.toLowerCase()
    } (${Math.round(input.confidence * 100)}% sure)`,
    `  ${input.why}`,
    ...(input.role === 'ignored'
      ? []
      : [
          `  rows ${input.rows} = used ${input.used} + excluded ${input.excluded}`,
          ...Object.entries(input.mapping.columns).map(([field, header]) => `  ${field} ← ${header}`),
          ...input.mapping.stageDates.map(({ stage, header }) => `  entry to ${stage} ← ${header}`),
          ...input.mapping.activityCounts.map(({ type, header }) => `  count of ${type} ← ${header}`),
          ...input.mapping.measures.map(({ measure, header }) => `  result ${measure} ← ${header}`),
        ]),
    '',
  ]);
  if (stages.length)
    lines.push(
      `Stages: ${stages.map(({ name, kind }) => (kind === 'open' ? name : `${name} (${kind})`)).join(' → ')}`,
    );
  process.stdout.write(`${harmless(lines.join('\n'))}\n`);
}

const EXAMPLES = 3;

/** Issues by kind, to standard error: what blocks always; the rest with a few examples unless `quiet`. */
export function printIssues(issues: readonly Issue[], quiet: boolean): void {
  const lines = groupIssues(issues.map(wordedIssue))
    .filter((group) => !quiet || group.severity === 'blocking')
    .flatMap(({ severity, count, examples }) => [
      ...examples.slice(0, EXAMPLES).map(({ message, source, sheet, row, column }) => {
        const place = [source, sheet === source ? null : sheet, row && `${column ?? 'row '}${row}`]
          .filter(Boolean)
          .join(' › ');
        return `${SEVERITY[severity]}: ${message}${place ? ` (${place})` : ''}`;
      }),
      ...(count > EXAMPLES ? [`  … and ${count - EXAMPLES} more like it`] : []),
    ]);
  if (lines.length) process.stderr.write(`${harmless(`\n${lines.join('\n')}`)}\n`);
}
const SEVERITY = { blocking: 'Stopped', warning: 'Check', note: 'Note' } as const;
