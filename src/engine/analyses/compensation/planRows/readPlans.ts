import type { Issue } from '../../../core/issue';
import type { PlanRow, PlanRows } from '../../../dataset/dataset';
import { sameName } from '../../../dataset/values/sameName';
import type { EditableTable } from '../../../report/editableTable';
import type { Component, Modifier, Plan, Tier } from '../plan';
import { readerOf, type RowReader } from './cellReading';
import { fieldOf, MODIFIERS, type ModifierColumn } from './modifierColumns';
import { PLAN_COMPONENTS, PLAN_MODIFIERS, PLAN_TIERS } from './planTables';
import { BANDS, BASES, idOf, KINDS, OPTIONS, PAYS, PERIODS, UNITS } from './words';

/** Plans with the rows that their parts come from, so that a check can point at the cell. */
export interface ReadPlans {
  readonly plans: readonly Plan[];
  /** By component, tier or modifier of the plans. */
  readonly rowOf: ReadonlyMap<object, PlanRow>;
  readonly issues: readonly Issue[];
}

/** Optional fields of a record that are known; an absent one is left out. */
const known = <T extends object>(fields: { readonly [K in keyof T]: T[K] | undefined }): Partial<T> =>
  // What is left has no undefined in it.
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;

const UNNAMED = 'Plan';

/**
 * Plans from the rows of the three tables. A row that names no plan is of the plan of the row above it. What cannot be
 * read is a blocking issue, and its row is left out; what can be read and makes no sense is for `checkPlan` to find.
 */
export function readPlans(rows: PlanRows): ReadPlans {
  const issues: Issue[] = [];
  const rowOf = new Map<object, PlanRow>();
  const names = new Map<string, string>();
  /** Rows of a table with the plan that they are of, in the spelling first seen. */
  const named = (table: EditableTable, of: readonly PlanRow[]) => {
    const headers = new Map(table.columns.map(({ id, header }) => [id, header]));
    // Where there is one plan only, its tiers and modifiers need not name it.
    let plan = names.size === 1 ? ([...names.values()][0] ?? '') : '';
    return of.map((row) => {
      const reader = readerOf(row, (column) => headers.get(column) ?? column, issues);
      plan = reader.text('plan') ?? (plan || UNNAMED);
      const key = sameName(plan);
      if (!names.has(key)) names.set(key, plan);
      return { key, reader };
    });
  };
  const components = named(PLAN_COMPONENTS, rows.components).flatMap(({ key, reader }) => {
    const component = componentOf(reader);
    return component ? [{ key, reader, component }] : [];
  });
  const isOwn =
    (key: string, component: string | undefined) => (other: { key: string; component: Component }) =>
      other.key === key && sameName(other.component.name) === sameName(component ?? '');
  const tiers = named(PLAN_TIERS, rows.tiers).flatMap(({ key, reader }) => {
    const component = reader.text('component');
    const owners = components.filter((other) => other.key === key);
    const owner =
      component === undefined && owners.length === 1 ? owners[0] : components.find(isOwn(key, component));
    const tier = tierOf(reader);
    if (tier) rowOf.set(tier, reader.row);
    if (!owner) reportUnknown(reader, component ?? '', names.get(key) ?? '');
    return owner && tier ? [{ owner, tier }] : [];
  });
  const modifiers = named(PLAN_MODIFIERS, rows.modifiers).flatMap(({ key, reader }) => {
    const component = reader.text('component');
    const owner = components.find(isOwn(key, component));
    const modifier = modifierOf(reader, component !== undefined);
    if (modifier) rowOf.set(modifier, reader.row);
    if (component !== undefined && !owner) reportUnknown(reader, component, names.get(key) ?? '');
    return modifier && (owner || component === undefined) ? [{ key, owner, modifier }] : [];
  });
  const plans = [...new Set([...components.map(({ key }) => key), ...modifiers.map(({ key }) => key)])].map(
    (key): Plan => ({
      name: names.get(key) ?? '',
      components: components
        .filter((own) => own.key === key)
        .map((own) => {
          const component: Component = {
            ...own.component,
            tiers: tiers
              .flatMap(({ owner, tier }) => (owner === own ? [tier] : []))
              .sort((a, b) => a.from - b.from),
            modifiers: modifiers.flatMap(({ owner, modifier }) => (owner === own ? [modifier] : [])),
          };
          rowOf.set(component, own.reader.row);
          return component;
        }),
      modifiers: modifiers.flatMap((own) => (own.key === key && !own.owner ? [own.modifier] : [])),
    }),
  );
  return { plans, rowOf, issues };
}

function reportUnknown({ report, row }: RowReader, component: string, plan: string): void {
  report('planComponentUnknown', { table: row.table, row: row.number, component, plan }, 'component');
}

function reportLacking({ report, row }: RowReader, column: string, header: string): void {
  report('planRowLacks', { table: row.table, row: row.number, column: header }, column);
}

function componentOf(reader: RowReader): Component | undefined {
  const name = reader.text('component');
  const kind = reader.choice('kind', KINDS);
  if (name === undefined) reportLacking(reader, 'component', 'Component');
  if (kind === undefined && reader.text('kind') === undefined) reportLacking(reader, 'kind', 'Kind');
  if (name === undefined || kind === undefined) return undefined;
  const basis = reader.choice('basis', BASES) ?? (kind === 'scorecard' ? 'typed' : 'revenue');
  return {
    name,
    kind,
    basis,
    period: reader.choice('period', PERIODS) ?? 'quarter',
    ...known<Component>({
      only: onlyOf(reader),
      rate: reader.number('rate'),
      unit: reader.choice('unit', UNITS),
      weight: reader.number('weight'),
      target: reader.number('target'),
      bandsOf: reader.choice('bandsOf', BANDS),
      quota: reader.text('quota'),
      starts: reader.day('starts'),
      ends: reader.day('ends'),
      objective: reader.text('objective'),
    } as { readonly [K in keyof Component]: Component[K] | undefined }),
    ...optionsOf(reader),
    tiers: [],
    modifiers: [],
  };
}

