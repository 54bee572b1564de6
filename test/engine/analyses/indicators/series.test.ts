import {
  businessDaysIn,
  endOf,
  indexOf,
  lastComplete,
  nameOf,
  namesOf,
  placer,
  startOf,
  type Periods,
} from '../../../../src/engine/analyses/indicators/periods';
import { afterWarmUp, spanOf, tallyLog, within } from '../../../../src/engine/analyses/indicators/logSpan';
import {
  evened,
  flawOf,
  gapsIn,
  perUsualPeriod,
  spreadGrows,
} from '../../../../src/engine/analyses/indicators/series';
import { kindOfName, sheetSeries } from '../../../../src/engine/analyses/indicators/sheetSeries';
import { personsOf } from '../../../../src/engine/analyses/indicators/persons';
import { dayOf, isoOf } from '../../../../src/engine/core/day';
import { resultsOf, type ResultRow } from '../../../support/activities';
import { datasetOf, stageMapOf } from '../../../support/dataset';

const months = (year: number, month: number, count: number): Periods => ({
  grain: 'month',
  first: indexOf('month', dayOf(year, month, 1)),
  count,
});

describe('periods', () => {
  it('are calendar months, or weeks from Monday to Sunday', () => {
    const day = dayOf(2024, 2, 29);
    expect(isoOf(startOf('month', indexOf('month', day)))).toBe('2024-02-01');
    expect(isoOf(endOf('month', indexOf('month', day)))).toBe('2024-02-29');
    expect(isoOf(startOf('week', indexOf('week', day)))).toBe('2024-02-26');
    expect(isoOf(endOf('week', indexOf('week', day)))).toBe('2024-03-03');
    expect(namesOf(months(2023, 12, 3))).toEqual(['2023-12', '2024-01', '2024-02']);
    expect(nameOf('week', indexOf('week', day))).toBe('2024-02-26');
  });

  it('are complete on their last day, and not before', () => {
    const name = (grain: 'month' | 'week', ...day: [number, number, number]) =>
      nameOf(grain, lastComplete(grain, dayOf(...day)));
    expect(name('month', 2024, 2, 28)).toBe('2024-01');
    expect(name('month', 2024, 2, 29)).toBe('2024-02');
    expect(name('week', 2024, 3, 2)).toBe('2024-02-19');
    expect(name('week', 2024, 3, 3)).toBe('2024-02-26');
  });

  // Excel: NETWORKDAYS(DATE(2024,2,1),DATE(2024,2,29)) = 21, of May 2024 23, of September 2024 21.
  it.each([
    [2, 21],
    [5, 23],
    [9, 21],
  ])('month %i of 2024 has %i business days', (month, days) => {
    expect(businessDaysIn('month', indexOf('month', dayOf(2024, month, 1)))).toBe(days);
  });

  it('place a time of day in its day, and what is outside nowhere', () => {
    const placeOf = placer(months(2024, 1, 2));
    expect(
      [dayOf(2023, 12, 31) + 0.99, dayOf(2024, 1, 1), dayOf(2024, 2, 29) + 0.99, dayOf(2024, 3, 1), NaN].map(
        placeOf,
      ),
    ).toEqual([-1, 0, 1, -1, -1]);
  });
});

