import { payTiers } from '../mechanics/tiers';
import { bandText } from '../checks/planCheck';
import type { Component, Tier } from '../plan';
import { bound } from './bounds';
import { expr, joined, liveOf, type Expr } from './expr';
import { columnRef, QUOTA, type PayColumn, type PayRow, type PayTableContext, type Stage } from './payTable';
import type { Counted } from './threshold';
import { isLump } from '../units';
import { lumpFormula, perBaseFormula } from './units';

/** What each tier pays (P2, P3), a column each, and their sum. */
export function tierColumns(context: PayTableContext, counted: Counted): Stage {
  const { component } = context;
  const { tiers, bandsOf = 'attainment' } = component;
  const formulas = tierFormulas(context, counted.credit);
  const pays = (row: PayRow, t: number): number => {
    const facts = counted.facts(row);
    const pieces = facts ? payTiers(component, facts) : [];
    return pieces.find(({ row: own }) => own === t)?.amount ?? 0;
  };
  const columns = tiers.map(({ from, to, how }, t): PayColumn => ({
    column: {
      id: `tier${t + 1}`,
      header: bandText(from, to, bandsOf),
      format: 'cents',
      note:
        how === 'whole'
          ? 'Once the band is reached its rate is paid on everything from zero; a higher such band takes its place.'
          : 'The rate on what lies in the band.',
    },
    cell: (row) => liveOf(pays(row, t), formulas[t]!),
  }));
  return {
    columns,
    amount: {
      says: expr`(${joined(
        tiers.map((_, t) => columnRef(`tier${t + 1}`)),
        '+',
      )})`,
      value: (row) => tiers.reduce((sum, _, t) => sum + pays(row, t), 0),
    },
  };
}

/** Whether the credit has come as far as a band. */
const reached = (context: PayTableContext, credit: Expr, tier: Tier): Expr => {
  const at = bound(context, context.cells.tier(tier, 'from'));
  return context.component.boundary === 'lower' ? expr`${credit}>${at}` : expr`${credit}>=${at}`;
};

/** The formula of each tier: nothing before its band is reached, nothing after a later band pays back to zero. */
export function tierFormulas(context: PayTableContext, credit: Expr): readonly Expr[] {
  const { component, cells } = context;
  const { tiers, bandsOf = 'attainment' } = component;
  return tiers.map((tier, t) => {
    const rate: Expr = [cells.tier(tier, 'rate')];
    const from = bound(context, cells.tier(tier, 'from'));
    const to = cells.tier(tier, 'to');
    const start: Expr = tier.how === 'whole' ? ['0'] : from;
    const end =
      tier === context.endless ? credit : expr`IF(${to}="",${credit},MIN(${credit},${bound(context, to)}))`;
    const own = isLump(tier.unit)
      ? lumpFormula(context, rate, tier.unit)
      : expr`MAX(0,${end}-${start})*${perBaseFormula(context, rate, tier.unit)}`;
    const replacing = tiers
      .slice(t + 1)
      .filter(({ how }) => how === 'whole')
      .map((later) => reached(context, credit, later));
    const unreplaced = replacing.length === 0 ? own : expr`IF(OR(${joined(replacing, ',')}),0,${own})`;
    const pays = expr`IF(AND(${credit}>=0,${reached(context, credit, tier)}),${unreplaced},0)`;
    const known = bandsOf === 'attainment' ? expr`IF(${QUOTA}>0,${pays},0)` : pays;
    return expr`IF(${credit}="",0,${known})`;
  });
}

/** Whether a component's bands can be told from the sum of the credit. */
export const bandsOfSum = ({ bandsOf = 'attainment', crossing = 'split' }: Component): boolean =>
  (bandsOf === 'attainment' || bandsOf === 'amount') && crossing === 'split';
