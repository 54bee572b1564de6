import { issue, type Issue } from '../../core/issue';
import { sameName } from '../../dataset/values/sameName';
import {
  cellText,
  rowsOf,
  type EditableTable,
  type EditedRow,
  type EditedTables,
} from '../../report/editableTable';
import { usualStage } from './activityTally';
import { openStages, type CatalogueParts, type Direction, type Indicator } from './catalogue';
import { ofAll, ofPerson, type Cube } from './cube';
import { FROM_CREATION, fromStage } from './cycle';
import { CREATED, entriesTo } from './dealTally';
import { within, type LogSpan } from './logSpan';
import type { Persons } from './persons';
import type { Series } from './series';

export const COUNTED = [
  'Activities',
  'New deals',
  'Deals entering a stage',
  'A series kept by hand',
] as const;
export const MEASURED = ['Number', 'Amount'] as const;
export const DIRECTIONS: Readonly<Record<Direction, string>> = {
  more: 'More is better',
  fewer: 'Fewer is better',
  either: 'Either way',
};

/** What a person counts besides the catalogue: read from the Inputs sheet. */
export const ownIndicatorsTable: EditableTable = {
  id: 'ownIndicators',
  title: 'Indicators of your own',
  help: 'One row an indicator. “Counted” says what is counted; type, person and stage narrow it down, and a blank cell does not. With another indicator under “Divided by” it is a ratio. The target is for one person and period.',
  columns: [
    { id: 'name', header: 'Indicator', format: 'text', width: 30 },
    { id: 'counted', header: 'Counted', format: 'text', width: 24 },
    { id: 'type', header: 'Type', format: 'text', width: 18 },
    // On the Inputs sheet the fourth column is the widest one, and this holds the longest texts.
    { id: 'per', header: 'Divided by', format: 'text', width: 24 },
    { id: 'person', header: 'Person', format: 'text', width: 18 },
    { id: 'stage', header: 'Stage', format: 'text', width: 18 },
    { id: 'measured', header: 'Measured by', format: 'text', width: 14 },
    { id: 'direction', header: 'Direction', format: 'text', width: 17 },
    { id: 'target', header: 'Target a person', format: 'decimal', width: 12 },
  ],
  choices: {
    counted: [...COUNTED],
    measured: [...MEASURED],
    direction: Object.values(DIRECTIONS),
  },
  initial: [],
};

const same = (a: string, b: string): boolean => sameName(a) === sameName(b);

const directionOf = (row: EditedRow): Direction =>
  (Object.keys(DIRECTIONS) as Direction[]).find((d) => same(DIRECTIONS[d], cellText(row, 'direction'))) ??
  'more';

/** What a row cannot be understood without. */
type Problem = { readonly column: string; readonly value: string };

/**
 * The indicators of the table's rows. A row that names no such type, person or stage gives none, and an issue; a standard
 * alone (a row named as an indicator of the catalogue, nothing counted) sets that one's direction and target.
 */
export function ownIndicators(
  tables: EditedTables,
  parts: CatalogueParts,
  persons: Persons,
  listed: readonly Indicator[],
): { readonly indicators: readonly Indicator[]; readonly issues: readonly Issue[] } {
  const indicators = [...listed];
  const issues: Issue[] = [];
  for (const row of rowsOf(ownIndicatorsTable, tables)) {
    const name = cellText(row, 'name');
    if (name === '') continue;
    const target = typeof row['target'] === 'number' && row['target'] > 0 ? row['target'] : null;
    const at = indicators.findIndex((known) => same(known.name, name));
    if (cellText(row, 'counted') === '' && at >= 0) {
      indicators[at] = { ...indicators[at]!, target, direction: directionOf(row) };
      continue;
    }
    const made = oneOf(row, parts, persons, indicators);
    if ('column' in made) issues.push(issue('ownIndicatorUnknown', 'warning', { name, ...made }));
    else if (at >= 0) issues.push(issue('ownIndicatorTwice', 'warning', { name }));
    else indicators.push({ ...made, direction: directionOf(row), target, source: 'own' });
  }
  return { indicators, issues };
}

type Made = Series & Pick<Indicator, 'start'>;

