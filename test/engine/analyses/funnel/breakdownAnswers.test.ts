import { breakdownAnswers } from '../../../../src/engine/analyses/funnel/breakdowns';
import { runFunnel } from '../../../../src/engine/analyses/funnel/compute';
import { datasetOfPipeline, pipeline } from '../../../bench/pipeline';
import { asOf } from '../../../support/circumstances';

const data = pipeline(300);
const dataset = datasetOfPipeline(data);
const day = data.asOf;

describe('a break-down that is asked for after a run', () => {
  it('answers as a run that was made with the same columns', () => {
    const ask = breakdownAnswers({ dataset, values: {}, tables: {}, circumstances: asOf(day) });
    for (const [by, andBy] of [
      ['owner', null],
      ['segment', null],
      ['owner', 'segment'],
    ] as const) {
      const values = { breakdownBy: by, breakdownAndBy: andBy ?? 'none' };
      const { value } = runFunnel(dataset, values, asOf(day));
      expect(ask({ by, andBy })).toEqual({ breakdown: value?.breakdowns[0], left: [] });
    }
  });

  it('says in words which column the data do not have', () => {
    const ask = breakdownAnswers({ dataset, values: {}, tables: {}, circumstances: asOf(day) });
    const { breakdown, left } = ask({ by: 'segment', andBy: 'product' });
    expect(breakdown?.by).toBe('segment');
    expect(breakdown?.andBy).toBe(null);
    expect(left).toHaveLength(1);
    expect(left[0]).toMatch(/product/i);
    expect(ask({ by: 'product', andBy: null }).breakdown).toBe(undefined);
  });

  it('has no answer where there are no deals', () => {
    const ask = breakdownAnswers({
      dataset: { ...dataset, opportunities: undefined, history: undefined },
      values: {},
      tables: {},
      circumstances: asOf(day),
    });
    expect(ask({ by: 'owner', andBy: null })).toEqual({ breakdown: undefined, left: [] });
  });
});
