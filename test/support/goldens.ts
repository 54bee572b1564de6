import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runAnalysis } from '../../src/app/runAnalysis';
import { findingsSchema } from '../../src/app/findingsSchema';
import { dayOf } from '../../src/engine/core/day';
import type { RawSheet } from '../../src/engine/dataset/rawTable';
import { readWorkbookFile } from '../../src/hosts/workbookFile';

const root = join(__dirname, '..', '..');
const golden = join(root, 'test', 'golden');

/** Whole runs whose findings are kept: a change in any number or any issue shows as a difference. */
export const GOLDENS = [
  { name: 'sample', files: ['assets/samples/leadline-sample.xlsx'] },
  {
    name: 'world_A-events',
    files: ['test/data/world_A/world_A_deals.csv', 'test/data/world_A/world_A_history.csv'],
  },
  { name: 'world_A-wide', files: ['test/data/world_A/world_A_wide.csv'] },
  { name: 'world_A-snapshots', files: ['test/data/world_A/world_A_snapshots.csv'] },
  { name: 'world_A-none', files: ['test/data/world_A/world_A_deals.csv'] },
  {
    name: 'salesforce',
    files: [
      'test/data/salesforce_sample/Opportunity.csv',
      'test/data/salesforce_sample/OpportunityHistory.csv',
    ],
  },
] as const;
export type Golden = (typeof GOLDENS)[number];

/** Fewer futures and past months than usual: a golden is to see a change, not to be sure of a forecast. */
const QUICK = { forecastDraws: 1000, backtestMonths: 4 };

export const goldenPath = ({ name }: Golden): string => join(golden, `${name}.json`);
export const kept = (each: Golden): string =>
  existsSync(goldenPath(each)) ? readFileSync(goldenPath(each), 'utf8') : '';

/** The findings as the command line would write them, numbers at 12 significant digits. */
export async function findingsOf({ files }: Golden): Promise<string> {
  const sheets: RawSheet[] = [];
  for (const file of files) {
    const { value } = await readWorkbookFile(basename(file), readFileSync(join(root, file)));
    sheets.push(...(value?.sheets ?? []));
  }
  const { findings } = runAnalysis(
    sheets,
    { today: dayOf(2026, 11, 23), seed: 1, values: QUICK },
    { progress: () => undefined, signal: { cancelled: false } },
  );
  const rounded = (_key: string, value: unknown): unknown =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(12)) : value;
  return `${JSON.stringify(findingsSchema.parse(findings), rounded, 1)}\n`;
}
