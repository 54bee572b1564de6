import { initialValues } from '../../../../../src/engine/core/assumptionValues';
import { asDay } from '../../../../../src/engine/core/day';
import { randomFrom } from '../../../../../src/engine/core/random';
import type { CompensationBook } from '../../../../../src/engine/analyses/compensation/book';
import { seekBudget, seekInWords } from '../../../../../src/engine/analyses/compensation/modelling/goalSeek';
import { parametersOf, planWith } from '../../../../../src/engine/analyses/compensation/modelling/parameters';
import { deskOf } from '../../../../../src/engine/analyses/compensation/modelling/planDesk';
import { wholeBook } from '../../../../../src/engine/analyses/compensation/modelling/planYear';
import {
  planChanges,
  planOfScenario,
} from '../../../../../src/engine/analyses/compensation/modelling/planScenario';
import { movedSpread, tornadoOf } from '../../../../../src/engine/analyses/compensation/modelling/tornado';
import type { Plan } from '../../../../../src/engine/analyses/compensation/plan';
import { bookWith, planOf, tiersOf } from '../../../../support/compensation';

const END = asDay(60_000);
const LN = { mean: Math.exp(-0.05 + 0.3 ** 2 / 2), sigma: 0.3 };
/** 1 up to quota and 1.5 above, as the reference of the goal seek with a rate of 1.5. */
const plan = planOf({
  tiers: tiersOf(
    [
      [0, 1, 1],
      [1, null, 1.5],
    ],
    'timesTarget',
  ),
});
const book: CompensationBook = bookWith({
  people: [{ target: 10_000_000 }, { target: 10_000_000 }],
  quota: 500_000,
});

describe('the parameters of a plan', () => {
  const full: Plan = planOf(
    {
      name: 'New business',
      rate: 0.05,
      unit: 'ofAmount',
      weight: 0.7,
      tiers: [
        { from: 0, to: 0.8, rate: 0.05, unit: 'ofAmount' },
        { from: 0.8, to: 1.2, rate: 0.08, unit: 'ofAmount' },
        { from: 1.2, rate: 500, unit: 'fixed' },
      ],
      modifiers: [
        { kind: 'threshold', from: 0.5, how: 'hard' },
        { kind: 'cap', from: 2, value: 0.1, unit: 'ofTarget', how: 'period' },
        { kind: 'multiplier', measure: 'term', from: 24, value: 1.1 },
        { kind: 'multiplier', measure: 'term', from: 36, value: 1.2 },
      ],
    },
    [{ kind: 'draw', value: 2000, how: 'recoverable' }],
  );

  it('are paths that a person can type, a shared bound once', () => {
    expect(parametersOf(full).map(({ id, initial, unit }) => [id, initial, unit])).toEqual([
      ['New business/rate', 0.05, 'share'],
      ['New business/weight', 0.7, 'share'],
      ['New business/tier 1/rate', 0.05, 'share'],
      ['New business/tier 2/from', 0.8, 'share'],
      ['New business/tier 2/rate', 0.08, 'share'],
      ['New business/tier 3/from', 1.2, 'share'],
      ['New business/tier 3/rate', 500, ''],
      ['New business/threshold', 0.5, 'share'],
      ['New business/cap', 2, 'share'],
      ['New business/cap/paid beyond', 0.1, 'share'],
      ['New business/multiplier 1', 1.1, '×'],
      ['New business/multiplier 2', 1.2, '×'],
      ['Test/draw', 2000, ''],
    ]);
  });

  it('are each set in the plan where they are read from, and nowhere else', () => {
    const before = initialValues(parametersOf(full));
    for (const { id, initial } of parametersOf(full)) {
      const after = initialValues(parametersOf(planWith(full, { [id]: initial * 1.01 })));
      expect(after).toEqual({ ...before, [id]: initial * 1.01 });
    }
    expect(planWith(full, before)).toEqual(full);
  });

  it('move the end of the tier before with a shared bound', () => {
    const { tiers } = planWith(full, { 'New business/tier 2/from': 0.9 }).components[0]!;
    expect(tiers.map(({ from, to }) => [from, to])).toEqual([
      [0, 0.9],
      [0.9, 1.2],
      [1.2, undefined],
    ]);
  });

  it('make a scenario of sparse changes, in words', () => {
    const scenario = { name: 'B', baseline: 'A', changes: { 'New business/tier 2/rate': '12%' } };
    const { value, issues } = planOfScenario(scenario, full);
    expect(issues).toEqual([]);
    expect(value!.name).toBe('B');
    expect(planChanges(full, value!)).toEqual(['New business, tier 2: rate: 8% → 12%']);
  });

  it('say of what cannot be turned that it is other, gone or new', () => {
    const [own] = full.components;
    const other: Plan = {
      ...full,
      name: 'B',
      components: [
        { ...own!, tiers: own!.tiers.slice(1) },
        { ...own!, name: 'Renewals' },
      ],
      modifiers: [{ kind: 'draw', value: 1500, how: 'recoverable' }],
    };
    expect(planChanges(full, other)).toEqual([
      'Test, draw: 2000 → 1500',
      'New business: other tiers or rules',
      'Renewals: new',
    ]);
    expect(planChanges(other, full).at(-1)).toBe('Renewals: left out');
    expect(planChanges(full, full)).toEqual([]);
  });

  it('block a scenario that changes what is not there, or beyond its range', () => {
    const of = (changes: Record<string, number>) =>
      planOfScenario({ name: 'B', baseline: 'A', changes }, full);
    expect(of({ 'New business/tier 9/rate': 1 }).value).toBeUndefined();
    expect(
      of({ 'New business/tier 2/from': 1.5 }).issues.map(({ code, severity }) => [code, severity]),
    ).toEqual([['assumptionOutOfRange', 'blocking']]);
  });
});

