import { columnOf, live, thisRow, type Part } from '../../../report/formula';
import { liveShare } from '../../../report/liveRate';
import type { Table } from '../../../report/report';
import type { PersonFinding } from '../people';

const BANDS = [
  ['A', 'Probably above the company'],
  ['B', 'The difference could be chance'],
  ['C', 'Probably below the company'],
] as const;
const won = thisRow('won');
const decided: readonly Part[] = ['(', won, '+', thisRow('lost'), ')'];

/** The bands of the people listed: how many, their win rate, and what it would bring if all of C came up to B. */
export const bandsTable = (
  people: readonly PersonFinding[],
  meanWon: number | null,
  minimum: number,
): Table => ({
  block: 'table',
  id: 'bands',
  key: 'band',
  columns: [
    { id: 'band', header: 'Band', format: 'text' },
    { id: 'rule', header: 'Rule', format: 'text', width: 30 },
    { id: 'people', header: 'People', format: 'integer' },
    { id: 'won', header: 'Won', format: 'integer' },
    { id: 'lost', header: 'Lost', format: 'integer' },
    {
      id: 'rate',
      header: 'Win rate',
      format: 'percent',
      note: 'Won ÷ (won + lost) of the people of the band.',
    },
    {
      id: 'wins',
      header: 'Wins if C became B',
      format: 'decimal',
      note: 'More wins over the same deals if each person had the company’s win rate instead of the likely true one.',
    },
    { id: 'meanWon', header: 'Mean won deal', format: 'money', note: 'Of the won deals with an amount.' },
    { id: 'worth', header: 'Worth', format: 'money', note: 'These wins × the mean won deal.' },
  ],
  rows: BANDS.map(([band, rule]) => {
    const of = people.filter((person) => person.band === band);
    const sum = (value: (person: PersonFinding) => number): number =>
      of.reduce((total, person) => total + value(person), 0);
    const sumIf = (value: number, column: string) =>
      live(value, 'SUMIF(', columnOf('people', 'band'), `,"${band}",`, columnOf('people', column), ')');
    const [x, n, wins] = [sum((p) => p.x), sum((p) => p.n), sum((p) => p.worth?.wins ?? 0)];
    const isC = band === 'C';
    return [
      band,
      rule,
      live(of.length, 'COUNTIF(', columnOf('people', 'band'), `,"${band}")`),
      sumIf(x, 'won'),
      sumIf(n - x, 'lost'),
      liveShare({ x, n, estimate: n === 0 ? null : x / n, low: 0, high: 1 }, minimum, [won], decided),
      isC ? sumIf(wins, 'worth') : null,
      isC ? meanWon : null,
      isC && meanWon !== null ? live(wins * meanWon, thisRow('wins'), '*', thisRow('meanWon')) : null,
    ];
  }),
});
