import { daysIn } from '../../../../src/engine/analyses/funnel/dayCounts';
import { dealsAsOf } from '../../../../src/engine/analyses/funnel/deals';
import { runFunnel } from '../../../../src/engine/analyses/funnel/compute';
import type { FunnelFinding } from '../../../../src/engine/analyses/funnel/finding';
import { byText, EVERYONE } from '../../../../src/engine/analyses/funnel/grouping';
import { outcomeDays, tallyOutcomes } from '../../../../src/engine/analyses/funnel/outcomeTally';
import { cellOf, tallyStages } from '../../../../src/engine/analyses/funnel/stageTally';
import { ADVANCED, LOST_HERE, STILL_OPEN, visitsOf } from '../../../../src/engine/analyses/funnel/visits';
import { asDay } from '../../../../src/engine/core/day';
import type { AssumptionValues } from '../../../../src/engine/core/assumption';
import type { Dataset } from '../../../../src/engine/dataset/dataset';
import { LOST, OPEN, WON } from '../../../../src/engine/dataset/dataset';
import { aalenJohansen, incidenceAt } from '../../../../src/engine/stats/aalenJohansen';
import { kaplanMeier, restrictedMean } from '../../../../src/engine/stats/kaplanMeier';
import { riskTableFromDays } from '../../../../src/engine/stats/riskTable';
import { asOf } from '../../../support/circumstances';
import { serial } from '../../../support/dataset';
import { expectClose, reference } from '../../../support/reference';
import {
  WORLD_A_AS_OF,
  worldAEvents,
  worldAOutcomesOnly,
  worldASnapshots,
  worldAWide,
} from '../../../support/worldA';

interface WinCase {
  readonly name: string;
  readonly expected: {
    readonly n: number;
    readonly at_days: readonly number[];
    readonly cif_won: readonly number[];
    readonly se_won: readonly number[];
    readonly cif_lost: readonly number[];
  };
}
interface StageCase {
  readonly name: string;
  readonly input: { readonly stage: string };
  readonly expected: {
    readonly entered: number;
    readonly advanced: number;
    readonly lost: number;
    readonly open: number;
    readonly resolved_only: number;
    readonly naive_reached_over_entered: number;
    readonly cif_advance_at_30_60_90: readonly number[];
    readonly se: readonly number[];
    readonly cif_lost_at_30_60_90: readonly number[];
    readonly km_median_days_to_leave: number;
    readonly rmst90_days: number;
    readonly rmst90_se: number;
  };
}
interface RatesCase {
  readonly name: string;
  readonly expected: {
    readonly won: number;
    readonly lost: number;
    readonly open: number;
    readonly resolved_only_rate: number;
    readonly resolved_only_wilson95: readonly number[];
    readonly mature_cohort_180d: {
      readonly n: number;
      readonly won_within_180d: number;
      readonly rate: number;
      readonly wilson95: readonly number[];
    };
    readonly by_rep: readonly {
      readonly rep: string;
      readonly won: number;
      readonly resolved: number;
      readonly wilson95: readonly number[];
    }[];
  };
}

// The cases are told apart by their names, which state what they hold.
const { cases } = reference<{ readonly name: string }>('world_A_pipeline');
const stageCases = cases.filter(({ name }) => name.startsWith('stage advance')) as unknown as StageCase[];
const winCases = cases.filter(({ name }) => name.startsWith('win CIF')) as unknown as WinCase[];
const rates = cases.find(({ name }) => name === 'simple rates') as unknown as RatesCase;
const REFERENCE = { relative: 1e-8, absolute: 1e-10 };

function find(dataset: Dataset, values: AssumptionValues = {}): FunnelFinding {
  const { value, issues } = runFunnel(dataset, values, asOf(WORLD_A_AS_OF));
  expect(issues.filter(({ severity }) => severity !== 'note')).toEqual([]);
  return value!;
}

const AT = [30, 60, 90];

/** The estimates of a stage with their standard errors, which a finding does not hold, from the tally of all deals. */
function estimatesOf(dataset: Dataset, stage: string) {
  const { history, stages } = dataset;
  const deals = dealsAsOf(dataset.opportunities!, history, stages, asDay(serial(WORLD_A_AS_OF)));
  const tally = tallyStages(visitsOf({ deals, stages, history: history! }), EVERYONE);
  const rank = stages.findIndex(({ name }) => name === stage);
  const [advanced, lost, open] = ([ADVANCED, LOST_HERE, STILL_OPEN] as const).map((ending) =>
    daysIn(tally.days, cellOf(tally, rank, ending)),
  );
  const risk = riskTableFromDays([advanced!, lost!], open!);
  const dwell = kaplanMeier(risk, 0.95);
  return {
    advance: AT.map((t) => incidenceAt(aalenJohansen(risk, 1, 0.95), t)),
    lost: AT.map((t) => incidenceAt(aalenJohansen(risk, 2, 0.95), t)),
    mean: restrictedMean(dwell, 90)!,
  };
}

