import type { Area, Placement, PlacementOf } from '../../engine/report/placement';
import type { SheetRecord } from './ownership';
import { covers } from './rects';

/** What one sheet will hold, taken from the placements before Excel is asked anything. */
export interface SheetPlan {
  readonly id: string;
  readonly name: string;
  readonly tables: readonly PlacementOf<'table'>[];
  readonly record: SheetRecord;
}

export type Drawn = Exclude<Placement, { kind: 'sheet' | 'stamp' }>;

export interface Plan {
  readonly sheets: readonly SheetPlan[];
  readonly stamp: PlacementOf<'stamp'> | undefined;
  readonly drawn: readonly Drawn[];
}

const is =
  <K extends Placement['kind']>(kind: K) =>
  (placement: Placement): placement is PlacementOf<K> =>
    placement.kind === kind;

export function planOf(placements: readonly Placement[]): Plan {
  const drawn = placements.filter((p): p is Drawn => p.kind !== 'sheet' && p.kind !== 'stamp');
  return {
    sheets: placements.filter(is('sheet')).map(({ sheet, name }) => {
      const here = drawn.filter((p) => p.sheet === sheet);
      const tables = here.filter(is('table'));
      const links = here
        .filter(is('links'))
        .map(({ row, column, links: below }) => ({ row, column, rows: below.length, columns: 1 }));
      const areas: Area[] = [
        ...here.filter(is('cells')).map((p) => p.area),
        ...tables.map((p) => p.area),
        ...links,
      ];
      return {
        id: sheet,
        name,
        tables,
        record: {
          sheet,
          areas: outermost(areas),
          tables: tables.map(({ name: table, headers }) => ({ name: table, headers: [...headers] })),
          charts: here.filter(is('chart')).map(({ name: chart, anchor }) => ({ name: chart, anchor })),
        },
      };
    }),
    stamp: placements.find(is('stamp')),
    drawn,
  };
}

/** Without those that lie within another. */
function outermost(areas: readonly Area[]): Area[] {
  const kept: Area[] = [];
  for (const area of [...areas].sort((a, b) => b.rows * b.columns - a.rows * a.columns))
    if (
      !kept.some(
        (k) =>
          covers(k, area.row, area.column) &&
          covers(k, area.row + area.rows - 1, area.column + area.columns - 1),
      )
    )
      kept.push({ ...area });
  return kept.sort((a, b) => a.row - b.row || a.column - b.column);
}
