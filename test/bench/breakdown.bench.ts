import assert from 'node:assert/strict';
import { breakdownAnswers, type BreakdownAnswer } from '../../src/engine/analyses/funnel/breakdowns';
import { LOST, OPEN, WON } from '../../src/engine/dataset/dataset';
import { asOf } from '../support/circumstances';
import type { BenchCase } from './case';
import { datasetOfPipeline, pipeline, type Pipeline } from './pipeline';

const SIZES = [10_000, 100_000, 1_000_000];

/** The worker after a run: its data kept, the deals worked out with the first answer. */
function answerer(data: Pipeline): () => BreakdownAnswer {
  const dataset = datasetOfPipeline(data);
  const ask = breakdownAnswers({ dataset, values: {}, tables: {}, circumstances: asOf(data.asOf) });
  return () => ask({ by: 'owner', andBy: 'segment' });
}

/** Won, lost and open by pair, counted deal by deal. */
function checkCounts({ opportunities }: Pipeline, { breakdown }: BreakdownAnswer): void {
  const { owner, segment } = opportunities.texts;
  const counts = new Map<string, number[]>();
  for (let i = 0; i < opportunities.count; i++) {
    const name = `${owner!.labels[owner!.codes[i]!]} · ${segment!.labels[segment!.codes[i]!]}`;
    const count = counts.get(name) ?? [0, 0, 0];
    count[opportunities.outcome[i]!]!++;
    counts.set(name, count);
  }
  assert.equal(breakdown?.groups.length, counts.size);
  for (const { name, won, lost, open, pooled } of breakdown.groups) {
    const count = counts.get(name)!;
    assert.deepEqual([won, lost, open], [count[WON], count[LOST], count[OPEN]]);
    assert.ok(
      pooled.estimate === null || (pooled.low! <= pooled.estimate && pooled.estimate <= pooled.high!),
    );
  }
}

/** Goal: below 300 ms, so that the pane answers as one chooses. */
export const BREAKDOWN: BenchCase = {
  id: 'BD',
  title:
    'A break-down that is asked for after a run, by 200 owners × 5 segments: counts, test, every pair pooled',
  sizes: SIZES,
  prepare: (size) => {
    const data = pipeline(size);
    const ask = answerer(data);
    return {
      check: () => checkCounts(data, ask()),
      run: () => {
        ask();
      },
    };
  },
};
