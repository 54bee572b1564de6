import { assumptions } from '../../../../src/engine/analyses/funnel/assumptions';
import type { FunnelFinding } from '../../../../src/engine/analyses/funnel/finding';
import { describeFunnel } from '../../../../src/engine/analyses/funnel/report';
import { initialValues } from '../../../../src/engine/core/assumptionValues';
import { valueOf } from '../../../../src/engine/report/formula';
import type { Block, Chart, Description, Table } from '../../../../src/engine/report/report';
import { LIMITS } from '../../../../src/engine/report/wording';
import { breakdownOfGroups } from '../../../support/funnelParts';
import { FINDING_NAMES, FINDINGS, rate } from '../../../support/funnelFinding';
import { STAMP } from '../../../support/report';

const describeWith = (finding: FunnelFinding, minimumForPercent = 5): Description =>
  describeFunnel(finding, { ...initialValues(assumptions), minimumForPercent }, STAMP);
const blocksOf = (finding: FunnelFinding, minimum?: number): readonly Block[] =>
  describeWith(finding, minimum).sheets.flatMap(({ blocks }) => blocks);

function table(finding: FunnelFinding, id: string, minimum?: number): Table {
  const found = blocksOf(finding, minimum).find((b): b is Table => b.block === 'table' && b.id === id);
  if (!found) throw new Error(`No table ${id}`);
  return found;
}
/** Shown values of a column, by the table's key. */
function column(shown: Table, id: string): Readonly<Record<string, string | number | null>> {
  const at = (name: string) => shown.columns.findIndex((c) => c.id === name);
  return Object.fromEntries(
    shown.rows.map((row) => [String(valueOf(row[at(shown.key)] ?? null)), valueOf(row[at(id)] ?? null)]),
  );
}

