import type { Table } from '../../../report/report';
import type { Piece } from '../facts';
import { gated, withoutAcceleration } from '../mechanics/gate';
import { CURVES } from '../payComponent';
import { modifiersOf, type Component } from '../plan';
import { capColumns } from './cap';
import { contestColumns } from './contest';
import { curveColumns } from './curve';
import { expr, liveOf } from './expr';
import { fitsFormula, isExpressible } from './expressible';
import { gateColumns } from './gate';
import { multiplierColumns } from './multiplier';
import { payColumns } from './pay';
import {
  CREDITED,
  isCount,
  QUOTA,
  tableId,
  type PayColumn,
  type PayRow,
  type PayTableContext,
  type Stage,
} from './payTable';
import { quotaColumns } from './quota';
import { rateColumns } from './rate';
import { scoreFormula, scorecardColumns } from './scorecard';
import { countedColumns, type Counted } from './threshold';
import { tierColumns } from './tiers';
import { hasRateRamp } from './units';

/** A component's pay, one row a person and period: live over the plan's cells, credit and quota where formulas can tell it. */
export function componentTable(
  p: number,
  c: number,
  context: PayTableContext,
  rows: readonly PayRow[],
  yearOf: (period: string) => number,
): Table {
  const { component } = context;
  const table = tableId(p, c);
  const counts = isCount(component);
  const columns: readonly PayColumn[] = [
    {
      column: { id: 'person', header: 'Person', format: 'text', width: 18 },
      cell: ({ line }) => line.person,
    },
    {
      column: { id: 'period', header: 'Period', format: 'text', width: 10 },
      cell: ({ line }) => line.period,
    },
    {
      column: {
        id: 'credited',
        header: 'Credited',
        format: counts ? 'decimal' : 'cents',
        note: 'What the person is credited with up to the end of the period. Type another amount to see what it would pay.',
      },
      cell: ({ own }) => own.credited,
    },
    ...quotaColumns(context, rows),
    ...rateFacts(context, rows),
    {
      column: {
        id: 'target',
        header: 'Target pay',
        format: 'cents',
        note: 'What is paid at 100% of the quota, as planned.',
      },
      cell: ({ own }) => own.target,
    },
    attainmentColumn(context),
    ...(isExpressible(component) ? liveColumns(context, rows, table, yearOf) : valueColumns(component)),
  ];
  return {
    block: 'table',
    id: table,
    key: 'person',
    columns: columns.map(({ column }) => column),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  };
}

/** The person's own rate, and the factor of a ramped one, where the component uses them. */
function rateFacts({ component, cells }: PayTableContext, rows: readonly PayRow[]): readonly PayColumn[] {
  const ramps = modifiersOf(component.modifiers, 'ramp');
  const own = component.unit === 'ofAmount' && rows.some((row) => row.own.ownRate !== undefined);
  return [
    ...(own || component.unit === 'ofAmount'
      ? [
          {
            column: {
              id: 'ownRate',
              header: 'Own rate',
              format: 'percent2',
              note: 'The person’s commission rate.',
            },
            cell: (row) => row.own.ownRate ?? null,
          } satisfies PayColumn,
        ]
      : []),
    ...(hasRateRamp(component)
      ? [
          {
            column: { id: 'rateFactor', header: 'Ramp of the rate', format: 'decimal' },
            cell: ({ own: { rateRamp }, facts }) =>
              rateRamp === undefined
                ? 1
                : liveOf(facts.rateFactor, expr`${cells.modifier(ramps[rateRamp]!, 'value')}`),
          } satisfies PayColumn,
        ]
      : []),
  ];
}

const attainmentColumn = (context: PayTableContext): PayColumn => ({
  column: {
    id: 'attainment',
    header: context.component.kind === 'scorecard' ? 'Score' : 'Attainment',
    format: 'percent1',
  },
  cell: (row) =>
    liveOf(
      row.own.attainment,
      context.component.kind === 'scorecard'
        ? scoreFormula(context, row)
        : expr`IF(${QUOTA}>0,${CREDITED}/${QUOTA},"")`,
    ),
});

function liveColumns(
  context: PayTableContext,
  rows: readonly PayRow[],
  table: string,
  yearOf: (period: string) => number,
): readonly PayColumn[] {
  const { component } = context;
  if (component.kind === 'measure') return [];
  const counted = countedColumns(context);
  const paid = (own: Component, row: PayRow): readonly Piece[] => {
    const facts = counted.facts(row);
    return facts ? CURVES[own.kind](own, facts, row.measures) : [];
  };
  const afterGates = (own: Component, row: PayRow): readonly Piece[] =>
    modifiersOf(own.modifiers, 'gate').reduce(
      (pieces, gate, i) =>
        gated(gate, i, pieces, row.measures, () =>
          paid(withoutAcceleration(own, counted.facts(row) ?? row.facts), row),
        ),
      paid(own, row),
    );
  const curve = curveStage(context, counted, table);
  const gates = gateColumns(context, counted, curve.amount, paid);
  const factors = multiplierColumns(context, gates.amount, afterGates);
  const caps = capColumns(context, factors.amount);
  return [
    ...counted.columns,
    ...curve.columns,
    ...gates.columns,
    ...factors.columns,
    ...caps.columns,
    ...payColumns(context, caps.amount, rows, table, yearOf),
  ];
}

function curveStage(context: PayTableContext, counted: Counted, table: string): Stage {
  switch (context.component.kind) {
    case 'rate':
      return rateColumns(context, counted);
    case 'tiers':
      return tierColumns(context, counted);
    case 'curve':
      return curveColumns(context, counted);
    case 'scorecard':
      return scorecardColumns(context);
    case 'contest':
      return contestColumns(context, table);
    case 'pool':
    case 'measure':
      throw new Error(`No formula tells what a ${context.component.kind} pays.`);
  }
}

const valueColumns = (component: Component): readonly PayColumn[] => [
  {
    column: {
      id: 'pay',
      header: `Pay (${!fitsFormula(component) ? 'by a long table' : component.kind === 'pool' ? 'shared to the cent' : 'deal by deal'}, a value)`,
      format: 'cents',
      note: 'A value: no formula can tell it from the sum of the credit, or none that Excel takes. It changes on the next run.',
    },
    cell: ({ own }) => own.pay,
  },
];
