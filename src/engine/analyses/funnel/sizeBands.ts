import { formatNumber } from '../../report/formats';
import type { NamedGrouping } from './grouping';

const CUTS = [0.25, 0.5, 0.75] as const;

/** 1, 2 or 5 times a power of ten: the nearest by proportion. */
function roundAmount(units: number): number {
  const power = 10 ** Math.floor(Math.log10(units));
  const lead = units / power;
  return power * (lead < Math.SQRT2 ? 1 : lead < Math.sqrt(10) ? 2 : lead < Math.sqrt(50) ? 5 : 10);
}

/**
 * Deals by the size of their amount: four bands or fewer, cut at the quartiles of all amounts above 0, rounded to 1, 2 or 5
 * times a power of ten, so that they read well and stay as they are from week to week. A deal of exactly 5,000 is in “up to
 * 5,000”. Undefined where no deal has an amount.
 */
export function bySize(amount: Float64Array): NamedGrouping | undefined {
  const known = amount.filter((cents) => cents > 0).sort();
  if (known.length === 0) return undefined;
  const cuts = [
    ...new Set(CUTS.map((p) => roundAmount(known[Math.floor((known.length - 1) * p)]! / 100) * 100)),
  ];
  const text = (cents: number): string => formatNumber(cents / 100, cents < 100 ? 2 : 0);
  const names = [
    ...cuts.map((cut, i) => (i === 0 ? `Up to ${text(cut)}` : `${text(cuts[i - 1]!)} to ${text(cut)}`)),
    `More than ${text(cuts.at(-1)!)}`,
    'No amount',
  ];
  const none = cuts.length + 1;
  const codes = Int32Array.from(amount, (cents) => {
    if (!(cents > 0)) return none;
    const band = cuts.findIndex((cut) => cents <= cut);
    return band < 0 ? cuts.length : band;
  });
  return { size: names.length, codes, names };
}
