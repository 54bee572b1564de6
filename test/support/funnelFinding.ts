import type { CurvePoint, FunnelFinding, Rate, StageFinding } from '../../src/engine/analyses/funnel/finding';
import { wilson } from '../../src/engine/stats/wilson';
import { breakdownOfGroups, NO_PARTS, PARTS, weighted } from './funnelParts';

/** Findings as the funnel analysis gives them, made by hand: counts agree with each other, rates with the counts. */

export const CONFIDENCE = 0.95;
const HORIZON = 90;

export const rate = (x: number, n: number, confidence = CONFIDENCE): Rate => ({
  x,
  n,
  ...wilson(x, n, confidence),
});

/** A curve that rises to `top` with the mean `scale` days. */
const curve = (top: number, scale: number): readonly CurvePoint[] =>
  Array.from({ length: 40 }, (_, i): CurvePoint => {
    const day = i * 4;
    const estimate = top * (1 - Math.exp(-day / scale));
    return day === 0
      ? { day, estimate: 0, low: null, high: null }
      : { day, estimate, low: Math.max(0, estimate - 0.04), high: Math.min(1, estimate + 0.04) };
  });

const NO_DAYS = { q25: null, median: null, q75: null };

interface StageCounts {
  readonly name: string;
  readonly advanced: number;
  readonly lost: number;
  readonly open: number;
  readonly passed: number;
  readonly movedBack: number;
  readonly scale: number;
}

function stagesOf(counts: readonly StageCounts[], withAmounts: boolean): readonly StageFinding[] {
  const cameAsFarAs = (s: StageCounts | undefined): number =>
    s ? s.advanced + s.lost + s.open + s.passed : 0;
  return counts.map((s): StageFinding => {
    const entered = s.advanced + s.lost + s.open;
    const share = entered === 0 ? null : (k: number) => k / entered;
    const estimate = (k: number) =>
      share === null
        ? { estimate: null, low: null, high: null }
        : { estimate: share(k), low: Math.max(0, share(k) - 0.03), high: Math.min(1, share(k) + 0.03) };
    return {
      name: s.name,
      entered,
      passed: s.passed,
      advanced: s.advanced,
      lost: s.lost,
      noDecision: Math.floor(s.lost / 5),
      open: s.open,
      movedBack: s.movedBack,
      stepRate: rate(s.advanced, s.advanced + s.lost),
      valueStepRate: withAmounts
        ? weighted(s.advanced * 1_500_033, s.lost * 900_011, s.advanced + s.lost)
        : null,
      ofEntered: rate(s.advanced, entered),
      reached: rate(cameAsFarAs(s), cameAsFarAs(counts[0])),
      incidence: {
        days: HORIZON,
        advance: estimate(s.advanced),
        lost: estimate(s.lost),
        noDecision: entered === 0 ? null : estimate(Math.floor(s.lost / 5)),
      },
      dwellDays: {
        q25: entered === 0 ? null : Math.round(s.scale * 0.29),
        median: s.open > entered / 2 || entered === 0 ? null : Math.round(s.scale * 0.69),
        q75: s.open > entered / 4 || entered === 0 ? null : Math.round(s.scale * 1.39),
        events: s.advanced + s.lost,
        n: entered,
        restrictedMean: entered === 0 ? null : s.scale,
        atLeast: s.open > entered / 2 ? 61 : null,
      },
      advancedDays:
        entered === 0 ? NO_DAYS : { q25: s.scale * 0.2, median: s.scale * 0.55, q75: s.scale * 1.1 },
      lostDays: entered === 0 ? NO_DAYS : { q25: s.scale * 0.4, median: s.scale * 0.8, q75: s.scale * 1.6 },
      undated: s.movedBack,
      value: withAmounts
        ? {
            entered: s.advanced * 1_500_033 + s.lost * 900_011 + s.open * 1_000_000,
            advanced: s.advanced * 1_500_033,
            lost: s.lost * 900_011,
            open: s.open * 1_000_000,
          }
        : null,
      curve: {
        advance: entered === 0 ? [] : curve(s.advanced / entered, s.scale),
        lost: entered === 0 ? [] : curve(s.lost / entered, s.scale * 1.3),
      },
    };
  });
}

