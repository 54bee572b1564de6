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
  const rows = table.rows.slice(0, ROWS).map((row) => row.map((cell, c) => shown(cell, table.columns[c]?.format ?? 'text')));
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
      return block.figures.flatMap((f) => [`  ${f.label}: ${shown(f.value, f.format)}${f.detail ? `   (${f.detail})` : ''}`]);
    case 'table':
    case 'inputTable':
      return tableLines(block);
    case 'inputs':
      return block.cells.map((cell) => `  ${cell.label}: ${shown(cell.value, cell.format)} ${cell.unit}`.trimEnd());
    case 'chart':
      return [];
  }
}

/** A report's sheets as text for a terminal: the same blocks that the workbook shows, without its charts. */
export const printSheets = (report: Report, ids: readonly string[]): string =>
  report.sheets
    .filter((sheet) => ids.includes(sheet.id))
    .flatMap((sheet) => sheet.blocks.flatMap(blockLines))
    .join('\n')
    .trim();
