import { ratioOf, type PersonActivity } from '../../src/engine/analyses/funnel/activityRatios';
import type { Breakdown, FunnelFinding, Rate, WeightedRate } from '../../src/engine/analyses/funnel/finding';
import type { PersonFinding } from '../../src/engine/analyses/funnel/people';
import type { GroupTest } from '../../src/engine/analyses/funnel/rates';
import { velocityFinding } from '../../src/engine/analyses/funnel/velocity';
import { wilson } from '../../src/engine/stats/wilson';

/** The parts of a funnel's finding beyond its rates, made by hand: small, and with every kind of line in them. */

const CONFIDENCE = 0.95;
const rate = (x: number, n: number): Rate => ({ x, n, ...wilson(x, n, CONFIDENCE) });

export const weighted = (x: number, other: number, deals: number): WeightedRate => ({
  ...rate(x, x + other),
  ...(deals > 0 && wilson((x / (x + other)) * deals * 0.4, deals * 0.4, CONFIDENCE)),
  deals,
  effective: deals * 0.4,
});

const test = (p: number, groups: number): GroupTest => ({
  method: groups > 1 ? 'chiSquare' : 'none',
  groups,
  statistic: groups > 1 ? 31.4 : null,
  df: Math.max(0, groups - 1),
  p,
  differ: p < 0.05,
});

interface Counts {
  readonly name: string;
  readonly won: number;
  readonly lost: number;
  readonly open: number;
}

/** A break-down by owner in which nobody is told apart from chance. */
export const breakdownOfGroups = (groups: readonly Counts[]): Breakdown => ({
  by: 'owner',
  andBy: null,
  label: 'Owner',
  test: test(groups.length > 1 ? 0.31 : 1, groups.length),
  curves:
    groups.length > 1
      ? {
          groups: groups.length,
          wins: { statistic: 3.2, df: groups.length - 1, p: 0.42, differ: false },
          decided: { statistic: 12.2, df: groups.length - 1, p: 0.012, differ: true },
        }
      : null,
  groups: groups.map(({ name, won, lost, open }) => {
    const share = won + lost === 0 ? 0.3 : won / (won + lost);
    return {
      name,
      keys: [name],
      created: won + lost + open,
      won,
      lost,
      open,
      noDecision: Math.floor(lost / 10),
      winRate: rate(won, won + lost),
      pooled: { estimate: (share + 0.3) / 2, low: (share + 0.1) / 2, high: (share + 0.5) / 2 },
      chanceAbove: 0.4,
      standing: 'unclear',
      amounts: { won: won * 1_000_000, lost: lost * 900_000, open: open * 800_000 },
      medianDaysToWin: won > 0 ? 61.5 : null,
    };
  }),
  notListed: 0,
});

interface PersonCounts {
  readonly person: string;
  readonly x: number;
  readonly n: number;
  readonly band: PersonFinding['band'];
  readonly setApart?: boolean;
}

const COUNTS: readonly PersonCounts[] = [
  { person: 'Amara Okafor', x: 74, n: 150, band: 'A' },
  { person: 'Björn Lindqvist', x: 50, n: 160, band: 'B' },
  { person: '=HYPERLINK("http://x")', x: 12, n: 90, band: 'C' },
  { person: '-Dana', x: 1, n: 2, band: 'B' },
  { person: 'New starter', x: 0, n: 0, band: null },
  { person: 'System', x: 0, n: 800, band: null, setApart: true },
];

/** The win rate less that of everybody else compared; limits made up about it. */
function againstOthers(x: number, n: number): PersonFinding['difference'] {
  const compared = COUNTS.filter(({ setApart }) => !setApart);
  const of = (key: 'x' | 'n'): number => compared.reduce((sum, counts) => sum + counts[key], 0);
  const estimate = x / n - (of('x') - x) / (of('n') - n);
  return { estimate, low: estimate - 0.1, high: estimate + 0.1, p: 0.21 };
}

const STEPS = ['Activities', 'Prospecting', 'Proposal'] as const;

