import { runFunnel } from '../../../../src/engine/analyses/funnel/compute';
import type { FunnelFinding, StageFinding } from '../../../../src/engine/analyses/funnel/finding';
import type { AssumptionValues } from '../../../../src/engine/core/assumption';
import { asOf } from '../../../support/circumstances';
import type { DealRow } from '../../../support/dataset';
import { datasetOf, stageMapOf } from '../../../support/dataset';

const TODAY = 45_000;
const ABC = stageMapOf('A', 'B', 'C');

function find(
  rows: readonly DealRow[],
  stages = ABC,
  values: AssumptionValues = {},
  shape: 'events' | 'wide' | 'snapshots' | 'none' = 'events',
): FunnelFinding {
  return runFunnel(datasetOf(rows, stages, shape), values, asOf(TODAY)).value!;
}

const stage = (finding: FunnelFinding, name: string): StageFinding =>
  finding.stages.find((found) => found.name === name)!;

/** Entered, passed, advanced, lost, open, moved back of each stage. */
const counts = (finding: FunnelFinding) =>
  finding.stages.map(({ entered, passed, advanced, lost, open, movedBack }) =>
    [entered, passed, advanced, lost, open, movedBack].join(' '),
  );

const start = 44_900;
const won = (...path: NonNullable<DealRow['path']>): DealRow => ({
  outcome: 'won',
  created: start,
  closed: start + 50,
  path,
});

describe('published cases', () => {
  it('10, 9, 5 and 2: cumulative 90, 50 and 20 %, step by step 90, 55.6 and 40 %', () => {
    const lost = (depth: number): DealRow => ({
      outcome: 'lost',
      created: start,
      closed: start + 30,
      path: (['A', 'B', 'C'] as const).slice(0, depth).map((name, i) => [name, start + i]),
    });
    const full = won(['A', start], ['B', start + 1], ['C', start + 2]);
    const finding = find([lost(1), ...Array(4).fill(lost(2)), ...Array(3).fill(lost(3)), full, full]);
    expect(finding.stages.map(({ entered }) => entered)).toEqual([10, 9, 5]);
    expect(finding.outcomes.won).toBe(2);
    expect(finding.stages.map(({ reached }) => reached.estimate)).toEqual([1, 0.9, 0.5]);
    expect(finding.outcomes.won / finding.stages[0]!.entered).toBe(0.2);
    expect(finding.stages.map(({ stepRate }) => stepRate.estimate)).toEqual([9 / 10, 5 / 9, 2 / 5]);
    expect(finding.stages.map(({ ofEntered }) => ofEntered.estimate)).toEqual([9 / 10, 5 / 9, 2 / 5]);
  });

  it('Created → Lead → Customer, Opportunity skipped: in order it counts in two steps, touched in three', () => {
    const finding = find(
      [won(['Created', start], ['Lead', start + 3], ['Customer', start + 9])],
      [
        { name: 'Created', kind: 'open' },
        { name: 'Lead', kind: 'open' },
        { name: 'Opportunity', kind: 'open' },
        { name: 'Customer', kind: 'won' },
      ],
    );
    expect(finding.funnels).toEqual([
      { name: 'Created', inOrder: 1, touched: 1 },
      { name: 'Lead', inOrder: 1, touched: 1 },
      { name: 'Opportunity', inOrder: 0, touched: 0 },
      { name: 'Customer', inOrder: 0, touched: 1 },
    ]);
    expect(stage(finding, 'Opportunity')).toMatchObject({ entered: 0, passed: 1 });
  });
});

