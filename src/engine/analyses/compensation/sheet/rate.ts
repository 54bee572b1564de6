import { sumOf } from '../facts';
import { payRate } from '../mechanics/rate';
import { expr, liveOf } from './expr';
import { columnRef, type PayTableContext, type Stage } from './payTable';
import type { Counted } from './threshold';
import { isLump } from '../units';
import { baseRateFormula, lumpFormula } from './units';

/** One rate for all credit (P1). */
export function rateColumns(context: PayTableContext, { credit, facts }: Counted): Stage {
  const { component, cells, written } = context;
  const { unit = 'timesTarget' } = component;
  const rate = cells.component(written, 'rate');
  const pay = isLump(unit)
    ? expr`IF(${credit}>0,${lumpFormula(context, [rate], unit)},0)`
    : expr`MAX(0,${credit})*${baseRateFormula(context)}`;
  const value: Stage['amount']['value'] = (row) => {
    const counted = facts(row);
    return counted ? sumOf(payRate(component, counted)) : 0;
  };
  return {
    columns: [
      {
        column: { id: 'curve', header: 'At the rate', format: 'cents', note: 'Credit × rate.' },
        cell: (row) => liveOf(value(row), expr`IF(${credit}="",0,${pay})`),
      },
    ],
    amount: { says: [columnRef('curve')], value },
  };
}
