import type { RawSheet } from '../../../src/engine/dataset/rawTable';
import { recognise, type RecognisedTable } from '../../../src/engine/dataset/recognise';
import { rowsOf, sheetOf } from '../../support/rawSheets';

const seen = (...sheets: readonly RawSheet[]) => recognise(sheets, undefined);
const first = (text: string): RecognisedTable => seen(sheetOf('Sheet', rowsOf(text))).value![0]!;
const MONTHS = ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05', '2024-06'];
/** A month, and as many numbers a row as there are further columns. */
const monthly = (headers: string): string =>
  [
    headers,
    ...MONTHS.map((month, i) =>
      [month, ...Array.from(headers.split('|').slice(1), (_, c) => 10 * i + c)].join(' | '),
    ),
  ].join('\n');

describe('a sheet of results', () => {
  it.each([
    ['Month | Wins | Won amount', ['Wins', 'Won amount']],
    ['Monat | Umsatz | Auftragseingang', ['Umsatz', 'Auftragseingang']],
    ['Mois | Ventes | Clients gagnés', ['Ventes', 'Clients gagnés']],
    ['Mes | Ventas | Pedidos', ['Ventas', 'Pedidos']],
    ['Mês | Receita | Vendas', ['Receita', 'Vendas']],
    ['Maand | Omzet | Nieuwe klanten', ['Omzet', 'Nieuwe klanten']],
    ['Period | Revenue', ['Revenue']],
    ['Month | Proposals | Wins | Revenue', ['Proposals', 'Wins', 'Revenue']],
  ])('is recognised by %s', (headers, measures) => {
    const { mapping, used } = first(monthly(headers));
    expect(mapping).toMatchObject({
      role: 'results',
      columns: { period: headers.split(' | ')[0] },
      measures: measures.map((measure) => ({ measure, header: measure })),
    });
    expect(used).toBe(true);
  });

  it.each([
    ['Month | Measure | Value', 'Month', 'Measure', 'Value'],
    ['Monat | Kennzahl | Ist', 'Monat', 'Kennzahl', 'Ist'],
    ['Mois | Indicateur | Réalisé', 'Mois', 'Indicateur', 'Réalisé'],
    ['Mes | Indicador | Real', 'Mes', 'Indicador', 'Real'],
    ['Maand | Maatstaf | Resultaat', 'Maand', 'Maatstaf', 'Resultaat'],
  ])('may have a measure a row: %s', (headers, period, measure, value) => {
    const rows = MONTHS.flatMap((month, i) => [`${month} | Wins | ${i}`, `${month} | Revenue | ${1000 * i}`]);
    expect(first([headers, ...rows].join('\n')).mapping).toMatchObject({
      role: 'results',
      columns: { period, measure, value },
      measures: [],
    });
  });

  it('may hold dates for months, and people', () => {
    const rows = MONTHS.flatMap((month) => [`${month}-01 | Ann | 5`, `${month}-01 | Bob | 7`]);
    expect(first(['Month | Sales rep | Wins', ...rows].join('\n')).mapping).toMatchObject({
      role: 'results',
      columns: { start: 'Month', person: 'Sales rep' },
      measures: [{ measure: 'Wins', header: 'Wins' }],
    });
  });

  it('suffices by itself, without deals', () => {
    const { issues } = seen(sheetOf('Results', rowsOf(monthly('Month | Wins'))));
    expect(issues).toEqual([]);
  });

  it('is told from activities by what most of its columns are; the others stand beside', () => {
    expect(
      first(monthly('Month | Calls | Meetings | Wins').replace(/(2024-\d\d)/g, '$1-01')).mapping,
    ).toMatchObject({
      role: 'activities',
      activityCounts: [
        { type: 'Calls', header: 'Calls' },
        { type: 'Meetings', header: 'Meetings' },
      ],
      measures: [{ measure: 'Wins', header: 'Wins' }],
    });
  });

  it.each([
    [
      'orders by day',
      `Order date | Order number | Revenue
      2024-01-01 | 1 | 500
      2024-01-01 | 2 | 700
      2024-01-02 | 3 | 200
      2024-01-04 | 4 | 100`,
    ],
    [
      'orders by month',
      `Month | Order number | Unit price | Revenue
      2024-01 | 1 | 5 | 500
      2024-01 | 2 | 7 | 700
      2024-01 | 3 | 7 | 700
      2024-02 | 3 | 2 | 200`,
    ],
    [
      'quotas',
      `Sales rep | Quarter | Quota
      Ann | 2024-Q1 | 250
      Ann | 2024-Q2 | 250
      Bob | 2024-Q1 | 250`,
    ],
    [
      'costs',
      `Month | Rent | Travel
      2024-01 | 1 | 2
      2024-02 | 1 | 2`,
    ],
  ])('is not seen in %s', (_, text) => expect(first(text).mapping.role).not.toBe('results'));

  it('is what a person decides, whatever its columns are called', () => {
    const sheet = sheetOf('Sheet', rowsOf(monthly('Month | Leads | Cost')));
    const { value } = recognise([sheet], { tables: [{ sheet: 'Sheet', role: 'results' }] });
    expect(value![0]!.mapping.measures.map(({ measure }) => measure)).toEqual(['Leads', 'Cost']);
  });
});