describe('the funnel described', () => {
  it('shows the counts of the finding and its rates beside them', () => {
    const funnel = table(FINDINGS.events, 'funnel');
    for (const stage of FINDINGS.events.stages) {
      expect(column(funnel, 'entered')[stage.name]).toBe(stage.entered);
      expect(column(funnel, 'movedBack')[stage.name]).toBe(stage.movedBack);
      expect(column(funnel, 'stepRate')[stage.name]).toBe(stage.stepRate.estimate);
      expect(column(funnel, 'stepRateLow')[stage.name]).toBe(stage.stepRate.low);
      expect(column(funnel, 'reached')[stage.name]).toBe(stage.reached.estimate);
      expect(column(funnel, 'amountEntered')[stage.name]).toBe(stage.value?.entered);
    }
    expect(table(FINDINGS.wide, 'funnel').columns.map(({ id }) => id)).not.toContain('amountEntered');
  });

  it('shows counts instead of percentages for small groups, and nothing where there is nobody', () => {
    const funnel = table(FINDINGS.tiny, 'funnel');
    expect(column(funnel, 'stepRate')).toEqual({ New: '2 of 3', Demo: null, Offer: null });
    expect(column(funnel, 'stepRateHigh')).toEqual({ New: null, Demo: null, Offer: null });
    expect(column(table(FINDINGS.tiny, 'stageTimes'), 'advance')).toEqual({
      New: null,
      Demo: null,
      Offer: null,
    });
    expect(
      Object.values(column(table(FINDINGS.tiny, 'conversionByDay'), 'stage0')).every((v) => v === null),
    ).toBe(true);
    expect(column(table(FINDINGS.tiny, 'funnel', 3), 'stepRate')['New']).toBeCloseTo(2 / 3, 12);
  });

  it('never claims a rate for a quarter that is not mature', () => {
    const cohorts = table(FINDINGS.events, 'cohorts');
    const young = `Too young: not all followed for ${FINDINGS.events.basis.dealHorizonDays} days`;
    for (const { period, mature, wonWithin } of FINDINGS.events.cohorts) {
      if (mature) expect(column(cohorts, 'soFar')[period]).toBeNull();
      else {
        expect(column(cohorts, 'rate')[period]).toBeNull();
        expect(column(cohorts, 'rateLow')[period]).toBeNull();
        expect(column(cohorts, 'status')[period]).toBe(young);
        const soFar = column(cohorts, 'soFar')[period];
        expect(soFar).toBe(wonWithin.n < 5 ? `${wonWithin.x} of ${wonWithin.n}` : wonWithin.x / wonWithin.n);
      }
    }
    expect(cohorts.conditionalFormats).toContainEqual({
      rule: 'muteRowWhere',
      column: 'status',
      value: young,
    });
  });

  it('says which deals are in no quarter, and says nothing when all are', () => {
    const { cohorts, outcomes } = FINDINGS.events;
    const created = cohorts.reduce((sum, cohort) => sum + cohort.created, 0);
    const text = (undated: number) =>
      JSON.stringify(
        blocksOf({
          ...FINDINGS.events,
          outcomes: { won: created + undated, lost: 0, open: 0, noDecision: 0 },
        }),
      );
    expect(outcomes.won + outcomes.lost + outcomes.open).toBeGreaterThan(0);
    expect(text(0)).not.toContain('in no quarter');
    expect(text(1)).toContain('1 deal without a created date is in no quarter.');
    expect(text(1200)).toContain('1,200 deals without a created date are in no quarter.');
  });

  it('labels the funnel’s bars with grouped numbers', () => {
    const [first, ...others] = FINDINGS.events.stages;
    if (!first) throw new Error('The fixture has stages.');
    const many = { ...FINDINGS.events, stages: [{ ...first, entered: 12345, passed: 1 }, ...others] };
    const labels = Object.values(column(table(many, 'funnelChart'), 'label'));
    expect(labels[0]).toBe(`${first.name}: 12,346`);
  });

  it('keeps from a terminal what only sheets can show', () => {
    const hints = blocksOf(FINDINGS.events).filter((b) => b.block === 'note' && b.text.includes('header'));
    expect(hints.length).toBeGreaterThan(0);
    for (const hint of hints) expect(hint).toMatchObject({ onSheetsOnly: true });
  });

  it('reads curves as steps, on whole days equally far apart, and does not prolong them', () => {
    const { stages, winIncidence } = FINDINGS.events;
    const curve = stages[0]?.curve.advance ?? [];
    const shown = column(table(FINDINGS.events, 'conversionByDay'), 'stage0');
    const days = Object.keys(shown).map(Number);
    expect(days[0]).toBe(0);
    expect(days.at(-1)).toBe(90);
    expect(new Set(days.slice(1).map((day, i) => day - (days[i] ?? 0))).size).toBe(1);
    for (const day of days) {
      const point = curve.filter((p) => p.day <= day).at(-1);
      expect(shown[day]).toBe(point?.estimate);
    }
    const cut = winIncidence.curve.won.filter(({ day }) => day <= 40);
    const notFollowed: FunnelFinding = {
      ...FINDINGS.events,
      winIncidence: {
        ...winIncidence,
        won: { estimate: null, low: null, high: null },
        curve: { ...winIncidence.curve, won: cut },
      },
    };
    const won = column(table(notFollowed, 'outcomesByDay'), 'won');
    expect(won['39']).not.toBeNull();
    expect(won['42']).toBeNull();
  });

  it.each([1, 7, 89, 90, 365, 1826])('draws a readable number of days for a horizon of %p', (horizonDays) => {
    const finding = { ...FINDINGS.events, basis: { ...FINDINGS.events.basis, dealHorizonDays: horizonDays } };
    const { rows } = table(finding, 'outcomesByDay');
    expect(rows.length).toBeGreaterThanOrEqual(Math.min(horizonDays + 1, 13));
    expect(rows.length).toBeLessThanOrEqual(32);
    expect(Number(rows.at(-1)?.[0])).toBeGreaterThan(horizonDays * 0.95 - 1);
    expect(Number(rows.at(-1)?.[0])).toBeLessThanOrEqual(horizonDays);
  });

  it('says what the data cannot tell', () => {
    expect(describeWith(FINDINGS.none).limits).toEqual([LIMITS.noStageHistory, LIMITS.noAmounts]);
    expect(describeWith(FINDINGS.snapshots).limits.join()).toContain('gap between two snapshots is 31 days');
    expect(blocksOf(FINDINGS.none).some((b) => b.block === 'table' && b.id === 'funnel')).toBe(false);
    expect(blocksOf(FINDINGS.none)).toContainEqual({
      block: 'note',
      tone: 'warning',
      text: LIMITS.noStageHistory,
    });
  });

  it('names the weakest step only where the numbers carry it', () => {
    const text = (finding: FunnelFinding, minimum?: number) =>
      JSON.stringify(describeWith(finding, minimum).headline);
    const [first, ...others] = FINDINGS.events.stages;
    const low = { ...FINDINGS.events, stages: [{ ...first!, stepRate: rate(412, 1181) }, ...others] };
    expect(text(low)).toContain(
      `The lowest step rate is at “${first!.name}”: of 1,181 deals decided there, 412 moved on (35%, 95% interval 32% to 38%).`,
    );
    // Four of the stages are within chance of each other.
    expect(text(FINDINGS.events)).not.toContain('lowest');
    expect(text(FINDINGS.tiny)).not.toContain('lowest');
    expect(text(FINDINGS.none)).not.toContain('lowest');
  });

  it('limits what is listed and drawn when there are very many groups', () => {
    const groups = Array.from({ length: 3000 }, (_, i) => ({
      name: `Account ${i}`,
      won: 4,
      lost: 5,
      open: 1,
    }));
    const many = { ...FINDINGS.events, breakdowns: [breakdownOfGroups(groups)] };
    expect(table(many, 'breakdown').rows).toHaveLength(500);
    expect(table(many, 'breakdownChart').rows).toHaveLength(15);
    expect(JSON.stringify(blocksOf(many))).toContain('2,500 smaller ones are not');
  });

  it.each(FINDING_NAMES)(
    'gives every chart a sentence-case title and a text for those who cannot see it: %s',
    (name) => {
      const charts = blocksOf(FINDINGS[name]).filter((b): b is Chart => b.block === 'chart');
      expect(charts.length).toBeGreaterThan(0);
      for (const chart of charts) {
        expect(chart.title).toMatch(/^[A-Z][^A-Z]*$/);
        expect(chart.alt).toMatch(/^[A-Z].{20,}\.$/);
        expect(chart.series.length).toBeLessThanOrEqual(8);
      }
    },
  );

  it.each(FINDING_NAMES)('says how every computed column came about: %s', (name) => {
    for (const block of blocksOf(FINDINGS[name]))
      if (block.block === 'table')
        for (const { format, header, note } of block.columns)
          if (format === 'percent') expect(`${header}: ${note}`).toMatch(/: .{10,}\.$/);
  });
});

