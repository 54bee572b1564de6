import type { Dataset } from '../../dataset/dataset';
import { OPEN } from '../../dataset/dataset';
import { labelOfField } from '../../dataset/roles';
import type { Deals } from './deals';
import { NOT_YET } from './deals';
import { ADVANCED, MARKS, type Visits } from './visits';

/** Of the deals that went on from each stage, how many have each column filled: are the exit criteria on file? */
export interface CompletenessFinding {
  readonly stages: readonly { readonly stage: string; readonly advanced: number }[];
  readonly columns: readonly {
    readonly field: string;
    readonly label: string;
    /** By stage: deals with a value, of those advanced. */
    readonly filled: readonly number[];
  }[];
}

/** What a stage can ask for before a deal leaves it. Loss reasons come when it is over. */
const TEXTS = ['account', 'type', 'product', 'leadSource', 'segment', 'region'] as const;

/** Columns that no deal lacks say nothing and are left out; null where none is left. */
export function completenessOf(dataset: Dataset, visits: Visits, deals: Deals): CompletenessFinding | null {
  const { opportunities, stages } = dataset;
  if (!opportunities) return null;
  const { texts, amount, expectedClose } = opportunities;
  const has: { readonly field: string; readonly filled: (i: number) => boolean }[] = [
    ...(amount.some((cents) => cents === cents)
      ? [{ field: 'amount', filled: (i: number) => amount[i]! === amount[i]! }]
      : []),
    ...(expectedClose.some((day) => day === day)
      ? // A closed deal has its close date in place of an expected one.
        [
          {
            field: 'expectedClose',
            filled: (i: number) => expectedClose[i]! === expectedClose[i]! || deals.outcome[i] !== OPEN,
          },
        ]
      : []),
    ...TEXTS.flatMap((field) => {
      const column = texts[field];
      return column ? [{ field, filled: (i: number) => column.codes[i]! >= 0 }] : [];
    }),
  ];
  const names = stages.filter(({ kind }) => kind === 'open').map(({ name }) => name);
  const advanced = new Int32Array(names.length);
  const counts = has.map(() => new Int32Array(names.length));
  for (let i = 0; i < deals.count; i++) {
    if (deals.outcome[i] === NOT_YET) continue;
    for (let at = visits.start[i]!; at < visits.start[i + 1]!; at++) {
      if (visits.mark[at]! % MARKS !== ADVANCED) continue;
      const rank = Math.floor(visits.mark[at]! / MARKS);
      advanced[rank]!++;
      has.forEach(({ filled }, column) => {
        if (filled(i)) counts[column]![rank]!++;
      });
    }
  }
  const columns = has.flatMap(({ field }, at) => {
    const filled = Array.from(counts[at]!);
    return filled.some((n, rank) => n < advanced[rank]!)
      ? [{ field, label: labelOfField('opportunities', field), filled }]
      : [];
  });
  return columns.length > 0
    ? { stages: names.map((stage, rank) => ({ stage, advanced: advanced[rank]! })), columns }
    : null;
}