describe('the clock of a stage', () => {
  it('starts at the first entry, and moving back does not stop it', () => {
    const finding = find([
      won(['A', start], ['B', start + 5], ['A', start + 8], ['B', start + 20], ['C', start + 25]),
    ]);
    expect(counts(finding)).toEqual(['1 0 1 0 0 0', '1 0 1 0 0 1', '1 0 1 0 0 0']);
    expect(stage(finding, 'A').advancedDays.median).toBe(5);
    expect(stage(finding, 'B').advancedDays.median).toBe(20);
  });

  it('stops at a later stage than the next: a skip is an advance, and the skipped stage is passed', () => {
    const finding = find([won(['A', start], ['C', start + 7])]);
    expect(counts(finding)).toEqual(['1 0 1 0 0 0', '0 1 0 0 0 0', '1 0 1 0 0 0']);
    expect(stage(finding, 'A').advancedDays.median).toBe(7);
  });

  it('counts a stage entered only after a later one from that entry on', () => {
    const finding = find([
      {
        outcome: 'lost',
        created: start,
        closed: start + 40,
        path: [
          ['C', start],
          ['B', start + 10],
          ['C', start + 13],
        ],
      },
    ]);
    expect(counts(finding)).toEqual(['0 1 0 0 0 0', '1 0 1 0 0 0', '1 0 0 1 0 1']);
    expect(stage(finding, 'B').advancedDays.median).toBe(3);
  });

  it('runs whole days: late in the evening to early next morning is one day', () => {
    const finding = find([won(['A', start + 0.99], ['B', start + 1.01], ['C', start + 1.99])]);
    expect(stage(finding, 'A').advancedDays.median).toBe(1);
    expect(stage(finding, 'B').advancedDays.median).toBe(0);
  });

  it('takes half a day for a stage left on the day of entry', () => {
    const deal = won(['A', start], ['B', start + 0.5]);
    expect(stage(find([deal, deal]), 'A').dwellDays).toMatchObject({ median: 0.5, restrictedMean: 0.5 });
  });

  it('is still running on the as-of day, and is then no failure', () => {
    const finding = find([
      { created: TODAY - 12, path: [['A', TODAY - 12]] },
      { created: TODAY - 30, path: [['A', TODAY - 30]] },
    ]);
    expect(counts(finding)[0]).toBe('2 0 0 0 2 0');
    expect(stage(finding, 'A').dwellDays).toMatchObject({ median: null, atLeast: 30, events: 0, n: 2 });
    expect(stage(finding, 'A').stepRate).toMatchObject({ x: 0, n: 0, estimate: null, low: 0, high: 1 });
    // Nobody has been followed for 90 days: nothing is said about them, instead of "0 %".
    expect(stage(finding, 'A').incidence.advance).toEqual({ estimate: null, low: null, high: null });
    expect(
      stage(find([{ created: TODAY - 90, path: [['A', TODAY - 90]] }]), 'A').incidence.advance.estimate,
    ).toBe(0);
  });

  it('is left out of the times when the close stands before the entry, and still counted', () => {
    const finding = find([
      {
        outcome: 'lost',
        created: start,
        closed: start + 1,
        path: [
          ['A', start],
          ['B', start + 4],
        ],
      },
    ]);
    expect(counts(finding).slice(0, 2)).toEqual(['1 0 1 0 0 0', '1 0 0 1 0 0']);
    expect(stage(finding, 'B')).toMatchObject({ undated: 1, dwellDays: { n: 0, events: 0, atLeast: null } });
  });
});

