import { Cancelled } from '../../../src/engine/core/circumstances';
import { ExcelStop, problemOf } from '../../../src/hosts/excel/errors';
import { removeResults, resultState } from '../../../src/hosts/excel/ownership';
import { play } from '../../../src/hosts/excel/play';
import { readSheets } from '../../../src/hosts/excel/readTables';
import { inExcel } from '../../../src/hosts/excel/session';
import { startStandIn } from '../../../workbench';
import { FAULTS, type FaultKind } from '../../../workbench/faults';
import { funnelReport, placementsOf, STAGES } from '../../support/funnelReport';
import {
  cellOf,
  GO_ON,
  NO_PROGRESS,
  pictureOf,
  sheetOf,
  tableOf,
  type,
  whereIs,
} from '../../support/standInSheets';

const FUNNEL = 'Leadline Funnel';
const ROWS = [
  ['Deal', 'Amount'],
  ['Alpha', 100],
];
const start = () => startStandIn({ sheets: [{ name: 'Deals', rows: ROWS }] });
const write = (stages = STAGES) => play(placementsOf(funnelReport(stages)), NO_PROGRESS, GO_ON);
const thrownBy = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );
/** A person's note beside a row that will move. */
const note = (host: ReturnType<typeof start>): void =>
  type(host, FUNNEL, `H${tableOf(host, FUNNEL, 'Leadline_funnel').area.row + 4}`, 'note on Close');
const FOUR = [...STAGES.slice(0, 1), { stage: 'Demo', entered: 70, passed: 55 }, ...STAGES.slice(1)];
const KINDS = Object.keys(FAULTS) as FaultKind[]; // the record's own keys

describe.each(KINDS)('%s', (kind) => {
  it('has a plain message and a next step, loses nothing, and a retry succeeds, whenever it strikes', async () => {
    for (const after of [0, 14]) {
      const host = start();
      await write();
      const { area } = tableOf(host, FUNNEL, 'Leadline_funnel');
      type(host, FUNNEL, `H${area.row + 3}`, 'note on Propose');
      const source = pictureOf(host, 'Deals');
      host.faults.inject(kind, { after, times: Infinity });
      const problem = problemOf(await thrownBy(write(FOUR)));
      expect(problem.title).not.toMatch(/unexpected/i);
      expect(problem.message + problem.nextStep).not.toMatch(
        /undefined|Exception|RichApi|\b[A-Z][a-z]+[A-Z]\w+\b(?<!ExcelApi)/,
      );
      expect(problem.nextStep).not.toBe('');
      expect(problem.details).toContain(FAULTS[kind][0]);
      host.faults.clear();
      expect(pictureOf(host, 'Deals')).toBe(source);
      await write(FOUR);
      expect((await resultState()).kind).toBe('complete');
      expect(whereIs(host, FUNNEL, 'note on Propose').row).toBe(whereIs(host, FUNNEL, 'Propose').row);
      expect(tableOf(host, FUNNEL, 'Leadline_funnel').area.rows).toBe(5);
      expect(host.store.settings.has('Leadline.kept')).toBe(false);
    }
  }, 60_000);
});

/** All that stands in cells, and the tables. */
const rowsOf = (host: ReturnType<typeof start>): string =>
  JSON.stringify(
    host.store.sheets.map((s) => [s.name, s.rows.map((r) => r ?? []), s.tables.map((t) => [t.name, t.area])]),
  );

it.each([false, true])(
  'a write broken at any request (done: %s) is known, and the next one gives what an unbroken one gives',
  async (late) => {
    const whole = start();
    await write();
    note(whole);
    whole.counters.requests = 0;
    await write(FOUR);
    const requests = whole.counters.requests;
    const wanted = rowsOf(whole);
    expect(requests).toBeGreaterThan(20);
    let broken = 0;
    for (let after = 2; after < requests; after += 3) {
      const host = start();
      await write();
      note(host);
      host.faults.inject('sessionLost', { after, times: Infinity, late });
      const error = await thrownBy(write(FOUR));
      host.faults.clear();
      const { kind } = await resultState();
      if (error !== undefined && kind === 'broken') broken++;
      await write(FOUR);
      expect((await resultState()).kind).toBe('complete');
      expect(rowsOf(host)).toBe(wanted);
      expect(wanted).toContain('note on Close');
    }
    expect(broken).toBeGreaterThan(5);
  },
  120_000,
);

it.each([false, true])(
  'a first write broken at any request (done: %s) leaves nothing that the next one does not take over',
  async (late) => {
    const whole = start();
    await write();
    const requests = whole.counters.requests;
    expect(requests).toBeGreaterThan(15);
    for (let after = 2; after < requests; after++) {
      const host = start();
      host.faults.inject('sessionLost', { after, times: Infinity, late });
      await thrownBy(write());
      host.faults.clear();
      await write();
      expect([after, host.store.sheets.map((s) => s.name)]).toEqual([
        after,
        ['Deals', FUNNEL, 'Leadline Inputs'],
      ]);
      expect([after, rowsOf(host)]).toEqual([after, rowsOf(whole)]);
    }
  },
  120_000,
);

