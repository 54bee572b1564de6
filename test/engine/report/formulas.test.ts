import { wilson } from '../../../src/engine/stats/wilson';
import { recalculated, type Recomputed } from '../../support/formulaEngine';
import { FINDING_NAMES, FINDINGS } from '../../support/funnelFinding';
import { placementsOf, reportOf } from '../../support/report';

const agree = ({ engine, spreadsheet }: Recomputed): boolean =>
  engine === null
    ? spreadsheet === ''
    : typeof engine === 'number'
      ? typeof spreadsheet === 'number' &&
        Math.abs(engine - spreadsheet) <= 1e-9 * Math.max(1, Math.abs(engine))
      : engine === spreadsheet;

describe('live formulas, recomputed by IronCalc', () => {
  it.each(FINDING_NAMES)('give the values of the engine: %s', (name) => {
    const cells = recalculated(placementsOf(reportOf(FINDINGS[name])));
    expect(cells.length).toBeGreaterThan(20);
    expect(cells.filter((cell) => !agree(cell))).toEqual([]);
  });

  it('survive a sheet name with an apostrophe', () => {
    const placements = placementsOf(reportOf(FINDINGS.events), (_id, title) => `Ann's ${title}`);
    const cells = recalculated(placements);
    expect(cells.some(({ formula }) => formula.includes("'Ann''s Funnel'!"))).toBe(true);
    expect(cells.filter((cell) => !agree(cell))).toEqual([]);
  });

  it('follow a changed confidence and a changed smallest group', () => {
    const placements = placementsOf(reportOf(FINDINGS.events));
    const { x, n } = FINDINGS.events.winRate;
    const find = (cells: readonly Recomputed[], value: number) =>
      cells.find(({ engine }) => engine === value)?.spreadsheet;
    const group = FINDINGS.events.breakdowns[0]?.groups[0]?.winRate;
    if (!group) throw new Error('The fixture has groups.');
    const wider = recalculated(placements, { leadline_confidence: 0.99 });
    expect(find(wider, group.low)).toBeCloseTo(wilson(group.x, group.n, 0.99).low, 9);
    const strict = recalculated(placements, { leadline_minimumForPercent: n + 1 });
    expect(find(strict, x / n)).toBe(`${x} of ${n}`);
    expect(find(strict, group.low)).toBe('');
  });
});
