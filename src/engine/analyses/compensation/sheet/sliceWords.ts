import { formatNumber } from '../../../report/formats';
import { bandText, boundText, percentText } from '../checks/planCheck';
import type { SliceFinding } from '../finding';
import type { RuleId } from '../payout';
import { effectiveComponents, modifiersOf, type Component, type Plan, type RateUnit } from '../plan';

/** A rate as a person would say it: "5% of credit", "1.5 × target pay", "250 per unit". */
function rateText(rate: number, unit: RateUnit): string {
  const money = formatNumber(rate, Number.isInteger(rate) ? 0 : 2);
  switch (unit) {
    case 'ofAmount':
      return `${percentText(rate)} of credit`;
    case 'timesRate':
      return `${rate} × base rate`;
    case 'timesTarget':
      return `${rate} × target pay`;
    case 'perUnit':
      return `${money} per unit`;
    case 'perPoint':
      return `${money} per point of attainment`;
    case 'fixed':
      return money;
    case 'ofTarget':
      return `${percentText(rate)} of target pay`;
  }
}

type Says = (slice: SliceFinding, component: Component, plan: Plan) => string;

const money = (cents: number): string => formatNumber(cents / 100, 2);
const capText = (cap: { readonly from: number; readonly unit: string }): string =>
  cap.unit === 'ofTarget' ? `${percentText(cap.from)} of target pay` : formatNumber(cap.from, 0);

/** What each rule did, in a line of the statement: the one table of these words. */
const SAYS: Readonly<Record<RuleId, Says>> = {
  rate: ({ rate, unit }) => (rate === null || unit === null ? 'Rate' : rateText(rate, unit)),
  tiers: ({ row }, { tiers, bandsOf = 'attainment' }) => {
    const tier = tiers[row];
    return tier ? `${bandText(tier.from, tier.to, bandsOf)}: ${rateText(tier.rate, tier.unit)}` : 'Tier';
  },
  curve: ({ rate }) =>
    rate === null
      ? 'Payout curve'
      : `Payout curve: ${percentText(Number(rate.toPrecision(6)))} of target pay`,
  scorecard: ({ row, base }, { modifiers }) => {
    const weight = modifiersOf(modifiers, 'weight')[row];
    const score = base === null ? '' : percentText(Number(base.toPrecision(6)));
    return weight ? `${weight.measure}: weight ${percentText(weight.value)} × ${score}` : `Score ${score}`;
  },
  contest: ({ base }) => `Contest: rank ${base ?? ''}`,
  pool: ({ base, rate }) =>
    `Team pool of ${money(base ?? 0)}, share ${percentText(Number((rate ?? 0).toPrecision(4)))}`,
  threshold: ({ rate }, { bandsOf = 'attainment' }) =>
    `Below the threshold of ${boundText(rate ?? 0, bandsOf)}: nothing`,
  gate: ({ row, rate }, component) => {
    const gate = modifiersOf(component.modifiers, 'gate')[row];
    const effect = rate === null ? 'no accelerated rates' : `× ${rate}`;
    return gate ? `Gate: ${gate.measure} below ${percentText(gate.from)}, ${effect}` : 'Gate';
  },
  multiplier: ({ row, rate }, component) => {
    const own = modifiersOf(component.modifiers, 'multiplier')[row];
    return `Multiplier${own ? ` by ${own.measure}` : ''}: × ${rate ?? 1}`;
  },
  cap: ({ row, component: name }, component, plan) => {
    const cap = modifiersOf(name === '' ? plan.modifiers : component.modifiers, 'cap')[row];
    return cap ? `Cap at ${capText(cap)}${cap.how === 'deal' ? ' a deal' : ''}` : 'Cap';
  },
  yearToDate: () => 'Paid before in this plan year',
  draw: ({ amount }) => (amount < 0 ? 'Draw: kept back for what was advanced' : 'Draw: advanced'),
  clawback: () => 'Clawback: deal cancelled',
  holdback: ({ row }) => (row < 0 ? 'Paid of what was held back' : 'Held back'),
};

/** Plan-wide rules have no component; theirs is never looked at. */
const NONE: Component = {
  name: '',
  kind: 'measure',
  basis: 'typed',
  period: 'year',
  tiers: [],
  modifiers: [],
};

/** A line of the statement, for the slices of one plan. */
export function sliceWords(plan: Plan): (slice: SliceFinding) => string {
  const components = new Map(effectiveComponents(plan).map((component) => [component.name, component]));
  return (slice) => SAYS[slice.rule](slice, components.get(slice.component) ?? NONE, plan);
}
