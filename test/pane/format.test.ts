import { assumptions } from '../../src/engine/analyses/funnel/assumptions';
import type { NumberAssumption } from '../../src/engine/core/assumption';
import {
  counted,
  date,
  differenceText,
  fieldText,
  interval,
  median,
  rangeOf,
  rate,
  typedNumber,
} from '../../src/pane/format';

const numberOf = (id: string): NumberAssumption => {
  const found = assumptions.find((a) => a.id === id);
  if (found?.kind !== 'number') throw new Error(`${id} is no number`);
  return found;
};
const confidence = numberOf('confidence');
const horizon = numberOf('horizonDays');

function inLocale(locale: string, check: () => void): void {
  const spy = jest.spyOn(navigator, 'language', 'get').mockReturnValue(locale);
  check();
  spy.mockRestore();
}

it('writes numbers as the reader does', () => {
  inLocale('en-GB', () => expect(counted(1234, 'deal')).toBe('1,234 deals'));
  inLocale('de-DE', () => {
    expect(counted(1234, 'deal')).toBe('1.234 deals');
    expect(date('2024-03-14')).toBe('14.03.2024');
    expect(interval({ low: 0.231, high: 0.272 })).toBe('23\u00a0%–27\u00a0%');
  });
  inLocale('en-US', () => expect(date('2024-03-14')).toBe('Mar 14, 2024'));
});

it('claims no percentage from a few deals', () => {
  const few = { x: 2, n: 3, estimate: 2 / 3, low: 0.2, high: 0.9 };
  inLocale('en-GB', () => {
    expect(rate(few, 5)).toBe('2 of 3');
    expect(rate(few, 3)).toBe('67%');
    expect(rate({ ...few, estimate: null }, 1)).toBe('–');
    expect(interval({ low: null, high: 0.3 })).toBe('–');
  });
});

it('says a difference with its interval, where it has one', () => {
  const figure = { id: 'cost', label: 'Cost', format: 'money', baseline: 100_000, value: 110_000 } as const;
  const of = (low: number | null, high: number | null): string =>
    differenceText({ ...figure, difference: { value: 10_000, low, high } });
  expect(of(-5_000, 20_000)).toBe('+100 on average; 8 times in 10 -50 to +200');
  expect(of(null, null)).toBe('+100 on average');
  expect(differenceText({ ...figure, value: null, difference: null })).toBe('–');
});

it('says "at least" where half of the deals have not come to an end', () => {
  inLocale('en-GB', () => {
    expect(median(20, null)).toBe('20 days');
    expect(median(null, 90)).toBe('at least 90 days');
    expect(median(null, null)).toBe('–');
  });
});

it('takes a share as a percentage, with a point or a comma', () => {
  expect(fieldText(confidence, 0.95)).toBe('95');
  expect(fieldText(confidence, 0.07)).toBe('7');
  expect(typedNumber(confidence, '97,5 %')).toBe(0.975);
  expect(typedNumber(confidence, '7')).toBe(0.07);
  expect(typedNumber(horizon, ' 60 ')).toBe(60);
  for (const text of ['', 'ninety', '1e3', '--2', '1.2.3'])
    expect(typedNumber(horizon, text)).toBeUndefined();
  inLocale('en-GB', () => {
    expect(rangeOf(confidence)).toBe('50% and 99.9%');
    expect(rangeOf(horizon)).toBe('1 and 1826 days');
  });
});

it('reads groups of thousands as the reader’s system writes them', () => {
  const typed = (text: string): number | undefined => typedNumber(horizon, text);
  inLocale('en-GB', () => {
    expect(['12,500', '1,234,567.5', '-1,200', '12 500', '0,125', '12,5', '1,23,456'].map(typed)).toEqual([
      12500,
      1234567.5,
      -1200,
      12500,
      0.125,
      12.5,
      undefined,
    ]);
    expect(typedNumber(confidence, '1,200 %')).toBe(12);
  });
  inLocale('de-DE', () =>
    expect(['12.500', '1.234.567,5', '12,500', "12'500", '0.125', '12.5'].map(typed)).toEqual([
      12500, 1234567.5, 12.5, 12500, 0.125, 12.5,
    ]),
  );
  inLocale('fr-FR', () => expect(['12\u202f500,5', '12,5'].map(typed)).toEqual([12500.5, 12.5]));
});
