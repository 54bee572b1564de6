import { gated, isClosed, withoutAcceleration } from '../mechanics/gate';
import { sumOf, type Piece } from '../facts';
import { modifiersOf, type Component } from '../plan';
import { curveFormula } from './curve';
import { expr, joined, liveOf, type Expr } from './expr';
import {
  columnRef,
  QUOTA,
  type Amount,
  type PayColumn,
  type PayRow,
  type PayTableContext,
  type Stage,
} from './payTable';
import type { Counted } from './threshold';
import { tierFormulas } from './tiers';

/** What a stage before the gates pays, as pieces. */
export type PiecesOf = (component: Component, row: PayRow) => readonly Piece[];

/** Gates (P8), one after the other: × a factor while a measure is below its line, or no accelerated rates. */
export function gateColumns(
  context: PayTableContext,
  counted: Counted,
  before: Amount,
  pays: PiecesOf,
): Stage {
  const { component, cells } = context;
  const gates = modifiersOf(component.modifiers, 'gate');
  const columns: PayColumn[] = [];
  const after = (row: PayRow, count: number): number =>
    sumOf(
      gates
        .slice(0, count)
        .reduce(
          (pieces, gate, i) =>
            gated(gate, i, pieces, row.measures, () =>
              pays(withoutAcceleration(component, counted.facts(row) ?? row.facts), row),
            ),
          pays(component, row),
        ),
    );
  gates.forEach((gate, i) => {
    const [open, left] = [`gate${i + 1}`, `afterGate${i + 1}`];
    const amount: Expr = i === 0 ? before.says : [columnRef(`afterGate${i}`)];
    columns.push({
      column: {
        id: open,
        header: `${gate.measure} opens it`,
        format: 'text',
        note: 'Whether the measure has reached its line.',
      },
      cell: (row) => {
        const at = row.attainmentCell(gate.measure);
        const from = cells.modifier(gate, 'from');
        return liveOf(
          isClosed(gate, row.measures) ? 'No' : 'Yes',
          expr`IF(${at}="","No",IF(${at}<${from},"No","Yes"))`,
        );
      },
    });
    const shut =
      gate.how === 'factor'
        ? expr`${amount}*${cells.modifier(gate, 'value')}`
        : expr`MIN(${amount},${unaccelerated(context, counted)})`;
    columns.push({
      column: { id: left, header: 'After the gate', format: 'cents' },
      cell: (row) => liveOf(after(row, i + 1), expr`IF(${columnRef(open)}="Yes",${amount},${shut})`),
    });
  });
  return gates.length === 0
    ? { columns: [], amount: before }
    : {
        columns,
        amount: { says: [columnRef(`afterGate${gates.length}`)], value: (row) => after(row, gates.length) },
      };
}

/** What would be paid with no accelerated rates: tiers that begin at 100 % are gone, and the last one left goes on. */
function unaccelerated(context: PayTableContext, { credit }: Counted): Expr {
  const { component } = context;
  // Where the lines are shares of the quota, which of them are gone does not depend on it.
  const plain = withoutAcceleration(component, ANY_QUOTA);
  if (plain === component) return NO_LIMIT;
  const own = endless(context, plain);
  if (component.kind === 'curve') {
    const pay = curveFormula(own, plain, expr`(${credit}/${QUOTA})`);
    return expr`IF(${credit}="",0,IF(${QUOTA}>0,IF(${credit}<0,0,${pay}),0))`;
  }
  return expr`(${joined(tierFormulas(own, credit), '+')})`;
}

/** Larger than any pay: nothing is accelerated, so that there is nothing to take away. */
const NO_LIMIT: Expr = ['1E+300'];
const ANY_QUOTA = { credited: 0, quota: 1e10, target: 0, rateFactor: 1, deals: [] };

/** The tiers that are left, by the cells of their rows; the last of them has no end. */
function endless(context: PayTableContext, plain: Component): PayTableContext {
  const { component, cells } = context;
  const written = new Map<object, Component['tiers'][number]>(
    plain.tiers.map((tier, t) => [tier, component.tiers[t]!]),
  );
  const last = plain.tiers[plain.tiers.length - 1];
  return {
    ...context,
    component: plain,
    cells: { ...cells, tier: (tier, column) => cells.tier(written.get(tier) ?? tier, column) },
    ...(last && component.kind === 'tiers' && { endless: last }),
  };
}
