import { earnedByDeal, scaled, sumOf, type Measures, type Part, type Piece } from '../facts';
import { modifiersOf, type Component, type MeasureBand, type ModifierOf } from '../plan';
import { isDealProperty, propertyOf } from './perDeal';

type Multiplier = ModifierOf<'multiplier'>;

const inBand = (value: number, { from = -Infinity, to = Infinity }: MeasureBand): boolean =>
  value >= from && value < to;

/** The tables of a component: rows of the same measure, and of the same second measure, are one. */
export function tablesOf(component: Component): readonly (readonly Multiplier[])[] {
  const tables = new Map<string, Multiplier[]>();
  for (const row of modifiersOf(component.modifiers, 'multiplier')) {
    const key = `${row.measure}\n${row.and?.measure ?? ''}`.toLowerCase();
    tables.set(key, [...(tables.get(key) ?? []), row]);
  }
  return [...tables.values()];
}

/** The row whose bands hold the measures; outside of all rows none, and the factor is 1. */
const rowFor = (table: readonly Multiplier[], value: (measure: string) => number): Multiplier | undefined =>
  table.find(
    (row) => inBand(value(row.measure), row) && (!row.and || inBand(value(row.and.measure), row.and)),
  );

/**
 * Multipliers (P9): a table of factors by a component's attainment, or by a deal's margin, term or amount; with a second
 * measure a matrix. A table that looks at deals multiplies what each deal earned; what no deal earned (a lump) stays.
 * Several tables multiply one after the other.
 */
export function multiplied(
  component: Component,
  pieces: readonly Piece[],
  measures: Measures,
): readonly Piece[] {
  const rows = modifiersOf(component.modifiers, 'multiplier');
  return tablesOf(component).reduce((before, table): readonly Piece[] => {
    const perDeal = table.some(({ measure, and }) =>
      [measure, and?.measure ?? ''].some((name) => isDealProperty(name)),
    );
    const valueFor =
      (credit: number) =>
      (measure: string): number =>
        isDealProperty(measure)
          ? propertyOf(measures.credits, credit, measure, component.marginOn)
          : (measures.attainment(measure) ?? NaN);
    const base = sumOf(before);
    if (!perDeal) {
      const row = rowFor(table, valueFor(-1));
      if (!row || row.value === 1) return before;
      const change = row.value - 1;
      const at = rows.indexOf(row);
      return [...before, adjustment(at, base, row.value, base * change, scaled(before, change))];
    }
    const byRow = new Map<Multiplier, Part[]>();
    for (const [credit, earned] of earnedByDeal(before)) {
      const row = rowFor(table, valueFor(credit));
      if (!row || row.value === 1) continue;
      const parts = byRow.get(row) ?? [];
      byRow.set(row, parts);
      parts.push({ credit, base: earned, amount: earned * (row.value - 1) });
    }
    const changes = [...byRow].map(([row, parts]) => {
      const sum = (of: 'base' | 'amount'): number => parts.reduce((all, part) => all + part[of], 0);
      return adjustment(rows.indexOf(row), sum('base'), row.value, sum('amount'), () => parts);
    });
    return [...before, ...changes];
  }, pieces);
}

const adjustment = (
  row: number,
  base: number,
  rate: number,
  amount: number,
  parts: () => readonly Part[],
): Piece => ({ rule: 'multiplier', row, base, rate, unit: null, amount, parts });