/** "Type: New, Upgrade; Region: West" as values by field. */
function onlyOf(reader: RowReader): Component['only'] {
  const text = reader.text('only');
  if (text === undefined) return undefined;
  const parts = text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return Object.fromEntries(
    parts.flatMap((part) => {
      const [field = '', values] = part.split(':');
      if (values === undefined) {
        reader.report(
          'planCellUnreadable',
          {
            table: reader.row.table,
            row: reader.row.number,
            column: 'Only where',
            value: text,
            wanted: 'filter',
            choices: [],
          },
          'only',
        );
        return [];
      }
      return [[field.trim().toLowerCase(), listOf(values)]];
    }),
  );
}

const listOf = (text: string): readonly string[] =>
  text
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '');

function optionsOf(reader: RowReader): Partial<Component> {
  const phrases = listOf(reader.text('options') ?? '');
  return Object.assign(
    {},
    ...phrases.map((phrase): Partial<Component> => {
      const option = OPTIONS.find(({ says }) => sameName(says) === sameName(phrase));
      if (option) return option.sets;
      const choices = OPTIONS.map(({ says }) => says);
      const { table, number } = reader.row;
      reader.report(
        'planCellUnreadable',
        { table, row: number, column: 'Options', value: phrase, wanted: 'choice', choices },
        'options',
      );
      return {};
    }),
  );
}

function tierOf(reader: RowReader): Tier | undefined {
  const [from, to, rate] = [reader.number('from'), reader.number('to'), reader.number('rate')];
  const [unit, how] = [reader.choice('unit', UNITS), reader.choice('how', PAYS)];
  if (from === undefined && reader.text('from') === undefined) reportLacking(reader, 'from', 'From');
  if (rate === undefined && reader.text('rate') === undefined) reportLacking(reader, 'rate', 'Rate');
  if (rate !== undefined && unit === undefined && reader.text('unit') === undefined)
    reader.report(
      'planRateWithoutUnit',
      {
        component: reader.text('component') ?? '',
        row: reader.row.number,
        table: reader.row.table,
        rate: String(rate),
      },
      'unit',
    );
  if (from === undefined || rate === undefined || unit === undefined) return undefined;
  return { from, rate, unit, ...(to !== undefined && { to }), ...(how !== undefined && { how }) };
}

/** The kinds of modifiers by what they are called. */
const MODIFIER_WORDS = Object.fromEntries(Object.entries(MODIFIERS).map(([id, { says }]) => [id, says]));

function modifierOf(reader: RowReader, ofComponent: boolean): Modifier | undefined {
  const said = reader.text('modifier');
  if (said === undefined) {
    reportLacking(reader, 'modifier', 'Modifier');
    return undefined;
  }
  const kind = reader.choice('modifier', MODIFIER_WORDS);
  const use = kind === undefined ? undefined : MODIFIERS[kind as Modifier['kind']]; // the record's own keys
  if (!use) return undefined;
  const { table, number } = reader.row;
  if (use.of !== 'both' && (use.of === 'component') !== ofComponent) {
    reader.report(
      'planModifierMisplaced',
      { table, row: number, modifier: use.says, belongs: use.of },
      'component',
    );
    return undefined;
  }
  const fields: Record<string, unknown> = { kind };
  let complete = true;
  // The keys of a partial record of columns.
  for (const column of Object.keys(use.columns) as readonly ModifierColumn[]) {
    const value = valueIn(reader, use.columns[column]!, column);
    if (value !== undefined) fields[fieldOf(use, column)] = value;
    else if (isRequired(use.columns[column]!)) {
      complete = false;
      if (reader.text(column) === undefined) reportLacking(reader, column, HEADERS.get(column) ?? column);
    }
  }
  const and = reader.text('andMeasure');
  if (kind === 'multiplier' && and !== undefined)
    fields['and'] = {
      measure: measureNamed(and),
      ...known<{ from: number; to: number }>({ from: reader.number('andFrom'), to: reader.number('andTo') }),
    };
  // Every required field of the kind is there, of the type that its column has.
  return complete ? (fields as unknown as Modifier) : undefined;
}

const HEADERS = new Map(PLAN_MODIFIERS.columns.map(({ id, header }) => [id, header]));

type Use = NonNullable<(typeof MODIFIERS)[Modifier['kind']]['columns'][ModifierColumn]>;
const isRequired = (use: Use): boolean => use.is === 'choice' || use.required;

function valueIn(reader: RowReader, use: Use, column: ModifierColumn): unknown {
  switch (use.is) {
    case 'number':
      return reader.number(column);
    case 'text': {
      const text = column === 'how' ? reader.day(column) : reader.text(column);
      return column === 'measure' && text !== undefined ? measureNamed(text) : text;
    }
    case 'list': {
      const values = listOf(reader.text(column) ?? '');
      return values.length > 0 ? values : undefined;
    }
    case 'choice':
      return reader.text(column) === undefined ? Object.keys(use.words)[0] : reader.choice(column, use.words);
  }
}

/** Properties of deals by what they are called on a sheet. */
const DEAL_MEASURES = { margin: 'Margin', term: 'Term', amount: 'Amount' } as const;

const measureNamed = (text: string): string => idOf(DEAL_MEASURES, text) ?? text;
