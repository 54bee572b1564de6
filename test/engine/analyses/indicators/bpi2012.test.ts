import { join } from 'node:path';
import { runIndicators } from '../../../../src/engine/analyses/indicators/compute';
import { isPromoted } from '../../../../src/engine/analyses/indicators/evidence';
import type { IndicatorsFinding } from '../../../../src/engine/analyses/indicators/finding';
import { randomFrom } from '../../../../src/engine/core/random';
import { besideProject } from '../../../support/rawSheets';
import { readFiles } from '../../../support/readFiles';

// The applications of a bank (BPI Challenge 2012), which may not be kept with the project.
const bpi = besideProject('bpi2012');

(bpi ? describe : describe.skip)('a bank’s applications in 2011, by weeks', () => {
  let finding: IndicatorsFinding;
  beforeAll(async () => {
    const files = ['opportunities.csv', 'stage_history.csv.gz', 'activities.csv.gz'];
    const { dataset, asOf } = await readFiles(
      files.map((file) => join(bpi!, file)),
      '2012-01-01',
    );
    const circumstances = {
      asOf,
      random: randomFrom(1),
      progress: () => undefined,
      signal: { cancelled: false },
    };
    finding = runIndicators(dataset, { leadDraws: 199 }, circumstances, {}).value!;
  }, 60_000);

  it('is compared by weeks, because half of the wins come within 15 days', () => {
    expect(finding.basis).toMatchObject({ grain: 'week', cycleDays: 15, to: '2011-12-26' });
  });

  it('leaves out the weeks in which the log warms up: it begins on 1 October, a Saturday', () => {
    expect(finding.basis).toMatchObject({
      from: '2011-09-26',
      warmUp: { from: '2011-10-03', to: '2011-10-17', periods: 3 },
    });
    const wins = finding.series.find(({ name }) => name === 'Wins')!;
    expect(wins.values.map((value) => value !== null)).toEqual(
      Array.from({ length: 14 }, (_, week) => week >= 4),
    );
  });

  it('calls the ten weeks that are left early, whatever r is', () => {
    expect(finding.indicators.length).toBeGreaterThan(20);
    for (const { name, evidence, pLag, pFamily } of finding.indicators)
      expect([name, evidence, pLag, pFamily]).toEqual([name, 'early', null, null]);
  });

  it('does not fall for follow-up calls, which only seem to go with wins while both warm up', () => {
    const calls = finding.indicators.filter(({ name }) => name === 'Call: follow up offer');
    expect(calls.map(({ result }) => result)).toEqual(['Wins', 'Won amount']);
    for (const { evidence, r } of calls) {
      expect(isPromoted(evidence)).toBe(false);
      expect(r).toBeLessThan(0.71);
    }
    expect(finding.composite).toBeNull();
  });
});
