import type { Day } from '../../../core/day';
import { periodAt } from '../credit';
import type { CompensationBook, Credits, TypedAttainment } from '../book';
import { evaluate } from '../evaluate';
import type { Payout, Slice } from '../payout';
import type { Plan } from '../plan';

/** A deal that may close. Money in cents; what is absent is not known. */
export interface PossibleDeal {
  readonly person: number;
  readonly day: Day;
  readonly amount: number;
  readonly margin?: number;
  readonly units?: number;
  /** In months. */
  readonly term?: number;
  readonly texts?: Readonly<Record<string, string>>;
}

/** What closing it changes, over all periods of the book; cents. */
export interface DealEstimate {
  readonly before: number;
  readonly after: number;
  readonly earns: number;
  /** What others earn by it: managers, teams. Negative where a contest's prize is lost. */
  readonly othersEarn: number;
  /** Share of the deal's amount; null for a deal of nought. */
  readonly rate: number | null;
  /** Changes by component and rule, those of nought left out. */
  readonly lines: readonly EstimateLine[];
}

export interface EstimateLine {
  readonly component: string;
  readonly rule: Slice['rule'];
  readonly row: number;
  readonly amount: number;
}

/** "If this deal closes I earn …" (C10): the plan with the deal less the plan without it, both evaluated whole. */
export function ifDealCloses(plan: Plan, book: CompensationBook, deal: PossibleDeal): DealEstimate {
  const before = evaluate(plan, book);
  const after = evaluate(plan, withDeal(book, deal, before));
  const of = (payout: Payout, own: boolean): number =>
    payout.lines.reduce((sum, line) => ((line.person === deal.person) === own ? sum + line.payout : sum), 0);
  const earns = of(after, true) - of(before, true);
  return {
    before: of(before, true),
    after: of(after, true),
    earns,
    othersEarn: of(after, false) - of(before, false),
    rate: deal.amount > 0 ? earns / deal.amount : null,
    lines: changesBetween(before, after, deal.person),
  };
}

function changesBetween(before: Payout, after: Payout, person: number): readonly EstimateLine[] {
  const sums = new Map<string, EstimateLine>();
  const add = ({ lines }: Payout, sign: 1 | -1): void => {
    for (const line of lines)
      if (line.person === person)
        for (const { component, rule, row, amount } of line.slices) {
          const key = `${component}\n${rule}\n${row}`;
          const known = sums.get(key)?.amount ?? 0;
          sums.set(key, { component, rule, row, amount: known + sign * amount });
        }
  };
  add(after, 1);
  add(before, -1);
  return [...sums.values()].filter(({ amount }) => amount !== 0);
}

/** The book with one more deal. Where an attainment is typed by hand for that period, the deal is added to it. */
function withDeal(book: CompensationBook, deal: PossibleDeal, before: Payout): CompensationBook {
  const period = periodAt(book.periods, deal.day);
  const isThere = ({ person, period: own }: TypedAttainment): boolean =>
    person === deal.person && own === period;
  if (!book.typed.some(isThere)) return { ...book, credits: withCredit(book.credits, deal) };
  const line = before.lines.find((one) => one.person === deal.person && one.period === period);
  return {
    ...book,
    typed: book.typed.map((row) => {
      if (!isThere(row)) return row;
      if (row.credited !== undefined) return { ...row, credited: row.credited + deal.amount };
      const measured = line?.components.find(
        ({ component }) => row.measure === undefined || component.toLowerCase() === row.measure.toLowerCase(),
      );
      const quota = measured?.quota ?? line?.quota ?? null;
      return quota === null ? row : { ...row, attainment: (row.attainment ?? 0) + deal.amount / quota };
    }),
  };
}

function withCredit(credits: Credits | undefined, deal: PossibleDeal): Credits {
  const grown = <A extends Float64Array>(column: A | undefined, value: number | undefined): Float64Array =>
    Float64Array.from([...(column ?? new Float64Array(count).fill(NaN)), value ?? NaN]);
  const count = credits?.count ?? 0;
  const { amount, margin, units, term, person, day, texts } = deal;
  const columns = Object.keys({ ...credits?.texts, ...texts });
  return {
    count: count + 1,
    origin: {
      table: Uint16Array.from([...(credits?.origin.table ?? []), 0]),
      row: Int32Array.from([...(credits?.origin.row ?? []), -1]),
    },
    ids: { count: count + 1, text: (row) => (row < count ? credits!.ids.text(row) : 'This deal') },
    person: Int32Array.from([...(credits?.person ?? []), person]),
    day: grown(credits?.day, day),
    share: grown(credits?.share, 1),
    amount: grown(credits?.amount, amount),
    whole: grown(credits?.whole, amount),
    margin: grown(credits?.margin, margin),
    wholeMargin: grown(credits?.wholeMargin, margin),
    units: grown(credits?.units, units),
    term: grown(credits?.term, term),
    ...(credits?.cancelled && { cancelled: grown(credits.cancelled, undefined) }),
    ...(credits?.paid && { paid: grown(credits.paid, undefined) }),
    texts: Object.fromEntries(
      columns.map((field) => {
        const { labels = [], codes = new Int32Array(count).fill(-1) } = credits?.texts[field] ?? {};
        const value = texts?.[field];
        const known =
          value === undefined ? -1 : labels.findIndex((l) => l.toLowerCase() === value.toLowerCase());
        const added = value !== undefined && known < 0;
        return [
          field,
          {
            labels: added ? [...labels, value] : labels,
            codes: Int32Array.from([...codes, added ? labels.length : known]),
          },
        ];
      }),
    ),
  };
}
