import { issue } from '../core/issue';
import type { Issue } from '../core/issue';
import { LOST, OPEN, WON } from './dataset';
import type { OutcomeCode } from './dataset';
import type { StageDefinition, StageKind, StageMap } from './mapping';
import { misspeltAs } from './stageSpelling';
import { sameName } from './values/sameName';
import { byMajority, customaryPositions, insertByPosition, numberBefore } from './stageOrder';
import { outcomeOfWords, saysClosedOnly } from './values/outcomeWords';

/** In place of an outcome where flags, status and dates say nothing. */
export const UNKNOWN_OUTCOME = 3;

/** What the data show of stages; stages are positions in `names`. */
export interface StageSightings {
  /** Every name as written, in order of appearance: wide columns, then opportunities, then history. */
  readonly names: readonly string[];
  /** The first so many names are wide columns, in the order of the columns. */
  readonly wide: number;
  /** Deals by current stage × what flags, status and dates (not the stage) say of the outcome, four codes a stage. */
  readonly outcomes: Float64Array;
  /** Deals that entered stage a before stage b, at a × names.length + b; undefined without history. */
  readonly precedence?: Float64Array | undefined;
  /** Deals of the history that ever entered each stage, and all of them; with `precedence`. */
  readonly entered?: Float64Array;
  readonly followed?: number;
  /** Sum of ages in days of the deals in each stage, and how many deals; undefined without created dates. */
  readonly ages: { readonly sum: Float64Array; readonly deals: Float64Array } | undefined;
}

/** Position of a stage by its name, −1 for a name that the map does not have. Case and spacing do not matter. */
export function stageFinder(stages: StageMap): (name: string) => number {
  const positions = new Map<string, number>();
  stages.forEach(({ name }, position) => {
    if (!positions.has(sameName(name))) positions.set(sameName(name), position);
  });
  return (name) => positions.get(sameName(name)) ?? -1;
}

const enteredBoth = ({ names, precedence }: StageSightings, first: number, then: number): boolean =>
  (precedence?.[first * names.length + then] ?? 0) > 0;

/** Deals that entered the stage, or are in it, whichever the data show more of. */
const everIn = ({ entered, outcomes }: StageSightings, stage: number): number =>
  Math.max(
    entered?.[stage] ?? 0,
    outcomes.subarray(stage * 4, stage * 4 + 4).reduce((sum, deals) => sum + deals, 0),
  );

/** Deals in a won stage, or said to be won in another way. */
const wonDeals = (seen: StageSightings, kinds: readonly StageKind[]): number =>
  seen.names.reduce(
    (sum, _, stage) =>
      sum + (kinds[stage] === 'won' ? everIn(seen, stage) : (seen.outcomes[stage * 4 + WON] ?? 0)),
    0,
  );

const FEWEST_DEALS = 5;
const NEARLY_ALL = 0.95;
const HARDLY_ANY = 0.02;

/**
 * Kinds of stages by their names, or else by the deals in them: a stage is taken for the won (lost) one when no name
 * says so and nearly all won (lost) deals are in it and nearly all deals in it are won (lost). Both ways, because where
 * the sheet keeps the furthest stage, lost deals are all over the open stages. An open stage that no deal in the history
 * has passed and that is another one but for two letters is a slip of somebody's pen, and ignored. So is one that hardly any
 * deal was ever in while more were won: as a stage that every deal should go through it would leave none to go on.
 */
function kindsOf(seen: StageSightings, issues: Issue[]): StageKind[] {
  const { names, outcomes } = seen;
  const kinds = names.map((name): StageKind => outcomeOfWords(name) ?? 'open');
  for (const [kind, code] of [
    ['won', WON],
    ['lost', LOST],
  ] as const) {
    if (kinds.includes(kind)) continue;
    const at = (stage: number, outcome: number): number => outcomes[stage * 4 + outcome] ?? 0;
    const all = names.reduce((sum, _, stage) => sum + at(stage, code), 0);
    const stage = names.findIndex((_, s) => {
      const inStage = at(s, OPEN) + at(s, WON) + at(s, LOST) + at(s, UNKNOWN_OUTCOME);
      return (
        at(s, code) >= FEWEST_DEALS && at(s, code) >= NEARLY_ALL * all && at(s, code) >= NEARLY_ALL * inStage
      );
    });
    if (stage < 0) continue;
    kinds[stage] = kind;
    issues.push(issue('stageKindGuessed', 'note', { stage: names[stage]!, kind }));
  }
  const travelled = (stage: number): boolean =>
    names.some((_, other) => enteredBoth(seen, stage, other) || enteredBoth(seen, other, stage));
  const known = names.filter((_, stage) => travelled(stage));
  names.forEach((name, stage) => {
    const like = kinds[stage] === 'open' && !travelled(stage) ? misspeltAs(name, known) : undefined;
    if (like === undefined) return;
    kinds[stage] = 'ignored';
    issues.push(issue('stageMisspelt', 'warning', { stage: name, like }));
  });
  const won = wonDeals(seen, kinds);
  names.forEach((name, stage) => {
    if (kinds[stage] !== 'open' || stage < seen.wide) return;
    const deals = everIn(seen, stage);
    const isRare = deals < FEWEST_DEALS && deals < HARDLY_ANY * (seen.followed ?? 0) && deals < won;
    if (!isRare) return;
    kinds[stage] = 'ignored';
    issues.push(issue('stageRare', 'warning', { stage: name, deals, of: seen.followed ?? 0 }));
  });
  names.forEach((name, stage) => {
    if (kinds[stage] === 'open' && saysClosedOnly(name))
      issues.push(issue('stageKindGuessed', 'warning', { stage: name, kind: 'open' }));
  });
  return kinds;
}

