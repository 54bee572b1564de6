import type { Issue } from '../../core/issue';
import { wordIssue } from '../../report/wording';
import { readLevers, type Supposed } from '../levers';
import { sectionedHalfWidths } from '../../stats/sectioning';
import { readAssumptions } from './assumptions';
import type { Work } from '../questions';
import { prepare } from './compute';
import type { ForecastFinding } from './finding';
import { goalsOf } from './goals';
import { dealFinder, readOverrides } from './overrides';
import { leversOn, project, type Draws, type Supposed as Future } from './project';
import { redrawer } from './redraw';
import { asInData, strayOf, withStray } from './recalibrate';
import { bandOf, shareAtLeast, totalsOf, type Band } from './summarise';

/** Levers, `forecastGoal`, `forecastNew`, and rows of `stageLevers` and `dealOverrides` to suppose. */
export interface WhatIfQuestion extends Supposed {
  /** Fewer futures where all of them would keep a person waiting: to follow a hand that moves a lever. */
  readonly quick: boolean;
}

/** A period under what is supposed, beside the same futures as the run has them. */
export interface WhatIfPeriod extends Band {
  readonly period: string;
  readonly goal: number | null;
  readonly probabilityOfGoal: number | null;
  readonly before: Band & { readonly probabilityOfGoal: number | null };
  /** Future by future: what is supposed, less the run. */
  readonly difference: Band;
}

/** How far the luck of the draws may have taken the difference of a quantile or chance, either way, four times in five. */
export interface Leeway {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly chance: number;
}

export interface WhatIfAnswer {
  readonly draws: number;
  /** Of the full answer: more than `draws` in a quick one. */
  readonly allDraws: number;
  readonly periods: readonly WhatIfPeriod[];
  readonly total: WhatIfPeriod;
  /** Of all months together; null in a quick answer. */
  readonly leeway: Leeway | null;
  /** Rows that cannot be meant; and in words, for who asked. */
  readonly issues: readonly Issue[];
  readonly remarks: readonly string[];
}

/** Deals × futures that a quick answer draws at most, about a twentieth of a second; and its fewest futures. */
const QUICK_CHANCES = 8e6;
const FEWEST_QUICK = 1000;

/** Answers one what-if after another on the chances of one run; undefined where the run has no forecast. */
export function whatIfs(
  run: Work,
  finding: ForecastFinding,
): (question: WhatIfQuestion) => WhatIfAnswer | undefined {
  const { dataset } = run;
  const { value: prepared } = prepare(dataset, run.values, run.circumstances, run.tables);
  if (!prepared) return () => undefined;
  const { ground, supposed, draws: allDraws } = prepared;
  const { periods, deals, past } = ground;
  const every = periods.map((_, m) => m);
  const find = dealFinder(dataset.opportunities!.ids, deals.row);
  const { recalibration } = finding.basis;

  /** Totals by draw of each month, and last of all together. */
  function totalsIn(draws: Draws): readonly Float64Array[] {
    return [...every.map((m) => [m]), every].map((months) => totalsOf(draws, months, 'amount', 'all'));
  }

  function stateOf(draws: number) {
    const base = projected(supposed);
    const redraw = redrawer(ground, {
      draws,
      rho: finding.basis.correlation.used,
      spread: base.model.spread,
      random: run.circumstances.random,
    });
    const { dealSize } = supposed.levers;
    const drawn = redraw(base, dealSize);
    const stray =
      recalibration === null ? undefined : strayOf(redraw(projected(asInData(supposed)), 1), recalibration);
    const before = totalsIn(withStray(drawn, stray, dealSize));
    return { redraw, stray, before, bands: before.map(bandOf) };
  }

  const projected = ({ levers, ...others }: Future) =>
    project(ground, { ...others, levers: { ...levers, dealSize: 1 } });
  const states = new Map<number, ReturnType<typeof stateOf>>();
  const quickDraws = Math.min(
    allDraws,
    Math.max(FEWEST_QUICK, Math.floor(QUICK_CHANCES / Math.max(1, deals.count))),
  );

  return ({ values: changed, tables: edited, quick }) => {
    const values = { ...run.values, ...changed };
    const tables = { ...run.tables, ...edited };
    const { overrides, issues } = readOverrides(tables, past.asOf, find);
    const levers = leversOn(ground, readLevers(values, tables));
    const draws = quick ? quickDraws : allDraws;
    const state = states.get(draws) ?? stateOf(draws);
    states.set(draws, state);
    const { withNew, goal: given } = readAssumptions(values);
    const { dealSize } = levers;
    const drawn = state.redraw(projected({ levers, overrides, withNew }), dealSize);
    const after = totalsIn(withStray(drawn, state.stray, dealSize));
    const goals = goalsOf(given, dataset.quotas, periods, ground.unit);
    const told = after.map((totals, at): WhatIfPeriod => {
      const earlier = state.before[at]!;
      const goal = at < periods.length ? (goals.months[at] ?? null) : goals.total;
      const chance = (of: Float64Array) => (goal === null ? null : shareAtLeast(of, goal));
      return {
        period: periods[at]?.name ?? 'total',
        ...bandOf(totals),
        goal,
        probabilityOfGoal: chance(totals),
        before: { ...state.bands[at]!, probabilityOfGoal: chance(earlier) },
        difference: bandOf(totals.map((total, d) => total - earlier[d]!)),
      };
    });
    return {
      draws,
      allDraws,
      periods: told.slice(0, -1),
      total: told.at(-1)!,
      leeway: quick ? null : leewayOf(after.at(-1)!, state.before.at(-1)!, goals.total),
      issues,
      remarks: issues.map(wordIssue),
    };
  };
}

function leewayOf(after: Float64Array, before: Float64Array, goal: number | null): Leeway {
  const [p10, p50, p90, chance] = sectionedHalfWidths(
    after,
    before,
    (draws) => {
      const band = bandOf(draws);
      return [band.p10, band.p50, band.p90, goal === null ? 0 : shareAtLeast(draws, goal)];
    },
    0.8,
  );
  return { p10: p10!, p50: p50!, p90: p90!, chance: chance! };
}
