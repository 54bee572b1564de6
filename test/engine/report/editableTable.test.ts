import { ANALYSES } from '../../../src/engine/analyses';
import {
  EDITABLE_TABLES,
  editedRows,
  editedTables,
  inputTableOf,
} from '../../../src/engine/report/editableTable';
import type { EditableTable } from '../../../src/engine/report/editableTable';

const hires: EditableTable = {
  id: 'hires',
  title: 'Planned hires',
  help: 'One row a hire.',
  columns: [
    { id: 'who', header: 'Who', format: 'text' },
    { id: 'cost', header: 'Cost a month', format: 'money' },
  ],
  initial: [{ who: 'A', cost: 500_000 }],
};

it('is read back by its headers, whatever stands beside; amounts become cents, blank rows are left out', () => {
  const found = [
    ['My note', ' cost A MONTH', 'Who'],
    ['x', 5000.5, 'B'],
    ['only a note', null, ' '],
    [null, 'a lot', null],
  ];
  expect(editedRows(hires, found)).toEqual([
    { who: 'B', cost: 500_050 },
    { who: null, cost: 'a lot' },
  ]);
});

it('gives no row where its columns are gone or nothing stands', () => {
  expect(editedRows(hires, [['x'], [1]])).toEqual([]);
  expect(editedRows(hires, [])).toEqual([]);
});

it('counts as edited only where it stands in the workbook', () => {
  expect(editedTables([hires], {})).toEqual({});
  expect(editedTables([hires], { hires: [['Who']] })).toEqual({ hires: [] });
});

it('shows what a person left, else its initial rows, and room for more', () => {
  expect(inputTableOf(hires, {}).rows.slice(0, 2)).toEqual([
    ['A', 500_000],
    [null, null],
  ]);
  expect(inputTableOf(hires, { hires: [{ who: true }] }).rows[0]).toEqual(['Yes', null]);
});

it('is among those that hosts read back', () => {
  const declared = new Set(
    ANALYSES.flatMap((analysis) => (analysis.editableTables ?? []).map(({ id }) => id)),
  );
  expect([...EDITABLE_TABLES].sort()).toEqual(['stages', 'scenarios', ...declared].sort());
});
