import fc from 'fast-check';
import { dayOf } from '../../../src/engine/core/day';
import { formatNumber, formatValue, NUMBER_FORMATS } from '../../../src/engine/report/formats';

describe('formatValue', () => {
  it.each([
    [1234567, 'integer', '1,234,567'],
    [-1234.5, 'decimal', '-1,234.50'],
    [1.005, 'decimal', '1.01'],
    [-0.001, 'decimal', '0.00'],
    [0.2437, 'percent', '24%'],
    [0.2437, 'percent1', '24.4%'],
    [0.0154, 'pValue', '0.015'],
    [9e-182, 'pValue', '< 0.001'],
    [0, 'chance', 'below 1%'],
    [0.005, 'chance', '1%'],
    [0.994, 'chance', '99%'],
    [1, 'chance', 'above 99%'],
    [1, 'days', '1 day'],
    [1.4, 'days', '1 day'],
    [0, 'days', '0 days'],
    [1234.56, 'days1', '1,234.6 days'],
    [123456789, 'money', '1,234,568'],
    [dayOf(2024, 2, 29), 'date', '2024-02-29'],
    [0.125, 'general', '0.125'],
    ['2 of 3', 'percent', '2 of 3'],
    [null, 'integer', '–'],
  ] as const)('shows %p as %s: %s', (value, format, text) => {
    expect(formatValue(value, format)).toBe(text);
  });

  it('never shows another number than a locale-free writer with the same decimals', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 12), max: 10 ** 12 }),
        fc.integer({ min: 0, max: 3 }),
        (n, decimals) => {
          const value = n / 10 ** decimals;
          expect(Number(formatNumber(value, decimals).replaceAll(',', ''))).toBeCloseTo(value, 9);
          expect(formatNumber(value, decimals)).toMatch(/^-?\d{1,3}(,\d{3})*(\.\d+)?$/);
        },
      ),
    );
  });

  it('has no currency sign in any number format', () => {
    for (const format of Object.values(NUMBER_FORMATS)) expect(format).not.toMatch(/[$€£]/);
  });
});
