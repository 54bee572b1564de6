import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset } from '../../src/engine/dataset/dataset';
import { dayOfIso } from '../../src/engine/core/day';
import type { DealRow } from './dataset';
import { datasetOf, serial, stageMapOf } from './dataset';

/**
 * A simulated pipeline of 900 deals in four shapes (test/data/world_A), with estimates by R's survival and cmprsk in
 * test/reference/world_A_pipeline.json. The shapes are read here by hand, so that the funnel is tested alone.
 */
export const WORLD_A_AS_OF = '2024-12-31';
export const WORLD_A_STAGES = stageMapOf('Lead', 'Qualified', 'Demo', 'Proposal', 'Negotiation');

type Row = Readonly<Record<string, string>>;

/** The files hold no quotes. */
function rowsOf(file: string): readonly Row[] {
  const text = readFileSync(join(__dirname, '..', 'data', 'world_A', `world_A_${file}.csv`), 'utf8');
  const [head = '', ...lines] = text.trim().split(/\r?\n/);
  const headers = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(headers.map((header, i) => [header, cells[i] ?? '']));
  });
}

const OUTCOMES = { Open: 'open', Won: 'won', Lost: 'lost' } as const;
const outcomeOf = (status: string | undefined): 'open' | 'won' | 'lost' => {
  const outcome = Object.entries(OUTCOMES).find(([name]) => name === status)?.[1];
  if (!outcome) throw new Error(`No outcome: ${status}`);
  return outcome;
};

function grouped(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const id = row['deal_id']!;
    const group = groups.get(id);
    if (group) group.push(row);
    else groups.set(id, [row]);
  }
  return groups;
}

type Path = NonNullable<DealRow['path']>;

function deals(pathOf: ((id: string) => Path) | undefined): readonly DealRow[] {
  return rowsOf('deals').map((row) => {
    const id = row['deal_id']!;
    const path = pathOf?.(id);
    return {
      id,
      outcome: outcomeOf(row['status']),
      created: row['created']!,
      ...(row['closed'] && { closed: row['closed'] }),
      amount: Math.round(Number(row['amount']) * 100),
      stage: row['current_stage']!,
      texts: { owner: row['rep']! },
      ...(path && { path }),
    };
  });
}

export function worldAEvents(): Dataset {
  const changes = grouped(rowsOf('history'));
  const pathOf = (id: string): Path =>
    changes.get(id)!.map((row) => [row['to_stage']!, row['date']!] as const);
  return datasetOf(deals(pathOf), WORLD_A_STAGES);
}

export const worldAOutcomesOnly = (): Dataset => datasetOf(deals(undefined), WORLD_A_STAGES, 'none');

/** Without created and close dates: both come from the dates of the stages. */
export function worldAWide(): Dataset {
  const rows = rowsOf('wide').map((row): DealRow => {
    const dates = WORLD_A_STAGES.flatMap(({ name }) => {
      const date = row[`entered_${name}`];
      return date ? [[name, date] as const] : [];
    });
    return {
      id: row['deal_id']!,
      outcome: outcomeOf(row['status']),
      amount: Math.round(Number(row['amount']) * 100),
      texts: { owner: row['rep']! },
      path: dates.sort((a, b) => serial(a[1]) - serial(b[1])),
    };
  });
  return datasetOf(rows, WORLD_A_STAGES, 'wide');
}

/**
 * Month-end lists beside the created dates; a change is dated midway between the last list without it, or creation,
 * and the first list with it.
 */
export function worldASnapshots(): Dataset {
  const rows = rowsOf('snapshots');
  const dates = [...new Set(rows.map((row) => row['snapshot']!))].map((date) => dayOfIso(date)!).sort();
  const before = (day: number): number => dates[dates.findIndex((d) => d === day) - 1] ?? day - 31;
  const listed = grouped(rows);
  const created = new Map(rowsOf('deals').map((row) => [row['deal_id']!, serial(row['created'])]));
  const rowsOfDeals = deals((id) => {
    let stage = '';
    return (listed.get(id) ?? []).flatMap((row) => {
      if (row['stage'] === stage) return [];
      stage = row['stage']!;
      const seen = serial(row['snapshot']);
      return [[stage, (Math.max(before(seen), created.get(id)!) + seen) / 2] as const];
    });
  }).map(({ closed: _, ...deal }) => deal);
  const dataset = datasetOf(rowsOfDeals, WORLD_A_STAGES, 'snapshots');
  const spacing = new Float64Array(dataset.history!.changed.length).fill(31);
  return { ...dataset, history: { ...dataset.history!, spacing } };
}

/** What became of each deal, in the order of the file: days until it was won (1), lost (2) or last seen open (0). */
export function worldAOutcomes(): {
  readonly owner: readonly string[];
  readonly created: readonly number[];
  readonly days: readonly number[];
  readonly cause: readonly number[];
} {
  const rows = rowsOf('deals');
  const created = rows.map((row) => serial(row['created']));
  return {
    owner: rows.map((row) => row['rep']!),
    created,
    days: rows.map((row, i) => serial(row['closed'] || WORLD_A_AS_OF) - created[i]!),
    cause: rows.map((row) => ({ open: 0, won: 1, lost: 2 })[outcomeOf(row['status'])]),
  };
}

/** The probabilities that the world was simulated with. */
export function worldATruth(): {
  readonly true_ultimate_win_by_rep_and_stage: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly true_ultimate_win_from_lead_mixture: number;
} {
  const path = join(__dirname, '..', 'data', 'world_A', 'world_A_truth.json');
  // The tests that use a number state its name; a wrong one fails them.
  return JSON.parse(readFileSync(path, 'utf8')) as ReturnType<typeof worldATruth>;
}
