import { isoOf, asDay } from '../../core/day';
import type { Place } from '../../core/issue';
import type { Dataset } from '../../dataset/dataset';
import { OPEN } from '../../dataset/dataset';
import { atRiskAfter, conditionalIncidence, incidenceByAge } from '../../stats/conditionalIncidence';
import { quantileOfDays } from '../../stats/quantile';
import type { RiskTable } from '../../stats/riskTable';
import { currentStages } from './currentStages';
import { UNKNOWN_DAY, type Deals } from './deals';
import { pushesOf, type CloseMoves } from './pushes';
import { lastTouched, type Touches } from './touches';

/** How long won deals took, the measure for those still open. */
export interface WonBenchmark {
  readonly n: number;
  readonly median: number | null;
  readonly q75: number | null;
  readonly q90: number | null;
  readonly slowest: number | null;
}

/** Against the won deals: `beyondAll` is older than the slowest win, `slow` than nine in ten. */
export type Standing = 'usual' | 'slow' | 'beyondAll' | 'unknown';

export interface OpenDeal {
  readonly id: string;
  readonly place: Pick<Place, 'source' | 'sheet' | 'row'>;
  readonly owner: string | null;
  readonly account: string | null;
  readonly stage: string | null;
  /** Cents. */
  readonly amount: number | null;
  readonly created: string | null;
  /** Days since creation. */
  readonly age: number | null;
  readonly standing: Standing;
  /** Of the won deals, the share that took longer than this one is old. */
  readonly winsSlower: number | null;
  /** Won within `chanceDays` more days, of the deals that were open at this age; null where too few were. */
  readonly chance: number | null;
  readonly daysInStage: number | null;
  /** Longer in its stage than nine in ten of the deals that were won were there. */
  readonly slowInStage: boolean | null;
  /** Times that the expected close was moved later; null where that is not recorded. */
  readonly pushes: number | null;
  readonly expectedClose: string | null;
  /** Days since the last activity, or since creation where there was none after it; null where activities are not known. */
  readonly untouchedDays: number | null;
  readonly planned: boolean | null;
}

export interface AgeingFinding {
  readonly benchmark: WonBenchmark;
  /** By open stage: days that the deals won later spent there. */
  readonly stages: readonly (WonBenchmark & {
    readonly stage: string;
    readonly open: number;
    /** Null where it is not known of any of them how long it has been there. */
    readonly slow: number | null;
  })[];
  readonly chanceDays: number;
  /** Open deals by standing. */
  readonly counts: Readonly<Record<Standing, number>>;
  /** Cents of the open deals by standing; null without amounts. */
  readonly amounts: Readonly<Record<Standing, number>> | null;
  /** Open deals, the oldest first, equal ones by id. */
  readonly deals: readonly OpenDeal[];
  readonly notListed: number;
}

/** What a person can look through; the counts hold all of them. */
const MOST_LISTED = 2_000;
/** A conditional share of fewer says nothing. */
const FEWEST_AT_RISK = 10;

const wonBenchmark = (days: Int32Array): WonBenchmark => ({
  n: days.reduce((sum, n) => sum + n, 0),
  median: quantileOfDays(days, 0.5),
  q75: quantileOfDays(days, 0.75),
  q90: quantileOfDays(days, 0.9),
  slowest: quantileOfDays(days, 1),
});

function standingOf(age: number | null, { q90, slowest }: WonBenchmark): Standing {
  if (age === null || q90 === null || slowest === null) return 'unknown';
  return age > slowest ? 'beyondAll' : age > q90 ? 'slow' : 'usual';
}

/** Of counts by day, the share beyond each day. */
function shareBeyond(days: Int32Array): (day: number) => number | null {
  const total = days.reduce((sum, n) => sum + n, 0);
  if (total === 0) return () => null;
  let seen = 0;
  const beyond = Float64Array.from(days, (n) => (total - (seen += n)) / total);
  return (day) => beyond[day] ?? 0;
}

/** The oldest, equal ones by id; without age last. Only as many are sorted as can be listed, for ids are slow to compare. */
function oldestOf(
  open: readonly number[],
  ageOf: (i: number) => number | null,
  idOf: (i: number) => string,
): readonly number[] {
  const ages = Int32Array.from(open, (i) => ageOf(i) ?? -1);
  const limit = ages.slice().sort()[Math.max(0, ages.length - MOST_LISTED)] ?? -1;
  return open
    .flatMap((i, at) => (ages[at]! >= limit ? [{ i, age: ages[at]!, id: idOf(i) }] : []))
    .sort((a, b) => b.age - a.age || (a.id < b.id ? -1 : 1))
    .slice(0, MOST_LISTED)
    .map(({ i }) => i);
}

