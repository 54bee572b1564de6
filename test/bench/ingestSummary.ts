import type { RawSheet } from '../../src/engine/dataset/rawTable';
import { DEAL_HEADERS, NO_AMOUNT, NO_DATE } from './dealsSheet';

/** What can be said of the table without the engine: counts, sums and distinct values, by column. */
export interface IngestSummary {
  readonly rows: number;
  /** Sum of the numbers of the ids. */
  readonly ids: number;
  readonly cents: number;
  readonly noAmount: number;
  readonly noDate: number;
  readonly created: number;
  readonly closed: number;
  readonly open: number;
  /** Rows by label of Owner, Stage, Segment, Lead Source and Product. */
  readonly labels: readonly Readonly<Record<string, number>>[];
}

const LABELLED = ['Owner', 'Stage', 'Segment', 'Lead Source', 'Product'] as const;

/** OPP-0000042 is 42. */
export const idNumber = (id: string): number => Number(id.slice('OPP-'.length));

/** Straight from the cells, column by column. */
export function summaryOfCells({ rows }: RawSheet): IngestSummary {
  const cells = rows.slice(1);
  const column = (header: (typeof DEAL_HEADERS)[number]) => {
    const at = DEAL_HEADERS.indexOf(header);
    return cells.map((row) => row[at]);
  };
  const total = (values: readonly unknown[]): number =>
    values.reduce<number>((sum, value) => sum + (typeof value === 'number' ? value : 0), 0);
  return {
    rows: cells.length,
    ids: total(column('Opportunity ID').map((id) => idNumber(String(id)))),
    cents: total(column('Amount').map((a) => (typeof a === 'number' ? Math.round(a * 100) : 0))),
    noAmount: column('Amount').filter((a) => a === NO_AMOUNT).length,
    noDate: column('Created Date').filter((d) => d === NO_DATE).length,
    created: total(column('Created Date')),
    closed: total(column('Close Date')),
    open: column('Close Date').filter((d) => d === null).length,
    labels: LABELLED.map((header) => {
      const counts: Record<string, number> = {};
      for (const cell of column(header)) counts[String(cell)] = (counts[String(cell)] ?? 0) + 1;
      return counts;
    }),
  };
}
