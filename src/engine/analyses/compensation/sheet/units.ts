import { thisRow } from '../../../report/formula';
import type { Component, RateUnit } from '../plan';
import { expr, type Expr } from './expr';
import { QUOTA, TARGET, type PayTableContext } from './payTable';

/** × the factor of a ramped rate, where the plan ramps it. */
const ramped = (context: PayTableContext, formula: Expr): Expr =>
  hasRateRamp(context.component) ? expr`${formula}*${thisRow('rateFactor')}` : formula;

export const hasRateRamp = ({ modifiers }: Component): boolean =>
  modifiers.some((modifier) => modifier.kind === 'ramp' && modifier.how === 'rate');

const perQuota = (formula: Expr): Expr => expr`IF(${QUOTA}>0,${formula}/${QUOTA},0)`;

/** Pay for each unit of credit, in units of the currency: the formula of `perBase`. */
export function perBaseFormula(context: PayTableContext, rate: Expr, unit: RateUnit): Expr {
  switch (unit) {
    case 'ofAmount':
    case 'perUnit':
      return ramped(context, rate);
    case 'timesTarget':
      return ramped(context, perQuota(expr`${rate}*${TARGET}`));
    case 'perPoint':
      return ramped(context, perQuota(expr`${rate}*100`));
    case 'timesRate':
      return expr`${rate}*${baseRateFormula(context)}`;
    case 'fixed':
    case 'ofTarget':
      return ['0'];
  }
}

/** A component's base rate for each unit of credit: its cell, else the person's own rate, else target pay ÷ quota. */
export function baseRateFormula(context: PayTableContext): Expr {
  const { written, cells, component } = context;
  const { unit = 'timesTarget' } = component;
  const own = unit === 'timesRate' ? 'timesTarget' : unit;
  const cell = cells.component(written, 'rate');
  const otherwise = own === 'ofAmount' ? expr`${thisRow('ownRate')}` : ['1'];
  return perBaseFormula(context, expr`IF(${cell}="",${otherwise},${cell})`, own);
}

/** A lump, in units of the currency: the formula of `lumpOf`. */
export const lumpFormula = (context: PayTableContext, rate: Expr, unit: RateUnit): Expr =>
  ramped(context, unit === 'ofTarget' ? expr`${rate}*${TARGET}` : rate);
