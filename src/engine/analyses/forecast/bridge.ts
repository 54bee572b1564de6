/** How a deal stood on a day. */
export interface Standing {
  /** `absent`: not created yet, or no longer listed. */
  readonly state: 'open' | 'won' | 'lost' | 'absent';
  /** Cents; 0 where missing. */
  readonly amount: number;
  /** Whether its expected close lay in the period looked at. */
  readonly inside: boolean;
}

/** What moved a pipeline from its opening to its closing; opening + those that add − those that take away = closing. */
export interface Movements {
  readonly opening: number;
  readonly created: number;
  readonly pulledIn: number;
  readonly increased: number;
  readonly decreased: number;
  readonly pushedOut: number;
  readonly won: number;
  readonly lost: number;
  readonly closing: number;
}

/** What is missing from the balance; anything but 0 is a fault. */
export const balanceOf = (m: Movements): number =>
  m.opening + m.created + m.pulledIn + m.increased - m.decreased - m.pushedOut - m.won - m.lost - m.closing;

/** Comes in and ends between the two days. */
const passesThrough = (before: Standing, after: Standing): boolean =>
  after.inside && (after.state === 'won' || (after.state === 'lost' && before.state === 'absent'));

/**
 * The bridge between two days, deal by deal. A deal that was open but outside the period and comes into it is pulled in
 * with what it is worth on the second day; one that leaves it is pushed out with what it was worth on the first. A
 * deal that ends in between does so at its last amount, after an increase or decrease. One that is created and ends in between
 * is both created and won (or lost). A deal lost from outside the period was never in it. Reopened deals count as created, deals no longer listed as lost.
 */
export function bridgeOf(deals: Iterable<readonly [before: Standing, after: Standing]>): Movements {
  const m = {
    opening: 0,
    created: 0,
    pulledIn: 0,
    increased: 0,
    decreased: 0,
    pushedOut: 0,
    won: 0,
    lost: 0,
    closing: 0,
  };
  for (const [before, after] of deals) {
    const wasIn = before.state === 'open' && before.inside;
    const isIn = after.state === 'open' && after.inside;
    if (wasIn) m.opening += before.amount;
    if (isIn) m.closing += after.amount;
    const ends = after.state === 'won' || after.state === 'lost' || (wasIn && after.state === 'absent');
    // A deal that ended before is out of it, unless it was reopened.
    if (before.state === 'won' || before.state === 'lost') {
      if (isIn) m.created += after.amount;
      continue;
    }
    const last = after.state === 'absent' ? before.amount : after.amount;
    if (wasIn && (isIn || ends)) {
      if (last > before.amount) m.increased += last - before.amount;
      else m.decreased += before.amount - last;
    } else if (wasIn) m.pushedOut += before.amount;
    else if (isIn || passesThrough(before, after)) {
      if (before.state === 'open') m.pulledIn += last;
      else m.created += last;
    }
    if (ends && (wasIn || passesThrough(before, after))) {
      if (after.state === 'won') m.won += last;
      else m.lost += last;
    }
  }
  return m;
}
