import type { RunRequest, RunResult } from '../../src/app/run';
import { runAnalysis } from '../../src/app/runAnalysis';
import { findingsSchema } from '../../src/app/findingsSchema';
import { dayOf } from '../../src/engine/core/day';
import type { Cell, RawSheet } from '../../src/engine/dataset/rawTable';
import type { Placement } from '../../src/engine/report/placement';
import { readWorkbookFile, writeWorkbook } from '../../src/hosts/workbookFile';
import { LOG_HEADERS, LOG_ROWS, logSheet } from '../support/logSheet';
import { sheetOf } from '../support/rawSheets';

const ROWS = LOG_ROWS;
const HEADERS = LOG_HEADERS;
const log = logSheet;
const without = (month: number) => ROWS.filter((_, i) => i !== month);

const run = (sheets: readonly RawSheet[], more: Partial<RunRequest> = {}): RunResult =>
  runAnalysis(
    sheets,
    {
      today: dayOf(2025, 5, 10),
      asOf: dayOf(2025, 4, 30),
      seed: 1,
      ...more,
      values: { leadDraws: 199, ...more.values },
    },
    { progress: () => undefined, signal: { cancelled: false } },
  );
const messages = ({ findings }: RunResult): readonly string[] =>
  findings.issues.map(({ message }) => message);

describe('a log of counts and wins', () => {
  const whole = run([log()]);
  const finding = whole.findings.analyses.indicators!;

  it('is enough for the leading indicators, whose findings keep to their schema', () => {
    expect(findingsSchema.parse(whole.findings)).toEqual(whole.findings);
    const calls = finding.indicators.find(({ name }) => name === 'Calls')!;
    expect(calls).toMatchObject({ result: 'Wins', lag: 2, evidence: expect.stringMatching(/amber|green/) });
    expect(finding.indicators.find(({ name }) => name === 'Visits')!.evidence).toBe('none');
  });

  it('says nothing of deals, of which there are none', () => {
    expect(messages(whole)).toEqual([]);
    expect(Object.keys(whole.findings.analyses)).toEqual(['indicators']);
  });

  it('gives the same with the same seed', () => {
    expect(run([log()]).findings).toEqual(whole.findings);
  });

  it('reads an indicator and a target back that a person typed into the written workbook', async () => {
    const typed = (placements: readonly Placement[]): readonly Placement[] => {
      const at = (id: string) => {
        const table = placements.find((p) => p.kind === 'table' && p.name === `Leadline_${id}`);
        if (table?.kind !== 'table') throw new Error(`No table ${id}`);
        return table;
      };
      const rows = {
        ownIndicators: [
          'Calls per visit',
          'Activities',
          'Calls',
          'Visits',
          null,
          null,
          'Number',
          'More is better',
          null,
        ],
        leadResults: ['A series kept by hand', null, 44],
      };
      return placements.map((p) => {
        const own = (Object.keys(rows) as (keyof typeof rows)[]).find(
          (id) => p.kind === 'cells' && p.sheet === at(id).sheet && p.area.row === at(id).area.row,
        );
        if (!own || p.kind !== 'cells') return p;
        const [header, , ...rest] = p.values;
        return { ...p, values: [header!, rows[own], ...rest.map((row) => row.map(() => null))] };
      });
    };
    const bytes = await writeWorkbook(typed(whole.placements));
    const { value } = await readWorkbookFile('results.xlsx', bytes);
    const again = run([log()], { saved: value!.saved! }).findings.analyses.indicators!;
    expect(again.results).toEqual([
      { name: 'Wins', kind: 'count', target: 44, targetSource: 'given', row: 0 },
    ]);
    const ratio = again.indicators.find(({ name }) => name === 'Calls per visit')!;
    expect(ratio).toMatchObject({ kind: 'rate', source: 'own' });
    const series = (name: string) => again.series.find((one) => one.name === name)!.values;
    expect(series('Calls per visit')[5]).toBeCloseTo(series('Calls')[5]! / series('Visits')[5]!, 12);
  });
});

describe('bad input is said in a sentence', () => {
  const said = (sheets: readonly RawSheet[], more: Partial<RunRequest> = {}): string =>
    messages(run(sheets, more)).join('\n');
  const results = (...rows: readonly (readonly Cell[])[]): RawSheet =>
    sheetOf('Wins', [['Period', 'Measure', 'Value'], ...rows]);
  const calls = log(
    ROWS.map((row) => row.slice(0, 3)),
    HEADERS.slice(0, 3),
  );
  const wins = ROWS.map((row): readonly Cell[] => [String(row[0]).slice(0, 7), 'Wins', row[3]!]);

  it('a constant series', () => {
    expect(said([calls, results(...wins.map(([period]) => [period!, 'Renewals', 7]))])).toMatch(
      /“Renewals” is the same in every period, so nothing can be seen to move before it\./,
    );
  });
  it('all zero', () => {
    expect(said([calls, results(...wins, ...wins.map(([period]) => [period!, 'Renewals', 0]))])).toMatch(
      /“Renewals” is zero in every period, so nothing can be seen to move before it\./,
    );
  });
  it('one missing month', () => {
    expect(said([calls, results(...wins.filter((_, i) => i !== 9))])).toMatch(
      /“Wins” has no value for 2022-10\. What is missing is not zero: only the longest stretch of months without a gap was compared\./,
    );
    expect(said([log(without(9))])).toMatch(/has no value for 2022-10\./);
  });
  it('a month twice', () => {
    expect(said([calls, results(...wins, wins[9]!)])).toMatch(/2022-10.*(twice|already)/);
  });
  it('weekly and monthly mixed', () => {
    const weeks: readonly (readonly Cell[])[] = Array.from({ length: 8 }, (_, i) => [
      `2025-W${String(i + 1).padStart(2, '0')}`,
      'Wins',
      3,
    ]);
    expect(said([calls, results(...wins, ...weeks)])).toMatch(
      /2024-12-30 to 2025-01-05 is not a month as most of the results are\. Keep results of one length in a column\./,
    );
  });
  it('an indicator equal to the result', () => {
    const ownIndicators = [{ name: 'Orders', counted: 'A series kept by hand', type: 'Wins' }];
    expect(said([log()], { tables: { ownIndicators } })).toMatch(
      /“Orders” holds the same values as the result “Wins”, so it cannot tell anything ahead of it\. It is not used\./,
    );
  });
  it('more people than months', () => {
    const people = Array.from({ length: 12 }, (_, i) => `Person ${i + 1}`);
    const rows = ROWS.slice(0, 10).flatMap((row) =>
      people.map((person, i): readonly Cell[] => [
        row[0]!,
        person,
        Number(row[1]) + i,
        Number(row[2]) + (i % 3),
        3 + ((i * Number(row[1])) % 7),
      ]),
    );
    expect(
      said([sheetOf('Log', [['Month', 'Person', 'Calls', 'Visits', 'Wins'], ...rows])], {
        asOf: dayOf(2022, 10, 31),
      }),
    ).toMatch(/^There are 12 people and 10 months\. What one person’s few months show is mostly chance;/);
  });
});
