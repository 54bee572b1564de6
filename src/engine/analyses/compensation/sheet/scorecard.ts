import { payScorecard } from '../mechanics/scorecard';
import { modifiersOf, type ModifierOf } from '../plan';
import { sumOf } from '../facts';
import { curveFormula } from './curve';
import { expr, joined, liveOf, type Expr } from './expr';
import {
  ATTAINMENT,
  columnRef,
  TARGET,
  type PayColumn,
  type PayRow,
  type PayTableContext,
  type Stage,
} from './payTable';

/** What a measure adds to the score: weight × attainment, never below zero and not beyond its limit. */
export function scoreFormula({ component, cells }: PayTableContext, row: PayRow): Expr {
  const weights = modifiersOf(component.modifiers, 'weight');
  return joined(
    weights.map((weight) => weighted(cells, weight, row)),
    '+',
  );
}

function weighted(cells: PayTableContext['cells'], weight: ModifierOf<'weight'>, row: PayRow): Expr {
  const at = row.attainmentCell(weight.measure);
  const limit = cells.modifier(weight, 'to');
  const known = expr`MAX(0,IF(${limit}="",${at},MIN(${at},${limit})))`;
  return expr`${cells.modifier(weight, 'value')}*IF(${at}="",0,${known})`;
}

/** A weighted scorecard (P6): a column a measure, or with points what they pay at the score. */
export function scorecardColumns(context: PayTableContext): Stage {
  const { component, cells } = context;
  const weights = modifiersOf(component.modifiers, 'weight');
  const pieces = (row: PayRow) => payScorecard(component, row.facts, row.measures);
  const value = (row: PayRow): number => sumOf(pieces(row));
  if (component.tiers.length > 0)
    return {
      columns: [
        {
          column: {
            id: 'curve',
            header: 'At the score',
            format: 'cents',
            note: 'What the points pay at the score.',
          },
          cell: (row) => liveOf(value(row), curveFormula(context, component, [ATTAINMENT])),
        },
      ],
      amount: { says: [columnRef('curve')], value },
    };
  return {
    columns: weights.map((weight, i): PayColumn => ({
      column: {
        id: `measure${i + 1}`,
        header: weight.measure,
        format: 'cents',
        note: 'Weight × attainment × target pay.',
      },
      cell: (row) => liveOf(pieces(row)[i]?.amount ?? 0, expr`${weighted(cells, weight, row)}*${TARGET}`),
    })),
    amount: {
      says: expr`(${joined(
        weights.map((_, i) => columnRef(`measure${i + 1}`)),
        '+',
      )})`,
      value,
    },
  };
}
