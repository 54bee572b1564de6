import type { InputSummary } from '../dataset/dataset';
import { ROLES } from '../dataset/roles';
import { columnOf, live, thisRow } from './formula';
import type { Column, Table } from './report';

const roleTitle = (role: InputSummary['role']): string =>
  role === 'ignored' ? 'Not used' : ROLES[role].title;

/** "Opportunities"; with its file when there are several files. */
const placeNames = (inputs: readonly InputSummary[]): readonly string[] => {
  const several = new Set(inputs.map(({ source }) => source)).size > 1;
  return inputs.map(({ source, sheet }) => (several ? `${source} — ${sheet}` : sheet));
};

const REASONS: readonly Column[] = [
  { id: 'why', header: 'Why it was read so', format: 'text', wrap: true, width: 76 },
  {
    id: 'headerRow',
    header: 'Header row',
    format: 'integer',
    note: 'Row of the sheet on which the headers stand.',
  },
];

/** Tables may share a sheet; the header's row then tells them apart. */
function uniqueNames(inputs: readonly InputSummary[]): readonly string[] {
  const names = placeNames(inputs);
  return names.map((name, i) =>
    names.indexOf(name) === names.lastIndexOf(name) ? name : `${name}, row ${inputs[i]?.headerRow ?? 0}`,
  );
}

/**
 * Which tables were read, with a live check that no row went missing: rows read = rows used + rows left out. In full it
 * also says why each was read so.
 */
export function inputsTable(id: string, inputs: readonly InputSummary[], extent: 'brief' | 'full'): Table {
  const full = extent === 'full';
  const names = uniqueNames(inputs);
  const total = (column: 'rows' | 'used' | 'excluded') =>
    live(
      inputs.reduce((sum, input) => sum + input[column], 0),
      'SUM(',
      columnOf(id, column),
      ')',
    );
  return {
    block: 'table',
    id,
    key: 'sheet',
    columns: [
      { id: 'sheet', header: 'Sheet', format: 'text' },
      { id: 'role', header: 'Read as', format: 'text', width: 16 },
      { id: 'check', header: 'Adds up', format: 'text', note: 'Yes when rows read = used + left out.' },
      { id: 'rows', header: 'Rows read', format: 'integer' },
      { id: 'used', header: 'Used', format: 'integer' },
      {
        id: 'excluded',
        header: 'Left out',
        format: 'integer',
        note: 'Each of these rows is listed on the Data quality sheet with its reason.',
      },
      ...(full ? REASONS : []),
    ],
    rows: inputs.map((input, i) => [
      names[i] ?? input.sheet,
      roleTitle(input.role),
      live(
        input.rows === input.used + input.excluded ? 'Yes' : 'No',
        'IF(',
        thisRow('rows'),
        '=',
        thisRow('used'),
        '+',
        thisRow('excluded'),
        ',"Yes","No")',
      ),
      input.rows,
      input.used,
      input.excluded,
      ...(full ? [input.why, input.headerRow] : []),
    ]),
    totals: [
      'All',
      null,
      null,
      total('rows'),
      total('used'),
      total('excluded'),
      ...(full ? [null, null] : []),
    ],
    conditionalFormats: [{ rule: 'flagWhere', column: 'check', value: 'No', tone: 'bad' }],
  };
}
