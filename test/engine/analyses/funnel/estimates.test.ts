import { incidenceOf } from '../../../../src/engine/analyses/funnel/estimates';
import { riskTableFromDays } from '../../../../src/engine/stats/riskTable';
import { wilson } from '../../../../src/engine/stats/wilson';

const days = (...at: readonly number[]): Int32Array => {
  const counts = new Int32Array(101);
  for (const day of at) counts[day]!++;
  return counts;
};

it('has an interval where nobody, or everybody, came to it: Wilson’s over those known by then', () => {
  // Three advanced, one was last seen on day 20 and one on day 100: at day 60 four are known.
  const risk = riskTableFromDays([days(5, 9, 30), days()], days(20, 100));
  const { low, high } = wilson(0, 4, 0.95);
  expect(incidenceOf(risk, 2, 60, 0.95).at).toEqual({ estimate: 0, low, high });
  const all = riskTableFromDays([days(5, 9, 30)], days());
  expect(incidenceOf(all, 1, 60, 0.95).at).toEqual({ estimate: 1, low: wilson(3, 3, 0.95).low, high: 1 });
});

it('claims nothing where nobody was followed so long', () => {
  const risk = riskTableFromDays([days(5), days()], days(20));
  expect(incidenceOf(risk, 1, 60, 0.95).at).toEqual({ estimate: null, low: null, high: null });
});
