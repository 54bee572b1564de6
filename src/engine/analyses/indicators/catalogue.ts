import type { StageMap } from '../../dataset/mapping';
import { usualStage, type ActivityTally } from './activityTally';
import { ofAll, ofPerson, type Cube } from './cube';
import { FROM_CREATION, fromStage } from './cycle';
import { CREATED, EARLY, entriesTo, LATE, standing, type DealTally } from './dealTally';
import { within, type LogSpan } from './logSpan';
import type { Series, SeriesKind } from './series';
import type { SheetSeries } from './sheetSeries';

/** Which way an indicator shall go for the result to grow. */
export type Direction = 'more' | 'fewer' | 'either';

/** What may move before a result. */
export interface Indicator extends Series {
  readonly direction: Direction;
  /** From where on a deal's way the time to the result counts: 0 creation, 1 + rank a stage; null where nothing tells. */
  readonly start: number | null;
  /** Of a person and period; null where nobody has set one. */
  readonly target: number | null;
  /** Where it comes from, for the reader. */
  readonly source: 'activities' | 'deals' | 'sheet' | 'own';
}

/** What the catalogue is made of, and over which periods each part is complete. */
export interface CatalogueParts {
  readonly stages: StageMap;
  readonly deals:
    { readonly tally: DealTally; readonly span: LogSpan; readonly afterWarmUp: LogSpan } | undefined;
  readonly activities: { readonly tally: ActivityTally; readonly span: LogSpan } | undefined;
  readonly accounts: { readonly cube: Cube; readonly span: LogSpan } | undefined;
  readonly sheet: readonly SheetSeries[];
}

/** Amounts of activities are told where so many of them belong to a deal that has one. */
const MOSTLY = 0.8;

const plain = { direction: 'more', target: null } as const;

/** The series of a kind of a cube, for all and by person, over a span. */
export const seriesOf = (
  cube: Cube,
  kind: number,
  span: LogSpan,
): Pick<Series, 'values'> & { readonly ofPerson: (person: number) => Float64Array } => ({
  values: within(ofAll(cube, kind), span),
  ofPerson: (person) => within(ofPerson(cube, kind, person), span),
});

export const openStages = (stages: StageMap): readonly string[] =>
  stages.filter(({ kind }) => kind === 'open').map(({ name }) => name);

/**
 * Every indicator that the data hold: how many activities of each type, and for what amount where they name their deals; deals
 * created, and entering each later stage, by number and amount; the balance of early and late stages; first meetings with an
 * account; and what someone counts by hand. The sales process decides which of them lead, not the list.
 */
export function catalogue(parts: CatalogueParts): readonly Indicator[] {
  return [
    ...ofActivities(parts),
    ...ofAccounts(parts),
    ...ofDeals(parts),
    ...parts.sheet
      .filter(({ isActivity }) => isActivity)
      .map((series): Indicator => ({ ...series, ...plain, start: null, source: 'sheet' })),
  ];
}

function ofActivities({ activities }: CatalogueParts): readonly Indicator[] {
  if (!activities) return [];
  const { tally, span } = activities;
  return tally.types.flatMap((name, type): readonly Indicator[] => {
    const common = { ...plain, start: usualStage(tally, type), source: 'activities' } as const;
    const valued = tally.all[type]! > 0 && tally.withAmount[type]! >= MOSTLY * tally.all[type]!;
    return [
      { ...common, name, kind: 'count', ...seriesOf(tally.counts, type, span) },
      ...(valued
        ? [
            {
              ...common,
              name: `${name}: amount of their deals`,
              kind: 'amount',
              ...seriesOf(tally.amounts, type, span),
            } as const,
          ]
        : []),
    ];
  });
}

const ofAccounts = ({ accounts }: CatalogueParts): readonly Indicator[] =>
  accounts
    ? [
        {
          ...plain,
          name: 'First meetings with an account',
          kind: 'count',
          start: FROM_CREATION,
          source: 'activities',
          ...seriesOf(accounts.cube, 0, accounts.span),
        },
      ]
    : [];

function ofDeals({ deals, stages }: CatalogueParts): readonly Indicator[] {
  if (!deals) return [];
  const { tally, span, afterWarmUp } = deals;
  const hasAmounts = tally.amounts.values.some((cents) => cents !== 0);
  const both = (
    what: number,
    names: readonly [count: string, amount: string],
    start: number,
    over: LogSpan,
  ): readonly Indicator[] =>
    (['count', 'amount'] as const).slice(0, hasAmounts ? 2 : 1).map((kind, i) => ({
      ...plain,
      name: names[i]!,
      kind,
      start,
      source: 'deals',
      ...seriesOf(kind === 'count' ? tally.counts : tally.amounts, what, over),
    }));
  const names = openStages(stages);
  return [
    ...both(CREATED, ['New deals', 'New deals: amount'], FROM_CREATION, span),
    // Entering the first stage is being created.
    ...names.flatMap((stage, rank) =>
      rank === 0
        ? []
        : both(
            entriesTo(rank),
            [`Deals entering ${stage}`, `Amount entering ${stage}`],
            fromStage(rank),
            afterWarmUp,
          ),
    ),
    ...(names.length >= 2
      ? (['moves', 'amountMoves'] as const).slice(0, hasAmounts ? 2 : 1).map((which): Indicator => ({
          ...balance(tally[which], afterWarmUp),
          name: which === 'moves' ? 'Early to late stages, open deals' : 'Early to late stages, amount',
          direction: 'either',
          target: null,
          start: FROM_CREATION,
          source: 'deals',
        }))
      : []),
  ];
}

/** Open deals in early stages ÷ in late ones at the end of each period; missing where none is late. */
function balance(
  moves: Cube,
  span: LogSpan,
): { readonly kind: SeriesKind } & Pick<Required<Series>, 'values' | 'ofPerson'> {
  const ratio = (early: Float64Array, late: Float64Array): Float64Array => {
    const below = standing(late);
    return within(
      standing(early).map((value, i) => (below[i]! > 0 ? value / below[i]! : NaN)),
      span,
    );
  };
  return {
    kind: 'rate',
    values: ratio(ofAll(moves, EARLY), ofAll(moves, LATE)),
    ofPerson: (person) => ratio(ofPerson(moves, EARLY, person), ofPerson(moves, LATE, person)),
  };
}
