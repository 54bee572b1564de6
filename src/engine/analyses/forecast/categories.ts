import type { Dataset } from '../../dataset/dataset';
import { CATEGORIES, type Category } from './overrides';

/** From when on a deal is of a category, by its probability. */
export interface CategoryLimits {
  readonly commitFrom: number;
  readonly bestCaseFrom: number;
  readonly omitBelow: number;
}

export const categoryOf = (p: number, { commitFrom, bestCaseFrom, omitBelow }: CategoryLimits): Category =>
  p >= commitFrom ? 'commit' : p >= bestCaseFrom ? 'bestCase' : p < omitBelow ? 'omitted' : 'pipeline';

const WORDS: readonly (readonly [word: string, category: Category])[] = [
  ['commit', 'commit'],
  ['closed', 'commit'],
  ['best', 'bestCase'],
  ['upside', 'bestCase'],
  ['omit', 'omitted'],
  ['pipeline', 'pipeline'],
];

/** What the CRM calls a deal's category; undefined where it has none that is known. */
export function crmCategories(dataset: Dataset): (row: number) => Category | undefined {
  const column = dataset.opportunities?.texts['forecastCategory'];
  const byLabel = column?.labels.map((label) => {
    const text = label.toLowerCase();
    return WORDS.find(([word]) => text.includes(word))?.[1];
  });
  return (row) => byLabel?.[column!.codes[row]!];
}

export const CATEGORY_IDS = Object.keys(CATEGORIES) as readonly Category[]; // keys of the record
