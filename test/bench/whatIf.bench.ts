import assert from 'node:assert/strict';
import { runForecast } from '../../src/engine/analyses/forecast/compute';
import { whatIfs, type WhatIfAnswer, type WhatIfQuestion } from '../../src/engine/analyses/forecast/whatIf';
import type { AssumptionValues } from '../../src/engine/core/assumption';
import { randomFrom } from '../../src/engine/core/random';
import type { Dataset } from '../../src/engine/dataset/dataset';
import { OPEN } from '../../src/engine/dataset/dataset';
import type { BenchCase } from './case';
import { pipeline } from './pipeline';

/** Deals altogether, of which about so many are open in the end. */
const ALTOGETHER: Readonly<Record<number, number>> = { 500: 9_200, 5000: 92_000 };
const VALUES: AssumptionValues = { backtestMonths: 0, forecastGoal: 5_000_000 };

function keptOf(size: number) {
  const { opportunities, history, stages, asOf } = pipeline(ALTOGETHER[size]!);
  const open = opportunities.outcome.filter((outcome) => outcome === OPEN).length;
  assert.ok(Math.abs(open / size - 1) < 0.02, `${open} deals are open, not about ${size}`);
  const dataset: Dataset = {
    opportunities,
    history,
    stages,
    inputs: [],
    activities: undefined,
    people: undefined,
    quotas: undefined,
  };
  const circumstances = {
    asOf,
    random: randomFrom(1).stream('forecast'),
    progress: () => undefined,
    signal: { cancelled: false },
  };
  const finding = runForecast(dataset, VALUES, circumstances, {}).value!;
  return { work: { dataset, values: VALUES, circumstances, tables: {} }, finding };
}

/** A hand on two sliders and a switch, as often as a run of the bench asks. */
function hand(): () => AssumptionValues {
  let moves = 0;
  return () => {
    moves++;
    return { leverConversion: 0.001 * (moves % 97), leverCycle: -0.001 * (moves % 31) };
  };
}

/** Throws unless a quick answer says what the full one says, as closely as its fewer futures must. */
function checkQuick(quick: WhatIfAnswer, full: WhatIfAnswer): void {
  [...quick.periods, quick.total].forEach((period, at) => {
    const other = [...full.periods, full.total][at]!;
    const sd = (other.p90 - other.p10) / 2.56;
    for (const id of ['p10', 'p50', 'p90', 'mean'] as const)
      // The error of a tenth's quantile is 1.71 times that of the mean of what is normal.
      assert.ok(
        Math.abs(period[id] - other[id]) < (5 * 1.71 * sd) / Math.sqrt(quick.draws),
        `${period.period} ${id}: ${period[id]} is not about ${other[id]}`,
      );
  });
}

export const W4_LEVER: BenchCase = {
  id: 'W4l',
  title:
    'a lever moved that every open deal feels: the bands of six months; rows are open deals, at most 10,000 futures',
  sizes: Object.keys(ALTOGETHER).map(Number),
  prepare: (size) => {
    const { work, finding } = keptOf(size);
    const answer = whatIfs(work, finding);
    const ask = (question: WhatIfQuestion): WhatIfAnswer => answer(question)!;
    const next = hand();
    return {
      check: () => {
        const values = { leverConversion: 0.1, leverCycle: -0.1 };
        const full = ask({ values, tables: {}, quick: false });
        const run = runForecast(work.dataset, { ...VALUES, ...values }, work.circumstances, {}).value!;
        assert.deepEqual(
          [...full.periods, full.total].map(({ p10, p50, p90, mean }) => [p10, p50, p90, mean]),
          [...run.periods, run.total].map(({ p10, p50, p90, mean }) => [p10, p50, p90, mean]),
        );
        checkQuick(ask({ values, tables: {}, quick: true }), full);
      },
      run: () => ask({ values: next(), tables: {}, quick: true }),
    };
  },
};