/** Open stages in the order of a deal's way; see `proposeStages`. `guessed` when only ages or appearance tell it. */
function orderOf(
  open: readonly number[],
  seen: StageSightings,
): { readonly order: readonly number[]; readonly guessed: boolean } {
  const { names, wide, precedence, ages } = seen;
  const n = names.length;
  const told = (order: readonly number[]) => ({ order, guessed: false });
  const numbers = open.map((stage) => numberBefore(names[stage]!));
  const sortedBy = (key: (stage: number) => number): number[] =>
    [...open].sort((a, b) => key(a) - key(b) || a - b);
  if (open.length > 0 && numbers.every((number) => number !== undefined)) {
    const number = new Map(open.map((stage, i) => [stage, numbers[i]!]));
    return told(sortedBy((stage) => number.get(stage)!));
  }
  const positions = customaryPositions(names);
  const position = (stage: number): number | undefined => positions[stage];
  const meanAge = (stage: number): number | undefined =>
    ages && ages.deals[stage]! > 0 ? ages.sum[stage]! / ages.deals[stage]! : undefined;
  // Age says nothing of a stage that no deal has entered on the way of the others: the few deals in it may just be new.
  const complete = (placed: readonly number[]) =>
    told(
      insertByPosition(
        placed,
        open.filter((stage) => !placed.includes(stage)),
        position,
      ),
    );
  const inWide = open.filter((stage) => stage < wide);
  if (inWide.length > 0) return complete(inWide);
  if (precedence) {
    const before = (a: number, b: number): number => precedence[a * n + b] ?? 0;
    const travelled = open.filter((a) => open.some((b) => before(a, b) + before(b, a) > 0));
    if (travelled.length > 0) return complete(byMajority(travelled, before, position));
  }
  const known = open.filter((stage) => positions[stage] !== undefined);
  const isCustomary = known.length * 2 > open.length;
  const fallback = isCustomary || !ages ? position : meanAge;
  return {
    order: sortedBy((stage) => fallback(stage) ?? Infinity),
    guessed: !isCustomary && open.length > 1,
  };
}

/**
 * A stage map from the data: open stages in the order a deal passes them, then the closed ones (won before lost).
 *
 * Kinds come from the names ("Closed Won", "Verloren"), or else from the deals in a stage. The order of open stages
 * comes from the first of these that tells: numbers before the names, the order of wide columns, the majority of deals
 * in the history (which stage they entered first), the order customary in widespread CRMs, the average age of the deals
 * in a stage; an order by age is said (`stageOrderGuessed`). A stage that the telling source does not know is placed by
 * the customary order, or else after the others. Equal evidence keeps the order of appearance, so that the result does not depend on chance.
 */
export function proposeStages(seen: StageSightings): {
  readonly stages: StageMap;
  readonly issues: readonly Issue[];
} {
  const issues: Issue[] = [];
  const kinds = kindsOf(seen, issues);
  const ofKind = (kind: StageKind): number[] => kinds.flatMap((k, stage) => (k === kind ? [stage] : []));
  const open = orderOf(ofKind('open'), seen);
  if (open.guessed)
    issues.push(
      issue('stageOrderGuessed', 'note', { stages: open.order.map((stage) => seen.names[stage]!) }),
    );
  const order = [...open.order, ...ofKind('won'), ...ofKind('lost'), ...ofKind('ignored')];
  const stages = order.map((stage): StageDefinition => ({ name: seen.names[stage]!, kind: kinds[stage]! }));
  // Where flags or a status say which deals are won, no stage has to.
  const wonOtherwise = seen.names.some((_, stage) => seen.outcomes[stage * 4 + WON]! > 0);
  if (stages.length > 0 && !kinds.includes('won') && !wonOtherwise)
    issues.push(issue('noWonStage', 'note', {}));
  return { stages, issues };
}

/** The outcome that a stage's kind says; UNKNOWN_OUTCOME for an ignored one. */
export function outcomeOfKind(kind: StageKind | undefined): OutcomeCode | typeof UNKNOWN_OUTCOME {
  return kind === 'won' ? WON : kind === 'lost' ? LOST : kind === 'open' ? OPEN : UNKNOWN_OUTCOME;
}
