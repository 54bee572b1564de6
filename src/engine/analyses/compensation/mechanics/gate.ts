import { scaled, sumOf, type Facts, type Measures, type Piece } from '../facts';
import type { Component, ModifierOf, Tier } from '../plan';
import { boundOf } from './tiers';

/** A gate is closed while its measure is below its line; a measure that nothing is known of keeps it closed. */
export const isClosed = ({ measure, from }: ModifierOf<'gate'>, { attainment }: Measures): boolean =>
  (attainment(measure) ?? -Infinity) < from;

/**
 * The component with no accelerated rates: beyond 100 % of quota every further cent earns what the last one below it
 * earns. Tiers that begin at 100 % or above are gone, and the one below goes on; a curve goes on along its line.
 */
export function withoutAcceleration(component: Component, facts: Facts): Component {
  const { quota } = facts;
  if (quota === null || (component.kind !== 'tiers' && component.kind !== 'curve')) return component;
  const curve = component.kind === 'curve';
  const below = component.tiers.filter(({ from }) =>
    curve ? from <= 1 : boundOf(component, from, facts) < quota,
  );
  const last = below[below.length - 1];
  if (!last) return component;
  if (curve) return { ...component, tiers: below, beyond: 'line' };
  const { to: _, ...open } = last;
  return { ...component, tiers: [...below.slice(0, -1), open satisfies Tier] };
}

/**
 * A hurdle on another measure (P8): while it is closed pay is × `value` (nothing where none is said), or there are no
 * accelerated rates. Accelerators that would pay less than without them are left alone.
 */
export function gated(
  gate: ModifierOf<'gate'>,
  row: number,
  pieces: readonly Piece[],
  measures: Measures,
  unaccelerated: () => readonly Piece[],
): readonly Piece[] {
  if (!isClosed(gate, measures)) return pieces;
  const before = sumOf(pieces);
  const common = { rule: 'gate', row, base: before, unit: null } as const;
  if (gate.how === 'factor') {
    const factor = gate.value ?? 0;
    return [
      ...pieces,
      { ...common, rate: factor, amount: before * (factor - 1), parts: scaled(pieces, factor - 1) },
    ];
  }
  const after = sumOf(unaccelerated());
  if (after >= before) return pieces;
  const share = after / before - 1;
  return [...pieces, { ...common, rate: null, amount: after - before, parts: scaled(pieces, share) }];
}
