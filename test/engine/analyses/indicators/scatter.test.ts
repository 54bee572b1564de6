import { runIndicators } from '../../../../src/engine/analyses/indicators/compute';
import { scatterOf } from '../../../../src/engine/analyses/indicators/scatter';
import { businessDaysIn, USUAL_BUSINESS_DAYS } from '../../../../src/engine/analyses/indicators/periods';
import { monthIndexOf, dayOf } from '../../../../src/engine/core/day';
import { asOf } from '../../../support/circumstances';
import { handKept, lastDayOf } from '../../../support/handKept';

function found(months: number) {
  const { dataset } = handKept({ months });
  const finding = runIndicators(dataset, { leadDraws: 99 }, asOf(lastDayOf(months)), {}).value!;
  return { finding, calls: finding.indicators.find(({ name }) => name === 'Calls')! };
}

it('puts each period of the result beside the indicator of so many periods before, both of usual length', () => {
  const { finding, calls } = found(30);
  const { points, plain, r, line } = scatterOf(finding, calls, 2);
  expect(points).toHaveLength(28);
  const of = (name: string) => finding.series.find((one) => one.name === name)!;
  const { from, x, period, y } = points[3]!;
  expect([from, period]).toEqual(['2022-04', '2022-06']);
  const usual = (name: string, month: number): number =>
    (of(name).values[month - 1]! * USUAL_BUSINESS_DAYS.month) /
    businessDaysIn('month', monthIndexOf(dayOf(2022, month, 1)));
  expect([x, y]).toEqual([usual('Calls', 4), usual('Wins', 6)]);
  // Wins follow calls by two months: a quarter of them, and a little chance.
  expect(plain).toBeGreaterThan(0.8);
  expect(line!.slope).toBeCloseTo(calls.line!.slope, 9);
  expect(line!.intercept).toBeCloseTo(calls.line!.intercept, 9);
  expect(r).toBe(calls.r);
  expect(scatterOf(finding, calls, 4)).toMatchObject({ r: calls.rByLag[4] });
});

it('has points but no correlation of fewer than six pairs', () => {
  const { finding, calls } = found(8);
  expect(scatterOf(finding, calls, 2).plain).not.toBeNull();
  const few = scatterOf(finding, calls, 3);
  expect(few.points).toHaveLength(5);
  expect([few.plain, few.r, few.line]).toEqual([null, null, null]);
  expect(scatterOf(finding, calls, 8).points).toEqual([]);
});