it('has the cases', () => {
  expect([stageCases.length, winCases.length, rates.expected.by_rep.length]).toEqual([5, 9, 8]);
});

describe('world A from stage changes, against R with survival 3.5-3', () => {
  const dataset = worldAEvents();
  const finding = find(dataset);

  it.each(stageCases)('$name', ({ input, expected }) => {
    const stage = finding.stages.find(({ name }) => name === input.stage)!;
    expect(stage).toMatchObject({
      entered: expected.entered,
      advanced: expected.advanced,
      lost: expected.lost,
      open: expected.open,
      undated: 0,
      dwellDays: { median: expected.km_median_days_to_leave, n: expected.entered },
    });
    const { advance, lost, mean } = estimatesOf(dataset, input.stage);
    const estimates = (points: typeof advance) => points.map((p) => p.estimate);
    expectClose(estimates(advance), expected.cif_advance_at_30_60_90, 'advance', REFERENCE);
    expectClose(
      advance.map((p) => p.standardError),
      expected.se,
      'standard error',
      REFERENCE,
    );
    expectClose(estimates(lost), expected.cif_lost_at_30_60_90, 'lost', REFERENCE);
    expectClose(
      [mean.estimate, mean.standardError],
      [expected.rmst90_days, expected.rmst90_se],
      'mean',
      REFERENCE,
    );
    expectClose(
      [
        stage.stepRate.estimate,
        stage.ofEntered.estimate,
        stage.incidence.advance.estimate,
        stage.incidence.lost.estimate,
        stage.dwellDays.restrictedMean,
      ],
      [
        expected.resolved_only,
        expected.naive_reached_over_entered,
        expected.cif_advance_at_30_60_90[2]!,
        expected.cif_lost_at_30_60_90[2]!,
        expected.rmst90_days,
      ],
      'finding',
      REFERENCE,
    );
  });

  it('counts skips, moves back and both funnels as a plain count over the file (Python) does', () => {
    expect(finding.stages.map(({ passed }) => passed)).toEqual([0, 29, 24, 11, 0]);
    expect(finding.stages.map(({ movedBack }) => movedBack)).toEqual([0, 18, 17, 12, 7]);
    expect(finding.funnels.map(({ inOrder }) => inOrder)).toEqual([900, 489, 287, 194, 129, 95]);
    expect(finding.funnels.map(({ touched }) => touched)).toEqual([900, 489, 316, 231, 165, 124]);
  });
});