describe('what a log covers', () => {
  /** So many rows in each month from January 2024, evenly over its days from the first. */
  const log = (...counts: readonly number[]) => {
    const periods = months(2024, 1, counts.length);
    const serials = counts.flatMap((n, i) => {
      const [from, to] = [startOf('month', periods.first + i), endOf('month', periods.first + i)];
      return Array.from({ length: n }, (_, k) => Math.floor(from + ((to - from) * k) / Math.max(1, n - 1)));
    });
    return { periods, span: spanOf(tallyLog(serials, periods), periods), serials };
  };

  it('begins where it has a third of its usual rows: what stands before are strays', () => {
    expect(log(1, 0, 0, 40, 35, 50, 45).span).toMatchObject({ from: 3, to: 7 });
    expect(log(20, 19, 97, 37, 26).span).toMatchObject({ from: 0, to: 5 });
  });

  it('has no empty months by chance: what is missing is not zero', () => {
    const { span } = log(40, 35, 0, 50, 45);
    expect([...span.gaps]).toEqual([2]);
    expect([...within(Float64Array.of(1, 2, 0, 4, 5), span)]).toEqual([1, 2, NaN, 4, 5]);
    expect(log(2, 1, 0, 3, 1).span.gaps.size).toBe(0);
  });

  it('does not cover a month in which it begins or ends', () => {
    const periods = months(2024, 1, 4);
    const daily = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
    const serials = daily(dayOf(2024, 1, 20), dayOf(2024, 4, 10));
    expect(spanOf(tallyLog(serials, periods), periods)).toMatchObject({ from: 1, to: 3 });
    expect(spanOf(tallyLog(daily(dayOf(2024, 1, 3), dayOf(2024, 4, 28)), periods), periods)).toMatchObject({
      from: 0,
      to: 4,
    });
  });

  it('covers the last month where sums are kept by month', () => {
    const periods = months(2024, 1, 4);
    const serials = [1, 2, 3, 4].map((month) => dayOf(2024, month, 1));
    expect(spanOf(tallyLog(serials, periods), periods)).toMatchObject({ from: 0, to: 4 });
  });

  it('lacks the results of what began before, for the first median cycle', () => {
    const { span, periods } = log(40, 35, 41, 50, 45);
    expect(afterWarmUp(span, 0, periods).from).toBe(0);
    expect(afterWarmUp(span, 31, periods).from).toBe(1);
    expect(afterWarmUp(span, 32, periods).from).toBe(2);
    expect(afterWarmUp(span, 89, periods).from).toBe(3);
    expect(afterWarmUp(span, 999, periods)).toMatchObject({ from: 5, to: 5 });
  });

  it('of nothing is nothing', () => {
    expect(log(0, 0).span).toMatchObject({ from: 0, to: 0 });
  });
});

describe('series', () => {
  it('are compared as if all months had 21 business days; rates are not', () => {
    const periods = months(2024, 4, 2);
    const values = Float64Array.of(44, 46);
    expect([...perUsualPeriod(values, 'count', periods)]).toEqual([42, 42]);
    expect([...perUsualPeriod(values, 'rate', periods)]).toEqual([44, 46]);
    const weeks: Periods = { grain: 'week', first: 100, count: 2 };
    expect([...perUsualPeriod(values, 'count', weeks)]).toEqual([44, 46]);
  });

  const grows = Float64Array.from({ length: 36 }, (_, i) => (10 + 5 * i) * (1 + 0.4 * Math.sin(i * 2.3)));
  const steady = Float64Array.from({ length: 36 }, (_, i) => 100 + 3 * i + 20 * Math.sin(i * 2.3));
  it('are evened by logarithms where the spread grows with the level, counts else by roots', () => {
    expect(spreadGrows(grows)).toBe(true);
    expect(spreadGrows(steady)).toBe(false);
    expect(evened(grows, 'amount')[3]).toBe(Math.log(grows[3]!));
    expect(
      evened(
        grows.map((v, i) => (i === 4 ? 0 : v)),
        'count',
      )[3],
    ).toBe(Math.sqrt(grows[3]!));
    expect(evened(steady, 'count')[3]).toBe(Math.sqrt(steady[3]!));
    expect(evened(steady, 'amount')).toEqual(steady);
    expect(evened(Float64Array.of(4, NaN, 9), 'count')).toEqual(Float64Array.of(2, NaN, 3));
  });

  it('say why they cannot be compared', () => {
    expect(flawOf(Float64Array.of(NaN, NaN))).toBe('empty');
    expect(flawOf(Float64Array.of(0, NaN, 0, 0, 0, 0, 0))).toBe('allZero');
    expect(flawOf(Float64Array.of(7, 7, NaN, 7, 7, 7, 7))).toBe('constant');
    expect(flawOf(Float64Array.of(7, 7, 7, 7, 7, 8))).toBeUndefined();
    // Five months tell nothing yet, not even that nothing varies.
    expect(flawOf(Float64Array.of(0, 0, 0, 0, 0))).toBeUndefined();
    expect(gapsIn(Float64Array.of(NaN, 1, NaN, 2, NaN))).toEqual([2]);
  });
});

