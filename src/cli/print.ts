import { groupIssues } from '../app/issueGroups';
import type { RunResult } from '../app/run';
import { wordedIssue } from '../app/wordedIssue';
import type { Issue } from '../engine/core/issue';
import { ROLES } from '../engine/dataset/roles';
import { formatValue } from '../engine/report/formats';
import type { Block, CellContent, Format, Report, Table } from '../engine/report/report';

const shown = (cell: CellContent, format: Format): string => {
  const value = cell !== null && typeof cell === 'object' ? ('link' in cell ? cell.text : cell.value) : cell;
  return value === null ? '' : formatValue(value, format);
};

/** Lines no longer than `width`, broken between words. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line];
}

const WIDTH = 100;
/** A terminal shows the head of a long table; the workbook and the findings file have the rest. */
const ROWS = 40;

function tableLines(table: Pick<Table, 'columns' | 'rows'>): readonly string[] {
  const rows = table.rows
    .slice(0, ROWS)
    .map((row) => row.map((cell, c) => shown(cell, table.columns[c]?.format ?? 'text')));
  const widths = table.columns.map((column, c) =>
    Math.min(44, Math.max(column.header.length, ...rows.map((row) => (row[c] ?? '').length))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, c) => {
        const width = widths[c] ?? 0;
        const cut = cell.length > width ? `${cell.slice(0, width - 1)}…` : cell;
        return table.columns[c]?.format === 'text' ? cut.padEnd(width) : cut.padStart(width);
      })
      .join('  ')
      .trimEnd();
  return [
    line(table.columns.map((c) => c.header)),
    widths.map((w) => '─'.repeat(w)).join('  '),
    ...rows.map(line),
    ...(table.rows.length > ROWS ? [`… and ${table.rows.length - ROWS} more rows`] : []),
  ];
}

function blockLines(block: Block): readonly string[] {
  switch (block.block) {
    case 'heading':
      return block.level === 1 ? ['', block.text, '═'.repeat(block.text.length)] : ['', block.text];
    case 'note':
      return wrapped(block.text, WIDTH);
    case 'keyFigures':
      return block.figures.flatMap((f) => [
        `  ${f.label}: ${shown(f.value, f.format)}${f.detail ? `   (${f.detail})` : ''}`,
      ]);
    case 'table':
    case 'inputTable':
      return tableLines(block);
    case 'inputs':
      return block.cells.map((cell) =>
        `  ${cell.label}: ${shown(cell.value, cell.format)} ${cell.unit}`.trimEnd(),
      );
    case 'chart':
      return [];
  }
}

/** Text from data may hold control characters; on a terminal they would be commands. */
const harmless = (text: string): string => text.replace(/(?!\n)\p{Cc}/gu, ' ');

/** The Summary and the analyses' sheets as text: the same blocks that the workbook shows, without its charts. */
export function printReport(report: Report): void {
  const text = report.sheets
    .filter(({ id }) => id !== 'dataQuality' && id !== 'inputs')
    .flatMap((sheet) => sheet.blocks.flatMap(blockLines))
    .join('\n')
    .trim();
  process.stdout.write(`${harmless(text)}\n`);
}

/** What was recognised, and why: one paragraph a table. */
export function printInspection({ findings, stages }: RunResult): void {
  const lines = findings.inputs.flatMap((input) => [
    `${input.source} › ${input.sheet}, header in row ${input.headerRow}: ${
      input.role === 'ignored' ? 'not used' : ROLES[input.role].title.toLowerCase()
    } (${Math.round(input.confidence * 100)} % sure)`,
    `  ${input.why}`,
    ...(input.role === 'ignored'
      ? []
      : [
          `  rows ${input.rows} = used ${input.used} + excluded ${input.excluded}`,
          ...Object.entries(input.mapping.columns).map(([field, header]) => `  ${field} ← ${header}`),
          ...input.mapping.stageDates.map(({ stage, header }) => `  entry to ${stage} ← ${header}`),
          ...input.mapping.activityCounts.map(({ type, header }) => `  count of ${type} ← ${header}`),
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
