import { withThreshold } from '../mechanics/threshold';
import { modifiersOf } from '../plan';
import { bound } from './bounds';
import { expr, liveOf, type Expr } from './expr';
import {
  CREDITED,
  columnRef,
  isCount,
  QUOTA,
  type PayColumn,
  type PayRow,
  type PayTableContext,
} from './payTable';

export interface Counted {
  readonly columns: readonly PayColumn[];
  /** What the curve sees of the credit; a formula that is blank below the threshold. */
  readonly credit: Expr;
  /** Null below the threshold. */
  readonly facts: (row: PayRow) => PayRow['facts'] | null;
}

/** The credit that counts (P4): blank below the threshold; linear, stretched between it and the quota. */
export function countedColumns(context: PayTableContext): Counted {
  const { component, cells } = context;
  const [threshold] = modifiersOf(component.modifiers, 'threshold');
  if (!threshold) return { columns: [], credit: [CREDITED], facts: ({ facts }) => facts };
  const line = bound(context, cells.modifier(threshold, 'from'));
  const stretched =
    threshold.how === 'hard'
      ? [CREDITED]
      : expr`IF(OR(${CREDITED}>=${QUOTA},${line}>=${QUOTA}),${CREDITED},ROUND(${QUOTA}*(${CREDITED}-${line})/(${QUOTA}-${line}),6))`;
  const needsQuota = (component.bandsOf ?? 'attainment') === 'attainment';
  const counted = expr`IF(${CREDITED}<${line},"",${stretched})`;
  const formula = needsQuota ? expr`IF(${QUOTA}>0,${counted},"")` : counted;
  const factsAt = (row: PayRow): PayRow['facts'] | null => {
    const { facts, below } = withThreshold(component, row.facts);
    return below ? null : facts;
  };
  return {
    columns: [
      {
        column: {
          id: 'counted',
          header: 'Credit that counts',
          format: isCount(component) ? 'decimal' : 'cents',
          note:
            threshold.how === 'hard'
              ? 'Blank below the threshold.'
              : 'Blank below the threshold; from there in a straight line up to the quota.',
        },
        cell: (row) => liveOf(factsAt(row)?.credited ?? null, formula),
      },
    ],
    credit: [columnRef('counted')],
    facts: factsAt,
  };
}
