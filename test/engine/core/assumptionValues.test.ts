import type { Assumption } from '../../../src/engine/core/assumption';
import { checkValues, initialValues, showValue } from '../../../src/engine/core/assumptionValues';
import { ASSUMPTIONS } from '../../support/assumptions';

const INITIAL = { horizonDays: 90, confidence: 0.95, cohort: 'quarter' };

const facts = (read: Parameters<typeof checkValues>[1]): unknown =>
  checkValues(ASSUMPTIONS, read).issues.map((i) => [i.code, i.severity, i.facts]);

describe('checkValues', () => {
  it('gives every assumption its initial value where nothing stands, without an issue', () => {
    expect(initialValues(ASSUMPTIONS)).toEqual(INITIAL);
    expect(checkValues(ASSUMPTIONS, {})).toEqual({ value: INITIAL, issues: [] });
    expect(checkValues(ASSUMPTIONS, { horizonDays: null, confidence: ' ', cohort: undefined })).toEqual({
      value: INITIAL,
      issues: [],
    });
  });

  it('takes what is good, the limits included', () => {
    expect(checkValues(ASSUMPTIONS, { horizonDays: 1000, confidence: 0.5, cohort: 'month' })).toEqual({
      value: { horizonDays: 1000, confidence: 0.5, cohort: 'month' },
      issues: [],
    });
  });

  it('takes text that can only mean one value', () => {
    expect(
      checkValues(ASSUMPTIONS, { horizonDays: ' 120 ', confidence: '90 %', cohort: 'by MONTH' }),
    ).toEqual({
      value: { horizonDays: 120, confidence: 0.9, cohort: 'month' },
      issues: [],
    });
    expect(checkValues(ASSUMPTIONS, { confidence: '0.9' }).value.confidence).toBe(0.9);
  });

  it('takes a share typed as 90 for 9000%, never for 90%', () => {
    for (const typed of [90, '90']) {
      expect(checkValues(ASSUMPTIONS, { confidence: typed }).value).toEqual(INITIAL);
      expect(facts({ confidence: typed })).toEqual([
        [
          'assumptionOutOfRange',
          'warning',
          { label: 'Confidence', value: '9000%', min: '50%', max: '99.9%' },
        ],
      ]);
    }
  });

  it('says what is out of range with its limits, and keeps the initial value', () => {
    expect(facts({ horizonDays: 0 })).toEqual([
      [
        'assumptionOutOfRange',
        'warning',
        { label: 'Horizon', value: '0 days', min: '1 days', max: '1000 days' },
      ],
    ]);
    expect(checkValues(ASSUMPTIONS, { horizonDays: 0 }).value).toEqual(INITIAL);
  });

  it.each([
    ['horizonDays', 'ninety', 'Horizon'],
    ['horizonDays', '90 days', 'Horizon'],
    ['horizonDays', '90 %', 'Horizon'],
    ['horizonDays', '0x5A', 'Horizon'],
    ['horizonDays', true, 'Horizon'],
    ['horizonDays', NaN, 'Horizon'],
    ['horizonDays', Infinity, 'Horizon'],
    ['confidence', '#N/A', 'Confidence'],
    ['confidence', '%', 'Confidence'],
    ['cohort', 'year', 'Cohort'],
    ['cohort', 3, 'Cohort'],
    ['cohort', false, 'Cohort'],
  ] as const)('cannot read %s = %p', (id, raw, label) => {
    expect(facts({ [id]: raw })).toEqual([
      ['assumptionUnreadable', 'warning', { label, value: String(raw) }],
    ]);
    expect(checkValues(ASSUMPTIONS, { [id]: raw }).value).toEqual(INITIAL);
  });

  it('notes ids that it does not know, those of every object among them', () => {
    const read = JSON.parse('{"__proto__": 1, "constructor": 2, "old": 3}') as Record<string, number>;
    expect(facts(read)).toEqual(
      ['__proto__', 'constructor', 'old'].map((id) => ['assumptionUnknown', 'note', { id }]),
    );
    expect(checkValues(ASSUMPTIONS, read).value).toEqual(INITIAL);
  });

  it('falls back on other values than the initial ones when given them', () => {
    expect(checkValues(ASSUMPTIONS, { cohort: 'month', horizonDays: -5 }, { horizonDays: 30 }).value).toEqual(
      {
        horizonDays: 30,
        confidence: 0.95,
        cohort: 'month',
      },
    );
  });
});

describe('showValue', () => {
  it('shows a value with its unit, a share as a percentage without the dust of binary fractions', () => {
    const [horizon, confidence, cohort] = ASSUMPTIONS;
    if (!horizon || confidence?.kind !== 'number' || !cohort) throw new Error('three assumptions are needed');
    const noUnit: Assumption = { ...confidence, unit: '' };
    expect(showValue(horizon, 90)).toBe('90 days');
    expect(showValue(confidence, 0.07)).toBe('7%');
    expect(showValue(confidence, 0.955)).toBe('95.5%');
    expect(showValue(noUnit, 0.1 + 0.2)).toBe('0.3');
    expect(showValue(cohort, 'month')).toBe('By month');
    expect(showValue(cohort, 'gone')).toBe('gone');
  });
});