const activity = (type: string, count: number, newDeals: number, isBelow: boolean): PersonActivity => ({
  type,
  ...ratioOf(count, newDeals, CONFIDENCE),
  pooled: { estimate: 6.5, low: 5.5, high: 7.75 },
  standing: isBelow ? 'below' : 'unclear',
  worth: isBelow ? { wins: 2.5, low: 0, high: 5, amount: 3_750_000 } : null,
});

function person({ person: name, x, n, band, setApart = false }: PersonCounts): PersonFinding {
  const raw = rate(x, n);
  const standing = band === 'A' ? 'above' : band === 'C' ? 'below' : 'unclear';
  const pooled = setApart
    ? { estimate: null, low: null, high: null }
    : { estimate: (x + 30) / (n + 100), low: (x + 20) / (n + 105), high: (x + 40) / (n + 95) };
  const worth = band === 'C' ? { wins: 8.25, low: 1.5, high: 15.125, amount: 12_375_000 } : null;
  return {
    person: name,
    x,
    n,
    raw: raw.estimate,
    low: raw.low,
    high: raw.high,
    pooled,
    chanceAbove: setApart ? null : band === 'A' ? 0.97 : band === 'C' ? 0.03 : 0.44,
    standing,
    distinguishable: standing !== 'unclear',
    setApart,
    band,
    place: setApart || n === 0 ? null : { from: band === 'C' ? 4 : 1, to: band === 'A' ? 2 : 5 },
    difference:
      setApart || n === 0 ? { estimate: null, low: null, high: null, p: null } : againstOthers(x, n),
    created: n + 4,
    open: 4,
    amounts: { won: x * 1_500_033, open: 4_000_000 },
    medianDaysToWin: x > 0 ? 58 : null,
    worth,
    steps: setApart
      ? []
      : STEPS.map((_, i) => ({
          ...rate(Math.floor(n / (i + 2)), Math.floor(n / (i + 1))),
          pooled: { estimate: 0.5, low: 0.4, high: 0.6 },
          chanceAbove: band === 'C' ? 0.05 : 0.5,
          standing: band === 'C' && i === 1 ? 'below' : 'unclear',
          worth: band === 'C' && i === 1 ? { wins: 4.5, low: 0, high: 9, amount: 6_750_000 } : null,
        })),
    activities: [activity('Call', n * 7, n, band === 'C' && !setApart), activity('Meeting', n, n, false)],
  };
}

const PEOPLE = COUNTS.map(person);

const pathCount = (won: number, lost: number, open: number) => ({
  deals: won + lost + open,
  won,
  lost,
  open,
  winRate: rate(won, won + lost),
});

const month = (period: string, to: string, x: number, n: number, deviation: number) => ({
  period,
  from: `${period}-01`,
  to,
  winRate: rate(x, n),
  expected: n > 0 ? 0.29 : null,
  deviation,
});

type Parts = Pick<
  FunnelFinding,
  | 'amounts'
  | 'valueWinRate'
  | 'dimensions'
  | 'asked'
  | 'people'
  | 'peopleSummary'
  | 'formula'
  | 'velocity'
  | 'configuredVersusActual'
  | 'ageing'
  | 'conformance'
  | 'losses'
  | 'pushes'
  | 'untouched'
  | 'stageEvents'
  | 'completeness'
  | 'trend'
>;

