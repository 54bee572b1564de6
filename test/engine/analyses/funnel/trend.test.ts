import { trendOf } from '../../../../src/engine/analyses/funnel/trend';
import { asDay } from '../../../../src/engine/core/day';
import { randomFrom, type RandomSource } from '../../../../src/engine/core/random';
import { LOST, OPEN, WON } from '../../../../src/engine/dataset/dataset';

const [START, AS_OF] = [45_000, 45_365];

/**
 * A year of a pipeline of three stages in which nothing changes: each takes 1 to 30 days, then three of ten deals are lost, six go
 * on, one begins anew. The first months hold the quick losses, as in any pipeline.
 */
function stable(deals: number, random: RandomSource) {
  const [created, ended] = [new Int32Array(deals), new Int32Array(deals)];
  const outcome = new Uint8Array(deals).fill(OPEN);
  for (let i = 0; i < deals; i++) {
    created[i] = START + Math.floor(random.next() * 300);
    let [day, stage] = [created[i]!, 0];
    while (outcome[i] === OPEN && day < AS_OF) {
      day += 1 + Math.floor(random.next() * 30);
      if (day > AS_OF) break;
      const way = random.next();
      if (way < 0.6) stage++;
      else if (way < 0.9) outcome[i] = LOST;
      if (stage === 3) outcome[i] = WON;
    }
    ended[i] = Math.min(day, AS_OF);
  }
  return { count: deals, asOf: asDay(AS_OF), outcome, created, ended };
}

it('of small pipelines in which nothing changes hardly one in ten hears of a trend, a swing or a shift', () => {
  const [runs, said] = [100, { trend: 0, any: 0 }];
  for (let seed = 1; seed <= runs; seed++) {
    const random = randomFrom(1000 + seed);
    const { slope, monthOfQuarter, drift } = trendOf(
      stable(80, random.stream('deals')),
      1.5,
      0.95,
      random.stream('trend'),
    )!;
    const trend = slope.verdict === 'rising' || slope.verdict === 'falling';
    const shift = [drift.down, drift.up].some((alarm) => (alarm?.alarm ?? null) !== null);
    if (trend) said.trend++;
    if (trend || shift || monthOfQuarter.swings) said.any++;
  }
  expect(said.trend).toBeLessThanOrEqual(0.06 * runs);
  expect(said.any).toBeLessThanOrEqual(0.1 * runs);
});

it('a win rate that falls by half is still seen', () => {
  const deals = stable(1000, randomFrom(1));
  for (let i = 0; i < deals.count; i++) {
    const late = deals.ended[i]! > START + 200;
    if (deals.outcome[i] === WON && late && i % 2 === 0) deals.outcome[i] = LOST;
  }
  const { slope, drift } = trendOf(deals, 1.5, 0.95, randomFrom(2))!;
  expect(slope.verdict).toBe('falling');
  expect(drift.down?.alarm).toMatch(/^\d{4}-\d\d$/);
  expect(drift.up!.p).toBeLessThanOrEqual(1);
});
