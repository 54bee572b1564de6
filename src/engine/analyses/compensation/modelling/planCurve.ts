import { roundCents } from '../rounding';
import type { AttainmentModel } from './attainment';
import { shareAtLeast } from './attainment';
import type { CostModel, ModelledPlan } from './costModel';
import { curveOfTerm, payAtAttainment } from './payAtAttainment';
import { leadOf } from './payTerms';
import { jumpAt, payoutAt, summedCurve, type PayoutCurve } from './payoutCurve';
import { settledCurve, settlementOf } from './settlement';
import type { PlanYear } from './planYear';
import { targetPay } from './targetPay';
import { watchedBy } from './watching';

/** What a plan pays one person over the plan year, at one attainment of every measure in every period. Cents. */
export interface PlanCurve {
  readonly person: number;
  readonly target: number;
  /** What the leading component counts at 100 %: its quota where it has one. */
  readonly volume: number;
  readonly curve: PayoutCurve;
  readonly points: readonly CurvePoint[];
  readonly cliffs: readonly Cliff[];
}

export interface CurvePoint {
  readonly attainment: number;
  readonly payout: number;
  /** Of each component, before cap and draw of the whole plan. */
  readonly components: readonly number[];
}

/** A place where a hair more of attainment pays a lump more, or less. */
export interface Cliff {
  readonly at: number;
  /** Just below it. */
  readonly before: number;
  /** Negative where pay falls. */
  readonly jump: number;
  /** Share of people to be expected within five points below: those for whom the lump is worth moving a deal. */
  readonly near: number;
}

/** From 0 to 200 % in steps of 5 points. */
const STEPS = 40;
const STEP = 0.05;
/** A jump of less is rounding. */
const LEAST_JUMP = 1;
const NEAR = 0.05;

/** The person of the plan with the middle target pay, of two the lower; undefined for a plan of nobody. */
export function typicalPerson(modelled: ModelledPlan, year: PlanYear): number | undefined {
  const { prepared, terms } = modelled;
  const targets = prepared.applies.flatMap((applied, person) =>
    applied && terms.some(({ days }) => days.some((day) => day.terms[person]))
      ? [{ person, target: targetPay(modelled, year, person) }]
      : [],
  );
  targets.sort((a, b) => a.target - b.target || a.person - b.person);
  return targets[Math.floor((targets.length - 1) / 2)]?.person;
}

export function planCurveOf(
  modelled: ModelledPlan,
  model: CostModel,
  year: PlanYear,
  person: number,
): PlanCurve {
  const { book } = year;
  const { plan, prepared, terms } = modelled;
  const bounds = terms.flatMap(({ component }) => watchedBy(component).flatMap((watched) => watched.bounds));
  const periods = [...new Set(terms.flatMap(({ days }) => days.map(({ period }) => period)))].sort(
    (a, b) => a - b,
  );
  const due = periods.map((period) => ({
    period,
    settle: settlementOf(plan, prepared, period),
    parts: terms.flatMap(({ component, days }, c) => {
      const term = days.find((day) => day.period === period)?.terms[person];
      return term ? [{ component, c, term }] : [];
    }),
  }));
  const curve = summedCurve(
    due.map(({ period, parts }) => {
      const own = parts.map(({ component, term }) =>
        curveOfTerm(component, term, (a) => () => a, book.credits, bounds),
      );
      return settledCurve(plan, prepared, person, period, summedCurve(own));
    }),
  );
  const points = Array.from({ length: STEPS + 1 }, (_, i): CurvePoint => {
    const attainment = Math.round(i * STEP * 100) / 100;
    const components = terms.map(() => 0);
    let payout = 0;
    for (const { parts, settle } of due) {
      let sum = 0;
      for (const { component, c, term } of parts) {
        const pay = roundCents(payAtAttainment(component, term, attainment, () => attainment, book.credits));
        components[c]! += pay;
        sum += pay;
      }
      payout += roundCents(settle(person, sum));
    }
    return { attainment, payout, components };
  });
  const leading = leadOf(terms);
  const lead = terms[leading]?.days ?? [];
  return {
    person,
    target: targetPay(modelled, year, person),
    volume: lead.reduce((sum, day) => sum + (day.terms[person]?.volume ?? 0), 0),
    curve,
    points,
    cliffs: cliffsOf(curve, model.series[modelled.seriesOf[leading] ?? 0]?.spread.model),
  };
}

function cliffsOf(curve: PayoutCurve, model: AttainmentModel | undefined): readonly Cliff[] {
  return curve.from.flatMap((at, piece) => {
    const jump = jumpAt(curve, piece);
    if (Math.abs(jump) < LEAST_JUMP) return [];
    const near = model ? shareAtLeast(model, at - NEAR) - shareAtLeast(model, at) : 0;
    return [{ at, before: payoutAt(curve, at) - jump, jump, near }];
  });
}