describe('world A from creation to outcome', () => {
  it.each([
    ['events', worldAEvents],
    ['wide', worldAWide],
    ['none', worldAOutcomesOnly],
  ] as const)('from shape %s, all deals and by person', (_, read) => {
    const dataset = read();
    const { history, stages } = dataset;
    const deals = dealsAsOf(dataset.opportunities!, history, stages, asDay(serial(WORLD_A_AS_OF)));
    const owners = byText(dataset.opportunities!.texts['owner']!);
    for (const { name, expected } of winCases) {
      const owner = owners.names.indexOf(name.replace('win CIF from creation ', ''));
      const grouping = owner < 0 ? EVERYONE : owners;
      const tally = tallyOutcomes(deals, grouping, 90);
      const group = Math.max(0, owner);
      const days = ([WON, LOST, OPEN] as const).map((o) => outcomeDays(tally, o, group));
      const risk = riskTableFromDays(days.slice(0, 2), days[2]!);
      expect([name, risk.atRisk[0]]).toEqual([name, expected.n]);
      const won = expected.at_days.map((t) => incidenceAt(aalenJohansen(risk, 1, 0.95), t));
      const lost = expected.at_days.map((t) => incidenceAt(aalenJohansen(risk, 2, 0.95), t));
      const estimates = (points: typeof won) => points.map((p) => p.estimate);
      expectClose(estimates(won), expected.cif_won, name, REFERENCE);
      expectClose(
        won.map((p) => p.standardError),
        expected.se_won,
        name,
        REFERENCE,
      );
      expectClose(estimates(lost), expected.cif_lost, name, REFERENCE);
    }
  });

  it('counts outcomes, win rates and the share won within 180 days', () => {
    const finding = find(worldAEvents(), { dealHorizonDays: 180 });
    const { expected } = rates;
    expect(finding.outcomes).toEqual({
      won: expected.won,
      lost: expected.lost,
      open: expected.open,
      noDecision: 0,
    });
    const { winRate, wonWithinHorizon } = finding;
    expectClose(
      [winRate.estimate, winRate.low, winRate.high],
      [expected.resolved_only_rate, ...expected.resolved_only_wilson95],
      'win rate',
      REFERENCE,
    );
    const mature = expected.mature_cohort_180d;
    expect([wonWithinHorizon.x, wonWithinHorizon.n]).toEqual([mature.won_within_180d, mature.n]);
    expectClose(
      [wonWithinHorizon.estimate, wonWithinHorizon.low, wonWithinHorizon.high],
      [mature.rate, ...mature.wilson95],
      'won within',
      REFERENCE,
    );
    for (const { rep, won, resolved, wilson95 } of expected.by_rep) {
      const { winRate: rate } = finding.breakdowns[0]!.groups.find(({ name }) => name === rep)!;
      expect([rate.x, rate.n]).toEqual([won, resolved]);
      expectClose([rate.low, rate.high], wilson95, rep, REFERENCE);
    }
  });

  it('marks the quarters whose deals have not been observed for the horizon', () => {
    const { cohorts } = find(worldAEvents(), { dealHorizonDays: 180 });
    expect(cohorts.map(({ period, mature }) => [period, mature])).toEqual([
      ['2023-Q1', true],
      ['2023-Q2', true],
      ['2023-Q3', true],
      ['2023-Q4', true],
      ['2024-Q1', true],
      ['2024-Q2', true],
      ['2024-Q3', false],
      ['2024-Q4', false],
    ]);
    expect(cohorts.reduce((sum, { created }) => sum + created, 0)).toBe(900);
    expect(cohorts.filter(({ mature }) => !mature).map(({ wonWithin }) => wonWithin.estimate)).toEqual([
      null,
      null,
    ]);
  });
});

describe('world A from dates of first entry', () => {
  const finding = find(worldAWide());

  it('counts as from stage changes, without moves back, and says so', () => {
    const events = find(worldAEvents());
    const counts = (f: FunnelFinding) =>
      f.stages.map(({ entered, passed, advanced, lost, open }) => [entered, passed, advanced, lost, open]);
    expect(counts(finding)).toEqual(counts(events));
    expect(finding.stages.every(({ movedBack }) => movedBack === 0)).toBe(true);
    expect(finding.basis.limits).toEqual(['wideFirstEntriesOnly']);
  });

  it('estimates the same but where a later stage was entered before and again: its second date is not in the sheet', () => {
    for (const { input, expected } of stageCases) {
      const { incidence } = finding.stages.find(({ name }) => name === input.stage)!;
      expectClose(
        [incidence.advance.estimate],
        [expected.cif_advance_at_30_60_90[2]!],
        input.stage,
        input.stage === 'Demo' ? { relative: 0, absolute: 1e-3 } : REFERENCE,
      );
    }
  });
});

describe('world A from month-end lists', () => {
  it('is right up to the spacing of the lists, and says so', () => {
    const finding = find(worldASnapshots());
    expect(finding.basis).toMatchObject({ snapshotSpacingDays: 31, limits: ['snapshotMidpoints'] });
    expect(finding.outcomes).toEqual({ won: 124, lost: 712, open: 64, noDecision: 0 });
    // A close is dated at most half a month too early or too late, so the curve lies between the true one moved by
    // that much to either side; closings near the as-of day change the numbers at risk, hence the small slack.
    const truth = aalenJohansenOfWins(worldAEvents());
    for (const { day, estimate } of finding.winIncidence.curve.won) {
      expect(estimate).toBeGreaterThanOrEqual((incidenceAt(truth, day - 16).estimate ?? 0) - 0.005);
      expect(estimate).toBeLessThanOrEqual((incidenceAt(truth, day + 16).estimate ?? 0) + 0.005);
    }
  });
});

function aalenJohansenOfWins(dataset: Dataset) {
  const { history, stages } = dataset;
  const deals = dealsAsOf(dataset.opportunities!, history, stages, asDay(serial(WORLD_A_AS_OF)));
  const tally = tallyOutcomes(deals, EVERYONE, 90);
  const days = ([WON, LOST, OPEN] as const).map((outcome) => outcomeDays(tally, outcome));
  return aalenJohansen(riskTableFromDays(days.slice(0, 2), days[2]!), 1, 0.95);
}
