import { columnOf } from '../../../report/formula';
import { payContest } from '../mechanics/contest';
import { expr, joined, liveOf } from './expr';
import {
  columnRef,
  CREDITED,
  type PayColumn,
  type PayRow,
  type PayTableContext,
  type Stage,
} from './payTable';
import { lumpFormula } from './units';

/** A contest (P11): rank and ties counted in the table itself, and a column a prize. */
export function contestColumns(context: PayTableContext, table: string): Stage {
  const { component, cells } = context;
  const period = columnRef('period');
  const [periods, credits] = [columnOf(table, 'period'), columnOf(table, 'credited')];
  const rankOf = ({ facts: { group } }: PayRow): number =>
    1 + (group?.credited ?? []).filter((credited) => credited > group!.credited[group!.place]!).length;
  const tiesOf = ({ facts: { group } }: PayRow): number =>
    (group?.credited ?? []).filter((credited) => credited === group!.credited[group!.place]!).length;
  const [rank, ties] = [columnRef('rank'), columnRef('ties')];
  const prize = (row: PayRow, t: number): number => {
    if (row.facts.credited <= 0) return 0;
    const { from, to = from } = component.tiers[t]!;
    const alone = { ...component, tiers: [component.tiers[t]!] };
    // The prize of this row alone: the contest with only this row of prizes.
    return to < rankOf(row) || from > rankOf(row) + tiesOf(row) - 1
      ? 0
      : (payContest(alone, row.facts)[0]?.amount ?? 0);
  };
  const columns = component.tiers.map((tier, t): PayColumn => {
    const [from, to] = [cells.tier(tier, 'from'), cells.tier(tier, 'to')];
    const last = expr`IF(${to}="",${from},${to})`;
    const shared = expr`MAX(0,MIN(${last},${rank}+${ties}-1)-MAX(${from},${rank})+1)/${ties}`;
    const pays = lumpFormula(context, [cells.tier(tier, 'rate')], tier.unit);
    return {
      column: {
        id: `tier${t + 1}`,
        header: tier.to === undefined ? `Rank ${tier.from}` : `Ranks ${tier.from} to ${tier.to}`,
        format: 'cents',
        note: 'People who tie share the prizes of the ranks that they take.',
      },
      cell: (row) => liveOf(prize(row, t), expr`IF(${CREDITED}>0,${pays}*${shared},0)`),
    };
  });
  return {
    columns: [
      {
        column: { id: 'rank', header: 'Rank', format: 'integer' },
        cell: (row) => liveOf(rankOf(row), expr`COUNTIFS(${periods},${period},${credits},">"&${CREDITED})+1`),
      },
      {
        column: { id: 'ties', header: 'At this rank', format: 'integer' },
        cell: (row) => liveOf(tiesOf(row), expr`COUNTIFS(${periods},${period},${credits},${CREDITED})`),
      },
      ...columns,
    ],
    amount: {
      says: expr`(${joined(
        component.tiers.map((_, t) => columnRef(`tier${t + 1}`)),
        '+',
      )})`,
      value: (row) => component.tiers.reduce((sum, _, t) => sum + prize(row, t), 0),
    },
  };
}
