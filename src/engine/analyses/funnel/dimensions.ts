import type { Dataset, People, TextColumn } from '../../dataset/dataset';
import { LOST, WON } from '../../dataset/dataset';
import { labelOfField } from '../../dataset/roles';
import { sameName } from '../../dataset/values/sameName';
import type { Deals } from './deals';
import { byPeriod, byText, type NamedGrouping } from './grouping';
import { bySize } from './sizeBands';

/** Text columns of deals, in the order in which they are offered. */
const OWN = [
  'owner',
  'leadSource',
  'type',
  'product',
  'segment',
  'region',
  'pipeline',
  'account',
  'forecastCategory',
  'lossReason',
  'currency',
] as const;
/** Columns of the people sheet, of the person who owns the deal. */
const OF_OWNER = { team: 'team', manager: 'manager', role: 'role', ownerRegion: 'region' } as const;

type Own = (typeof OWN)[number];
type OfOwner = keyof typeof OF_OWNER;
export type DimensionId = Own | OfOwner | 'size' | 'createdQuarter' | 'closedQuarter';

const isOwn = (id: DimensionId): id is Own => OWN.some((own) => own === id);
const isOfOwner = (id: DimensionId): id is OfOwner => Object.hasOwn(OF_OWNER, id);

export const DIMENSION_IDS: readonly DimensionId[] = [
  'owner',
  // Object.keys gives the keys of the literal above.
  ...(Object.keys(OF_OWNER) as OfOwner[]),
  ...OWN.slice(1),
  'size',
  'createdQuarter',
  'closedQuarter',
];

/** What a person calls it. */
export function dimensionLabel(id: DimensionId): string {
  if (isOwn(id)) return labelOfField('opportunities', id);
  if (isOfOwner(id)) return id === 'ownerRegion' ? 'Owner’s region' : `Owner’s ${id}`;
  return { size: 'Size', createdQuarter: 'Quarter of creation', closedQuarter: 'Quarter of close' }[id];
}

/** Groups that have an order of their own, which a table keeps. */
export const isOrdered = (id: DimensionId): boolean => id === 'size' || isPeriod(id);

/** Periods, whose win rates are looked at as cohorts and as a trend: a test of whether they differ would mislead. */
export const isPeriod = (id: DimensionId): boolean => id === 'createdQuarter' || id === 'closedQuarter';

/** Columns that are filled in by how a deal ended: each value holds wins, or losses, by what it is. */
const tellsOutcome = (id: DimensionId): boolean => id === 'lossReason' || id === 'forecastCategory';

/** Whether the win rates of the column’s values are a question at all. */
export const isComparable = (id: DimensionId): boolean => !isPeriod(id) && !tellsOutcome(id);

/** Deals by a column of theirs, of their owner, or by what is worked out from them; undefined where the data lack it. */
export function groupingBy(id: DimensionId, dataset: Dataset, deals: Deals): NamedGrouping | undefined {
  const { opportunities, people } = dataset;
  if (!opportunities) return undefined;
  if (isOwn(id)) return ofColumn(opportunities.texts[id]);
  if (isOfOwner(id)) {
    const owner = opportunities.texts['owner'];
    return owner && people && ofColumn(ofPeople(people, OF_OWNER[id], owner));
  }
  if (id === 'size') return bySize(opportunities.amount);
  const days =
    id === 'createdQuarter'
      ? deals.created
      : deals.ended.map((day, i) => (deals.outcome[i] === WON || deals.outcome[i] === LOST ? day : -1));
  const grouping = byPeriod(days, 'quarter');
  return grouping.size > 0 ? grouping : undefined;
}

const ofColumn = (column: TextColumn | undefined): NamedGrouping | undefined =>
  column && column.labels.length > 0 ? byText(column) : undefined;

/** A column of people as a column of the deals that they own; undefined where the people sheet lacks it. */
function ofPeople(people: People, field: string, owner: TextColumn): TextColumn | undefined {
  const column = people.texts[field];
  if (!column) return undefined;
  const ofPerson = new Map<string, number>();
  for (let row = people.count - 1; row >= 0; row--) {
    const label = people.person.labels[people.person.codes[row]!];
    if (label !== undefined) ofPerson.set(sameName(label), column.codes[row]!);
  }
  const ofLabel = owner.labels.map((label) => ofPerson.get(sameName(label)) ?? -1);
  return { codes: owner.codes.map((code) => ofLabel[code] ?? -1), labels: column.labels };
}

/** The dimensions that the data have, without looking at every row of each; sizes only where deals can be weighed by them. */
export const dimensionsOf = (dataset: Dataset, deals: Deals, canWeigh: boolean): readonly DimensionId[] =>
  DIMENSION_IDS.filter((id) => {
    const { opportunities, people } = dataset;
    if (!opportunities) return false;
    if (isOwn(id)) return (opportunities.texts[id]?.labels.length ?? 0) > 0;
    if (isOfOwner(id))
      return (
        (people?.texts[OF_OWNER[id]]?.labels.length ?? 0) > 0 && opportunities.texts['owner'] !== undefined
      );
    if (id === 'size') return canWeigh && opportunities.amount.some((cents) => cents > 0);
    return id === 'createdQuarter'
      ? deals.created.some((day) => day >= 0)
      : deals.outcome.some((outcome) => outcome === WON || outcome === LOST);
  });
