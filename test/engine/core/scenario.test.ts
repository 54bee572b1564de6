import {
  applyScenario,
  describeChange,
  describeChanges,
  type Scenario,
} from '../../../src/engine/core/scenario';
import { ASSUMPTIONS } from '../../support/assumptions';

const BASELINE = { horizonDays: 60, confidence: 0.9, cohort: 'quarter' };
const scenario = (changes: Scenario['changes']): Scenario => ({
  name: 'What if',
  baseline: 'Inputs sheet',
  changes,
});

describe('applyScenario', () => {
  it('changes only what it names, and leaves the baseline as it is', () => {
    const outcome = applyScenario(scenario({ horizonDays: 120 }), ASSUMPTIONS, BASELINE);
    expect(outcome).toEqual({ value: { ...BASELINE, horizonDays: 120 }, issues: [] });
    expect(BASELINE.horizonDays).toBe(60);
    expect(applyScenario(scenario({}), ASSUMPTIONS, BASELINE).value).toEqual(BASELINE);
  });

  it('fills what the baseline leaves out with the initial value', () => {
    expect(applyScenario(scenario({ cohort: 'month' }), ASSUMPTIONS, {}).value).toEqual({
      horizonDays: 90,
      confidence: 0.95,
      cohort: 'month',
    });
  });

  it.each([
    ['assumptionOutOfRange', { horizonDays: 5000 }],
    ['assumptionOutOfRange', { confidence: 95 }],
    ['assumptionUnreadable', { horizonDays: 'long' }],
    ['assumptionUnreadable', { cohort: true }],
    ['assumptionUnknown', { horizon: 120 }],
  ] as const)('is blocked whole by %s', (code, changes) => {
    const outcome = applyScenario(scenario({ cohort: 'month', ...changes }), ASSUMPTIONS, BASELINE);
    expect(outcome.value).toBeUndefined();
    expect(outcome.issues.map((i) => [i.code, i.severity])).toEqual([[code, 'blocking']]);
  });
});

describe('describeChange', () => {
  const [horizon, confidence, cohort] = ASSUMPTIONS;

  it('reads as a person would say it', () => {
    if (!horizon || !confidence || !cohort) throw new Error('three assumptions are needed');
    expect(describeChange(horizon, 90, 120)).toBe('Horizon: 90 days → 120 days');
    expect(describeChange(confidence, 0.95, 0.8)).toBe('Confidence: 95% → 80%');
    expect(describeChange(cohort, 'quarter', 'month')).toBe('Cohort: By quarter → By month');
  });

  it('has a line for each difference, in the order of the assumptions', () => {
    expect(describeChanges(ASSUMPTIONS, { cohort: 'month' }, { horizonDays: 120, confidence: 0.95 })).toEqual(
      ['Horizon: 90 days → 120 days', 'Cohort: By month → By quarter'],
    );
    expect(describeChanges(ASSUMPTIONS, BASELINE, BASELINE)).toEqual([]);
  });
});