describe('the lowest step rate', () => {
  const { stages } = FINDINGS.events;
  const withRates = (...rates: readonly (readonly [x: number, n: number])[]): string => {
    const finding: FunnelFinding = {
      ...FINDINGS.events,
      stages: rates.map(([x, n], i) => ({
        ...stages[i % stages.length]!,
        name: `S${i}`,
        stepRate: rate(x, n),
      })),
    };
    return describeWith(finding)
      .headline.flatMap((block) => (block.block === 'note' ? [block.text] : []))
      .filter((text) => text.includes('lowest step rate'))
      .join();
  };

  it('is named only where its interval lies below all others', () => {
    expect(withRates([4_143, 9_000], [7_000, 9_000], [8_000, 9_000])).toContain(
      'The lowest step rate is at “S0”: of 9,000 deals decided there, 4,143 moved on (46%,',
    );
  });

  it('is shared where chance could have put another one there', () => {
    expect(withRates([850, 1_160], [640, 856], [860, 900])).toBe(
      'The lowest step rates are at “S0” (73%) and “S1” (75%); which of them is the lowest could be chance, for their intervals overlap.',
    );
  });

  it('is not spoken of where all stages are alike', () => {
    expect(withRates([50, 50], [40, 40], [30, 30])).toBe('');
    expect(withRates([20, 50])).toBe('');
  });
});

it('draws cohorts that are not mature as outlines', () => {
  const chart = blocksOf(FINDINGS.events).find(
    (b): b is Chart => b.block === 'chart' && b.id === 'cohortRates',
  )!;
  expect(chart.series.map(({ column: of, tone }) => [of, tone])).toEqual([
    ['rate', 'primary'],
    ['soFar', 'hollow'],
  ]);
});
