import { cellOf, columnOf, input, live, type Part, thisRow } from '../../../report/formula';
import { MINIMUM_FOR_PERCENT, rateCells, rateColumns } from '../../../report/liveRate';
import { heading, note } from '../../../report/blocks';
import { formatNumber, formatValue } from '../../../report/formats';
import { counted } from '../../../report/wording';
import type { Block, CellContent, Chart, Column, Table } from '../../../report/report';
import type { FunnelFinding } from '../finding';
import type { PersonFinding } from '../people';
import { bandsTable } from './bands';
import { testReading, testText } from './groupTest';
import { activityBlocks, ratioBlocks } from './personActivities';
import { confidenceText, deals } from './phrases';
import { AGAINST, againstText } from './words';

/** Beyond these a sheet would no longer be read; the findings hold all of them. */
const MOST_PEOPLE = 2_000;
const MOST_STEP_ROWS = 2_000;
const MOST_BARS = 20;

const decided: readonly Part[] = ['(', thisRow('won'), '+', thisRow('lost'), ')'];
const company = (column: 'won' | 'lost'): readonly Part[] => ['SUM(', columnOf('people', column), ')'];

/** Each person against the company; bands and places only where the data can tell people apart. */
export function peopleBlocks(finding: FunnelFinding, minimum: number): readonly Block[] {
  const { people, peopleSummary: summary, basis } = finding;
  if (!summary) return [];
  const compared = people.filter(({ setApart }) => !setApart);
  const apart = people.filter(({ setApart }) => setApart);
  const shown = compared.slice(0, MOST_PEOPLE);
  const { bands, worth, certainty } = summary;
  return [
    note(testText(summary.test, 'People’s win rates', basis.confidence, summary.company), 'plain'),
    ...(summary.test.differ
      ? [
          note(
            `${counted(bands.A, 'person', 'people')} probably above the company (A), ${formatNumber(bands.C, 0)} probably below (C), ${formatNumber(bands.B, 0)} whose difference could be chance (B), at ${confidenceText(certainty)}.${
              bands.C === 0
                ? ''
                : ` Everybody of band C at the company’s win rate: ${formatNumber(worth.wins, 1)} more wins${worth.amount === null ? '' : `, ${formatValue(worth.amount, 'money')}`} over the same deals.`
            }`,
            'plain',
          ),
        ]
      : summary.test.method === 'none'
        ? []
        : [
            note(
              'So nobody is ranked, and everybody is in band B: a list by win rate would be a list by chance.',
              'plain',
            ),
          ]),
    ...(compared.length > shown.length
      ? [note(`The ${formatNumber(shown.length, 0)} people with the most deals are shown.`, 'warning')]
      : []),
    peopleTable(finding, shown, minimum),
    peopleChart,
    ...(summary.test.differ
      ? [heading('Bands', 2), bandsTable(shown, finding.formula?.meanWon ?? null, minimum)]
      : []),
    ...(apart.length === 0
      ? []
      : [
          heading('Set apart'),
          note(
            'Not of the same kind as the others (a queue, an account of the system): all lost or all won where among the others that could not be chance. They are in no comparison.',
          ),
          apartTable(apart, minimum),
        ]),
  ];
}

