import {
  evidenceOf,
  signalOf,
  type EvidenceFacts,
} from '../../../../src/engine/analyses/indicators/evidence';
import { lagWindow } from '../../../../src/engine/analyses/indicators/lagWindow';
import { stabilityOf } from '../../../../src/engine/analyses/indicators/stability';

/** As good as evidence can be. */
const GOOD: EvidenceFacts = {
  grain: 'month',
  hasSeason: true,
  periods: 40,
  pairs: 37,
  r: 0.7,
  direction: 'more',
  pLag: 0.001,
  pFamily: 0.01,
  peakInside: true,
  skill: 0.2,
  people: { agree: 8, of: 10 },
};
const light = (changes: Partial<EvidenceFacts>) => evidenceOf({ ...GOOD, ...changes });

describe('the evidence light', () => {
  it('is green where everything speaks for it', () => {
    expect(evidenceOf(GOOD)).toEqual({ light: 'green', reasons: [] });
  });

  it.each([
    [{ pairs: 5 }, 'collecting', ['tooFewPairs']],
    [{ r: null }, 'collecting', ['tooFewPairs']],
    [{ pairs: 6 }, 'early', ['fewPairs']],
    [{ pairs: 11 }, 'early', ['fewPairs']],
    [{ pairs: 12, periods: 13 }, 'amber', ['shortHistory']],
    [{ periods: 35 }, 'amber', ['shortHistory']],
    [{ periods: 36 }, 'green', []],
    [{ periods: 24, hasSeason: false }, 'green', []],
    [{ periods: 23, hasSeason: false }, 'amber', ['shortHistory']],
    [{ periods: 60, grain: 'week' }, 'amber', ['shortHistory']],
    [{ periods: 156, grain: 'week' }, 'green', []],
    [{ pLag: 0.1 }, 'green', []],
    [{ pLag: 0.11 }, 'none', ['likelyChance']],
    [{ r: -0.7 }, 'none', ['implausibleSign']],
    [{ r: -0.7, direction: 'fewer' }, 'green', []],
    [{ r: -0.7, direction: 'either' }, 'green', []],
    [{ pFamily: 0.06 }, 'amber', ['familyChance']],
    [{ skill: 0 }, 'amber', ['noSkill']],
    [{ skill: null }, 'amber', ['skillUnknown']],
    [{ peakInside: false }, 'amber', ['peakOutside']],
    [{ people: { agree: 6, of: 10 } }, 'amber', ['peopleDisagree']],
    [{ people: { agree: 0, of: 3 } }, 'green', []],
    [{ people: { agree: 2, of: 3 } }, 'green', []],
    [{ people: { agree: 4, of: 6 } }, 'green', []],
  ] as const)('with %o is %s', (changes, expected, reasons) => {
    expect(light(changes)).toEqual({ light: expected, reasons });
  });

  it('is never red', () => {
    for (const pLag of [0.2, 0.9, 1]) expect(light({ pLag }).light).toBe('none');
  });
});

it.each([
  [0.7, 'green'],
  [0.69, 'amber'],
  [0.31, 'amber'],
  [0.3, 'red'],
] as const)('a chance of %d is a %s signal', (chance, expected) => expect(signalOf(chance)).toBe(expected));

describe('the plausible lags', () => {
  const NOTHING = { from: 0, to: 0 };
  it('are half to one and a half times the median days, and at least one period', () => {
    const cycle = (days: number) => {
      const counts = new Int32Array(2 * 3 * 3653);
      counts[1 * 3653 + days] = 5;
      counts[(3 + 1) * 3653 + days] = 5;
      return new Map([['won' as const, { starts: 2, counts }]]);
    };
    const at = (days: number, grain: 'month' | 'week' = 'month') =>
      lagWindow({ start: 1 }, { goal: 'won' }, cycle(days), grain, NOTHING);
    expect(at(95)).toEqual({ from: 2, to: 5, basis: 'stage', days: 95 });
    expect(at(50)).toMatchObject({ from: 1, to: 2 });
    expect(at(5)).toMatchObject({ from: 1, to: 1 });
    expect(at(15, 'week')).toMatchObject({ from: 1, to: 3 });
    expect(lagWindow({ start: null }, { goal: 'won' }, cycle(95), 'month', NOTHING)).toMatchObject({
      basis: 'cycle',
    });
  });

  it('are what a person says, or half a year where nothing tells', () => {
    expect(lagWindow({ start: 0 }, { goal: null }, new Map(), 'month', { from: 2, to: 4 })).toEqual({
      from: 2,
      to: 4,
      basis: 'given',
      days: null,
    });
    expect(lagWindow({ start: null }, { goal: null }, new Map(), 'month', NOTHING)).toEqual({
      from: 1,
      to: 6,
      basis: 'usual',
      days: null,
    });
  });

  it('are none where the indicator stands behind the result', () => {
    expect(lagWindow({ start: 3 }, { goal: 2 }, new Map(), 'month', NOTHING)).toBeUndefined();
    expect(lagWindow({ start: 2 }, { goal: 2 }, new Map(), 'month', NOTHING)).toBeDefined();
  });
});

describe('stability', () => {
  const x = Float64Array.from({ length: 30 }, (_, i) => Math.sin(i * 1.7));
  it('has no flips where the sign holds, and one where it turns', () => {
    expect(stabilityOf(x, x, 0)).toEqual({ windows: 19, flips: 0 });
    const turned = x.map((value, i) => (i < 15 ? value : -value));
    expect(stabilityOf(x, turned, 0)!.flips).toBe(1);
  });
  it('needs two windows', () => {
    expect(stabilityOf(x.subarray(0, 12), x.subarray(0, 12), 0)).toBeNull();
  });
});