const OWNERS = [
  'Amara Okafor',
  'Björn Lindqvist',
  'Chen Wei',
  '=HYPERLINK("http://x")',
  '-Dana',
  'Élodie Martin',
];

const base = (stages: readonly StageFinding[], shape: FunnelFinding['basis']['shape']): FunnelFinding => {
  const outcomes = { won: 412, lost: 991, open: 237, noDecision: 120 };
  const decided = outcomes.won + outcomes.lost;
  return {
    basis: {
      shape,
      opportunities: decided + outcomes.open,
      firstCreated: '2021-01-04',
      lastCreated: '2024-03-28',
      asOf: '2024-03-31',
      confidence: CONFIDENCE,
      horizonDays: HORIZON,
      dealHorizonDays: HORIZON,
      snapshotSpacingDays: shape === 'snapshots' ? 31 : null,
      recordsFrom: null,
      olderDeals: 0,
      skips: 'passed',
      movesBack: 'first',
      limits:
        shape === 'wide' ? ['wideFirstEntriesOnly'] : shape === 'snapshots' ? ['snapshotMidpoints'] : [],
    },
    stages,
    funnels: stages.length
      ? [
          ...stages.map((s) => ({ name: s.name, inOrder: Math.floor(s.entered * 0.9), touched: s.entered })),
          { name: 'Closed Won', inOrder: 371, touched: outcomes.won },
        ]
      : [],
    outcomes,
    ...PARTS,
    winRate: rate(outcomes.won, decided),
    winIncidence: {
      days: HORIZON,
      won: { estimate: 0.213, low: 0.194, high: 0.233 },
      lost: { estimate: 0.489, low: 0.463, high: 0.515 },
      noDecision: { estimate: 0.061, low: 0.05, high: 0.073 },
      curve: { won: curve(0.26, 60), lost: curve(0.62, 45) },
    },
    wonWithinHorizon: rate(298, 1398),
    daysToWin: { q25: 41, median: 66.5, q75: 104 },
    supposed: [],
    cohorts: [
      {
        quarter: '2022-Q4',
        from: '2022-10-01',
        to: '2022-12-31',
        created: 131,
        won: 40,
        lost: 88,
        open: 3,
        within: 29,
        mature: true,
      },
      {
        quarter: '2023-Q1',
        from: '2023-01-01',
        to: '2023-03-31',
        created: 118,
        won: 31,
        lost: 80,
        open: 7,
        within: 24,
        mature: true,
      },
      {
        quarter: '2023-Q2',
        from: '2023-04-01',
        to: '2023-06-30',
        created: 3,
        won: 2,
        lost: 1,
        open: 0,
        within: 2,
        mature: true,
      },
      {
        quarter: '2023-Q3',
        from: '2023-07-01',
        to: '2023-09-30',
        created: 122,
        won: 33,
        lost: 71,
        open: 18,
        within: 28,
        mature: true,
      },
      {
        quarter: '2023-Q4',
        from: '2023-10-01',
        to: '2023-12-31',
        created: 127,
        won: 25,
        lost: 52,
        open: 50,
        within: 25,
        mature: false,
      },
      {
        quarter: '2024-Q1',
        from: '2024-01-01',
        to: '2024-03-31',
        created: 4,
        won: 1,
        lost: 1,
        open: 2,
        within: 1,
        mature: false,
      },
    ].map(({ quarter, within, ...cohort }) => ({
      ...cohort,
      period: quarter,
      noDecision: Math.floor(cohort.lost / 8),
      horizonDays: HORIZON,
      incomplete: false,
      ages: [30, 60, HORIZON].map((days, i) => {
        const x = Math.floor((within * (i + 1)) / 3);
        return {
          days,
          mature: cohort.mature || i === 0,
          wonWithin:
            cohort.mature || i === 0
              ? rate(x, cohort.created)
              : { x, n: cohort.created, estimate: null, low: 0, high: 1 },
        };
      }),
      wonWithin: cohort.mature
        ? rate(within, cohort.created)
        : { x: within, n: cohort.created, estimate: null, low: 0, high: 1 },
    })),
    breakdowns: [
      breakdownOfGroups(
        OWNERS.map((name, i) => ({
          name,
          won: Math.max(1, 62 - 12 * i),
          lost: 140 - 27 * i,
          open: 33 - 5 * i,
        })).concat([{ name: '(blank)', won: 0, lost: 0, open: 0 }]),
      ),
    ],
  };
};

