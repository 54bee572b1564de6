import { heading, note } from '../../../report/blocks';
import { formatNumber } from '../../../report/formats';
import { liveQuotient, thisRow } from '../../../report/formula';
import type { Block, CellContent, Column } from '../../../report/report';
import type { FunnelFinding } from '../finding';
import type { PersonActivity } from '../people';

/** More columns cannot be read side by side; the findings hold all types. */
const MOST_TYPES = 10;
const MOST_PEOPLE = 2_000;

/** Deals created while activities were recorded: what the counts are set against. */
function newDealsOf(activities: readonly PersonActivity[]): number {
  const one = activities.find(({ perNewDeal }) => perNewDeal !== null && perNewDeal > 0);
  return one ? Math.round(one.count / one.perNewDeal!) : 0;
}

/** Who did how much of what for a new deal: people down, types across, live over the counts. */
export function activityBlocks({ formula, people }: FunnelFinding): readonly Block[] {
  if (!formula || formula.activities.length === 0) return [];
  const types = formula.activities.slice(0, MOST_TYPES).map(({ type }) => type);
  const columns = types.flatMap((type, t): readonly Column[] => [
    { id: `done${t}`, header: `${type}: done`, format: 'integer' },
    {
      id: `per${t}`,
      header: `${type}: per new deal`,
      format: 'decimal',
      note: `${type}: done ÷ new deals.`,
    },
  ]);
  const line = (who: string, activities: readonly PersonActivity[]): readonly CellContent[] => {
    const newDeals = newDealsOf(activities);
    return [
      who,
      newDeals,
      ...types.flatMap((type, t): readonly CellContent[] => {
        const count = activities.find((one) => one.type === type)?.count ?? 0;
        return [
          count,
          liveQuotient(newDeals === 0 ? null : count / newDeals, thisRow(`done${t}`), thisRow('newDeals')),
        ];
      }),
    ];
  };
  const shown = people.filter(({ setApart }) => !setApart).slice(0, MOST_PEOPLE);
  return [
    heading('Activities per new deal', 2),
    ...(formula.activities.length > types.length
      ? [note(`The ${formatNumber(types.length, 0)} most frequent types are shown.`)]
      : []),
    {
      block: 'table',
      id: 'personActivities',
      key: 'who',
      columns: [
        { id: 'who', header: 'Who', format: 'text', width: 34 },
        {
          id: 'newDeals',
          header: 'New deals',
          format: 'integer',
          note: `Deals created from ${formula.activitiesFrom ?? 'the first activity'} on, while activities were recorded.`,
        },
        ...columns,
      ],
      rows: [
        line('Company', formula.activities),
        ...shown.map(({ person, activities }) => line(person, activities)),
      ],
    },
  ];
}
