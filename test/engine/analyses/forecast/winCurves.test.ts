import fc from 'fast-check';
import { asDay } from '../../../../src/engine/core/day';
import { modelOf, pastAsOf } from '../../../../src/engine/analyses/forecast/model';
import { tallyStays, type Stays } from '../../../../src/engine/analyses/forecast/stays';
import { stageExits } from '../../../../src/engine/analyses/forecast/transitions';
import { winCurves, wonFromStage } from '../../../../src/engine/analyses/forecast/winCurves';
import { AS_IN_DATA } from '../../../../src/engine/analyses/levers';
import { conditionalIncidence, incidenceByAge } from '../../../../src/engine/stats/conditionalIncidence';
import { riskTable } from '../../../../src/engine/stats/riskTable';
import { serial } from '../../../support/dataset';
import { expectClose } from '../../../support/reference';
import { WORLD_A_AS_OF, worldAEvents, worldATruth } from '../../../support/worldA';

type Stay = readonly [stage: number, days: number, next: number];
const [WON, LOST, STILL] = [2, 3, 4];

/** Stays in two stages, each of a deal of its own. */
function staysOf(stays: readonly Stay[]): Stays {
  return {
    stages: ['Lead', 'Offer'],
    deal: Int32Array.from(stays, (_, i) => i),
    stage: Int16Array.from(stays, ([stage]) => stage),
    since: new Int32Array(stays.length),
    days: Int32Array.from(stays, ([, days]) => days),
    next: Int16Array.from(stays, ([, , next]) => next),
    standing: new Int16Array(0),
    standingSince: new Int32Array(0),
  };
}
const curvesOf = (stays: readonly Stay[], days = 200, levers = AS_IN_DATA) =>
  winCurves(stageExits(tallyStays(staysOf(stays)), levers), days);

describe('how likely a deal is to be won, by stage and days in it', () => {
  it('is [F(s + h) − F(s)] ÷ S(s) in the last stage', () => {
    const last: readonly Stay[] = [
      [1, 3, WON],
      [1, 5, LOST],
      [1, 5, WON],
      [1, 9, STILL],
      [1, 14, WON],
      [1, 20, LOST],
      [1, 30, STILL],
    ];
    const curves = curvesOf(last);
    const risk = riskTable(
      last.map(([, days]) => days),
      last.map(([, , next]) => (next === WON ? 1 : next === LOST ? 2 : 0)),
      2,
    );
    const direct = incidenceByAge(risk, 1);
    for (const s of [0, 3, 4, 5, 10, 19])
      for (const h of [1, 4, 30])
        expectClose(
          wonFromStage(curves, 1, s, [h]).within,
          [conditionalIncidence(direct, s, h)],
          `${s}, ${h}`,
        );
  });

  it('goes on from an earlier stage by the later one’s curve', () => {
    // From Lead half go on after 10 days; from Offer half are won after 5 days.
    const curves = curvesOf([
      [0, 10, 1],
      [0, 10, LOST],
      [1, 5, WON],
      [1, 5, LOST],
    ]);
    const at = (age: number, h: number) => wonFromStage(curves, 0, age, [h]).within[0];
    expect([at(0, 14), at(0, 15), at(4, 10), at(4, 11), at(9, 6)]).toEqual([0, 0.25, 0, 0.25, 0.25]);
    expect(wonFromStage(curves, 0, 4, [1]).ever).toBeCloseTo(0.25, 12);
    // All had left by then.
    expect(wonFromStage(curves, 0, 10, [50]).within[0]).toBe(0);
    // Between two days the line is straight.
    expect(at(0, 14.5)).toBeCloseTo(0.125, 12);
  });

  it('counts moves back, and moves within a day', () => {
    // Offer always goes back to Lead after a day or is won on the day, half and half; Lead moves on within the day.
    const curves = curvesOf([
      [0, 0, 1],
      [1, 1, 0],
      [1, 0, WON],
    ]);
    const won = (h: number) => curves.within[0]![h];
    expect([won(0), won(1), won(2)]).toEqual([0.5, 0.75, 0.875]);
    expect(curves.ever[0]).toBeCloseTo(1, 6);
  });

  it('is what brute force over all paths says (property)', () => {
    const stay = fc.tuple(
      fc.constantFrom(0, 1),
      fc.integer({ min: 1, max: 6 }),
      fc.constantFrom(WON, LOST, 1, STILL),
    );
    fc.assert(
      fc.property(
        fc.array(stay, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 12 }),
        (stays, h) => {
          const valid = stays.map(([stage, days, next]): Stay => [
            stage,
            days,
            stage === 1 && next === 1 ? WON : next,
          ]);
          const curves = curvesOf(valid, 40);
          const { exits } = curves;
          const within = (k: number, left: number): number =>
            exits[k]!.to.reduce(
              (sum, shares, next) =>
                sum +
                exits[k]!.day.reduce(
                  (all, day, i) =>
                    all +
                    (day > left
                      ? 0
                      : shares[i]! * (next === 2 ? 1 : next > k ? within(next, left - day) : 0)),
                  0,
                ),
              0,
            );
          expectClose([curves.within[0]![h]!, curves.within[1]![h]!], [within(0, h), within(1, h)], 'paths', {
            relative: 1e-9,
            absolute: 1e-12,
          });
        },
      ),
    );
  });

  it('is near the truth of a simulated world, and the better known the later the stage', () => {
    const past = pastAsOf(worldAEvents(), asDay(serial(WORLD_A_AS_OF)))!;
    const { curves } = modelOf(past, AS_IN_DATA, [365], 20);
    const truth = worldATruth();
    curves.exits.forEach(({ name }, k) => {
      const reps = Object.values(truth.true_ultimate_win_by_rep_and_stage);
      // Who is in a later stage is better than the average; the truth lies between the reps'.
      const [low, high] = [Math.min(...reps.map((r) => r[name]!)), Math.max(...reps.map((r) => r[name]!))];
      expect(curves.ever[k]).toBeGreaterThan(low);
      expect(curves.ever[k]).toBeLessThan(high);
    });
    // 900 deals began as leads: two standard errors of the share are 0.024.
    expect(Math.abs(curves.ever[0]! - truth.true_ultimate_win_from_lead_mixture)).toBeLessThan(0.03);
  });
});

describe('levers on conversion', () => {
  const stays: readonly Stay[] = [
    ...Array.from({ length: 6 }, (): Stay => [0, 4, 1]),
    ...Array.from({ length: 4 }, (): Stay => [0, 8, LOST]),
    ...Array.from({ length: 5 }, (): Stay => [1, 3, WON]),
    ...Array.from({ length: 5 }, (): Stay => [1, 3, LOST]),
  ];

  it('set the share that goes on, and leave when it does', () => {
    const levers = { ...AS_IN_DATA, stages: new Map([['lead', 0.9]]) };
    expect(curvesOf(stays).ever[0]).toBeCloseTo(0.3, 12);
    const changed = curvesOf(stays, 200, levers);
    expect(changed.ever[0]).toBeCloseTo(0.45, 12);
    expect(changed.within[0]![6]).toBe(0);
    expect(changed.within[0]![7]).toBeCloseTo(0.45, 12);
  });

  it('change every rate alike, up to 100%', () => {
    expect(curvesOf(stays, 200, { ...AS_IN_DATA, conversion: 1.1 }).ever[0]).toBeCloseTo(0.66 * 0.55, 12);
    expect(curvesOf(stays, 200, { ...AS_IN_DATA, conversion: 3 }).ever[0]).toBeCloseTo(1, 12);
  });
});
