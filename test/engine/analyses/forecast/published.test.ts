import { balanceOf, bridgeOf, type Standing } from '../../../../src/engine/analyses/forecast/bridge';
import { coverageOf } from '../../../../src/engine/analyses/forecast/coverage';
import { weighted } from '../../../../src/engine/analyses/forecast/weighted';
import { relativeBias, wape } from '../../../../src/engine/stats/forecastAccuracy';

/** Worked examples as published for sales managers; amounts in cents where they are money. */
describe('published worked examples', () => {
  const segment = { name: 'All', deals: 1, booked: 0 };

  it('4.8M of pipeline for 1.6M at a win rate of 22%: coverage 3.0×, required 4.55×, expected 1.056M', () => {
    const found = coverageOf(
      { ...segment, pipeline: 4_800_000_00, goal: 1_600_000_00, won: 22, lost: 78 },
      0.95,
    );
    expect(found.coverage).toBeCloseTo(3, 12);
    expect(found.required).toBeCloseTo(4.55, 2);
    expect(found.expected).toBeCloseTo(1_056_000_00, 4);
  });

  it('7.5M of pipeline for 2M at 28%: coverage 3.75×, expected 2.1M', () => {
    const found = coverageOf(
      { ...segment, pipeline: 7_500_000_00, goal: 2_000_000_00, won: 28, lost: 72 },
      0.95,
    );
    expect(found.coverage).toBeCloseTo(3.75, 12);
    expect(found.expected).toBeCloseTo(2_100_000_00, 4);
  });

  it('45k at 70%, 18.5k at 85% and 12k at 50%: 53,225, standard deviation 22,469.69', () => {
    const found = weighted([45_000, 18_500, 12_000], [0.7, 0.85, 0.5])!;
    expect(found.total).toBeCloseTo(53_225, 8);
    expect(found.sd).toBeCloseTo(22_469.69, 2);
  });

  it('a bridge from 1,257,559 to 1,974,086 balances', () => {
    const open = (amount: number, inside = true): Standing => ({ state: 'open', amount, inside });
    const ended = (state: 'won' | 'lost', amount: number): Standing => ({ state, amount, inside: true });
    const absent: Standing = { state: 'absent', amount: 0, inside: true };
    const rest = 1_257_559 - 271_125 - 556_292 - 287_487 - 100_000;
    const found = bridgeOf([
      [open(271_125), open(271_125, false)],
      [open(556_292), ended('won', 556_292)],
      [open(287_487), ended('lost', 287_487)],
      [open(100_000), open(100_000 + 149_382)],
      [open(rest), open(rest)],
      [absent, open(1_501_878)],
      [open(180_171, false), open(180_171)],
    ]);
    expect(found).toEqual({
      opening: 1_257_559,
      created: 1_501_878,
      pulledIn: 180_171,
      increased: 149_382,
      decreased: 0,
      pushedOut: 271_125,
      won: 556_292,
      lost: 287_487,
      closing: 1_974_086,
    });
    expect(balanceOf(found)).toBe(0);
  });

  it('Enterprise 500k below and small business 500k above: no error in total, 100% in parts', () => {
    const [actual, forecast] = [
      [500_000, 500_000],
      [1_000_000, 0],
    ];
    expect(relativeBias(actual, forecast)).toBe(0);
    expect(wape(actual, forecast)).toBe(1);
  });
});