describe('the close of a deal', () => {
  it('is the last one: won, reopened and lost is lost', () => {
    const finding = find([
      {
        outcome: 'lost',
        created: start,
        path: [
          ['A', start],
          ['Won', start + 5],
          ['B', start + 9],
          ['Lost', start + 20],
        ],
      },
    ]);
    expect(finding.outcomes).toEqual({ won: 0, lost: 1, open: 0, noDecision: 0 });
    expect(counts(finding)).toEqual(['1 0 1 0 0 0', '1 0 0 1 0 0', '0 0 0 0 0 0']);
    expect(stage(finding, 'A').advancedDays.median).toBe(9);
    expect(stage(finding, 'B').lostDays.median).toBe(11);
  });

  it('of a deal won, reopened and won again leaves the clocks of the first win as they were', () => {
    const finding = find([
      {
        outcome: 'won',
        created: start,
        closed: start + 50,
        path: [
          ['A', start],
          ['B', start + 5],
          ['Won', start + 20],
          ['B', start + 30],
          ['C', start + 40],
          ['Won', start + 50],
        ],
      },
    ]);
    expect(counts(finding)).toEqual(['1 0 1 0 0 0', '1 0 1 0 0 0', '1 0 1 0 0 0']);
    expect(['A', 'B', 'C'].map((name) => stage(finding, name).advancedDays.median)).toEqual([5, 15, 10]);
    expect(finding.daysToWin.median).toBe(50);
  });

  it('is dated by the opportunity, else by its last entry to a closed stage', () => {
    const path = [
      ['A', start],
      ['Won', start + 30],
    ] as const;
    expect(find([{ outcome: 'won', created: start, closed: start + 20, path }]).daysToWin.median).toBe(20);
    expect(find([{ outcome: 'won', created: start, path }]).daysToWin.median).toBe(30);
  });

  it('has not happened when it is dated after the as-of day', () => {
    const finding = find([
      { outcome: 'won', created: TODAY - 9, closed: TODAY + 1, path: [['A', TODAY - 9]] },
    ]);
    expect(finding.outcomes).toEqual({ won: 0, lost: 0, open: 1, noDecision: 0 });
    expect(counts(finding)[0]).toBe('1 0 0 0 1 0');
  });

  it('counts at once on the as-of day', () => {
    const finding = find([
      { outcome: 'won', created: TODAY - 9, closed: TODAY + 0.7, path: [['A', TODAY - 9]] },
    ]);
    expect(finding.outcomes.won).toBe(1);
  });

  it('without any date counts, but is not timed, and this is said', () => {
    const { value, issues } = runFunnel(
      datasetOf([{ outcome: 'won', created: start, path: [['A', start]] }], ABC),
      {},
      asOf(TODAY),
    );
    expect(value!.outcomes.won).toBe(1);
    expect(value!.daysToWin.median).toBeNull();
    expect(stage(value!, 'A')).toMatchObject({ advanced: 1, undated: 1 });
    expect(issues).toContainEqual({ code: 'durationsUnknown', severity: 'note', facts: { deals: 1 } });
  });
});

describe('the beginning of a deal', () => {
  it('is its first entry when it has no created date', () => {
    const finding = find([
      {
        outcome: 'won',
        closed: start + 15,
        path: [
          ['A', start],
          ['B', start + 3],
        ],
      },
    ]);
    expect(finding.daysToWin.median).toBe(15);
    expect(finding.basis.firstCreated).toBe('2022-12-05');
  });

  it('lies after the as-of day: the deal counts nowhere', () => {
    const finding = find([
      { created: TODAY + 3, path: [] },
      { created: start, path: [['A', start]] },
    ]);
    expect(finding.basis.opportunities).toBe(1);
    expect(finding.outcomes.open).toBe(1);
  });

  it('is in the current stage for an open deal that has never changed its stage', () => {
    const finding = find([
      { created: TODAY - 40, stage: ' b', path: [] },
      { created: start, stage: 'A', path: [['A', start]] },
    ]);
    expect(counts(finding)).toEqual(['1 1 0 0 1 0', '1 0 0 0 1 0', '0 0 0 0 0 0']);
    expect(stage(finding, 'B').dwellDays.atLeast).toBe(40);
  });

  it('says nothing of the path of a closed deal without history, but a win has passed every stage', () => {
    const finding = find([
      { outcome: 'won', created: start, closed: start + 9, path: [] },
      { outcome: 'lost', created: start, closed: start + 9, path: [] },
    ]);
    expect(counts(finding)).toEqual(Array(3).fill('0 1 0 0 0 0'));
  });
});