describe('series kept by hand', () => {
  const ofSheet = (rows: readonly ResultRow[], periods: Periods) => {
    const results = resultsOf(rows);
    const persons = personsOf({ ...datasetOf([], stageMapOf()), results });
    return { series: sheetSeries(results, persons, periods), persons };
  };
  const MONTHS = months(2024, 1, 3);

  it('kept by days say nothing of a month that they do not cover, whoever the rows are of', () => {
    const day = (start: string, person: string): ResultRow => ({
      measure: 'Wins',
      start,
      end: start,
      value: 1,
      person,
    });
    const { series, persons } = ofSheet(
      [day('2024-01-15', 'Ann'), day('2024-02-20', 'Bob'), day('2024-03-29', 'Ann')],
      MONTHS,
    );
    expect([...series[0]!.values]).toEqual([NaN, 1, 1]);
    const ofPerson = (name: string) => [...series[0]!.ofPerson!(persons.names.indexOf(name))];
    expect([ofPerson('Ann'), ofPerson('Bob')]).toEqual([
      [NaN, NaN, 1],
      [NaN, 1, NaN],
    ]);
  });

  it('are read by month and person', () => {
    const { series, persons } = ofSheet(
      [
        { measure: 'Wins', start: '2024-01-01', value: 5, person: 'Ann' },
        { measure: 'wins ', start: '2024-01-01', value: 2, person: 'Bob' },
        { measure: 'Wins', start: '2024-03-01', value: 4, person: 'Ann' },
        { measure: 'Won amount', start: '2024-02-01', value: 1234.5, person: 'Ann' },
        { measure: 'Calls', start: '2024-01-01', value: 40, person: 'Ann' },
      ],
      MONTHS,
    );
    expect(series.map(({ name, kind, values, isActivity }) => [name, kind, [...values], isActivity])).toEqual(
      [
        ['Wins', 'count', [7, NaN, 4], false],
        ['Won amount', 'amount', [NaN, 123_450, NaN], false],
        ['Calls', 'count', [40, NaN, NaN], true],
      ],
    );
    expect([...series[0]!.ofPerson!(persons.names.indexOf('Bob'))]).toEqual([2, NaN, NaN]);
  });

  it('by weeks are added up to months of equally many weeks, days as they are', () => {
    const weeks = Array.from({ length: 9 }, (_, i) => ({
      measure: 'Wins',
      start: dayOf(2024, 1, 1) + 7 * i,
      end: dayOf(2024, 1, 7) + 7 * i,
      value: 10,
    }));
    // January 2024 has the Thursdays 4, 11, 18, 25 and 23 business days; February 1 to 29 has five and 21.
    const { series } = ofSheet(weeks, MONTHS);
    expect([...series[0]!.values]).toEqual([46, 42, NaN]);
    expect(ofSheet(weeks.slice(1), MONTHS).series[0]!.values[0]).toBeNaN();
    const days = [2, 3, 58].map((n) => ({
      measure: 'Wins',
      start: dayOf(2024, 1, n),
      end: dayOf(2024, 1, n),
      value: n,
    }));
    expect([...ofSheet(days, MONTHS).series[0]!.values]).toEqual([5, 58, NaN]);
  });

  it('of longer periods than those compared hold nothing', () => {
    const quarters = [{ measure: 'Wins', start: '2024-01-01', end: '2024-03-31', value: 30 }];
    expect(ofSheet(quarters, MONTHS).series[0]).toMatchObject({ tooLong: true });
  });

  it.each([
    ['Won amount', [1.5], 'amount'],
    ['Umsatz', [1], 'amount'],
    ['Revenue (€)', [1], 'amount'],
    ['Win rate', [0.2], 'rate'],
    ['Quotes sent', [3], 'count'],
    ['Hours on site', [3.5], 'number'],
    ['Wins', [3, NaN], 'count'],
  ] as const)('%s: what kind of number', (name, values, kind) => {
    expect(kindOfName(name, Float64Array.from(values))).toBe(kind);
  });
});
