import { heading, note } from '../../../report/blocks';
import { formatNumber } from '../../../report/formats';
import { cellOf, live, liveQuotient, thisRow } from '../../../report/formula';
import { listed, several } from '../../../report/phrases';
import type { Block, CellContent, Column } from '../../../report/report';
import type { ActivityRatio } from '../activityRatios';
import type { FunnelFinding } from '../finding';
import type { FormulaActivity } from '../formula';
import { testReading } from './groupTest';
import { confidenceText } from './phrases';

/** More columns cannot be read side by side; the findings hold all types. */
const MOST_TYPES = 10;
const MOST_PEOPLE = 2_000;

/** Deals created while activities were recorded: what the counts are set against. */
function newDealsOf(activities: readonly FormulaActivity[]): number {
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
  const line = (who: string, activities: readonly FormulaActivity[]): readonly CellContent[] => {
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

const STANDINGS = { above: 'Probably fewer', below: 'Probably more', unclear: 'Could be chance' } as const;
const MOST_RATIOS = 2_000;

/** How many of each activity go with a new deal: the company, then each person against it, with intervals and what a gap is worth. */
export function ratioBlocks({ formula, people, basis }: FunnelFinding): readonly Block[] {
  if (!formula || formula.ratios.length === 0) return [];
  const companyOf = new Map(formula.ratios.map((ratio, row) => [ratio.type, { ratio, row }]));
  const lines = people.flatMap(({ person, setApart, activities }) =>
    setApart
      ? []
      : activities.map((activity) => ({ person, activity, company: companyOf.get(activity.type) })),
  );
  const shown = lines.slice(0, MOST_RATIOS);
  const ratio = ({ count, newDeals, perNewDeal, low, high }: ActivityRatio): readonly CellContent[] => [
    count,
    newDeals,
    liveQuotient(newDeals === 0 ? null : perNewDeal, thisRow('count'), thisRow('newDeals')),
    low,
    high,
  ];
  const leftOut = people.filter(
    ({ setApart, steps, activities }) =>
      !setApart && steps[0]?.n === 0 && activities.some(({ count }) => count > 0),
  );
  return [
    heading('Activities for a new deal, against the company', 2),
    note(
      'The company is everybody compared who does this. The ratios go with results; doing more of one thing need not bring more deals. Worths of several types are of the same deals: do not add them.',
    ),
    ...(formula.steps[0]?.from === 'Activities' && leftOut.length > 0
      ? [
          note(
            `Not in the step “Activities → New deals”, for they have more new deals than activities on record: ${listed(
              several(
                leftOut.map(({ person }) => person),
                10,
              ),
            )}. Here they are.`,
          ),
        ]
      : []),
    ...(lines.length > shown.length
      ? [note(`The first ${formatNumber(shown.length, 0)} lines are shown.`, 'warning')]
      : []),
    {
      block: 'table',
      id: 'activityRatios',
      key: 'which',
      columns: [
        { id: 'which', header: 'Who and what', format: 'text', width: 34 },
        { id: 'count', header: 'Done', format: 'integer' },
        { id: 'newDeals', header: 'New deals', format: 'integer' },
        { id: 'ratio', header: 'For a new deal', format: 'decimal', note: 'Done ÷ new deals.' },
        {
          id: 'low',
          header: 'Low end',
          format: 'decimal',
          note: `Exact limit at ${confidenceText(basis.confidence)}, new deals being a count (Poisson; Garwood).`,
        },
        {
          id: 'high',
          header: 'High end',
          format: 'decimal',
          note: 'Blank without a new deal: there is no limit then.',
        },
        { id: 'company', header: 'Company', format: 'decimal' },
        {
          id: 'pooled',
          header: 'Likely true ratio',
          format: 'decimal',
          note: 'Estimated from all people together (gamma–Poisson): drawn towards the others, the more so the fewer there are.',
        },
        {
          id: 'standing',
          header: 'Than the company',
          format: 'text',
          width: 20,
          note: 'Fewer or more for a deal only where people differ beyond chance and the probability reaches the certainty on the Inputs sheet.',
        },
        {
          id: 'worth',
          header: 'Wins if as the company',
          format: 'decimal',
          note: 'More wins from the same activities at the company’s ratio, and its rates from there on.',
        },
        {
          id: 'amount',
          header: 'Amount',
          format: 'money',
          note: 'At the company’s mean amount of a won deal.',
        },
      ],
      rows: [
        ...formula.ratios.map((company): readonly CellContent[] => [
          `All compared: ${company.type}`,
          ...ratio(company),
          null,
          null,
          testReading(company.test),
          null,
          null,
        ]),
        ...shown.map(({ person, activity, company }): readonly CellContent[] => [
          `${person}: ${activity.type}`,
          ...ratio(activity),
          company && company.ratio.perNewDeal !== null
            ? live(company.ratio.perNewDeal, cellOf('activityRatios', 'ratio', company.row))
            : null,
          activity.pooled.estimate,
          activity.pooled.estimate === null ? null : STANDINGS[activity.standing],
          activity.worth?.wins ?? null,
          activity.worth?.amount ?? null,
        ]),
      ],
      conditionalFormats: [
        { rule: 'flagWhere', column: 'standing', value: STANDINGS.above, tone: 'good' },
        { rule: 'flagWhere', column: 'standing', value: STANDINGS.below, tone: 'bad' },
      ],
    },
  ];
}