const PIPELINE: readonly StageCounts[] = [
  { name: 'Prospecting', advanced: 1180, lost: 330, open: 61, passed: 69, movedBack: 0, scale: 14 },
  { name: 'Qualification', advanced: 901, lost: 280, open: 48, passed: 20, movedBack: 33, scale: 21 },
  {
    name: 'Needs Analysis, by phone',
    advanced: 650,
    lost: 171,
    open: 40,
    passed: 60,
    movedBack: 21,
    scale: 30,
  },
  { name: 'Proposal', advanced: 522, lost: 130, open: 58, passed: 0, movedBack: 17, scale: 35 },
  { name: "=Negotiation & 'Review'", advanced: 412, lost: 80, open: 30, passed: 0, movedBack: 4, scale: 18 },
];

/** One per shape of data, and the awkward ones. */
export const FINDINGS = {
  events: base(stagesOf(PIPELINE, true), 'events'),
  wide: base(stagesOf(PIPELINE, false), 'wide'),
  snapshots: base(stagesOf(PIPELINE, true), 'snapshots'),
  none: {
    ...base([], 'none'),
    ...NO_PARTS,
    basis: { ...base([], 'none').basis, limits: ['noStageHistory', 'noAmounts'] },
    breakdowns: [],
    asked: false,
  },
  /** Groups too small for a percentage, nobody lost, a stage nobody entered. */
  tiny: {
    ...base(
      stagesOf(
        [
          { name: 'New', advanced: 2, lost: 1, open: 0, passed: 0, movedBack: 0, scale: 9 },
          { name: 'Demo', advanced: 0, lost: 0, open: 2, passed: 0, movedBack: 0, scale: 12 },
          { name: 'Offer', advanced: 0, lost: 0, open: 0, passed: 0, movedBack: 0, scale: 5 },
        ],
        false,
      ),
      'events',
    ),
    funnels: [
      { name: 'New', inOrder: 3, touched: 3 },
      { name: 'Demo', inOrder: 2, touched: 2 },
      { name: 'Offer', inOrder: 0, touched: 0 },
      { name: 'Won', inOrder: 0, touched: 0 },
    ],
    ...NO_PARTS,
    outcomes: { won: 0, lost: 1, open: 2, noDecision: 0 },
    winRate: rate(0, 1),
    wonWithinHorizon: rate(0, 0),
    daysToWin: { q25: null, median: null, q75: null },
    winIncidence: {
      days: HORIZON,
      won: { estimate: null, low: null, high: null },
      lost: { estimate: null, low: null, high: null },
      noDecision: null,
      curve: { won: [], lost: [] },
    },
    supposed: [],
    cohorts: [],
    breakdowns: [breakdownOfGroups([])],
  },
  /** More stages than there are colours. */
  long: base(
    stagesOf(
      Array.from({ length: 12 }, (_, i) => ({
        name: `Stage ${i + 1}: a rather long name for a stage`,
        advanced: 1300 - i * 70,
        lost: 60,
        open: 10,
        passed: 0,
        movedBack: 3,
        scale: 10 + i,
      })),
      true,
    ),
    'events',
  ),
} as const satisfies Readonly<Record<string, FunnelFinding>>;
export const FINDING_NAMES = Object.keys(FINDINGS) as readonly (keyof typeof FINDINGS)[];
