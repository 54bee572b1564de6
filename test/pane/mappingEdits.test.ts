import fc from 'fast-check';
import type { StageDefinition, TableMapping } from '../../src/engine/dataset/mapping';
import {
  withDateOrder,
  withField,
  withoutTable,
  withRole,
  withStageKind,
  withStageMoved,
  withTable,
} from '../../src/pane/mappingEdits';

const table: TableMapping = {
  source: 'Pipeline.xlsx',
  sheet: 'Deals',
  headerRow: 3,
  role: 'opportunities',
  columns: { id: 'Deal ID', stage: 'Stage', created: 'Created' },
  stageDates: [{ stage: 'Demo', header: 'Demo on' }],
  activityCounts: [],
  measures: [],
  dateOrders: { created: 'dmy' },
};

it('gives a column one field and a field one column', () => {
  const edited = withField(table, 'Phase', 'stage');
  expect(edited.columns).toEqual({ id: 'Deal ID', stage: 'Phase', created: 'Created' });
  // The field that lost its column is decided to have none, or recognition would find the column again.
  expect(withField(table, 'Stage', 'owner').columns).toEqual({
    id: 'Deal ID',
    stage: '',
    created: 'Created',
    owner: 'Stage',
  });
  expect(withField(table, 'Stage', undefined).columns['stage']).toBe('');
});

it('takes a column for a stage date and back', () => {
  const wide = withField(table, 'Created', 'stageDate');
  expect(wide.columns['created']).toBe('');
  expect(wide.stageDates).toEqual([
    { stage: 'Demo', header: 'Demo on' },
    { stage: 'Created', header: 'Created' },
  ]);
  expect(withField(wide, 'Demo on', 'closed')).toMatchObject({
    columns: { closed: 'Demo on' },
    stageDates: [{ header: 'Created' }],
  });
});

it('leaves the columns of a new role to recognition', () => {
  expect(withRole(table, 'activities')).toEqual({
    source: 'Pipeline.xlsx',
    sheet: 'Deals',
    headerRow: 3,
    role: 'activities',
  });
});

it('keeps one decision per table', () => {
  const other = { ...table, sheet: 'Other' };
  const mapping = withTable(withTable({ tables: [] }, other), table);
  const again = withTable(mapping, withRole(table, 'people'));
  expect(again.tables.map((t) => [t.sheet, t.role])).toEqual([
    ['Other', 'opportunities'],
    ['Deals', 'people'],
  ]);
  expect(withoutTable(again, table).tables).toEqual([other]);
});

it('keeps the order of day and month with the field, or with the header of a stage date', () => {
  expect(withDateOrder(table, 'Created', 'mdy').dateOrders).toEqual({ created: 'mdy' });
  expect(withDateOrder(table, 'Demo on', 'mdy').dateOrders).toEqual({ created: 'dmy', 'Demo on': 'mdy' });
});

it('moves stages without losing any', () => {
  const names = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(names, fc.nat(9), fc.constantFrom(-1 as const, 1 as const), (list, at, by) => {
      const stages = list.map((name): StageDefinition => ({ name, kind: 'open' }));
      const moved = withStageMoved(stages, at, by);
      expect([...moved].map((s) => s.name).sort()).toEqual([...list].sort());
      const stays = stages[at] === undefined || stages[at + by] === undefined;
      expect(moved.map((s) => s.name)).toEqual(
        stays ? list : list.map((name, i) => (i === at ? list[at + by] : i === at + by ? list[at] : name)),
      );
    }),
  );
  expect(withStageKind([{ name: 'Lead', kind: 'open' }], 0, 'ignored')).toEqual([
    { name: 'Lead', kind: 'ignored' },
  ]);
});