function peopleTable(
  { peopleSummary, basis }: FunnelFinding,
  people: readonly PersonFinding[],
  minimum: number,
): Table {
  const hasAmounts = people.some(({ amounts }) => amounts !== null);
  const ranked = people.some(({ place }) => place !== null);
  const others = (column: 'won' | 'lost'): readonly Part[] => [
    '(',
    ...company(column),
    '-',
    thisRow(column),
    ')',
  ];
  const rest: readonly Part[] = ['(', ...others('won'), '+', ...others('lost'), ')'];
  const columns: readonly Column[] = [
    { id: 'person', header: 'Person', format: 'text', width: 22 },
    { id: 'created', header: 'Deals', format: 'integer' },
    { id: 'won', header: 'Won', format: 'integer' },
    { id: 'lost', header: 'Lost', format: 'integer' },
    { id: 'open', header: 'Still open', format: 'integer' },
    ...rateColumns('rate', 'Win rate', 'Won ÷ (won + lost).'),
    {
      id: 'others',
      header: 'Against the others',
      format: 'percent1',
      note: 'Win rate less that of everybody else together, in points of a percentage; blank where either is shown as counts.',
    },
    {
      id: 'othersLow',
      header: 'Difference: low end',
      format: 'percent1',
      note: `Low end of Newcombe’s interval of the difference, at ${confidenceText(basis.confidence)}. Where the ends lie on both sides of 0 the difference may be none.`,
    },
    { id: 'othersHigh', header: 'Difference: high end', format: 'percent1', note: 'High end of it.' },
    {
      id: 'pooled',
      header: 'Likely true rate',
      format: 'percent',
      note: 'Estimated from all people together (hierarchical beta-binomial): drawn towards the others, the more so the fewer deals a person has.',
    },
    {
      id: 'pooledLow',
      header: 'True rate: low end',
      format: 'percent',
      note: 'Low end of the interval in which the true rate likely lies, at the confidence set on the Inputs sheet.',
    },
    {
      id: 'pooledHigh',
      header: 'True rate: high end',
      format: 'percent',
      note: 'High end of it, at the confidence set on the Inputs sheet.',
    },
    {
      id: 'above',
      header: 'Chance above company',
      format: 'percent',
      note: 'The probability that the true rate lies above that of all people together.',
    },
    {
      id: 'band',
      header: 'Band',
      format: 'text',
      note: `A probably above the company, C probably below, B where the difference could be chance; at ${confidenceText(peopleSummary?.certainty ?? 0)}, only where people differ beyond chance at all, and of no fewer deals than a percentage needs.`,
    },
    ...(ranked
      ? [
          {
            id: 'place',
            header: 'Place',
            format: 'text',
            note: 'The places that the person may have, by the pairs that can be told apart.',
          } as const,
        ]
      : []),
    {
      id: 'worth',
      header: 'Wins if C became B',
      format: 'decimal',
      note: 'The company’s rate less the likely true rate, times the decided deals; for band C only.',
    },
    { id: 'days', header: 'Days to win', format: 'days', note: 'Median from creation, of the won deals.' },
    ...(hasAmounts
      ? [
          { id: 'wonAmount', header: 'Won amount', format: 'money' } as const,
          { id: 'openAmount', header: 'Open amount', format: 'money' } as const,
        ]
      : []),
  ];
  // Where a rate is shown as counts, a difference from it would pretend to a precision that is not there.
  const fewest = input(MINIMUM_FOR_PERCENT);
  const all = people.reduce((sum, { n }) => sum + n, 0);
  return {
    block: 'table',
    id: 'people',
    key: 'person',
    columns,
    rows: people.map((person) => {
      const { x, n, difference, pooled } = person;
      const compared = n >= minimum && all - n >= minimum;
      return [
        person.person,
        person.created,
        x,
        n - x,
        person.open,
        ...rateCells({ ...person, estimate: person.raw }, minimum, [thisRow('won')], decided),
        live(
          compared ? difference.estimate : null,
          'IF(OR(',
          ...decided,
          '<',
          fewest,
          ',',
          ...rest,
          '<',
          fewest,
          '),"",',
          thisRow('won'),
          '/',
          ...decided,
          '-',
          ...others('won'),
          '/',
          ...rest,
          ')',
        ),
        compared ? difference.low : null,
        compared ? difference.high : null,
        pooled.estimate,
        pooled.low,
        pooled.high,
        person.chanceAbove,
        person.band,
        ...(ranked ? [placeText(person.place)] : []),
        person.worth?.wins ?? null,
        person.medianDaysToWin,
        ...(hasAmounts ? [person.amounts?.won ?? null, person.amounts?.open ?? null] : []),
      ];
    }),
    totals: columns.map(({ id }): CellContent => totalOf(id, people)),
    conditionalFormats: [
      { rule: 'flagWhere', column: 'band', value: 'A', tone: 'good' },
      { rule: 'flagWhere', column: 'band', value: 'C', tone: 'bad' },
    ],
  };
}

function totalOf(id: string, people: readonly PersonFinding[]): CellContent {
  const sum = (of: (person: PersonFinding) => number): CellContent =>
    live(
      people.reduce((total, person) => total + of(person), 0),
      'SUM(',
      columnOf('people', id),
      ')',
    );
  switch (id) {
    case 'person':
      return 'All';
    case 'created':
      return sum((p) => p.created);
    case 'won':
      return sum((p) => p.x);
    case 'lost':
      return sum((p) => p.n - p.x);
    case 'open':
      return sum((p) => p.open);
    default:
      return null;
  }
}

/** "1 to 4", "2". */
const placeText = (place: PersonFinding['place']): string | null =>
  place && (place.from === place.to ? String(place.from) : `${place.from} to ${place.to}`);

const peopleChart: Chart = {
  block: 'chart',
  id: 'peopleRates',
  kind: 'bar',
  title: 'Likely true win rate, people with the most deals',
  table: 'peopleChart',
  categories: 'person',
  series: [{ name: 'Likely true rate', column: 'pooled', tone: 'primary' }],
  yFormat: 'percent',
  alt: 'A bar per person: the win rate that is likely once chance is allowed for.',
};

/** The people with the most decided deals. */
export function peopleChartTable({ people }: FunnelFinding): Table {
  const shown = people
    .filter(({ setApart }) => !setApart)
    .slice(0, MOST_PEOPLE)
    .map((person, row) => ({ person, row }))
    .filter(({ person }) => person.pooled.estimate !== null)
    .slice(0, MOST_BARS);
  return {
    block: 'table',
    feedsCharts: true,
    id: 'peopleChart',
    key: 'person',
    columns: [
      { id: 'person', header: 'Person', format: 'text', width: 22 },
      { id: 'pooled', header: 'Likely true rate', format: 'percent', note: 'As in the table of people.' },
    ],
    rows: shown.map(({ person, row }) => [
      person.person,
      live(person.pooled.estimate, cellOf('people', 'pooled', row)),
    ]),
  };
}

