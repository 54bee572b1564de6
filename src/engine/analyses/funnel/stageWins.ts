import type { Dataset } from '../../dataset/dataset';
import { LOST, OPEN, WON } from '../../dataset/dataset';
import { stageFinder } from '../../dataset/stageMap';
import { riskTableFromDays } from '../../stats/riskTable';
import { countDays, daysIn } from './dayCounts';
import { isOlder, NOT_YET, type Deals } from './deals';
import { incidenceOf, rateOf } from './estimates';
import type { Estimate, Rate } from './rates';
import { ranksOf } from './visits';

/** What the CRM says of a stage beside what became of the deals that entered it. */
export interface ConfiguredVersusActual {
  readonly stage: string;
  /** The probability that most open deals in the stage carry; null where none carries one. */
  readonly configured: number | null;
  /** Open deals in the stage with a probability, and how many of them carry this one. */
  readonly withProbability: number;
  readonly same: number;
  /** Won, of the deals that entered the stage and are decided. */
  readonly actual: Rate;
  /** Aalen–Johansen: won within `days` of entering the stage, open deals allowed for. */
  readonly incidence: Estimate;
  readonly days: number;
  /** The configured probability lies outside the interval of `actual`. */
  readonly outside: 'tooHigh' | 'tooLow' | null;
}

/** For each open stage its first entries by what became of the deal, over days from the entry. */
function tallyWins({ history, stages }: Dataset, deals: Deals) {
  const { ranks, open: count } = ranksOf(stages);
  const { start, stage, changed } = history!;
  const cell = new Int32Array(stage.length).fill(-1);
  const days = new Int32Array(stage.length).fill(-1);
  const outcomes = new Int32Array(count * 3);
  const enteredBy = new Int32Array(count).fill(-1);
  for (let i = 0; i < deals.count; i++) {
    const outcome = deals.outcome[i]!;
    if (outcome === NOT_YET || isOlder(deals, i)) continue;
    for (let at = start[i]!; at < start[i + 1]!; at++) {
      const rank = ranks[stage[at]!] ?? -1;
      if (rank < 0 || enteredBy[rank] === i) continue;
      enteredBy[rank] = i;
      outcomes[rank * 3 + outcome]!++;
      cell[at] = rank * 3 + outcome;
      days[at] = Math.max(-1, deals.ended[i]! - Math.floor(changed[at]!));
    }
  }
  return { outcomes, days: countDays({ cell, days }, count * 3) };
}

/** The commonest probability among the open deals of each stage. */
function configuredOf({ opportunities, stages, history }: Dataset, deals: Deals) {
  const { ranks, open: count } = ranksOf(stages);
  const counts = Array.from({ length: count }, () => new Map<number, number>());
  const probability = opportunities?.numbers['probability'];
  const find = stageFinder(stages);
  const ofLabel = opportunities?.stage?.labels.map((label) => ranks[find(label)] ?? -1);
  for (let i = 0; probability && i < deals.count; i++) {
    const share = probability[i]!;
    if (deals.outcome[i] !== OPEN || !(share >= 0 && share <= 1)) continue;
    let rank = ofLabel?.[opportunities!.stage!.codes[i]!] ?? -1;
    if (!ofLabel && history && history.start[i + 1]! > history.start[i]!)
      rank = ranks[history.stage[history.start[i + 1]! - 1]!] ?? -1;
    const ofStage = counts[rank];
    ofStage?.set(share, (ofStage.get(share) ?? 0) + 1);
  }
  return counts.map((ofStage) => {
    const withProbability = [...ofStage.values()].reduce((sum, n) => sum + n, 0);
    const [most] = [...ofStage].sort(([a, n], [b, m]) => m - n || a - b);
    return { configured: most?.[0] ?? null, same: most?.[1] ?? 0, withProbability };
  });
}

/** Each open stage: its configured probability of a win beside what the history says. Needs a history. */
export function configuredVersusActual(
  dataset: Dataset,
  deals: Deals,
  horizonDays: number,
  confidence: number,
): readonly ConfiguredVersusActual[] {
  const { outcomes, days } = tallyWins(dataset, deals);
  const configured = configuredOf(dataset, deals);
  return dataset.stages
    .filter(({ kind }) => kind === 'open')
    .map(({ name }, rank): ConfiguredVersusActual => {
      const of = (outcome: number): number => outcomes[rank * 3 + outcome]!;
      const daysOf = (outcome: number): Int32Array => daysIn(days, rank * 3 + outcome);
      const actual = rateOf(of(WON), of(WON) + of(LOST), confidence);
      const risk = riskTableFromDays([daysOf(WON), daysOf(LOST)], daysOf(OPEN));
      const share = configured[rank]!.configured;
      return {
        stage: name,
        ...configured[rank]!,
        actual,
        incidence: incidenceOf(risk, 1, horizonDays, confidence).at,
        days: horizonDays,
        outside:
          share === null || actual.n === 0
            ? null
            : share > actual.high
              ? 'tooHigh'
              : share < actual.low
                ? 'tooLow'
                : null,
      };
    });
}