export interface AgeingParts {
  readonly dataset: Dataset;
  readonly deals: Deals;
  /** Won deals by days from creation; the risk table of won, lost and open. */
  readonly wonDays: Int32Array;
  readonly risk: RiskTable;
  /** By rank of the open stage: days that the deals won later spent there. */
  readonly wonDaysInStage: readonly Int32Array[];
  readonly touches: Touches | undefined;
  readonly moves: CloseMoves | undefined;
  readonly chanceDays: number;
}

/** Open deals against the won ones. A deal without a creation date has no age and stands last. */
export function ageingOf(parts: AgeingParts): AgeingFinding {
  const { dataset, deals, wonDays, risk, wonDaysInStage, chanceDays } = parts;
  const { opportunities, stages } = dataset;
  const benchmark = wonBenchmark(wonDays);
  const ofStage = wonDaysInStage.map(wonBenchmark);
  const names = stages.filter(({ kind }) => kind === 'open').map(({ name }) => name);
  const current = currentStages(dataset, deals);
  const curve = incidenceByAge(risk, 1);
  const slower = shareBeyond(wonDays);
  const zero = (): Record<Standing, number> => ({ usual: 0, slow: 0, beyondAll: 0, unknown: 0 });
  const [counts, amounts] = [zero(), zero()];
  const open = new Int32Array(names.length);
  const [slow, known] = [new Int32Array(names.length), new Int32Array(names.length)];
  let anyAmount = false;
  const listed: number[] = [];
  const ageOf = (i: number): number | null =>
    deals.created[i] === UNKNOWN_DAY ? null : deals.ended[i]! - deals.created[i]!;
  const inStage = (i: number): number | null =>
    current.since[i] === UNKNOWN_DAY ? null : Math.max(0, deals.ended[i]! - current.since[i]!);
  const slowInStage = (i: number): boolean | null => {
    const [q90, days] = [ofStage[current.rank[i]!]?.q90 ?? null, inStage(i)];
    return q90 === null || days === null ? null : days > q90;
  };
  for (let i = 0; i < deals.count; i++) {
    if (deals.outcome[i] !== OPEN) continue;
    listed.push(i);
    const standing = standingOf(ageOf(i), benchmark);
    const cents = opportunities!.amount[i]!;
    counts[standing]++;
    if (cents > 0) {
      amounts[standing] += cents;
      anyAmount = true;
    }
    if (current.rank[i]! >= 0) open[current.rank[i]!]!++;
    const isSlow = slowInStage(i);
    if (isSlow !== null) known[current.rank[i]!]!++;
    if (isSlow) slow[current.rank[i]!]!++;
  }
  const oldest = oldestOf(listed, ageOf, (i) => opportunities!.ids.text(i));

  function openDeal(i: number): OpenDeal {
    const { ids, origin, texts, amount, expectedClose } = opportunities!;
    const { source, sheet } = dataset.inputs[origin.table[i]!] ?? { source: '', sheet: '' };
    const label = (field: string): string | null => texts[field]?.labels[texts[field].codes[i]!] ?? null;
    const age = ageOf(i);
    const touch = parts.touches;
    const last = touch && lastTouched(touch, deals, i);
    return {
      id: ids.text(i),
      place: { source, sheet, row: origin.row[i]! },
      owner: label('owner'),
      account: label('account'),
      stage: names[current.rank[i]!] ?? null,
      amount: amount[i]! > 0 ? amount[i]! : null,
      created: age === null ? null : isoOf(asDay(deals.created[i]!)),
      age,
      standing: standingOf(age, benchmark),
      winsSlower: age === null ? null : slower(age),
      chance:
        age === null || atRiskAfter(curve, age) < FEWEST_AT_RISK
          ? null
          : conditionalIncidence(curve, age, chanceDays),
      daysInStage: inStage(i),
      slowInStage: slowInStage(i),
      pushes: pushesOf(parts.moves, i),
      expectedClose: expectedClose[i] === expectedClose[i] ? isoOf(asDay(expectedClose[i]!)) : null,
      untouchedDays: last === undefined || last < 0 ? null : Math.max(0, deals.asOf - last),
      planned: touch ? touch.planned[i] === 1 : null,
    };
  }

  return {
    benchmark,
    stages: names.map((stage, rank) => ({
      stage,
      ...(ofStage[rank] ?? wonBenchmark(new Int32Array(0))),
      open: open[rank]!,
      slow: open[rank]! > 0 && known[rank] === 0 ? null : slow[rank]!,
    })),
    chanceDays,
    counts,
    amounts: anyAmount ? amounts : null,
    deals: oldest.map(openDeal),
    notListed: Math.max(0, listed.length - MOST_LISTED),
  };
}