it('a fault that passes is met by one retry without a word', async () => {
  const host = start();
  host.faults.inject('throttled', { after: 6 });
  await write();
  expect((await resultState()).kind).toBe('complete');
});

it('waits while a person types in a cell', async () => {
  const host = start();
  host.faults.startCellEdit();
  let read = false;
  const reading = readSheets(NO_PROGRESS, GO_ON).then(() => (read = true));
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(read).toBe(false);
  host.faults.endCellEdit();
  await reading;
  expect(read).toBe(true);
});

it('a person who edits their data during a write loses nothing', async () => {
  const host = start();
  host.faults.userActs((book) => void book.sheets[0]?.rows.push(['Beta', 50]), 8);
  await write();
  expect(cellOf(host, 'Deals', 'A3')).toBe('Beta');
  expect((await resultState()).kind).toBe('complete');
});

it('cancelling between chunks leaves a state that says so', async () => {
  const host = start();
  await write();
  const signal = { cancelled: false };
  const stopped = play(placementsOf(funnelReport(FOUR)), (share) => (signal.cancelled = share > 0.4), signal);
  await expect(stopped).rejects.toBeInstanceOf(Cancelled);
  expect((await resultState()).kind).toBe('broken');
  expect(host.store.enableEvents).toBe(true);
  await write(FOUR);
  expect((await resultState()).kind).toBe('complete');
});

describe('what would go wrong is refused before anything is written', () => {
  const refusal = async (code: string): Promise<void> => {
    const error = await thrownBy(write(FOUR));
    expect(error).toBeInstanceOf(ExcelStop);
    expect(error).toMatchObject({ code });
    expect(problemOf(error).message).toContain('Nothing has been written');
  };
  it('a protected workbook', async () => {
    const host = start();
    host.store.structureProtected = true;
    await refusal('WorkbookProtected');
    expect(host.store.sheets).toHaveLength(1);
  });
  it('a protected result sheet, which stays protected', async () => {
    const host = start();
    await write();
    sheetOf(host, FUNNEL).protected = true;
    const before = pictureOf(host, FUNNEL);
    await refusal('SheetProtected');
    expect(pictureOf(host, FUNNEL)).toBe(before);
    expect((await resultState()).kind).toBe('complete');
  });
  it('a person’s table with the name of a result table', async () => {
    const host = startStandIn({
      sheets: [
        {
          name: 'Deals',
          rows: ROWS,
          tables: [{ name: 'leadline_FUNNEL', row: 0, column: 0, rows: 2, columns: 2 }],
        },
      ],
    });
    await refusal('TableNameTaken');
    expect(host.store.sheets).toHaveLength(1);
  });
  it('a sheet that has taken the name meanwhile', async () => {
    startStandIn({ sheets: [{ name: FUNNEL, rows: [] }] });
    await refusal('SheetNameTaken');
  });
  it('an Excel without ExcelApi 1.13', async () => {
    startStandIn({ sheets: [], newestApi: 12 });
    const error = await thrownBy(write());
    expect(problemOf(error)).toMatchObject({ title: 'This Excel is too old', retry: false });
  });
});

it('works with nothing newer than ExcelApi 1.13', async () => {
  startStandIn({ sheets: [{ name: 'Deals', rows: ROWS }], newestApi: 13 });
  await write();
  await write(FOUR);
  expect((await resultState()).kind).toBe('complete');
  expect(await readSheets(NO_PROGRESS, GO_ON)).toHaveLength(3);
});

it('removes its own sheets and names, and nothing else', async () => {
  const host = startStandIn({
    sheets: [
      { name: 'Deals', rows: ROWS },
      { name: 'Leadline mine', rows: [['x']] },
    ],
  });
  await inExcel(async (context) => {
    context.workbook.names.add(
      'leadline_of_mine',
      context.workbook.worksheets.getItem('Deals').getRange('A1'),
    );
    await context.sync();
  });
  await write();
  await removeResults();
  expect(host.store.sheets.map((s) => s.name)).toEqual(['Deals', 'Leadline mine']);
  expect([...host.store.names.keys()]).toEqual(['leadline_of_mine']);
  expect(await resultState()).toEqual({ kind: 'none', sheets: [], stamp: undefined });
});

it('words an unknown error without its code, which only the details have', () => {
  const problem = problemOf(
    Object.assign(new Error('boom'), { code: 'Strange', debugInfo: { errorLocation: 'Range.x' } }),
  );
  expect(problem.title).toBe('Something unexpected happened in Excel');
  expect(problem.message).not.toContain('Strange');
  expect(problem.details).toContain('Strange: boom');
  expect(problem.details).toContain('Range.x');
});