export const PARTS: Parts = {
  amounts: { won: 412 * 1_500_033, lost: 991 * 900_011, open: 237 * 1_000_000 },
  valueWinRate: weighted(412 * 1_500_033, 991 * 900_011, 1403),
  dimensions: [
    { id: 'owner', label: 'Owner' },
    { id: 'segment', label: 'Segment' },
    { id: 'size', label: 'Size' },
  ],
  asked: true,
  people: PEOPLE,
  peopleSummary: {
    company: rate(137, 402),
    test: test(0.0004, 4),
    certainty: 0.9,
    bands: { A: 1, B: 2, C: 1 },
    worth: { wins: 8.25, amount: 12_375_000 },
  },
  formula: {
    activitiesFrom: '2023-01-02',
    activities: [
      { type: 'Call', count: 2800, perNewDeal: 7 },
      { type: 'Meeting', count: 400, perNewDeal: 1 },
    ],
    ratios: [
      { type: 'Call', ...ratioOf(2800, 400, CONFIDENCE), test: test(0.001, 4) },
      { type: 'Meeting', ...ratioOf(400, 400, CONFIDENCE), test: test(0.6, 4) },
    ],
    steps: [
      { from: 'Activities', to: 'New deals', company: rate(400, 3200), test: test(0.2, 4) },
      { from: 'Prospecting', to: 'Proposal', company: rate(210, 402), test: test(0.01, 4) },
      { from: 'Proposal', to: 'Won', company: rate(137, 210), test: test(0.6, 4) },
    ],
    meanWon: 1_500_033,
    days: 1183,
  },
  velocity: velocityFinding(
    18,
    2,
    { x: 24, n: 100, estimate: 0.24, low: 0.17, high: 0.33 },
    {
      amounts: { n: 24, sum: 24 * 4_200_000, squares: 24 * 4_200_000 ** 2 * 1.2 },
      days: { n: 24, sum: 24 * 78, squares: 24 * 78 ** 2 * 1.1 },
      both: { n: 24, amounts: 24 * 4_200_000, days: 24 * 78, products: 24 * 4_200_000 * 78 },
    },
    0.1,
    CONFIDENCE,
  ),
  configuredVersusActual: [
    {
      stage: 'Prospecting',
      configured: 0.1,
      withProbability: 60,
      same: 58,
      actual: rate(412, 1403),
      incidence: { estimate: 0.24, low: 0.22, high: 0.27 },
      days: 90,
      outside: 'tooLow',
    },
    {
      stage: 'Proposal',
      configured: 0.9,
      withProbability: 4,
      same: 4,
      actual: rate(412, 580),
      incidence: { estimate: null, low: null, high: null },
      days: 90,
      outside: 'tooHigh',
    },
    {
      stage: 'Demo',
      configured: null,
      withProbability: 0,
      same: 0,
      actual: rate(0, 0),
      incidence: { estimate: null, low: null, high: null },
      days: 90,
      outside: null,
    },
  ],
  ageing: {
    benchmark: { n: 412, median: 66.5, q75: 104, q90: 150, slowest: 240 },
    stages: [
      { stage: 'Prospecting', n: 400, median: 9, q75: 20, q90: 41, slowest: 90, open: 61, slow: 12 },
      { stage: 'Proposal', n: 0, median: null, q75: null, q90: null, slowest: null, open: 2, slow: 0 },
    ],
    chanceDays: 90,
    counts: { usual: 200, slow: 20, beyondAll: 12, unknown: 5 },
    amounts: { usual: 200_000_000, slow: 20_000_000, beyondAll: 12_000_000, unknown: 5_000_000 },
    deals: [
      {
        id: 'D-0007',
        place: { source: 'pipeline.xlsx', sheet: 'Deals', row: 8 },
        owner: 'Amara Okafor',
        account: '=cmd()',
        stage: 'Prospecting',
        amount: 1_200_000,
        created: '2022-01-04',
        age: 817,
        standing: 'beyondAll',
        winsSlower: 0,
        chance: null,
        daysInStage: 800,
        slowInStage: true,
        pushes: 4,
        expectedClose: '2024-01-31',
        untouchedDays: 92,
        planned: false,
      },
      {
        id: 'D-0420',
        place: { source: 'pipeline.xlsx', sheet: 'Deals', row: 421 },
        owner: null,
        account: null,
        stage: null,
        amount: null,
        created: null,
        age: null,
        standing: 'unknown',
        winsSlower: null,
        chance: null,
        daysInStage: null,
        slowInStage: null,
        pushes: null,
        expectedClose: null,
        untouchedDays: null,
        planned: null,
      },
    ],
    notListed: 235,
  },
  conformance: {
    deals: 1560,
    straight: pathCount(300, 800, 200),
    skipped: pathCount(100, 91, 20),
    movedBack: pathCount(20, 60, 10),
    reworked: pathCount(10, 30, 5),
    reopened: pathCount(3, 2, 1),
    moves: {
      to: ['Prospecting', 'Proposal', 'Won', 'Lost'],
      counts: [
        [0, 1180, 12, 330],
        [33, 0, 400, 290],
      ],
    },
    variants: [
      { path: ['Prospecting', 'Proposal'], ...pathCount(300, 400, 100), medianDaysToWin: 66 },
      { path: ['Prospecting'], ...pathCount(0, 330, 61), medianDaysToWin: null },
    ],
    differentPaths: 9,
    notListed: 369,
    bottleneck: { stage: 'Proposal', meanDays: 31.25, days: 90, share: 0.41, open: 58 },
  },
  losses: {
    lost: 991,
    withReason: 700,
    stages: ['Prospecting', 'Proposal'],
    rows: [
      { reason: 'Price', noDecision: false, deals: 580, amount: 522_006_380, counts: [200, 380] },
      { reason: '(blank)', noDecision: false, deals: 291, amount: 0, counts: [250, 41] },
      { reason: 'No decision', noDecision: true, deals: 120, amount: 9_000_000, counts: [100, 20] },
    ],
    notListed: 0,
  },
  pushes: {
    deals: 1000,
    byPushes: [
      { pushes: 0, orMore: false, won: 200, lost: 300, open: 60, winRate: rate(200, 500) },
      { pushes: 1, orMore: false, won: 90, lost: 180, open: 40, winRate: rate(90, 270) },
      { pushes: 2, orMore: false, won: 10, lost: 70, open: 20, winRate: rate(10, 80) },
      { pushes: 3, orMore: true, won: 1, lost: 2, open: 27, winRate: rate(1, 3) },
    ],
    counted: 0,
    pushes: 521,
    pulls: 44,
    meanSlipDays: 38.5,
  },
  untouched: { days: 30, open: 237, untouched: 81, never: 12, amount: 81_000_000, source: 'activities' },
  stageEvents: {
    days: 30,
    stages: [
      {
        stage: 'Prospecting',
        entered: 1180,
        type: 'Call',
        withActivity: 1000,
        before: 600,
        sameDay: 300,
        after: 100,
        entersWhen: 'held',
      },
      {
        stage: 'Proposal',
        entered: 500,
        type: null,
        withActivity: 0,
        before: 0,
        sameDay: 0,
        after: 0,
        entersWhen: null,
      },
    ],
  },
  completeness: {
    stages: [
      { stage: 'Prospecting', advanced: 1180 },
      { stage: 'Proposal', advanced: 412 },
    ],
    columns: [{ field: 'account', label: 'Account', filled: [900, 412] }],
  },
  trend: {
    months: [
      month('2023-11', '2023-11-30', 12, 50, -0.8),
      month('2023-12', '2023-12-31', 20, 55, 1.2),
      month('2024-01', '2024-01-31', 0, 0, 0),
      month('2024-02', '2024-02-29', 2, 3, 1.4),
      month('2024-03', '2024-03-31', 11, 40, -0.2),
    ],
    monthOfQuarter: { rates: [rate(0, 0), rate(14, 53), rate(31, 95)], p: 0.31, swings: false },
    slope: { perMonth: 0.012, p: 0.41, verdict: 'none' },
    drift: { oddsRatio: 1.5, down: null, up: null },
  },
};

/** What is left without history, amounts, owners, activities and closed deals. */
export const NO_PARTS: Parts = {
  amounts: null,
  valueWinRate: null,
  dimensions: [],
  asked: true,
  people: [],
  peopleSummary: null,
  formula: null,
  velocity: null,
  configuredVersusActual: [],
  ageing: {
    benchmark: { n: 0, median: null, q75: null, q90: null, slowest: null },
    stages: [],
    chanceDays: 90,
    counts: { usual: 0, slow: 0, beyondAll: 0, unknown: 2 },
    amounts: null,
    deals: [],
    notListed: 2,
  },
  conformance: null,
  losses: { lost: 1, withReason: null, stages: [], rows: [], notListed: 1 },
  pushes: null,
  untouched: null,
  stageEvents: null,
  completeness: null,
  trend: null,
};
