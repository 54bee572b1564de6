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

it('counts only those under observation by then, where deals entered late', () => {
  // Ten from the start; six more came under observation on day 40, and five on day 80, beyond the horizon.
  const entered = new Int32Array(101);
  entered[0] = 10;
  entered[40] = 6;
  entered[80] = 5;
  const open = days(...Array.from({ length: 18 }, () => 100));
  const risk = riskTableFromDays([days(5, 9, 90), days()], open, entered);
  const { low, high } = wilson(0, 16, 0.95);
  expect(incidenceOf(risk, 2, 60, 0.95).at).toEqual({ estimate: 0, low, high });
});
