import type { Assumption } from '../../core/assumption';
import type { UncheckedValue } from '../../core/assumptionValues';
import { IN_FORCE, type Scenario } from '../../core/scenario';
import { sameName } from '../../dataset/values/sameName';
import type { EditableTable, EditedRow } from '../../report/editableTable';
import { cellIn, sameRow, textOf } from '../../report/tableCells';
import { changeableNamed, changeables, SCENARIO_TABLES } from './changeable';

/** How far the ready scenarios turn the levers. */
const READY: readonly (readonly [scenario: string, changes: Readonly<Record<string, string>>])[] = [
  [
    'Tough',
    {
      'Change of every conversion': '-5%',
      'Change of the sales cycle': '10%',
      'Change of deal size': '-5%',
      'Change of new deals': '-10%',
    },
  ],
  ['Base', {}],
  [
    'Good',
    {
      'Change of every conversion': '5%',
      'Change of the sales cycle': '-10%',
      'Change of deal size': '5%',
      'Change of new deals': '10%',
    },
  ],
];

const row = (
  scenario: string,
  what: string | null,
  whose: string | null,
  value: string | null,
): EditedRow => ({
  scenario,
  what,
  for: whose,
  value,
});

/** Named scenarios, one change a row; everything is text, so that a program makes no date or share of it by itself. */
export const SCENARIOS: EditableTable = {
  id: 'scenarios',
  title: 'Scenarios',
  help: 'One row a change: the scenario’s name, what it changes (a label of this sheet, or “Stage: Goes on”, “Opportunity ID: Count it”, “Opportunity ID: Amount”, “Hire: First day” and the like), for which stage, deal or person, and the value (10%, 50000, 2026-03-31). Rows with one name are one scenario; a name alone changes nothing. All are run beside what is in force: see the sheet Scenarios.',
  columns: [
    { id: 'scenario', header: 'Scenario', format: 'text', width: 25 },
    { id: 'what', header: 'What changes', format: 'text', width: 34 },
    { id: 'for', header: 'For', format: 'text', width: 20 },
    { id: 'value', header: 'To', format: 'text', width: 14 },
  ],
  initial: READY.flatMap(([name, changes]) => {
    const rows = Object.entries(changes).map(([what, value]) => row(name, what, null, value));
    return rows.length > 0 ? rows : [row(name, null, null, null)];
  }),
};

const textIn = (cell: UncheckedValue): string => String(cell ?? '').trim();

/** The scenarios of these rows, in their order. Names that nothing has stand among the changes, for `applied` to say so. */
export function readScenarios(
  rows: readonly EditedRow[],
  assumptions: readonly Assumption[],
): readonly Scenario[] {
  const all = changeables(assumptions);
  const found = new Map<string, { name: string; changes: Changes; tables: Record<string, Changes[]> }>();
  for (const { scenario, what, for: whose, value } of rows) {
    const name = textIn(scenario);
    if (name === '') continue;
    const of = found.get(sameName(name)) ?? { name, changes: {}, tables: {} };
    found.set(sameName(name), of);
    if (textIn(what) === '') continue;
    const one = changeableNamed(all, textIn(what));
    if (!one) of.changes[textIn(what)] = value;
    else if ('assumption' in one) of.changes[one.assumption.id] = value;
    else {
      const { table, column } = one;
      const key = table.columns[0]!;
      const rowsOfTable = (of.tables[table.id] ??= []);
      const cells = rowsOfTable.find((cell) => sameRow(table, cell[key.id], whose));
      const target = cells ?? { [key.id]: textIn(whose) === '' ? null : cellIn(key, whose) };
      if (!cells) rowsOfTable.push(target);
      target[column.id] = cellIn(column, value);
    }
  }
  return [...found.values()].map(({ name, changes, tables }) => ({
    name,
    baseline: IN_FORCE,
    changes,
    ...(Object.keys(tables).length > 0 && { tables }),
  }));
}

type Changes = Record<string, UncheckedValue>;

/** The scenario as rows: what `readScenarios` makes the same scenario of. */
export function scenarioRows(scenario: Scenario, assumptions: readonly Assumption[]): readonly EditedRow[] {
  const labels = new Map(assumptions.map(({ id, label }) => [id, label]));
  const shares = new Set(assumptions.flatMap((a) => (a.unit === 'share' ? [a.id] : [])));
  const changes = Object.entries(scenario.changes).map(([id, value]) =>
    row(
      scenario.name,
      labels.get(id) ?? id,
      null,
      shares.has(id) && typeof value === 'number'
        ? `${Number((value * 100).toPrecision(12))}%`
        : String(value ?? ''),
    ),
  );
  const cells = Object.entries(scenario.tables ?? {}).flatMap(([id, rows]) => {
    const table = SCENARIO_TABLES.find((one) => one.id === id);
    const [key, first] = table?.columns ?? [];
    return rows.flatMap((cellsOfRow) => {
      // A row that says nothing but whose it is stays one: a hire without a day is not no hire.
      if (key && first && Object.entries(cellsOfRow).every(([id, cell]) => id === key.id || cell === null))
        return [row(scenario.name, `${key.header}: ${first.header}`, textOf(key, cellsOfRow[key.id]), null)];
      return Object.entries(cellsOfRow).flatMap(([columnId, cell]) => {
        if (columnId === key?.id || cell === null || cell === undefined) return [];
        const column = table?.columns.find((one) => one.id === columnId);
        const whose = key ? textOf(key, cellsOfRow[key.id]) : null;
        return column && key
          ? [row(scenario.name, `${key.header}: ${column.header}`, whose, textOf(column, cell))]
          : [row(scenario.name, `${id}: ${columnId}`, whose, String(cell))];
      });
    });
  });
  const rows = [...changes, ...cells];
  return rows.length > 0 ? rows : [row(scenario.name, null, null, null)];
}

export const withoutScenario = (rows: readonly EditedRow[], name: string): readonly EditedRow[] =>
  rows.filter(({ scenario }) => sameName(textIn(scenario)) !== sameName(name));

/** The rows with this scenario in place of the one of its name, or after all others. */
export function withScenario(
  rows: readonly EditedRow[],
  scenario: Scenario,
  assumptions: readonly Assumption[],
): readonly EditedRow[] {
  const added = scenarioRows(scenario, assumptions);
  const at = rows.findIndex((one) => sameName(textIn(one['scenario'])) === sameName(scenario.name));
  const others = withoutScenario(rows, scenario.name);
  return at < 0 ? [...others, ...added] : [...others.slice(0, at), ...added, ...others.slice(at)];
}