function oneOf(
  row: EditedRow,
  parts: CatalogueParts,
  persons: Persons,
  indicators: readonly Indicator[],
): Made | Problem {
  const counted = COUNTED.find((choice) => same(choice, cellText(row, 'counted')));
  if (!counted) return { column: 'Counted', value: cellText(row, 'counted') };
  const wanted = cellText(row, 'person');
  const person = wanted === '' ? undefined : persons.names.findIndex((name) => same(name, wanted));
  if (person === -1) return { column: 'Person', value: wanted };
  const made = countedOf(counted, row, parts, person);
  if ('column' in made) return made;
  const per = cellText(row, 'per');
  if (per === '') return made;
  const below = indicators.find(({ name }) => same(name, per));
  if (!below) return { column: 'Divided by', value: per };
  const { ofPerson: above } = made;
  return {
    ...made,
    kind: 'rate',
    values: ratio(made.values, below.values),
    ...(above && below.ofPerson && { ofPerson: (p) => ratio(above(p), below.ofPerson!(p)) }),
  };
}

const ratio = (above: Float64Array, below: Float64Array): Float64Array =>
  above.map((value, i) => (below[i]! > 0 ? value / below[i]! : NaN));

function countedOf(
  counted: (typeof COUNTED)[number],
  row: EditedRow,
  { activities, deals, sheet, stages }: CatalogueParts,
  person: number | undefined,
): Made | Problem {
  const byAmount = same(cellText(row, 'measured'), 'Amount');
  const kind = byAmount ? 'amount' : 'count';
  const filtered = (cubes: readonly [counts: Cube, amounts: Cube], kinds: readonly number[], span: LogSpan) =>
    summed(byAmount ? cubes[1] : cubes[0], kinds, span, person);
  const [name, type, stage] = ['name', 'type', 'stage'].map((column) => cellText(row, column)) as [
    string,
    string,
    string,
  ]; // one per column
  switch (counted) {
    case 'Activities': {
      if (!activities) return { column: 'Counted', value: counted };
      const { tally, span } = activities;
      const wanted = [...tally.types.keys()].filter((i) => type === '' || same(tally.types[i]!, type));
      if (wanted.length === 0) return { column: 'Type', value: type };
      const start = wanted.length === 1 ? usualStage(tally, wanted[0]!) : FROM_CREATION;
      return { name, kind, start, ...filtered([tally.counts, tally.amounts], wanted, span) };
    }
    case 'New deals': {
      if (!deals) return { column: 'Counted', value: counted };
      const { tally, span } = deals;
      return {
        name,
        kind,
        start: FROM_CREATION,
        ...filtered([tally.counts, tally.amounts], [CREATED], span),
      };
    }
    case 'Deals entering a stage': {
      const rank = openStages(stages).findIndex((name) => same(name, stage));
      if (!deals || rank < 0) return { column: 'Stage', value: stage };
      const { tally, afterWarmUp } = deals;
      const cubes = [tally.counts, tally.amounts] as const;
      return { name, kind, start: fromStage(rank), ...filtered(cubes, [entriesTo(rank)], afterWarmUp) };
    }
    case 'A series kept by hand': {
      const found = sheet.find(({ name }) => same(name, type));
      if (!found) return { column: 'Type', value: type };
      if (person === undefined) return { ...found, name, start: null };
      const values = found.ofPerson?.(person);
      return values
        ? { name, kind: found.kind, values, start: null }
        : { column: 'Person', value: cellText(row, 'person') };
    }
  }
}

/** The sum of some kinds, of all people, who can then be told apart, or of one. */
function summed(
  cube: Cube,
  kinds: readonly number[],
  span: LogSpan,
  person: number | undefined,
): Pick<Series, 'values' | 'ofPerson'> {
  const total = (one: (kind: number) => Float64Array): Float64Array => {
    const sum = new Float64Array(cube.periods);
    for (const kind of kinds) one(kind).forEach((value, i) => (sum[i]! += value));
    return within(sum, span);
  };
  const ofOne = (p: number): Float64Array => total((kind) => ofPerson(cube, kind, p));
  return person === undefined
    ? { values: total((kind) => ofAll(cube, kind)), ofPerson: ofOne }
    : { values: ofOne(person) };
}