describe('stages outside the path', () => {
  it('ignored ones are looked through', () => {
    const finding = find(
      [won(['A', start], ['On hold', start + 4], ['B', start + 9])],
      [{ name: 'A', kind: 'open' }, { name: 'On hold', kind: 'ignored' }, ...ABC.slice(1)],
    );
    expect(finding.stages.map(({ name }) => name)).toEqual(['A', 'B', 'C']);
    expect(stage(finding, 'A').advancedDays.median).toBe(9);
  });
});

describe('amounts', () => {
  it('are summed over the deals entered and advanced; deals without one add nothing', () => {
    const finding = find([
      { ...won(['A', start], ['B', start + 1]), amount: 1_000 },
      { ...won(['A', start]), outcome: 'lost', amount: 250 },
      won(['A', start]),
    ]);
    expect(stage(finding, 'A').value).toEqual({ entered: 1_250, advanced: 1_000, lost: 250, open: 0 });
  });

  it('are null where no deal has one, and this is a limit', () => {
    const finding = find([won(['A', start])]);
    expect(stage(finding, 'A').value).toBeNull();
    expect(finding.basis.limits).toContain('noAmounts');
  });
});

describe('cohorts', () => {
  const inQuarter = (created: string, outcome: 'won' | 'open', closed?: string): DealRow => ({
    outcome,
    created,
    ...(closed !== undefined && { closed }),
  });
  const rows = [
    inQuarter('2022-01-10', 'won', '2022-03-01'),
    inQuarter('2022-03-31', 'won', '2022-12-01'),
    inQuarter('2022-10-03', 'won', '2022-10-20'),
    // As-of is 2023-03-15: not yet observed for 90 days.
    inQuarter('2022-12-20', 'open'),
  ];
  const { cohorts } = find(rows, ABC, {}, 'none');

  it('leave out quarters without deals', () => {
    expect(cohorts.map(({ period, from, to }) => [period, from, to])).toEqual([
      ['2022-Q1', '2022-01-01', '2022-03-31'],
      ['2022-Q4', '2022-10-01', '2022-12-31'],
    ]);
  });

  it('count a win within the horizon only when mature, and claim nothing before', () => {
    expect(cohorts[0]).toMatchObject({ mature: true, wonWithin: { x: 1, n: 2, estimate: 0.5 } });
    expect(cohorts[1]).toMatchObject({
      mature: false,
      wonWithin: { x: 1, n: 2, estimate: null, low: 0, high: 1 },
    });
  });

  it('are noted when the horizon is shorter than three in four deals take', () => {
    const { issues } = runFunnel(datasetOf(rows, ABC, 'none'), { dealHorizonDays: 30 }, asOf(TODAY));
    expect(issues.map(({ code }) => code)).toContain('horizonShort');
  });
});

describe('a break-down', () => {
  const rows: readonly DealRow[] = [
    { outcome: 'won', created: start, closed: start + 1, texts: { owner: 'Bo' } },
    { outcome: 'lost', created: start, closed: start + 1, texts: { owner: 'Ada' } },
    { created: start, texts: { owner: 'Ada' } },
    { created: start },
  ];

  it('puts the largest group first, and blank cells into a group of their own', () => {
    const { groups } = find(rows, ABC, {}, 'none').breakdowns[0]!;
    expect(groups.map(({ name, created, winRate }) => [name, created, winRate.x, winRate.n])).toEqual([
      ['Ada', 2, 0, 1],
      ['(blank)', 1, 0, 0],
      ['Bo', 1, 1, 1],
    ]);
  });

  it('by a column that the data lack is null, with a note', () => {
    const { value, issues } = runFunnel(datasetOf(rows, ABC, 'none'), { breakdownBy: 'region' }, asOf(TODAY));
    expect(value!.asked).toBe(false);
    expect(issues).toContainEqual({
      code: 'breakdownFieldMissing',
      severity: 'note',
      facts: { label: 'Region' },
    });
  });
});
