import { asDay, dayOfIso, isoOf, monthIndexOf, monthStart } from '../../core/day';
import { cellText, type EditedRow } from '../../report/editableTable';
import type { DealForecast } from './finding';
import { idFinder } from './overrides';

/** What a person may suppose to become of an open deal, in the words of a choice. */
export const FATES = {
  computed: 'As computed',
  won: 'Won',
  lost: 'Lost',
  later: 'Closes on another day',
  omitted: 'Left out',
} as const;
export type Fate = keyof typeof FATES;

/** What a row of `dealOverrides` supposes; without one, as computed. */
export function fateOf(row: EditedRow | undefined): Fate {
  if (row === undefined) return 'computed';
  if (cellText(row, 'include').toLowerCase() === 'no') return 'omitted';
  if (row['probability'] === 1) return 'won';
  if (row['probability'] === 0) return 'lost';
  return row['close'] === undefined || row['close'] === null ? 'computed' : 'later';
}

/** The end of the month after the one in which the deal is expected: what "another day" is until a person names it. */
export function nextClose({ expectedClose }: Pick<DealForecast, 'expectedClose'>, asOf: string): string {
  const latest = [asOf, ...(expectedClose === null ? [] : [expectedClose])].sort().at(-1)!;
  const month = monthIndexOf(dayOfIso(latest) ?? asDay(0));
  return isoOf(asDay(monthStart(month + 2) - 1));
}

/** The rows with the ids of these deals as the data spell them, whatever case and blanks a person typed. */
export function spelledAs(rows: readonly EditedRow[], ids: readonly string[]): readonly EditedRow[] {
  const spelled = idFinder(() => ids);
  return rows.map((row) => {
    const id = spelled(cellText(row, 'deal'));
    return id === undefined || id === row['deal'] ? row : { ...row, deal: id };
  });
}

/** The row of a deal by its very id: the first one counts. */
export const overrideOf = (rows: readonly EditedRow[], id: string): EditedRow | undefined =>
  rows.find((row) => row['deal'] === id);

/** The rows with a change to those of one deal; a row that says nothing any more goes. */
export function withOverride(
  rows: readonly EditedRow[],
  id: string,
  change: EditedRow,
): readonly EditedRow[] {
  const before = overrideOf(rows, id);
  const merged = Object.entries({ ...before, ...change, deal: id }).filter(([, cell]) => cell !== null);
  const row: EditedRow = Object.fromEntries(merged);
  const others = rows.filter((one) => one !== before);
  return Object.keys(row).length > 1 ? [...others, row] : others;
}

/** The rows with this fate for one deal; its amount and category stay. */
export function withFate(
  rows: readonly EditedRow[],
  deal: Pick<DealForecast, 'id' | 'expectedClose'>,
  fate: Fate,
  asOf: string,
): readonly EditedRow[] {
  const plain: EditedRow = { include: null, probability: null, close: null };
  const said: Readonly<Record<Fate, EditedRow>> = {
    computed: {},
    won: { probability: 1 },
    lost: { probability: 0 },
    later: { close: nextClose(deal, asOf) },
    omitted: { include: 'No' },
  };
  return withOverride(rows, deal.id, { ...plain, ...said[fate] });
}