describe('the goal seek', () => {
  const seek = (budget: number, parameter = 'Sales/tier 2/rate') =>
    seekBudget({ plan, parameter, budget }, deskOf(wholeBook(book)), END, LN, 200, randomFrom(1));

  it('finds the accelerator of scipy 1.10.1 for a budget of the target pay, to the cent', () => {
    // comp_goal_seek: rate 1.042825793374076 for an expected payout of 1.0 of target, LN(−0.05, 0.3).
    const found = seek(20_000_000);
    expect(found).toMatchObject({ found: 'solution', value: expect.closeTo(1.042825793374076, 6) });
    if (found.found === 'solution') expect(Math.round(found.cost)).toBe(20_000_000);
    expect(seekInWords(plan, 'sales/TIER 2/rate', 1.25)).toBe('Sales, tier 2: rate: 1.5 × → 1.25 ×');
  });

  it('names the nearest bound of a budget out of reach, and the parameters there are', () => {
    // comp_goal_seek: 0.8785518041095023 of target at a rate of 0.
    expect(seek(10_000_000)).toEqual({
      found: 'outOfReach',
      value: 0,
      cost: expect.closeTo(0.8785518041095023 * 20_000_000, 3),
    });
    expect(seek(1, 'Sales/tier 3/rate')).toMatchObject({ found: 'unknownParameter' });
  });

  it('simulates what has no closed form, on one draw, and still meets the cent', () => {
    const gatedPlan = planOf({
      ...plan.components[0]!,
      modifiers: [{ kind: 'multiplier', measure: 'Other', from: 1, value: 1.2 }],
    });
    const two: Plan = {
      ...gatedPlan,
      components: [...gatedPlan.components, planOf({ name: 'Other', kind: 'measure' }).components[0]!],
    };
    const found = seekBudget(
      { plan: two, parameter: 'Sales/tier 2/rate', budget: 22_000_000 },
      deskOf(wholeBook(book)),
      END,
      LN,
      300,
      randomFrom(1),
    );
    expect(found).toMatchObject({ found: 'solution' });
    if (found.found === 'solution') expect(Math.round(found.cost)).toBe(22_000_000);
  });
});

describe('the tornado', () => {
  const { base, bars } = tornadoOf(plan, deskOf(wholeBook(book)), END, LN, 2000, randomFrom(1));

  it('has each rate and the two of attainment, the widest first', () => {
    expect(bars.map(({ lever, by }) => [lever, by])).toEqual([
      ['Sales, tier 1: rate', '±10%'],
      ['Attainment: everyone sells less or more (μ)', '±0.05'],
      ['Sales, tier 2: rate', '±10%'],
      ['Attainment: how far people are apart (σ)', '±10%'],
    ]);
    for (const { down, up } of bars) expect(down < base.mean && base.mean < up).toBe(true);
  });

  it('moves the cost of a rate by what that rate pays', () => {
    // 10 % of what is expected in the tier: the cost at a rate of 0 is what the other pays.
    const [tier1, , tier2] = bars;
    expect(tier1!.up - tier1!.down).toBeCloseTo(0.2 * 0.8785518041095023 * 20_000_000, 2);
    expect(tier2!.up - base.mean).toBeCloseTo(0.1 * (base.mean - 0.8785518041095023 * 20_000_000), 2);
  });

  it('leaves out levers that move nothing', () => {
    const fixed = planOf({ tiers: [{ from: 0, rate: 1000, unit: 'fixed' }] });
    expect(
      tornadoOf(fixed, deskOf(wholeBook(book)), END, LN, 100, randomFrom(1)).bars.map(({ lever }) => lever),
    ).toEqual(['Sales, tier 1: rate']);
  });

  it('moves observed values on their logarithms', () => {
    const moved = movedSpread({ kind: 'observed', values: [0, 0.5, 2] }, Math.log(2), 0.5);
    expect(moved).toEqual({
      kind: 'observed',
      values: [0, expect.closeTo(Math.SQRT2, 12), expect.closeTo(2 * Math.SQRT2, 12)],
    });
  });
});