const apartTable = (people: readonly PersonFinding[], minimum: number): Table => ({
  block: 'table',
  id: 'peopleApart',
  key: 'person',
  columns: [
    { id: 'person', header: 'Person', format: 'text', width: 22 },
    { id: 'created', header: 'Deals', format: 'integer' },
    { id: 'won', header: 'Won', format: 'integer' },
    { id: 'lost', header: 'Lost', format: 'integer' },
    ...rateColumns('rate', 'Win rate', 'Won ÷ (won + lost).'),
  ],
  rows: people.map((person) => [
    person.person,
    person.created,
    person.x,
    person.n - person.x,
    ...rateCells({ ...person, estimate: person.raw }, minimum, [thisRow('won')], decided),
  ]),
});

/** The company's formula for success: what comes of what, step by step. */
export function formulaBlocks(finding: FunnelFinding, minimum: number): readonly Block[] {
  const { formula, people, basis } = finding;
  if (!formula) return [];
  const table: Table = {
    block: 'table',
    id: 'formula',
    key: 'step',
    columns: [
      { id: 'step', header: 'Step', format: 'text', width: 34 },
      { id: 'from', header: 'Of', format: 'integer' },
      { id: 'to', header: 'Came', format: 'integer' },
      ...rateColumns('rate', 'Rate', 'Came ÷ of, of all people compared.'),
      {
        id: 'p',
        header: 'p if all were alike',
        format: 'pValue',
        note: 'How often people who are all alike would differ as much by chance; not the probability that they are alike. Only where it is small are people told apart at this step.',
      },
      {
        id: 'reading',
        header: 'People',
        format: 'text',
        width: 26,
      },
    ],
    rows: formula.steps.map(({ from, to, company: rate, test }) => [
      `${from} → ${to}`,
      rate.n,
      rate.x,
      ...rateCells(rate, minimum, [thisRow('to')], [thisRow('from')]),
      test.method === 'none' ? null : test.p,
      testReading(test),
    ]),
  };
  const compared = people.filter(({ setApart }) => !setApart);
  const rows = compared.flatMap((person) =>
    person.steps.map((step, s) => ({ person, step, s, name: formula.steps[s]! })),
  );
  const shown = rows.slice(0, MOST_STEP_ROWS);
  const steps: Table = {
    block: 'table',
    id: 'personSteps',
    key: 'which',
    columns: [
      { id: 'which', header: 'Person and step', format: 'text', width: 44 },
      { id: 'from', header: 'Of', format: 'integer' },
      { id: 'to', header: 'Came', format: 'integer' },
      ...rateColumns('rate', 'Rate', 'Came ÷ of.'),
      { id: 'company', header: 'Company', format: 'percent', note: 'The same step of all people compared.' },
      {
        id: 'pooled',
        header: 'Likely true rate',
        format: 'percent',
        note: 'Chance allowed for, as for the win rate.',
      },
      { id: 'standing', header: 'Standing', format: 'text', width: 20 },
      {
        id: 'worth',
        header: 'Wins if as the company',
        format: 'decimal',
        note: 'More wins over the same days if this gap were closed, at the company’s rates from there on; only where the person is probably below.',
      },
      { id: 'worthLow', header: 'Wins: low end', format: 'decimal' },
      { id: 'worthHigh', header: 'Wins: high end', format: 'decimal' },
      {
        id: 'amount',
        header: 'Amount',
        format: 'money',
        note: 'At the company’s mean amount of a won deal.',
      },
    ],
    rows: shown.map(({ person, step, s, name }) => [
      `${person.person}: ${name.from} → ${name.to}`,
      step.n,
      step.x,
      ...rateCells(step, minimum, [thisRow('to')], [thisRow('from')]),
      live(
        name.company.n < minimum ? null : name.company.estimate,
        'IF(ISNUMBER(',
        cellOf('formula', 'rate', s),
        '),',
        cellOf('formula', 'rate', s),
        ',"")',
      ),
      step.pooled.estimate,
      againstText(step),
      step.worth?.wins ?? null,
      step.worth?.low ?? null,
      step.worth?.high ?? null,
      step.worth?.amount ?? null,
    ]),
    conditionalFormats: [
      { rule: 'flagWhere', column: 'standing', value: AGAINST.above, tone: 'good' },
      { rule: 'flagWhere', column: 'standing', value: AGAINST.below, tone: 'bad' },
    ],
  };
  return [
    heading('The formula for success'),
    note(
      `From activities to new deals, from stage to stage, to the win${formula.meanWon === null ? '' : `; a won deal brings ${formatValue(formula.meanWon, 'money')} on average`}. Rates go with results; whether they bring them about is another question.`,
    ),
    table,
    ...activityBlocks(finding),
    ...ratioBlocks(finding),
    ...(shown.length === 0
      ? []
      : [
          heading('Each person, step by step'),
          note(
            `Of ${deals(basis.opportunities)}. Only a gap that is probably there has a worth: the company’s rate less the person’s likely true rate, times what passes through.`,
          ),
          ...(rows.length > shown.length
            ? [note(`The first ${formatNumber(shown.length, 0)} lines are shown.`, 'warning')]
            : []),
          steps,
        ]),
  ];
}
