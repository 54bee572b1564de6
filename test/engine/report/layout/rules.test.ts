import type { PlacementOf } from '../../../../src/engine/report/placement';
import { cellOf, columnOf, live, rowsOfColumn } from '../../../../src/engine/report/formula';
import type { Block, Report } from '../../../../src/engine/report/report';
import { recalculated } from '../../../support/formulaEngine';
import { placementsOf } from '../../../support/report';

const table: Block = {
  block: 'table',
  id: 'map',
  key: 'name',
  columns: [
    { id: 'name', header: 'Name', format: 'text' },
    { id: 'a', header: 'A', format: 'decimal' },
    { id: 'b', header: 'B', format: 'decimal' },
  ],
  rows: [
    ['x', -0.5, 0.25],
    ['y', 0.75, null],
    ['z', 1, 2],
  ],
  conditionalFormats: [{ rule: 'heatMap', columns: ['a', 'b'], reach: 0.8 }],
};
const chart = (aroundZero?: true): Block => ({
  block: 'chart',
  id: aroundZero ? 'around' : 'from',
  kind: 'line',
  title: 'A',
  table: 'map',
  categories: 'name',
  series: [{ name: 'A', column: 'a', tone: 'primary' }],
  alt: 'A',
  ...(aroundZero && { aroundZero }),
});
const sums: Block = {
  block: 'table',
  id: 'sums',
  key: 'what',
  columns: [
    { id: 'what', header: 'What', format: 'text' },
    { id: 'sum', header: 'Sum', format: 'decimal' },
  ],
  rows: [
    ['first two', live(0.25, 'SUM(', rowsOfColumn('map', 'a', 0, 1), ')')],
    ['all', live(1.25, 'SUM(', columnOf('map', 'a'), ')')],
    ['last', live(1, cellOf('map', 'a', -1))],
  ],
};
const sheet = (id: string, ...blocks: readonly Block[]): Report['sheets'][number] => ({
  id,
  title: id,
  orientation: 'portrait',
  blocks,
});
const placements = placementsOf({ sheets: [sheet('one', table, chart(), chart(true)), sheet('two', sums)] });

it('colours neighbouring columns by one scale', () => {
  const rules = placements.filter(
    (p): p is PlacementOf<'conditionalFormat'> => p.kind === 'conditionalFormat',
  );
  expect(rules).toHaveLength(1);
  expect(rules[0]!.rule).toMatchObject({ kind: 'colorScale', reach: 0.8 });
  expect(rules[0]!.area).toMatchObject({ rows: 3, columns: 2 });
});

it('begins the axis at 0 unless the values lie around it', () => {
  const charts = placements.filter((p): p is PlacementOf<'chart'> => p.kind === 'chart');
  expect(charts.map(({ yMin }) => yMin)).toEqual([0, undefined]);
});

it('refers to some rows of a column on another sheet', () => {
  const cells = recalculated(placements);
  expect(cells.map(({ spreadsheet }) => spreadsheet)).toEqual([0.25, 1.25, 1]);
  expect(cells[0]!.formula).toMatch(/^SUM\('Leadline one'!\$C\$\d+:\$C\$\d+\)$/);
  const beyond: Block = {
    ...sums,
    id: 'beyond',
    rows: [['x', live(0, 'SUM(', rowsOfColumn('map', 'a', 0, 3), ')')]],
  };
  expect(() => placementsOf({ sheets: [sheet('one', table), sheet('two', beyond)] })).toThrow('row 3');
});
